"""The parts of an xlsx beside its sheets: shared strings, cell formats, the list of sheets."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lkjip.spreadsheets.limits import Limits, Refused
from lkjip.spreadsheets.number_formats import BUILT_IN, EAST_ASIAN_DATES
from lkjip.spreadsheets.xml_stream import local

MOST_CELL_FORMATS = 65_536
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """Excel writes control characters as "_x000D_"."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class SharedStrings:
    """Handler of sharedStrings.xml: the texts in order, runs joined, phonetic hints left out."""

    def __init__(self, limits: Limits) -> None:
        self.strings: list[str] = []
        self._limits = limits
        self._pieces: list[str] = []
        self._length = 0
        self._in_text = False
        self._in_phonetic = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "si":
            self._pieces, self._length = [], 0
        elif name == "t":
            self._in_text = not self._in_phonetic
        elif name == "rPh":
            self._in_phonetic = True

    def end(self, name: str) -> None:
        name = local(name)
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._in_phonetic = False
        elif name == "si":
            self.strings.append(unescape("".join(self._pieces)))

    def text(self, text: str) -> None:
        if self._in_text:
            self._length += len(text)
            if self._length > self._limits.text_length:
                raise Refused("teks_terlalu_panjang", paling_banyak=self._limits.text_length)
            self._pieces.append(text)


@dataclass(frozen=True, slots=True)
class CellStyle:
    """What of a cell's style has meaning for reading."""

    number_format: str
    bold: bool = False
    indent: int = 0


PLAIN = CellStyle("General")


class Styles:
    """Handler of styles.xml: `cell_styles` in the order in which cells refer to them."""

    def __init__(self) -> None:
        self.cell_styles: list[CellStyle] = []
        self._formats: dict[int, str] = {}
        self._bold_fonts: list[bool] = []
        self._within = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name in ("numFmts", "fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self._within = name
        elif name == "numFmt" and self._within == "numFmts":
            self._formats[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "font" and self._within == "fonts":
            self._bold_fonts.append(False)
        elif name == "b" and self._within == "fonts" and self._bold_fonts:
            self._bold_fonts[-1] = attributes.get("val", "1") not in ("0", "false")
        elif self._within == "cellXfs" and name == "xf":
            self._add(int(attributes.get("numFmtId", 0)), int(attributes.get("fontId", 0)))
        elif self._within == "cellXfs" and name == "alignment" and self.cell_styles:
            style = self.cell_styles[-1]
            indent = min(int(attributes.get("indent", 0)), 250)
            self.cell_styles[-1] = CellStyle(style.number_format, style.bold, indent)

    def end(self, name: str) -> None:
        if local(name) == self._within:
            self._within = ""

    def text(self, text: str) -> None:
        """Styles hold no text."""

    def _add(self, number_format: int, font: int) -> None:
        if len(self.cell_styles) >= MOST_CELL_FORMATS:
            raise Refused("berkas_rusak", rincian="format selnya lebih banyak daripada yang dikenal Excel")
        code = self._formats.get(number_format) or BUILT_IN.get(number_format, "General")
        if number_format in EAST_ASIAN_DATES and number_format not in self._formats:
            code = BUILT_IN[14]
        bold = 0 <= font < len(self._bold_fonts) and self._bold_fonts[font]
        self.cell_styles.append(CellStyle(code, bold))


@dataclass
class Contents:
    """Handler of workbook.xml: (name, hidden, relation) of every sheet, and the date system."""

    sheets: list[tuple[str, bool, str]] = field(default_factory=list)
    since_1904: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name)
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((attributes.get("name", ""), attributes.get("state", "visible") != "visible", relation))
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "0") in ("1", "true")

    def end(self, name: str) -> None:
        """Nothing ends here."""

    def text(self, text: str) -> None:
        """No texts here."""


@dataclass
class Relations:
    """Handler of a .rels part: (id, last word of the type, target, external)."""

    found: list[tuple[str, str, str, bool]] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if local(name) == "Relationship":
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            external = attributes.get("TargetMode", "") == "External"
            self.found.append((attributes.get("Id", ""), kind, attributes.get("Target", ""), external))

    def end(self, name: str) -> None:
        """Nothing ends here."""

    def text(self, text: str) -> None:
        """No texts here."""
