"""Horizontal bars on screen: achievement with target marks, status by sasaran, pagu with realisasi."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import plotly.graph_objects as go

from lkjip.charts import palette
from lkjip.charts.screen_canvas import Drawing, amount_axis, canvas, escape, lines, number
from lkjip.charts.screen_rows import Rows
from lkjip.charts.spec import ChartSpec, Point, Series

ROOM_FOR_VALUES = 52  # pixels right of the longest bar, where its number stands on a narrow screen
FEW = 8  # so many indicators can be counted one by one on the axis


def draw_bars(spec: ChartSpec, narrow: bool = False) -> go.Figure:
    """Bars from zero, a mark at each target, the value with its shape beside the bar."""
    points = spec.series[0].points
    rows = Rows(points, bar=25, row=40, narrow=narrow)
    drawn = canvas(spec, rows.height + 20, left=rows.room, right=ROOM_FOR_VALUES, head=22)
    lengths = [_length(point, spec.limit) for point in points]
    _bars(drawn, spec.series[0], lengths, rows.thickness(rows.bar), color=[point.color for point in points])
    marked = [(row, point) for row, point in enumerate(points) if point.target is not None]
    drawn.add(
        "scatter",
        x=[number(point.target) for _, point in marked],
        y=[row for row, _ in marked],
        mode="markers",
        marker={"symbol": "line-ns", "size": 26, "line": {"width": 3, "color": palette.TARGET}},
        hoverinfo="skip",
    )
    ends = [max(_length(point, spec.limit) or 0.0, number(point.target) or 0.0) for point in points]
    _written(drawn, points, ends, spec.limit)
    longest = max([value for value in (*lengths, *(number(p.target) for p in points)) if value], default=1.0)
    drawn.lay(xaxis=amount_axis(spec.x_title, range=[0, longest * 1.16], nticks=8), barmode="overlay")
    rows.put(drawn)
    if spec.reference is not None:
        drawn.note(
            x=number(spec.reference), y=1, yref="paper", yanchor="bottom", text=escape(spec.reference_label),
            font={"size": 13, "color": palette.MUTED},
        )  # fmt: skip
    return drawn.figure()


def _length(point: Point, limit: Decimal | None) -> float | None:
    if point.value is None:
        return None
    return number(min(point.value, limit) if limit is not None else point.value)


def _bars(drawn: Drawing, series: Series, lengths: list[float | None], width: float, color: Any, **more: Any) -> None:
    drawn.add(
        "bar",
        name=escape(series.name),
        x=lengths,
        y=list(range(len(series.points))),
        orientation="h",
        width=width,
        marker={"color": color, "line": {"width": 0}, **more.pop("marker", {})},
        customdata=[point.key for point in series.points],
        hovertext=[lines(point.hover) for point in series.points],
        hoverinfo="text",
        **more,
    )


def _written(drawn: Drawing, points: tuple[Point, ...], ends: list[float], limit: Decimal | None) -> None:
    """The written values, right of bar and target mark."""
    drawn.add(
        "scatter",
        x=ends,
        y=list(range(len(points))),
        mode="text",
        text=[
            f"  {escape(point.text)}" + (" ▶" if limit is not None and (point.value or 0) > limit else "")
            for point in points
        ],
        textposition="middle right",
        textfont={"size": 14},
        customdata=[point.key for point in points],
        hoverinfo="skip",
        cliponaxis=False,
        showlegend=False,
    )


def draw_stack(spec: ChartSpec, narrow: bool = False) -> go.Figure:
    """One bar a sasaran, its parts by status; a legend above names the shapes."""
    rows = Rows(spec.series[0].points, bar=32, row=50, narrow=narrow)
    drawn = canvas(spec, rows.height + 10, left=rows.room, head=30)
    for series in spec.series:
        _bars(
            drawn,
            series,
            [number(point.value) for point in series.points],
            rows.thickness(rows.bar),
            color=series.color,
            marker={"line": {"width": 2, "color": palette.GROUND}},
            text=[escape(point.text) for point in series.points],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": palette.TEXT, "size": 15},
        )
    drawn.lay(
        barmode="stack",
        xaxis=_counting_axis(spec),
        showlegend=True,
        legend=legend(),
    )
    rows.put(drawn)
    return drawn.figure()


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


def draw_paired(spec: ChartSpec, narrow: bool = False) -> go.Figure:
    """Realisasi as a dark bar inside the light bar of pagu, labelled with serapan."""
    outer, inner = spec.series
    rows = Rows(outer.points, bar=32, row=46, narrow=narrow)
    drawn = canvas(spec, rows.height + 20, left=rows.room, head=30)
    for series, pixels in ((outer, rows.bar), (inner, rows.bar / 2)):
        lengths = [number(point.value) for point in series.points]
        _bars(drawn, series, lengths, rows.thickness(pixels), color=series.color)
    values = [
        max(number(whole.value) or 0.0, number(part.value) or 0.0)
        for whole, part in zip(outer.points, inner.points, strict=True)
    ]
    _written(drawn, inner.points, values, None)
    drawn.lay(
        barmode="overlay",
        xaxis=amount_axis(spec.x_title, tickformat=",.0f", range=[0, max([*values, 1.0]) * 1.14]),
        showlegend=True,
        legend=legend(),
    )
    rows.put(drawn)
    return drawn.figure()
