"""What the text of an xlsx cell means: by the kind its cell names, its style, and the workbook's shared texts."""

from __future__ import annotations

import re
from datetime import datetime, time

from lkjip.spreadsheets.files.draft import BOOLEAN, ERROR, NUMBER, TEXT
from lkjip.spreadsheets.files.number_formats import day_of_serial
from lkjip.spreadsheets.files.plain_values import plain_number, plain_value
from lkjip.spreadsheets.files.xlsx_styles import Style, Styles

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_AS_SHOWN = re.compile(r"[1-9][0-9]*\.[0-9]*[1-9]")  # the shortest writing of a number, the one Excel shows
_LONGEST_INDEX = 9
_SURE_DIGITS = 15  # so many survive in a binary number
NO_DAY = "#####"  # what Excel shows for a number whose format is a day and that no calendar has
_BOOLEANS = {"0": False, "1": True, "false": False, "true": True}


class Values:
    """The styles and shared texts of one workbook, and whether its days count since 1904."""

    def __init__(self, styles: Styles, texts: list[str], *, since_1904: bool) -> None:
        self.style = styles.style
        self._texts = texts
        self._since_1904 = since_1904

    def of(self, kind: str, text: str, style: Style) -> tuple[int, object]:
        """(kind of the draft, value) of a cell's stored text; LookupError where a shared text does not exist."""
        if kind == "n":
            return self._number(text, style)
        if kind == "s":
            return TEXT, self._shared(text)
        if kind == "e":
            return ERROR, text
        if kind == "b" and text in _BOOLEANS:
            return BOOLEAN, _BOOLEANS[text]
        if kind == "d":
            return _iso_moment(text, style.number_format)
        return TEXT, unescape(text)

    def _shared(self, text: str) -> str:
        number = text.strip()
        if not number.isdecimal() or len(number) > _LONGEST_INDEX:
            raise LookupError(text)
        return self._texts[int(number)]

    def _number(self, text: str, style: Style) -> tuple[int, object]:
        if not style.is_date and len(text) <= _SURE_DIGITS:
            if text.isdecimal():
                return NUMBER, str(int(text))
            if _AS_SHOWN.fullmatch(text):
                return NUMBER, text
        try:
            number = float(text) if "." in text or "E" in text or "e" in text else int(text)
        except ValueError:
            return TEXT, text
        if not style.is_date or 0 <= number < 1:
            return plain_number(number)
        day = day_of_serial(number, style.number_format, since_1904=self._since_1904)
        return plain_value(day, style.number_format) if day else (ERROR, NO_DAY)


class SharedTexts:
    """Handler of sharedStrings.xml: every text with its runs joined, phonetic hints left out."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._item: list[str] = []
        self._phonetic = False
        self._pieces: list[str] = []
        self.text = self._pieces.append  # see `xml_stream.Handler`

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `xml_stream.Handler`."""
        self._pieces.clear()
        if name == "rPh":
            self._phonetic = True

    def end(self, name: str) -> None:
        """See `xml_stream.Handler`."""
        if name == "t" and not self._phonetic:
            self._item += self._pieces
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.found.append(unescape("".join(self._item)))
            self._item.clear()


def unescape(text: str) -> str:
    """Excel writes control characters as "_x000D_"."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _iso_moment(text: str, number_format: str) -> tuple[int, object]:
    """A day, moment or time of day as Strict Open XML may store it."""
    for read in (datetime.fromisoformat, time.fromisoformat):
        try:
            return plain_value(read(text.removesuffix("Z")), number_format)
        except ValueError:
            continue
    return TEXT, text
