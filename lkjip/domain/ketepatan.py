"""Timeliness: did a section send in time, against its own due date?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lkjip.domain.pengumpulan import Distribusi, Kiriman, Peristiwa


class Ketepatan(StrEnum):
    """How the sending stands to the due date."""

    TEPAT = "tepat waktu"
    TERLAMBAT = "terlambat"
    BELUM = "belum"  # not sent, the due date has not passed
    LEWAT = "lewat"  # not sent, the due date has passed
    TANPA_TENGGAT = "tanpa tenggat"


@dataclass(frozen=True, slots=True)
class Waktu:
    """Timeliness of one section. `hari`: late by, or still left; `pertama`/`terakhir`: the days it sent something."""

    ketepatan: Ketepatan
    hari: int = 0
    tenggat: date | None = None
    pertama: date | None = None
    terakhir: date | None = None

    @property
    def kalimat(self) -> str:
        """In a few words: "terlambat 3 hari", "belum, sisa 5 hari"."""
        match self.ketepatan:
            case Ketepatan.TEPAT:
                return "tepat waktu"
            case Ketepatan.TERLAMBAT:
                return f"terlambat {self.hari} hari"
            case Ketepatan.BELUM:
                return f"belum, sisa {self.hari} hari" if self.hari else "belum, hari ini tenggatnya"
            case Ketepatan.LEWAT:
                return f"belum, lewat {self.hari} hari"
            case _:  # TANPA_TENGGAT
                return "terkirim, tanpa tenggat" if self.pertama else "belum, tanpa tenggat"


def due_date(seksi_id: int, distribusi: Iterable[Distribusi], disposisi: date | None) -> date | None:
    """The due date named when the workbook was last handed to this section; else that of the disposisi."""
    handed = [satu for satu in distribusi if satu.seksi_id == seksi_id and satu.peristiwa is Peristiwa.DISAMPAIKAN]
    named = [satu.tenggat for satu in handed if satu.tenggat is not None]
    return named[-1] if named else disposisi


def timeliness(versi: Sequence[Kiriman], tenggat: date | None, hari_ini: date) -> Waktu:
    """By the first version that brought anything; a later one (after a return, say) does not make it late.

    `versi`: all versions of one section and year, oldest first. An empty workbook sent in time was not in time.
    """
    days = [satu.tanggal for satu in versi if satu.isi and satu.tanggal is not None]
    pertama, terakhir = (days[0], days[-1]) if days else (None, None)
    if tenggat is None:
        return Waktu(Ketepatan.TANPA_TENGGAT, 0, None, pertama, terakhir)
    if pertama is None:
        left = (tenggat - hari_ini).days
        return Waktu(Ketepatan.BELUM if left >= 0 else Ketepatan.LEWAT, abs(left), tenggat)
    late = (pertama - tenggat).days
    ketepatan = Ketepatan.TERLAMBAT if late > 0 else Ketepatan.TEPAT
    return Waktu(ketepatan, max(0, late), tenggat, pertama, terakhir)
