"""Names whose lines stand above and below the row of their figures (figures centred in the cell of the printed table).

A conversion of such a table gives the name's first lines, then the figures (with the middle line or none), then the
rest. Which lines belong to which row is found by the least cost over the whole table: a name has as many lines above
its figures as below, and does not begin in a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import BarisTabel
from lkjip.spreadsheets.tables.grid import text_of

OPEN_END = re.compile(
    r"(?:[,/&(\-–]|\b(?:dan|atau|dan/atau|untuk|di|ke|dari|yang|pada|dengan|dalam|serta|bagi|atas|per))$", re.I
)
NAMELESS, SMALL_BEGINNING, CUT_OFF = 20, 10, 5  # costs beside one per line out of balance


@dataclass(frozen=True, slots=True)
class Fisik:
    """A physical row by column, with the sheet rows it holds."""

    raw: BarisTabel
    cells: dict[int, Cell]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is to this search: lines of name on it, and whether figures or a number stand there."""

    lines: tuple[str, ...]
    figures: bool
    text_only: bool


def recentre(rows: Sequence[Fisik], names: Sequence[int], figures: Sequence[int]) -> list[Fisik]:
    """The rows with each name put together on the row of its figures; unchanged where nothing shows centred names."""
    kinds = [_kind(row, names, figures) for row in rows]
    if not names or not any(_is_evidence(rows, kinds, place) for place in range(1, len(rows))):
        return list(rows)
    result: list[Fisik] = []
    start = 0
    for place in range(len(rows) + 1):
        if place == len(rows) or not (kinds[place].figures or kinds[place].text_only):
            result += _segment(rows[start:place], kinds[start:place], names)
            result += rows[place : place + 1]
            start = place + 1
    return result


def _kind(row: Fisik, names: Sequence[int], figures: Sequence[int]) -> _Row:
    own = {column: cell for column, cell in row.cells.items() if cell.row == row.raw.row}
    lines = tuple([text_of(own[column]) for column in names if column in own])
    return _Row(lines, not own.keys().isdisjoint(figures), bool(lines) and own.keys() <= set(names))


def _is_evidence(rows: Sequence[Fisik], kinds: Sequence[_Row], place: int) -> bool:
    """Figures without a name, or with one that begins small, straight below a line of name alone."""
    here, above = kinds[place], kinds[place - 1]
    straight = rows[place].raw.row == rows[place - 1].rows[-1] + 1
    return here.figures and above.text_only and straight and (not here.lines or here.lines[0][:1].islower())


def _segment(rows: Sequence[Fisik], kinds: Sequence[_Row], names: Sequence[int]) -> list[Fisik]:
    """One run of figure rows and lines of name: each line goes to the figures above or below it."""
    anchors = [place for place, kind in enumerate(kinds) if kind.figures]
    if not anchors:
        return list(rows)
    gaps = [range(before + 1, after) for before, after in zip([-1, *anchors], [*anchors, len(rows)], strict=True)]
    splits = _best_splits([kinds[place].lines for place in anchors], [[kinds[i].lines for i in gap] for gap in gaps])
    joined = []
    for number, anchor in enumerate(anchors):
        above = [rows[i] for i in gaps[number][splits[number] :]]
        below = [rows[i] for i in gaps[number + 1][: splits[number + 1]]]
        joined.append(_joined(rows[anchor], above, below, names))
    return joined


def _best_splits(own: Sequence[tuple[str, ...]], gaps: Sequence[Sequence[tuple[str, ...]]]) -> list[int]:
    """How many lines of each gap belong to the figures above it; none of the first gap, all of the last."""
    best: dict[int, tuple[int, list[int]]] = {0: (0, [0])}
    for number, lines in enumerate(own):
        following: dict[int, tuple[int, list[int]]] = {}
        last = number == len(own) - 1
        ends = [len(gaps[number + 1])] if last else range(len(gaps[number + 1]) + 1)
        for split, (cost, path) in best.items():
            above = gaps[number][split:]
            for end in ends:
                total = cost + _cost(above, lines, gaps[number + 1][:end])
                if end not in following or total < following[end][0]:
                    following[end] = (total, [*path, end])
        best = following
    return min(best.values(), key=lambda found: found[0])[1]


def _cost(above: Sequence[tuple[str, ...]], own: tuple[str, ...], below: Sequence[tuple[str, ...]]) -> int:
    lines = [text for row in (*above, own, *below) for text in row]
    if not lines:
        return NAMELESS
    cost = abs(len(above) - len(below))
    cost += SMALL_BEGINNING if lines[0][:1].islower() else 0
    return cost + (CUT_OFF if OPEN_END.search(lines[-1]) else 0)


def _joined(row: Fisik, above: Sequence[Fisik], below: Sequence[Fisik], names: Sequence[int]) -> Fisik:
    if not above and not below:
        return row
    parts = [_name(part.cells, names) for part in (*above, row, *below)]
    cells = [cell for cell in parts if cell is not None]
    text = " ".join(text_of(cell) for cell in cells)
    column = next((column for column in names if column in row.cells), names[0])
    rows = tuple(number for part in (*above, row, *below) for number in part.rows)
    return Fisik(row.raw, {**row.cells, column: replace(cells[0], value=text, row=row.raw.row)}, rows)


def _name(cells: Mapping[int, Cell], names: Sequence[int]) -> Cell | None:
    return next((cells[column] for column in names if column in cells), None)
