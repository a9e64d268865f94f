"""One file for every class of odd cell: 04-quality, "Cell level"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tests.makers.odd_files import ANGGARAN, KINERJA, Xml, book, changed, csv_text, one, raw, raw_book
from tests.makers.spreadsheet_files import package

Make = Callable[[], bytes]
LONG = "Uraian panjang (CONTOH). " * 1_400
NFD = "Indeks Kepuasan Masyarakat Desa Me\u0301ranti"
NFC = "Indeks Kepuasan Masyarakat Desa M\u00e9ranti"


def figure(value: Any, cell: str = "F3") -> Make:
    """The indicator table with another value in one cell (the realisasi of the second indicator)."""
    return lambda: one(changed(KINERJA, {cell: value}))


def written(value: Any, cell: str = "F3") -> Make:
    """The same written byte by byte: for what no library writes."""
    return lambda: raw_book(changed(KINERJA, {cell: value}))


def money(cells: dict[str, Any]) -> Make:
    """The budget table with other values."""
    return lambda: book(("Anggaran", changed(ANGGARAN, cells)))


def named(text: str) -> Make:
    """The second indicator bears this name."""
    return written(text, "C3")


def _as_date(made: Workbook, pages: list[Worksheet]) -> None:
    pages[0].write_datetime("A2", date(2002, 1, 7), made.add_format({"num_format": "d.mm.yy"}))


def _percents(number_format: str = "General") -> Make:
    rows = [[*ANGGARAN[0], "%"], *ANGGARAN[1:]]

    def look(made: Workbook, pages: list[Worksheet]) -> None:
        for row, value in ((1, 0.8), (2, 0.9)):
            pages[0].write_number(row, 4, value, made.add_format({"num_format": number_format}))

    return lambda: book(("Anggaran", rows), more=look)


def _serial(days: str) -> Make:
    """A number shown as a date that no calendar has."""

    def make() -> bytes:
        made = raw(changed(KINERJA, {"F3": Xml(f"<v>{days}</v>", 's="1"')}))
        return package({**made, "xl/styles.xml": made["xl/styles.xml"].replace('numFmtId="10"', 'numFmtId="14"')})

    return make


def _stale() -> bytes:
    """Formulas whose kept results no longer fit their row."""
    head = [*KINERJA[0], "Capaian (%)"]
    rows: list[list[Any]] = [list(head)]
    for number, row in enumerate(KINERJA[1:], 2):
        rows.append([*row, Xml(f"<f>F{number}/E{number}*100</f><v>50</v>")])
    return raw_book(rows)


def _no_result() -> bytes:
    return raw_book(changed(KINERJA, {"F3": Xml("<f>4+4</f>")}))


TWICE = (ANGGARAN[0], ANGGARAN[1], (ANGGARAN[1][0], "Program lain", 1_000_000, 900_000))

CELLS: dict[str, dict[str, Make]] = {
    "ambiguous 1.234": {"1.234 sebagai teks": figure("1.234"), "1,234 sebagai teks": figure("1,234")},
    "NBSP": {"97,5 di antara NBSP": figure("\u00a097,5\u00a0"), "NBSP di dalam nama": named("Jumlah\u00a0pengaduan")},
    "zero-width": {
        "97,5 dengan spasi lebar nol": figure("97\u200b,5"),
        "tanda arah dan tanda hubung lunak di nama": named("\u200fJumlah penga\u00adduan ditangani"),
        "hanya spasi lebar nol": figure("\u200b"),
        "spasi lebar nol di judul": written("Realisasi\u200b 2025", "F1"),
    },
    "full-width digits": {"angka lebar penuh": figure("９７，５")},
    "NaN": {"NaN sebagai angka": written(Xml("<v>NaN</v>")), "NaN sebagai teks": figure("NaN")},
    "Inf": {"INF sebagai angka": written(Xml("<v>INF</v>")), "Infinity sebagai teks": figure("Infinity")},
    "1E400": {"1E400 sebagai angka": written(Xml("<v>1E400</v>")), "1E400 sebagai teks": figure("1E400")},
    "16-digit ids": {
        "NIK sebagai angka di kolom realisasi": written(Xml("<v>6403011234560001</v>")),
        "NIK sebagai teks di kolom realisasi": figure("6403011234560001"),
        "NIP 18 angka di pagu": money({"C2": "197001012000031001"}),
    },
    "negative budget": {"pagu minus": money({"C2": -150_000_000}), "realisasi minus": money({"D2": -500})},
    "realisasi > pagu": {"realisasi di atas pagu": money({"D3": 60_000_000})},
    "percent as fraction": {
        "0,8 dan 0,9 tanpa format": _percents(),
        "0,8 dan 0,9 dengan format persen": _percents("0%"),
        "realisasi 0,81 untuk target 90 persen": figure(0.81, "F4"),
    },
    "error cells": {
        "#DIV/0! di realisasi": written(Xml("<v>#DIV/0!</v>", 't="e"')),
        "#REF! di uraian anggaran": lambda: raw_book(changed(ANGGARAN, {"B3": Xml("<v>#REF!</v>", 't="e"')})),
        "#REF! di nama": written(Xml("<v>#REF!</v>", 't="e"'), "C3"),
        "#N/A sebagai teks": figure("#N/A"),
    },
    "stale formulas": {
        "rumus tanpa nilai": _no_result,
        "rumus tanpa nilai di nama": written(Xml("<f>C2</f>"), "C3"),
        "rumus tanpa nilai di pagu": lambda: raw_book(changed(ANGGARAN, {"C3": Xml("<f>25*2</f>")})),
        "hasil rumus yang usang": _stale,
    },
    "text beginning =": {"= di nama": named("=1+1 laporan"), "= di angka": figure("=8")},
    "text beginning +": {"+ di nama": named("+62 pengaduan"), "+ di angka": figure("+8")},
    "text beginning -": {"- di nama": named("- Jumlah pengaduan"), "- di angka": figure("-8")},
    "text beginning @": {"@ di nama": named("@SUM(A1) pengaduan"), "@ di angka": figure("@8")},
    "text beginning TAB": {"TAB di nama": named("\tJumlah pengaduan"), "TAB di angka": written("\t8")},
    "impossible dates": {
        "31/02/2025 sebagai teks": figure("31/02/2025"),
        "hari ke-60 (29 Februari 1900)": _serial("60"),
        "hari sebelum 1900": _serial("-1"),
        "hari sesudah 9999": _serial("2958466"),
    },
    "32.768 characters": {
        "nama 32.768 huruf": lambda: raw_book(changed(KINERJA, {"C3": "a" * 32_768})),
        "nama 32.767 huruf": lambda: raw_book(changed(KINERJA, {"C3": "a" * 32_767})),
        "isian panjang di kolom angka": figure(LONG[:20_000]),
    },
    "control characters": {
        "_x0007_ di nama": named("Jumlah_x0007_ pengaduan"),
        "_x0000_ di angka": written("8_x0000_"),
        "BEL di csv": lambda: csv_text(changed(KINERJA, {"C3": "Jumlah\x07 pengaduan"})),
    },
    "lone surrogates": {"_xD800_ di nama": named("Jumlah _xD800_pengaduan"), "_xDC00_ di angka": written("8_xDC00_")},
    "combining marks": {
        "nama terurai": named(NFD),
        "nama terurai dan tersusun": lambda: raw_book(changed(KINERJA, {"C2": NFC, "C3": NFD, "B3": KINERJA[1][1]})),
    },
    "script tags": {
        "script di nama": named("<script>alert(1)</script> pengaduan"),
        "script di angka": figure("<b>8</b>"),
    },
    "markdown": {
        "markdown di nama": named("**Jumlah** [pengaduan](javascript:alert(1)) $x$"),
        "di angka": figure("**8**"),
    },
    "duplicate codes": {"kode dua kali": lambda: book(("Anggaran", TWICE))},
    "codes turned into dates": {"7.01.02 menjadi tanggal": lambda: book(("Anggaran", ANGGARAN), more=_as_date)},
    "code not in the plan": {
        "7.01.99": money({"A2": "7.01.99"}),
        "7.1.2 tanpa nol": money({"A2": "7.1.2"}),
        "nama indikator salah ketik": named("Jumlah pengaduan ditangai"),
        "program pelayanan dengan kode 7.01.92": money(
            {"A2": "7.01.92", "B2": "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik"}
        ),
    },
    '"-"': {"- di realisasi": figure("-"), "- di target": figure("-", "E3"), "- di pagu": money({"C2": "-"})},
    '"nihil"': {"nihil di realisasi": figure("nihil"), "Nihil di pagu": money({"C2": "Nihil"})},
    '"n/a"': {
        "n/a di realisasi": figure("n/a"),
        "N/A di target": figure("N/A", "E3"),
        "n/a di pagu": money({"C2": "n/a"}),
    },
    "empty": {
        "nama kosong": figure(None, "C3"),
        "sasaran dan nama kosong": lambda: one(changed(KINERJA, {"B3": None, "C3": None})),
        "uraian dan kode kosong": money({"A3": None, "B3": None}),
        "realisasi kosong": figure(None),
        "realisasi 0": figure(0),
        "semua realisasi kosong": lambda: one(changed(KINERJA, {"F2": None, "F3": None, "F4": None})),
    },
}
