"""A workbook as a section would send it: five sheets of sixty indicators, fifteen columns (invented, CONTOH)."""

from __future__ import annotations

import io

from xlsxwriter import Workbook

HEADERS = [
    "No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target 2024", "Realisasi 2024", "Capaian 2024 (%)",
    "Target 2025", "Realisasi 2025", "Capaian 2025 (%)", "Predikat", "Keterangan",
    "Target 2026", "Realisasi 2026", "Capaian 2026 (%)",
]  # fmt: skip


def section_workbook(sheets: int = 5, rows: int = 60) -> bytes:
    """The bytes of one .xlsx whose printed percentages follow from realisasi / target."""
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    for number in range(1, sheets + 1):
        sheet = book.add_worksheet(f"Seksi {number}")
        sheet.write_row(0, 0, [f"PENGUKURAN KINERJA SEKSI {number} (CONTOH)"])
        sheet.write_row(2, 0, HEADERS)
        for row in range(1, rows + 1):
            values: list[object] = [row, f"Sasaran {row // 10 + 1} (CONTOH)", f"Indikator {number}.{row} (CONTOH)", "%"]
            for year in (2024, 2025):
                realisasi = 70 + (row * 7 + year) % 31 + 0.25
                values += [80, realisasi, round(realisasi / 80 * 100, 2)]
            sheet.write_row(row + 2, 0, [*values, "Tinggi", "", 82, "", ""])
    book.close()
    return buffer.getvalue()
