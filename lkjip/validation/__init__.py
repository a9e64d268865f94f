"""Checks of what was read, before anything is stored."""

from __future__ import annotations

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.reading import Bacaan
from lkjip.validation import budget, numbers, percents, targets, totals
from lkjip.validation.registry import CHECKS
from lkjip.validation.verdicts import with_verdicts

__all__ = ["CHECKS", "budget", "numbers", "percents", "targets", "totals", "validate", "with_verdicts"]


def validate(bacaan: Bacaan, katalog: Katalog) -> tuple[Finding, ...]:
    """All findings of all checks, in the order of the register."""
    return tuple(finding for one in CHECKS for finding in one(bacaan, katalog))
