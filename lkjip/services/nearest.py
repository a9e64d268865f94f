"""A name that the plan does not know, and the one that may have been meant: a slip of the pen makes no indicator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from lkjip.domain.finding import quoted
from lkjip.domain.indikator import LONGEST_TEXT, Indikator
from lkjip.services.grouping import Kelompok
from lkjip.services.matching import text_key

ALIKE = 0.85  # of 1: how much of two names must agree


def misspelt(groups: Sequence[Kelompok], stored: Iterable[Indikator]) -> list[str]:
    """A sentence for each new indicator that is nearly one of the plan which this file does not name otherwise."""
    met = {group.stored.id for group in groups if group.stored is not None}
    waiting = {text_key(satu.teks): satu.teks for satu in stored if satu.id not in met}
    found = []
    for group in groups:
        if group.stored is not None or len(group.teks) > LONGEST_TEXT:
            continue
        near = get_close_matches(group.kunci.indikator, waiting, 1, ALIKE)
        if near and near[0] != group.kunci.indikator:
            found.append(
                f"Indikator '{quoted(group.teks)}' belum ada di Perencanaan; yang mirip: '{quoted(waiting[near[0]])}'. "
                "Samakan tulisannya bila itu yang dimaksud; bila tidak, ini menjadi indikator baru."
            )
    return found
