"""Find header blocks: the 1-6 rows that name the columns, with merged or unmerged group labels and numbering row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import Peran
from lkjip.spreadsheets.tables.grid import Grid, is_number, small_int, text_of
from lkjip.spreadsheets.tables.words import Kamus, Label

VALUES = frozenset({Peran.TARGET, Peran.REALISASI, Peran.PERSEN, Peran.PAGU})
NAMES = frozenset({Peran.INDIKATOR, Peran.URAIAN, Peran.SASARAN, Peran.KODE})
_CHILDLESS = frozenset({Peran.NOMOR, Peran.INDIKATOR, Peran.URAIAN, Peran.SASARAN, Peran.SATUAN})
LOWEST = 6  # no header reaches further below its first row
LONG_LABEL = 30  # words; a longer text names no column

_NUMBERING = re.compile(r"^\(?\s*(\d{1,2})\s*\.?\s*\)?(?:\s*[=:(].*)?$|^\(?\s*\d{1,2}\s*=\s*.*$|^\(?([a-z])\)?$", re.I)


@dataclass(frozen=True, slots=True)
class Block:
    """A header: rows that hold labels, all its rows (with numbering and blank ones between), its columns."""

    label_rows: tuple[int, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]

    @property
    def first(self) -> int:
        """Its first sheet row."""
        return self.rows[0]

    @property
    def last(self) -> int:
        """Its last sheet row."""
        return self.rows[-1]


def find_blocks(grid: Grid, kamus: Kamus) -> list[Block]:
    """All header blocks of a sheet from top to bottom, repeated ones included."""
    blocks: list[Block] = []
    taken = 0
    for row in grid.row_numbers():
        if row > taken and _is_anchor(grid.row(row), kamus):
            block = _grow(grid, row, taken, kamus)
            if block is not None:
                blocks.append(block)
                taken = block.last
    return blocks


def is_numbering(cells: list[Cell]) -> bool:
    """A row that only numbers the columns: "(1) (2)", "1 2 3", "a b c", "15 = 14/6 x 100"."""
    if len(cells) < 3:
        return False
    last, letters = 0, 0
    for cell in cells:
        found = _NUMBERING.match(text_of(cell))
        if not found:
            return False
        if found[2]:
            letters += 1
            continue
        number = int(re.findall(r"\d+", text_of(cell))[0])
        if number <= last or number - last > 4:
            return False
        last = number
    return letters in (0, len(cells)) and (letters > 0 or last >= len(cells) - 1)


def _labels(cells: list[Cell], kamus: Kamus) -> list[Label]:
    return [kamus.label(text_of(cell)) for cell in cells if len(text_of(cell).split()) <= LONG_LABEL]


def _has_data(cells: list[Cell]) -> bool:
    """A number that is neither a year nor a column's number stands in the row."""
    return any(is_number(cell) and not _header_number(cell) for cell in cells)


def _header_number(cell: Cell) -> bool:
    number = small_int(cell)
    return number is not None and 1990 <= number <= 2100


def _is_anchor(cells: list[Cell], kamus: Kamus) -> bool:
    """At least two columns of different roles are named, and no data stands in the row."""
    if len(cells) < 2 or _has_data(cells):
        return False
    named = [cell for cell in cells if kamus.may_name_role(text_of(cell))]
    labels = [label for label in _labels(named, kamus) if label.peran is not None and label.di_awal]
    strong = {label.peran for label in labels if label.kuat} - {None, Peran.ABAIKAN, Peran.KETERANGAN}
    roles = {label.peran for label in labels}
    return bool(strong) and len(roles) >= 2 and bool(roles & (VALUES | NAMES)) and len(strong) * 6 >= len(cells) / 2


def _is_sub_row(grid: Grid, row: int, label_rows: list[int], kamus: Kamus) -> bool:
    """A row below the anchor that still names columns: sub-labels, years, units, or texts under merged labels."""
    anchor = label_rows[0]
    cells = [cell for cell in grid.row(row) if not _inside_merge_from(grid, cell, anchor)]
    if not cells:
        return bool(grid.row(row))
    if _has_data([cell for cell in cells if not _is_sub_number(cells, cell)]):
        return False
    labels = _labels([cell for cell in cells if not _is_complete(grid, cell.column, label_rows, kamus)], kamus)
    ordinals = sum(1 for cell in cells if _is_sub_number(cells, cell))
    known = ordinals + sum(1 for label in labels if label.anak or label.kuat or label.tahun)
    unknown = len(cells) - known
    deep = sum(1 for cell in cells if grid.merge_of.get((row, cell.column), (row,))[0] < row)
    return known > 0 and unknown - deep <= known * 3 and all(len(text_of(cell)) < 120 for cell in cells)


def _is_complete(grid: Grid, column: int, label_rows: list[int], kamus: Kamus) -> bool:
    """The column already bears a whole label that takes no sub-columns (number, name, unit): what follows is data."""
    above = [cell for row in label_rows if (cell := grid.at(row, column)) is not None]
    labels = [kamus.label(text_of(cell)) for cell in above]
    return any(label.kuat and label.peran in _CHILDLESS for label in labels)


def _is_sub_number(cells: list[Cell], cell: Cell) -> bool:
    """1..9 as sub-columns "Tahun ke-": the same run of numbers at least twice or under a label."""
    numbers = [small_int(other) for other in cells]
    return len(cells) >= 3 and small_int(cell) in range(1, 10) and all(n is not None and n < 10 for n in numbers)


def _inside_merge_from(grid: Grid, cell: Cell, anchor: int) -> bool:
    merge = grid.merge_of.get((cell.row, cell.column))
    return merge is not None and merge[0] <= anchor < cell.row


def _grow(grid: Grid, anchor: int, taken: int, kamus: Kamus) -> Block | None:
    """The block around an anchor row: group labels above, sub-labels and numbering below."""
    top = anchor
    while top - 1 > taken and anchor - top < 3 and _is_group_row(grid, top - 1, anchor, kamus):
        top -= 1
    merged_down = max(
        (grid.merge_of[anchor, cell.column][2] for cell in grid.row(anchor) if (anchor, cell.column) in grid.merge_of),
        default=anchor,
    )
    label_rows = list(range(top, anchor + 1))
    rows = list(range(top, anchor + 1))
    pending: list[int] = []
    for row in range(anchor + 1, anchor + LOWEST + 3):
        cells = grid.row(row)
        if not cells:
            pending.append(row)
        elif is_numbering(cells) and not _runs(cells) and not _counts_years(grid, cells, label_rows, kamus):
            rows += [*pending, row]
            pending = []
        elif row <= merged_down or _is_sub_row(grid, row, label_rows, kamus):
            rows += [*pending, row]
            label_rows.append(row)
            pending = []
        else:
            break
    columns = {cell.column for row in label_rows for cell in grid.row(row)}
    for row in label_rows:
        columns |= {column for (at, column) in grid.merge_of if at == row and grid.covering(row, column) is not None}
    return Block(tuple(label_rows), tuple(rows), tuple(sorted(columns)))


def _runs(cells: list[Cell]) -> bool:
    """The same small numbers come again ("1 2 3 4 5 1 2 3 4 5"): years of a plan, not column numbers."""
    numbers = [small_int(cell) for cell in cells]
    return len(set(numbers)) < len(numbers) and None not in numbers


def _counts_years(grid: Grid, cells: list[Cell], label_rows: list[int], kamus: Kamus) -> bool:
    """1, 2, 3 below "Tahun ke-" where no row has named the years yet: sub-columns, not column numbers."""
    above = [cell for row in label_rows for cell in grid.row(row)]
    counted = any(kamus.label(text_of(cell)).tahun_berurut for cell in above)
    named = any(_header_number(cell) for cell in above)
    return counted and not named and cells[0].column > min(cell.column for cell in above)


def _is_group_row(grid: Grid, row: int, anchor: int, kamus: Kamus) -> bool:
    """A row above the anchor that holds group labels ("Tahun 2024" over three columns), not a title."""
    cells = grid.row(row)
    if not cells or _has_data(cells) or is_numbering(cells):
        return False
    first = min(cell.column for cell in grid.row(anchor))
    if len(cells) == 1:
        left = grid.merge_of.get((row, cells[0].column), (row, cells[0].column))[1]
        if left <= first:
            return False
    labels = _labels(cells, kamus)
    return len(labels) == len(cells) and any(label.anak or label.peran or label.tahun for label in labels)


def label_paths(grid: Grid, block: Block, kamus: Kamus) -> dict[int, tuple[str, ...]]:
    """Header texts above each column from top to leaf; an unmerged group label reaches right to the next one.

    A label that only heads its neighbours to the right (nothing stands below itself) is no column of its own.
    """
    paths: dict[int, list[str]] = {column: [] for column in block.columns}
    foreign: dict[int, set[str]] = {column: set() for column in block.columns}
    heads: dict[int, bool] = {}
    for depth, row in enumerate(block.label_rows):
        lower = block.label_rows[depth + 1 :]
        spread, origin, deep = "", 0, False
        for column in block.columns:
            cell = grid.covering(row, column)
            below = any(grid.covering(deeper, column) for deeper in lower)
            if cell is not None:
                merge = grid.merge_of.get((row, column))
                spread, origin, deep = ("" if merge else text_of(cell)), column, below
                if not paths[column] or merge is None or merge[0] == row or not _already(grid, block, row, column):
                    _drop_foreign(paths[column], foreign[column], kamus.label(text_of(cell)), kamus)
                    paths[column].append(text_of(cell))
            elif (
                spread
                and below
                and not _own_label_above(grid, block, row, column)
                and (deep or (not paths[column] and _may_head(kamus.label(spread))))
            ):
                _drop_foreign(paths[column], foreign[column], kamus.label(spread), kamus)
                paths[column].append(spread)
                foreign[column].add(spread)
                heads[origin] = heads.get(origin, True) and not deep
    leaders = {column for column, only in heads.items() if only and len(paths[column]) == 1}
    return {column: tuple(path) for column, path in paths.items() if path and column not in leaders}


def _drop_foreign(path: list[str], foreign: set[str], label: Label, kamus: Kamus) -> None:
    """ "Realisasi" over a column ends the reach of the "Target" that only spread there from a neighbour."""
    if label.peran in VALUES and label.di_awal:
        path[:] = [text for text in path if text not in foreign or kamus.label(text).peran not in VALUES]


def _may_head(label: Label) -> bool:
    """A label that can stand over sub-columns although none stands right below it: values, years, groups."""
    return label.anak or label.tahun is not None or label.peran in VALUES


def _already(grid: Grid, block: Block, row: int, column: int) -> bool:
    """The merged label at this place was taken on a row above."""
    merge = grid.merge_of[row, column]
    return any(merge[0] <= above < row for above in block.label_rows)


def _own_label_above(grid: Grid, block: Block, row: int, column: int) -> bool:
    """A label written over just this column on a row above (then a neighbour's group label does not reach it)."""
    for above in block.label_rows:
        if above >= row:
            return False
        cell = grid.at(above, column)
        if cell is not None and grid.merge_of.get((above, column)) is None:
            return True
    return False
