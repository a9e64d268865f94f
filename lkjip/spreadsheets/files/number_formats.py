"""Excel number formats: which of them show dates, and the day behind a serial number."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

_NOT_A_CODE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_FRACTION = re.compile(r"s\.0+")
_LAST_SERIAL = 2_958_465  # 31 December 9999


@lru_cache(maxsize=1024)
def shows_date(number_format: str) -> bool:
    """True for "d-mmm-yy", "mm/yyyy", "dd/mm/yyyy hh:mm:ss.000"; False for "h:mm", "[h]:mm" and numbers."""
    bare = _FRACTION.sub("s", _NOT_A_CODE.sub("", number_format.split(";", 1)[0]).lower())
    if "general" in bare or "0" in bare or "#" in bare:
        return False
    return "y" in bare or "d" in bare or ("m" in bare and "h" not in bare and "s" not in bare)


def day_of_serial(serial: float, number_format: str, *, since_1904: bool) -> date | datetime | None:
    """The day (and time, where the format shows one) of an Excel serial number; None outside the calendar.

    The 1900 system counts a 29 February 1900 that never was; serials before it are one day off.
    """
    if not 1 <= serial <= _LAST_SERIAL:
        return None
    first = date(1904, 1, 1) if since_1904 else date(1899, 12, 31 if serial < 60 else 30)
    start = datetime.combine(first, time())
    try:
        moment = start + timedelta(days=int(serial), seconds=round((serial - int(serial)) * 86_400))
    except OverflowError:
        return None
    bare = _NOT_A_CODE.sub("", number_format.split(";", 1)[0]).lower()
    return moment if "h" in bare else moment.date()
