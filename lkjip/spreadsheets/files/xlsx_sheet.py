"""The cells of one worksheet in a single pass over its XML: nothing is kept but the draft, nothing is believed.

Values, formats, errors, formulas without a stored value, merges and hidden lines come from the same look; so a far
cell, a doubled cell or a cell too many ends the reading where it stands. What a cell holds that its kind does not
allow (letters in a number) stays text: it is shown to the user, never dropped and never guessed.
"""

from __future__ import annotations

from typing import NoReturn

from lkjip.spreadsheets.cells import address
from lkjip.spreadsheets.files.draft import FORMULA, PLAIN, TEXT, SheetDraft
from lkjip.spreadsheets.files.limits import Refused
from lkjip.spreadsheets.files.xlsx_formulas import Shapes
from lkjip.spreadsheets.files.xlsx_values import Values, unescape

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MOST_MERGES = 100_000

_DIGITS = "0123456789"
_BEYOND = 1 << 30
_TRUE = ("1", "true")


class SheetHandler:
    """Handler of sheetN.xml. Believes the cells, never the sheet's claim about its own size."""

    def __init__(self, sheet: SheetDraft, values: Values) -> None:
        self._sheet = sheet
        self._values = values
        self._letters: dict[str, int] = {}
        self._row = self._column = 0
        self._row_digits = ""
        self._last = (0, 0)
        self._cells = 0
        limits = sheet.draft.limits
        self._rows, self._columns, self._most_cells = limits.rows, limits.columns, limits.cells
        self._kind: str | None = None  # of the open cell
        self._style = "0"
        self._value = ""
        self._inline: list[str] = []
        self._formula = self._phonetic = False
        self._formula_text = ""
        self._formula_kind: dict[str, str] = {}
        self._shapes = Shapes()
        sheet.shapes, sheet.formulas = self._shapes.names, self._shapes.places
        self._pieces: list[str] = []
        self.text = self._pieces.append  # see `xml_stream.Handler`; called for every text, so without a frame of ours

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `xml_stream.Handler`."""
        if name == "c":
            self._start_cell(attributes)
            return
        self._pieces.clear()
        if self._kind is not None:
            if name == "f":
                self._formula = True
                self._formula_text, self._formula_kind = "", attributes
            elif name == "rPh":
                self._phonetic = True
        elif name == "row":
            self._start_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in _TRUE:
            first, last = _whole(attributes.get("min", "")), min(_whole(attributes.get("max", "")), LAST_COLUMN)
            self._sheet.hidden_columns.update(range(first, last + 1))

    def end(self, name: str) -> None:
        """See `xml_stream.Handler`."""
        if self._kind is None:
            return
        if name == "v":
            pieces = self._pieces
            self._value = pieces[0] if len(pieces) == 1 else "".join(pieces)
        elif name == "f":
            self._formula_text = "".join(self._pieces)
        elif name == "c":
            if self._value or self._inline or self._formula:
                self._end_cell(self._kind)
            self._kind = None
        elif name == "t" and not self._phonetic:
            self._inline += self._pieces
        elif name == "rPh":
            self._phonetic = False

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row_digits = attributes.get("r", "")
        self._row = _whole(self._row_digits) if self._row_digits else self._row + 1
        self._column = 0
        if self._row > LAST_ROW:
            raise Refused("berkas_rusak", lembar=self._sheet.name, rincian="nomor baris di luar lembar Excel")
        if attributes.get("hidden") in _TRUE:
            self._sheet.hidden_rows.add(self._row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        get = attributes.get
        reference = get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip(_DIGITS)
            self._column = self._letters.get(letters) or self._column_number(letters)
            digits = reference[len(letters) :]
            if digits != self._row_digits:
                self._row, self._row_digits = _whole(digits), digits
        self._kind = get("t", "n")
        self._style = get("s", "0")
        self._value = ""
        self._formula = self._phonetic = False
        if self._inline:
            self._inline = []

    def _end_cell(self, kind: str) -> None:
        place = row, column = self._row, self._column
        self._cells += 1
        if place <= self._last or row > self._rows or column > self._columns or self._cells > self._most_cells:
            self._refuse(place)
        self._last = place
        if self._formula:
            self._shapes.add(row, column, self._formula_text, self._formula_kind)
        style = self._values.style(self._style)
        if self._inline:
            self._sheet.put(row, column, TEXT, unescape("".join(self._inline)), style.look)
        elif self._value:
            try:
                what, value = self._values.of(kind, self._value, style)
            except LookupError as error:
                rest = {"sel": address(row, column), "rincian": "teks salah satu selnya hilang"}
                raise Refused("berkas_rusak", lembar=self._sheet.name, **rest) from error
            self._sheet.put(row, column, what, value, style.look)
        elif self._formula and kind != "str":
            self._sheet.put(row, column, FORMULA, None, PLAIN)

    def _refuse(self, place: tuple[int, int]) -> NoReturn:
        """Say which of the limits and orders a cell has passed."""
        (row, column), lembar = place, self._sheet.name
        if row > LAST_ROW or column > LAST_COLUMN:
            raise Refused("berkas_rusak", lembar=lembar, rincian="alamat salah satu selnya di luar lembar Excel")
        if row > self._rows or column > self._columns:
            raise Refused("sel_terlalu_jauh", lembar=lembar, sel=address(row, column))
        if place == self._last:
            raise Refused("sel_ganda", lembar=lembar, sel=address(row, column))
        if place < self._last:
            raise Refused("berkas_rusak", lembar=lembar, sel=address(row, column), rincian="urutan selnya kacau")
        raise Refused("sel_terlalu_banyak", lembar=lembar, paling_banyak=self._most_cells)

    def _column_number(self, letters: str) -> int:
        number = 0
        for letter in letters.upper():
            if not "A" <= letter <= "Z" or len(letters) > 3:
                return _BEYOND
            number = number * 26 + ord(letter) - 64
        self._letters[letters] = number
        return number

    def _merge(self, reference: str) -> None:
        corners = []
        for corner in reference.replace("$", "").split(":"):
            letters = corner.rstrip(_DIGITS)
            corners.append((_whole(corner[len(letters) :]), self._column_number(letters)))
        if len(corners) == 2:
            self._sheet.merges.append((*corners[0], *corners[1]))
        if len(self._sheet.merges) > MOST_MERGES:
            raise Refused("berkas_rusak", lembar=self._sheet.name, rincian="sel gabungannya terlalu banyak")


def _whole(digits: str) -> int:
    return int(digits) if digits.isdigit() and len(digits) <= 9 else _BEYOND
