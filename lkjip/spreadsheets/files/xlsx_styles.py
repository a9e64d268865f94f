"""The styles of an xlsx that matter to its meaning: number format, bold, indent.

Built-in formats are those of ECMA-376 part 1, 18.8.30, with the signs Excel writes for them.
"""

from __future__ import annotations

from typing import NamedTuple

from lkjip.spreadsheets.files.draft import PLAIN, Draft, Look
from lkjip.spreadsheets.files.number_formats import shows_date

MOST_INDENT = 250

_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: '"$"#,##0_);("$"#,##0)', 6: '"$"#,##0_);[Red]("$"#,##0)',
    7: '"$"#,##0.00_);("$"#,##0.00)', 8: '"$"#,##0.00_);[Red]("$"#,##0.00)',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm",
    37: "#,##0_);(#,##0)", 38: "#,##0_);[Red](#,##0)", 39: "#,##0.00_);(#,##0.00)", 40: "#,##0.00_);[Red](#,##0.00)",
    41: r'_(* #,##0_);_(* \(#,##0\);_(* "-"_);_(@_)', 42: r'_("$"* #,##0_);_("$"* \(#,##0\);_("$"* "-"_);_(@_)',
    43: r'_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)',
    44: r'_("$"* #,##0.00_)_("$"* \(#,##0.00\)_("$"* "-"??_)_(@_)',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip


class Style(NamedTuple):
    """One cell style: the number format in words, whether it shows days, and the look as it travels."""

    number_format: str
    is_date: bool
    look: Look


class Styles:
    """The cell styles of one workbook by the number that cells name. `incomplete`: some format could not be told."""

    def __init__(self, draft: Draft, sheet: StyleSheet | None) -> None:
        self.incomplete = sheet is None
        self._general = Style("General", False, (draft.format_number("General"), *PLAIN[1:]))
        formats = {**_BUILT_IN, **sheet.formats} if sheet else {}
        self._known = {"": self._general, "0": self._general}
        for number, (format_number, font, indent) in enumerate(sheet.cell_styles if sheet else ()):
            number_format = formats.get(format_number, "General")
            bold = bool(sheet and font < len(sheet.bold) and sheet.bold[font])
            look = (draft.format_number(number_format), int(bold), indent)
            self._known[str(number)] = Style(number_format, shows_date(number_format), look)

    def style(self, number: str) -> Style:
        """The style of a cell; General for one that does not exist."""
        found = self._known.get(number)
        if found is None:
            self.incomplete = True
            return self._general
        return found


class StyleSheet:
    """Handler of styles.xml: number formats by number, bold by font, and (format, font, indent) by cell style."""

    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.bold: list[bool] = []
        self.cell_styles: list[tuple[int, int, int]] = []
        self._depth = 0
        self._section = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `xml_stream.Handler`."""
        self._depth += 1
        if self._depth == 2:
            self._section = name
        elif self._section == "cellXfs":
            self._cell_style(name, attributes)
        elif self._section == "fonts":
            if name == "font":
                self.bold.append(False)
            elif name == "b" and self.bold:
                self.bold[-1] = attributes.get("val", "1") in ("1", "true", "on")
        elif self._section == "numFmts" and name == "numFmt":
            self.formats[_number(attributes, "numFmtId")] = attributes.get("formatCode", "")

    def end(self, name: str) -> None:
        """See `xml_stream.Handler`."""
        self._depth -= 1

    def text(self, text: str) -> None:
        """No texts here."""

    def _cell_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == "xf":
            self.cell_styles.append((_number(attributes, "numFmtId"), _number(attributes, "fontId"), 0))
        elif name == "alignment" and self.cell_styles:
            number_format, font, _ = self.cell_styles[-1]
            self.cell_styles[-1] = number_format, font, min(_number(attributes, "indent"), MOST_INDENT)


def _number(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "")
    return int(written) if written.isdecimal() and len(written) <= 9 else 0
