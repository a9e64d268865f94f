"""Panduan explains the numbers of the report; a rule changed in Pengaturan changes the grade on Capaian."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Visitor
from tests.browser.test_halaman_analisis import choose
from tests.browser.test_peran import as_role

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(visitor: Visitor) -> Visitor:
    visitor.open()
    visitor.click("button", "Coba dengan data contoh")
    visitor.see("7 dari 12 indikator mencapai target 2025")
    return visitor


def test_panduan_menunjukkan_rumus_dengan_contoh_dan_sebelas_langkah_sop(demo: Visitor) -> None:
    demo.open("/panduan")
    demo.click("tab", "Cara angka dihitung")
    demo.see("(2 × target − realisasi) ÷ target × 100")
    demo.click("tab", "Langkah SOP")
    demo.see("Mengantar surat, menggandakan dan mengarsipkan Dokumen LKjIP")
    assert "bagian=" in demo.page.url, "bagian yang dibuka harus ada di alamat"


def test_batas_capaian_yang_diubah_berlaku_pada_rata_rata(demo: Visitor) -> None:
    demo.see("rata-rata capaian 97,29%")
    demo.page.get_by_role("link", name="Pengaturan").click()
    demo.settle()
    choose(demo, "Batas capaian", "100%")
    demo.click("button", "Simpan aturan")
    demo.page.get_by_role("link", name="Beranda").click()
    demo.settle()
    demo.see("7 dari 12 indikator mencapai target 2025")
    assert "rata-rata capaian 97,29%" not in demo.text()


def test_dari_data_contoh_ke_kantor_sendiri_berakhir_di_beranda(demo: Visitor) -> None:
    as_role(demo, "Admin")
    demo.page.get_by_role("link", name="Pengaturan").click()
    demo.see("Data contoh dihapus; kantor baru mulai tanpa data.")
    page = demo.page
    page.get_by_text("Ya, hapus data contoh beserta akunnya").click()
    demo.settle()
    page.get_by_role("button", name="Mulai untuk kantor sendiri").click()
    page.wait_for_url("**/mulai")
    demo.begin_office("Kecamatan Uji", "Kabupaten Uji")
    demo.see("Belum ada akun analis")
    assert "CONTOH" not in demo.text().replace("Agus Contoh", "")
