"""How a section workbook looks: quiet blue heads, yellow where the section writes, grey where it must not."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from lkjip.spreadsheets.template.schema import Isi, KolomFormat

HURUF = "Arial"
BIRU, BIRU_MUDA, KUNING, KUNING_TUA, ABU, GARIS, MERAH = (
    "#1F3864", "#DCE6F1", "#FFF8D6", "#F7DC8B", "#F4F5F7", "#B8C0CC", "#B3261E",
)  # fmt: skip
_BINGKAI = {"border": 1, "border_color": GARIS}
_DASAR = {"font_name": HURUF, "font_size": 10, "valign": "top"}
_TEBAL = {"bold": True, "text_wrap": True, "valign": "vcenter", "align": "center"}

GAYA: Mapping[str, Mapping[str, Any]] = {
    "biasa": {"text_wrap": True},
    "judul": {"bold": True, "font_size": 15, "font_color": BIRU},
    "sub": {"font_color": "#44546A"},
    "contoh": {"bold": True, "font_color": MERAH},
    "bagian": {"bold": True, "font_size": 11, "font_color": BIRU, "bottom": 1, "bottom_color": BIRU},
    "label": {"bold": True, "text_wrap": True, **_BINGKAI, "bg_color": BIRU_MUDA},
    "kotak": {"text_wrap": True, **_BINGKAI},
    "kuning": {"bg_color": KUNING, **_BINGKAI},
    "abu": {"bg_color": ABU, **_BINGKAI},
    "kepala": {**_TEBAL, **_BINGKAI, "bg_color": BIRU_MUDA, "font_color": BIRU},
    "kepala_isian": {**_TEBAL, **_BINGKAI, "bg_color": KUNING_TUA, "font_color": BIRU},
    "sembunyi": {},
}


_BARIS, _TEPI = 13.5, 4.5  # points: one line of text, and the space around it


def height(texts: Iterable[tuple[str, float]], least: float = 18) -> float:
    """The row height (points) in which each text fits its column width; no program fits wrapped rows for us."""
    lines = max((math.ceil(len(text) * 1.05 / width) or 1 for text, width in texts), default=1)
    return max(least, lines * _BARIS + _TEPI)


def of(nama: str) -> dict[str, Any]:
    """A named look."""
    return {**_DASAR, **GAYA[nama]}


def of_cell(kolom: KolomFormat, value: str | Decimal) -> dict[str, Any]:
    """The look of a data cell: yellow and unlocked where the section writes; the format by what the column holds."""
    look: dict[str, Any] = {**_DASAR, **_BINGKAI, "text_wrap": True}
    look |= {"bg_color": KUNING, "locked": False} if kolom.isian else {"bg_color": ABU}
    if isinstance(value, Decimal):
        places = max(0, -int(value.as_tuple().exponent))
        look["num_format"] = "#,##0" + ("." + "0" * places if places else "")
    elif kolom.isi is Isi.RUPIAH:
        look["num_format"] = "#,##0"
    elif kolom.isi is Isi.TANGGAL:
        look["num_format"] = "dd-mm-yyyy"
    elif kolom.isi in (Isi.TEKS, Isi.STATUS, Isi.INDIKATOR):
        look["num_format"] = "@"  # else "12-14" typed as pages becomes a day
    if kolom.isi in (Isi.NILAI, Isi.RUPIAH) or kolom.kunci == "nomor":
        look["align"] = "right" if kolom.kunci != "nomor" else "center"
    if kolom.isi is Isi.TANGGAL or kolom.kunci == "halaman":
        look["align"] = "center"
    return look
