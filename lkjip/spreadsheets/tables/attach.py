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
    columns = {column for raw in mentah for column in raw.cells}
    attached = {column: column for column in columns if column in kolom}
    if len(attached) == len(columns):
        return attached
    used = {column: {raw.row for raw in mentah if column in raw.cells} for column in columns}
    taken = {column: set(used[column]) for column in attached}
    for column in sorted(columns - attached.keys()):
        texts = sum(not is_number(raw.cells[column]) for raw in mentah if column in raw.cells)
        wordy = texts * 2 > len(used[column])
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
    stray = raw.cells.keys() - kolom.keys()
    if not stray:
        return {column: raw.cells[column] for column in sorted(raw.cells)}
    headed = [column for column in sorted(raw.cells) if column in kolom]
    for column in [*headed, *sorted(stray)]:
        target = attached.get(column)
        if target is not None:
            cells.setdefault(target, raw.cells[column])
    return cells
