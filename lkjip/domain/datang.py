"""Values that arrive for indicators already known, with the place they come from: what plausibility checks look at."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.domain.indikator import Indikator
from lkjip.domain.numbers import Nilai


@dataclass(frozen=True, slots=True)
class RealisasiDatang:
    """A realisasi on its way in: for the whole year (`triwulan` None) or a quarter (1-4)."""

    indikator: Indikator
    tahun: int
    triwulan: int | None
    nilai: Nilai
    lembar: str = ""
    sel: str = ""


@dataclass(frozen=True, slots=True)
class KodeDatang:
    """A budget line on its way in, by its code."""

    kode: str
    uraian: str
    pagu: Nilai | None
    lembar: str = ""
    sel: str = ""
