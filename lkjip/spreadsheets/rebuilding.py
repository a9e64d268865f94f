"""An open .xlsx workbook from the cells of another kind of file; a section workbook gets its locks and checks back."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from lkjip.spreadsheets.cells import Cell, Sheet, column_letter
from lkjip.spreadsheets.template import schema
from lkjip.spreadsheets.template.locate import plain, prefilled_in, text_of
from lkjip.spreadsheets.template.validations import Label
from lkjip.spreadsheets.template.write import write_workbook

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as OpenCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNFIT = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 32_000  # of a text in a cell
_LONGEST_TITLE = 31


def rebuilt(sheets: Sequence[Sheet], label: Label) -> Workbook:
    """A workbook with the same values in the same cells."""
    return _as_section_workbook(sheets, label) or _bare(sheets)


def _as_section_workbook(sheets: Sequence[Sheet], label: Label) -> Workbook | None:
    """The section workbook made anew with what was typed into it; None where its rows have moved."""
    import openpyxl

    isi = prefilled_in(sheets)
    if isi is None:
        return None
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(isi, label)))
    if {plain(sheet.name) for sheet in sheets} != {plain(name) for name in book.sheetnames}:
        return None
    by_name = {plain(name): book[name] for name in book.sheetnames}
    written = [(sheet, by_name[plain(sheet.name)]) for sheet in sheets if sheet.name in schema.LEMBAR]
    if not all(_in_place(sheet, target) for sheet, target in written):
        return None
    for sheet, target in written:
        for cell in sheet.cells:
            if cell.row > schema.BARIS_JUDUL and cell.column > 1:
                _write(target, cell)
    return book


def _in_place(sheet: Sheet, target: Worksheet) -> bool:
    """Heads and hidden ids where the template has them."""
    cells = {(cell.row, cell.column): text_of(cell) for cell in sheet.cells}
    heads = [(schema.BARIS_JUDUL, column) for column in range(1, target.max_column + 1)]
    ids = [(row, 1) for row in range(schema.BARIS_JUDUL + 1, target.max_row + 1)]
    return all(plain(cells.get(place, "")) == plain(str(target.cell(*place).value or "")) for place in heads + ids)


def _bare(sheets: Sequence[Sheet]) -> Workbook:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, sheet in enumerate(sheets, 1):
        title = _UNFIT.sub("_", sheet.name)[:_LONGEST_TITLE] or f"Lembar {number}"
        target = book.create_sheet(title)
        for cell in sheet.cells:
            _write(target, cell)
        for column in sheet.hidden_columns:
            target.column_dimensions[column_letter(column)].hidden = True
        for row in sheet.hidden_rows:
            target.row_dimensions[row].hidden = True
        if sheet.hidden and number > 1:
            target.sheet_state = "hidden"
    return book


def _write(target: Worksheet, cell: Cell) -> None:
    """One value as it was read; a formula without a value stays an empty cell."""
    place = target.cell(cell.row, cell.column)
    if cell.galat:
        put(target, cell.row, cell.column, cell.galat)
    elif isinstance(cell.value, str):
        if place.value != cell.value:
            put(target, cell.row, cell.column, cell.value)
    elif isinstance(cell.value, bool):
        place.value = cell.value
    elif isinstance(cell.value, Decimal):
        place.value = float(cell.value)
    elif isinstance(cell.value, date):
        place.value = cell.value
    if isinstance(cell.value, Decimal) and "%" in cell.format:
        place.number_format = "0.00%"


def put(sheet: Worksheet, row: int, column: int, text: str) -> OpenCell:
    """A text that stays a text, whatever sign it begins with."""
    cell: OpenCell = sheet.cell(row, column)
    cell.value = plain_text(text)[:_LONGEST]
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True
    return cell


def plain_text(text: str) -> str:
    """Without the signs no workbook can hold."""
    return _ILLEGAL.sub("", text)
