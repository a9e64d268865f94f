"""Every file that is not read is refused with one finding that says what to do; every code has its file here."""

from __future__ import annotations

import ast
import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import lkjip.spreadsheets.files
from lkjip.domain.finding import Katalog, Tingkat
from lkjip.spreadsheets.files.inspect import shown_name
from lkjip.spreadsheets.files.limits import Limits
from lkjip.spreadsheets.files.read import read_workbook
from tests.makers.spreadsheet_files import ROWS, XML, ods, package, xlsx, xlsx_parts

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
ONE_CELL = '<table:table-cell office:value-type="float" office:value="1" {}/>'
LIMITS = Limits(unpacked_bytes=2_000_000, parts=100, cells=1_000)


def ole2(*streams: str) -> bytes:
    return OLE2 + b"\0" * 504 + b"\0\0".join(name.encode("utf-16-le") for name in streams)


def with_part(name: str, content: str | bytes) -> bytes:
    return package({**xlsx_parts(), name: content})


def with_shared_strings(text: str) -> bytes:
    return with_part("xl/sharedStrings.xml", text)


def flipped(content: bytes, part: str) -> bytes:
    """One bit changed in the middle of a part's data."""
    entry = zipfile.ZipFile(io.BytesIO(content)).getinfo(part)
    place = entry.header_offset + 30 + len(part) + entry.compress_size // 2
    return content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :]


def duplicated() -> bytes:
    out = io.BytesIO(xlsx())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", xlsx_parts()["xl/worksheets/sheet1.xml"].replace("95", "59"))
    return out.getvalue()


def locked_zip() -> bytes:
    content = bytearray(xlsx())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            struct.pack_into("<H", content, place + flags, 1)
            place = content.find(mark, place + 4)
    return bytes(content)


def lying_size() -> bytes:
    """The directory tells 1,000 bytes where 1.9 million are."""
    content = bytearray(xlsx(ROWS + " " * 1_900_000))
    name = b"xl/worksheets/sheet1.xml"
    directory = content.rfind(b"PK\x01\x02", 0, content.rfind(name))
    struct.pack_into("<I", content, directory + 24, 1_000)
    return bytes(content)


REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "kosong": ("berkas_kosong", lambda: b""),
    "satu baris kosong": ("berkas_kosong", lambda: b"\r\n"),
    "hanya nol": ("berkas_kosong", lambda: b"\0" * 100),
    "terlalu besar": ("berkas_terlalu_besar", lambda: b"a,b\n" * (4 * 1024 * 1024)),
    "pdf": ("berkas_bukan_tabel", lambda: b"%PDF-1.7\n"),
    "program": ("berkas_bukan_tabel", lambda: b"MZ\x90\0" + b"\0" * 60),
    "gambar": ("berkas_bukan_tabel", lambda: b"\x89PNG\r\n\x1a\n"),
    "acak": ("berkas_bukan_tabel", lambda: bytes(range(256)) * 8),
    "nol di mana-mana": ("berkas_bukan_tabel", lambda: b"a\0\0\0" * 100),
    "word": ("berkas_bukan_tabel", lambda: package({"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"})),
    "word lama": ("berkas_bukan_tabel", lambda: ole2("Root Entry", "WordDocument")),
    "ole2 lain": ("berkas_bukan_tabel", lambda: ole2("Root Entry", "Catatan")),
    "office lain": ("berkas_bukan_tabel", lambda: package({"[Content_Types].xml": "<Types/>", "visio/a.xml": "<a/>"})),
    "zip biasa": ("berkas_bukan_tabel", lambda: package({"a.txt": "a"})),
    "odt": ("berkas_bukan_tabel", lambda: package({"mimetype": "application/vnd.oasis.opendocument.text"})),
    "halaman web": ("berkas_bukan_tabel", lambda: b"<html><p>tanpa tabel</p></html>"),
    "mhtml": ("berkas_bukan_tabel", lambda: b"MIME-Version: 1.0\nContent-Type: multipart/related\n"),
    "xml 2003": ("berkas_xml_2003", lambda: b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><a/>'),
    "xlsb": ("berkas_xlsb", lambda: with_part("xl/workbook.bin", b"\0")),
    "xlsm": ("berkas_makro", lambda: with_part("xl/vbaProject.bin", OLE2)),
    "xls bermakro": ("berkas_makro", lambda: ole2("Root Entry", "Workbook", "_VBA_PROJECT_CUR")),
    "ooxml terkunci": ("berkas_terkunci", lambda: ole2("Root Entry", "EncryptedPackage")),
    "zip terkunci": ("berkas_terkunci", locked_zip),
    "terpotong 10 %": ("berkas_rusak", lambda: xlsx()[: len(xlsx()) // 10]),
    "terpotong 50 %": ("berkas_rusak", lambda: xlsx()[: len(xlsx()) // 2]),
    "terpotong 99 %": ("berkas_rusak", lambda: xlsx()[: len(xlsx()) * 99 // 100]),
    "satu bit berubah": ("berkas_rusak", lambda: flipped(xlsx(), "xl/worksheets/sheet1.xml")),
    "ukuran bohong": ("berkas_rusak", lying_size),
    "xml terpotong": ("berkas_rusak", lambda: with_part("xl/workbook.xml", "<workbook><sheets>")),
    "tanpa buku kerja": ("berkas_rusak", lambda: package({"[Content_Types].xml": "<a/>", "xl/worksheets/a.xml": ""})),
    "teks sel hilang": ("berkas_rusak", lambda: xlsx('<row r="1"><c r="A1" t="s"><v>99</v></c></row>')),
    "baris di luar Excel": ("berkas_rusak", lambda: xlsx('<row r="4294967295"><c r="A4294967295"/></row>')),
    "urutan kacau": ("berkas_rusak", lambda: xlsx('<row r="2"><c r="A2"><v>1</v></c></row>' + ROWS)),
    "xls rusak": ("berkas_rusak", lambda: ole2("Root Entry", "Workbook")),
    "ods ulangan negatif": ("berkas_rusak", lambda: ods('<table:table-row table:number-rows-repeated="-5"/>')),
    "dtd di lembar": ("berkas_berbahaya", lambda: xlsx(head=LAUGHS)),
    "entitas luar di teks bersama": ("berkas_berbahaya", lambda: with_shared_strings(f"{XML}{EXTERNAL}<sst>&e;</sst>")),
    "dtd di format": ("berkas_berbahaya", lambda: with_part("xl/theme/theme1.xml", f"{XML}{LAUGHS}<a>&b;</a>")),
    "dtd di bagian bernama lain": ("berkas_berbahaya", lambda: with_part("xl/teks.dat", f"{XML}{LAUGHS}<a>&b;</a>")),
    "dtd di ods": ("berkas_berbahaya", lambda: ods("", head=LAUGHS)),
    "keluar dari berkas": ("berkas_berbahaya", lambda: with_part("../../x.xml", "<a/>")),
    "nama Windows": ("berkas_berbahaya", lambda: with_part("C:\\x.xml", "<a/>")),
    "bagian ganda": ("berkas_berbahaya", duplicated),
    "bagian ganda beda huruf": ("berkas_berbahaya", lambda: with_part("XL/Workbook.xml", "<a/>")),
    "html gabungan raksasa": ("berkas_berbahaya", lambda: b"<table><tr><td colspan=999999>1</td></tr></table>"),
    "mengembang": ("berkas_mengembang", lambda: xlsx(ROWS + " " * 2_000_000)),
    "bagian terlalu banyak": ("berkas_bagian_terlalu_banyak", lambda: package({f"a{n}": "" for n in range(101)})),
    "51 lembar": ("lembar_terlalu_banyak", lambda: xlsx(sheets=51)),
    "sel jauh": ("sel_terlalu_jauh", lambda: xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "kolom di luar Excel": ("berkas_rusak", lambda: xlsx('<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>')),
    "ods kolom": ("sel_terlalu_jauh", lambda: ods(
        "<table:table-row>" + ONE_CELL.format('table:number-columns-repeated="16384"') + "</table:table-row>")),
    "ods baris": ("sel_terlalu_banyak", lambda: ods(
        f'<table:table-row table:number-rows-repeated="1048576">{ONE_CELL.format("")}</table:table-row>')),
    "1.001 sel": ("sel_terlalu_banyak", lambda: xlsx(
        "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in range(1, 1_002)))),
    "sel ganda": ("sel_ganda", lambda: xlsx('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
    "teks panjang": ("teks_terlalu_panjang", lambda: xlsx(
        f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"a" * 32_768}</t></is></c></row>')),
    "satu baris csv": ("csv_kutip_tidak_ditutup", lambda: b'a,b\n"' + b"x" * 40_000),
    "teks": ("teks_bukan_tabel", lambda: b"bukan spreadsheet"),
    "tanpa lembar": ("berkas_tanpa_isi", lambda: package({**xlsx_parts(sheets=0)})),
    "hanya sel kosong": ("berkas_tanpa_isi", lambda: xlsx('<row r="1"><c r="A1" s="1"/></row>')),
}  # fmt: skip
ELSEWHERE = {  # codes shown in other tests of this folder
    "berkas_terlalu_lama", "berkas_terlalu_berat", "berkas_tidak_terbaca", "berkas_tautan_luar", "format_tidak_terbaca",
    "nilai_di_balik_gabungan", "csv_pengodean_lama", "csv_karakter_nol", "berkas_nama_tidak_sesuai",
    "lembar_tersembunyi", "baris_tersembunyi", "kolom_tersembunyi", "rumus_tanpa_nilai", "sel_galat",
    "karakter_tidak_terbaca",
}  # fmt: skip
TRACES = ("Traceback", "Error", "Exception", "/", "\\", "lkjip", "openpyxl", "xlrd", "zipfile", "None", "{")


@pytest.mark.parametrize("berkas", list(REFUSED))
def test_berkas_ditolak_dengan_sebab_dan_jalan_keluar(berkas: str, katalog: Katalog) -> None:
    kode, make = REFUSED[berkas]
    workbook = read_workbook("Kinerja 2025.xlsx", make(), katalog, LIMITS)
    (finding,) = workbook.findings
    assert (finding.kode, finding.tingkat, workbook.sheets) == (kode, Tingkat.GALAT, ())
    assert finding.berkas == "Kinerja 2025.xlsx"
    assert finding.berkas in finding.pesan
    assert finding.saran
    assert not [trace for trace in TRACES if trace in finding.pesan]


def test_tepat_di_batas_masih_dibaca(katalog: Katalog) -> None:
    rows = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in range(1, 1_001))
    assert len(read_workbook("a.xlsx", xlsx(rows), katalog, LIMITS).sheets[0].cells) == 1_000
    assert len(read_workbook("a.xlsx", xlsx(sheets=50), katalog, LIMITS).sheets) == 50
    long = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"a" * 32_767}</t></is></c></row>'
    assert read_workbook("a.xlsx", xlsx(long), katalog, LIMITS).sheets
    csv = b"a,b\n" * 100
    assert read_workbook("a.csv", csv, katalog, Limits(file_bytes=len(csv))).sheets
    assert not read_workbook("a.csv", csv, katalog, Limits(file_bytes=len(csv) - 1)).sheets


def test_setiap_kode_temuan_pembaca_ada_teks_dan_ujinya(katalog: Katalog) -> None:
    prefixes = (
        "berkas_",
        "karakter_",
        "sel_",
        "lembar_",
        "baris_",
        "kolom_",
        "rumus_",
        "csv_",
        "teks_",
        "format_",
        "nilai_",
    )
    used = {
        node.value
        for path in Path(lkjip.spreadsheets.files.__path__[0]).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith(prefixes)
        and re.fullmatch("[a-z]+_[a-z0-9_]+", node.value)
    }  # fmt: skip
    assert used == {kode for kode, _ in REFUSED.values()} | ELSEWHERE
    assert used <= set(katalog.teks)


@pytest.mark.parametrize(
    ("nama", "ditampilkan"),
    [
        ("Kinerja 2025.xlsx", "Kinerja 2025.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Camat\\IKU.xlsx", "IKU.xlsx"),
        ("iku\u202exslx.exe", "ikuxslx.exe"),
        ("baris\nbaru\x00.csv", "barisbaru.csv"),
        ("😀.xlsx", "😀.xlsx"),
        ("=cmd|'/c calc'!A1.xlsx", "c calc'!A1.xlsx"),
        ("", "tanpa nama"),
        ("///", "tanpa nama"),
    ],
)
def test_nama_berkas_ditampilkan_aman(nama: str, ditampilkan: str) -> None:
    assert shown_name(nama) == ditampilkan


def test_nama_panjang_dipendekkan_dengan_akhirannya() -> None:
    assert shown_name("a" * 300 + ".xlsx") == "a" * 68 + "…" + "aaaaaa.xlsx"
    assert len(shown_name("a" * 75 + ".xlsx")) == 80


def test_isi_menentukan_bukan_nama(katalog: Katalog) -> None:
    workbook = read_workbook("tabel.xlsx", b"No;Indikator\n1;Layanan\n", katalog)
    assert (workbook.kind, [finding.kode for finding in workbook.findings]) == ("csv", ["berkas_nama_tidak_sesuai"])
    workbook = read_workbook("tabel", xlsx(), katalog)
    assert (workbook.kind, [finding.kode for finding in workbook.findings]) == ("xlsx", ["berkas_nama_tidak_sesuai"])


def test_batas_ditulis_dengan_titik_ribuan(katalog: Katalog) -> None:
    (finding,) = read_workbook("a.xlsx", REFUSED["1.001 sel"][1](), katalog, LIMITS).findings
    assert "lebih dari 1.000 sel" in finding.pesan
