"""Values as the law sees them: a Decimal, or a named reason why there is none; rounding and writing.

Zero, empty and "tidak berlaku" are three states from the cell to the sentence
(design rule: `None` with a reason is never 0). No binary float enters here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal
from enum import StrEnum
from functools import lru_cache

from lkjip.domain.fast_init import fast_init

_LUAS = Context(prec=400)  # wide enough to round any number a cell can hold without running out of digits


class StatusNilai(StrEnum):
    """What a cell or a field says about its number."""

    TERUKUR = "terukur"
    KOSONG = "kosong"
    TIDAK_BERLAKU = "tidak_berlaku"
    AMBIGU = "ambigu"
    TEKS = "teks"


_TERUKUR = StatusNilai.TERUKUR  # asked for every value; Python 3.11 looks a member up as slowly as it divides twice


@fast_init
@dataclass(frozen=True, slots=True)
class Nilai:
    """A value with its state.

    `angka` is set only for TERUKUR (lower bound for a range, whose upper bound is `sampai`).
    `teks` keeps what was written, letter for letter. `alasan` says why there is no number.
    `satuan` is the unit written inside the cell ("7 Unit" -> "Unit", "55%" -> "%"), else "".
    `pilihan` holds the possible readings of an AMBIGU text, never a chosen one.
    """

    status: StatusNilai
    angka: Decimal | None = None
    sampai: Decimal | None = None
    teks: str = ""
    satuan: str = ""
    alasan: str = ""
    pilihan: tuple[Decimal, ...] = ()

    def __post_init__(self) -> None:
        if (self.angka is None) is (self.status is _TERUKUR):
            raise ValueError(f"status {self.status} tidak cocok dengan angka {self.angka}")

    @property
    def terukur(self) -> bool:
        """True where there is a number."""
        return self.status is _TERUKUR


def terukur(angka: Decimal | int | str, *, sampai: Decimal | None = None, teks: str = "", satuan: str = "") -> Nilai:
    """A measured value; `teks` defaults to the number written with a decimal point."""
    nilai = Decimal(angka)
    return Nilai(_TERUKUR, nilai, sampai, teks or plain_digits(nilai), satuan)


def kosong(alasan: str = "sel kosong", teks: str = "") -> Nilai:
    """No value was given."""
    return Nilai(StatusNilai.KOSONG, teks=teks, alasan=alasan)


def plain_digits(angka: Decimal) -> str:
    """All digits with a decimal point and no exponent: 1E+3 -> "1000"."""
    ditulis = str(angka)  # six times as fast as `format`, and nearly always the same
    return format(angka, "f") if "E" in ditulis else ditulis


def round_half_up(angka: Decimal, tempat: int) -> Decimal:
    """Round once, at the end, half away from zero (as offices print)."""
    return angka.quantize(_step(tempat), rounding=ROUND_HALF_UP, context=_LUAS)


def truncate(angka: Decimal, tempat: int) -> Decimal:
    """Cut off after `tempat` decimals (seen in print: 100,3865 -> 100,38)."""
    return angka.quantize(_step(tempat), rounding=ROUND_DOWN, context=_LUAS)


@lru_cache(maxsize=64)
def _step(tempat: int) -> Decimal:
    """The smallest step of so many decimals: 2 -> 0.01."""
    return Decimal(1).scaleb(-tempat)


def format_angka(angka: Decimal, tempat: int | None = None) -> str:
    """Write a number the Indonesian way: 1234.5 -> "1.234,5"; `tempat` fixes the decimals (rounded half up)."""
    if tempat is not None:
        angka = round_half_up(angka, tempat)
    return format(angka, ",f").translate(str.maketrans(",.", ".,"))


def format_ringkas(angka: Decimal, paling_banyak: int = 2) -> str:
    """Like `format_angka`, at most so many decimals and no trailing zeros: 85.00 -> "85", 87.5 -> "87,5"."""
    ditulis = format_angka(angka, paling_banyak)
    return ditulis.rstrip("0").rstrip(",") if "," in ditulis else ditulis


def format_rupiah(angka: Decimal) -> str:
    """Whole rupiah with points, cents only where there are any: "Rp1.500.000" / "Rp21.198.274.724,57"."""
    tempat = 0 if angka == angka.to_integral_value() else 2
    tanda, besar = ("-", -angka) if angka < 0 else ("", angka)
    return f"{tanda}Rp{format_angka(besar, tempat)}"
