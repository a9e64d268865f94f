"""The shapes of a sheet's formulas: what each refers to seen from its own cell, so that copies down a column are equal.

"=P51+S51" in AB51 has the shape "c(-12,0)+c(-9,0)" (columns, rows away), a range "r(-3,0,-1,0)". A shape is small, is
shared by all copies and is all that travels; a formula that cannot be written so (texts, other sheets, fixed rows,
arrays) has the shape UNKNOWN.
"""

from __future__ import annotations

import re

UNKNOWN = "?"
LONGEST = 240
MOST_SHAPES = 10_000

_REFERENCE = re.compile(r"(?<![A-Z0-9_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![A-Z0-9_.($])")
_RANGE = re.compile(r"c\((-?\d+,-?\d+)\):c\((-?\d+,-?\d+)\)")
_ELSEWHERE = re.compile(r"[^A-Z0-9_.,:$()+\-*/^<>=&% \n]")


class Shapes:
    """Collects the formulas of one sheet: `names` are the shapes, `places` (row, column, number of the shape)."""

    def __init__(self) -> None:
        self.names: list[str] = [UNKNOWN]
        self.places: list[tuple[int, int, int]] = []
        self._numbers: dict[str, int] = {UNKNOWN: 0}
        self._shared: dict[str, tuple[int, int, bool]] = {}

    def add(self, row: int, column: int, text: str, attributes: dict[str, str]) -> None:
        """Take the `<f>` of a cell; the copies of a shared formula bear its number and no text of their own."""
        kind = attributes.get("t", "normal")
        shared = attributes.get("si") if kind == "shared" else None
        if kind not in ("normal", "shared"):
            number = 0
        elif text or shared is None:
            number = self._number(shape_of(text, row, column))
            if shared is not None:
                self._shared[shared] = number, column, "$" in text
        else:
            number, first, fixed = self._shared.get(shared, (0, column, False))
            number = 0 if fixed and column != first else number
        self.places.append((row, column, number))

    def _number(self, shape: str) -> int:
        number = self._numbers.get(shape)
        if number is None:
            if len(self.names) >= MOST_SHAPES:
                return 0
            number = self._numbers[shape] = len(self.names)
            self.names.append(shape)
        return number


def shape_of(formula: str, row: int, column: int) -> str:
    """The shape of a formula as it stands in a cell."""
    if not formula or len(formula) > LONGEST or _ELSEWHERE.search(formula):
        return UNKNOWN

    def away(found: re.Match[str]) -> str:
        if found[3]:
            raise _FixedRowError
        number = 0
        for letter in found[2]:
            number = number * 26 + ord(letter) - 64
        return f"c({number - column},{int(found[4]) - row})"

    try:
        shape = _REFERENCE.sub(away, formula)
    except _FixedRowError:
        return UNKNOWN
    return UNKNOWN if "$" in shape else _RANGE.sub(r"r(\1,\2)", shape).replace(" ", "").replace("\n", "")


class _FixedRowError(Exception):
    """A reference such as "E$99": the copies of the formula do not move with their rows."""
