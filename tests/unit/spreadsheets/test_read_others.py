"""The other kinds of file: ods, xls, csv and tables in web pages; same cells, same addresses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lkjip.domain.aturan import Istilah
from lkjip.domain.finding import Katalog
from lkjip.spreadsheets.cells import Workbook
from lkjip.spreadsheets.files.csv_text import sniff_delimiter
from lkjip.spreadsheets.files.read import read_workbook
from lkjip.spreadsheets.numbers.parse import parse_number
from tests.makers.spreadsheet_files import biff2, ods


def values(workbook: Workbook) -> dict[str, object]:
    return {cell.address: cell.value for cell in workbook.sheets[0].cells}


def codes(workbook: Workbook) -> list[str]:
    return [finding.kode for finding in workbook.findings]


def cell(value_type: str, value: str, text: str = "", more: str = "") -> str:
    names = {"string": "string-value", "date": "date-value", "boolean": "boolean-value", "time": "time-value"}
    attribute = f'office:{names.get(value_type, "value")}="{value}"'
    start = f'<table:table-cell office:value-type="{value_type}" {attribute} {more}>'
    return f"{start}<text:p>{text}</text:p></table:table-cell>"


def row(*cells_: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells_)}</table:table-row>"


def test_ods_persen_tanggal_dan_galat_tetap_dikenal(katalog: Katalog, istilah: Istilah) -> None:
    content = ods(
        row(
            cell("string", "x", "Capaian"),
            cell("percentage", "0.8533", "85,33%"),
            cell("date", "2002-01-07", "07/01/02"),
            cell("float", "97.5", "97,5"),
            cell("string", "", "#DIV/0!", 'table:formula="of:=1/0"'),
            '<table:table-cell table:formula="of:=SUM(A1)"/>',
            cell("boolean", "true", "BENAR"),
            cell("time", "PT01H20M00S", "01:20"),
        )
    )
    workbook = read_workbook("iku.ods", content, katalog)
    found = {cell.address: cell for cell in workbook.sheets[0].cells}
    assert workbook.kind == "ods"
    assert parse_number(found["B1"], istilah).angka == Decimal("85.33")
    assert (found["C1"].value, found["D1"].value, found["G1"].value) == (date(2002, 1, 7), Decimal("97.5"), True)
    assert (found["E1"].galat, found["F1"].formula) == ("#DIV/0!", True)
    assert "jam" in parse_number(found["H1"], istilah).alasan
    assert codes(workbook) == ["rumus_tanpa_nilai", "sel_galat"]


def test_ods_teks_beberapa_paragraf_dan_spasi(katalog: Katalog) -> None:
    text = "<text:p>satu<text:s text:c='2'/>dua</text:p><text:p>tiga<text:line-break/>empat</text:p>"
    note = "<office:annotation><text:p>komentar</text:p></office:annotation>"
    content = ods(row(f'<table:table-cell office:value-type="string">{note}{text}</table:table-cell>'))
    assert values(read_workbook("a.ods", content, katalog)) == {"A1": "satu  dua\ntiga\nempat"}


def test_ods_ulangan_kosong_tidak_berarti_dan_ulangan_berisi_dihitung(katalog: Katalog) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    content = ods(
        row(blank, more='table:number-rows-repeated="3"')
        + row(cell("float", "1", "1", 'table:number-columns-repeated="2"'), more='table:number-rows-repeated="2"')
        + row(blank, more='table:number-rows-repeated="1048571"')
    )
    assert list(values(read_workbook("a.ods", content, katalog))) == ["A4", "B4", "A5", "B5"]


def test_ods_tersembunyi_gabungan_dan_cermin_berkas_lain(katalog: Katalog) -> None:
    properties = '<style:table-properties table:display="false"/>'
    hidden = f'<style:style style:name="ta1" style:family="table">{properties}</style:style>'
    mirror = f'<table:table table:name="cermin"><table:table-source/>{row(cell("float", "9", "9"))}</table:table>'
    content = ods(
        '<table:table-column/><table:table-column table:visibility="collapse"/>'
        + row(cell("float", "1", "1", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>")
        + row(cell("float", "2", "2"), cell("float", "3", "3"), more='table:visibility="filter"'),
        styles=hidden,
        table='table:style-name="ta1"',
        before=mirror,
    )
    workbook = read_workbook("a.ods", content, katalog)
    (sheet,) = workbook.sheets
    assert (sheet.name, sheet.hidden, sheet.merges) == ("IKU", True, ((1, 1, 1, 2),))
    assert (sheet.hidden_rows, sheet.hidden_columns) == (frozenset({2}), frozenset({2}))
    assert codes(workbook) == ["lembar_tersembunyi", "baris_tersembunyi", "kolom_tersembunyi"]


def test_xls_paling_lama_terbaca_dengan_alamat_yang_benar(katalog: Katalog) -> None:
    workbook = read_workbook("lama.xls", biff2([(2, 1, "Indikator"), (2, 2, 97.5), (3, 2, 0.1 + 0.2)]), katalog)
    assert workbook.kind == "xls"
    assert values(workbook) == {"B3": "Indikator", "C3": Decimal("97.5"), "C4": Decimal("0.3")}


def test_xls_persen_tidak_menjadi_pecahan(bad_files: Path, katalog: Katalog, istilah: Istilah) -> None:
    content = (bad_files / "corpus" / "sheetjs" / "number_format_vietnamese.xls").read_bytes()
    sheets = read_workbook("a.xls", content, katalog).sheets
    percents = [found for sheet in sheets for found in sheet.cells if found.format in ("0%", "0.00%", "0.0%")]
    assert percents
    for found in percents:
        assert isinstance(found.value, Decimal)
        nilai = parse_number(found, istilah)
        assert (nilai.angka, nilai.satuan) == (found.value * 100, "%")


def test_xls_yang_tidak_dibuka_xlrd_dibaca_tanpa_format_dan_disebut(bad_files: Path, katalog: Katalog) -> None:
    content = (bad_files / "corpus" / "poi" / "47251_1.xls").read_bytes()
    workbook = read_workbook("a.xls", content, katalog)
    assert codes(workbook)[0] == "format_tidak_terbaca"
    assert sum(len(sheet.cells) for sheet in workbook.sheets) == 251


@pytest.mark.parametrize(
    ("teks", "pemisah"),
    [
        ("a;b;c\n1;2,5;x, y, z\n2;3,5;u, v\n", ";"),
        ("a,b\n1,2\n", ","),
        ("a\tb\n1,5\t2,5\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('Judul saja\n\nNo,Nama\n1,"Camat; Sekcam"\n2,"Lurah; Kasi"\n', ","),
        ("satu kolom\ndua\n", ""),
        ("", ""),
    ],
)
def test_pemisah_kolom_dikenali_dari_keteraturannya(teks: str, pemisah: str) -> None:
    assert sniff_delimiter(teks) == pemisah


@pytest.mark.parametrize("pengodean", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("akhir", ["\n", "\r\n", "\r"])
def test_csv_dalam_setiap_pengodean(pengodean: str, akhir: str, katalog: Katalog) -> None:
    content = akhir.join(["nama;nilai", "Café;1.000,50", '"dua', 'baris";-']).encode(pengodean)
    workbook = read_workbook("a.csv", content, katalog)
    assert values(workbook) == {
        "A1": "nama", "B1": "nilai", "A2": "Café", "B2": "1.000,50", "A3": "dua\nbaris", "B3": "-"
    }  # fmt: skip
    assert codes(workbook) == (["csv_pengodean_lama"] if pengodean == "cp1252" else [])


def test_csv_baris_sep_dan_baris_kosong_menjaga_alamat(katalog: Katalog) -> None:
    assert list(values(read_workbook("a.csv", b"sep=|\n\na|b\n\n1|2\n", katalog))) == ["A3", "B3", "A5", "B5"]


def test_csv_karakter_nol_dibuang_dan_disebut(katalog: Katalog) -> None:
    workbook = read_workbook("a.csv", b"a,b\n1,\x00\x00\n", katalog)
    assert values(workbook) == {"A1": "a", "B1": "b", "A2": "1"}
    assert codes(workbook) == ["csv_karakter_nol"]


def test_csv_kutip_di_tengah_dan_kutip_ganda_bukan_kesalahan(katalog: Katalog) -> None:
    workbook = read_workbook("a.csv", b'a,b\n3" pipa,"kata ""baik"""\n"x"y,2', katalog)
    assert values(workbook) == {"A1": "a", "B1": "b", "A2": '3" pipa', "B2": 'kata "baik"', "A3": "xy", "B3": "2"}


@pytest.mark.parametrize("akhir", ["", "\n", "\nx,y" * 9, "\nx,y" * 40_000])
def test_csv_kutip_yang_tidak_ditutup_disebut_barisnya(akhir: str, katalog: Katalog) -> None:
    workbook = read_workbook("a.csv", f'a,b\n"tidak pernah ditutup,1{akhir}'.encode(), katalog)
    assert (codes(workbook), workbook.sheets) == (["csv_kutip_tidak_ditutup"], ())
    assert "baris 2" in workbook.findings[0].pesan


def test_tabel_html_bernama_xls_dibaca_dengan_gabungannya(katalog: Katalog) -> None:
    page = """<html><head><meta charset="utf-8"><style>td{}</style><title>judul</title></head><body>
      <p>di luar tabel</p>
      <table border=1><tr><th colspan=2>Laporan &amp; Kinerja</th><th rowspan="2">Capaian</th></tr>
      <tr><td>Indikator<br>Utama</td><td>95,5</td></tr>
      <tr><td>Dua<td>Tiga<td>Empat <table><tr><td>dalam</td></tr></table></tr></table>
      <table><tr><td>Lain</td></tr></table></body></html>"""
    workbook = read_workbook("ekspor.xls", page.encode(), katalog)
    assert (workbook.kind, workbook.findings) == ("html", ())
    assert values(workbook) == {
        "A1": "Laporan & Kinerja", "C1": "Capaian", "A2": "Indikator\nUtama", "B2": "95,5",
        "A3": "Dua", "B3": "Tiga", "C3": "Empat dalam", "A5": "Lain",
    }  # fmt: skip
    assert workbook.sheets[0].merges == ((1, 1, 1, 2), (1, 3, 2, 3))
    assert [cell.address for cell in workbook.sheets[0].cells if cell.bold] == ["A1", "C1"]


def test_tabel_html_dalam_alfabet_lama(katalog: Katalog) -> None:
    page = '<meta charset="windows-1252"><table><tr><td>Café – 95</td></tr></table>'.encode("cp1252")
    assert values(read_workbook("a.xls", page, katalog)) == {"A1": "Café – 95"}
