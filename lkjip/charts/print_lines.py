"""Years and quadrants on paper: trends alone or as small multiples, and capaian beside serapan."""

from __future__ import annotations

import math
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lkjip.charts import palette
from lkjip.charts.print_axes import nice_steps, scale_below, scale_left, title_below, title_left, written
from lkjip.charts.print_canvas import WIDTH, Canvas, font, halo, label, plain
from lkjip.charts.print_text import text_inches, wrap_inches
from lkjip.charts.spec import ChartSpec, LineStyle, Series

PANEL = 1.55  # inches of height per row of panels, under their heads
HEAD, HEAD_LINE = 7.2, 0.117  # points; inches
TANPA_SATUAN = "Nilai"  # how the chart says that an indicator has no unit
DASHES: dict[LineStyle, Any] = {
    LineStyle.SOLID: "solid",
    LineStyle.DASHED: (0, (4, 2)),
    LineStyle.DOTTED: (0, (1, 1.6)),
}
KEY_ORDER = (LineStyle.SOLID, LineStyle.DASHED, LineStyle.DOTTED)
REALISASI, CAPAIAN = "Realisasi", "Capaian"
MARKERS = {LineStyle.SOLID: "o", LineStyle.DASHED: "_", LineStyle.DOTTED: "."}


def draw_panels(spec: ChartSpec) -> Figure:
    """Each trend in its own panel, two or three in a row; a single trend takes the whole width."""
    panels = spec.panels or (spec,)
    columns = min(len(panels), 2 if len(panels) <= 4 else 3)
    rows = math.ceil(len(panels) / columns)
    gap = 0.3 if columns < 3 else 0.16
    width = (WIDTH - gap * (columns - 1)) / columns
    heads = [wrap_inches(_head(panel, named=bool(spec.panels)), width, HEAD, "Bold", lines=3) for panel in panels]
    head_height = 0.3 + HEAD_LINE * max(head.count("\n") for head in heads)
    height = PANEL + head_height
    canvas = Canvas(spec, height * rows + 0.3)
    _line_key(canvas, panels)
    for place, (panel, head) in enumerate(zip(panels, heads, strict=True)):
        row, column = divmod(place, columns)
        left, above = column * (width + gap), 0.3 + height * row
        below = height * (rows - row - 1) + 0.3
        area = canvas.axes(left + 0.42, WIDTH - left - width + 0.12, below, above + head_height)
        top = canvas.height - canvas.top - above
        canvas.write(left, top, head, size=HEAD, face="Bold", va="top", linespacing=1.15)
        _draw_lines(area, panel)
    return canvas.figure


def _head(panel: ChartSpec, *, named: bool) -> str:
    """What a panel is about and in which unit, where the indicator has one."""
    unit = "" if panel.y_title == TANPA_SATUAN else panel.y_title
    if not named:
        return unit
    return f"{panel.subject} ({unit})" if unit else panel.subject


def _line_key(canvas: Canvas, panels: tuple[ChartSpec, ...]) -> None:
    """Name the line styles once for all panels."""
    from matplotlib.lines import Line2D

    seen: dict[str, Series] = {}
    for series in (series for panel in panels for series in panel.series):
        seen.setdefault(series.name, series)
    if REALISASI in seen:  # the panel of a predikat draws its capaian the same way, and says so in its head
        seen.pop(CAPAIAN, None)
    x, y = 0.0, canvas.height - canvas.top - 0.1
    for series in sorted(seen.values(), key=lambda series: KEY_ORDER.index(series.style)):
        line = Line2D(
            [(x + 0.05) / WIDTH, (x + 0.3) / WIDTH],
            [y / canvas.height] * 2,
            color=series.color,
            transform=canvas.figure.transFigure,
            linestyle=DASHES[series.style],
            marker=MARKERS[series.style],
            markersize=4,
            linewidth=1.4,
        )
        canvas.figure.lines.append(line)
        canvas.write(x + 0.38, y, series.name, size=7, va="center")
        x += 0.62 + text_inches(series.name, 7)


def _draw_lines(area: Axes, spec: ChartSpec) -> None:
    for series in spec.series:
        _draw_series(area, series)
        if series.style is LineStyle.SOLID:
            _value_labels(area, series, _promised(spec))
    if spec.reference is not None:
        area.axhline(float(spec.reference), color=palette.TARGET, linewidth=0.6, linestyle=(0, (2, 2)))
    _scales(area, spec)


def _scales(area: Axes, spec: ChartSpec) -> None:
    """Years below, round numbers on the left, with air for the written values."""
    points = [point for series in spec.series for point in series.points]
    years = sorted({int(point.x) for point in points if point.x is not None})
    values = [float(value) for p in points for value in (p.value, p.upper) if value is not None]
    values += [float(spec.reference)] if spec.reference is not None else []
    low, high = min(values, default=0.0), max(values, default=1.0)
    whole = all(value.is_integer() for value in values)
    air = (high - low) * 0.22 or (max(1.0, abs(high) * 0.1) if whole else abs(high) * 0.1) or 1.0
    span = (years[-1] - years[0]) * 0.08 or 0.5
    area.set_xlim(years[0] - span, years[-1] + span)
    area.set_ylim(low - air, high + air)
    scale_below(area, years, [str(year) for year in years], size=7)
    steps = nice_steps(low - air, high + air, 5, whole=whole)
    scale_left(area, steps, written(steps), grid=True, size=7)


def _draw_series(area: Axes, series: Series) -> None:
    """The line through the known years; a range is a band between its two lines."""
    known = [point for point in series.points if point.value is not None]
    xs = [int(point.x or 0) for point in known]
    low = [float(point.value or 0) for point in known]
    high = [float(point.value or 0) if point.upper is None else float(point.upper) for point in known]
    strong = series.style is LineStyle.SOLID
    for values in [low] if low == high else [low, high]:
        area.plot(
            xs,
            values,
            color=series.color,
            linestyle=DASHES[series.style],
            marker=MARKERS[series.style],
            markersize=4.5 if strong else 5,
            linewidth=1.8 if strong else 1.1,
            zorder=3 if strong else 2,
        )
    if low != high:
        area.fill_between(xs, low, high, color=palette.BAND, linewidth=0, zorder=0.4)


def _promised(spec: ChartSpec) -> dict[Decimal, Decimal]:
    """Target by year, to write the values on the free side of the line."""
    lines = [series for series in spec.series if series.style is not LineStyle.SOLID]
    return {p.x: p.value for line in lines for p in line.points if p.x is not None and p.value is not None}


def _value_labels(area: Axes, series: Series, promised: dict[Decimal, Decimal]) -> None:
    known = [point for point in series.points if point.value is not None and point.x is not None]
    for place, point in enumerate(known):
        if point.value is None or point.x is None:
            continue
        beside = [near.value for near in (*known[max(place - 1, 0) : place], *known[place + 1 : place + 2])]
        valley = len(beside) == 2 and all(value is not None and value > point.value for value in beside)
        below = valley or point.value < promised.get(point.x, point.value)
        area.annotate(
            plain(point.text),
            (int(point.x), float(point.value)),
            (0, -6 if below else 5),
            textcoords="offset points",
            ha="center",
            va="top" if below else "bottom",
            fontproperties=font(6.8, "Bold"),
            color=series.color,
            bbox=halo(),
            zorder=4,
        )


def draw_scatter(spec: ChartSpec) -> Figure:
    """Marks in four fields around 100 and 100, each mark and each field named."""
    canvas = Canvas(spec, 3.1)
    area = canvas.axes(0.5, 0.25, bottom=0.4, top=0.08)
    points = [point for point in spec.series[0].points if point.value is not None and point.x is not None]
    line = float(spec.reference or 100)
    low_x, high_x = _span([float(point.x or 0) for point in points], line)
    low_y, high_y = _span([float(point.value or 0) for point in points], line)
    area.set_xlim(low_x, high_x)
    area.set_ylim(low_y, high_y)
    area.axvline(line, color=palette.TARGET, linewidth=0.8)
    area.axhline(line, color=palette.TARGET, linewidth=0.8)
    for x, y, ha, va, teks in (
        (high_x, low_y, "right", "bottom", "target tercapai,\nserapan di bawah 100%"),
        (low_x, low_y, "left", "bottom", "target belum tercapai,\nserapan di bawah 100%"),
        (high_x, high_y, "right", "top", "target tercapai,\nserapan 100% atau lebih"),
        (low_x, high_y, "left", "top", "target belum tercapai,\nserapan 100% atau lebih"),
    ):
        label(area, x, y, teks, size=6.8, ha=ha, va=va, color=palette.MUTED)
    for point in points:
        area.plot(float(point.x or 0), float(point.value or 0), marker="o", markersize=9, color=point.color)
        area.annotate(
            plain(point.text),
            (float(point.x or 0), float(point.value or 0)),
            (0, 7),
            textcoords="offset points",
            ha="center",
            fontproperties=font(7.5, "Bold"),
            color=palette.TEXT,
            bbox=halo(),
        )
    across, upwards = nice_steps(low_x, high_x, 7), nice_steps(low_y, high_y, 7)
    scale_below(area, across, written(across), grid=True, size=7)
    scale_left(area, upwards, written(upwards), grid=True, size=7)
    title_below(area, spec.x_title)
    title_left(area, spec.y_title)
    return canvas.figure


def _span(values: list[float], line: float) -> tuple[float, float]:
    low, high = min([*values, line]), max([*values, line])
    air = max((high - low) * 0.25, 6)
    return low - air, high + air
