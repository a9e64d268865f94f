"""The digits of a written number: what they say if the comma is the decimal mark, and what if the point is.

A body of digits and marks is *certain* when both readings agree or only one is possible, *ambiguous* when both are
possible ("1.234"), *malformed* when it fits neither but only its last group is short ("21,276,070,424,00": either
the last mark is the decimal one, or a digit was lost). Nothing here ever chooses between two readings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

KOMA = "desimal_koma"
TITIK = "desimal_titik"
MOST_DIGITS = 30

_PLAIN = re.compile(r"[0-9]+")
_READABLE = {
    # mark: (whole with thousands separated by the other mark, or none) and decimals
    ",": re.compile(r"(?P<whole>[0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,(?P<decimals>[0-9]+))?"),
    ".": re.compile(r"(?P<whole>[0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.(?P<decimals>[0-9]+))?"),
}
_SHORT_LAST_GROUP = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[.,])(?:[0-9]{3}(?P=mark))+[0-9]{1,2}")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?:[ '][0-9]{3}){2,}(?:[.,][0-9]+)?|[1-9][0-9]{0,2}[ '][0-9]{3}[.,][0-9]+")


@dataclass(frozen=True, slots=True)
class Body:
    """Both readings of a body, None where impossible; `malformed` where both rest on a repair."""

    koma: Decimal | None
    titik: Decimal | None
    malformed: bool = False

    @property
    def certain(self) -> Decimal | None:
        """The one reading, if there is only one."""
        if self.koma is None or self.titik is None:
            return self.koma if self.koma is not None else self.titik
        return self.koma if self.koma == self.titik else None

    @property
    def proves(self) -> str:
        """The decimal mark this body proves, "" where it proves none."""
        if (self.koma is None) == (self.titik is None):
            return ""
        return KOMA if self.koma is not None else TITIK

    def under(self, style: str) -> Decimal | None:
        """The reading under a known style; a certain body keeps its reading whatever the style says."""
        if self.certain is not None:
            return self.certain
        return {KOMA: self.koma, TITIK: self.titik}.get(style)


NOTHING = Body(None, None)


def read_body(text: str) -> Body:
    """Read digits with marks ("1.234.567,89"); `NOTHING` when no number can be meant."""
    if _PLAIN.fullmatch(text):
        whole = Decimal(text)
        return Body(whole, whole) if len(text) <= MOST_DIGITS else NOTHING
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "").replace("'", "")
    if sum(map(str.isdigit, text)) > MOST_DIGITS:
        return NOTHING
    koma, titik = _under(text, ","), _under(text, ".")
    if koma is not None or titik is not None:
        return Body(koma, titik)
    return _repaired(text)


def read_mantissa(text: str) -> Body:
    """Read the part before E+11, which never holds thousands: its only mark is the decimal one."""
    whole, mark, decimals = text.replace(",", ".").partition(".")
    if not whole.isdigit() or (mark and not decimals.isdigit()) or len(whole + decimals) > MOST_DIGITS:
        return NOTHING
    value = Decimal(f"{whole}.{decimals or 0}")
    return Body(value, value)


def _under(text: str, mark: str) -> Decimal | None:
    found = _READABLE[mark].fullmatch(text)
    if not found or not (found["whole"] or found["decimals"]):
        return None
    whole = found["whole"].replace(".", "").replace(",", "") or "0"
    return Decimal(f"{whole}.{found['decimals']}" if found["decimals"] else whole)


def _repaired(text: str) -> Body:
    found = _SHORT_LAST_GROUP.fullmatch(text)
    if not found:
        return NOTHING
    *groups, last = text.split(found["mark"])
    as_decimal = Decimal("".join(groups) + "." + last)
    digits_lost = Decimal("".join(groups) + last.ljust(3, "0"))
    koma, titik = (as_decimal, digits_lost) if found["mark"] == "," else (digits_lost, as_decimal)
    return Body(koma, titik, malformed=True)
