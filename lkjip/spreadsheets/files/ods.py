"""An OpenDocument workbook (.ods) in one pass over its content.xml, counting what repeats before repeating it.

Not read with python-calamine, which tells neither percent (85 % arrives as 0,85) nor hidden lines nor error cells, and
which expands repeated cells before anybody can count them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from lkjip.spreadsheets.files.draft import (
    BOOLEAN,
    DATE,
    ERROR,
    FORMULA,
    MOMENT,
    NUMBER,
    TEXT,
    Draft,
    SheetDraft,
    number_text,
)
from lkjip.spreadsheets.files.limits import Refused
from lkjip.spreadsheets.files.package import Package
from lkjip.spreadsheets.files.xml_stream import parse

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_TABLE, _OFFICE, _TEXT, _STYLE = (f"{_URN}{name}:1.0 " for name in ("table", "office", "text", "style"))
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_BREAKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": "\t"}
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")
_DURATION = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d+)?S)?")
_FORMATS = {"percentage": "0.00%", "date": "yyyy-mm-dd", "time": "hh:mm", "string": "@"}


def read_ods(package: Package, draft: Draft) -> None:
    """Fill the draft with every table of the document; tables cached from other files are left out."""
    with package.open("content.xml") as stream:
        try:
            parse(stream, ContentHandler(draft), namespaces=True)
        except ValueError as error:
            raise Refused("berkas_rusak", rincian="isinya tidak menurut bentuk ods") from error


@dataclass(slots=True)
class _OpenCell:
    attributes: dict[str, str]
    repeat: int
    pieces: list[str] = field(default_factory=list)


class ContentHandler:
    """Handler of content.xml. A row is kept until it ends, because it may stand for several rows."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._sheet: SheetDraft | None = None
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._row = self._row_repeat = self._column = self._table_column = 0
        self._row_cells: list[tuple[int, int, Any, int]] = []
        self._cell: _OpenCell | None = None
        self._in_text = self._skipped = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `xml_stream.Handler`."""
        if self._skipped or name in (f"{_OFFICE}annotation", f"{_TABLE}dde-links", f"{_TABLE}tracked-changes"):
            self._skipped += 1
        elif name in _CELLS:
            self._cell = _OpenCell(attributes, _repeat(attributes, "columns")) if self._sheet else None
        elif name == f"{_TEXT}p" and self._cell:
            if self._cell.pieces:
                self._cell.pieces.append("\n")
            self._in_text += 1
        elif name == f"{_TEXT}s" and self._cell:
            self._cell.pieces.append(" " * min(_number(attributes.get(f"{_TEXT}c", "1")), 100))
        elif name in _BREAKS and self._cell:
            self._cell.pieces.append(_BREAKS[name])
        elif name == f"{_TABLE}table-row" and self._sheet:
            self._start_row(attributes)
        else:
            self._start_table_part(name, attributes)

    def _start_table_part(self, name: str, attributes: dict[str, str]) -> None:
        if name == f"{_TABLE}table" and self._sheet is None:
            hidden = attributes.get(f"{_TABLE}style-name", "") in self._hidden_styles
            self._sheet = self._draft.sheet(attributes.get(f"{_TABLE}name", ""), hidden)
            self._row = self._row_repeat = self._table_column = 0
        elif name == f"{_TABLE}table-source" and self._sheet:
            self._sheet.name = ""
        elif name == f"{_TABLE}table-column" and self._sheet:
            first, self._table_column = self._table_column + 1, self._table_column + _repeat(attributes, "columns")
            if attributes.get(f"{_TABLE}visibility") in ("collapse", "filter"):
                self._sheet.hidden_columns.update(range(first, min(self._table_column, 1024) + 1))
        elif name == f"{_STYLE}style" and attributes.get(f"{_STYLE}family") == "table":
            self._style = attributes.get(f"{_STYLE}name", "")
        elif name == f"{_STYLE}table-properties" and attributes.get(f"{_TABLE}display") == "false":
            self._hidden_styles.add(self._style)

    def end(self, name: str) -> None:
        """See `xml_stream.Handler`."""
        if self._skipped:
            self._skipped -= 1
        elif name == f"{_TEXT}p" and self._in_text:
            self._in_text -= 1
        elif name in _CELLS and self._cell:
            self._end_cell(self._cell)
            self._cell = None
        elif name == f"{_TABLE}table-row" and self._sheet:
            self._end_row(self._sheet)
        elif name == f"{_TABLE}table" and self._sheet:
            self._draft.drop_unnamed(self._sheet)
            self._sheet = None

    def text(self, text: str) -> None:
        """See `xml_stream.Handler`."""
        if self._in_text and self._cell and not self._skipped:
            self._cell.pieces.append(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row += 1
        self._row_repeat, self._column, self._row_cells = _repeat(attributes, "rows"), 0, []
        if attributes.get(f"{_TABLE}visibility") in ("collapse", "filter") and self._sheet:
            last = min(self._row + self._row_repeat - 1, self._draft.limits.rows)
            self._sheet.hidden_rows.update(range(self._row, last + 1))

    def _end_cell(self, cell: _OpenCell) -> None:
        first, self._column = self._column + 1, self._column + cell.repeat
        kind, value, number_format = _value(cell)
        if value is None and kind != FORMULA:
            return
        if self._sheet and self._column > self._draft.limits.columns:
            self._sheet.add(self._row, self._column, kind, value)
        number = self._draft.format_number(number_format)
        self._row_cells += [(column, kind, value, number) for column in range(first, self._column + 1)]
        if self._sheet:
            self._keep_merge(self._sheet, cell.attributes, first)

    def _keep_merge(self, sheet: SheetDraft, attributes: dict[str, str], column: int) -> None:
        rows = _number(attributes.get(f"{_TABLE}number-rows-spanned", "1"))
        columns = _number(attributes.get(f"{_TABLE}number-columns-spanned", "1"))
        if rows > 1 or columns > 1:
            sheet.merges.append((self._row, column, self._row + rows - 1, column + columns - 1))

    def _end_row(self, sheet: SheetDraft) -> None:
        if self._row_cells:
            for row in range(self._row, self._row + self._row_repeat):
                for column, kind, value, number in self._row_cells:
                    sheet.add(row, column, kind, value, (number, 0, 0))
        self._row += self._row_repeat - 1


def _value(cell: _OpenCell) -> tuple[int, Any, str]:
    """(kind, value, number format) of a cell; value None where it is blank."""
    attributes = cell.attributes
    kind = attributes.get(f"{_OFFICE}value-type", "")
    text = "".join(cell.pieces)
    number_format = _FORMATS.get(kind, "General")
    if f"{_TABLE}formula" in attributes and (_ERROR.fullmatch(text) or not (kind or text)):
        return (ERROR, text, number_format) if text else (FORMULA, None, number_format)
    if kind in ("float", "percentage", "currency"):
        return *_float(attributes.get(f"{_OFFICE}value", ""), text), number_format
    if kind == "boolean":
        return BOOLEAN, attributes.get(f"{_OFFICE}boolean-value") == "true", number_format
    if kind == "date":
        return *_day(attributes.get(f"{_OFFICE}date-value", ""), text), number_format
    if kind == "time":
        return *_time(attributes.get(f"{_OFFICE}time-value", ""), text), number_format
    return TEXT, (text or attributes.get(f"{_OFFICE}string-value") or None), number_format


def _float(written: str, shown: str) -> tuple[int, str]:
    try:
        text = number_text(float(written))
    except ValueError:
        text = None
    return (NUMBER, text) if text is not None else (TEXT, shown or written)


def _day(written: str, shown: str) -> tuple[int, str]:
    try:
        moment = datetime.fromisoformat(written.partition(".")[0].removesuffix("Z"))
    except ValueError:
        return TEXT, shown or written
    if "T" in written and (moment.hour or moment.minute or moment.second):
        return MOMENT, moment.replace(tzinfo=None).isoformat()
    return DATE, date(moment.year, moment.month, moment.day).isoformat()


def _time(written: str, shown: str) -> tuple[int, str]:
    found = _DURATION.fullmatch(written)
    if not found:
        return TEXT, shown or written
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return NUMBER, number_text((hours * 3600 + minutes * 60 + seconds) / 86_400) or "0"


def _repeat(attributes: dict[str, str], what: str) -> int:
    return _number(attributes.get(f"{_TABLE}number-{what}-repeated", "1"))


def _number(written: str) -> int:
    """A count of OpenDocument: at least 1 and no longer than any sheet."""
    if not written.isdigit() or len(written) > 9 or int(written) < 1:
        raise ValueError(written)
    return int(written)
