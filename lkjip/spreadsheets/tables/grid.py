"""A sheet as a grid that can be asked: what stands at a place, under a merge, in a row?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from lkjip.domain.numbers import plain_digits
from lkjip.spreadsheets.cells import Cell, CellValue, Sheet

_NUMBER = re.compile(
    r"^[(\-–+]?\s*(?:rp\.?\s*)?[(\-–]?\s*\d[\d.,\s\u00a0]*(?:e[+-]?\d+)?\s*\)?\s*(?:,-|%|\(%\))?\s*\)?$", re.IGNORECASE
)
_WORD_LETTER = re.compile(r"[a-df-oqs-z]", re.IGNORECASE)
_ERROR = re.compile(r"^#(DIV/0!|REF!|N/A|VALUE!|NAME\?|NUM!|NULL!)$", re.IGNORECASE)
MOST_MERGED_CELLS = 1_000_000  # a sheet that claims more is not laid out by people
LONGEST_NUMBER = 17  # digits; longer runs are identity numbers (NIP, NIK), never amounts


class Grid:
    """Fast look-up over the cells of one sheet. Cells holding only blanks count as empty."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows: dict[int, dict[int, Cell]] = {}
        for cell in sheet.cells:
            if not is_blank(cell):
                self.rows.setdefault(cell.row, {})[cell.column] = cell
        self.merge_of: dict[tuple[int, int], tuple[int, int, int, int]] = {}
        last_row = max(self.rows, default=0)
        last_column = max((column for cells in self.rows.values() for column in cells), default=0)
        for top, left, bottom, right in sheet.merges:
            span = (top, left, min(bottom, last_row), min(right, last_column))
            if len(self.merge_of) > MOST_MERGED_CELLS:
                break
            for row in range(top, span[2] + 1):
                for column in range(left, span[3] + 1):
                    self.merge_of[row, column] = span

    def at(self, row: int, column: int) -> Cell | None:
        """The cell written at this very place."""
        return self.rows.get(row, {}).get(column)

    def covering(self, row: int, column: int) -> Cell | None:
        """The cell at this place, or the one whose merged range covers it."""
        merge = self.merge_of.get((row, column))
        return self.at(merge[0], merge[1]) if merge else self.at(row, column)

    def row(self, row: int) -> list[Cell]:
        """The non-empty cells of a row, left to right."""
        cells = self.rows.get(row, {})
        return [cells[column] for column in sorted(cells)]

    def row_numbers(self) -> list[int]:
        """The rows that hold anything, from top to bottom."""
        return sorted(self.rows)


def is_blank(cell: Cell | None) -> bool:
    """True for no cell, an empty one, or one of blanks only (an error or an uncached formula is not blank)."""
    if cell is None:
        return True
    value = cell.value
    if value is None:
        return not (cell.galat or cell.formula)
    return isinstance(value, str) and not value.strip(" \t\r\n\u00a0\u200b\ufeff")


def text_of(cell: Cell | None) -> str:
    """What is written, in one line: line breaks and repeated blanks become single blanks."""
    if cell is None:
        return ""
    return as_text(cell.value) if cell.value is not None else cell.galat


@lru_cache(maxsize=4096, typed=True)  # every cell of a sheet is asked several times; True and 1 are not the same
def as_text(value: CellValue) -> str:
    """A cell's value as a line of text; a number without its trailing zeros."""
    if isinstance(value, Decimal):
        plain = plain_digits(value)
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    return " ".join(str(value).replace("\u00a0", " ").replace("\u200b", "").split()) if value is not None else ""


def is_number(cell: Cell | None) -> bool:
    """True for a numeric cell, and for a text that is nothing but a number (any spelling), or an error in its place."""
    if cell is None:
        return False
    if isinstance(cell.value, Decimal) or cell.galat or (cell.formula and cell.value is None):
        return True
    return isinstance(cell.value, str) and not _is_word(cell.value) and _is_number_text(as_text(cell.value))


def _is_word(text: str) -> bool:
    """Has a letter that no number ("Rp", "1e5") has: most texts are known by this alone, at a tenth of the cost."""
    return _WORD_LETTER.search(text) is not None and "#" not in text


@lru_cache(maxsize=4096)
def _is_number_text(text: str) -> bool:
    if _ERROR.match(text):
        return True
    return bool(_NUMBER.match(text)) and sum(sign.isdigit() for sign in text) <= LONGEST_NUMBER


def small_int(cell: Cell | None) -> int | None:
    """The whole number 0..9999 that a cell holds, as number or text ("2020", "3"), else None."""
    text = text_of(cell)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else None
