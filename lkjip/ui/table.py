"""One kind of table for all pages: no index, units in the header, numbers right-aligned and sorted as numbers.

The text of a number is written exactly in Python (Indonesian separators); the float beside it only serves sorting.
A missing number shows why it is missing, and sorts below all numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

import pandas as pd
import streamlit as st

from lkjip.domain.numbers import format_angka, format_ringkas, format_rupiah
from lkjip.domain.showing import show_percent
from lkjip.ui import formats

Jenis = Literal["teks", "angka", "ringkas", "persen", "rupiah"]
TULIS: dict[Jenis, Callable[[Decimal], str]] = {
    "angka": lambda angka: format_angka(angka, 2),
    "ringkas": lambda angka: format_ringkas(angka, 4),
    "persen": show_percent,
    "rupiah": lambda angka: format_rupiah(angka).replace("Rp", ""),
}
Cells = tuple[tuple[Any, ...], ...]  # row by row, in the order of the columns
Colours = Mapping[str, Callable[[str], str]]  # header of a column -> the CSS colour of a text in it
LONGEST_SHOWN = 16
ONE_LINE, TWO_LINES = 35, 65  # pixels; the grid wraps its texts in rows above 4 rem (64)
LINE, AROUND = 18, 10  # pixels of each line where there are more than two, and around them
MOST_LINES = 5  # a longer text is read whole by a double click on its cell
UNEVEN = 1.15  # lines end at words, so that a text needs more of them than its length says
LETTER, PADDING = 6.6, 16  # a letter is about this wide; a cell loses this much to its borders
KEPT = 64  # tables kept between reruns: putting one together takes 10 ms
# Where a missing number is sorted; its reason is what is shown. Not NaN: the grid would write "None" over the reason.
# lkjip/web/aset/bahasa.js keeps "-Infinity" from being read to listeners.
BELOW_ALL_NUMBERS = float("-inf")


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: key in the row, header (with its unit), kind of value, width."""

    nama: str
    judul: str
    jenis: Jenis = "teks"
    lebar: Literal["small", "medium", "large"] | int | None = None
    bantuan: str | None = None


def show_table(
    rows: Sequence[Mapping[str, Any]],
    kolom: Sequence[Kolom],
    key: str,
    *,
    alt: str,
    pilih: bool = False,
    warna: Colours | None = None,
    utuh: bool = False,
) -> int | None:
    """Draw the table; with `pilih` the user may select a row, whose place in `rows` is returned.

    `warna` gives the text of a column (by its header) a colour, beside the word that says the same.
    `utuh`: names are not cut, also where the table is so long that it scrolls.
    A number that is missing shows a dash; a text in a number column (why there is no number) is shown as it is.
    """
    cells = tuple(tuple(row.get(satu.nama) for satu in kolom) for row in rows)
    if not pilih:
        _draw_kept(repr((cells, kolom, key, alt, utuh)), cells, kolom, key, alt, warna, utuh)
        return None
    options = {"on_select": "rerun", "selection_mode": "single-row"}
    chosen = _draw(cells, kolom, key, alt, warna, utuh=utuh, **options)["selection"]["rows"]
    return chosen[0] if chosen and chosen[0] < len(rows) else None


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _draw_kept(
    content: str,
    _cells: Cells,
    _kolom: Sequence[Kolom],
    _key: str,
    _alt: str,
    _warna: Colours | None,
    _utuh: bool,
) -> None:
    """The same table again costs nothing: Streamlit repeats what it sent. `content` tells tables apart."""
    _draw(_cells, _kolom, _key, _alt, _warna, utuh=_utuh)


def _draw(
    cells: Cells, kolom: Sequence[Kolom], key: str, alt: str, warna: Colours | None, *, utuh: bool, **options: Any
) -> Any:
    return st.dataframe(
        _styled(cells, kolom, warna or {}),
        hide_index=True,
        width="stretch",
        row_height=row_height(cells, kolom, utuh=utuh),
        height="content" if len(cells) <= LONGEST_SHOWN else ONE_LINE * (LONGEST_SHOWN + 1),
        column_config={satu.judul: _config(satu) for satu in kolom},
        key=key,
        alt=alt,
        **options,
    )


def row_height(cells: Cells, kolom: Sequence[Kolom], *, utuh: bool = False) -> int:
    """Room for the longest name of a column of fixed width; a table that scrolls keeps one line, unless `utuh`."""
    if len(cells) > LONGEST_SHOWN and not utuh:
        return ONE_LINE
    lines = 1
    for place, satu in enumerate(kolom):
        if satu.jenis == "teks" and isinstance(satu.lebar, int):
            needed = max((len(str(row[place] or "")) for row in cells), default=0) * LETTER
            if needed + PADDING > satu.lebar:
                lines = max(lines, 2, math.ceil(needed * UNEVEN / (satu.lebar - PADDING)))
    return ONE_LINE if lines == 1 else max(TWO_LINES, LINE * min(lines, MOST_LINES) + AROUND)


def width_for(texts: Iterable[object], least: int = 110, most: int = 320) -> int:
    """Wide enough for the longest of these texts: a name of a cell that is cut ("C10" to "C1") is another cell."""
    longest = max((len(str(text or "")) for text in texts), default=0)
    return min(most, max(least, math.ceil(longest * LETTER) + PADDING))


def _config(kolom: Kolom) -> Any:
    if kolom.jenis == "teks":
        return st.column_config.TextColumn(kolom.judul, width=kolom.lebar, help=kolom.bantuan)
    return st.column_config.NumberColumn(kolom.judul, width=kolom.lebar, help=kolom.bantuan, alignment="right")


def _styled(cells: Cells, kolom: Sequence[Kolom], warna: Colours) -> Any:
    """Numbers as float for sorting, with the exact text from the Decimal as what is shown."""
    columns = {satu.judul: [row[place] for row in cells] for place, satu in enumerate(kolom)}
    frame = pd.DataFrame({k.judul: [_for_sorting(value, k) for value in columns[k.judul]] for k in kolom})
    styler = frame.style
    for judul, colour in warna.items():
        styler = styler.map(lambda value, colour=colour: f"color: {colour(value)}", subset=[judul])
    for satu in kolom:
        if satu.jenis == "teks":
            continue
        ditulis = iter([_written(value, satu.jenis) for value in columns[satu.judul]])
        styler = styler.format(lambda _value, ditulis=ditulis: next(ditulis), subset=[satu.judul])
    return styler


def _for_sorting(value: Any, kolom: Kolom) -> Any:
    if kolom.jenis == "teks":
        return "" if value is None else str(value)
    return float(value) if isinstance(value, Decimal | int) else BELOW_ALL_NUMBERS


def _written(value: Any, jenis: Jenis) -> str:
    if isinstance(value, str):
        return value
    return formats.TANDA_HUBUNG if value is None else TULIS[jenis](Decimal(value))
