"""Small sheets and whole readings for tests: rows as lists, and everything a reading needs in one call."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from lkjip import validation
from lkjip.domain.finding import Finding
from lkjip.domain.reading import Bacaan
from lkjip.rules import load_aturan
from lkjip.spreadsheets.cells import Cell, CellValue, Sheet, Workbook
from lkjip.spreadsheets.files.read import read_workbook
from lkjip.spreadsheets.records.read import read_records
from lkjip.spreadsheets.table import Tabel
from lkjip.spreadsheets.tables.find import find_tables

Value = CellValue | int | float


@dataclass(frozen=True)
class Terbaca:
    """A workbook read to the end: tables, readings with verdicts, and all findings of each."""

    tabel: tuple[Tabel, ...]
    bacaan: tuple[Bacaan, ...]
    umum: tuple[Finding, ...]
    temuan: tuple[tuple[Finding, ...], ...]

    @property
    def kode(self) -> list[str]:
        """Every finding code, general ones first."""
        return [one.kode for one in (*self.umum, *(finding for some in self.temuan for finding in some))]

    def dengan(self, kode: str) -> list[Finding]:
        """The findings of one code."""
        every = (*self.umum, *(finding for some in self.temuan for finding in some))
        return [finding for finding in every if finding.kode == kode]


def sheet(
    rows: Sequence[Sequence[Value]], name: str = "Lembar1", merges: Sequence[str] = (), hidden: bool = False
) -> Sheet:
    """A sheet from rows of values; None and "" leave the cell out. Merges as "A1:A2"."""
    cells = []
    spans = tuple(_span(merge) for merge in merges)
    corners = {(top, left) for top, left, _, _ in spans}
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value is None or value == "":
                continue
            plain = Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value
            cells.append(Cell(row, column, plain, merged=(row, column) in corners))
    return Sheet(name, hidden, tuple(cells), spans)


def _span(merge: str) -> tuple[int, int, int, int]:
    found = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", merge)
    assert found, merge

    def number(letters: str) -> int:
        total = 0
        for letter in letters:
            total = total * 26 + ord(letter) - 64
        return total

    return int(found[2]), number(found[1]), int(found[4]), number(found[3])


def book(*sheets: Sheet, name: str = "contoh.xlsx") -> Workbook:
    """A workbook of these sheets."""
    return Workbook(name, "0" * 64, "xlsx", sheets)


def read(workbook: Workbook, answers: Mapping[str, str] | None = None, tahun: int | None = None) -> Terbaca:
    """Find the tables and read them all."""
    aturan = load_aturan()
    tabel, umum = find_tables(workbook, aturan.istilah, aturan.katalog)
    bacaan = tuple(
        read_records(one, aturan.istilah, aturan.katalog, aturan.program, answers or {}, tahun) for one in tabel
    )
    temuan = tuple((*one.temuan, *validation.validate(one, aturan.katalog)) for one in bacaan)
    return Terbaca(tabel, bacaan, (*workbook.findings, *umum), temuan)


def read_rows(rows: Sequence[Sequence[Value]], merges: Sequence[str] = (), tahun: int | None = None) -> Terbaca:
    """The reading of one sheet given as rows."""
    return read(book(sheet(rows, merges=merges)), tahun=tahun)


def read_bytes(
    name: str, content: bytes, answers: Mapping[str, str] | None = None, tahun: int | None = None
) -> Terbaca:
    """The reading of a file given as bytes, through the limited reading process."""
    return read(read_workbook(name, content, load_aturan().katalog), answers, tahun)


def read_path(path: Path, answers: Mapping[str, str] | None = None, tahun: int | None = None) -> Terbaca:
    """The reading of a file on disk."""
    return read_bytes(path.name, path.read_bytes(), answers, tahun)


def a_date(year: int, month: int, day: int) -> date:
    """A date as a cell holds it."""
    return date(year, month, day)
