"""Sheet columns without a header: to which headed column do they belong?"""

from __future__ import annotations

from collections.abc import Mapping

from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import BarisTabel, Kolom
from lkjip.spreadsheets.tables.grid import is_number
from lkjip.spreadsheets.tables.headers import VALUES

REACH = 3  # columns


def attach(kolom: Mapping[int, Kolom], mentah: tuple[BarisTabel, ...], names: list[int]) -> dict[int, int]:
    """Which column each sheet column belongs to; one without a header joins the nearest it never stands beside.

    Conversions of PDF tables scatter one column over several sheet columns.
    """
    used: dict[int, set[int]] = {}
    texts: dict[int, int] = {}
    for raw in mentah:
        for column, cell in raw.cells.items():
            used.setdefault(column, set()).add(raw.row)
            texts[column] = texts.get(column, 0) + (not is_number(cell))
    attached = {column: column for column in used if column in kolom}
    taken = {column: set(rows) for column, rows in used.items() if column in kolom}
    for column in sorted(set(used) - set(kolom)):
        wordy = texts[column] * 2 > len(used[column])
        if not wordy and len(used[column]) * 10 < len(mentah) * 3:
            continue  # a few stray figures beside the table
        for target in sorted(kolom, key=lambda other: (abs(other - column), other < column)):
            fits = target in names if wordy else kolom[target].peran in VALUES
            if abs(target - column) <= REACH and fits and not taken.get(target, set()) & used[column]:
                attached[column] = target
                taken.setdefault(target, set()).update(used[column])
                break
    return attached


def mapped(raw: BarisTabel, attached: Mapping[int, int], kolom: Mapping[int, Kolom]) -> dict[int, Cell]:
    """A physical row by column instead of sheet column; where two meet, the headed one counts."""
    cells: dict[int, Cell] = {}
    for column in sorted(raw.cells, key=lambda c: (c not in kolom, c)):
        target = attached.get(column)
        if target is not None:
            cells.setdefault(target, raw.cells[column])
    return cells
