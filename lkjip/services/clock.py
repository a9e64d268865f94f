"""What day it is."""

from __future__ import annotations

from datetime import date, datetime

from lkjip.domain.tanggal import WITA


def today() -> date:
    """The day in the clock of the office, by which uploads are dated too."""
    return datetime.now(WITA).date()
