"""A section workbook filled in and saved by LibreOffice: identity, values, checks and locks survive.

The kept samples were made by LibreOffice (`tests/makers/libreoffice.py`); where it is installed it does the same anew.
"""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from lkjip.domain.isian_format import BacaanFormat
from lkjip.domain.numbers import StatusNilai
from lkjip.rules import load_aturan
from lkjip.spreadsheets.files.read import read_workbook
from lkjip.spreadsheets.mark import mark_workbook
from lkjip.spreadsheets.template import schema
from lkjip.spreadsheets.template.read import file_findings, identify, prefilled_in, read_isian
from tests.makers.libreoffice import BENTUK, CONTOH, SOFFICE, converted
from tests.makers.section_format import INDIKATOR, LABEL, cell_name, filled

needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice tidak terpasang; contoh tersimpan tetap diuji")
Berkas = tuple[str, bytes]


@pytest.fixture(
    scope="module",
    params=[(asal, bentuk) for bentuk in BENTUK for asal in ("tersimpan", "baru")],
    ids="-".join,
)
def berkas(request: pytest.FixtureRequest) -> Berkas:
    """(kind, bytes): the kept sample, and one saved by LibreOffice just now."""
    asal, bentuk = request.param
    if asal == "tersimpan":
        return bentuk, (CONTOH / f"isian.{bentuk}").read_bytes()
    if SOFFICE is None:
        pytest.skip("LibreOffice tidak terpasang; contoh tersimpan tetap diuji")
    return bentuk, converted(bentuk)


def _read(bentuk: str, content: bytes) -> BacaanFormat:
    """By the door of every upload: inspected, read in the limited process."""
    aturan = load_aturan()
    workbook = read_workbook(f"isian.{bentuk}", content, aturan.katalog)
    assert file_findings(workbook) == ()
    isi = prefilled_in(workbook.sheets)
    assert isi is not None
    assert isi.indikator == INDIKATOR
    assert identify(workbook.sheets) is not None
    return read_isian(workbook, isi, aturan.istilah, aturan.katalog)


def test_identitas_dan_nilai_bertahan(berkas: Berkas) -> None:
    hasil = _read(*berkas)
    assert hasil.temuan == ()
    assert hasil.identitas is not None
    assert (hasil.identitas.seksi_id, hasil.identitas.tahun) == (4, 2025)
    said = {(satu.indikator_id, satu.triwulan): satu.nilai for satu in hasil.realisasi}
    assert said[3, 1].angka == Decimal("87.25")
    assert said[3, 2].angka == 88
    assert said[5, 1].angka == 0
    assert (said[6, None].teks, said[7, None].teks) == ("A", "Ya")
    assert (said[8, None].status, said[8, None].alasan) == (StatusNilai.TIDAK_BERLAKU, "=tidak ada temuan")
    assert hasil.penjelasan[0].pendorong == "Petugas dilatih\ndua kali"
    amounts = {(satu.kode, satu.triwulan): satu.nilai.angka for satu in hasil.serapan}
    assert amounts == {("7.01.02", 1): 100_000_000, ("7.01.02.2.01.0014", None): Decimal("125000000.5")}
    (bukti,) = hasil.data_dukung
    assert (bukti.indikator_id, bukti.halaman, str(bukti.tanggal)) == (3, "12-14", "2025-12-31")


def test_yang_ditandai_dapat_diisi_dan_dikirim_lagi(berkas: Berkas) -> None:
    bentuk, content = berkas
    before = _read(bentuk, content)
    temuan = load_aturan().katalog.temuan(
        "isian_galat", lembar="Indikator", sel=cell_name("Indikator", "tw1", 1), nilai="#N/A", nama="TW I"
    )
    back = mark_workbook(f"isian.{bentuk}", content, [temuan], LABEL)
    book = openpyxl.load_workbook(io.BytesIO(back))
    assert book.sheetnames[0] == "Temuan"
    assert book["_lkjip"].sheet_state in ("hidden", "veryHidden")
    assert book["Indikator"].protection.sheet
    assert not book["Indikator"][cell_name("Indikator", "tw1", 1)].protection.locked
    assert len(book["Indikator"].data_validations.dataValidation) == 30
    again = _read("xlsx", back)
    assert again.temuan == ()
    assert [satu.nilai for satu in again.realisasi] == [satu.nilai for satu in before.realisasi]
    assert [satu.nilai for satu in again.serapan] == [satu.nilai for satu in before.serapan]


@pytest.mark.parametrize("asal", ["tersimpan", pytest.param("baru", marks=needs_soffice)])
def test_pilihan_dan_pemeriksaan_bertahan_di_xlsx(asal: str) -> None:
    content = (CONTOH / "isian.xlsx").read_bytes() if asal == "tersimpan" else converted("xlsx")
    book = openpyxl.load_workbook(io.BytesIO(content))
    rules = {
        place: rule for rule in book["Indikator"].data_validations.dataValidation for place in str(rule.sqref).split()
    }
    angka = rules[cell_name("Indikator", "tw1", 1)]
    assert angka.type == "decimal"
    assert str(angka.error).startswith("Isi angka saja")
    assert rules[cell_name("Indikator", "setahun", 4)].type == "list"
    dukung = book["Data Dukung"].data_validations.dataValidation
    assert schema.NAMA_DAFTAR in {rule.formula1 for rule in dukung}
    for nama in schema.LEMBAR:
        assert book[nama].protection.sheet
        assert book[nama].cell(schema.BARIS_JUDUL, 3).comment is not None


@pytest.mark.parametrize("asal", ["tersimpan", pytest.param("baru", marks=needs_soffice)])
def test_pilihan_dan_pemeriksaan_bertahan_di_ods(asal: str) -> None:
    content = (CONTOH / "isian.ods").read_bytes() if asal == "tersimpan" else converted("ods")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        text = packed.read("content.xml").decode()
    assert len(re.findall(r"<table:content-validation ", text)) >= 4
    assert "cell-content-is-decimal-number()" in text
    assert schema.NAMA_DAFTAR in text
    assert "Isi angka saja, tanpa satuan" in text
    assert len(re.findall(r'<table:table [^>]*table:protected="true"', text)) == 6


def test_sel_terkunci_yang_diubah_paksa_dalam_ods_ketahuan() -> None:
    source = zipfile.ZipFile(CONTOH / "isian.ods")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            if info.filename == "content.xml":
                assert data.count(b'office:value="88.5"') == 1
                data = data.replace(b'office:value="88.5"', b'office:value="70"')
                data = data.replace(b'office:value="250000000"', b'office:value="1"')
            target.writestr(info, data)
    places = [(satu.kode, satu.lembar, satu.sel) for satu in _read("ods", buffer.getvalue()).temuan]
    assert places == [
        ("format_terkunci_berubah", "Indikator", cell_name("Indikator", "target", 1)),
        ("format_terkunci_berubah", "Anggaran", cell_name("Anggaran", "pagu", 2)),
    ]


def test_sel_terkunci_yang_diubah_paksa_dalam_xlsx_ketahuan() -> None:
    forced = filled(
        {("Indikator", "target", 1): 70, ("Anggaran", "kode", 1): "7.01.09"}, (CONTOH / "isian.xlsx").read_bytes()
    )
    places = [(satu.kode, satu.sel) for satu in _read("xlsx", forced).temuan]
    assert places == [
        ("format_terkunci_berubah", cell_name("Indikator", "target", 1)),
        ("format_terkunci_berubah", cell_name("Anggaran", "kode", 1)),
    ]
