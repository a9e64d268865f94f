"""Tables in a web page named .xls, as many official web applications export them: one sheet, one below the other."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from lkjip.spreadsheets.files.csv_text import decode
from lkjip.spreadsheets.files.draft import TEXT, Draft, SheetDraft
from lkjip.spreadsheets.files.limits import Refused

SHEET_NAME = "Tabel HTML"

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_UTF8_NAMES = ("utf-8", "utf8", "utf-16")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_UNSHOWN = frozenset(("script", "style", "head", "title"))


def read_html(content: bytes, draft: Draft) -> None:
    """Fill the draft with every table of the page, as Excel lays them out; text outside of tables is not kept."""
    found = _CHARSET.search(content[:4096])
    charset = found[1].decode("ascii").lower() if found else ""
    if charset and charset not in _UTF8_NAMES and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            text = content.decode(charset, "replace")
        except LookupError:
            text = decode(content, draft)
    else:
        text = decode(content, draft)
    reader = TableReader(draft.sheet(SHEET_NAME))
    try:
        reader.feed(text)
        reader.close()
    except AssertionError as error:  # html.parser on a declaration that is none, such as "<![>"
        raise Refused("berkas_rusak", lembar=SHEET_NAME, rincian="halaman webnya tidak utuh") from error
    reader.end_cell()


class TableReader(HTMLParser):
    """Puts cells where rows, column spans and row spans lead them. A table inside a cell is that cell's text."""

    def __init__(self, sheet: SheetDraft) -> None:
        super().__init__(convert_charrefs=True)
        self._sheet = sheet
        self._row = self._column = self._depth = self._unshown = 0
        self._pieces: list[str] | None = None
        self._spans = (1, 1)
        self._bold = False
        self._taken: dict[int, int] = {}  # column -> last row that a span from above covers

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        if tag == "table":
            self._depth += 1
        elif tag in _UNSHOWN:
            self._unshown += 1
        elif self._depth == 1 and tag == "tr":
            self.end_cell()
            self._row, self._column = self._row + 1, 0
        elif self._depth == 1 and tag in ("td", "th"):
            self._start_cell(tag, dict(attrs))
        elif tag == "br" and self._pieces is not None:
            self._pieces.append("\x00")
        elif tag in ("b", "strong") and self._pieces is not None:
            self._bold = True

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        if tag == "table" and self._depth:
            if self._depth == 1:
                self.end_cell()
                self._row += 1  # an empty row between two tables
                self._taken.clear()
            self._depth -= 1
        elif tag in _UNSHOWN and self._unshown:
            self._unshown -= 1
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self.end_cell()

    def handle_data(self, data: str) -> None:
        """Keep text that stands in a cell."""
        if self._pieces is not None and not self._unshown:
            self._pieces.append(data)

    def _start_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.end_cell()
        self._row = max(self._row, 1)
        self._column += 1
        while self._taken.get(self._column, 0) >= self._row:
            self._column += 1
        self._spans = (self._span(attributes.get("rowspan")), self._span(attributes.get("colspan")))
        self._pieces, self._bold = [], tag == "th"

    def _span(self, written: str | None) -> int:
        number = int(written) if written and written.isascii() and written.isdigit() and len(written) < 7 else 1
        if number > self._sheet.draft.limits.columns * 10:
            raise Refused("berkas_berbahaya", rincian="sel gabungan yang terlalu besar")
        return max(number, 1)

    def end_cell(self) -> None:
        """Keep the open cell, if any, and go to the end of its span."""
        if self._pieces is None:
            return
        rows, columns = self._spans
        text = _BLANKS.sub(" ", "".join(self._pieces)).replace(" \x00", "\x00").replace("\x00 ", "\x00")
        text = text.replace("\x00", "\n").strip()
        last_column = self._column + columns - 1
        if text:
            self._sheet.add(self._row, self._column, TEXT, text, (0, int(self._bold), 0))
            if rows > 1 or columns > 1:
                self._sheet.merges.append((self._row, self._column, self._row + rows - 1, last_column))
        if rows > 1:
            for column in range(self._column, min(last_column, self._sheet.draft.limits.columns) + 1):
                self._taken[column] = self._row + rows - 1
        self._column, self._pieces = last_column, None
