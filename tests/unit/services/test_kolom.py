"""Columns in the user's words: only meaning, year, stage and quarter can be corrected, and only to known words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.services.kolom import ARTI, changed_columns, column_rows, edited
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import BarisTabel, Jenis, Kolom, Peran, Tabel

KOLOM = (
    Kolom(1, "Indikator Kinerja", Peran.INDIKATOR),
    Kolom(2, "Target / 2024", Peran.TARGET, tahun=2024),
    Kolom(28, "Realisasi", Peran.REALISASI),
)


def tabel(*baris: dict[int, Cell]) -> Tabel:
    rows = tuple(BarisTabel(nomor, cells) for nomor, cells in enumerate(baris, 2))
    return Tabel("IKU", 1, Jenis.CAPAIAN, "", (1,), KOLOM, rows)


def cell(value: object, galat: str = "") -> Cell:
    return Cell(2, 1, value, galat=galat)  # type: ignore[arg-type]


def test_setiap_peran_punya_sebutan_yang_berbeda() -> None:
    assert set(ARTI) == set(Peran)
    assert len(set(ARTI.values())) == len(Peran)


def test_kolom_disebut_dengan_huruf_judul_dan_tiga_contoh_pertama() -> None:
    isi = [{2: cell(Decimal("85.5"))}, {2: cell("90,00")}, {2: cell("90,00")}, {2: cell("a" * 50)}, {2: cell("x")}]
    indikator, target, realisasi = column_rows(tabel(*isi))
    assert (indikator.huruf, realisasi.huruf) == ("A", "AB")
    assert target.contoh == f"85,5 · 90,00 · {'a' * 39}…"
    assert (target.arti, target.tahun) == ("Target", 2024)
    assert realisasi.contoh == ""


def test_tahun_dan_kode_bukan_jumlah_sehingga_tanpa_titik_ribuan() -> None:
    kolom = (Kolom(1, "Tahun", Peran.TAHUN), Kolom(2, "Kode", Peran.KODE), Kolom(3, "Pagu", Peran.PAGU))
    baris = BarisTabel(2, {1: cell(Decimal(2025)), 2: cell(Decimal(5111)), 3: cell(Decimal(5111))})
    contoh = [satu.contoh for satu in column_rows(Tabel("S", 1, Jenis.ANGGARAN, "", (1,), kolom, (baris,)))]
    assert contoh == ["2025", "5111", "5.111"]


def test_sel_bergalat_ditunjukkan_apa_adanya() -> None:
    assert column_rows(tabel({2: cell(None, galat="#DIV/0!")}))[1].contoh == "#DIV/0!"


def test_tanpa_koreksi_tidak_ada_perubahan() -> None:
    assert changed_columns(tabel(), column_rows(tabel())) == {}


def test_arti_tahun_tahap_dan_triwulan_dapat_dikoreksi() -> None:
    edits = {1: {"arti": "Realisasi", "tahun": 2023, "tahap": "PK", "triwulan": 2}}
    changes = changed_columns(tabel(), edited(column_rows(tabel()), edits))
    assert changes == {2: Kolom(2, "Target / 2024", Peran.REALISASI, tahun=2023, tahap="pk", triwulan=2)}


def test_tahun_dapat_dikosongkan() -> None:
    changes = changed_columns(tabel(), edited(column_rows(tabel()), {1: {"tahun": None}}))
    assert changes[2].tahun is None


@pytest.mark.parametrize(
    "edit",
    [{"arti": "Bukan arti"}, {"tahun": 12}, {"tahun": 9999}, {"triwulan": 5}, {"triwulan": 0}, {"tahap": "lain"}],
)
def test_isian_di_luar_pilihan_tidak_diterima(edit: dict[str, object]) -> None:
    assert changed_columns(tabel(), edited(column_rows(tabel()), {1: edit})) == {}


def test_kolom_lain_dan_baris_yang_tidak_ada_tidak_dapat_disusupkan() -> None:
    rows = edited(column_rows(tabel()), {1: {"nomor": 1, "judul": "dipalsukan"}, 99: {"arti": "Target"}})
    assert rows == column_rows(tabel())
