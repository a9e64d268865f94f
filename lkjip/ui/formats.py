"""What the screen adds to `lkjip.domain.showing`: colours of states, amounts for headlines, dates, safe text."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.finding import Tingkat
from lkjip.domain.numbers import format_rupiah
from lkjip.domain.showing import show_status
from lkjip.domain.tanggal import BULAN, write_date, write_moment
from lkjip.services.clock import today
from lkjip.services.ringkasan import show_amount

Warna = Literal["green", "orange", "red", "gray", "blue"]

TANDA_HUBUNG = "–"

WARNA: dict[Ketercapaian, Warna] = {
    Ketercapaian.TERCAPAI: "green",
    Ketercapaian.HAMPIR: "orange",
    Ketercapaian.TIDAK_TERCAPAI: "red",
    Ketercapaian.TIDAK_TERUKUR: "gray",
}
TEKS_WARNA: dict[Warna, str] = {  # the theme's text colours (.streamlit/config.toml), for cells of a table
    "green": "#00664A",
    "orange": "#7A4F00",
    "red": "#A63F00",
    "gray": "#566573",
    "blue": "#0F4C75",
}
TINGKAT: dict[Tingkat, tuple[str, str]] = {
    Tingkat.GALAT: ("✕", "Galat"),
    Tingkat.PERINGATAN: ("▲", "Peringatan"),
    Tingkat.CATATAN: ("•", "Catatan"),
}
_SPACES = re.compile(r"[ \t\r\n]+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~:$<>&])")


def plain(text: str) -> str:
    """User text as it is, where Streamlit would read Markdown: every sign with a meaning is escaped."""
    return _MARKDOWN.sub(r"\\\1", _SPACES.sub(" ", text).strip())


def tingkat(level: Tingkat) -> str:
    """ "✕ Galat": shape and word, so that colour is never the only sign."""
    return "\u00a0".join(TINGKAT[level])


def status_badge(ketercapaian: Ketercapaian) -> str:
    """The status as coloured Markdown badge with shape and word."""
    return f":{WARNA[ketercapaian]}-badge[{show_status(ketercapaian)}]"


def rupiah(angka: Decimal | None) -> str:
    """ "Rp1.500.000", or a dash where there is no amount."""
    return TANDA_HUBUNG if angka is None else format_rupiah(angka)


def rupiah_ringkas(angka: Decimal | None) -> str:
    """A large amount for a headline figure: "Rp1,25 miliar"; the exact amount stands in the table."""
    return TANDA_HUBUNG if angka is None else show_amount(angka)


def hari_ini() -> date:
    """Today by the clock of the server."""
    return today()


def tanggal(hari: date) -> str:
    """ "14 Februari 2025"."""
    return write_date(hari)


def tanggal_ringkas(hari: date) -> str:
    """ "14 Feb 2025", for narrow columns."""
    return f"{hari.day} {BULAN[hari.month - 1][:3]} {hari.year}"


def waktu(saat: datetime) -> str:
    """ "14 Februari 2025 pukul 09.05", in the clock of the office (WITA), as the audit trail has it."""
    return write_moment(saat)
