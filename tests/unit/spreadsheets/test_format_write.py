"""The section workbook as it goes out: what is locked, what is asked, what is hidden."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.workbook import Workbook as Book

from lkjip.domain.isian_format import IsiFormat
from lkjip.domain.numbers import Nilai, StatusNilai, terukur
from lkjip.spreadsheets.template import schema
from lkjip.spreadsheets.template.locate import prefilled_in
from lkjip.spreadsheets.template.prefilled import read_pieces, write_pieces
from lkjip.spreadsheets.template.rows import shown
from tests.makers.section_format import AWAL, INDIKATOR, ISI, cell_name, read_cells, workbook_bytes


@pytest.fixture(scope="module")
def book() -> Book:
    return openpyxl.load_workbook(io.BytesIO(workbook_bytes()))


def test_lembarnya_lima_dan_satu_yang_tidak_terlihat(book: Book) -> None:
    assert book.sheetnames == ["Petunjuk", "Indikator", "Analisis", "Anggaran", "Data Dukung", "_lkjip"]
    assert book["_lkjip"].sheet_state == "veryHidden"


def test_isi_yang_sama_menghasilkan_berkas_yang_sama_persis() -> None:
    assert workbook_bytes() == workbook_bytes()


@pytest.mark.parametrize("lembar", schema.LEMBAR.values(), ids=lambda lembar: lembar.nama)
def test_hanya_sel_kuning_yang_terbuka(book: Book, lembar: schema.LembarFormat) -> None:
    sheet = book[lembar.nama]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    for kolom in lembar.kolom:
        cell = sheet[cell_name(lembar.nama, kolom.kunci, 1)]
        assert cell.protection.locked is not kolom.isian, kolom.kunci
        assert (cell.fill.fgColor.rgb == "FFFFF8D6") is kolom.isian, kolom.kunci
    assert sheet.cell(schema.BARIS_JUDUL, 3).protection.locked


@pytest.mark.parametrize("lembar", schema.LEMBAR.values(), ids=lambda lembar: lembar.nama)
def test_tiap_judul_kolom_berpetunjuk_satu_dan_kolom_id_tersembunyi(book: Book, lembar: schema.LembarFormat) -> None:
    sheet = book[lembar.nama]
    for kolom in lembar.kolom:
        cell = sheet.cell(schema.BARIS_JUDUL, lembar.nomor(kolom.kunci))
        assert cell.value == kolom.judul_tahun(2025)
        assert cell.comment is not None, kolom.kunci
        assert cell.comment.text == kolom.petunjuk
    assert sheet.column_dimensions["A"].hidden


def test_capaian_tidak_ditanyakan() -> None:
    heads = [kolom.judul for lembar in schema.LEMBAR.values() for kolom in lembar.isian()]
    assert not [head for head in heads if "apaian" in head or "%" in head]


def test_isian_angka_memakai_pemeriksaan_berbahasa_indonesia(book: Book) -> None:
    rules = {str(rule.sqref): rule for rule in book["Indikator"].data_validations.dataValidation}
    angka = rules[cell_name("Indikator", "tw1", 1)]
    assert (angka.type, angka.errorStyle, angka.errorTitle) == ("decimal", None, "Isian tidak sesuai")
    assert angka.error.startswith("Isi angka saja")
    assert rules[cell_name("Indikator", "tw1", 3)].formula1 == '"D,C,CC,B,BB,A,AA"'
    assert rules[cell_name("Indikator", "tw1", 4)].formula1 == '"Ya,Tidak"'
    assert rules[cell_name("Indikator", "status", 1)].formula1 == '"Tersedia,Belum ada data,Tidak berlaku"'


def test_daftar_indikator_di_data_dukung_lewat_nama_yang_bertahan(book: Book) -> None:
    rules = book["Data Dukung"].data_validations.dataValidation
    assert {rule.formula1 for rule in rules if rule.type == "list"} == {schema.NAMA_DAFTAR}
    assert book.defined_names[schema.NAMA_DAFTAR].attr_text == "'_lkjip'!$D$1:$D$5"
    assert book["_lkjip"]["D1"].value == "1. Indeks Kepuasan Masyarakat (CONTOH)"


def test_kode_tetap_teks_dan_pagu_tetap_angka(book: Book) -> None:
    sheet = book["Anggaran"]
    assert sheet[cell_name("Anggaran", "kode", 2)].value == "7.01.02.2.01.0014"
    assert sheet[cell_name("Anggaran", "kode", 2)].number_format == "@"
    assert sheet[cell_name("Anggaran", "pagu", 1)].value == 1_250_000_000


def test_tulisan_yang_mirip_rumus_tetap_tulisan() -> None:
    nakal = replace(INDIKATOR[0], teks='=HYPERLINK("http://jahat","x")', sasaran="+62", satuan="@SUM")
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(replace(ISI, indikator=(nakal,)))))
    for kunci in ("teks", "sasaran", "satuan"):
        assert book["Indikator"][cell_name("Indikator", kunci, 1)].data_type == "s"


def test_identitas_juga_menjadi_sifat_dokumen(book: Book) -> None:
    assert book.custom_doc_props[schema.SIFAT_DOKUMEN].value == ISI.sidik


def test_isi_semula_terbaca_lagi_dari_berkasnya() -> None:
    assert prefilled_in(read_cells(workbook_bytes()).sheets) == ISI


@pytest.mark.parametrize("awal", range(25))
def test_spasi_di_ujung_potongan_isi_semula_tidak_hilang(awal: int) -> None:
    isi = replace(ISI, seksi="x" * awal, indikator=(replace(INDIKATOR[0], teks="a b" * 12_000),))
    pieces = write_pieces(isi)
    assert len(pieces) > 1
    assert read_pieces(piece.strip() for piece in pieces) == isi


def test_isi_semula_yang_rusak_tidak_dipercaya() -> None:
    (piece,) = write_pieces(ISI)
    for broken in (
        "",
        piece[:-1],
        piece.replace('"terukur"', '"karangan"'),
        "[1]",
        piece.replace('"angka"', '"angke"'),
    ):
        assert read_pieces([broken]) is None


def test_nama_seksi_yang_dimulai_angka_atau_memuat_dan_tidak_merusak_kaki_halaman() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(replace(ISI, seksi="2. Umum & Pelayanan"))))
    assert "2. Umum &" in str(book["Indikator"].oddFooter.left.text)
    assert str(book["Indikator"].oddFooter.left.size) == "8"


def test_isi_semula_yang_panjang_dibagi_ke_beberapa_sel() -> None:
    many = replace(
        ISI, indikator=tuple(replace(INDIKATOR[0], indikator_id=n, teks=f"Indikator {n}") for n in range(90))
    )
    cells = read_cells(workbook_bytes(many))
    assert prefilled_in(cells.sheets) == many
    assert any(cell.value == "isi 2" for sheet in cells.sheets for cell in sheet.cells)


@pytest.mark.parametrize("demo", [True, False])
def test_contoh_ditandai_di_tiap_lembar_hanya_bila_contoh(demo: bool) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(replace(ISI, demo=demo))))
    for sheet in book.worksheets[:5]:
        texts = [str(cell.value) for row in sheet.iter_rows(max_row=5) for cell in row]
        assert (schema.TANDA_CONTOH in texts) is demo, sheet.title
        assert ("CONTOH" in str(sheet.oddHeader.right.text)) is demo


def test_dicetak_melintang_selebar_satu_halaman_dengan_judul_berulang(book: Book) -> None:
    for nama in schema.LEMBAR:
        sheet = book[nama]
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$5:$5"
        assert sheet.freeze_panes is not None


def test_seksi_tanpa_indikator_dan_tanpa_kode_tetap_mendapat_lembar_yang_berkata_apa_adanya() -> None:
    kosong = IsiFormat("1", "Kecamatan Contoh", False, 1, "Seksi", 2025, None, (), ())
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(kosong)))
    assert str(book["Indikator"].cell(AWAL, 2).value).startswith("Tidak ada indikator")
    assert str(book["Anggaran"].cell(AWAL, 2).value).startswith("Tidak ada program")


@pytest.mark.parametrize(
    ("nilai", "satuan", "tampil"),
    [
        (None, "%", ""),
        (terukur("88.5"), "nilai", terukur("88.5").angka),
        (terukur(95, teks="95%", satuan="%"), "%", terukur(95).angka),
        (terukur(7, teks="7 Unit", satuan="Unit"), "%", "7 Unit"),
        (terukur(80, sampai=terukur(90).angka, teks="80-90"), "nilai", "80-90"),
        (Nilai(StatusNilai.TERUKUR, terukur(85).angka, teks="≥ 85", alasan="ditulis sebagai batas (≥)"), "", "≥ 85"),
        (terukur("12345678901234567"), "", "12345678901234567"),
        (Nilai(StatusNilai.TEKS, teks="WTP"), "opini", "WTP"),
    ],
)
def test_target_tampil_sebagai_angka_bila_kolom_satuan_mengatakan_sisanya(
    nilai: Nilai | None, satuan: str, tampil: object
) -> None:
    assert shown(nilai, satuan) == tampil


def test_ukurannya_tetap_kecil_dan_zipnya_utuh() -> None:
    content = workbook_bytes()
    assert len(content) < 60_000
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None
