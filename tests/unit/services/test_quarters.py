"""Budget tables by quarter."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.numbers import Nilai, kosong, terukur
from lkjip.domain.printed import Cocok
from lkjip.domain.reading import Bacaan, BacaanAnggaran
from lkjip.services.quarters import yearly_lines


def _baris(
    urutan: int, uraian: str, triwulan: int | None, realisasi: int | None, *, pagu: int = 100, induk: int | None = None
) -> BacaanAnggaran:
    reached: Nilai = kosong() if realisasi is None else terukur(realisasi)
    return BacaanAnggaran(
        urutan, induk, "", uraian, TingkatAnggaran.KEGIATAN, "", 2025, triwulan,
        terukur(pagu), reached, kosong(), Cocok("tak_terperiksa"), {"realisasi": f"{'CDEFG'[triwulan or 0]}{urutan}"},
    )  # fmt: skip


SAMPING = [_baris(1, "Rapat", quarter, amount) for quarter, amount in ((1, 10), (2, 30), (3, 60), (4, None))]


def test_tabel_tanpa_triwulan_dipakai_apa_adanya() -> None:
    lines = (_baris(1, "Rapat", None, 80), _baris(2, "Bimtek", None, 70))
    assert yearly_lines(Bacaan("A", 1, (), lines), 2025, "") == (list(lines), "")


def test_kolom_setahun_mengalahkan_kolom_triwulan() -> None:
    lines = (*SAMPING, _baris(1, "Rapat", None, 65))
    found, problem = yearly_lines(Bacaan("A", 1, (), lines), 2025, "")
    assert ([line.realisasi.angka for line in found], problem) == ([Decimal(65)], "")


def test_triwulan_tanpa_setahun_ditanyakan_dan_tidak_ditebak() -> None:
    found, problem = yearly_lines(Bacaan("Lembar X", 1, (), tuple(SAMPING)), 2025, "")
    assert found == []
    assert problem.startswith("Lembar 'Lembar X': realisasi anggaran tertulis per triwulan tanpa jumlah setahun.")


@pytest.mark.parametrize(("cara", "angka", "sel"), [("jumlah", 100, "D1 + E1 + F1"), ("kumulatif", 60, "F1")])
def test_arti_triwulan_menurut_pilihan_pengguna(cara: str, angka: int, sel: str) -> None:
    (line,), problem = yearly_lines(Bacaan("A", 1, (), tuple(SAMPING)), 2025, cara)
    assert (line.realisasi.angka, line.sel["realisasi"], line.triwulan, problem) == (Decimal(angka), sel, None, "")


def test_triwulan_dalam_baris_baris_menjadi_satu_baris_dengan_anaknya() -> None:
    rows = (
        _baris(1, "Program", 1, 10), _baris(2, "Rapat", 1, 10, induk=1),
        _baris(3, "Program", 2, 25, pagu=120), _baris(4, "Rapat", 2, 25, induk=3),
    )  # fmt: skip
    found, _problem = yearly_lines(Bacaan("A", 1, (), rows), 2025, "kumulatif")
    assert [(line.urutan, line.uraian, line.induk, line.pagu.angka, line.realisasi.angka) for line in found] == [
        (1, "Program", None, Decimal(120), Decimal(25)),
        (2, "Rapat", 1, Decimal(100), Decimal(25)),
    ]


def test_baris_bernama_sama_pada_triwulan_yang_sama_tetap_dua() -> None:
    rows = (_baris(1, "Rapat", 1, 10), _baris(2, "Rapat", 1, 20))
    found, _problem = yearly_lines(Bacaan("A", 1, (), rows), 2025, "jumlah")
    assert [line.realisasi.angka for line in found] == [Decimal(10), Decimal(20)]


def test_semua_triwulan_kosong_tetap_kosong_bukan_nol() -> None:
    (line,), _problem = yearly_lines(Bacaan("A", 1, (), (_baris(1, "Rapat", 1, None),)), 2025, "jumlah")
    assert not line.realisasi.terukur
