"""The workbook that goes back: marked where something is wrong, whole everywhere else."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import asdict

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook as Book

from lkjip.domain.finding import Finding, Tingkat
from lkjip.errors import RefusedError
from lkjip.spreadsheets.mark import mark_workbook, marked_name
from lkjip.spreadsheets.marking import TEMUAN, WARNA, marked
from lkjip.spreadsheets.template import schema
from tests.makers.section_format import LABEL, bacaan, cell_name, edited, filled, workbook_bytes

SEL = cell_name("Indikator", "tw1", 1)
JUDUL = "J5"


def _finding(
    sel: str = SEL, tingkat: Tingkat = Tingkat.GALAT, pesan: str = "Salah.", lembar: str = "Indikator"
) -> Finding:
    return Finding("isian_bukan_angka", tingkat, pesan, "Perbaiki.", "isian.xlsx", lembar, sel, "x")


def _open(content: bytes) -> Book:
    return openpyxl.load_workbook(io.BytesIO(content))


def _mark(content: bytes, findings: Sequence[Finding]) -> Book:
    """What the limited process does, without a process (one test below starts it)."""
    return _open(marked(_open(content), [asdict(satu) for satu in findings]))


def test_lewat_proses_terbatas_buku_kerja_yang_sama_kembali_bertanda() -> None:
    content = filled({("Indikator", "tw1", 1): "abc", ("Anggaran", "tw1", 1): "-"})
    hasil = bacaan(content)
    back = _open(mark_workbook("isian.xlsx", content, hasil.temuan))
    assert back.sheetnames == [TEMUAN, *_open(content).sheetnames]
    cell = back["Indikator"][SEL]
    assert (cell.value, cell.fill.fgColor.rgb) == ("abc", WARNA["galat"])
    assert cell.comment is not None
    assert "GALAT: Lembar 'Indikator'" in cell.comment.text
    assert back["Anggaran"][cell_name("Anggaran", "tw1", 1)].fill.fgColor.rgb == WARNA["peringatan"]


def test_lembar_temuan_menyebut_galat_dahulu_dengan_tautan_ke_selnya() -> None:
    content = workbook_bytes()
    back = mark_workbook("a.xlsx", content, [_finding("K6", Tingkat.CATATAN, "Kecil."), _finding(pesan="Besar.")])
    sheet = _open(back)[TEMUAN]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=6)]
    assert rows == [
        ["Tingkat", "Lembar", "Sel", "Nilai", "Yang ditemukan", "Yang perlu dilakukan"],
        ["GALAT", "Indikator", SEL, "x", "Besar.", "Perbaiki."],
        ["CATATAN", "Indikator", "K6", "x", "Kecil.", "Perbaiki."],
    ]
    assert sheet["C5"].hyperlink is not None
    assert sheet["C5"].hyperlink.location == f"'Indikator'!{SEL}"
    assert str(sheet["A2"].value).startswith("1 galat, 1 catatan.")


def test_tanpa_temuan_lembarnya_berkata_begitu() -> None:
    assert _mark(workbook_bytes(), [])[TEMUAN]["A2"].value == "Tidak ada temuan."


def test_pemeriksaan_kunci_dan_identitas_bertahan_dan_dapat_dikirim_lagi() -> None:
    content = filled({("Indikator", "tw1", 1): "abc", ("Indikator", "tw1", 2): 3})
    back = mark_workbook("a.xlsx", content, bacaan(content).temuan)
    book = _open(back)
    assert {nama: len(book[nama].data_validations.dataValidation) for nama in schema.LEMBAR} == {
        nama: len(_open(content)[nama].data_validations.dataValidation) for nama in schema.LEMBAR
    }
    assert book["_lkjip"].sheet_state == "veryHidden"
    assert schema.NAMA_DAFTAR in book.defined_names
    assert all(book[nama].protection.sheet for nama in schema.LEMBAR)
    assert not book["Indikator"][SEL].protection.locked
    again = bacaan(back)
    assert again.identitas == bacaan(content).identitas
    assert [satu.kode for satu in again.temuan] == ["isian_bukan_angka"]
    assert [satu.nilai.angka for satu in again.realisasi] == [3]


def test_yang_sudah_diperbaiki_kehilangan_tandanya() -> None:
    first = filled({("Indikator", "tw1", 1): "abc"})
    marked_once = mark_workbook("a.xlsx", first, bacaan(first).temuan)
    mended = filled({("Indikator", "tw1", 1): 88}, marked_once)
    back = _mark(mended, bacaan(mended).temuan)
    cell = back["Indikator"][SEL]
    assert (cell.value, cell.comment, cell.fill.fgColor.rgb) == (88, None, "FFFFF8D6")
    assert back.sheetnames.count(TEMUAN) == 1


def test_komentar_yang_ada_tetap_dan_ditambah_sekali_saja() -> None:
    once = _mark(workbook_bytes(), [_finding(JUDUL)])
    buffer = io.BytesIO()
    once.save(buffer)
    twice = _mark(buffer.getvalue(), [_finding(JUDUL, Tingkat.CATATAN, "Lain.")])
    comment = twice["Indikator"][JUDUL].comment
    assert comment is not None
    assert comment.text.startswith(schema.INDIKATOR.isian()[0].petunjuk)
    assert "CATATAN: Lain." in comment.text
    assert "Salah." not in comment.text


def test_komentar_orang_di_sel_yang_ditandai_kembali_seperti_semula() -> None:
    def note(book: Book) -> None:
        book["Indikator"][SEL].comment = Comment("angka dari BPS", "Rina")

    once = _mark(edited(note), [_finding()])
    buffer = io.BytesIO()
    once.save(buffer)
    comment = _mark(buffer.getvalue(), [])["Indikator"][SEL].comment
    assert comment is not None
    assert comment.text == "angka dari BPS"


def test_beberapa_temuan_di_satu_sel_semua_disebut_dan_yang_terberat_mewarnai() -> None:
    cell = _mark(workbook_bytes(), [_finding(), _finding(tingkat=Tingkat.CATATAN, pesan="Juga.")])["Indikator"][SEL]
    assert cell.comment is not None
    assert "Salah." in cell.comment.text
    assert "Juga." in cell.comment.text
    assert cell.fill.fgColor.rgb == WARNA["galat"]


@pytest.mark.parametrize("tanda", ["=", "+", "-", "@"])
def test_nilai_yang_mirip_rumus_tetap_tulisan(tanda: str) -> None:
    jahat = f'{tanda}cmd|"/c calc"!A1'
    content = filled({("Indikator", "keterangan", 1): "x"})
    temuan = Finding("isian_galat", Tingkat.GALAT, jahat, jahat, "", "Indikator", SEL, jahat)
    sheet = _mark(content, [temuan])[TEMUAN]
    for column in (4, 5, 6):
        cell = sheet.cell(5, column)
        assert (cell.value, cell.data_type, cell.quotePrefix) == (jahat, "s", True)


@pytest.mark.parametrize(("lembar", "sel"), [("", ""), ("Tidak ada", "A1"), ("Indikator", "A1:B2"), ("Indikator", "")])
def test_temuan_tanpa_sel_hanya_didaftar(lembar: str, sel: str) -> None:
    sheet = _mark(workbook_bytes(), [_finding(sel, lembar=lembar)])[TEMUAN]
    assert sheet["A5"].value == "GALAT"
    assert sheet["C5"].hyperlink is None


def test_sel_di_dalam_gabungan_menandai_sel_pertamanya() -> None:
    content = edited(lambda book: book["Indikator"].merge_cells("J20:K20"))
    assert _mark(content, [_finding("K20")])["Indikator"]["J20"].comment is not None


def test_csv_menjadi_xlsx_dengan_nilai_yang_sama() -> None:
    content = b"Indikator;Realisasi\n=1+1;12\n-x;3"
    book = _open(mark_workbook("data.csv", content, [_finding("B2", lembar="data")]))
    sheet = book.worksheets[1]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["Indikator", "Realisasi"], ["=1+1", "12"], ["-x", "3"],
    ]  # fmt: skip
    assert sheet["A2"].data_type == "s"


def test_yang_tidak_dapat_dibuka_openpyxl_dibuat_lagi_dari_selnya() -> None:
    source = zipfile.ZipFile(io.BytesIO(filled({("Indikator", "tw1", 1): 7})))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "xl/worksheets/sheet2.xml":
                data = re.sub(rb' s="[0-9]+"', b' s=""', data)
            target.writestr(info, data)
    content = buffer.getvalue()
    with pytest.raises(TypeError):
        _open(content)
    book = _open(mark_workbook("isian.xlsx", content, [_finding()], LABEL))
    cell = book["Indikator"][SEL]
    assert (cell.value, cell.fill.fgColor.rgb, cell.protection.locked) == (7, WARNA["galat"], False)
    assert len(book["Indikator"].data_validations.dataValidation) == 30


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04rusak"])
def test_yang_ditolak_pembacaan_juga_tidak_ditandai(content: bytes) -> None:
    with pytest.raises(RefusedError, match="tidak dapat ditandai"):
        mark_workbook("a.xlsx", content, [_finding()])


@pytest.mark.parametrize(
    ("nama", "kembali"),
    [("isian.xlsx", "isian (ditandai).xlsx"), ("isian.ods", "isian (ditandai).xlsx"), ("a.b", "a.b (ditandai).xlsx"),
     ("isian (ditandai).xlsx", "isian (ditandai).xlsx"), (".xls", "berkas (ditandai).xlsx")],
)  # fmt: skip
def test_nama_berkas_yang_kembali(nama: str, kembali: str) -> None:
    assert marked_name(nama) == kembali
