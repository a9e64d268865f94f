"""The evaluation as a workbook, read back."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import Workbook, load_workbook

from lkjip.reports.xlsx import write_xlsx
from tests.makers.kinerja import data_kinerja, evaluasi, evaluate_data

MADE = datetime(2026, 1, 20, 8, 0, tzinfo=UTC)
BERBAHAYA = ["=1+1", "+62 812", "-nihil", "@SUM(A1)", "http://contoh.id", "{=A1}", "\t=1"]


def _read(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def buku() -> Workbook:
    return _read(write_xlsx(evaluasi(), MADE))


def test_lembar_lengkap_dan_berurutan(buku: Workbook) -> None:
    assert buku.sheetnames == [
        "Ringkasan",
        "Pengukuran Kinerja",
        "Per Sasaran",
        "Riwayat",
        "Anggaran",
        "Aturan & Sumber",
    ]


def test_angka_adalah_angka_dan_yang_belum_ada_adalah_kata(buku: Workbook) -> None:
    rows = list(buku["Pengukuran Kinerja"].iter_rows(min_row=6, values_only=True))
    assert len(rows) == 12
    assert rows[0][4:8] == (86, "Perjanjian Kinerja", 88.95, pytest.approx(103.430232558))
    assert rows[2][4] == "2–3"
    assert rows[10][6:8] == ("–", "belum ada data")
    assert rows[11][6] == 0


def test_riwayat_memuat_setiap_tahun_setiap_indikator(buku: Workbook) -> None:
    rows = list(buku["Riwayat"].iter_rows(min_row=6, values_only=True))
    assert len(rows) == 12 * 6
    assert {row[2] for row in rows} == set(range(2021, 2027))


def test_anggaran_sampai_sub_kegiatan_dengan_kode_sebagai_teks(buku: Workbook) -> None:
    rows = list(buku["Anggaran"].iter_rows(min_row=6, values_only=True))
    assert len(rows) == 22
    assert rows[0][:4] == (
        "7.01.01",
        "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota",
        "program",
        6_412_750_000,
    )


@pytest.mark.parametrize("teks", BERBAHAYA)
def test_teks_pengguna_tidak_pernah_menjadi_rumus_atau_tautan(teks: str) -> None:
    data = data_kinerja()
    indikator = tuple(replace(satu, teks=teks, satuan=teks) for satu in data.indikator)
    sasaran = tuple(replace(satu, teks=teks) for satu in data.sasaran)
    anggaran = tuple(replace(satu, uraian=teks, kode=teks) for satu in data.anggaran)
    kantor = replace(data.kantor, nama=teks)
    hasil = evaluate_data(replace(data, indikator=indikator, sasaran=sasaran, anggaran=anggaran, kantor=kantor))
    book = _read(write_xlsx(hasil, MADE))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
                assert cell.hyperlink is None
    assert book["Pengukuran Kinerja"]["C6"].value == teks


def test_kepala_beku_disaring_dan_berulang_saat_dicetak(buku: Workbook) -> None:
    for sheet in buku.worksheets:
        assert sheet.freeze_panes.endswith("6")
        assert sheet.print_title_rows == "$5:$5"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_setiap_lembar_contoh_ditandai_dan_bercap(buku: Workbook) -> None:
    for sheet in buku.worksheets:
        assert "CONTOH" in sheet["A4"].value
        assert "segel 3f9ac21b7e04" in sheet["A3"].value
        assert "CONTOH" in sheet.oddFooter.left.text


def test_lembar_data_sungguhan_tidak_ditandai() -> None:
    assert _read(write_xlsx(evaluasi(demo=False), MADE))["Ringkasan"]["A4"].value is None


def test_tanpa_data_tetap_jadi() -> None:
    kosong = replace(data_kinerja(), indikator=(), target=(), realisasi=(), anggaran=(), sasaran=())
    book = _read(write_xlsx(evaluate_data(kosong), MADE))
    assert "Belum ada indikator" in book["Ringkasan"]["B6"].value


def test_tahun_dan_hitungan_tanpa_titik_ribuan_dan_bilangan_bulat_tanpa_koma(buku: Workbook) -> None:
    """2025 is not 2.025, and 86 is not "86,"."""
    tahun = buku["Riwayat"]["C6"]
    assert (tahun.value, tahun.number_format) == (2021, "0")
    bulat, pecahan = buku["Pengukuran Kinerja"]["E6"], buku["Pengukuran Kinerja"]["G6"]
    assert (bulat.value, bulat.number_format) == (86, "#,##0")
    assert (pecahan.value, pecahan.number_format) == (88.95, "#,##0.######")


def test_baris_setinggi_teks_terpanjangnya(buku: Workbook) -> None:
    """Programs that do not grow rows by themselves would show wrapped text over the next row."""
    aturan = buku["Aturan & Sumber"]
    panjang = {row: len(str(aturan.cell(row, 2).value)) for row in range(6, aturan.max_row + 1)}
    pendek, terpanjang = min(panjang, key=panjang.__getitem__), max(panjang, key=panjang.__getitem__)
    assert panjang[terpanjang] > 220
    assert aturan.row_dimensions[terpanjang].height >= 3 * (aturan.row_dimensions[pendek].height or 0)


def test_kertas_memuat_kolom_yang_dapat_dibaca(buku: Workbook) -> None:
    """Notes and sources stay in the workbook; fourteen columns on one sheet of paper nobody reads."""
    assert buku["Pengukuran Kinerja"].print_area == "'Pengukuran Kinerja'!$A$1:$J$17"
    assert buku["Per Sasaran"].print_area.endswith("$L$9")
