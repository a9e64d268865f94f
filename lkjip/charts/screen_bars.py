"""Horizontal bars on screen: achievement with target marks, status by sasaran, pagu with realisasi."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from lkjip.charts import palette
from lkjip.charts.screen_canvas import amount_axis, escape, figure, lines, name_axis, number
from lkjip.charts.spec import ChartSpec, Point, Series

ROW = 40
FEW = 8  # so many indicators can be counted one by one on the axis


def draw_bars(spec: ChartSpec) -> go.Figure:
    """Bars from zero, a mark at each target, the value with its shape beside the bar."""
    points = spec.series[0].points
    drawn = figure(spec, ROW * len(points) + 20, head=22)
    drawn.add_trace(_bars(spec.series[0], [_length(point, spec.limit) for point in points], 0.62))
    marked = [(row, point) for row, point in enumerate(points) if point.target is not None]
    drawn.add_trace(
        go.Scatter(
            x=[number(point.target) for _, point in marked],
            y=[row for row, _ in marked],
            mode="markers",
            marker={"symbol": "line-ns", "size": 26, "line": {"width": 3, "color": palette.TARGET}},
            hoverinfo="skip",
        )
    )
    drawn.add_trace(_ends(points, spec.limit))
    longest = max([value for p in points for value in (_length(p, spec.limit), number(p.target)) if value], default=1.0)
    drawn.update_layout(
        xaxis=amount_axis(spec.x_title, range=[0, longest * 1.16]), yaxis=name_axis(points), barmode="overlay"
    )
    if spec.reference is not None:
        drawn.add_annotation(
            x=number(spec.reference), y=-0.6, text=escape(spec.reference_label), showarrow=False, yanchor="bottom",
            font={"size": 13, "color": palette.MUTED},
        )  # fmt: skip
    return drawn


def _length(point: Point, limit: Decimal | None) -> float | None:
    if point.value is None:
        return None
    return number(min(point.value, limit) if limit is not None else point.value)


def _bars(series: Series, lengths: list[float | None], width: float) -> go.Bar:
    return go.Bar(
        name=escape(series.name),
        x=lengths,
        y=list(range(len(series.points))),
        orientation="h",
        width=width,
        marker={"color": [point.color for point in series.points], "line": {"width": 0}},
        customdata=[point.key for point in series.points],
        hovertext=[lines(point.hover) for point in series.points],
        hoverinfo="text",
    )


def _ends(points: tuple[Point, ...], limit: Decimal | None) -> go.Scatter:
    """The written values, right of bar and target mark."""
    ends = [max(_length(point, limit) or 0.0, number(point.target) or 0.0) for point in points]
    texts = [
        f"  {escape(point.text)}" + (" ▶" if limit is not None and (point.value or 0) > limit else "")
        for point in points
    ]
    return go.Scatter(
        x=ends,
        y=list(range(len(points))),
        mode="text",
        text=texts,
        textposition="middle right",
        textfont={"size": 14},
        customdata=[point.key for point in points],
        hoverinfo="skip",
        cliponaxis=False,
    )


def draw_stack(spec: ChartSpec) -> go.Figure:
    """One bar a sasaran, its parts by status; a legend above names the shapes."""
    names = spec.series[0].points
    drawn = figure(spec, 50 * len(names) + 10, head=30)
    for series in spec.series:
        trace = _bars(series, [number(point.value) for point in series.points], 0.64)
        trace.text = [escape(point.text) for point in series.points]
        trace.textposition = "inside"
        trace.insidetextanchor = "middle"
        trace.textangle = 0
        trace.textfont = {"color": palette.TEXT, "size": 15}
        trace.marker.color = series.color
        trace.marker.line = {"width": 2, "color": palette.GROUND}
        drawn.add_trace(trace)
    drawn.update_layout(
        barmode="stack",
        xaxis=_counting_axis(spec),
        yaxis=name_axis(names),
        showlegend=True,
        legend=legend(),
    )
    return drawn


def _counting_axis(spec: ChartSpec) -> dict[str, Any]:
    """Whole steps only: half an indicator does not exist."""
    rows = [
        [number(series.points[row].value) or 0.0 for series in spec.series] for row in range(len(spec.series[0].points))
    ]
    longest = max(map(sum, rows), default=0.0)
    step = {"dtick": 1} if longest <= FEW else {"nticks": 8}
    return amount_axis(spec.x_title, tickformat="d", **step)


def legend() -> dict[str, object]:
    """Names in one row above the drawing."""
    return {
        "orientation": "h", "x": 0, "y": 1.0, "yanchor": "bottom", "traceorder": "normal",
        "itemclick": False, "itemdoubleclick": False, "font": {"size": 13},
    }  # fmt: skip


def draw_paired(spec: ChartSpec) -> go.Figure:
    """Realisasi as a dark bar inside the light bar of pagu, labelled with serapan."""
    outer, inner = spec.series
    drawn = figure(spec, 46 * len(outer.points) + 20, head=30)
    for series, width in ((outer, 0.7), (inner, 0.36)):
        trace = _bars(series, [number(point.value) for point in series.points], width)
        trace.marker.color = series.color
        drawn.add_trace(trace)
    values = [
        max(number(whole.value) or 0.0, number(part.value) or 0.0)
        for whole, part in zip(outer.points, inner.points, strict=True)
    ]
    ends = _ends(inner.points, None)
    ends.x = values
    ends.showlegend = False
    drawn.add_trace(ends)
    drawn.update_layout(
        barmode="overlay",
        xaxis=amount_axis(spec.x_title, tickformat=",.0f", range=[0, max([*values, 1.0]) * 1.14]),
        yaxis=name_axis(outer.points),
        showlegend=True,
        legend=legend(),
    )
    return drawn
