"""A block of data whose columns no header explains: shown as a table whose columns the user must name."""

from __future__ import annotations

from dataclasses import replace

from lkjip.spreadsheets.table import BarisTabel, Jenis, Kolom, Peran, Tabel
from lkjip.spreadsheets.tables.grid import Grid, is_number, text_of
from lkjip.spreadsheets.tables.meaning import content
from lkjip.spreadsheets.tables.regions import physical_rows

FEWEST_ROWS = 3


def headless_table(grid: Grid) -> list[Tabel]:
    """The sheet's rows as one table of unknown kind where at least three rows have two columns or more."""
    rows = tuple(row for row in grid.row_numbers() if len(grid.rows[row]) >= 2)
    if len(rows) < FEWEST_ROWS:
        return []
    mentah = physical_rows(grid, rows, 1, 10**6)
    titles = _unknown_titles(mentah)
    mentah = mentah[1:] if titles else mentah
    columns = sorted({column for raw in mentah for column in raw.cells})
    kolom = []
    named = False
    for column in columns:
        isi = content(raw.cells[column] for raw in mentah if column in raw.cells)
        found = Kolom(column, titles.get(column, ""), Peran.ABAIKAN)
        if isi.berkode:
            found = replace(found, peran=Peran.KODE)
        elif isi.nama and not named:
            found, named = replace(found, peran=Peran.URAIAN), True
        kolom.append(found)
    return [Tabel(grid.sheet.name, 0, Jenis.LAIN, "", rows[:1] if titles else (), tuple(kolom), (), mentah)]


def _unknown_titles(mentah: tuple[BarisTabel, ...]) -> dict[int, str]:
    """A first row of texts over rows with numbers names its columns, in words that the dictionary does not know."""
    first, rest = mentah[0].cells, mentah[1:]
    if any(is_number(cell) for cell in first.values()) or not any(
        is_number(cell) for raw in rest for cell in raw.cells.values()
    ):
        return {}
    return {column: text_of(cell) for column, cell in first.items()}
