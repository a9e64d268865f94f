"""Grades on a rating scale, and how many decimals a number needs so that it does not contradict its grade."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lkjip.domain.aturan import Skala
from lkjip.domain.capaian import Capaian, Ketercapaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import round_half_up

_STANDAR = Pengaturan()
_STATUS = (Ketercapaian.TERCAPAI, Ketercapaian.HAMPIR, Ketercapaian.TIDAK_TERCAPAI)
_TERHALUS = 28  # digits of a Decimal result


def grade(skala: Skala, capaian: Decimal, pengaturan: Pengaturan = _STANDAR) -> str:
    """The word of the band: on the unrounded value, unless `bulatkan_dulu` rounds to whole percents first."""
    return skala.jenjang[_band(skala, _graded(capaian, pengaturan))].predikat


def ketercapaian(capaian: Capaian, skala: Skala, pengaturan: Pengaturan = _STANDAR) -> Ketercapaian:
    """Reached, nearly, not: the bands of a three-band scale from the top; not measured without a value."""
    if capaian.nilai is None:
        return Ketercapaian.TIDAK_TERUKUR
    return _STATUS[_band(skala, _graded(capaian.nilai, pengaturan))]


def decimals_to_show(capaian: Decimal, skala: Iterable[Skala], pengaturan: Pengaturan = _STANDAR) -> int:
    """The fewest decimals (two, or none after rounding first) at which the shown number falls into the graded bands.

    90,996 is "Tinggi" and would be shown as 91,00, where "Sangat Tinggi" begins: it needs a third decimal.
    """
    daftar = tuple(skala)
    dinilai = _graded(capaian, pengaturan)
    tempat = 0 if pengaturan.bulatkan_dulu else 2
    while tempat < _TERHALUS and any(
        _band(satu, round_half_up(capaian, tempat)) != _band(satu, dinilai) for satu in daftar
    ):
        tempat += 1
    return tempat


def is_reached(capaian: Decimal, pengaturan: Pengaturan = _STANDAR) -> bool:
    """True from 100 on, under the same rounding as the grades."""
    return _graded(capaian, pengaturan) >= 100


def _graded(capaian: Decimal, pengaturan: Pengaturan) -> Decimal:
    return round_half_up(capaian, 0) if pengaturan.bulatkan_dulu else capaian


def _band(skala: Skala, angka: Decimal) -> int:
    """The place of the first band the number reaches; the last takes all that is left."""
    terakhir = len(skala.jenjang) - 1
    for tempat, jenjang in enumerate(skala.jenjang):
        if angka > jenjang.mulai or (skala.batas_masuk and angka == jenjang.mulai):
            return tempat
    return terakhir
