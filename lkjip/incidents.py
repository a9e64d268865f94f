"""A number for a program error: short and sayable on the telephone."""

from __future__ import annotations

import secrets
from datetime import datetime


def incident_number(now: datetime) -> str:
    """ "0214-0905-7F3A": month day, hour minute, four signs."""
    return f"{now:%m%d-%H%M}-{secrets.token_hex(2).upper()}"
