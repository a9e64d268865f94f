"""Paper for charts: a figure measured in inches with the finding above, the source below, and one typeface."""

from __future__ import annotations

from functools import cache
from typing import Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager

from lkjip.charts import palette
from lkjip.charts.print_text import FONTS, wrap_inches
from lkjip.charts.spec import ChartSpec

FAMILY = "LKjIP Sans"
WIDTH = 6.3  # inches: the text width of an A4 page
TITLE = 9.0  # points
LINE = 0.17
FOOT = 0.24
# Letters stay letters in the SVG: the document's writer sets them in the same embedded face, ten times faster than
# as outlines, and they can be searched. Set once for the process; nothing else here uses matplotlib.
rcParams["svg.fonttype"] = "none"


@cache
def font(size: float = 8, face: str = "Regular") -> FontProperties:
    """The documents' typeface in one size."""
    _load()
    return FontProperties(family=FAMILY, weight="bold" if face == "Bold" else "normal", size=size)


@cache
def _load() -> None:
    for face in ("Regular", "Bold"):
        fontManager.addfont(FONTS / f"LKjIPSans-{face}.ttf")


def plain(teks: str) -> str:
    """User text as it stands: a dollar sign begins no formula."""
    return teks.replace("$", r"\$")


class Canvas:
    """A figure with title and source drawn; `axes` cuts a drawing area out of the rest, in inches from the edges."""

    def __init__(self, spec: ChartSpec, inner_height: float) -> None:
        title = wrap_inches(spec.title, WIDTH, TITLE, "Bold", lines=3)
        self.top = 0.12 + LINE * (title.count("\n") + 1)
        self.height = self.top + inner_height + FOOT
        self.figure = Figure(figsize=(WIDTH, self.height), facecolor=palette.GROUND)
        self.write(0, self.height - 0.04, title, size=TITLE, face="Bold", va="top")
        note = f"CONTOH: data rekaan. {spec.source}" if spec.demo else spec.source
        self.write(0, 0.03, note, size=6.5, color=palette.MUTED, va="bottom")

    def write(self, x: float, y: float, teks: str, *, size: float = 8, face: str = "Regular", **style: Any) -> None:
        """Text at a place in inches from the lower left corner."""
        style.setdefault("color", palette.TEXT)
        self.figure.text(x / WIDTH, y / self.height, plain(teks), fontproperties=font(size, face), **style)

    def axes(self, left: float, right: float, bottom: float = 0.0, top: float = 0.0) -> Axes:
        """Axes inside margins given in inches, without frame and ticks (see `print_axes`)."""
        low, high = FOOT + bottom, self.height - self.top - top
        area = self.figure.add_axes(
            (left / WIDTH, low / self.height, (WIDTH - left - right) / WIDTH, (high - low) / self.height)
        )
        area.set_axis_off()
        return area


def label(area: Axes, x: float, y: float, teks: str, *, size: float = 7.5, face: str = "Regular", **style: Any) -> None:
    """Text at a place of the data."""
    style.setdefault("color", palette.TEXT)
    style.setdefault("va", "center")
    area.text(x, y, plain(teks), fontproperties=font(size, face), **style)


def halo() -> dict[str, Any]:
    """White ground behind letters, so that a line behind them does not strike them out."""
    return {"facecolor": palette.GROUND, "edgecolor": "none", "boxstyle": "square,pad=0.08"}
