"""One file for every class of odd sheet: 04-quality, "Sheet level"."""

from __future__ import annotations

from collections.abc import Callable

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.makers.odd_files import ANGGARAN, HEAD, KINERJA, Xml, book, changed, one, raw, raw_book
from tests.makers.spreadsheet_files import package, strict, xlsx_parts

SURAT = (("Surat pengantar (CONTOH)",), ("Dengan hormat",))


def _hidden_sheet(_book: Workbook, pages: list[Worksheet]) -> None:
    pages[0].hide()


def _hidden_rows(_book: Workbook, pages: list[Worksheet]) -> None:
    for row in (2, 3):
        pages[0].set_row(row, None, None, {"hidden": True})


def _merged_header(made: Workbook, pages: list[Worksheet]) -> None:
    head = made.add_format({"bold": True})
    for column, text in enumerate(("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan")):
        pages[0].merge_range(0, column, 1, column, text, head)
    pages[0].merge_range(0, 4, 0, 5, "Tahun 2025", head)
    pages[0].write_row(1, 4, ("Target", "Realisasi"), head)


def _merged_goal(_book: Workbook, pages: list[Worksheet]) -> None:
    pages[0].merge_range("B2:B3", "Meningkatnya pelayanan (CONTOH)")


def _merged_values(_book: Workbook, pages: list[Worksheet]) -> None:
    pages[0].merge_range("F2:F3", 87.5)


def _merged_money(_book: Workbook, pages: list[Worksheet]) -> None:
    pages[0].merge_range("C2:C3", 200_000_000)


def _formatted_rows(made: Workbook, pages: list[Worksheet]) -> None:
    border = made.add_format({"border": 1})
    for row in range(len(KINERJA), len(KINERJA) + 10_000):
        for column in range(len(HEAD)):
            pages[0].write_blank(row, column, None, border)


def _date_1904() -> bytes:
    """A realisasi that Excel for Mac turned into a date, in a workbook that counts days from 1904."""
    made = raw(changed(KINERJA, {"F3": Xml("<v>44196</v>", 's="1"')}))
    made["xl/styles.xml"] = made["xl/styles.xml"].replace('numFmtId="10"', 'numFmtId="14"')
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    return package(made)


def _lie(dimension: str) -> bytes:
    return raw_book(KINERJA, before=f'<dimension ref="{dimension}"/>')


def _beside(gap: int) -> bytes:
    second = [HEAD, (1, "Tata kelola (CONTOH)", "Nilai SAKIP", "nilai", 70, 63)]
    rows = [[*row, *[None] * gap, *(second[place] if place < len(second) else ())] for place, row in enumerate(KINERJA)]
    return one(rows)


def _columns(*order: int) -> bytes:
    return one([[row[place] for place in order] for row in KINERJA])


def _with_column(title: str, value: object) -> bytes:
    return one([[*row, title if not place else value] for place, row in enumerate(KINERJA)])


TOTALS = (
    ("Kode", "Program / Kegiatan", "Pagu 2025", "Realisasi 2025"),
    ANGGARAN[1],
    (None, "Jumlah Pelayanan", 150_000_000, 120_000_000),
    ANGGARAN[2],
    (None, "Jumlah Pemberdayaan", 50_000_000, 45_000_000),
    (None, "JUMLAH", 200_000_000, 165_000_000),
)
LATER = tuple([*row[:4], *(f"{text[:-4]}2019" for text in row[4:])] if row is HEAD else row for row in KINERJA)


def _only_hidden() -> bytes:
    """Excel itself keeps one sheet visible; other programs do not."""
    made = raw(KINERJA)
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace('sheetId="1"', 'sheetId="1" state="hidden"')
    return package(made)


# class of the list -> example -> maker; the name of the file ends as its content
SHEETS: dict[str, dict[str, Callable[[], bytes]]] = {
    "no sheet": {"tanpa lembar": lambda: package(xlsx_parts(sheets=0))},
    "hidden only": {"satu-satunya lembar tersembunyi": _only_hidden},
    "expected sheet missing": {"hanya surat pengantar": lambda: book(("Surat", SURAT))},
    "expected sheet renamed": {"lembar bernama Sheet3 (2)": lambda: book(("Sheet3 (2)", KINERJA))},
    "extra sheets": {
        "surat pengantar dan lembar kosong": lambda: book(("Surat", SURAT), ("Kinerja", KINERJA), ("Sheet2", ())),
        "tabel tersembunyi di samping yang tampak": lambda: book(
            ("Lama", KINERJA), ("Kinerja", KINERJA), more=_second_shown
        ),
    },
    "hidden rows (counted and said)": {"dua baris tersembunyi": lambda: one(KINERJA, _hidden_rows)},
    "header in row 1": {"judul di baris 1": lambda: one(KINERJA)},
    "header in row 5": {
        "judul di baris 5": lambda: one([["PENGUKURAN KINERJA (CONTOH)"], ["Tahun 2025"], [], [], *KINERJA])
    },
    "header merged": {"judul dua baris bergabung": lambda: one([(), (), *KINERJA[1:]], _merged_header)},
    "header repeated": {"judul berulang sesudah ganti halaman": lambda: one([*KINERJA[:3], HEAD, *KINERJA[3:]])},
    "columns moved": {"urutan kolom lain": lambda: _columns(5, 2, 4, 0, 3, 1)},
    "columns missing": {
        "tanpa kolom sasaran dan satuan": lambda: _columns(0, 2, 4, 5),
        "tanpa kolom indikator": lambda: _columns(0, 3, 4, 5),
        "tanpa target dan realisasi": lambda: _columns(0, 1, 2, 3),
    },
    "columns extra": {
        "kolom tambahan berjudul": lambda: _with_column("Bobot", 5),
        "kolom angka tanpa judul": lambda: _with_column("", 12345),
    },
    "columns doubled": {
        "realisasi dua kali, isinya berbeda": lambda: _with_column("Realisasi 2025", 70),
        "realisasi dua kali, isinya sama": lambda: one([[*row, row[5]] for row in KINERJA]),
        "pagu dua kali, isinya berbeda": lambda: book(
            ("Anggaran", [[*row, row[2] if not place else 1] for place, row in enumerate(ANGGARAN)])
        ),
        "realisasi kedua dengan judul lain": lambda: _with_column("Hasil", 70),
        "target dua kali, isinya berbeda": lambda: _with_column("Target 2025", 95),
    },
    "header only": {"hanya judul kolom": lambda: one([HEAD])},
    "Strict OOXML": {"Strict Open XML": lambda: package(strict(raw(KINERJA)))},
    "wrong dimension": {"dimensi terlalu kecil": lambda: _lie("A1"), "dimensi terlalu besar": lambda: _lie("A1:XFD9")},
    "far cell": {
        "isian di XFD1048576": lambda: one(KINERJA, lambda _b, pages: pages[0].write("XFD1048576", 1) and None)
    },
    "10.000 trailing formatted rows": {"10.000 baris kosong berformat": lambda: one(KINERJA, _formatted_rows)},
    "merged data cells": {
        "sasaran bergabung": lambda: one(changed(KINERJA, {"B2": None, "B3": None}), _merged_goal),
        "realisasi bergabung atas dua indikator": lambda: one(
            changed(KINERJA, {"F2": None, "F3": None}), _merged_values
        ),
    },
    "merged data cells (budget)": {
        "pagu bergabung atas dua program": lambda: book(
            ("Anggaran", changed(ANGGARAN, {"C2": None, "C3": None})), more=_merged_money
        ),
    },
    "totals inside": {
        "jumlah di antara baris anggaran": lambda: book(("Anggaran", TOTALS)),
        "jumlah salah": lambda: book(("Anggaran", changed(TOTALS, {"C6": 250_000_000}))),
    },
    "two tables side by side": {"bersebelahan": lambda: _beside(0), "terpisah satu kolom": lambda: _beside(1)},
    "1904 dates": {"tanggal 1904 di kolom realisasi": _date_1904},
    "wrong year": {"berkas tahun 2019": lambda: one(LATER)},
}


def _second_shown(_book: Workbook, pages: list[Worksheet]) -> None:
    pages[1].activate()
    pages[0].hide()
