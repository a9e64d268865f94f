"""Panduan explains the numbers of the report; a rule changed in Pengaturan changes the grade on Capaian."""

from __future__ import annotations

import pytest

from lkjip.domain.access import Peran
from tests.browser.conftest import Visitor
from tests.browser.test_halaman_analisis import choose

pytestmark = pytest.mark.browser


def test_panduan_menunjukkan_rumus_dengan_contoh_dan_sebelas_langkah_sop(demo: Visitor) -> None:
    demo.open("/panduan")
    demo.click("tab", "Cara angka dihitung")
    demo.see("(2 × target − realisasi) ÷ target × 100")
    demo.click("tab", "Langkah SOP")
    demo.see("Mengantar surat, menggandakan dan mengarsipkan Dokumen LKjIP")
    assert "bagian=" in demo.page.url, "bagian yang dibuka harus ada di alamat"


def test_batas_capaian_yang_diubah_berlaku_pada_rata_rata(own_demo: Visitor) -> None:
    own_demo.open()
    own_demo.see("rata-rata capaian 97,29%")
    own_demo.page.get_by_role("link", name="Pengaturan").click()
    own_demo.settle()
    choose(own_demo, "Batas capaian", "100%")
    own_demo.click("button", "Simpan aturan")
    own_demo.page.get_by_role("link", name="Beranda").click()
    own_demo.settle()
    own_demo.see("7 dari 12 indikator mencapai target 2025")
    assert "rata-rata capaian 97,29%" not in own_demo.text()


def test_dari_data_contoh_ke_kantor_sendiri_berakhir_di_beranda(own_demo: Visitor) -> None:
    own_demo.sit_as(Peran.ADMIN)
    own_demo.open()
    own_demo.page.get_by_role("link", name="Pengaturan").click()
    own_demo.see("Data contoh dihapus; kantor baru mulai tanpa data.")
    page = own_demo.page
    page.get_by_text("Ya, hapus data contoh beserta akunnya").click()
    own_demo.settle()
    page.get_by_role("button", name="Mulai untuk kantor sendiri").click()
    page.wait_for_url("**/mulai")
    own_demo.begin_office("Kecamatan Uji", "Kabupaten Uji")
    own_demo.see("Belum ada akun analis")
    assert "CONTOH" not in own_demo.text().replace("Agus Contoh", "")
