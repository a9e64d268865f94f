"""Columns that only a plan has (tujuan, kondisi awal, target akhir, ...), named after all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip.domain.aturan import Istilah
from lkjip.spreadsheets.table import Kolom, Peran
from lkjip.spreadsheets.tables.words import Phrases, tokens

FREE = frozenset({Peran.KETERANGAN, Peran.ABAIKAN})
NUMBERS = frozenset({Peran.AWAL, Peran.AKHIR})  # plan columns that hold numbers
_TIMES = frozenset({Peran.TAHUN, Peran.TRIWULAN})  # "Kondisi pada akhir periode" names no period of its own
_LEVELS = " / "


def name_plan_columns(columns: Sequence[Kolom], money: frozenset[int], istilah: Istilah) -> tuple[Kolom, ...]:
    """The columns an indicator table leaves aside, named where their header is one of a plan; money is none of them.

    A target without a year under "kondisi akhir" is the target akhir, and so is one whose year has a target already.
    Of several columns with one meaning the first keeps it.
    """
    phrases = Phrases(istilah.rincian)
    taken: set[Peran] = set()
    named = []
    for place, kolom in enumerate(columns):
        role = Peran.ABAIKAN if kolom.nomor in money else _role(kolom, phrases)
        fits = kolom.peran in FREE or (role in NUMBERS and kolom.peran in _TIMES)
        fits = fits or (role is Peran.AKHIR and _final(kolom, columns[:place]))
        if role is not Peran.ABAIKAN and fits and role not in taken:
            taken.add(role)
            named.append(replace(kolom, peran=role, tahap="" if role in NUMBERS else kolom.tahap))
        else:
            named.append(kolom)
    return tuple(named)


def _role(kolom: Kolom, phrases: Phrases) -> Peran:
    """What the lowest label that says something says."""
    for label in reversed(kolom.judul.split(_LEVELS)):
        name = phrases.longest(tokens(label))
        if name:
            return Peran(name)
    return Peran.ABAIKAN


def _final(kolom: Kolom, before: Sequence[Kolom]) -> bool:
    if kolom.peran is not Peran.TARGET:
        return False
    years = {other.tahun for other in before if other.peran is Peran.TARGET}
    return kolom.tahun is None or kolom.tahun in years
