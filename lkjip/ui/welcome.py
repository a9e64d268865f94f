"""The first start: begin for this office, or try everything with invented data."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from lkjip.domain.kantor import Kantor
from lkjip.services import contoh
from lkjip.services import kantor as kantor_service
from lkjip.services.actor import Actor
from lkjip.ui.context import Store
from lkjip.ui.navigation import page

TAHUN_PERTAMA, TAHUN_TERAKHIR = 2000, 2100


def show_welcome(store: Store, actor: Actor) -> None:
    """What this is, in two sentences, and the two ways in."""
    st.title("Laporan Kinerja dari lembar kerja seksi", anchor=False)
    st.header("Unggah tabel capaian dan anggaran, periksa hasil hitungannya, lalu ekspor draf LKjIP.", anchor=False)
    st.caption("Semua data tetap di komputer ini. Tidak perlu internet.")
    mulai, coba = st.columns([3, 2], gap="medium")
    with mulai:
        start_form(store, actor)
    with coba.container(border=True, height="stretch"):
        st.subheader("Coba dengan data contoh", anchor=False)
        st.markdown(
            "Sebuah kecamatan rekaan: 4 sasaran, 12 indikator, 5 tahun, triwulan, dan anggaran. "
            "Semua halaman bertanda DEMO dan CONTOH. Kapan saja dapat diganti dengan kantor sendiri "
            "di halaman Pengaturan; data contoh lalu dihapus."
        )
        if st.button("Coba dengan data contoh", key="muat_contoh", width="stretch"):
            with st.spinner("Menyiapkan data contoh ..."):
                contoh.load_demo(store, actor)
            st.rerun()


def start_form(store: Store, actor: Actor) -> None:
    """Begin with the own office; the demo office makes room for it."""
    with st.form("mulai_kantor", border=True):
        st.subheader("Mulai untuk kantor ini", anchor=False)
        nama = st.text_input("Nama kantor", placeholder="Kecamatan Samboja", max_chars=120, key="mulai_nama")
        kabupaten = st.text_input(
            "Kabupaten atau kota", placeholder="Kabupaten Kutai Kartanegara", max_chars=120, key="mulai_kabupaten"
        )
        kiri, kanan = st.columns([2, 1])
        pimpinan = kiri.text_input("Nama Camat (boleh diisi nanti)", max_chars=120, key="mulai_pimpinan")
        tahun = kanan.number_input(
            "Tahun laporan", TAHUN_PERTAMA, TAHUN_TERAKHIR, value=_last_year(), step=1, key="mulai_tahun"
        )
        if not st.form_submit_button("Mulai untuk kantor ini", type="primary", width="stretch", key="mulai_simpan"):
            return
    missing = [label for label, isi in (("nama kantor", nama), ("kabupaten atau kota", kabupaten)) if not isi.strip()]
    if missing:
        st.error(f"Isi {' dan '.join(missing)} terlebih dahulu.")
        return
    kantor = Kantor(nama.strip(), kabupaten.strip(), nama_pimpinan=pimpinan.strip(), tahun_aktif=int(tahun))
    kantor_service.start_office(store, actor, kantor)
    st.switch_page(page("beranda"))


def _last_year() -> int:
    """An LKjIP is about the year before (PermenPANRB 53/2014: handed in early in the next year)."""
    return datetime.now().astimezone().year - 1
