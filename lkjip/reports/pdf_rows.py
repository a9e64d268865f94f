"""Laid rows of a table, and runs of rows that share a merged cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip.reports.model import Row, RowKind
from lkjip.reports.pdf_columns import LINE, PAD_Y


@dataclass(frozen=True, slots=True)
class Laid:
    """A row with its lines per cell and its height."""

    row: Row
    cells: tuple[tuple[str, ...], ...]
    height: float


def same_cell(one: Laid, other: Laid, column: int) -> bool:
    """True where two rows share a merged cell."""
    return one.row.kind is other.row.kind is RowKind.NORMAL and one.row.cells[column] == other.row.cells[column]


def run_length(rows: Sequence[Laid], place: int, merged: Sequence[int]) -> int:
    """How many rows from here on share their merged cell; 1 where this row continues a run or stands alone."""
    if not merged or (place and same_cell(rows[place - 1], rows[place], merged[0])):
        return 1
    end = place + 1
    while end < len(rows) and same_cell(rows[place], rows[end], merged[0]):
        end += 1
    return end - place


def grown(rows: list[Laid], merged: Sequence[int]) -> list[Laid]:
    """Rows of a run made higher where their merged cell needs more lines than they have."""
    for column in merged:
        place = 0
        while place < len(rows):
            end = place + 1
            while end < len(rows) and same_cell(rows[place], rows[end], column):
                end += 1
            if rows[place].row.kind is RowKind.NORMAL:
                need = len(rows[place].cells[column]) * LINE + 2 * PAD_Y
                more = max(0.0, need - sum(laid.height for laid in rows[place:end])) / (end - place)
                rows[place:end] = [replace(laid, height=laid.height + more) for laid in rows[place:end]]
            place = end
    return rows
