"""What day it is."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The day in the clock of this machine, by which uploads are dated too."""
    return datetime.now().astimezone().date()
