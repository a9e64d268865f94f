"""Dates as they are written: "14 Februari 2025"; and how far a day lies from another."""

from __future__ import annotations

from datetime import date

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def write_date(day: date) -> str:
    """ "14 Februari 2025"."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def write_weekday(day: date) -> str:
    """ "Jumat, 14 Februari 2025"."""
    return f"{HARI[day.weekday()]}, {write_date(day)}"


def days_left(today: date, due: date) -> str:
    """How the due date lies: "3 hari lagi", "hari ini", "terlambat 2 hari"."""
    left = (due - today).days
    if left == 0:
        return "hari ini"
    return f"{left} hari lagi" if left > 0 else f"terlambat {-left} hari"
