"""Quarters become the year; a year with missing quarters says so."""

from __future__ import annotations

import pytest

from lkjip.domain.indikator import Agregasi, Realisasi
from lkjip.domain.numbers import Nilai, kosong
from lkjip.domain.periode import by_year, year_of
from lkjip.domain.trace import Source
from tests.makers.nilai import angka, kata, tidak_berlaku


def triwulan(*nilai: Nilai | None) -> list[Realisasi]:
    return [
        Realisasi(1, 2025, satu, triwulan=n, sumber=Source("tw.xlsx", "TW", f"C{n}"))
        for n, satu in enumerate(nilai, 1)
        if satu is not None
    ]


LENGKAP = triwulan(angka("10"), angka("20"), angka("15"), angka("18"))


@pytest.mark.parametrize(
    ("agregasi", "setahun"),
    [(Agregasi.JUMLAH, "63"), (Agregasi.TERAKHIR, "18"), (Agregasi.RATA_RATA, "15.75"), (Agregasi.MAKSIMUM, "20")],
)
def test_empat_triwulan_menjadi_setahun(agregasi: Agregasi, setahun: str) -> None:
    hasil = year_of(LENGKAP, agregasi)
    assert hasil.realisasi is not None
    assert hasil.realisasi.nilai.angka == angka(setahun).angka
    assert hasil.realisasi.triwulan is None
    assert not hasil.kurang
    assert [satu.langkah for satu in hasil.langkah] == [f"Triwulan {n}" for n in (1, 2, 3, 4)] + ["Setahun"]


@pytest.mark.parametrize("agregasi", Agregasi)
def test_triwulan_pertama_saja_selalu_sementara(agregasi: Agregasi) -> None:
    hasil = year_of(triwulan(angka("10")), agregasi)
    assert hasil.kurang
    assert hasil.kurang == "triwulan 2, 3, dan 4 belum diisi"


def test_triwulan_kosong_sama_dengan_belum_ada() -> None:
    hasil = year_of(triwulan(angka("10"), kosong(), angka("15"), angka("18")), Agregasi.JUMLAH)
    assert hasil.realisasi is not None
    assert hasil.realisasi.nilai.angka == 43
    assert hasil.kurang == "triwulan 2 belum diisi"


def test_triwulan_yang_tidak_berlaku_bukan_triwulan_yang_hilang() -> None:
    hasil = year_of(triwulan(angka("10"), tidak_berlaku(), angka("20"), angka("30")), Agregasi.RATA_RATA)
    assert hasil.realisasi is not None
    assert hasil.realisasi.nilai.angka == 20
    assert not hasil.kurang


def test_semua_triwulan_tidak_berlaku() -> None:
    hasil = year_of(triwulan(*[tidak_berlaku()] * 4), Agregasi.JUMLAH)
    assert hasil.realisasi is not None
    assert hasil.realisasi.nilai == tidak_berlaku()


def test_semua_triwulan_kosong_tetap_kosong_bukan_nol() -> None:
    hasil = year_of(triwulan(kosong(), kosong()), Agregasi.JUMLAH)
    assert hasil.realisasi is not None
    assert hasil.realisasi.nilai.angka is None


def test_label_diambil_yang_terakhir_dan_tidak_dijumlahkan() -> None:
    bahan = triwulan(kata("B"), kata("B"), kata("BB"), kata("A"))
    terakhir, jumlah = year_of(bahan, Agregasi.TERAKHIR).realisasi, year_of(bahan, Agregasi.JUMLAH).realisasi
    assert terakhir is not None
    assert terakhir.nilai == kata("A")
    assert jumlah is not None
    assert jumlah.nilai == kata("B")


def test_rentang_triwulan_tidak_dijumlahkan() -> None:
    hasil = year_of(triwulan(angka("1"), angka("2-3"), angka("1"), angka("1")), Agregasi.JUMLAH)
    assert hasil.realisasi is not None
    assert hasil.realisasi.nilai.sampai == 3


def test_angka_setahun_lebih_kuat_daripada_triwulan() -> None:
    setahun = Realisasi(1, 2025, angka("99"))
    assert year_of([setahun], Agregasi.JUMLAH).realisasi is setahun
    assert year_of([*LENGKAP, setahun], Agregasi.JUMLAH).realisasi is setahun


def test_setahun_yang_kosong_diganti_triwulan() -> None:
    hasil = year_of([Realisasi(1, 2025, kosong()), *LENGKAP], Agregasi.JUMLAH)
    assert hasil.realisasi is not None
    assert hasil.realisasi.nilai.angka == 63


def test_setahun_dan_triwulan_sama_sama_kosong() -> None:
    setahun = Realisasi(1, 2025, kosong("belum dihitung"))
    assert year_of([setahun, *triwulan(kosong())], Agregasi.JUMLAH).realisasi is setahun


def test_dua_angka_setahun_yang_terakhir_berlaku() -> None:
    lama, baru = Realisasi(1, 2025, angka("1")), Realisasi(1, 2025, angka("2"))
    assert year_of([lama, baru], Agregasi.TERAKHIR).realisasi is baru


def test_realisasi_tiap_tahun_satu_indikator_dari_triwulannya() -> None:
    lain = Realisasi(2, 2025, angka("99"))
    lalu = Realisasi(1, 2024, angka("55"))
    found = by_year([*LENGKAP, lain, lalu], 1, Agregasi.JUMLAH)
    assert {tahun: nilai.angka for tahun, nilai in found.items()} == {2025: 63, 2024: 55}
    assert by_year([], 1, Agregasi.JUMLAH) == {}
