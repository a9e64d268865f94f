"""Short ways to write values in tests."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.numbers import Nilai, StatusNilai, terukur


def angka(teks: str, satuan: str = "") -> Nilai:
    """A measured number, written with a decimal point; "80-90" is a range."""
    bawah, pemisah, atas = teks.partition("-") if not teks.startswith("-") else (teks, "", "")
    return terukur(bawah, sampai=Decimal(atas) if pemisah else None, teks=teks, satuan=satuan)


def kata(teks: str) -> Nilai:
    """A text that is no number."""
    return Nilai(StatusNilai.TEKS, teks=teks)


def tidak_berlaku(teks: str = "N/A") -> Nilai:
    """Somebody said that there is none."""
    return Nilai(StatusNilai.TIDAK_BERLAKU, teks=teks)


def ambigu(teks: str, *pilihan: str) -> Nilai:
    """A text with several readings."""
    return Nilai(StatusNilai.AMBIGU, teks=teks, pilihan=tuple(Decimal(satu) for satu in pilihan))
