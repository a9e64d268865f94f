"""The published figures of Kecamatan Muncar as workbooks in the printed layout (Renstra 2025-2029, PDF pages 28-33).

The figures are read from ../shared/real-data, never copied here. Layout: merged headers, a numbering row, five year
sub-columns, decimal commas as text; the budget table with thousands commas and decimal points as printed.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

YEARS = (2020, 2021, 2022, 2023, 2024)
FILE = "47_kec_muncar_renstra_2020_2024.json"
UPPER_NAMES = {"program"}


def document(real_data: Path) -> dict[str, Any]:
    """The published figures."""
    return dict(json.loads((real_data / FILE).read_text(encoding="utf-8")))


def year_of(indicator: dict[str, Any], year: int, last: int = 2024) -> dict[str, Any]:
    """Target, realisasi and printed capaian of one indicator in one year."""
    return indicator if year == last else dict(indicator["prev_year"][str(year)])


def kinerja_workbook(real_data: Path) -> bytes:
    """Tabel T-C.23: nine indicators, five years, target / realisasi / rasio side by side."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Kinerja"
    sheet["A1"] = "Tabel T-C.23"
    sheet["A2"] = "Pencapaian Kinerja Pelayanan Kecamatan Muncar Kabupaten Banyuwangi"
    heads = [
        ("NO", 1), ("Indikator Kinerja sesuai Tugas dan Fungsi Kecamatan Muncar", 1), ("Target SDG'S", 1),
        ("Target SPM/NSPK", 1), ("Target IKK", 1), ("Target Renstra Kecamatan Muncar Tahun ke-", 5),
        ("Realisasi Capaian Tahun ke-", 5), ("Rasio Capaian pada Tahun ke-", 5),
    ]  # fmt: skip
    _group_header(sheet, 4, heads, YEARS)
    for column in range(1, 21):
        sheet.cell(6, column, f"({column})")
    for row, indicator in enumerate(document(real_data)["indicators"], 7):
        sheet.cell(row, 1, row - 6)
        sheet.cell(row, 2, indicator["indikator"])
        for column in (3, 4, 5):
            sheet.cell(row, column, "-")
        for place, year in enumerate(YEARS):
            figures = year_of(indicator, year)
            for block, key in enumerate(("target", "realisasi", "capaian_printed")):
                sheet.cell(row, 6 + block * 5 + place, figures[key])
    sheet["A18"] = "Sumber: Renstra Kecamatan Muncar"
    sheet["P20"] = "Muncar, 31 Desember 2024"
    sheet["P21"] = "CAMAT MUNCAR"
    sheet["P25"] = "NIP. 19700101 199001 1 001 (CONTOH)"
    return _bytes(book)


def anggaran_workbook(real_data: Path) -> bytes:
    """Tabel T-C.24: programme, kegiatan, sub kegiatan in two columns, five years of pagu, realisasi and ratio."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Anggaran"
    sheet["A1"] = "Tabel T-C.24 Anggaran dan Realisasi Pendanaan Pelayanan Kecamatan Muncar"
    heads = [
        ("Progam/Kegiatan/SubKegiatan", 2), ("Anggaran pada Tahun ke-", 5), ("Realisasi Anggaran pada Tahun ke-", 5),
        ("Rasio antara Realisasi dan Anggaran", 5),
    ]  # fmt: skip
    _group_header(sheet, 3, heads, YEARS, two_wide={0})
    for number, column in enumerate([1, *range(3, 18)], 1):
        sheet.cell(5, column, number)
    row = 5
    lines = document(real_data)["budget"]
    for place in range(0, len(lines), len(YEARS)):
        row += 1
        _budget_line(sheet, row, lines[place : place + len(YEARS)])
    return _bytes(book)


def _budget_line(sheet: Any, row: int, years: Sequence[dict[str, Any]]) -> None:
    """Sub kegiatan stand in column A, everything above in column B; programmes in capitals, as printed."""
    name, level = years[0]["program_kegiatan"], years[0].get("level")
    sheet.cell(row, 2 if level or _is_kegiatan(name) else 1, name)
    for place, figures in enumerate(years):
        sheet.cell(row, 3 + place, figures["pagu"])
        sheet.cell(row, 8 + place, figures["realisasi"])
        sheet.cell(row, 13 + place, figures.get("persen_printed") or "0")


KEGIATAN = (
    "Perencanaan, Penganggaran, dan Evaluasi", "Administrasi Keuangan", "Administrasi Umum",
    "Pengadaan Barang Milik", "Penyediaan jasa penunjang urusan", "Pemeliharaan barang milik",
    "Koordinasi penyelenggaraan kegiatan", "Koordinasi kegiatan pemberdayaan", "Koordinasi penerapan dan",
    "Fasilitasi, rekomendasi",
)  # fmt: skip


def _is_kegiatan(name: str) -> bool:
    return name.startswith(KEGIATAN)


def expected_level(line: dict[str, Any]) -> str:
    """The level of a printed line: total and program as the source marks them, the others by their column in print."""
    return str(line.get("level") or ("kegiatan" if _is_kegiatan(line["program_kegiatan"]) else "sub_kegiatan"))


def _group_header(
    sheet: Any, row: int, heads: Sequence[tuple[str, int]], years: Sequence[int], two_wide: set[int] | None = None
) -> None:
    """Group labels merged over their year columns; single columns merged over both header rows."""
    column = 1
    for place, (label, width) in enumerate(heads):
        sheet.cell(row, column, label)
        last = column + width - 1
        bottom = row if width > 1 and place not in (two_wide or set()) else row + 1
        if last > column or bottom > row:
            sheet.merge_cells(f"{get_column_letter(column)}{row}:{get_column_letter(last)}{bottom}")
        if bottom == row:
            for offset, year in enumerate(years):
                sheet.cell(row + 1, column + offset, year)
        column = last + 1


def _bytes(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
