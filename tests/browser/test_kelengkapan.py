"""A section sends its workbook in a real browser, the analyst returns it, the section mends it, it is accepted."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from lkjip.config import Config
from lkjip.domain.access import Actor, Peran
from lkjip.services import format_seksi
from lkjip.services.opening import open_store
from lkjip.spreadsheets.template.read import identify
from tests.browser.conftest import Visitor
from tests.browser.test_peran import as_role
from tests.browser.test_unggah_data import resting_box
from tests.makers.section_format import filled, read_cells

pytestmark = pytest.mark.browser

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANALIS = Actor("Siti Contoh", Peran.ANALIS)


def make_books(visitor: Visitor) -> dict[str, bytes]:
    """The workbooks of all sections of the demo, by the name of the section."""
    store = open_store(Config(visitor.server.data, f"sqlite:///{visitor.server.data / 'lkjip.db'}"))
    made = [format_seksi.workbook(store, ANALIS, satu.id)[1] for satu in format_seksi.make(store, ANALIS, 2025)]
    store.close()
    named = {}
    for content in made:
        identitas = identify(read_cells(content).sheets)
        assert identitas is not None
        named[identitas.seksi] = content
    return named


def drop(visitor: Visitor, nama: str, isi: bytes) -> None:
    """Put a file into the box of Unggah data."""
    files = [{"name": nama, "mimeType": XLSX, "buffer": isi}]
    visitor.page.locator("input[type=file]").set_input_files(files)
    visitor.see(nama)
    visitor.settle()


def first_row(visitor: Visitor, place: int = 0) -> None:
    """Select a row of the board, once its cells are drawn (what stands there before takes no click) and rest."""
    table = visitor.page.locator("[data-testid=stDataFrame]").first
    table.get_by_test_id("data-grid-canvas").wait_for()
    box = resting_box(table)
    visitor.page.mouse.click(box["x"] + 16, box["y"] + 35 + 32 + 65 * place)
    visitor.settle()


def test_kirim_kembalikan_perbaiki_terima(own_demo: Visitor, tmp_path: Path) -> None:
    visitor = own_demo
    books = make_books(visitor)
    milik = next(nama for nama in books if nama.startswith("Seksi Pelayanan"))
    lain = next(nama for nama in books if nama != milik)

    visitor.sit_as(Peran.SEKSI)
    visitor.open("/unggah_data")
    drop(visitor, "lain.xlsx", books[lain])
    visitor.see(f"Berkas ini untuk {lain} tahun 2025")
    visitor.click("button", "Buang dari daftar")
    drop(visitor, "salah.xlsx", filled({("Indikator", "tw1", 1): "98.5.3"}, books[milik]))
    visitor.see("1 galat")
    with visitor.page.expect_download() as unduhan:
        visitor.page.get_by_role("link", name="Unduh buku kerja bertanda").click()
    berkas = tmp_path / "bertanda.xlsx"
    unduhan.value.save_as(berkas)
    bertanda = openpyxl.load_workbook(io.BytesIO(berkas.read_bytes()))
    assert "Temuan" in bertanda.sheetnames
    visitor.click("button", "Buang dari daftar")
    drop(visitor, "isian.xlsx", filled({("Indikator", "setahun", 1): 90}, books[milik]))
    visitor.click("button", "Simpan")
    visitor.see("versi 1, 1 isian")

    as_role(visitor, "Analis")
    visitor.open("/kelengkapan")
    visitor.see("1 dari 4 seksi sudah mengirim: 1 belum lengkap")
    place = sorted(books, key=str.casefold).index(milik)
    first_row(visitor, place)
    visitor.see("Versi kiriman")
    visitor.page.get_by_role("textbox", name="Catatan untuk seksi").fill("Lengkapi indikator yang lain.")
    visitor.page.keyboard.press("Tab")
    visitor.settle()
    visitor.click("button", "Kembalikan ke seksi")
    visitor.see("1 dikembalikan")

    as_role(visitor, "Seksi")
    visitor.open("/unggah_data")
    drop(visitor, "perbaikan.xlsx", filled({("Indikator", "setahun", 1): 91}, books[milik]))
    visitor.see("Lengkapi indikator yang lain.")
    visitor.click("button", "Simpan")
    visitor.see("versi 2, 1 isian")

    as_role(visitor, "Analis")
    visitor.open("/kelengkapan?keadaan=◐+Sebagian")
    first_row(visitor)
    visitor.see("Versi 2 dibanding versi 1: 1 isian berubah")
    visitor.click("button", "Terima versi 2")
    visitor.see("1 diterima")
