"""Scales on paper, drawn as plain lines and letters: matplotlib's own ticks cost more than the rest of a chart."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from lkjip.charts import palette
from lkjip.charts.print_canvas import font, plain
from lkjip.domain.numbers import format_ringkas

STEPS = [1, 2, 2.5, 5, 10]
GAP = 0.05  # inches between the drawing and its scale


def nice_steps(low: float, high: float, count: int, *, whole: bool = False) -> list[float]:
    """Round numbers between `low` and `high`, about `count` of them, in steps people count in (never by 15)."""
    found = MaxNLocator(nbins=count, integer=whole, steps=STEPS).tick_values(low, high)
    edge = (high - low) * 1e-9
    return [float(value) for value in found if low - edge <= value <= high + edge]


def written(values: Sequence[float]) -> list[str]:
    """Scale numbers the Indonesian way."""
    return [format_ringkas(Decimal(str(round(value, 6)))) for value in values]


def scale_below(
    area: Axes, at: Sequence[float], texts: Sequence[str], *, grid: bool = False, size: float = 7.5
) -> None:
    """Names or numbers under the drawing, with thin lines upwards if asked."""
    if grid:
        low, high = area.get_ylim()
        _thin_lines(area, [[(x, low), (x, high)] for x in at])
    _across(area, at, texts, y=-_gap(area), va="top", size=size)


def scale_above(area: Axes, at: Sequence[float], texts: Sequence[str]) -> None:
    """Names over the drawing."""
    _across(area, at, texts, y=1 + _gap(area), va="bottom", size=7.5)


def _thin_lines(area: Axes, lines: list[list[tuple[float, float]]]) -> None:
    grid = LineCollection(lines, colors=palette.GRID, linewidths=0.6, zorder=0.3)
    area.add_collection(grid, autolim=False)


def _across(area: Axes, at: Sequence[float], texts: Sequence[str], *, y: float, va: str, size: float) -> None:
    place = area.get_xaxis_transform()
    for x, teks in zip(at, texts, strict=True):
        area.text(
            x, y, plain(teks), transform=place, ha="center", va=va, color=palette.MUTED, fontproperties=font(size)
        )


def scale_left(
    area: Axes,
    at: Sequence[float],
    texts: Sequence[str],
    *,
    grid: bool = False,
    size: float = 7.5,
    color: str = palette.MUTED,
) -> None:
    """Names or numbers left of the drawing, with thin lines to the right if asked."""
    if grid:
        low, high = area.get_xlim()
        _thin_lines(area, [[(low, y), (high, y)] for y in at])
    place, x = area.get_yaxis_transform(), -GAP / _inches(area)[0]
    for y, teks in zip(at, texts, strict=True):
        area.text(x, y, plain(teks), transform=place, ha="right", va="center", color=color, fontproperties=font(size))


def title_below(area: Axes, teks: str) -> None:
    """What the scale under the drawing counts."""
    _title(area, teks, 0.5, -0.23 / _inches(area)[1], va="top")


def title_left(area: Axes, teks: str) -> None:
    """What the scale left of the drawing counts."""
    _title(area, teks, -0.38 / _inches(area)[0], 0.5, va="center", rotation=90)


def _title(area: Axes, teks: str, x: float, y: float, **style: Any) -> None:
    style |= {"transform": area.transAxes, "ha": "center", "color": palette.MUTED, "fontproperties": font(7.5)}
    area.text(x, y, plain(teks), **style)


def _inches(area: Axes) -> tuple[float, float]:
    width, height = cast(Figure, area.figure).get_size_inches()
    box = area.get_position()
    return float(width * box.width), float(height * box.height)


def _gap(area: Axes) -> float:
    return GAP / _inches(area)[1]
