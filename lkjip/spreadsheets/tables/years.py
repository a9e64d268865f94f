"""Which year and which promise a column's target belongs to, where its own header leaves it open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lkjip.spreadsheets.table import Kolom, Peran
from lkjip.spreadsheets.tables.headers import VALUES
from lkjip.spreadsheets.tables.words import Kamus, span_of


def settle_promise(columns: Sequence[Kolom], titles: Sequence[str], kamus: Kamus) -> tuple[Kolom, ...]:
    """Targets of three years or more without realisasi, or under a title that names the Renstra, are its targets."""
    targets = [kolom for kolom in columns if kolom.peran is Peran.TARGET and not kolom.tahap]
    years = {kolom.tahun for kolom in targets if kolom.tahun}
    reached = any(kolom.peran is Peran.REALISASI for kolom in columns)
    named = any(kamus.label(title).tahap == "renstra" for title in titles)
    if len(years) < 2 or not (named or (len(years) > 2 and not reached)):
        return tuple(columns)
    return tuple(replace(kolom, tahap="renstra") if kolom in targets else kolom for kolom in columns)


def settle_years(columns: Sequence[Kolom], ordinals: dict[int, int], titles: Sequence[str]) -> tuple[Kolom, ...]:
    """ "Tahun ke-1..5" become years where a title names the plan's period; else the ordinal (1..9) stays."""
    span = next((span for title in reversed(titles) if (span := span_of(title))), None)
    settled = []
    for kolom in columns:
        ordinal = ordinals.get(kolom.nomor)
        counted = ordinal is not None and kolom.tahun is None and kolom.peran in VALUES
        year = span[0] + ordinal - 1 if span and ordinal else ordinal
        settled.append(replace(kolom, tahun=year) if counted else kolom)
    return tuple(settled)
