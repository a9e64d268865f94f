"""Capaian, anggaran, perencanaan and draf in a real browser, on the demo office: addresses, forms, downloads."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, TimeoutError

from lkjip.domain.access import Peran
from tests.browser.conftest import Visitor
from tests.browser.test_unggah_data import click_bar
from tests.makers.browser import PATIENCE_MS

pytestmark = pytest.mark.browser
SOON_MS = 8_000


def choose(visitor: Visitor, label: str, pilihan: str, *, exact: bool = False) -> None:
    """Pick an entry of a select box, once it is the first of those that fit what was typed."""
    first = visitor.page.get_by_role("option").first.filter(has_text=pilihan)
    for last in (False, False, True):  # a box that is drawn anew meanwhile forgets what was typed
        visitor.page.get_by_role("combobox", name=label, exact=exact).click()
        visitor.page.keyboard.type(pilihan)
        try:
            first.wait_for(timeout=PATIENCE_MS if last else SOON_MS)
            break
        except TimeoutError:
            if last:
                raise
            visitor.page.keyboard.press("Escape")
    visitor.page.keyboard.press("Enter")
    visitor.settle()


def test_capaian_saringan_dan_indikator_bertahan_di_alamat(demo: Visitor) -> None:
    page = demo.page
    demo.open("/capaian")
    demo.see("indikator mencapai target 2025")
    page.get_by_role("button", name="Tercapai").first.click()
    demo.settle()
    assert "status=" in page.url
    page.locator(".barlayer .point").first.wait_for()
    click_bar(page, 0)
    demo.see("Asal angka")
    assert "indikator=" in page.url
    dipilih = page.url
    page.reload()
    demo.settle()
    demo.see("Asal angka")
    assert page.url == dipilih


def test_capaian_batang_yang_sama_dapat_dipilih_lagi_setelah_daftar(demo: Visitor) -> None:
    page = demo.page
    demo.open("/capaian")
    page.locator(".barlayer .point").first.wait_for()
    click_bar(page, 1)
    demo.see("Asal angka")
    pertama = page.url
    choose(demo, "Rincian indikator", "4.1 Predikat")
    page.wait_for_url("**indikator=4.1**")
    page.locator(".barlayer .point").first.wait_for()
    demo.settle()
    click_bar(page, 1)
    page.wait_for_url(pertama)


def test_indikator_yang_tersaring_keluar_tidak_lagi_tertulis_sebagai_pilihan(demo: Visitor) -> None:
    page = demo.page
    demo.open("/capaian")
    choose(demo, "Rincian indikator", "1.2 Rata-rata")
    demo.see("Asal angka")
    choose(demo, "Sasaran", "4. Meningkatnya", exact=True)
    page.get_by_text("Asal angka").first.wait_for(state="detached")
    assert page.get_by_role("combobox", name="Rincian indikator").input_value() == ""


def test_langkah_mundur_melepas_pilihan_batang_lalu_kembali_ke_halaman_sebelumnya(demo: Visitor) -> None:
    page = demo.page
    demo.open("/", fresh=True)
    demo.click("link", "Capaian")
    page.locator(".barlayer .point").first.wait_for()
    click_bar(page, 1)
    page.wait_for_url("**indikator=*")
    demo.see("Asal angka")
    page.go_back()
    page.get_by_text("Asal angka").first.wait_for(state="detached")
    assert page.get_by_role("combobox", name="Rincian indikator").input_value() == ""
    page.go_back()
    demo.see("Kinerja tahun 2025")


def test_dari_indikator_ke_formulirnya_dan_target_baru_berlaku(own_demo: Visitor) -> None:
    page = own_demo.page
    own_demo.open("/capaian?indikator=1.1+Indeks+Kepuasan+Masyarakat+%28IKM%29")
    own_demo.see("Asal angka")
    page.get_by_role("link", name="Ubah rumus, satuan, atau target indikator ini").click()
    own_demo.see("Angka setahun diambil dari")
    page.get_by_label("Target PK 2025").fill("100")
    page.get_by_label("Target PK 2025").press("Tab")
    own_demo.click("button", "Simpan target")
    own_demo.see("1 target tersimpan.")
    own_demo.open("/capaian?indikator=1.1+Indeks+Kepuasan+Masyarakat+%28IKM%29")
    own_demo.see("isian formulir oleh Sari Contoh")


def test_anggaran_kedalaman_pohon_bertahan_di_alamat(demo: Visitor) -> None:
    page = demo.page
    demo.open("/anggaran")
    demo.see("Terserap")
    page.get_by_role("radio", name="Program", exact=True).or_(
        page.get_by_role("button", name="Program", exact=True)
    ).click()
    demo.settle()
    assert "sampai=Program" in page.url
    page.reload()
    demo.settle()
    assert "sampai=Program" in page.url
    demo.see("Efisien: capaian")


def test_draf_pdf_dan_xlsx_terunduh_utuh(demo: Visitor) -> None:
    page = demo.page
    demo.open("/draf_lkjip")
    demo.see("Kesiapan data")
    with page.expect_download(timeout=60_000) as pdf:
        page.get_by_role("link", name="Buat PDF").click()
    assert Path(pdf.value.path()).read_bytes().startswith(b"%PDF-")
    with page.expect_download(timeout=60_000) as xlsx:
        page.get_by_role("link", name="Buat XLSX").click()
    assert xlsx.value.suggested_filename.endswith(".xlsx")
    buku = openpyxl.load_workbook(BytesIO(Path(xlsx.value.path()).read_bytes()), read_only=True)
    isi = {str(sel) for lembar in buku for baris in lembar.iter_rows(values_only=True) for sel in baris}
    assert "Indeks Kepuasan Masyarakat (IKM)" in isi


def names_inside(page: Page) -> bool:
    """Every name beside or above a bar stands within its picture."""
    return bool(
        page.evaluate(
            """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')].every(chart => {
              const edge = chart.getBoundingClientRect();
              return [...chart.querySelectorAll('.ytick text, .textpoint text')].every(name => {
                const box = name.getBoundingClientRect();
                return box.left >= edge.left - 1 && box.right <= edge.right + 1;
              });
            })"""
        )
    )


def test_nama_batang_utuh_di_layar_lebar_dan_sempit(demo: Visitor) -> None:
    page = demo.page
    for width, beside in ((1280, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 900})
        for address in ("/capaian", "/anggaran"):
            demo.open(address, fresh=address == "/capaian")  # the window's width is told when the page connects
            page.locator(".barlayer .point").first.wait_for()
            demo.settle()
            assert bool(page.locator(".ytick text").filter(has_text="P").count()) is beside
            assert names_inside(page), f"{address} pada {width} piksel"


def test_tabel_untuk_pembaca_layar_tanpa_angka_tak_hingga(demo: Visitor) -> None:
    demo.open("/capaian")
    tables = demo.page.locator("[data-testid=stDataFrame] table")
    tables.filter(has_text="tidak ada angka").first.wait_for(state="attached")
    isi = " ".join(tables.all_text_contents())
    assert "Infinity" not in isi


COVERED = """notice => {
  const box = notice.getBoundingClientRect();
  const header = document.querySelector('[data-testid=stHeader]').getBoundingClientRect();
  const alert = notice.querySelector('[data-testid=stAlertContainer]');
  const seen = [[0.5, 0.5], [0.02, 0.1], [0.98, 0.9]].every(([x, y]) =>
    alert.contains(document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)));
  const colour = getComputedStyle(alert).backgroundColor;
  return {top: box.top - header.bottom, seen, opaque: colour.startsWith('rgb(') };
}"""


def test_kabar_tersimpan_terlihat_juga_jauh_di_bawah_halaman(analis: Visitor) -> None:
    analis.sit_as(Peran.ADMIN)
    for width, height in ((1366, 768), (390, 844)):
        analis.page.set_viewport_size({"width": width, "height": height})
        analis.open("/pengaturan", fresh=True)
        assert_notice_seen(analis, f"Seksi Paling Bawah {width}", height)
    page = analis.page
    page.get_by_role("textbox", name="Nama seksi", exact=True).first.click()  # the form goes on below it
    page.get_by_role("textbox", name="Seksi baru", exact=True).fill("Seksi Berikutnya")
    analis.click("button", "Tambah seksi")
    analis.see("'Seksi Berikutnya' ditambahkan.")


def assert_notice_seen(analis: Visitor, nama: str, height: int) -> None:
    """The notice of a new section stands at the top of what is seen of the page, covered by nothing."""
    page = analis.page
    page.get_by_role("textbox", name="Seksi baru", exact=True).fill(nama)
    analis.click("button", "Tambah seksi")
    kabar = page.get_by_test_id("stAlert").filter(has_text=f"'{nama}' ditambahkan.")
    kabar.wait_for()
    analis.settle()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") > 300, "it was far down"
    box = kabar.bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= height
    drawn = kabar.evaluate(COVERED)
    assert drawn == {"top": pytest.approx(0, abs=2), "seen": True, "opaque": True}
