"""An Excel 97-2003 workbook (.xls) read with xlrd, which knows number formats, error cells and hidden lines.

python-calamine knows none of these in .xls (85 % kept as 0,85 would be read as 0,85); it reads what xlrd cannot open.
"""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

import xlrd

from lkjip.spreadsheets.files.calamine import read_with_calamine
from lkjip.spreadsheets.files.draft import BOOLEAN, DATE, ERROR, MOMENT, NUMBER, TEXT, Draft, SheetDraft, number_text
from lkjip.spreadsheets.files.limits import Refused
from lkjip.spreadsheets.files.number_formats import day_of_serial, shows_date

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet


def read_xls(content: bytes, draft: Draft) -> None:
    """Fill the draft with every worksheet."""
    try:
        book = _open(content)
        for sheet in book.sheets():
            _read_sheet(book, sheet, draft.sheet(sheet.name, sheet.visibility != 0))
    except (MemoryError, Refused):
        raise
    except Exception as error:  # xlrd on broken files: IndexError, struct.error, ...
        if any(word in str(error).lower() for word in ("encrypted", "password")):
            raise Refused("berkas_terkunci") from error
        _read_instead(content, draft, error)


def _read_instead(content: bytes, draft: Draft, error: Exception) -> None:
    """Values without formats from calamine, said so; when it cannot either, the file is broken."""
    draft.restart()
    try:
        read_with_calamine(content, draft)
    except ValueError:
        raise Refused("berkas_rusak", rincian="isinya tidak utuh") from error
    draft.note("format_tidak_terbaca")


def _open(content: bytes) -> Book:
    silent = io.StringIO()
    try:
        return xlrd.open_workbook(file_contents=content, logfile=silent, formatting_info=True, ragged_rows=True)
    except (NotImplementedError, KeyError, IndexError, AssertionError):  # formats damaged; the cells may be whole
        return xlrd.open_workbook(file_contents=content, logfile=silent, ragged_rows=True)


def _read_sheet(book: Book, sheet: Sheet, target: SheetDraft) -> None:
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind not in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK):
                _read_cell(book, sheet.cell(row, column), (row + 1, column + 1), target)
    target.merges = [(r1 + 1, c1 + 1, r2, c2) for r1, r2, c1, c2 in sheet.merged_cells]
    target.hidden_rows = {row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden}
    target.hidden_columns = {column + 1 for column, info in sheet.colinfo_map.items() if info.hidden}


def _read_cell(book: Book, cell: Any, place: tuple[int, int], target: SheetDraft) -> None:
    number_format, bold, indent = _style(book, cell.xf_index)
    kind, value = _typed(book, cell, number_format)
    target.add(*place, kind, value, (target.draft.format_number(number_format), int(bold), indent))


def _style(book: Book, index: int | None) -> tuple[str, bool, int]:
    if index is None or not book.formatting_info or index >= len(book.xf_list):
        return "General", False, 0
    style = book.xf_list[index]
    found = book.format_map.get(style.format_key)
    bold = style.font_index < len(book.font_list) and bool(book.font_list[style.font_index].bold)
    return (found.format_str if found else "General"), bold, min(style.alignment.indent_level, 250)


def _typed(book: Book, cell: Any, number_format: str) -> tuple[int, object]:
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return ERROR, xlrd.error_text_from_code.get(cell.value, "#N/A")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return BOOLEAN, bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_TEXT:
        return TEXT, cell.value
    if cell.ctype == xlrd.XL_CELL_DATE or shows_date(number_format):
        day = day_of_serial(cell.value, number_format, since_1904=bool(book.datemode))
        if day is not None:
            return (MOMENT if isinstance(day, datetime) else DATE), day.isoformat()
    text = number_text(cell.value)
    return (NUMBER, text) if text is not None else (TEXT, str(cell.value))
