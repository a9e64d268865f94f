"""Units that do not fit: noted beside the result, never corrected behind the user's back."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.numbers import Nilai, format_angka

_SATU = Decimal(1)
_JAUH = 20  # how many times larger the other number must be before a fraction looks like a mistaken percent


def unit_note(kerja: str, target: Nilai, realisasi: Nilai) -> str:
    """A sentence where one number looks like a fraction and the other like a percent, or the written units differ."""
    t, r = target.angka, realisasi.angka
    if t is None or r is None or kerja == "ya_tidak":
        return ""
    if target.satuan and realisasi.satuan and target.satuan.casefold() != realisasi.satuan.casefold():
        return f"Satuan target '{target.satuan}' dan realisasi '{realisasi.satuan}' berbeda; dihitung apa adanya."
    if (t > _SATU and r > _SATU) or not _fraction_beside_percent(target, realisasi, t, r):
        return ""
    return (
        f"Target {format_angka(t)} dan realisasi {format_angka(r)} mungkin berbeda satuan "
        "(pecahan dan persen); dihitung apa adanya."
    )


def _fraction_beside_percent(target: Nilai, realisasi: Nilai, t: Decimal, r: Decimal) -> bool:
    """One is in (0, 1] and the other far above it; a plain 1 counts only beside a written %."""
    kecil, besar = (t, r) if t < r else (r, t)
    if not 0 < kecil <= _SATU < besar or besar < kecil * _JAUH:
        return False
    return kecil < _SATU or "%" in (target.satuan, realisasi.satuan)
