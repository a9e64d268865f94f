"""Panduan: how to work with the application, what the words mean, how each number is computed."""

from __future__ import annotations

from functools import partial

from lkjip.ui import help as bantuan
from lkjip.ui.bagian import show_parts
from lkjip.ui.guard import open_guard
from lkjip.ui.layout import headline, section

open_guard("panduan")

headline("Panduan", "Dari lembar kerja seksi sampai draf LKjIP dalam tiga langkah.")
bantuan.show_written("memulai")


def show_collecting() -> None:
    """SOP 1-4 in the application."""
    section("Dari rencana sampai data lengkap", "Satu tahun menurut SOP langkah 1 sampai 4.")
    bantuan.show_written("pengumpulan")


def show_rules() -> None:
    """Formulas and scales in force."""
    section("Rumus capaian", "Rumus setiap indikator dipilih di halaman Perencanaan dan tercetak di samping hasilnya.")
    bantuan.show_formulas()
    section("Skala predikat dan status", "Skala yang berlaku dipilih di halaman Pengaturan.")
    bantuan.show_scales()


def show_sop() -> None:
    """The eleven steps."""
    section("SOP Penyusunan LKjIP Kecamatan Samboja", "Versi ini membantu langkah 1 sampai 6; langkah lain menyusul.")
    bantuan.show_sop()


def show_sources() -> None:
    """What each rule rests on."""
    section("Dasar setiap aturan", "Yang naskahnya belum diperiksa tidak pernah ditulis sebagai 'sesuai peraturan'.")
    bantuan.show_sources()


show_parts(
    {
        "Masuk dan peran": partial(bantuan.show_written, "masuk"),
        "Mengumpulkan data": show_collecting,
        "Berkas yang ditolak": partial(bantuan.show_written, "berkas-ditolak"),
        "Cara angka dihitung": show_rules,
        "Istilah": partial(bantuan.show_written, "istilah"),
        "Langkah SOP": show_sop,
        "Sumber aturan": show_sources,
    },
    key="bagian",
)
