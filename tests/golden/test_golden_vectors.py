"""The golden vectors of the formulas: worked by hand, never from the program."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.capaian import StatusCapaian
from lkjip.domain.formulas import compute_capaian
from lkjip.domain.numbers import round_half_up
from tests.makers.nilai import angka


@pytest.mark.parametrize(
    ("rumus", "target", "realisasi", "capaian"),
    [
        ("naik", "85", "87.5", "102.94"),
        ("naik", "90.76", "91", "100.26"),
        ("naik", "82.53", "82.32", "99.75"),
        ("turun", "10", "8", "120.00"),
        ("turun", "10", "10", "100.00"),
        ("turun", "10", "12", "80.00"),
        ("turun", "10", "20", "0.00"),
        ("turun", "10", "0", "200.00"),
        ("turun_rasio", "10", "8", "125.00"),
        ("turun_rasio", "10", "12", "83.33"),
        ("turun_rasio", "10", "25", "40.00"),
        ("rentang_naik", "80-90", "92", "102.22"),
        ("rentang_naik", "80-90", "70", "87.50"),
        ("rentang_naik", "80-90", "85", "100.00"),
        ("rentang_turun", "7-8", "6.5", "107.14"),
        ("rentang_turun", "7-8", "9", "87.50"),
        ("stabil", "10", "9", "90.00"),
        ("stabil", "10", "11", "90.00"),
    ],
)
def test_vektor_emas(rumus: str, target: str, realisasi: str, capaian: str) -> None:
    hasil = compute_capaian(rumus, angka(target), angka(realisasi))
    assert hasil.status is StatusCapaian.TERUKUR
    assert hasil.nilai is not None
    assert round_half_up(hasil.nilai, 2) == Decimal(capaian)


def test_batas_bawah_nol_menyimpan_nilai_mentah() -> None:
    hasil = compute_capaian("turun", angka("10"), angka("25"))
    assert (hasil.nilai, hasil.mentah, hasil.untuk_rerata) == (0, -50, 0)
    assert "-50,00%" in hasil.catatan[0]


def test_sembilan_puluh_tepat_bukan_delapan_puluh_sembilan_koma_sembilan() -> None:
    hasil = compute_capaian("naik", angka("1.1"), angka("0.99"))
    assert hasil.nilai == Decimal(90)
    assert float("0.99") / float("1.1") * 100 < 90, "bilangan biner jatuh di sisi yang salah"
