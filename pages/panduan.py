"""Panduan: how to work with the application, what the words mean, how each number is computed."""

from __future__ import annotations

import streamlit as st

from lkjip.ui import help as bantuan
from lkjip.ui.guard import open_guard
from lkjip.ui.layout import headline, section

open_guard("panduan")

headline("Panduan", "Dari lembar kerja seksi sampai draf LKjIP dalam tiga langkah.")
bantuan.show_written("memulai")

masuk, kumpul, berkas, hitung, istilah, sop, sumber = st.tabs(
    [
        "Masuk dan peran",
        "Mengumpulkan data",
        "Berkas yang ditolak",
        "Cara angka dihitung",
        "Istilah",
        "Langkah SOP",
        "Sumber aturan",
    ],
    key="bagian",
    bind="query-params",
)
with masuk:
    bantuan.show_written("masuk")
with kumpul:
    section("Dari rencana sampai data lengkap", "Satu tahun menurut SOP langkah 1 sampai 4.")
    bantuan.show_written("pengumpulan")
with berkas:
    bantuan.show_written("berkas-ditolak")
with hitung:
    section("Rumus capaian", "Rumus setiap indikator dipilih di halaman Perencanaan dan tercetak di samping hasilnya.")
    bantuan.show_formulas()
    section("Skala predikat dan status", "Skala yang berlaku dipilih di halaman Pengaturan.")
    bantuan.show_scales()
with istilah:
    bantuan.show_written("istilah")
with sop:
    section("SOP Penyusunan LKjIP Kecamatan Samboja", "Versi ini membantu langkah 1 sampai 6; langkah lain menyusul.")
    bantuan.show_sop()
with sumber:
    section("Dasar setiap aturan", "Yang naskahnya belum diperiksa tidak pernah ditulis sebagai 'sesuai peraturan'.")
    bantuan.show_sources()
