"""The pages and their groups. Only pages that exist are registered, by absolute path (see docs/decisions)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from lkjip.domain.access import Actor, Aksi, may_somewhere

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: file stem (also its address), title, icon, the right it takes to open it.

    `bagi_pembaca`: the right to work there, and the title for those who have only the right to read.
    """

    nama: str
    judul: str
    ikon: str
    aksi: Aksi
    bagi_pembaca: tuple[Aksi, str] | None = None

    def judul_bagi(self, actor: Actor | None) -> str:
        """The title as this person reads it in the menu and above the page."""
        if self.bagi_pembaca is None or may_somewhere(actor, self.bagi_pembaca[0]):
            return self.judul
        return self.bagi_pembaca[1]


KELOMPOK: dict[str, tuple[Halaman, ...]] = {
    "Ringkasan": (Halaman("beranda", "Beranda", ":material/home:", Aksi.BANTUAN),),
    "Persiapan": (
        Halaman("perencanaan", "Perencanaan", ":material/flag:", Aksi.UBAH_RENCANA),
        Halaman("format_pengumpulan", "Format pengumpulan", ":material/outgoing_mail:", Aksi.AMBIL_FORMAT),
    ),
    "Pengumpulan": (
        Halaman("unggah_data", "Unggah data", ":material/upload_file:", Aksi.LIHAT_UNGGAHAN, (Aksi.UNGGAH, "Unggahan")),
        Halaman("kelengkapan", "Kelengkapan", ":material/fact_check:", Aksi.LIHAT_CAPAIAN),
    ),
    "Analisis": (
        Halaman("capaian", "Capaian", ":material/monitoring:", Aksi.LIHAT_CAPAIAN),
        Halaman("anggaran", "Anggaran", ":material/payments:", Aksi.LIHAT_CAPAIAN),
    ),
    "Dokumen": (Halaman("draf_lkjip", "Draf LKjIP", ":material/description:", Aksi.EKSPOR_DRAF),),
    "Administrasi": (
        Halaman("pengaturan", "Pengaturan", ":material/tune:", Aksi.ATUR_ATURAN),
        Halaman("pengguna", "Pengguna", ":material/group:", Aksi.KELOLA_PENGGUNA),
        Halaman("jejak_audit", "Jejak audit", ":material/policy:", Aksi.LIHAT_AUDIT),
        Halaman("panduan", "Panduan", ":material/help:", Aksi.BANTUAN),
    ),
}


def file_of(nama: str) -> Path:
    """The file of a page."""
    return ROOT / "pages" / f"{nama}.py"


def halaman(nama: str) -> Halaman:
    """The entry of a page by its name."""
    return next(satu for kelompok in KELOMPOK.values() for satu in kelompok if satu.nama == nama)


def page(nama: str, *, visible: bool = True, judul: str = "") -> Page:
    """The page as Streamlit's object: for links, and for the menu."""
    entry = halaman(nama)
    return st.Page(
        file_of(nama), title=judul or entry.judul, icon=entry.ikon, url_path=nama if nama != "beranda" else None,
        default=nama == "beranda", visibility="visible" if visible else "hidden",
    )  # fmt: skip


def may_open(actor: Actor | None, nama: str) -> bool:
    """Is this page in this person's menu?"""
    return bool(may_somewhere(actor, halaman(nama).aksi))


def menu(actor: Actor | None) -> dict[str, list[Page]]:
    """Groups with their pages; those that the role may not open are registered but not shown.

    Registered they must be: an unknown address would open Streamlit's English dialog, a hidden one its guard.
    """
    return {
        kelompok: [
            page(satu.nama, visible=may_open(actor, satu.nama), judul=satu.judul_bagi(actor))
            for satu in isi
            if file_of(satu.nama).is_file()
        ]
        for kelompok, isi in KELOMPOK.items()
    }
