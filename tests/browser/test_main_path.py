"""The program's main job in a real browser: start, upload, evaluation, one indicator down to its cell, the draft."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

HEADER = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi 2025", "Capaian (%)"]
ROWS = [
    [1, "Meningkatnya pelayanan publik", "Indeks Kepuasan Masyarakat", "Nilai", 85, 87.5, 102.94],
    [2, "Meningkatnya pelayanan publik", "Persentase pengaduan ditindaklanjuti", "%", 100, 90, 90],
    [3, "Meningkatnya akuntabilitas", "Nilai SAKIP", "Nilai", 70, 49, 70],
]
BUDGET_HEADER = ["Kode", "Program/Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%"]
BUDGET = [
    ["7.01.01", "Program Penunjang Urusan Pemerintahan Daerah", 900_000_000, 810_000_000, 90],
    ["7.01.02", "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", 100_000_000, 95_000_000, 95],
]


def workbook(path: Path, title: str, header: list[str], rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Data"
    sheet.append([title])
    sheet.append([])
    sheet.append(header)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def upload(visitor: Visitor, *files: Path) -> None:
    visitor.page.get_by_role("link", name="Unggah data").first.click()
    visitor.settle()
    visitor.page.locator("input[type=file]").first.set_input_files([str(file) for file in files])
    visitor.see("Simpan")


def test_dari_mulai_sampai_draf_pdf(visitor: Visitor, tmp_path: Path) -> None:
    kinerja = workbook(tmp_path / "kinerja.xlsx", "PENGUKURAN KINERJA TAHUN 2025", HEADER, ROWS)
    anggaran = workbook(tmp_path / "anggaran.xlsx", "REALISASI ANGGARAN TAHUN 2025", BUDGET_HEADER, BUDGET)

    visitor.begin_office("Kecamatan Uji Jaya", "Kabupaten Uji", camat="Damar Wijaya")
    visitor.see("Belum ada akun analis")
    visitor.see("Kecamatan Uji Jaya · Kabupaten Uji")
    assert "DEMO" not in visitor.text()
    visitor.work_as_analis()

    for file in (kinerja, anggaran):
        upload(visitor, file)
        visitor.page.get_by_role("button", name=re.compile("^Simpan")).first.click()
        visitor.see("Lihat capaian")

    visitor.page.get_by_role("link", name="Capaian", exact=True).click()
    visitor.settle()
    visitor.see("1 dari 3 indikator mencapai target 2025")
    bars = visitor.page.locator(".js-plotly-plot .barlayer .point path")
    bars.first.wait_for()
    assert bars.count() >= 3
    bars.first.click(force=True)
    visitor.settle()
    visitor.see("102,94%")
    assert "indikator=" in visitor.page.url
    visitor.see("kinerja.xlsx, lembar 'Data', sel F4")

    visitor.page.get_by_role("link", name="Anggaran", exact=True).click()
    visitor.settle()
    visitor.see("90,50%")

    visitor.page.get_by_role("link", name="Draf LKjIP").first.click()
    visitor.settle()
    with visitor.page.expect_download(timeout=120_000) as waiting:
        visitor.page.get_by_role("link", name="Buat PDF").click()
    document = Path(waiting.value.path()).read_bytes()
    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages)
    for expected in ("Kecamatan Uji Jaya", "Kabupaten Uji", "Damar Wijaya", "102,94", "Nilai SAKIP", "90,50"):
        assert expected.casefold() in text.casefold(), expected
    for bab in ("BAB I", "BAB II", "BAB III", "BAB IV"):
        assert bab in text
    assert "CONTOH" not in text.upper()
