"""Plan workbooks: Renstra matrices, PK and programme trees, invented (CONTOH) or from published figures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.makers import muncar

KEPALA = ("No", "Tujuan", "Sasaran", "Indikator", "Satuan", "Kondisi Awal (2024)")
TUJUAN = "Meningkatnya kualitas pelayanan publik kecamatan"
SASARAN = ("Meningkatnya kepuasan masyarakat", "Meningkatnya akuntabilitas kinerja")
BARIS: tuple[tuple[Any, ...], ...] = (
    (1, TUJUAN, SASARAN[0], "Indeks Kepuasan Masyarakat", "nilai", 84.5, 85, 86, 87, 88, 89, 90),
    (2, None, None, "Persentase aduan yang selesai", "%", 90, 92, 94, 96, 98, 100, 100),
    (3, "Meningkatnya tata kelola", SASARAN[1], "Nilai SAKIP kecamatan", "nilai", 78, 79, 80, 81, 82, 83, 83),
)


def book(sheets: dict[str, Sequence[Sequence[Any]]], judul: str = "") -> bytes:
    """A workbook of plain sheets, each with a title line where one is given."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        if judul:
            sheet.append([judul])
            sheet.append([])
        for row in rows:
            sheet.append(list(row))
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def matrix(
    baris: Sequence[Sequence[Any]] = BARIS,
    tahun: Sequence[int] = (2025, 2026, 2027, 2028, 2029),
    lembar: str = "Matriks",
) -> bytes:
    """A Renstra matrix: one row an indicator, a column a year, kondisi awal before and target akhir behind them."""
    head = [*KEPALA, *(f"Target {satu}" for satu in tahun), "Target Akhir Renstra"]
    return book({lembar: [head, *baris]}, "Tujuan dan Sasaran Jangka Menengah (CONTOH)")


def pk(baris: Sequence[Sequence[Any]], judul: str = "Perjanjian Kinerja Tahun 2025 (CONTOH)") -> bytes:
    """A PK: sasaran, indikator, satuan, target."""
    return book({"PK": [("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target"), *baris]}, judul)


PK = (
    (1, SASARAN[0], "Indeks Kepuasan Masyarakat", "nilai", 85),
    (2, None, "Persentase aduan yang selesai", "%", 92),
    (3, SASARAN[1], "Nilai SAKIP kecamatan", "nilai", 79),
)
POHON = (
    ("7.01.01", "Program Penunjang Urusan Pemerintahan Daerah", 1_000, 1_100),
    ("7.01.01.2.02", "Administrasi Keuangan Perangkat Daerah", 600, 700),
    ("7.01.01.2.02.0001", "Penyediaan Gaji dan Tunjangan ASN", 600, 700),
    ("7.01.01.2.06", "Administrasi Umum Perangkat Daerah", 400, 400),
    ("7.01.01.2.06.0004", "Penyediaan Bahan Logistik Kantor", 400, 400),
)


def program(baris: Sequence[Sequence[Any]] = POHON) -> bytes:
    """A programme tree with pagu before and after the revision, in thousands of rupiah of the figures given."""
    head = ("Kode", "Program/Kegiatan/Sub Kegiatan", "Pagu Sebelum Perubahan (Rp)", "Pagu Setelah Perubahan (Rp)")
    rows = [(kode, uraian, murni * 1000, ubah * 1000) for kode, uraian, murni, ubah in baris]
    return book({"DPA": [head, *rows]}, "Rekapitulasi DPA Tahun 2025 (CONTOH)")


def many(count: int) -> bytes:
    """A matrix of so many indicators with names that differ."""
    words = (
        "kesehatan",
        "pasar",
        "jalan",
        "sekolah",
        "irigasi",
        "taman",
        "pelabuhan",
        "arsip",
        "posyandu",
        "pos ronda",
    )
    rows = [
        (place, None, SASARAN[place % 2], f"{words[place % 10].title()} wilayah {place} terlayani", "%", 50, *[60] * 6)
        for place in range(1, count + 1)
    ]
    return matrix(rows)


def muncar_matrix(real_data: Path) -> bytes:
    """The published targets 2020-2024 of Kecamatan Muncar as a Renstra matrix; kondisi awal and end are left out."""
    head = ["No", "Indikator Kinerja", "Satuan", *(f"Target Renstra {year}" for year in muncar.YEARS)]
    rows = [
        [
            place,
            satu["indikator"],
            satu.get("satuan", ""),
            *(muncar.year_of(satu, year)["target"] for year in muncar.YEARS),
        ]
        for place, satu in enumerate(muncar.document(real_data)["indicators"], 1)
    ]
    return book({"Renstra": [head, *rows]}, "Target Renstra Kecamatan Muncar")
