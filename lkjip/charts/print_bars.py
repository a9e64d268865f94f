"""Horizontal bars on paper: achievement with target marks, status by sasaran, pagu with realisasi."""

from __future__ import annotations

from decimal import Decimal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from lkjip.charts import palette
from lkjip.charts.print_axes import nice_steps, scale_below, scale_left, title_below, written
from lkjip.charts.print_canvas import WIDTH, Canvas, label
from lkjip.charts.print_text import text_inches, wrap_inches
from lkjip.charts.spec import ChartSpec, Point

NAMES = 2.55  # inches for the names left of the bars
ROW = 0.32


def draw_bars(spec: ChartSpec) -> Figure:
    """Bars from zero, a mark at each target, the value with its shape at the end of the bar."""
    points = spec.series[0].points
    canvas = Canvas(spec, ROW * len(points) + 0.62)
    area = canvas.axes(NAMES, 0.62, bottom=0.38, top=0.24)
    top = _scale(spec, points)
    for row, point in enumerate(points):
        if point.value is None:
            label(area, 0, row, f" {point.text}", color=palette.MUTED)
            continue
        cut = spec.limit is not None and point.value > spec.limit
        length = float(spec.limit if cut and spec.limit is not None else point.value)
        _bar(area, row, length, 0.58, point.color)
        end = max(length, float(point.target or 0))
        label(area, end + top * 0.015, row, point.text + (" ▶" if cut else ""))
        if point.target is not None:
            area.vlines(float(point.target), row - 0.4, row + 0.4, color=palette.TARGET, linewidth=1.6)
    _amounts(area, spec, top, len(points))
    _names(area, points)
    if spec.reference is not None:
        line = float(spec.reference)
        area.axvline(line, color=palette.TARGET, linewidth=0.5, linestyle=(0, (2, 2)), zorder=0.5)
        label(area, line, -0.72, spec.reference_label, size=7, ha="center", va="bottom", color=palette.MUTED)
    return canvas.figure


def _scale(spec: ChartSpec, points: tuple[Point, ...]) -> float:
    values = [value for point in points for value in (point.value, point.target) if value is not None]
    longest = max([*values, spec.reference or Decimal(0)], default=Decimal(1))
    if spec.limit is not None:
        longest = min(longest, spec.limit)
    return float(longest) * 1.02 or 1.0


def _names(area: Axes, points: tuple[Point, ...]) -> None:
    """The rows from above, named on the left."""
    names = [wrap_inches(point.label, NAMES - 0.1, 7.5) for point in points]
    scale_left(area, range(len(points)), names, color=palette.TEXT)


def _amounts(area: Axes, spec: ChartSpec, top: float, rows: int, *, whole: bool = False) -> None:
    """The scale from zero under the bars."""
    area.set_xlim(0, top)
    area.set_ylim(rows - 0.45, -0.6)
    steps = nice_steps(0, top, 7, whole=whole)
    scale_below(area, steps, written(steps), grid=True)
    title_below(area, spec.x_title)


def _bar(
    area: Axes, row: int, length: float, height: float, color: str, *, left: float = 0.0, edge: float = 0.0
) -> None:
    size = (left, row - height / 2), length, height
    area.add_patch(Rectangle(*size, facecolor=color, edgecolor="white", linewidth=edge))


def draw_stack(spec: ChartSpec) -> Figure:
    """One bar a sasaran, its parts by status, each with shape and count; the shapes are named above."""
    names = spec.series[0].points
    canvas = Canvas(spec, 0.42 * len(names) + 0.72)
    area = canvas.axes(NAMES, 0.2, bottom=0.38, top=0.34)
    ends = [0.0] * len(names)
    for series in spec.series:
        for row, point in enumerate(series.points):
            length = float(point.value or 0)
            if not length:
                continue
            _bar(area, row, length, 0.6, series.color, left=ends[row], edge=1.2)
            label(area, ends[row] + length / 2, row, point.text, ha="center", face="Bold")
            ends[row] += length
    _amounts(area, spec, max([*ends, 1.0]), len(names), whole=True)
    _names(area, names)
    _key(canvas, [(series.name, series.color) for series in spec.series])
    return canvas.figure


def _key(canvas: Canvas, names: list[tuple[str, str]]) -> None:
    """The names of colours in one line under the title."""
    x = 0.0
    for name, color in names:
        canvas.figure.patches.append(_square(canvas, x, color))
        canvas.write(x + 0.14, canvas.height - canvas.top - 0.12, name, size=7, va="center")
        x += 0.42 + text_inches(name, 7)


def _square(canvas: Canvas, x: float, color: str) -> Rectangle:
    y = canvas.height - canvas.top - 0.165
    place = canvas.figure.transFigure
    size = (0.1 / WIDTH, 0.1 / canvas.height)
    return Rectangle((x / WIDTH, y / canvas.height), *size, color=color, transform=place)


def draw_paired(spec: ChartSpec) -> Figure:
    """Realisasi as a dark bar inside the light bar of pagu, labelled with serapan."""
    outer, inner = spec.series
    canvas = Canvas(spec, 0.4 * len(outer.points) + 0.72)
    area = canvas.axes(NAMES, 0.62, bottom=0.38, top=0.34)
    top = _scale(spec, (*outer.points, *inner.points))
    for row, (whole, part) in enumerate(zip(outer.points, inner.points, strict=True)):
        ends = [float(point.value) for point in (whole, part) if point.value is not None]
        _bar(area, row, float(whole.value or 0), 0.66, outer.color)
        _bar(area, row, float(part.value or 0), 0.32, inner.color)
        label(area, max([*ends, 0.0]) + top * 0.012, row, part.text, face="Bold")
    _amounts(area, spec, top, len(outer.points))
    _names(area, outer.points)
    _key(canvas, [(outer.name, outer.color), (inner.name, inner.color)])
    return canvas.figure
