"""An evaluation of the Renja: what belongs to the whole Renstra is read apart from the year's budget."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.makers.sheets import Terbaca, read_rows

LONG = [
    "Program/Kegiatan", "Target Renstra PD pada Tahun 2026 (Akhir Periode Renstra) (Rp)",
    "Realisasi Capaian Kinerja Renstra PD s/d Renja Tahun 2023 (Rp)", "Anggaran Renja Tahun 2024 (Rp)",
    "Realisasi Anggaran Renja 2024 (Rp)", "Realisasi Kinerja dan Anggaran Renstra PD s/d Tahun 2024 (Rp)",
    "Tingkat Capaian Realisasi Anggaran Renstra PD s/d Tahun 2024 (%)",
]  # fmt: skip
SHORT = [
    "Program/Kegiatan", "Anggaran Renstra 2026", "Realisasi s/d 2023", "Anggaran 2024", "Realisasi 2024",
    "Realisasi s.d. Tahun 2024", "Capaian Renstra (%)",
]  # fmt: skip
NO_YEARS = [
    "Program/Kegiatan", "Pagu Akhir Renstra (Rp)", "Realisasi Renstra s/d Renja Tahun Lalu (Rp)", "Anggaran 2024",
    "Realisasi 2024", "Realisasi Anggaran Renstra s/d Tahun Berjalan (Rp)", "Tingkat Capaian Renstra (%)",
]  # fmt: skip
LINES = [
    ["Program Pelayanan Publik", 5000, 2000, 1000, 900, 2900, 58],
    ["Kegiatan Koordinasi Pelayanan", 3000, 1500, 600, 500, 2000, "66,67"],
    ["Kegiatan Pelaksanaan Urusan", 2000, 500, 400, 400, 900, 45],
    ["Program Pemberdayaan Desa", 1000, 100, 100, 100, 200, 20],
    ["JUMLAH", 6000, 2100, 1100, 1000, 3100, "51,67"],
]


def read(head: list[str], lines: list[list[Any]] = LINES) -> Terbaca:
    return read_rows([head, *lines], tahun=2024)


@pytest.mark.parametrize(
    ("head", "end", "before", "year"),
    [(LONG, " 2026", "2023", "2024"), (SHORT, " 2026", "2023", "2024"), (NO_YEARS, "", "tahun lalu", "2024")],
    ids=["format resmi", "judul pendek", "tanpa tahun"],
)
def test_jumlah_renstra_satu_tingkat_dan_menurut_baris_jumlah(
    head: list[str], end: str, before: str, year: str
) -> None:
    kontrol = read(head).bacaan[0].kontrol
    expected = {
        f"Pagu Renstra{end}": 6000, f"Realisasi Renstra s.d. {before}": 2100, f"Realisasi Renstra s.d. {year}": 3100,
        "Pagu 2024": 1100, "Realisasi 2024": 1000,
    }  # fmt: skip
    assert {name: kontrol.get(name) for name in expected} == expected
    assert {name: kontrol.get(f"{name} menurut baris jumlah") for name in expected} == expected
    assert round(kontrol[f"Capaian Renstra s.d. {year} (%)"], 2) == Decimal("51.67")


@pytest.mark.parametrize("head", [LONG, SHORT, NO_YEARS])
def test_tabel_yang_cocok_tanpa_temuan_renstra(head: list[str]) -> None:
    terbaca = read(head)
    assert set(terbaca.kode) <= {"kolom_renstra_diperiksa", "angka_sebagai_teks"}
    assert {line.cocok.hasil for line in terbaca.bacaan[0].renstra} == {"ya"}


def test_anggaran_tahunan_tidak_bercampur_dengan_renstra() -> None:
    (bacaan,) = read(LONG).bacaan
    assert {(line.tahun, line.triwulan) for line in bacaan.anggaran} == {(2024, None)}
    assert (bacaan.anggaran[0].pagu.angka, bacaan.anggaran[0].realisasi.angka) == (1000, 900)
    first = bacaan.renstra[0]
    assert (first.tahun_akhir, first.tahun_lalu, first.tahun) == (2026, 2023, 2024)
    assert first.sel == {
        "uraian": "A2", "pagu": "B2", "realisasi_lalu": "C2", "realisasi": "F2", "persen_tercetak": "G2",
    }  # fmt: skip


@pytest.mark.parametrize(("until", "named"), [(2899, False), (2901, False), (2898, True), (2902, True)])
def test_realisasi_renstra_boleh_berbeda_satu_rupiah(until: int, named: bool) -> None:
    lines = [["Program Pelayanan Publik", 5000, 2000, 1000, 900, until, ""]]
    assert ("renstra_tidak_sama_tahun" in read(LONG, lines).kode) is named


def test_jumlah_dan_rincian_renstra_yang_salah_disebut_dengan_namanya() -> None:
    wrong = [[*LINES[0][:1], 5002, *LINES[0][2:]], *LINES[1:4], ["JUMLAH", 9000, *LINES[4][2:]]]
    terbaca = read(LONG, wrong)
    assert "pagu Renstra 2026" in terbaca.dengan("rincian_tidak_sama")[0].pesan
    (total,) = terbaca.dengan("jumlah_berbeda")
    assert (total.sel, "pagu Renstra 2026" in total.pesan) == ("B6", True)


def test_sd_triwulan_bukan_renstra() -> None:
    head = ["Program", "Anggaran Renstra 2026", "Anggaran 2024", "Realisasi s.d. Triwulan II 2024"]
    (bacaan,) = read_rows([head, ["Program Pelayanan Publik", 5000, 1000, 900]], tahun=2024).bacaan
    assert {line.triwulan: line.realisasi.angka for line in bacaan.anggaran} == {None: None, 2: 900}
    assert bacaan.renstra[0].realisasi.angka is None
    assert bacaan.kontrol["Pagu Renstra 2026"] == 5000


def test_pagu_renstra_tanpa_pagu_tahunan_tetap_anggaran() -> None:
    (bacaan,) = read_rows([["Program", "Pagu Renstra 2024", "Realisasi 2024"], ["Program Satu", 10, 5]]).bacaan
    assert bacaan.renstra == ()
    assert bacaan.anggaran[0].pagu.angka == 10
