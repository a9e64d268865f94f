"""Checks of what was read, before anything is stored."""

from __future__ import annotations

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.reading import Bacaan
from lkjip.validation import budget as _budget
from lkjip.validation import names as _names
from lkjip.validation import numbers as _numbers
from lkjip.validation import percents as _percents
from lkjip.validation import renstra as _renstra
from lkjip.validation import targets as _targets
from lkjip.validation import totals as _totals
from lkjip.validation.registry import CHECKS

__all__ = ["CHECKS", "ROOMS", "validate"]

# Importing a module enters its checks into the register.
ROOMS = (_numbers, _names, _targets, _percents, _budget, _totals, _renstra)


def validate(bacaan: Bacaan, katalog: Katalog) -> tuple[Finding, ...]:
    """All findings of all checks, in the order of the register."""
    return tuple(finding for one in CHECKS for finding in one(bacaan, katalog))
