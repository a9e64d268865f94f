"""Office, year and who is logged in: in the menu and, because the menu is folded on a phone, above each page."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import NAMA_PERAN, PERAN_AKUN, Actor, Peran
from lkjip.domain.kantor import Kantor
from lkjip.domain.tahun import year_choices
from lkjip.services import first_start, seksi
from lkjip.services.opening import Store
from lkjip.ui import cached, formats
from lkjip.ui.filters import choose_one
from lkjip.ui.guard import KUNCI_TAHUN

KUNCI_PERAN = "peran_contoh"
SEBUTAN = {
    Peran.SEKSI: "Seksi",
    Peran.ANALIS: "Analis",
    Peran.SEKRETARIS: "Sekretaris",
    Peran.CAMAT: "Camat",
    Peran.ADMIN: "Admin",
}


def choose_year(store: Store, actor: Actor, kantor: Kantor) -> int:
    """The report year (`year_choices`); it stands in the address."""
    pilihan = year_choices(cached.years(store), kantor.tahun_aktif)
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


def who_is_here(store: Store, kantor: Kantor | None, actor: Actor) -> None:
    """Name, role and section, and the ways out: another password, log out."""
    with st.sidebar:
        milik = [formats.plain(satu.nama) for satu in seksi.list_seksi(store) if satu.id == actor.seksi]
        st.caption("  \n".join([f"**{formats.plain(actor.nama)}**", NAMA_PERAN[actor.peran], *milik]))
        with st.container(horizontal=True, key=f"siapa_{actor.pengguna_id}"):  # read by lkjip/web/aset/isian.js
            if kantor is None or not kantor.demo:
                st.link_button("Ganti sandi", "/sandi", icon=":material/key:")
            st.button("Keluar", key="keluar", icon=":material/logout:", on_click=st.logout)


def role_bar(store: Store, kantor: Kantor, actor: Actor) -> None:
    """The demo only: look at everything as another role, with one click."""
    if not kantor.demo:
        return
    st.session_state[KUNCI_PERAN] = actor.peran
    st.segmented_control(
        "Lihat sebagai (hanya di DEMO)",
        PERAN_AKUN,
        format_func=lambda peran: SEBUTAN[peran],
        key=KUNCI_PERAN,
        required=True,
        on_change=_switch_role,
        args=(store, actor),
    )


def _switch_role(store: Store, actor: Actor) -> None:
    peran = st.session_state[KUNCI_PERAN]
    if peran is not None and peran is not actor.peran:
        first_start.switch_role(store, actor, peran)
