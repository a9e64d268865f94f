"""Office and year, always visible: in the menu and, because the menu is folded on a phone, above each page."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.kantor import Kantor
from lkjip.services.opening import Store
from lkjip.ui import cached, formats
from lkjip.ui.filters import choose_one
from lkjip.ui.guard import KUNCI_TAHUN


def choose_year(store: Store, kantor: Kantor) -> int:
    """The report year, from the years that have data and the year in work; it stands in the address."""
    pilihan = sorted({*cached.years(store), kantor.tahun_aktif}, reverse=True)
    with st.sidebar:
        tahun = choose_one("Tahun laporan", pilihan, KUNCI_TAHUN, awal=pilihan.index(kantor.tahun_aktif))
        st.caption(f"{formats.plain(kantor.nama)}  \n{formats.plain(kantor.kabupaten)}")
        if kantor.demo:
            st.markdown(":orange-badge[DEMO] :orange-badge[CONTOH]")
    return tahun


def office_line(kantor: Kantor, tahun: int) -> None:
    """One quiet line above each page; on invented data a plain banner."""
    st.caption(f"{formats.plain(kantor.nama)} · {formats.plain(kantor.kabupaten)} · Tahun {tahun}")
    if kantor.demo:
        st.warning(
            "**DEMO.** Semua nama dan angka di halaman ini adalah **CONTOH**, bukan data kantor mana pun.",
            icon=":material/science:",
        )
