"""SOP steps 1-3 in a real browser: the year is opened, the workbooks go out, each section fetches its own."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


def role(visitor: Visitor, name: str) -> None:
    page = visitor.page
    page.get_by_role("radio", name=name, exact=True).or_(
        page.get_by_role("button", name=name, exact=True)
    ).first.click()
    visitor.settle()


def test_tahun_dibuka_format_dibuat_disampaikan_dan_diambil(own_demo: Visitor) -> None:
    visitor, page = own_demo, own_demo.page
    visitor.open("/format_pengumpulan")
    role(visitor, "Sekretaris")
    visitor.open("/format_pengumpulan")
    page.get_by_label("Nomor disposisi").fill("B.12/Kec/2026")
    visitor.click("button", "Buka tahun 2025")
    visitor.see("tahun 2025 terbuka")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh lembar disposisi (PDF)").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    role(visitor, "Analis")
    page.get_by_role("tab", name="Buku kerja").click()
    visitor.click("button", "Buat format semua seksi")
    visitor.see("4 buku kerja siap")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh semua (ZIP)").click()
    packed = zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes()))
    assert len(packed.namelist()) == 4
    page.get_by_role("tab", name="Penyampaian").click()
    visitor.click("button", "Simpan penyampaian")
    visitor.see("Penyampaian kepada 4 seksi tercatat.")
    role(visitor, "Seksi")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh buku kerja seksi Anda").click()
    book = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    assert {"Petunjuk", "Indikator", "Analisis", "Anggaran", "Data Dukung"} <= set(book.sheetnames)
    visitor.click("button", "Nyatakan sudah diterima")
    visitor.see("penerimaan tercatat")
    assert visitor.foreign == []
