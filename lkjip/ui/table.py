"""One kind of table for all pages: no index, units in the header, numbers right-aligned and sorted as numbers.

The text of a number is written exactly in Python (Indonesian separators); the float beside it only serves sorting.
A missing number shows why it is missing, and sorts below all numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
LONGEST_SHOWN = 16
BELOW_ALL_NUMBERS = float("-inf")  # where a missing number is sorted; its reason is what is shown


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
) -> int | None:
    """Draw the table; with `pilih` the user may select a row, whose place in `rows` is returned.

    A number that is missing shows a dash; a text in a number column (why there is no number) is shown as it is.
    """
    options: dict[str, Any] = {"on_select": "rerun", "selection_mode": "single-row"} if pilih else {}
    state = st.dataframe(
        _styled(rows, kolom),
        hide_index=True,
        width="stretch",
        height="content" if len(rows) <= LONGEST_SHOWN else 35 * (LONGEST_SHOWN + 1),
        column_config={satu.judul: _config(satu) for satu in kolom},
        key=key,
        alt=alt,
        **options,
    )
    if not pilih:
        return None
    chosen = state["selection"]["rows"]
    return chosen[0] if chosen and chosen[0] < len(rows) else None


def _config(kolom: Kolom) -> Any:
    if kolom.jenis == "teks":
        return st.column_config.TextColumn(kolom.judul, width=kolom.lebar, help=kolom.bantuan)
    return st.column_config.NumberColumn(kolom.judul, width=kolom.lebar, help=kolom.bantuan, alignment="right")


def _styled(rows: Sequence[Mapping[str, Any]], kolom: Sequence[Kolom]) -> Any:
    """Numbers as float for sorting, with the exact text from the Decimal as what is shown."""
    frame = pd.DataFrame({satu.judul: [_for_sorting(row.get(satu.nama), satu) for row in rows] for satu in kolom})
    styler = frame.style
    for satu in kolom:
        if satu.jenis == "teks":
            continue
        ditulis = iter([_written(row.get(satu.nama), satu.jenis) for row in rows])
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
