"""Text of charts on paper, measured before it is set: what does not fit is wrapped, never cut by the edge."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from matplotlib.ft2font import FT2Font, LoadFlags

# The typeface is data of the package, read by place: rooms share files, not modules.
FONTS = Path(__file__).resolve().parents[1] / "reports" / "fonts"
_UNITS = 100.0  # the size at which characters are measured
_POINTS = 72.0


@cache
def _face(face: str) -> FT2Font:
    font = FT2Font(str(FONTS / f"LKjIPSans-{face}.ttf"))
    font.set_size(_UNITS, _POINTS)
    return font


@cache
def _advance(sign: str, face: str) -> float:
    """The width of a character as a part of the type size."""
    return float(_face(face).load_char(ord(sign), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / _UNITS)


def text_inches(teks: str, size: float, face: str = "Regular") -> float:
    """How wide a line is."""
    return sum(_advance(sign, face) for sign in teks) * size / _POINTS


def wrap_inches(teks: str, width: float, size: float, face: str = "Regular", lines: int = 2) -> str:
    """At most `lines` lines in `width` inches, joined by line ends; what does not fit ends in an ellipsis."""
    found = [""]
    for word in teks.split():
        longer = f"{found[-1]} {word}".strip()
        if not found[-1] or text_inches(longer, size, face) <= width:
            found[-1] = longer
        else:
            found.append(word)
    fitted = [_cut(line, width, size, face) for line in found[:lines]]
    if len(found) > lines:
        fitted[-1] = _cut(f"{fitted[-1]} …", width, size, face)
    return "\n".join(fitted)


def _cut(line: str, width: float, size: float, face: str) -> str:
    """A line that is too long, shortened from its end."""
    if text_inches(line, size, face) <= width:
        return line
    short = line.removesuffix(" …")
    while short and text_inches(f"{short}…", size, face) > width:
        short = short[:-1].rstrip()
    return f"{short}…"
