"""Values with their state; rounding once, half up; writing the Indonesian way."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from decimal import Decimal

import pytest

from lkjip.domain.numbers import (
    Nilai,
    StatusNilai,
    format_angka,
    format_ringkas,
    format_rupiah,
    kosong,
    round_half_up,
    terukur,
    truncate,
)


def test_angka_hanya_pada_yang_terukur() -> None:
    with pytest.raises(ValueError, match="tidak cocok"):
        Nilai(StatusNilai.KOSONG, Decimal(0))
    with pytest.raises(ValueError, match="tidak cocok"):
        Nilai(StatusNilai.TERUKUR)


def test_nol_terukur_kosong_tidak() -> None:
    assert terukur(0).terukur
    assert terukur(0).angka == 0
    assert not kosong().terukur
    assert kosong().alasan == "sel kosong"


def test_teks_bawaan_adalah_angkanya() -> None:
    assert terukur("87.50").teks == "87.50"
    assert terukur("87.50", teks="87,50").teks == "87,50"


def test_nilai_tidak_dapat_diubah() -> None:
    with pytest.raises(FrozenInstanceError):
        terukur(1).teks = "2"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("angka", "bulat", "potong"),
    [
        ("100.3865", "100.39", "100.38"),
        ("2.345", "2.35", "2.34"),
        ("-2.345", "-2.35", "-2.34"),
        ("2.344999", "2.34", "2.34"),
        ("1E+35", "1E+35", "1E+35"),
    ],
)
def test_dibulatkan_setengah_ke_atas_atau_dipotong(angka: str, bulat: str, potong: str) -> None:
    assert round_half_up(Decimal(angka), 2) == Decimal(bulat)
    assert truncate(Decimal(angka), 2) == Decimal(potong)


@pytest.mark.parametrize(
    ("angka", "tempat", "tertulis"),
    [("1234.5", None, "1.234,5"), ("1234.5", 2, "1.234,50"), ("-1234567", 0, "-1.234.567"), ("0.005", 2, "0,01")],
)
def test_ditulis_cara_indonesia(angka: str, tempat: int | None, tertulis: str) -> None:
    assert format_angka(Decimal(angka), tempat) == tertulis


@pytest.mark.parametrize(("angka", "tertulis"), [("85.00", "85"), ("87.50", "87,5"), ("100", "100"), ("0.001", "0")])
def test_ditulis_ringkas(angka: str, tertulis: str) -> None:
    assert format_ringkas(Decimal(angka)) == tertulis


@pytest.mark.parametrize(
    ("angka", "tertulis"),
    [("1500000000", "Rp1.500.000.000"), ("21198274724.57", "Rp21.198.274.724,57"), ("-100", "-Rp100"), ("0", "Rp0")],
)
def test_rupiah(angka: str, tertulis: str) -> None:
    assert format_rupiah(Decimal(angka)) == tertulis
