"""The pages and their groups. Only pages that exist are registered, by absolute path (see docs/decisions)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: file stem (also its address), title, icon, and whether it opens before an office exists."""

    nama: str
    judul: str
    ikon: str
    tanpa_kantor: bool = False


KELOMPOK: dict[str, tuple[Halaman, ...]] = {
    "Ringkasan": (Halaman("beranda", "Beranda", ":material/home:", tanpa_kantor=True),),
    "Persiapan": (Halaman("perencanaan", "Perencanaan", ":material/flag:"),),
    "Pengumpulan": (Halaman("unggah_data", "Unggah data", ":material/upload_file:"),),
    "Analisis": (
        Halaman("capaian", "Capaian", ":material/monitoring:"),
        Halaman("anggaran", "Anggaran", ":material/payments:"),
    ),
    "Dokumen": (Halaman("draf_lkjip", "Draf LKjIP", ":material/description:"),),
    "Administrasi": (
        Halaman("pengaturan", "Pengaturan", ":material/tune:"),
        Halaman("panduan", "Panduan", ":material/help:", tanpa_kantor=True),
    ),
}


def file_of(nama: str) -> Path:
    """The file of a page."""
    return ROOT / "pages" / f"{nama}.py"


def halaman(nama: str) -> Halaman:
    """The entry of a page by its name."""
    return next(satu for kelompok in KELOMPOK.values() for satu in kelompok if satu.nama == nama)


def page(nama: str) -> Page:
    """The page as Streamlit's object: for links, and for the menu."""
    entry = halaman(nama)
    return st.Page(
        file_of(nama), title=entry.judul, icon=entry.ikon, url_path=nama if nama != "beranda" else None,
        default=nama == "beranda",
    )  # fmt: skip


def menu(ada_kantor: bool) -> dict[str, list[Page]]:
    """Groups with their pages; before the first start the pages that need an office are registered but not shown.

    Registered they must be: an unknown address would open Streamlit's English dialog, a hidden one its guard.
    """
    return {
        kelompok: [
            page(satu.nama)
            if ada_kantor or satu.tanpa_kantor
            else st.Page(file_of(satu.nama), title=satu.judul, url_path=satu.nama, visibility="hidden")
            for satu in isi
            if file_of(satu.nama).is_file()
        ]
        for kelompok, isi in KELOMPOK.items()
    }
