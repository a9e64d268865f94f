"""The plan of the budget: program, kegiatan, sub kegiatan with their pagu, murni and perubahan."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.numbers import Nilai
from lkjip.domain.trace import Source


@dataclass(frozen=True, slots=True)
class BarisPagu:
    """One line of the programme tree of a year; `induk` is the `urutan` of the line it is part of."""

    tahun: int
    tahap: Tahap
    urutan: int
    kode: str
    uraian: str
    tingkat: TingkatAnggaran
    pagu: Nilai
    induk: int | None = None
    dokumen_id: int | None = None
    sumber: Source = Source()
