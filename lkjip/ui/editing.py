"""Forms over records that somebody else may change meanwhile: what was seen is kept, nothing typed is lost.

A form is filled from the record as it was first shown (`seen`), not as it is at each rerun; otherwise a colleague's
change would be overwritten unseen. Where the record has moved on, both texts are shown and the user decides.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import pandas as pd
import streamlit as st

from lkjip.errors import AlreadyDoneError, StaleError
from lkjip.ui import formats

T = TypeVar("T")
AWALAN = "dilihat_"
PUTARAN = "putaran_"
KARTU = "kartu_"
ISIAN = "isian_terdaftar"
HASIL = "hasil_kartu"
PEMBERITAHUAN = "kabar"
PEMBERITAHUAN_TETAP = "pemberitahuan"  # stays in sight: lkjip/web/aset/layar.css
TERBACA = 3.0  # seconds a sentence stays: the second half of a double click must not wipe it away


@dataclass(slots=True)
class Kabar:
    """What a deed left to be said, and when a run that said it was finished (seconds, monotonic)."""

    kalimat: str
    tampil: bool = False
    tergambar: float | None = None


def seen(nama: str, load: Callable[[], T]) -> T:
    """The record as this user saw it when the form was first drawn on this visit of the page."""
    key = AWALAN + nama
    if key not in st.session_state:
        st.session_state[key] = load()
    return st.session_state[key]  # type: ignore[no-any-return]


def round_of(nama: str) -> int:
    """How often this form was forgotten on this Streamlit session."""
    found: int = st.session_state.get(PUTARAN + nama, 0)
    return found


def field_key(nama: str, isian: str) -> str:
    """Key of a field: new after `forget`, so that the field shows the record and not what was typed before."""
    key = f"{nama}_{isian}_{round_of(nama)}"
    fields()[key] = (nama, isian)
    return key


def button_key(nama: str) -> str:
    """Key of the button that sends a form: new after `forget`, so that a second click on the old one counts nothing."""
    return f"kirim_{nama}_{round_of(nama)}"


def fields() -> dict[str, tuple[str, str]]:
    """The form fields drawn on this visit of the page: key -> form and field (see `tersisa.py`)."""
    found: dict[str, tuple[str, str]] = st.session_state.setdefault(ISIAN, {})
    return found


def card(nama: str) -> str:
    """The one-use token of a form that adds something; a new one after `forget`. Give it to the service."""
    key = f"{KARTU}{nama}_{round_of(nama)}"
    token: str = st.session_state.setdefault(key, secrets.token_urlsafe(16))
    return token


def once(nama: str, deed: Callable[[str], T]) -> T:
    """Do what a form asks for, once for its card; a further click that overtook the run gets the same answer.

    Streamlit ends an overtaken run at any of its own calls, also at `st.session_state`. So none stands between the deed
    and the place where its answer is kept.
    """
    kartu = card(nama)
    done: dict[str, T] = st.session_state.setdefault(HASIL, {})
    try:
        done[kartu] = deed(kartu)
    except AlreadyDoneError:
        if kartu not in done:
            raise
    return done[kartu]


def forget(nama: str) -> None:
    """Read the record anew at the next drawing and let go of what was typed."""
    st.session_state.pop(AWALAN + nama, None)
    st.session_state[PUTARAN + nama] = round_of(nama) + 1


def forget_all() -> None:
    """On entering a page: its records are read anew."""
    st.session_state.pop(ISIAN, None)
    for key in [str(key) for key in st.session_state if str(key).startswith(AWALAN)]:
        forget(key.removeprefix(AWALAN))


def tell(nama: str, kalimat: str) -> None:
    """In a callback, after a save: say so in the run that follows, and show the record as it then is."""
    st.session_state[PEMBERITAHUAN] = Kabar(kalimat)
    forget(nama)


def saved(nama: str, kalimat: str) -> None:
    """After a save: say so, and show the record as it now is."""
    tell(nama, kalimat)
    st.rerun()


def show_notice() -> None:
    """The sentence left by the deed before this rerun: until it was drawn, and a moment longer."""
    kabar: Kabar | None = st.session_state.get(PEMBERITAHUAN)
    if kabar is None:
        return
    if kabar.tergambar is not None and time.monotonic() - kabar.tergambar >= TERBACA:
        del st.session_state[PEMBERITAHUAN]
        return
    kabar.tampil = True
    with st.container(key=PEMBERITAHUAN_TETAP):
        st.success(kabar.kalimat, icon=":material/check_circle:")


def drawn() -> None:
    """At the end of a run that nothing overtook: what it said has reached the browser."""
    kabar: Kabar | None = st.session_state.get(PEMBERITAHUAN)
    if kabar is not None and kabar.tampil and kabar.tergambar is None:
        kabar.tergambar = time.monotonic()


def show_stale(
    nama: str, error: StaleError, milik_saya: Mapping[str, str], tersimpan: Mapping[str, str], pakai_milik_saya: object
) -> None:
    """Both texts side by side, and the two ways on. `pakai_milik_saya` is the newer record to save over."""
    st.warning(str(error))
    beda = [judul for judul in milik_saya if milik_saya[judul] != tersimpan.get(judul, "")]
    if not beda:
        st.info("Isinya ternyata sama dengan yang tersimpan.")
    rows = [
        {
            "Isian": judul,
            "Yang Anda tulis": formats.plain(milik_saya[judul]) or formats.TANDA_HUBUNG,
            "Yang tersimpan sekarang": formats.plain(tersimpan.get(judul, "")) or formats.TANDA_HUBUNG,
        }
        for judul in beda
    ]
    if rows:
        st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt="Perbandingan isian")
    with st.container(horizontal=True):
        st.button(
            "Pakai yang tersimpan", key=f"basi_buang_{nama}", on_click=forget, args=(nama,), help="Isian Anda dilepas."
        )
        st.button(
            "Tetap pakai isian saya",
            key=f"basi_pakai_{nama}",
            on_click=_keep_mine,
            args=(nama, pakai_milik_saya),
            help="Isian Anda tetap di formulir; tekan Simpan sekali lagi untuk menimpanya.",
        )


def show_newer(nama: str, error: StaleError) -> None:
    """For a short form: nothing was stored, and the one way on is to look at the newer record."""
    st.warning(str(error))
    st.button("Tampilkan yang tersimpan", key=f"basi_buang_{nama}", on_click=forget, args=(nama,))


def _keep_mine(nama: str, terbaru: object) -> None:
    st.session_state[AWALAN + nama] = terbaru
