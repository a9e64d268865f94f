"""How a printed percentage can come from an exact one: rounded, capped, as a fraction, cut off, from rounded inputs."""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

from lkjip.domain import arithmetic
from lkjip.domain.numbers import plain_digits, round_half_up, truncate

PERCENT_CAPS = (Decimal(100), Decimal(110), Decimal(120))
_TERHALUS = 9  # a numeric cell carries 15 digits; beyond nine decimals only the noise of the binary float is left
_JAUH = Decimal(5)  # rounded inputs may explain so many percentage points, more would explain anything
_SERATUS = Decimal(100)
_SATU = Decimal(1)  # neither rounding nor cutting off moves a number further
_PECAHAN_TERKECIL = Decimal("0.05")


class Ragam(IntEnum):
    """The ways of fitting, the best first; from TERPOTONG on the printed number is only a rounding of ours."""

    TEPAT = 1
    DIBATASI = 2
    PECAHAN = 3
    TERPOTONG = 4
    KASAR = 5
    MASUKAN_DIBULATKAN = 6


TEPAT, DIBATASI, PECAHAN, TERPOTONG, KASAR, MASUKAN_DIBULATKAN = Ragam  # quick to reach, see domain.numbers


class Printed(NamedTuple):
    """A printed number and how many decimals it shows."""

    angka: Decimal
    tempat: int


def as_printed(angka: Decimal) -> Printed:
    """The decimals shown are those written ("100,00" has two), at most the ones a numeric cell can carry."""
    tempat = decimals(angka)
    return Printed(angka, tempat) if tempat <= _TERHALUS else Printed(round_half_up(angka, _TERHALUS), _TERHALUS)


def decimals(angka: Decimal) -> int:
    """Decimals as written: 66.70 -> 2, 70 -> 0."""
    _, _, pecahan = plain_digits(angka).partition(".")
    return len(pecahan)


def fit(printed: Printed, nilai: Decimal) -> Ragam | None:
    """How `printed` follows from the exact `nilai` (caps and rounded inputs are asked separately)."""
    angka, tempat = printed
    if abs(nilai - angka) > _SATU and abs(nilai - angka * _SERATUS) > _SERATUS:  # near neither as percent nor fraction
        return None
    if round_half_up(nilai, tempat) == angka:
        return TEPAT
    if _as_fraction(printed, nilai):
        return PECAHAN
    if truncate(nilai, tempat) == angka or (_may_be_fraction(printed) and truncate(nilai / 100, tempat) == angka):
        return TERPOTONG
    if tempat and angka in (round_half_up(nilai, 0), truncate(nilai, 0)):
        return KASAR
    return None


def cap_of(printed: Printed, nilai: Decimal) -> Decimal | None:
    """The cap that turns `nilai` into the printed number; 0 where a negative one was printed as 0."""
    if nilai < 0 and printed.angka == 0:
        return Decimal(0)
    if printed.angka not in PERCENT_CAPS:
        return None
    return next((batas for batas in PERCENT_CAPS if nilai > batas == printed.angka), None)


def _may_be_fraction(printed: Printed) -> bool:
    return printed.tempat >= 2 and abs(printed.angka) >= _PECAHAN_TERKECIL


def _as_fraction(printed: Printed, nilai: Decimal) -> bool:
    """1,08 for 108%: two decimals at least, or the fraction without any rounding ("1" for 100%)."""
    pecahan = nilai / 100
    return pecahan == printed.angka != 0 or (
        _may_be_fraction(printed) and round_half_up(pecahan, printed.tempat) == printed.angka
    )


def fits_rounded_inputs(rumus: str, printed: Printed, target: Decimal, realisasi: Decimal) -> bool:
    """True where target and realisasi before their own rounding could have given the printed number.

    Only what is written with decimals counts as rounded: a target of 100 is a promise, not a rounding. All three
    formulas rise with one input and fall with the other, so two corners bound them.
    """
    setengah_t, setengah_r = _half_step(target), _half_step(realisasi)
    if not (setengah_t or setengah_r) or target <= setengah_t or realisasi <= setengah_r:
        return False
    fungsi = {"naik": arithmetic.naik, "turun": arithmetic.turun, "turun_rasio": arithmetic.turun_rasio}[rumus]
    satu = fungsi(target - setengah_t, realisasi + setengah_r).mentah
    dua = fungsi(target + setengah_t, realisasi - setengah_r).mentah
    tengah = fungsi(target, realisasi).mentah
    if satu is None or dua is None or tengah is None or abs(tengah - printed.angka) > _JAUH:
        return False
    setengah_p = Decimal(5).scaleb(-printed.tempat - 1)
    return min(satu, dua) <= printed.angka + setengah_p and max(satu, dua) >= printed.angka - setengah_p


def _half_step(angka: Decimal) -> Decimal:
    tempat = decimals(angka)
    return Decimal(5).scaleb(-tempat - 1) if tempat else Decimal(0)
