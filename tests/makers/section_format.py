"""A section workbook for tests (invented, CONTOH): its content, and a hand that fills it in as a section would."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook as Book
from openpyxl.worksheet.worksheet import Worksheet

from lkjip.domain.finding import Finding
from lkjip.domain.indikator import Agregasi, Rincian
from lkjip.domain.isian_format import AnggaranFormat, BacaanFormat, IndikatorFormat, IsiFormat
from lkjip.domain.numbers import Nilai, StatusNilai, terukur
from lkjip.rules import load_aturan
from lkjip.spreadsheets.cells import Cell, Workbook, address
from lkjip.spreadsheets.files import child
from lkjip.spreadsheets.files.draft import sheet_from
from lkjip.spreadsheets.files.inspect import identify
from lkjip.spreadsheets.files.limits import Limits
from lkjip.spreadsheets.template import schema
from lkjip.spreadsheets.template.read import read_isian
from lkjip.spreadsheets.template.write import write_workbook

AWAL = schema.BARIS_JUDUL + 1  # first data row


def _label(text: str) -> Nilai:
    return Nilai(StatusNilai.TEKS, teks=text, alasan="bukan angka")


_RINCIAN = Rincian(
    "Hasil survei terhadap sembilan unsur pelayanan (CONTOH)", "Rata-rata tertimbang unsur × 25", "Laporan survei",
    "Halaman rekapitulasi",
)  # fmt: skip
PELAYANAN = "Meningkatnya kualitas pelayanan publik (CONTOH)"
INDIKATOR = (
    IndikatorFormat(
        3, PELAYANAN, "Indeks Kepuasan Masyarakat (CONTOH)", "nilai", "naik", Agregasi.TERAKHIR, terukur("88.5"),
        terukur("87"), terukur("86.25"), _RINCIAN,
    ),
    IndikatorFormat(
        5, "Meningkatnya ketenteraman (CONTOH)", "Gangguan ketertiban (CONTOH)", "kejadian", "turun", Agregasi.JUMLAH,
        terukur(10), terukur(12), terukur(11),
    ),
    IndikatorFormat(
        6, "Meningkatnya akuntabilitas (CONTOH)", "Predikat SAKIP (CONTOH)", "predikat", "predikat", Agregasi.TERAKHIR,
        _label("BB"), _label("B"), _label("B"),
    ),
    IndikatorFormat(
        7, "Meningkatnya akuntabilitas (CONTOH)", "LKjIP tepat waktu (CONTOH)", "ya/tidak", "ya_tidak",
        Agregasi.TERAKHIR, _label("Ya"),
    ),
    IndikatorFormat(
        8, "Meningkatnya akuntabilitas (CONTOH)", "Temuan ditindaklanjuti (CONTOH)", "%", "naik", Agregasi.TERAKHIR,
        terukur(95, teks="95%", satuan="%"), None, terukur(90),
    ),
)  # fmt: skip
ANGGARAN = (
    AnggaranFormat("7.01.02", "Program Pelayanan Publik (CONTOH)", "program", Decimal(1_250_000_000)),
    AnggaranFormat("7.01.02.2.01.0014", "Peningkatan Pelayanan (CONTOH)", "sub_kegiatan", Decimal(250_000_000)),
)
ISI = IsiFormat(
    "64.02.13", "Kecamatan Contoh", True, 4, "Seksi Pelayanan (CONTOH)", 2025, date(2026, 1, 15), INDIKATOR, ANGGARAN
)
LABEL = load_aturan().istilah.urutan_label


@cache
def workbook_bytes(isi: IsiFormat = ISI) -> bytes:
    return write_workbook(isi, LABEL)


def cell_name(lembar: str, kunci: str, baris: int) -> str:
    """The address of a column's cell in the nth data row (from 1)."""
    return address(AWAL + baris - 1, schema.LEMBAR[lembar].nomor(kunci))


Isian = Mapping[tuple[str, str, int], Any]  # (sheet, column key, nth row) -> value


def edited(change: Callable[[Book], object], content: bytes | None = None) -> bytes:
    """The workbook after a hand has been at it, without asking any lock."""
    book = openpyxl.load_workbook(io.BytesIO(content or workbook_bytes()))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def filled(isian: Isian, content: bytes | None = None) -> bytes:
    """The workbook with values in its cells."""

    def write(book: Book) -> None:
        for (lembar, kunci, baris), value in isian.items():
            sheet: Worksheet = book[lembar]
            cell = sheet[cell_name(lembar, kunci, baris)]
            cell.value = value
            if isinstance(value, str) and kunci == "keterangan":
                cell.data_type = "s"  # typed into a cell of the format "text"

    return edited(write, content)


def read_cells(content: bytes, nama: str = "isian.xlsx") -> Workbook:
    """The cells as the reading process finds them, without starting one (integration tests do)."""
    limits = Limits()
    result = child.read(identify(content, limits), content, limits)
    sheets = tuple(sheet_from(sheet, result["formats"]) for sheet in result["sheets"])
    return Workbook(nama, hashlib.sha256(content).hexdigest(), result["kind"], sheets)


def bacaan(content: bytes, isi: IsiFormat = ISI, nama: str = "isian.xlsx") -> BacaanFormat:
    """What the reader makes of a file."""
    aturan = load_aturan()
    return read_isian(read_cells(content, nama), isi, aturan.istilah, aturan.katalog)


def found(hasil: BacaanFormat, kode: str) -> list[Finding]:
    return [satu for satu in hasil.temuan if satu.kode == kode]


@cache
def _blank_cells(isi: IsiFormat) -> Workbook:
    return read_cells(workbook_bytes(isi))


def dibaca(isian: Isian, isi: IsiFormat = ISI) -> BacaanFormat:
    """The same as `bacaan(filled(isian))` without a file in between: values are put into the cells as read."""
    workbook = _blank_cells(isi)
    sheets = []
    for sheet in workbook.sheets:
        cells = {(cell.row, cell.column): cell for cell in sheet.cells}
        for (lembar, kunci, baris), value in isian.items():
            if lembar == sheet.name:
                place = AWAL + baris - 1, schema.LEMBAR[lembar].nomor(kunci)
                cells.pop(place, None)
                if value is not None:
                    cells[place] = _cell(place, value)
        sheets.append(replace(sheet, cells=tuple(cells[place] for place in sorted(cells))))
    aturan = load_aturan()
    return read_isian(replace(workbook, sheets=tuple(sheets)), isi, aturan.istilah, aturan.katalog)


def _cell(place: tuple[int, int], value: Any) -> Cell:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = Decimal(format(value, ".15g"))
    if isinstance(value, str) and value.startswith("#"):
        return Cell(*place, None, galat=value)
    if isinstance(value, str) and value.startswith("="):
        return Cell(*place, None, formula=True)
    return Cell(*place, value, format="General")
