"""The parts every page is made of, in reading order: finding, figures, picture, table, details."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.terkumpul import held_sentence
from lkjip.services.ringkasan import Angka
from lkjip.ui.navigation import page

__all__ = ["Angka", "details", "empty_state", "figures", "headline", "held_note", "next_action", "section"]


def headline(judul: str, kalimat: str = "") -> None:
    """Page title and the state in one sentence, readable before any chart has loaded."""
    st.title(judul, anchor=False)
    if kalimat:
        st.header(kalimat, anchor=False)


def held_note(evaluasi: Evaluasi) -> None:
    """What was left out of these figures because nobody has accepted it yet."""
    kalimat = held_sentence(evaluasi.data.ditahan, evaluasi.tahun)
    if kalimat:
        st.info(kalimat, icon=":material/pan_tool:")


def figures(angka: Sequence[Angka]) -> None:
    """Three to five figures in a row (below each other on a phone)."""
    if not angka:
        return
    for kolom, satu in zip(st.columns(len(angka)), angka, strict=True):
        with kolom.container(border=True, height="stretch", gap="xxsmall"):
            st.metric(satu.judul, satu.nilai, help=satu.bantuan or None)
            if satu.keterangan:
                st.caption(satu.keterangan)


def section(judul: str, keterangan: str = "") -> None:
    """A heading inside the page, with one line of explanation where needed."""
    st.subheader(judul, anchor=False)
    if keterangan:
        st.caption(keterangan)


@contextmanager
def details(judul: str, *, terbuka: bool = False) -> Iterator[None]:
    """What most readers skip, folded."""
    with st.expander(judul, expanded=terbuka):
        yield


def next_action(kalimat: str, tujuan: str, tombol: str) -> None:
    """The next thing to do, with the one clear button that leads there."""
    with st.container(border=True):
        kiri, kanan = st.columns([4, 1.4], vertical_alignment="center")
        kiri.markdown(f"**Langkah berikut.** {kalimat}")
        with kanan:
            _go(tujuan, tombol)


def _go(tujuan: str, tombol: str) -> None:
    if st.button(
        tombol,
        type="primary",
        key=f"ke_{tujuan}",
        icon=":material/arrow_forward:",
        icon_position="right",
        width="stretch",
    ):
        st.switch_page(page(tujuan))


MENUNGGU = "Analis memuat data kantor ini. Sesudah itu halaman ini terisi; cara kerjanya tertulis di Panduan."


def empty_state(judul: str, kalimat: str, tujuan: str = "", tombol: str = "", *, boleh: bool = True) -> None:
    """Nothing to show yet: say what to do next and link to it. `boleh`: may this person do it?"""
    if not boleh:
        kalimat, tujuan, tombol = MENUNGGU, "panduan", "Baca panduan"
    with st.container(border=True, horizontal_alignment="center", gap="small"):
        st.subheader(judul, anchor=False, text_alignment="center")
        st.markdown(kalimat, text_alignment="center")
        if tujuan:
            with st.container(width=280):
                _go(tujuan, tombol)
