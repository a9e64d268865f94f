"""The run of a report year as the Sekretaris opens it: the disposisi, and what is carried over from the year before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Disposisi:
    """The order that opens the year (SOP step 1). `id` 0 while it is not stored yet."""

    id: int
    tahun: int
    nomor: str
    tanggal: date
    isi: str
    tenggat: date
    dari: str = ""
    kepada: str = ""
    oleh: str = ""
    pada: str = ""


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    """Something promised in the report of `asal_tahun` that the year `tahun` has to answer for."""

    id: int
    tahun: int
    asal_tahun: int
    uraian: str
    indikator_id: int | None = None
    selesai: bool = False
    keterangan: str = ""
    versi: int = 1


def year_choices(known: Iterable[int], aktif: int) -> list[int]:
    """Report years one may go to, newest first: those with data, the year in work, and the next, to be opened."""
    return sorted({*known, aktif, aktif + 1}, reverse=True)
