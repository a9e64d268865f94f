"""What was read from a spreadsheet: cells with their place, no meaning yet. All values are plain and picklable."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from lkjip.domain.fast_init import fast_init
from lkjip.domain.finding import Finding

CellValue = str | Decimal | bool | date | datetime | None


@fast_init
@dataclass(frozen=True, slots=True)
class Cell:
    """One non-empty cell, 1-based row and column.

    Numeric cells hold `Decimal(format(x, ".15g"))`; `format` is the number format ("0.00%", "General", "" for CSV).
    `galat` is the error text ("#DIV/0!"), `value` then None. `formula` is True where a formula stands without
    a cached value (value None). `merged` is True for the top-left cell of a merged range. `shape` is the formula behind
    the value seen from its cell (see `files.xlsx_formulas`); "" for a typed value and where the file does not say.
    """

    row: int
    column: int
    value: CellValue
    format: str = ""
    galat: str = ""
    formula: bool = False
    merged: bool = False
    indent: int = 0
    bold: bool = False
    shape: str = ""

    @property
    def address(self) -> str:
        """Place in spreadsheet notation, such as "F12"."""
        return address(self.row, self.column)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `merges` are (row1, column1, row2, column2); hidden rows and columns are 1-based numbers."""

    name: str
    hidden: bool
    cells: tuple[Cell, ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A file as read: `kind` is xlsx|xlsm|xls|ods|csv by content; `findings` say what was refused or noticed.

    A refused file has no sheets and at least one GALAT.
    """

    name: str
    sha256: str
    kind: str
    sheets: tuple[Sheet, ...] = ()
    findings: tuple[Finding, ...] = field(default=())


@lru_cache(maxsize=1024)
def column_letter(column: int) -> str:
    """1 -> "A", 27 -> "AA"."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """(12, 6) -> "F12"."""
    return f"{column_letter(column)}{row}"
