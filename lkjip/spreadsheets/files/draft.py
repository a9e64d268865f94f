"""Cells on their way out of the reading process: collected under limits, plain enough to travel as JSON.

Every reader (xlsx, xls, ods, csv, html) fills the same `Draft`; so the limits, the cleaning of text and the way
back into `Sheet` exist once. A cell travels as [row, column, kind, value, format number, bold, indent].
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from lkjip.spreadsheets.cells import Cell, CellValue, Sheet, address
from lkjip.spreadsheets.files.limits import Limits, Refused

MOST_MERGED_ROWS = 2_000_000
MOST_NAMED = 5
TEXT, NUMBER, BOOLEAN, DATE, MOMENT, ERROR, FORMULA = range(7)
Look = tuple[int, int, int]  # number of the format, bold, indent
PLAIN: Look = (0, 0, 0)
UNREADABLE = "\ufffd"  # stands for what no page or database can hold

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean_text(text: str) -> str:
    """Line ends as "\\n"; control characters and lone surrogates, which no page or database can hold, as "\\ufffd"."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub(UNREADABLE, text.replace("\r\n", "\n").replace("\r", "\n"))


def number_text(value: float) -> str | None:
    """A binary number as Excel shows it (15 digits), None where it is not a number at all (NaN, infinite)."""
    text = format(value, ".15g")
    if text[-1] in "fn":
        return None
    return "0" if text == "-0" else text


class SheetDraft:
    """One sheet being read."""

    def __init__(self, draft: Draft, name: str, hidden: bool) -> None:
        self.draft = draft
        self.name = clean_text(name)
        self.hidden = hidden
        self.cells: list[list[Any]] = []
        self.merges: list[tuple[int, int, int, int]] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.shapes: list[str] = []
        self.formulas: list[tuple[int, int, int]] = []  # row, column, number of the shape
        self.unreadable: list[str] = []  # cells with a character that could not be read
        self._ordered = True
        self._last = (0, 0)

    def add(self, row: int, column: int, kind: int, value: object, look: Look = PLAIN) -> None:
        """Take a cell that holds something, with its look; refuse the file where a limit is passed."""
        limits = self.draft.limits
        if not (0 < row <= limits.rows and 0 < column <= limits.columns):
            raise Refused("sel_terlalu_jauh", lembar=self.name, sel=address(row, column))
        place = (row, column)
        if place <= self._last:
            self._ordered = False
        self._last = place
        self.put(row, column, kind, value, look)

    def put(self, row: int, column: int, kind: int, value: object, look: Look) -> None:
        """Like `add`, for a reader that has seen to it that the place is within the limits and behind all others."""
        draft = self.draft
        if kind == TEXT:
            value = text = clean_text(str(value))
            if not text or text.isspace():
                return
            most = draft.limits.text_length
            if len(text) > most:
                raise Refused("teks_terlalu_panjang", lembar=self.name, sel=address(row, column), paling_banyak=most)
            if not text.isascii() and UNREADABLE in text:
                self.unreadable.append(address(row, column))
        draft.count += 1
        if draft.count > draft.limits.cells:
            raise Refused("sel_terlalu_banyak", lembar=self.name, paling_banyak=draft.limits.cells)
        self.cells.append([row, column, kind, value, *look])

    def finish(self) -> dict[str, Any]:
        """The sheet in reading order, its merges and hidden lines cut to where cells are."""
        if not self._ordered:
            self.cells.sort(key=lambda cell: (cell[0], cell[1]))
            for before, cell in zip(self.cells, self.cells[1:], strict=False):
                if before[:2] == cell[:2]:
                    raise Refused("sel_ganda", lembar=self.name, sel=address(cell[0], cell[1]))
        last_row = self.cells[-1][0] if self.cells else 0
        last_column = max((cell[1] for cell in self.cells), default=0)
        cut = ((r1, c1, min(r2, last_row), min(c2, last_column)) for r1, c1, r2, c2 in self.merges)
        merges = sorted({area for area in cut if area[0] <= area[2] and area[1] <= area[3] and area[:2] != area[2:]})
        self._drop_covered(merges)
        if self.unreadable:
            named = ", ".join(self.unreadable[:MOST_NAMED]) + (", ..." if len(self.unreadable) > MOST_NAMED else "")
            self.draft.note(
                "karakter_tidak_terbaca",
                lembar=self.name,
                sel=self.unreadable[0],
                banyak=len(self.unreadable),
                daftar=named,
            )
        return {
            "name": self.name,
            "hidden": self.hidden,
            "cells": self.cells,
            "merges": merges,
            "hidden_rows": sorted(row for row in self.hidden_rows if row <= last_row),
            "hidden_columns": sorted(column for column in self.hidden_columns if column <= last_column),
            "shapes": self.shapes,
            "formulas": self.formulas,
        }

    def _drop_covered(self, merges: list[tuple[int, int, int, int]]) -> None:
        """Values under a merged range are not shown by any program: they are left out, and that is said."""
        if sum(area[2] - area[0] + 1 for area in merges) > MOST_MERGED_ROWS:
            raise Refused("berkas_rusak", lembar=self.name, rincian="sel gabungannya terlalu banyak")
        by_row: dict[int, list[tuple[int, int, int, int]]] = {}
        for area in merges:
            for row in range(area[0], area[2] + 1):
                by_row.setdefault(row, []).append(area)
        covered = [
            cell
            for cell in self.cells
            for area in by_row.get(cell[0], ())
            if area[1] <= cell[1] <= area[3] and (cell[0], cell[1]) != area[:2]
        ]
        if covered:
            gone = {(cell[0], cell[1]) for cell in covered}
            self.cells = [cell for cell in self.cells if (cell[0], cell[1]) not in gone]
            named = [f"{address(cell[0], cell[1])}: {cell[3]}" for cell in covered[:MOST_NAMED]]
            self.draft.note(
                "nilai_di_balik_gabungan",
                lembar=self.name,
                sel=address(covered[0][0], covered[0][1]),
                banyak=len(gone),
                daftar="; ".join(named) + ("; ..." if len(gone) > MOST_NAMED else ""),
            )


class Draft:
    """A workbook being read, with its notes (codes of findings and their places)."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.count = 0
        self.formats: list[str] = [""]
        self.notes: list[dict[str, Any]] = []
        self.sheets: list[SheetDraft] = []
        self._format_numbers: dict[str, int] = {"": 0}

    def restart(self) -> None:
        """Forget everything read so far: another reader begins anew."""
        self.count = 0
        self.sheets.clear()
        self.notes.clear()

    def sheet(self, name: str, hidden: bool = False) -> SheetDraft:
        """Begin the next sheet."""
        if len(self.sheets) >= self.limits.sheets:
            raise Refused("lembar_terlalu_banyak", paling_banyak=self.limits.sheets)
        self.sheets.append(SheetDraft(self, name, hidden))
        return self.sheets[-1]

    def drop_unnamed(self, sheet: SheetDraft) -> None:
        """Forget a table that has lost its name: it only mirrors another file."""
        if not sheet.name:
            self.sheets.remove(sheet)

    def format_number(self, number_format: str) -> int:
        """The short number under which a number format travels."""
        number = self._format_numbers.setdefault(number_format, len(self.formats))
        if number == len(self.formats):
            self.formats.append(clean_text(number_format)[:255])
        return number

    def note(self, kode: str, *, lembar: str = "", sel: str = "", **isi: object) -> None:
        """Remember something worth telling: the code of a finding and what to fill into its text."""
        self.notes.append({"kode": kode, "lembar": lembar, "sel": sel, "isi": isi})

    def finish(self) -> dict[str, Any]:
        """The whole, ready to travel as JSON."""
        return {
            "sheets": [sheet.finish() for sheet in self.sheets],
            "formats": self.formats,
            "notes": self.notes,
        }


_VALUES: Mapping[int, Callable[[Any], CellValue]] = {
    BOOLEAN: bool,
    DATE: date.fromisoformat,
    MOMENT: datetime.fromisoformat,
}


def sheet_from(data: Mapping[str, Any], formats: list[str]) -> Sheet:
    """The `Sheet` that travelled as JSON."""
    merges = tuple(tuple(area) for area in data["merges"])
    merged = {area[:2] for area in merges}
    shapes = data["shapes"]
    behind = {(row, column): shapes[number] for row, column, number in data["formulas"]}
    cells = []
    for row, column, kind, value, number_format, bold, indent in data["cells"]:
        place = row, column
        content, galat = (None, value) if kind == ERROR else (_content(kind, value), "")
        cells.append(
            Cell(
                row,
                column,
                content,
                formats[number_format],
                galat,
                kind == FORMULA,
                place in merged,
                indent,
                bold == 1,
                behind.get(place, ""),
            )
        )
    return Sheet(
        name=data["name"],
        hidden=data["hidden"],
        cells=tuple(cells),
        merges=merges,
        hidden_rows=frozenset(data["hidden_rows"]),
        hidden_columns=frozenset(data["hidden_columns"]),
    )


def _content(kind: int, value: Any) -> CellValue:
    if kind == NUMBER:
        return Decimal(value)
    if kind == TEXT:
        return str(value)
    return None if kind == FORMULA else _VALUES[kind](value)
