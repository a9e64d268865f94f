"""Uploading in a real browser: a wrong cell, the corrected file, its figure on the chart; doubts, columns, twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lkjip.config import Config
from lkjip.domain.access import Actor, Peran
from lkjip.services import importing
from lkjip.services.opening import open_store
from tests.browser.berkas import ANGGARAN, BERGALAT, KINERJA, RAGU, csv
from tests.browser.conftest import Server, Visitor

pytestmark = pytest.mark.browser


def drop(visitor: Visitor, *berkas: dict[str, object] | Path) -> None:
    """Drop files into the box of the upload page."""
    visitor.page.locator("input[type=file]").set_input_files(list(berkas))
    visitor.see("di daftar belum disimpan.")
    visitor.settle()


def history(server: Server) -> tuple[importing.RiwayatImpor, ...]:
    """What the database of the server says was received."""
    store = open_store(Config(server.data, f"sqlite:///{server.data / 'lkjip.db'}"))
    try:
        return importing.history(store, Actor("Uji", Peran.ANALIS))
    finally:
        store.close()


def resting_box(element: Any) -> dict[str, float]:
    """Where the element stands once nothing moves any more (an expander unfolds slowly)."""
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    for _ in range(100):
        element.page.wait_for_timeout(100)
        element.scroll_into_view_if_needed()
        before, box = box, element.bounding_box()
        if box == before:
            break
    return dict(box)


def click_bar(page: Any, place: int) -> None:
    """Click the middle of a bar of the first chart."""
    bar = page.locator(".barlayer .point").nth(place)
    box = resting_box(bar)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_dari_unggahan_yang_salah_sampai_asal_angka(analis: Visitor) -> None:
    page = analis.page
    analis.open("/unggah_data")
    drop(analis, csv("kinerja.csv", BERGALAT))
    analis.see("1 galat. Selama masih ada, berkas ini tidak dapat disimpan.")
    assert "F4" in analis.text()
    assert page.get_by_role("button", name="Simpan", exact=True).is_disabled()

    analis.click("button", "Buang dari daftar")
    drop(analis, csv("kinerja.csv", KINERJA), csv("anggaran.csv", ANGGARAN))
    page.get_by_text("Tetapkan rumus capaian menurut persentase").click()
    analis.settle()
    analis.click("button", "Simpan")
    analis.see("Tersimpan: Sasaran 2 baru; Indikator 3 baru")
    page.get_by_text("anggaran.csv").first.click()
    analis.settle()
    analis.click("button", "Simpan")
    analis.see("Tersimpan: Baris anggaran 2025: 3 baru")

    analis.click("link", "Lihat capaian")
    analis.see("2 dari 3 indikator mencapai target 2025")
    page.locator(".barlayer .point").nth(2).wait_for()
    click_bar(page, 2)
    analis.see("Rumus: Makin tinggi makin baik.")
    assert "indikator=1.2+Persentase+pengaduan+selesai" in page.url
    assert "kinerja.csv, lembar 'CSV', sel F4" in analis.text()


def test_klik_ganda_dan_muat_ulang_menyimpan_satu_catatan(analis: Visitor) -> None:
    analis.open("/unggah_data")
    drop(analis, csv("kinerja.csv", KINERJA))
    analis.page.get_by_role("button", name="Simpan", exact=True).click(click_count=3, delay=5)
    analis.see("Tersimpan:")
    analis.page.reload()
    analis.settle()
    drop(analis, csv("kinerja.csv", KINERJA))
    analis.see("Berkas ini sudah disimpan oleh")
    analis.click("button", "Simpan")
    analis.see("Tidak ada yang disimpan dua kali.")
    assert len(history(analis.server)) == 1


def test_angka_ragu_dijawab_sekali_per_kolom(analis: Visitor) -> None:
    analis.open("/unggah_data")
    drop(analis, csv("ragu.csv", RAGU))
    for _ in range(2):
        analis.page.get_by_text("= 1.2", exact=False).first.click()
        analis.settle()
    assert "Perlu dijawab" not in analis.text()
    analis.click("button", "Simpan")
    analis.see("Tersimpan:")


def test_arti_kolom_diubah_di_tabel_dan_isi_lain_tetap(analis: Visitor) -> None:
    page = analis.page
    analis.open("/unggah_data")
    drop(analis, csv("kinerja.csv", KINERJA))
    page.get_by_text("Arti kolom 'CSV'").click()
    box = resting_box(page.get_by_test_id("stDataFrame").first)
    column, row = 60 + 190 + 160 + 80, 35 + 35 * 5 + 17  # the cell 'Arti' of column F, in the widths of the page
    page.mouse.dblclick(box["x"] + column, box["y"] + row)
    analis.settle()
    page.keyboard.type("tidak dipakai")
    analis.settle()
    page.keyboard.press("Enter")
    analis.see("Kembalikan ke usulan program")
    assert "Realisasi terisi" not in analis.text()
    analis.click("button", "Kembalikan ke usulan program")
    page.get_by_text("Kembalikan ke usulan program").wait_for(state="hidden")
