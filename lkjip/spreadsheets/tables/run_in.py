"""A table row that a PDF conversion squeezed into one cell: "Tingkat Inflasi % 3 3 3 3 ..."."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from lkjip.spreadsheets.cells import Cell

RUN_IN = re.compile(r"(?:(?<=\s)-?\d[\d.,]*\s*%?\s+){3,}-?\d[\d.,]*")
_NUMBERS_AT_END = re.compile(r"^(?P<name>.*?\S)\s+(?P<numbers>(?:-?\d[\d.,]*%?\s+)*-?\d[\d.,]*%?)\s*$")


def take_apart_row(
    name: Cell, values: list[int], unit_column: int | None, units: AbstractSet[str]
) -> dict[int, Cell] | None:
    """The cells the row had, by column number (the name under 0); None where figures and columns do not tally.

    Every part keeps the place of the cell it was taken from.
    """
    lines = [" ".join(line.split()) for line in str(name.value).split("\n")]
    for place, line in enumerate(lines):
        found = _NUMBERS_AT_END.match(line)
        if found is None:
            continue
        numbers = found["numbers"].split()
        if len(numbers) != len(values):
            continue
        head, _, last = found["name"].rpartition(" ")
        has_unit = bool(head) and last.lower() in units
        text = " ".join([*lines[:place], head if has_unit else found["name"], *lines[place + 1 :]])
        cells = {0: replace(name, value=text)}
        if has_unit and unit_column is not None:
            cells[unit_column] = replace(name, value=last)
        return cells | {column: replace(name, value=number) for column, number in zip(values, numbers, strict=True)}
    return None
