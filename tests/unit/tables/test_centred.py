"""Names whose lines stand above and below their figures, as PDF conversions give them."""

from __future__ import annotations

from typing import Any

from tests.makers.sheets import read_rows

N = None
HEAD = ["No", "Indikator Kinerja", "Satuan", "Target 2024", "Realisasi 2024"]


def names(rows: list[list[Any]]) -> list[tuple[str, Any, Any]]:
    (bacaan,) = read_rows([HEAD, *rows]).bacaan
    return [(one.indikator, one.target.angka, one.realisasi.angka) for one in bacaan.indikator]


def test_angka_di_tengah_tiga_baris_nama() -> None:
    found = names(
        [
            [N, "Persentase penyelesaian"], [1, "pengaduan masyarakat yang", "%", 90, 95], [N, "ditindaklanjuti"],
            [N, "Nilai akuntabilitas kinerja"], [2, "instansi pemerintah", "Nilai", 72, 71], [N, "kecamatan"],
        ]
    )  # fmt: skip
    assert found == [
        ("Persentase penyelesaian pengaduan masyarakat yang ditindaklanjuti", 90, 95),
        ("Nilai akuntabilitas kinerja instansi pemerintah kecamatan", 72, 71),
    ]


def test_angka_di_antara_dua_baris_nama() -> None:
    found = names(
        [
            [N, "Persentase Penyelesaian"], [1, N, "%", 90, 95], [N, "Pengaduan Masyarakat"],
            [N, "Nilai SAKIP"], [2, N, "Nilai", 72, 71], [N, "Kecamatan"],
            [3, "Indeks Kepuasan", "Nilai", 80, 81],
        ]
    )  # fmt: skip
    assert found == [
        ("Persentase Penyelesaian Pengaduan Masyarakat", 90, 95), ("Nilai SAKIP Kecamatan", 72, 71),
        ("Indeks Kepuasan", 80, 81),
    ]  # fmt: skip


def test_nama_di_atas_angka_saja() -> None:
    found = names(
        [
            [N, "Persentase desa"], [1, "dengan laporan tepat waktu", "%", 90, 95],
            [N, "Persentase usulan"], [2, "yang diakomodasi", "%", 72, 71],
        ]
    )  # fmt: skip
    assert found == [
        ("Persentase desa dengan laporan tepat waktu", 90, 95),
        ("Persentase usulan yang diakomodasi", 72, 71),
    ]


def test_nama_di_bawah_angka_tetap_seperti_semula() -> None:
    found = names(
        [
            [1, "Persentase desa", "%", 90, 95], [N, "dengan laporan tepat waktu"],
            [2, "Persentase usulan", "%", 72, 71], [N, "yang diakomodasi"],
        ]
    )  # fmt: skip
    assert found == [
        ("Persentase desa dengan laporan tepat waktu", 90, 95),
        ("Persentase usulan yang diakomodasi", 72, 71),
    ]


def test_anggaran_dengan_angka_di_tengah_nama() -> None:
    (bacaan,) = read_rows(
        [
            ["Program/Kegiatan", "Anggaran", "Realisasi"],
            ["PROGRAM PEMBERDAYAAN"], ["MASYARAKAT DESA DAN", "24,446,800", "24,446,800"], ["KELURAHAN"],
            ["Koordinasi kegiatan"], [N, "24,446,800", "24,446,800"], ["pemberdayaan desa"],
        ],
        tahun=2024,
    ).bacaan  # fmt: skip
    assert [(line.uraian, line.tingkat.value) for line in bacaan.anggaran] == [
        ("PROGRAM PEMBERDAYAAN MASYARAKAT DESA DAN KELURAHAN", "program"),
        ("Koordinasi kegiatan pemberdayaan desa", "kegiatan"),
    ]  # fmt: skip
