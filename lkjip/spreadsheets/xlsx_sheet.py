"""One sheet of an xlsx in one pass: values, formats, error cells, formulas without a value, hidden lines, merges."""

from __future__ import annotations

from datetime import date, datetime

from lkjip.spreadsheets.cells import address
from lkjip.spreadsheets.draft import BOOLEAN, DATE, ERROR, FORMULA, MOMENT, NUMBER, TEXT, SheetDraft, number_text
from lkjip.spreadsheets.limits import Refused
from lkjip.spreadsheets.number_formats import day_of_serial, shows_date
from lkjip.spreadsheets.xlsx_styles import PLAIN, CellStyle, unescape
from lkjip.spreadsheets.xml_stream import local

_DIGITS = "0123456789"
_BEYOND = 1 << 30


class SheetHandler:
    """Handler of sheetN.xml. Reads what stands in the cells, never the sheet's claim about its own size."""

    def __init__(self, sheet: SheetDraft, strings: list[str], styles: list[CellStyle], *, since_1904: bool) -> None:
        self._sheet = sheet
        self._strings = strings
        self._since_1904 = since_1904
        number = sheet.draft.format_number
        self._styles = [(style, number(style.number_format), shows_date(style.number_format)) for style in styles]
        self._plain = (PLAIN, number(PLAIN.number_format), False)
        self._letters: dict[str, int] = {}
        self._row = self._column = 0
        self._cell: dict[str, str] | None = None
        self._formula = self._collecting = self._phonetic = False
        self._value: list[str] = []
        self._inline: list[str] = []
        self._pieces = self._value

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = local(name)
        if name == "c":
            self._start_cell(attributes)
        elif self._cell is not None:
            if name == "v":
                self._pieces, self._collecting = self._value, True
            elif name == "t":
                self._pieces, self._collecting = self._inline, not self._phonetic
            elif name == "f":
                self._formula = True
            elif name == "rPh":
                self._phonetic = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            last = min(int(attributes.get("max", 0)), self._sheet.draft.limits.columns)
            self._sheet.hidden_columns.update(range(int(attributes.get("min", 1)), last + 1))

    def end(self, name: str) -> None:
        if ":" in name:
            name = local(name)
        if name == "c" and self._cell is not None:
            if self._value or self._inline or self._formula:
                self._finish_cell(self._cell)
            self._cell = None
        elif name in ("v", "t"):
            self._collecting = False
        elif name == "rPh":
            self._phonetic = False

    def text(self, text: str) -> None:
        if self._collecting:
            self._pieces.append(text)

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = _whole(attributes["r"]) if "r" in attributes else self._row + 1
        self._column = 0
        if attributes.get("hidden") in ("1", "true") and self._row <= self._sheet.draft.limits.rows:
            self._sheet.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip(_DIGITS)
            self._column = self._letters.get(letters) or self._column_number(letters)
            self._row = _whole(reference[len(letters) :])
        self._cell = attributes
        self._formula = False
        self._value = []
        self._inline = []

    def _column_number(self, letters: str) -> int:
        number = 0
        for letter in letters.upper():
            if not "A" <= letter <= "Z" or len(letters) > 5:
                return _BEYOND
            number = number * 26 + ord(letter) - 64
        self._letters[letters] = number
        return number

    def _style(self, attributes: dict[str, str]) -> tuple[CellStyle, int, bool]:
        index = attributes.get("s")
        if index is None or not index.isdigit() or len(index) > 6 or int(index) >= len(self._styles):
            return self._styles[0] if self._styles and not index else self._plain
        return self._styles[int(index)]

    def _finish_cell(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("t", "n")
        style, number_format, is_date = self._style(attributes)
        written = "".join(self._value)
        if not written and self._formula and kind != "str":
            kind, value = FORMULA, None
        elif kind == "inlineStr" or (kind == "str" and not written) or (not written and self._inline):
            kind, value = TEXT, unescape("".join(self._inline) or written)
        else:
            kind, value = self._typed(kind, written.strip() if kind != "str" else written, style, is_date)
        self._sheet.add(self._row, self._column, kind, value, number_format, int(style.bold), style.indent)

    def _typed(self, kind: str, written: str, style: CellStyle, is_date: bool) -> tuple[int, object]:
        if kind == "s":
            return TEXT, self._shared(written)
        if kind == "str":
            return TEXT, unescape(written)
        if kind == "e":
            return ERROR, written
        if kind == "b":
            return (BOOLEAN, written in ("1", "true")) if written in ("0", "1", "true", "false") else (TEXT, written)
        if kind == "d":
            return _iso(written)
        if kind != "n" or not written:
            return TEXT, written
        return self._number(written, style, is_date)

    def _number(self, written: str, style: CellStyle, is_date: bool) -> tuple[int, object]:
        if not is_date and len(written) <= 15 and written.isdigit():
            return NUMBER, str(int(written))
        try:
            value = float(written)
        except ValueError:
            return TEXT, written
        if is_date:
            day = day_of_serial(value, style.number_format, since_1904=self._since_1904)
            if day is not None:
                return (MOMENT if isinstance(day, datetime) else DATE), day.isoformat()
        text = number_text(value)
        return (NUMBER, text) if text is not None else (TEXT, written)

    def _shared(self, written: str) -> str:
        if not written.isdigit() or len(written) > 9 or int(written) >= len(self._strings):
            where = address(self._row, self._column)
            raise Refused("berkas_rusak", lembar=self._sheet.name, sel=where, rincian="teks sel tidak ada di berkas")
        return self._strings[int(written)]

    def _merge(self, reference: str) -> None:
        corners = []
        for corner in reference.replace("$", "").split(":"):
            letters = corner.rstrip(_DIGITS)
            corners.append((_whole(corner[len(letters) :]), self._column_number(letters)))
        if len(corners) == 2:
            self._sheet.merges.append((*corners[0], *corners[1]))


def _whole(digits: str) -> int:
    return int(digits) if digits.isdigit() and len(digits) <= 9 else _BEYOND


def _iso(written: str) -> tuple[int, object]:
    """An ISO 8601 day or moment (Strict OOXML); anything else stays text."""
    try:
        moment = datetime.fromisoformat(written.removesuffix("Z"))
    except ValueError:
        return TEXT, written
    if "T" not in written:
        return DATE, date(moment.year, moment.month, moment.day).isoformat()
    return MOMENT, moment.replace(tzinfo=None).isoformat()


