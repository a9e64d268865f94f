"""Header words broken over two rows with a hyphen ("Reali-" above "sasi") put together again."""

from __future__ import annotations

import re
from dataclasses import replace

from lkjip.spreadsheets.cells import Cell, Sheet
from lkjip.spreadsheets.tables.grid import is_number

_BROKEN = re.compile(r"[A-Za-z]-\s*$")
_REST = re.compile(r"\s*[a-z]")
_LONGEST = 40  # letters of a header's line; a longer one is a sentence of the data


def join_hyphenated(sheet: Sheet) -> Sheet:
    """The sheet with such words whole in their upper cells; rows that hold numbers are data and stay as they are."""
    broken = [cell for cell in sheet.cells if isinstance(cell.value, str) and _ends_broken(cell.value)]
    if not broken:
        return sheet
    places = {(cell.row, cell.column): cell for cell in sheet.cells}
    data = {cell.row for cell in sheet.cells if is_number(cell)}
    joined: dict[tuple[int, int], Cell] = {}
    gone = set()
    for cell in broken:
        below = places.get((cell.row + 1, cell.column))
        if below is None or not _continues(below) or {cell.row, below.row} & data:
            continue
        joined[cell.row, cell.column] = replace(
            cell, value=f"{str(cell.value).rstrip()[:-1]}{str(below.value).strip()}"
        )
        gone.add((below.row, below.column))
    whole = (joined.get((cell.row, cell.column), cell) for cell in sheet.cells)
    return replace(sheet, cells=tuple(cell for cell in whole if (cell.row, cell.column) not in gone))


def _ends_broken(text: str) -> bool:
    return "-" in text and len(text) <= _LONGEST and bool(_BROKEN.search(text))


def _continues(cell: Cell) -> bool:
    return isinstance(cell.value, str) and len(cell.value) <= _LONGEST and bool(_REST.match(cell.value))
