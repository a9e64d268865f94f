"""One look over a sheet's XML before it is read: how far it reaches, how much is in it, and what openpyxl does not say.

openpyxl reads either values or formulas; so the formulas whose value was never stored are found here. So are merged
ranges and hidden lines, which openpyxl keeps only in its full mode, where one merge over whole columns costs gigabytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjip.spreadsheets.cells import address
from lkjip.spreadsheets.files.limits import Limits, Refused
from lkjip.spreadsheets.files.xml_stream import local

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
MOST_MERGES = 100_000

_DIGITS = "0123456789"
_BEYOND = 1 << 30
_TRUE = ("1", "true")


@dataclass
class Scan:
    """What was seen. `uncomputed` are cells with a formula but no value, `errors` cells with an error."""

    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    cells: int = 0


class ScanHandler:
    """Handler of sheetN.xml. Believes the cells, never the sheet's claim about its own size."""

    def __init__(self, lembar: str, limits: Limits) -> None:
        self.scan = Scan()
        self._lembar = lembar
        self._limits = limits
        self._letters: dict[str, int] = {}
        self._row = self._column = 0
        self._last = (0, 0)
        self._kind: str | None = None
        self._filled = self._formula = self._in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `xml_stream.Handler`."""
        if ":" in name:
            name = local(name)
        if name == "c":
            self._start_cell(attributes)
        elif self._kind is not None:
            if name in ("v", "is"):
                self._in_value = True
            elif name == "f":
                self._formula = True
        elif name == "row":
            self._row = _whole(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
            if self._row > LAST_ROW:
                raise Refused("berkas_rusak", lembar=self._lembar, rincian="nomor baris di luar lembar Excel")
            if attributes.get("hidden") in _TRUE:
                self.scan.hidden_rows.add(self._row)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "col" and attributes.get("hidden") in _TRUE:
            first, last = _whole(attributes.get("min", "")), min(_whole(attributes.get("max", "")), LAST_COLUMN)
            self.scan.hidden_columns.update(range(first, last + 1))

    def end(self, name: str) -> None:
        """See `xml_stream.Handler`."""
        if ":" in name:
            name = local(name)
        if name == "c" and self._kind is not None:
            if self._filled or self._formula:
                self._finish_cell()
            self._kind = None
        elif name in ("v", "is"):
            self._in_value = False

    def text(self, text: str) -> None:
        """See `xml_stream.Handler`."""
        if self._in_value:
            self._filled = True
            if self._kind == "e":
                self.scan.errors[self._row, self._column] = text

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            letters = reference.rstrip(_DIGITS)
            self._column = self._letters.get(letters) or self._column_number(letters)
            self._row = _whole(reference[len(letters) :])
        self._kind = attributes.get("t", "n")
        self._filled = self._formula = False

    def _finish_cell(self) -> None:
        place = self._row, self._column
        if self._row > LAST_ROW or self._column > LAST_COLUMN:
            raise Refused("berkas_rusak", lembar=self._lembar, rincian="alamat salah satu selnya di luar lembar Excel")
        if self._row > self._limits.rows or self._column > self._limits.columns:
            raise Refused("sel_terlalu_jauh", lembar=self._lembar, sel=address(*place))
        if place == self._last:
            raise Refused("sel_ganda", lembar=self._lembar, sel=address(*place))
        if place < self._last:
            raise Refused("berkas_rusak", lembar=self._lembar, sel=address(*place), rincian="urutan selnya kacau")
        self._last = place
        self.scan.cells += 1
        if self.scan.cells > self._limits.cells:
            raise Refused("sel_terlalu_banyak", lembar=self._lembar, paling_banyak=self._limits.cells)
        if self._formula and not self._filled and self._kind != "str":
            self.scan.uncomputed.add(place)

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
            self.scan.merges.append((*corners[0], *corners[1]))
        if len(self.scan.merges) > MOST_MERGES:
            raise Refused("berkas_rusak", lembar=self._lembar, rincian="sel gabungannya terlalu banyak")


def _whole(digits: str) -> int:
    return int(digits) if digits.isdigit() and len(digits) <= 9 else _BEYOND
