"""The evaluation as a workbook: numbers as numbers, user text as text, never a formula we did not write."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from lkjip.domain.evaluasi import Evaluasi
from lkjip.reports.build import seal_of
from lkjip.reports.build_front import JUDUL
from lkjip.reports.xlsx_cells import Amount, Cell, Percent, Sheet
from lkjip.reports.xlsx_sheets import sheets_of

HEAD_ROW = 4  # title, office, seal, an empty row, then the header
PAPER_A4 = 9
LINE = 13.5  # points
FILL = 0.95  # letters per unit of column width, with room for capitals


def write_xlsx(evaluasi: Evaluasi, made: datetime | None = None) -> bytes:
    """Ringkasan, Pengukuran Kinerja, Per Sasaran, Riwayat, Anggaran, Aturan & Sumber."""
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(buffer, options)
    kantor = evaluasi.data.kantor
    book.set_properties(
        {
            "title": f"Evaluasi kinerja {kantor.nama} Tahun {evaluasi.tahun}",
            "subject": seal_of(evaluasi.data),
            "author": kantor.nama,
            "comments": "CONTOH: data rekaan" if kantor.demo else "",
            "created": made or datetime.now(UTC),
        }
    )
    writer = _Writer(book, evaluasi)
    for sheet in sheets_of(evaluasi):
        writer.add(sheet)
    book.close()
    return buffer.getvalue()


class _Writer:
    """Writes sheets with one set of formats."""

    def __init__(self, book: Workbook, evaluasi: Evaluasi) -> None:
        self._book = book
        self._evaluasi = evaluasi
        base = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
        boxed = {**base, "border": 1, "border_color": "#AEB8C2"}
        centred = {"text_wrap": True, "align": "center", "valign": "vcenter"}
        self._formats: dict[str, Any] = {
            "title": book.add_format({**base, "font_size": 14, "bold": True}),
            "plain": book.add_format({**base, "font_color": "#52606D"}),
            "mark": book.add_format({**base, "bold": True, "font_color": "#B04E00"}),
            "head": book.add_format({**boxed, **centred, "bold": True, "bg_color": "#EDF1F5"}),
            "text": book.add_format({**boxed, "text_wrap": True}),
            "number": book.add_format({**boxed, "num_format": "#,##0.######"}),
            "whole": book.add_format({**boxed, "num_format": "#,##0"}),
            "count": book.add_format({**boxed, "num_format": "0"}),
            "percent": book.add_format({**boxed, "num_format": "#,##0.00"}),
            "amount": book.add_format({**boxed, "num_format": "#,##0"}),
        }

    def add(self, sheet: Sheet) -> None:
        """One sheet: title block, frozen header, rows, widths, print setup."""
        page = self._book.add_worksheet(sheet.name)
        self._title(page, sheet)
        for column, (title, width) in enumerate(sheet.columns):
            page.write_string(HEAD_ROW, column, title, self._formats["head"])
            page.set_column(column, column, width)
        page.set_row(HEAD_ROW, self._height(tuple(title for title, _ in sheet.columns), sheet))
        for row, cells in enumerate(sheet.rows, HEAD_ROW + 1):
            page.set_row(row, self._height(cells, sheet))
            self._row(page, row, cells)
        last = HEAD_ROW + len(sheet.rows)
        if sheet.rows:
            page.autofilter(HEAD_ROW, 0, last, len(sheet.columns) - 1)
        page.freeze_panes(HEAD_ROW + 1, sheet.frozen)
        self._print(page, last, sheet.printed or len(sheet.columns))

    def _title(self, page: Worksheet, sheet: Sheet) -> None:
        kantor, data = self._evaluasi.data.kantor, self._evaluasi.data
        page.write_string(0, 0, sheet.title, self._formats["title"])
        page.write_string(1, 0, f"{kantor.nama}, {kantor.daerah}", self._formats["plain"])
        page.write_string(2, 0, f"{JUDUL} · {seal_of(data)}", self._formats["plain"])
        if kantor.demo:
            page.write_string(3, 0, "CONTOH – data rekaan, bukan laporan resmi", self._formats["mark"])

    def _row(self, page: Worksheet, row: int, cells: Sequence[Cell]) -> None:
        """Decimals as numbers (with the digits they have), all else as the text it is."""
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                page.write_string(row, column, cell, self._formats["text"])
            elif isinstance(cell, Percent):
                page.write_number(row, column, float(cell.angka), self._formats["percent"])
            elif isinstance(cell, Amount):
                page.write_number(row, column, float(cell.angka), self._formats["amount"])
            elif isinstance(cell, int):  # counts and years: no points between thousands, 2025 is not 2.025
                page.write_number(row, column, cell, self._formats["count"])
            else:  # a whole number must not end in the comma of decimals it does not have
                kind = "whole" if cell == cell.to_integral_value() else "number"
                page.write_number(row, column, float(cell), self._formats[kind])

    @staticmethod
    def _height(cells: Sequence[Cell], sheet: Sheet) -> float:
        """Room for the longest wrapped text of a row: not every program grows rows by itself."""
        texts = [(cell, width) for cell, (_, width) in zip(cells, sheet.columns, strict=True) if isinstance(cell, str)]
        lines = max((len(textwrap.wrap(text, max(int(width * FILL), 1))) for text, width in texts), default=1)
        return max(lines, 1) * LINE

    def _print(self, page: Worksheet, last: int, columns: int) -> None:
        page.set_landscape()
        page.set_paper(PAPER_A4)
        page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(HEAD_ROW)
        page.print_area(0, 0, last, columns - 1)
        mark = "CONTOH " if self._evaluasi.data.kantor.demo else ""
        page.set_footer(f"&L{mark}{seal_of(self._evaluasi.data).replace('&', '&&')}&RHalaman &P dari &N")
