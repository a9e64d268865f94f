"""Small workbooks, each with one oddity: the base tables, and the ways to write what no spreadsheet program would."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lkjip.spreadsheets.cells import column_letter
from tests.makers.spreadsheet_files import package, xlsx_parts

Row = Sequence[Any]
HEAD = ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi 2025")
KINERJA: tuple[Row, ...] = (
    HEAD,
    (1, "Meningkatnya pelayanan (CONTOH)", "Indeks Kepuasan Masyarakat", "nilai", 85, 87.5),
    (2, "Meningkatnya pelayanan (CONTOH)", "Jumlah pengaduan ditangani", "pengaduan", 10, 8),
    (3, "Tertib administrasi (CONTOH)", "Persentase arsip tertata", "%", 90, 81),
)
ANGGARAN: tuple[Row, ...] = (
    ("Kode", "Program / Kegiatan", "Pagu 2025", "Realisasi 2025"),
    ("7.01.02", "Program Pelayanan Publik", 150_000_000, 120_000_000),
    ("7.01.03", "Program Pemberdayaan Masyarakat", 50_000_000, 45_000_000),
)


@dataclass(frozen=True, slots=True)
class Xml:
    """A cell written as it stands: attributes of <c> and what is inside."""

    inside: str
    attributes: str = ""


def book(*sheets: tuple[str, Sequence[Row]], more: Callable[[Workbook, list[Worksheet]], None] | None = None) -> bytes:
    """A workbook of named sheets; `more` does to it what rows cannot say."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as made:
        pages = []
        for name, rows in sheets:
            page = made.add_worksheet(name)
            pages.append(page)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value is not None:
                        page.write(number, column, value)
        if more is not None:
            more(made, pages)
    return out.getvalue()


def one(rows: Sequence[Row], more: Callable[[Workbook, list[Worksheet]], None] | None = None) -> bytes:
    """A workbook of one sheet."""
    return book(("Kinerja", rows), more=more)


def changed(rows: Sequence[Row], cells: Mapping[str, Any]) -> list[list[Any]]:
    """The rows with other values in some cells ("F3")."""
    grid = [list(row) for row in rows]
    for address, value in cells.items():
        grid[int(address[1:]) - 1][ord(address[0]) - ord("A")] = value
    return grid


def raw(rows: Iterable[Row], **parts: Any) -> dict[str, str]:
    """The parts of a workbook written by hand; its sheet is named "Kinerja"."""
    made = xlsx_parts("".join(_raw_row(number, row) for number, row in enumerate(rows, 1)), **parts)
    return {**made, "xl/workbook.xml": made["xl/workbook.xml"].replace('name="S1"', 'name="Kinerja"')}


def raw_book(rows: Iterable[Row], **parts: Any) -> bytes:
    """The same as a file."""
    return package(raw(rows, **parts))


def _raw_row(number: int, row: Row) -> str:
    cells = "".join(
        _raw_cell(f"{column_letter(column)}{number}", value) for column, value in enumerate(row, 1) if value is not None
    )
    return f'<row r="{number}">{cells}</row>'


def _raw_cell(address: str, value: Any) -> str:
    if isinstance(value, Xml):
        return f'<c r="{address}" {value.attributes}>{value.inside}</c>'
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    return f'<c r="{address}"><v>{value}</v></c>'


def csv_text(rows: Iterable[Row], separator: str = ";") -> bytes:
    """The rows as a text table."""
    lines = (separator.join("" if value is None else str(value) for value in row) for row in rows)
    return ("\n".join(lines) + "\n").encode()
