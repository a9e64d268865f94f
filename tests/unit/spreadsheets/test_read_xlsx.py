"""An xlsx is read as its user sees it: values, formats, hidden lines, merges, errors, formulas without a value."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

import pytest
import xlsxwriter

from lkjip.domain.finding import Katalog, Tingkat
from lkjip.spreadsheets.cells import Cell, Sheet, Workbook
from lkjip.spreadsheets.files.read import read_workbook
from tests.makers.spreadsheet_files import MAIN, PERCENT_STYLES, RELATIONS, package, strict, xlsx, xlsx_parts

Write = Callable[[xlsxwriter.Workbook], None]


def written(write: Write) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        write(book)
    return out.getvalue()


def cells(sheet: Sheet) -> dict[str, Cell]:
    return {cell.address: cell for cell in sheet.cells}


def codes(workbook: Workbook) -> list[str]:
    return [finding.kode for finding in workbook.findings]


def test_setiap_jenis_isian_tiba_utuh(katalog: Katalog) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("IKU")
        sheet.write("B3", "Indikator", book.add_format({"bold": True}))
        sheet.write("C3", 0.1 + 0.2)
        sheet.write("D3", 0.8533, book.add_format({"num_format": "0.00%"}))
        sheet.write("E3", True)
        sheet.write("B4", "  Sub", book.add_format({"indent": 2}))
        sheet.write_datetime("C4", datetime(2002, 1, 7), book.add_format({"num_format": "d.mm.yy"}))  # noqa: DTZ001
        sheet.write_datetime("D4", datetime(2024, 1, 7, 8, 30), book.add_format({"num_format": "dd/mm/yy hh:mm"}))  # noqa: DTZ001
        sheet.write("E4", 10701893800)
        sheet.write("C5", 0.0555555555555556, book.add_format({"num_format": "h:mm"}))

    workbook = read_workbook("IKU 2025.xlsx", written(write), katalog)
    found = cells(workbook.sheets[0])
    assert (workbook.kind, workbook.findings, workbook.sheets[0].name) == ("xlsx", (), "IKU")
    assert {address: cell.value for address, cell in found.items()} == {
        "B3": "Indikator",
        "C3": Decimal("0.3"),
        "D3": Decimal("0.8533"),
        "E3": True,
        "B4": "  Sub",
        "C4": date(2002, 1, 7),
        "D4": datetime(2024, 1, 7, 8, 30),  # noqa: DTZ001
        "E4": Decimal(10701893800),
        "C5": Decimal("0.0555555555555556"),
    }
    assert (found["B3"].bold, found["B4"].bold, found["B4"].indent) == (True, False, 2)
    assert (found["D3"].format, found["C4"].format, found["C5"].format) == ("0.00%", "d.mm.yy", "h:mm")


def test_baris_kolom_dan_lembar_tersembunyi_dibaca_dan_disebut(katalog: Katalog) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Data")
        for row in range(5):
            sheet.write_row(row, 0, [row, "a", "b"])
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.set_row(40, None, None, {"hidden": True})
        sheet.set_column("B:B", None, None, {"hidden": True})
        book.add_worksheet("Simpanan").write("A1", 1)
        book.worksheets()[1].hide()

    workbook = read_workbook("a.xlsx", written(write), katalog)
    data, simpanan = workbook.sheets
    assert (data.hidden_rows, data.hidden_columns) == (frozenset({3}), frozenset({2}))
    assert (data.hidden, simpanan.hidden, len(data.cells)) == (False, True, 15)
    assert codes(workbook) == ["baris_tersembunyi", "kolom_tersembunyi", "lembar_tersembunyi"]


def test_sel_gabungan_memuat_satu_nilai(katalog: Katalog) -> None:
    def write(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:C1", "Target")
        sheet.write("A2", 1)
        sheet.write("C2", 3)

    sheet = read_workbook("a.xlsx", written(write), katalog).sheets[0]
    assert sheet.merges == ((1, 1, 1, 3),)
    assert [(cell.address, cell.merged) for cell in sheet.cells] == [("A1", True), ("A2", False), ("C2", False)]


def test_nilai_di_balik_sel_gabungan_tidak_ikut_tetapi_disebut(katalog: Katalog) -> None:
    rows = '<row r="1"><c r="A1"><v>5</v></c></row><row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>8</v></c></row>'
    workbook = read_workbook("a.xlsx", xlsx(rows, after='<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'), katalog)
    assert [cell.address for cell in workbook.sheets[0].cells] == ["A1", "B2"]
    assert [(finding.kode, finding.sel) for finding in workbook.findings] == [("nilai_di_balik_gabungan", "A2")]
    assert "A2: 7" in workbook.findings[0].pesan


def test_gabungan_sepanjang_kolom_dipotong_sampai_data(katalog: Katalog) -> None:
    merge = '<mergeCells><mergeCell ref="C1:D1048576"/><mergeCell ref="A1:B1048576"/></mergeCells>'
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="C2"><v>2</v></c></row>'
    sheet = read_workbook("a.xlsx", xlsx(rows, after=merge), katalog).sheets[0]
    assert sheet.merges == ((1, 1, 2, 2), (1, 3, 2, 3))


def test_galat_rumus_dan_rumus_tanpa_nilai_disebut_dengan_selnya(katalog: Katalog) -> None:
    rows = (
        '<row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B4"><f>SUM(C1:C9)</f></c>'
        '<c r="C4"><f>1+1</f><v>2</v></c><c r="D4" t="str"><f>""</f><v></v></c><c r="E4" t="e"><v>#REF!</v></c></row>'
    )
    workbook = read_workbook("a.xlsx", xlsx(rows), katalog)
    found = cells(workbook.sheets[0])
    assert {address: (cell.value, cell.galat, cell.formula) for address, cell in found.items()} == {
        "A4": (None, "#DIV/0!", False),
        "B4": (None, "", True),
        "C4": (Decimal(2), "", False),
        "E4": (None, "#REF!", False),
    }
    assert [(finding.kode, finding.sel, finding.tingkat) for finding in workbook.findings] == [
        ("rumus_tanpa_nilai", "B4", Tingkat.PERINGATAN),
        ("sel_galat", "A4", Tingkat.PERINGATAN),
    ]
    assert "A4, E4" in workbook.findings[1].pesan


def test_dimensi_yang_salah_tidak_dipercaya(katalog: Katalog) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="C3"><v>2</v></c></row>'
    for dimension in ("A1", "A1:XFD1048576", "B7:C9"):
        content = xlsx(rows, before=f'<dimension ref="{dimension}"/>')
        assert [cell.address for cell in read_workbook("a.xlsx", content, katalog).sheets[0].cells] == ["A1", "C3"]


@pytest.mark.parametrize("bentuk", ["ketat", "garis miring terbalik", "awalan nama", "tanpa alamat", "biasa"])
def test_bentuk_yang_jarang_terbaca_sama_dengan_formatnya(bentuk: str, katalog: Katalog) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Capaian</t></is></c><c r="B1" s="1"><v>0.85</v></c></row>'
    parts = xlsx_parts(rows)
    if bentuk == "ketat":
        parts = strict(parts)
    elif bentuk == "garis miring terbalik":
        parts = {name.replace("/", "\\"): text for name, text in parts.items()}
    elif bentuk == "awalan nama":
        sheet = parts["xl/worksheets/sheet1.xml"]
        for name in ("worksheet", "sheetData", "row", "c", "is", "t", "v"):
            sheet = sheet.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
            sheet = sheet.replace(f"</{name}>", f"</x:{name}>")
        parts["xl/worksheets/sheet1.xml"] = sheet.replace("xmlns=", "xmlns:x=")
    elif bentuk == "tanpa alamat":
        sheet = parts["xl/worksheets/sheet1.xml"]
        parts["xl/worksheets/sheet1.xml"] = sheet.replace(' r="A1"', "").replace(' r="B1"', "").replace(' r="1"', "")
    workbook = read_workbook("a.xlsx", package(parts), katalog)
    assert workbook.findings == ()
    assert [(cell.address, cell.value, cell.format) for cell in workbook.sheets[0].cells] == [
        ("A1", "Capaian", "General"),
        ("B1", Decimal("0.85"), "0.00%"),
    ]


@pytest.mark.parametrize("rusak", ["styles.xml terpotong", "gaya yang tidak ada"])
def test_bila_format_tidak_terbaca_nilainya_tetap_dan_disebut(rusak: str, katalog: Katalog) -> None:
    parts = xlsx_parts('<row r="1"><c r="A1" s="1"><v>0.85</v></c><c r="B1" t="e"><v>#REF!</v></c></row>')
    if rusak == "styles.xml terpotong":
        parts["xl/styles.xml"] = PERCENT_STYLES[:-30]
    else:
        parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace('s="1"', 's="7"')
    workbook = read_workbook("a.xlsx", package(parts), katalog)
    found = cells(workbook.sheets[0])
    assert (found["A1"].value, found["A1"].format, found["B1"].galat) == (Decimal("0.85"), "General", "#REF!")
    assert codes(workbook) == ["format_tidak_terbaca", "sel_galat"]


def test_gaya_yang_menyimpang_di_luar_format_tidak_mengganggu(katalog: Katalog) -> None:
    """openpyxl opens neither a fill without a pattern nor an empty style number; percent is read all the same."""
    rows = '<row r="1"><c r="A1" s="1"><v>0.85</v></c><c r="B1" s=""><v>2</v></c></row>'
    parts = xlsx_parts(rows)
    parts["xl/styles.xml"] = PERCENT_STYLES.replace("<patternFill/>", "")
    workbook = read_workbook("a.xlsx", package(parts), katalog)
    assert [cell.format for cell in workbook.sheets[0].cells] == ["0.00%", "General"]
    assert workbook.findings == ()


def test_potongan_teks_disatukan_dan_ejaan_fonetis_ditinggal(katalog: Katalog) -> None:
    runs = "<r><t>Indeks </t></r><rPh sb='0' eb='1'><t>indekusu</t></rPh><r><rPr><b/></rPr><t>SPBE</t></r>"
    rows = (
        f'<row r="1"><c r="A1" t="inlineStr"><is>{runs}</is></c><c r="B1" t="s"><v> 1 </v></c>'
        '<c r="C1" t="str"><f>A1&amp;"x"</f><v>kata</v></c><c r="D1" t="s"><v>0</v></c></row>'
    )
    texts = f'<sst xmlns="{MAIN}"><si><t>_x005F_x000D_</t></si><si>{runs}<phoneticPr fontId="1"/></si></sst>'
    workbook = read_workbook("a.xlsx", package({**xlsx_parts(rows), "xl/sharedStrings.xml": texts}), katalog)
    assert [cell.value for cell in workbook.sheets[0].cells] == ["Indeks SPBE", "Indeks SPBE", "kata", "_x000D_"]


def test_isian_yang_menyalahi_jenisnya_tetap_teks(katalog: Katalog) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>98.5.3</v></c><c r="B1" t="b"><v>true</v></c><c r="C1" t="b"><v>2</v></c>'
        '<c r="D1" t="d"><v>2025-02-15T00:00:00Z</v></c><c r="E1" t="d"><v>besok</v></c></row>'
    )
    found = read_workbook("a.xlsx", xlsx(rows), katalog).sheets[0].cells
    assert [cell.value for cell in found] == ["98.5.3", True, "2", date(2025, 2, 15), "besok"]


@pytest.mark.parametrize(
    ("serial", "value", "galat"),
    [
        ("-1", None, "#####"),
        ("0", Decimal(0), ""),
        ("0.5", Decimal("0.5"), ""),
        ("1", date(1900, 1, 1), ""),
        ("59", date(1900, 2, 28), ""),
        ("61", date(1900, 3, 1), ""),
        ("2958465", date(9999, 12, 31), ""),
        ("2958466", None, "#####"),
    ],
)
def test_tanggal_di_tepi_kalender_excel(serial: str, value: object, galat: str, katalog: Katalog) -> None:
    parts = xlsx_parts(f'<row r="1"><c r="A1" s="1"><v>{serial}</v></c></row>')
    parts["xl/styles.xml"] = PERCENT_STYLES.replace('numFmtId="10"', 'numFmtId="14"')
    (cell,) = read_workbook("a.xlsx", package(parts), katalog).sheets[0].cells
    assert (cell.value, cell.galat) == (value, galat)


def test_sistem_tanggal_1904(katalog: Katalog) -> None:
    parts = xlsx_parts('<row r="1"><c r="A1" s="1"><v>44241</v></c></row>')
    parts["xl/styles.xml"] = PERCENT_STYLES.replace('numFmtId="10"', 'numFmtId="14"')
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    assert read_workbook("a.xlsx", package(parts), katalog).sheets[0].cells[0].value == date(2025, 2, 15)


def test_teks_dengan_karakter_kendali_dibersihkan(katalog: Katalog) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>satu_x000D_\ndua_x0000_tiga_xD800_</t></is></c></row>'
    workbook = read_workbook("a.xlsx", xlsx(rows), katalog)
    assert workbook.sheets[0].cells[0].value == "satu\ndua\ufffdtiga\ufffd"
    assert [(finding.kode, finding.sel) for finding in workbook.findings] == [("karakter_tidak_terbaca", "A1")]


def test_angka_di_luar_bilangan_tetap_teks(katalog: Katalog) -> None:
    rows = '<row r="1"><c r="A1"><v>1E400</v></c><c r="B1"><v>-0</v></c><c r="C1"><v>99999999999999999999</v></c></row>'
    found = read_workbook("a.xlsx", xlsx(rows), katalog).sheets[0].cells
    assert [cell.value for cell in found] == ["inf", Decimal(0), Decimal("1E+20")]


def test_tautan_ke_berkas_lain_disebut(katalog: Katalog) -> None:
    parts = xlsx_parts()
    name = "xl/_rels/workbook.xml.rels"
    link = f'<Relationship Id="rId50" Type="{RELATIONS}/externalLink" Target="externalLinks/externalLink1.xml"/>'
    parts[name] = parts[name].replace("</Relationships>", f"{link}</Relationships>")
    workbook = read_workbook("a.xlsx", package(parts), katalog)
    assert (codes(workbook), len(workbook.sheets[0].cells)) == (["berkas_tautan_luar"], 2)


def test_sel_kosong_berformat_sampai_bawah_tidak_berarti(katalog: Katalog) -> None:
    blank = "".join(f'<row r="{row}"><c r="A{row}" s="1"/></row>' for row in (2, 200_001, 1_048_576))
    sheet = read_workbook("a.xlsx", xlsx(f'<row r="1"><c r="A1"><v>1</v></c></row>{blank}'), katalog).sheets[0]
    assert [cell.address for cell in sheet.cells] == ["A1"]


@pytest.mark.parametrize(
    ("sel", "baris", "diterima"),
    [("A200000", 200_000, True), ("A200001", 200_001, False), ("ALL1", 1, True), ("ALM1", 1, False)],
)
def test_batas_baris_dan_kolom(sel: str, baris: int, diterima: bool, katalog: Katalog) -> None:
    workbook = read_workbook("a.xlsx", xlsx(f'<row r="{baris}"><c r="{sel}"><v>1</v></c></row>'), katalog)
    assert bool(workbook.sheets) is diterima
    assert [(finding.kode, finding.sel) for finding in workbook.findings] == (
        [] if diterima else [("sel_terlalu_jauh", sel)]
    )
