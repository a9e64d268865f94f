"""Columns that only a plan has: named where the header says so, without touching any other column."""

from __future__ import annotations

from typing import Any

import pytest

from lkjip.domain.numbers import StatusNilai
from lkjip.rules import load_aturan
from lkjip.services.reading import read
from lkjip.spreadsheets.records.plan import read_plan
from lkjip.spreadsheets.table import Peran, Tabel
from tests.makers import rencana as maker

ATURAN = load_aturan()


def table(head: tuple[str, ...], *rows: tuple[Any, ...], judul: str = "") -> Tabel:
    return read("rencana.xlsx", maker.book({"Lembar": [head, *rows]}, judul)).tabel[0]


def roles(head: tuple[str, ...], *rows: tuple[Any, ...]) -> dict[str, Peran]:
    return {kolom.judul: kolom.peran for kolom in table(head, *rows).kolom}


@pytest.mark.parametrize(
    ("judul", "peran"),
    [
        ("Tujuan", Peran.TUJUAN),
        ("Kondisi Awal", Peran.AWAL),
        ("Data Capaian pada Tahun Awal Perencanaan", Peran.AWAL),
        ("Baseline 2024", Peran.AWAL),
        ("Kondisi Kinerja pada Akhir Periode Renstra", Peran.AKHIR),
        ("Target Akhir Renstra", Peran.AKHIR),
        ("Definisi Operasional", Peran.DEFINISI),
        ("Formulasi Pengukuran", Peran.CARA_UKUR),
        ("Sumber Data", Peran.SUMBER_DATA),
        ("Penanggung Jawab", Peran.PENANGGUNG_JAWAB),
        ("Bukti Dukung", Peran.BUKTI),
        ("Keterangan", Peran.KETERANGAN),
    ],
)
def test_kolom_rencana_dikenali_dari_judulnya(judul: str, peran: Peran) -> None:
    found = roles(
        ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Target 2025", "Target 2026", judul),
        (1, "Meningkatnya pelayanan publik", "Indeks Kepuasan Masyarakat", "nilai", 85, 86, 84),
    )
    assert found[judul] is peran
    assert found["Target 2025"] is Peran.TARGET


def test_tujuan_tanpa_kolom_sasaran_tetap_menjadi_sasaran() -> None:
    found = roles(("No", "Tujuan", "Indikator Kinerja", "Target 2025"), (1, "Meningkatnya pelayanan", "Indeks", 85))
    assert found["Tujuan"] is Peran.SASARAN


def test_target_akhir_yang_tahunnya_sudah_punya_kolom_bukan_target_tahunan() -> None:
    found = table(
        ("No", "Sasaran", "Indikator Kinerja", "Target 2028", "Target 2029", "Target Akhir 2029"),
        (1, "Meningkatnya pelayanan", "Indeks Kepuasan Masyarakat", 85, 86, 87),
    )
    assert [kolom.peran for kolom in found.kolom][-3:] == [Peran.TARGET, Peran.TARGET, Peran.AKHIR]


def test_yang_pertama_dari_dua_kolom_searti_yang_dipakai() -> None:
    found = table(
        ("No", "Sasaran", "Indikator Kinerja", "Target 2025", "Sumber Data", "Sumber"),
        (1, "Meningkatnya pelayanan", "Indeks Kepuasan Masyarakat", 85, "Survei", "Lain"),
    )
    assert [kolom.peran for kolom in found.kolom].count(Peran.SUMBER_DATA) == 1
    assert found.kolom[4].peran is Peran.SUMBER_DATA


def test_baris_rencana_membawa_sel_setiap_isian() -> None:
    bacaan = read_plan(read("m.xlsx", maker.matrix()).tabel[0], ATURAN.istilah, ATURAN.katalog, {})
    first, second, _ = bacaan.baris
    assert (first.tujuan, first.sasaran, first.tahun_awal) == (maker.TUJUAN, maker.SASARAN[0], 2024)
    assert [(satu.tahun, satu.sel) for satu in first.target][:2] == [(2025, "G4"), (2026, "H4")]
    assert (first.sel["awal"], first.sel["akhir"], first.sel["tujuan"]) == ("F4", "L4", "B4")
    assert (second.tujuan, second.sasaran, second.sel["sasaran"]) == (maker.TUJUAN, maker.SASARAN[0], "C4")


def test_sel_kosong_bukan_nilai_awal_nol() -> None:
    rows = [list(row) for row in maker.BARIS]
    rows[0][5], rows[1][5] = None, 0
    bacaan = read_plan(read("m.xlsx", maker.matrix(rows)).tabel[0], ATURAN.istilah, ATURAN.katalog, {})
    assert bacaan.baris[0].awal is None
    nol = bacaan.baris[1].awal
    assert nol is not None
    assert (nol.status, nol.angka) == (StatusNilai.TERUKUR, 0)


def test_tahun_sebagai_kolom_menjadi_tahun_target() -> None:
    found = table(
        ("No", "Sasaran", "Indikator Kinerja", "Satuan", "Tahun", "Target"),
        (1, "Meningkatnya pelayanan", "Indeks Kepuasan Masyarakat", "nilai", 2025, 85),
        (2, "Meningkatnya pelayanan", "Indeks Kepuasan Masyarakat", "nilai", 2026, 86),
    )
    bacaan = read_plan(found, ATURAN.istilah, ATURAN.katalog, {})
    assert [[satu.tahun for satu in line.target] for line in bacaan.baris] == [[2025], [2026]]


def test_tabel_anggaran_tidak_memuat_baris_rencana() -> None:
    budget = read("dpa.xlsx", maker.program()).tabel[0]
    assert read_plan(budget, ATURAN.istilah, ATURAN.katalog, {}).baris == ()
