"""The register of checks: pure functions over what was read; each gives findings of its own codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lkjip.domain.finding import Finding, Katalog, quoted
from lkjip.domain.reading import Bacaan

Check = Callable[[Bacaan, Katalog], Iterable[Finding]]

CHECKS: list[Check] = []
NAMED = 8


def check(function: Check) -> Check:
    """Enter a check into the register."""
    CHECKS.append(function)
    return function


def some(items: Iterable[object]) -> str:
    """The first few items in words: "A1, A2, ... (12 seluruhnya)"."""
    listed = [quoted(str(item)) for item in items]
    named = ", ".join(listed[:NAMED])
    return f"{named}, ... ({len(listed)} seluruhnya)" if len(listed) > NAMED else named
