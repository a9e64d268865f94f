"""Dates as they are written: "14 Februari 2025"; and how far a day lies from another."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
WITA = timezone(timedelta(hours=8), "WITA")  # the office's clock, whatever that of the server says
YEARS = range(2000, 2100)  # years that a report, a target, a plan or a document can be of
FIRST_YEAR, LAST_YEAR = YEARS.start, YEARS.stop - 1
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def write_date(day: date) -> str:
    """ "14 Februari 2025"."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def write_moment(moment: datetime) -> str:
    """ "14 Februari 2025 pukul 09.05", in the office's clock."""
    here = moment.astimezone(WITA)
    return f"{write_date(here)} pukul {here.hour:02}.{here.minute:02}"


def write_weekday(day: date) -> str:
    """ "Jumat, 14 Februari 2025"."""
    return f"{HARI[day.weekday()]}, {write_date(day)}"


def days_left(today: date, due: date) -> str:
    """How the due date lies: "3 hari lagi", "hari ini", "terlambat 2 hari"."""
    left = (due - today).days
    if left == 0:
        return "hari ini"
    return f"{left} hari lagi" if left > 0 else f"terlambat {-left} hari"
