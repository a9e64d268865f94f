"""Any workbook that openpyxl writes: our reader and openpyxl say the same of every cell."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Alignment, Font

from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.files import child
from lkjip.spreadsheets.files.draft import sheet_from
from lkjip.spreadsheets.files.limits import Limits

FORMATS = (
    "General", "0", "0.00", "#,##0", "0%", "0.00%", '0.0" %"', "@", '_("Rp"* #,##0_);_(@_)', '0.00" hari"', "[Red]0.0",
)  # fmt: skip
DAYS = ("d-mmm-yy", "dd/mm/yyyy", "mmm yyyy", "[$-421]dd mmmm yyyy;@", "yyyy-mm-dd hh:mm")
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1)
NUMBERS = st.one_of(
    st.integers(-(10**14), 10**14), st.floats(-1e300, 1e300, allow_nan=False), st.decimals(-1000, 1000, places=2)
)
VALUES = st.one_of(
    st.tuples(st.one_of(NUMBERS, st.booleans()), st.sampled_from(FORMATS)),
    st.tuples(TEXTS.filter(lambda text: text.strip() and "_x" not in text), st.sampled_from(FORMATS)),
    st.tuples(st.sampled_from(["#DIV/0!", "#N/A", "#REF!"]), st.just("General")),
    st.tuples(
        st.datetimes(datetime(1904, 1, 2), datetime(2999, 12, 31)).map(lambda moment: moment.replace(microsecond=0)),  # noqa: DTZ001
        st.sampled_from(DAYS),
    ),
)
CELLS = st.dictionaries(
    st.tuples(st.integers(1, 40), st.integers(1, 30)),
    st.tuples(VALUES, st.booleans(), st.integers(0, 5)),
    min_size=1,
    max_size=25,
)


@settings(max_examples=80, deadline=None)
@given(CELLS, st.booleans(), st.sets(st.integers(1, 40), max_size=3))
def test_setiap_sel_terbaca_sama(cells: dict[tuple[int, int], Any], since_1904: bool, hidden: set[int]) -> None:
    content = _written(cells, since_1904, hidden)
    read = child.read("zip", content, Limits())
    sheet = sheet_from(read["sheets"][0], read["formats"])
    page = openpyxl.load_workbook(io.BytesIO(content), data_only=True).active
    ours = {(cell.row, cell.column): cell for cell in sheet.cells}
    theirs = {(cell.row, cell.column): cell for row in page.iter_rows() for cell in row if _says(cell.value)}
    assert ours.keys() == theirs.keys()
    for place, cell in ours.items():
        other = theirs[place]
        assert _said(cell) == _expected(other), place
        assert (cell.format, cell.bold, cell.indent) == (other.number_format, other.font.b, other.alignment.indent)
    assert sheet.hidden_rows == {row for row in hidden if row <= max(row for row, _ in ours)}
    assert read["notes"] == []


def _written(cells: dict[tuple[int, int], Any], since_1904: bool, hidden: set[int]) -> bytes:
    book = openpyxl.Workbook()
    if since_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    page = book.active
    for (row, column), ((value, number_format), bold, indent) in cells.items():
        cell = page.cell(row, column)
        if isinstance(value, str) and not value.startswith("#"):
            cell.data_type, cell._value = "s", value  # as text, also where it begins with "="
        else:
            cell.value = value
        cell.number_format, cell.font, cell.alignment = number_format, Font(b=bold), Alignment(indent=indent)
    for row in hidden:
        page.row_dimensions[row].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _says(value: object) -> bool:
    return value is not None and (not isinstance(value, str) or bool(value.strip()))


def _said(cell: Cell) -> object:
    return cell.galat or cell.value


def _expected(cell: Any) -> object:
    """What the design makes of openpyxl's value: 15 digits, a day unless its format shows hours, clean line ends."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Decimal(format(value, ".15g")) + 0
    if isinstance(value, datetime):
        moment = value.replace(microsecond=0)
        shows_time = "h" in cell.number_format and moment.time() != datetime.min.time()
        return moment if shows_time else date(value.year, value.month, value.day)
    return value
