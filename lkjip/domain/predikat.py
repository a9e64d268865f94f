"""Grades on a rating scale: which band a number falls into, and what the band is called."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from lkjip.domain.aturan import Skala
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import round_half_up

Sebutan = TypeVar("Sebutan")

_STANDAR = Pengaturan()
_STATUS = (Ketercapaian.TERCAPAI, Ketercapaian.HAMPIR, Ketercapaian.TIDAK_TERCAPAI)


def grader(skala: Skala, pengaturan: Pengaturan = _STANDAR) -> Callable[[Decimal | None], str]:
    """Grades many numbers on one scale: the word of the band, "" without a number.

    The unrounded value is graded, unless `bulatkan_dulu` rounds to whole percents first.
    """
    return _placer(skala, pengaturan, [jenjang.predikat for jenjang in skala.jenjang], "")


def status_of(skala: Skala, pengaturan: Pengaturan = _STANDAR) -> Callable[[Decimal | None], Ketercapaian]:
    """Reached, nearly, not: the bands of a three-band scale from the top; not measured without a number."""
    return _placer(skala, pengaturan, _STATUS, Ketercapaian.TIDAK_TERUKUR)


def grade(skala: Skala, capaian: Decimal, pengaturan: Pengaturan = _STANDAR) -> str:
    """The grade of one number."""
    return grader(skala, pengaturan)(capaian)


def is_reached(capaian: Decimal, pengaturan: Pengaturan = _STANDAR) -> bool:
    """True from 100 on, under the same rounding as the grades."""
    return (round_half_up(capaian, 0) if pengaturan.bulatkan_dulu else capaian) >= 100


def _placer(
    skala: Skala, pengaturan: Pengaturan, sebutan: Sequence[Sebutan], tanpa_angka: Sebutan
) -> Callable[[Decimal | None], Sebutan]:
    """The highest band the number reaches, the lowest taking all that is left: the place among rising bounds."""
    batas = [jenjang.mulai for jenjang in reversed(skala.jenjang[:-1])]
    naik = tuple(reversed(sebutan))
    cari = bisect_right if skala.batas_masuk else bisect_left
    bulatkan = pengaturan.bulatkan_dulu

    def place(angka: Decimal | None) -> Sebutan:
        if angka is None:
            return tanpa_angka
        return naik[cari(batas, round_half_up(angka, 0) if bulatkan else angka)]

    return place
