"""The readiness list of the draft, and the buttons that make the documents at the click."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from lkjip.services.kesiapan import Butir, Keadaan
from lkjip.ui import formats
from lkjip.ui.navigation import halaman, page

KEADAAN: dict[Keadaan, tuple[str, str]] = {
    Keadaan.WAJIB: ("red", "✕ Belum ada"),
    Keadaan.KURANG: ("orange", "▲ Belum lengkap"),
    Keadaan.SIAP: ("green", "● Siap"),
}


@dataclass(frozen=True, slots=True)
class Unduhan:
    """One document: what it is, its file name, and how its bytes are made when the button is clicked."""

    kunci: str
    tombol: str
    keterangan: str
    nama_berkas: str
    mime: str
    buat: Callable[[], bytes]


def show_readiness(butir: Sequence[Butir]) -> None:
    """What is missing with a link to the page that mends it; what is ready stays folded."""
    terbuka = [satu for satu in butir if satu.keadaan is not Keadaan.SIAP]
    for satu in terbuka:
        _row(satu)
    siap = [satu for satu in butir if satu.keadaan is Keadaan.SIAP]
    if siap:
        with st.expander(f"{len(siap)} hal sudah siap", expanded=not terbuka):
            for satu in siap:
                _row(satu)


def _row(butir: Butir) -> None:
    warna, kata = KEADAAN[butir.keadaan]
    nama, isi, tautan = st.columns([3, 6, 2], vertical_alignment="center")
    nama.markdown(f":{warna}-badge[{kata}]  \n**{butir.judul}**")
    isi.markdown(formats.plain(butir.penjelasan))
    tautan.page_link(
        page(butir.halaman), label=halaman(butir.halaman).judul, icon=":material/arrow_forward:", icon_position="right"
    )


def show_downloads(unduhan: Sequence[Unduhan], boleh: bool, alasan: str) -> None:
    """One button a document; the file is made at the click, so that opening the page costs nothing."""
    for kolom, satu in zip(st.columns(len(unduhan)), unduhan, strict=True):
        with kolom.container(border=True, height="stretch"):
            st.markdown(satu.keterangan)
            st.download_button(
                satu.tombol,
                data=satu.buat,
                file_name=satu.nama_berkas,
                mime=satu.mime,
                key=satu.kunci,
                on_click="ignore",
                type="primary" if satu is unduhan[0] else "secondary",
                icon=":material/download:",
                disabled=not boleh,
                help=None if boleh else alasan,
                width="stretch",
            )
            st.caption(formats.plain(satu.nama_berkas))
