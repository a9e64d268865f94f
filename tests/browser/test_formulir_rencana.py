"""Tujuan, kondisi awal, lines of the programme tree and explanations typed in a real browser."""

from __future__ import annotations

import pytest

from lkjip.domain.access import Peran
from lkjip.services import evaluation, renstra
from lkjip.services.actor import OPERATOR
from lkjip.store import open_store
from tests.browser.conftest import Visitor, database
from tests.browser.test_kelengkapan import first_row

pytestmark = pytest.mark.browser


def pick(visitor: Visitor, label: str, isi: str, place: int = 0) -> None:
    """Choose the option that these letters find."""
    field = visitor.page.get_by_role("combobox", name=label).nth(place)
    field.click()
    field.fill(isi)
    visitor.page.keyboard.press("Enter")
    visitor.settle()


def test_rencana_dilengkapi_lewat_formulir(own_demo: Visitor) -> None:
    visitor = own_demo
    visitor.open("/perencanaan?bagian=Renstra")
    visitor.page.get_by_text("Tujuan Renstra 2021").first.click()
    visitor.page.get_by_label("Tujuan baru").fill("Meningkatnya pelayanan publik")
    visitor.click("button", "Tambah tujuan")
    visitor.see("Tujuan ditambahkan.")

    visitor.click("tab", "Sasaran dan program")
    pick(visitor, "Tujuan dalam Renstra 2021–2026", "Meningkatnya pelayanan")
    visitor.page.get_by_role("button", name="Simpan sasaran").first.click()
    visitor.see("Sasaran tersimpan.")
    assert "4 sasaran, 12 indikator" in visitor.text(), "nothing dropped out of the year"

    visitor.page.get_by_text("Tambah baris").first.click()
    for label, isi in (("Kode", "7.01.02"), ("Uraian", "Program Pelayanan"), ("Pagu (Rp)", "600.000")):
        visitor.page.get_by_label(label, exact=True).last.fill(isi)
    visitor.click("button", "Tambah baris")
    visitor.see("Baris ditambahkan ke pohon program.")
    pick(visitor, "Baris yang diubah", "7.01.02")
    visitor.page.get_by_label("Pagu (Rp)", exact=True).first.fill("650.000")
    visitor.click("button", "Simpan baris")
    visitor.see("Pohon program tersimpan")

    visitor.click("tab", "Indikator dan target")
    visitor.page.get_by_label("Kondisi awal", exact=True).fill("78,5")
    visitor.page.get_by_label("Tahun kondisi awal").fill("2020")
    visitor.page.get_by_label("Target akhir 2026").fill("90")
    visitor.click("button", "Simpan kondisi awal dan target akhir")
    visitor.see("Kondisi awal dan target akhir tersimpan.")

    store = open_store(database(visitor.server.data))
    rencana = renstra.load(store, OPERATOR)
    place = next(satu for satu in rencana.posisi if satu.awal is not None)
    assert place.akhir is not None
    assert (place.tujuan_id, place.tahun_awal, place.akhir.teks) == (rencana.tujuan[-1].id, 2020, "90")
    assert [str(satu.pagu.angka) for satu in evaluation.load(store, OPERATOR).pagu] == ["650000"]
    store.close()


def test_seksi_menulis_penjelasan_di_papan(own_demo: Visitor) -> None:
    visitor = own_demo
    visitor.open("/kelengkapan")
    first_row(visitor)
    visitor.page.get_by_text("○ kurang").first.click()
    visitor.page.get_by_label("Faktor penghambat").first.fill("Banyak pendatang")
    visitor.page.get_by_label("Upaya yang dilakukan").first.fill("Patroli bersama")
    visitor.click("button", "Simpan penjelasan")
    visitor.see("Penjelasan tersimpan.")
    visitor.see(": ● lengkap")
    visitor.sit_as(Peran.CAMAT)
    visitor.open("/kelengkapan")
    first_row(visitor)
    visitor.see("Penjelasan ● 1/1 lengkap")
    assert visitor.page.get_by_text("Menulis penjelasan").count() == 0
