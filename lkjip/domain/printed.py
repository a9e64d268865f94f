"""Does a printed percentage follow from its target and realisasi? By which formula, or with which own number?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Cocok:
    """Verdict on a printed percentage.

    `hasil`: "ya" (a known formula gives it to its printed decimals), "pembulatan" (only by truncating, coarser
    rounding or rounded inputs), "tidak" (none fits), "tak_terperiksa" (nothing to compare).
    `rumus` names the formula ("naik", "turun", "turun_rasio", ...); `dibatasi` is the cap that explains it;
    `hitungan` is our own number by the formula in force (None: not computable); `catatan` one sentence.
    """

    hasil: str
    rumus: str = ""
    hitungan: Decimal | None = None
    dibatasi: Decimal | None = None
    catatan: str = ""
