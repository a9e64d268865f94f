"""Format pengumpulan: open the year, make the section workbooks, hand them over, remind (SOP 1-3)."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.services import buka_tahun, distribusi, papan
from lkjip.ui import buka_tahun as tahun_ui
from lkjip.ui import buku_kerja, formats
from lkjip.ui import distribusi as daftar_ui
from lkjip.ui import papan as papan_ui
from lkjip.ui.bagian import show_parts
from lkjip.ui.editing import show_notice
from lkjip.ui.guard import guard
from lkjip.ui.layout import empty_state, headline

sesi = guard("format_pengumpulan")
baris = distribusi.overview(sesi.store, sesi.actor, sesi.tahun)
if sesi.actor.seksi is not None:
    headline("Format pengumpulan", f"Buku kerja tahun {sesi.tahun} untuk seksi Anda")
    show_notice()
    for satu in baris:
        daftar_ui.show_own(sesi, satu)
    st.stop()

keadaan = buka_tahun.state(sesi.store, sesi.actor, sesi.tahun)
headline("Format pengumpulan", f"{tahun_ui.sentence(keadaan)}; {daftar_ui.sentence(baris)}.")
show_notice()


def show_opening() -> None:
    """The gates of the year and its disposisi."""
    tahun_ui.show_gates(keadaan)
    tahun_ui.show_disposisi(sesi, keadaan)


def show_workbooks() -> None:
    """Make the workbooks, or take them."""
    if not baris:
        empty_state("Belum ada seksi", "Admin menambahkan seksi di Pengaturan; sesudah itu format dapat dibuat.")
    elif sesi.may(Aksi.FORMAT):
        buku_kerja.show_making(sesi)
    else:
        buku_kerja.show_downloads(baris)


def show_distribution() -> None:
    """To whom, when, due, received."""
    daftar_ui.show_list(baris)
    if sesi.may(Aksi.FORMAT):
        daftar_ui.show_handing_over(sesi, baris)
        daftar_ui.show_receipts(sesi, baris)


def show_letters() -> None:
    """Letter and reminders, ready to copy."""
    if sesi.may(Aksi.FORMAT) and baris:
        kurang = papan.missing(papan_ui.load(sesi))
        isi = distribusi.texts(sesi.store, sesi.actor, sesi.tahun, formats.hari_ini(), kurang)
        daftar_ui.show_texts(sesi, baris, isi)
    else:
        st.info("Surat dan pengingat ditulis analis.")


show_parts(
    {
        "Membuka tahun": show_opening,
        "Buku kerja": show_workbooks,
        "Penyampaian": show_distribution,
        "Surat dan pengingat": show_letters,
        "Dari tahun lalu": lambda: tahun_ui.show_roll(sesi, keadaan),
    },
    key="bagian_format",
)
