"""A block of data without any header: shown as a table whose columns the user must name."""

from __future__ import annotations

from lkjip.spreadsheets.grid import Grid
from lkjip.spreadsheets.meaning import content
from lkjip.spreadsheets.regions import physical_rows
from lkjip.spreadsheets.table import Jenis, Kolom, Peran, Tabel

FEWEST_ROWS = 3


def headless_table(grid: Grid) -> list[Tabel]:
    """The sheet's rows as one table of unknown kind where at least three rows have two columns or more."""
    rows = tuple(row for row in grid.row_numbers() if len(grid.rows[row]) >= 2)
    if len(rows) < FEWEST_ROWS:
        return []
    mentah = physical_rows(grid, rows, 1, 10**6)
    columns = sorted({column for raw in mentah for column in raw.cells})
    kolom = []
    named = False
    for column in columns:
        isi = content(raw.cells[column] for raw in mentah if column in raw.cells)
        role = Peran.ABAIKAN
        if isi.berkode:
            role = Peran.KODE
        elif isi.nama and not named:
            role, named = Peran.URAIAN, True
        kolom.append(Kolom(column, "", role))
    return [Tabel(grid.sheet.name, 0, Jenis.LAIN, "", (), tuple(kolom), (), mentah)]
