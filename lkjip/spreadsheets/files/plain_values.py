"""What libraries return for a cell, as it travels: numbers as decimal text, days as ISO text, times as fractions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from lkjip.spreadsheets.files.draft import BOOLEAN, DATE, MOMENT, NUMBER, TEXT, number_text

_DAY_SECONDS = 86_400


def plain_value(value: object, number_format: str = "") -> tuple[int, object]:
    """(kind, value) of a Python value. A day stays a day unless its format shows hours."""
    if isinstance(value, bool):
        return BOOLEAN, value
    if isinstance(value, int | float):
        return plain_number(value)
    if isinstance(value, date):
        return _day(value, number_format)
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
    if isinstance(value, timedelta):
        return plain_number(value.total_seconds() / _DAY_SECONDS)
    return TEXT, str(value)


def _day(value: date, number_format: str) -> tuple[int, str]:
    if not isinstance(value, datetime):
        return DATE, value.isoformat()
    if value.time() == time() or (number_format and "h" not in number_format.lower()):
        return DATE, value.date().isoformat()
    return MOMENT, value.replace(tzinfo=None, microsecond=0).isoformat()


def plain_number(value: float) -> tuple[int, object]:
    """A number as Excel shows it; what is none (NaN, infinite, beyond every float) stays text."""
    if isinstance(value, int) and abs(value) < 10**15:
        return NUMBER, str(value)
    try:
        text = number_text(float(value))
    except OverflowError:
        text = None
    return (NUMBER, text) if text is not None else (TEXT, str(value)[:40])
