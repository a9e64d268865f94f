"""Years and quadrants on screen: trends alone or as small multiples, and capaian beside serapan."""

from __future__ import annotations

import math
from typing import Any

import plotly.graph_objects as go

from lkjip.charts import palette
from lkjip.charts.labels import wrap_label
from lkjip.charts.screen_bars import legend
from lkjip.charts.screen_canvas import Drawing, amount_axis, canvas, escape, lines, number
from lkjip.charts.spec import ChartSpec, LineStyle, Point, Series

PANEL = 250
HEAD = 46
DASHES = {LineStyle.SOLID: "solid", LineStyle.DASHED: "dash", LineStyle.DOTTED: "dot"}
SYMBOLS = {LineStyle.SOLID: "circle", LineStyle.DASHED: "square", LineStyle.DOTTED: "circle"}


def draw_panels(spec: ChartSpec) -> go.Figure:
    """Each trend on its own axes, two in a row; a single trend takes the whole width."""
    panels = spec.panels or (spec,)
    columns = 1 if len(panels) == 1 else 2
    rows = math.ceil(len(panels) / columns)
    height = (PANEL + HEAD) * rows
    drawn = canvas(spec, height, left=56, right=24, head=34)
    named: set[str] = set()
    for place, panel in enumerate(panels):
        row, column = divmod(place, columns)
        axis = "" if place == 0 else str(place + 1)
        width = 1.0 if columns == 1 else 0.45
        left = column * (1 - width)
        top = 1 - (row * (PANEL + HEAD) + HEAD) / height
        drawn.lay(
            **{
                f"xaxis{axis}": _years_axis(panel, left, width, f"y{axis}"),
                f"yaxis{axis}": _value_axis(panel, top - (PANEL - 40) / height, top, f"x{axis}"),
            }
        )
        _head(drawn, spec, panel, left, top)
        for series in panel.series:
            for trace in _traces(series, panel):
                drawn.add("scatter", **trace, xaxis=f"x{axis}", yaxis=f"y{axis}", showlegend=series.name not in named)
                named.add(series.name)
        if panel.reference is not None:
            y = number(panel.reference)
            line = {"width": 1, "dash": "dot", "color": palette.TARGET}
            drawn.line(xref=f"x{axis} domain", yref=f"y{axis}", x0=0, x1=1, y0=y, y1=y, line=line)
    drawn.lay(showlegend=True, legend={**legend(), "traceorder": "reversed"})
    return drawn.figure()


def _value_axis(panel: ChartSpec, low: float, high: float, anchor: str) -> dict[str, Any]:
    return amount_axis("", domain=[low, high], nticks=5, anchor=anchor, range=_reach(panel))


def _reach(panel: ChartSpec) -> list[float]:
    """From the lowest to the highest number with air for the written values."""
    points = [point for series in panel.series for point in series.points]
    values = [number(value) for point in points for value in (point.value, point.upper) if value is not None]
    known = [value for value in (*values, number(panel.reference)) if value is not None] or [0.0]
    air = (max(known) - min(known)) * 0.18 or abs(max(known)) * 0.1 or 1.0
    return [min(known) - air, max(known) + air]


def _head(drawn: Drawing, spec: ChartSpec, panel: ChartSpec, left: float, top: float) -> None:
    text = f"{panel.subject} ({panel.y_title})" if spec.panels else panel.y_title
    drawn.note(
        text="<b>" + "<br>".join(escape(line) for line in wrap_label(text, 46)) + "</b>", x=left, y=top, xref="paper",
        yref="paper", xanchor="left", yanchor="bottom", align="left", yshift=4, font={"size": 13},
    )  # fmt: skip


def _years_axis(panel: ChartSpec, left: float, width: float, anchor: str) -> dict[str, Any]:
    years = sorted({int(point.x) for series in panel.series for point in series.points if point.x is not None})
    span = [years[0] - 0.4, years[-1] + 0.4] if years else [0, 1]
    return {
        "domain": [left, left + width], "anchor": anchor, "tickmode": "array", "tickvals": years,
        "ticktext": [str(year) for year in years], "range": span, "showgrid": False, "zeroline": False,
        "fixedrange": True, "tickfont": {"size": 13, "color": palette.MUTED},
    }  # fmt: skip


def _traces(series: Series, panel: ChartSpec) -> list[dict[str, Any]]:
    """The line; for a range the band between its ends as well."""
    main = _line(series, [number(point.value) for point in series.points], panel)
    if all(point.upper is None for point in series.points):
        return [main]
    ends = [number(point.value if point.upper is None else point.upper) for point in series.points]
    return [main, {**_line(series, ends, panel), "fill": "tonexty", "fillcolor": palette.BAND}]


def _line(series: Series, values: list[float | None], panel: ChartSpec) -> dict[str, Any]:
    strong = series.style is LineStyle.SOLID
    promised = {
        point.x: point.value for line in panel.series if line.style is not LineStyle.SOLID for point in line.points
    }

    def side(point: Point) -> str:
        target = promised.get(point.x)
        below = point.value is not None and target is not None and point.value < target
        return "bottom center" if below else "top center"

    return {
        "name": escape(series.name),
        "x": [number(point.x) for point in series.points],
        "y": values,
        "mode": "lines+markers+text" if strong else "lines+markers",
        "text": [escape(point.text) for point in series.points] if strong else None,
        "textposition": [side(point) for point in series.points] if strong else None,
        "textfont": {"size": 13, "color": series.color},
        "line": {"color": series.color, "width": 3 if strong else 1.8, "dash": DASHES[series.style]},
        "marker": {"symbol": SYMBOLS[series.style], "size": 9 if strong else 5},
        "customdata": [point.key for point in series.points],
        "hovertext": [lines(point.hover) for point in series.points],
        "hoverinfo": "text",
        "cliponaxis": False,
        "connectgaps": False,
    }


def draw_scatter(spec: ChartSpec) -> go.Figure:
    """Marks in four fields around 100 and 100; marks and fields are named."""
    points = [point for point in spec.series[0].points if point.value is not None and point.x is not None]
    drawn = canvas(spec, 380, left=64, right=24)
    drawn.add(
        "scatter",
        x=[number(point.x) for point in points],
        y=[number(point.value) for point in points],
        mode="markers+text",
        text=[escape(point.text) for point in points],
        textposition="top center",
        marker={"size": 16, "color": [point.color for point in points]},
        customdata=[point.key for point in points],
        hovertext=[lines(point.hover) for point in points],
        hoverinfo="text",
        cliponaxis=False,
    )
    line = number(spec.reference) or 100.0
    span_x, span_y = (
        _span([number(p.x) or 0 for p in points], line),
        _span([number(p.value) or 0 for p in points], line),
    )
    drawn.lay(xaxis=amount_axis(spec.x_title, range=span_x), yaxis=amount_axis(spec.y_title, range=span_y))
    cross = {"line": {"color": palette.TARGET, "width": 1.2}}
    drawn.line(x0=line, x1=line, y0=0, y1=1, yref="y domain", **cross)
    drawn.line(x0=0, x1=1, xref="x domain", y0=line, y1=line, **cross)
    _name_fields(drawn, span_x, span_y)
    return drawn.figure()


def _name_fields(drawn: Drawing, span_x: list[float], span_y: list[float]) -> None:
    """Each in its corner. One trace: four annotations took as long to draw as the rest of the chart."""
    drawn.add(
        "scatter",
        x=[span_x[x] for x, _, _ in FIELDS],
        y=[span_y[y] for _, y, _ in FIELDS],
        mode="text",
        text=[teks for _, _, teks in FIELDS],
        textposition=[f"{'bottom' if y else 'top'} {'left' if x else 'right'}" for x, y, _ in FIELDS],
        textfont={"size": 12, "color": palette.MUTED},
        hoverinfo="skip",
    )


FIELDS = (
    (1, 0, "target tercapai,<br>serapan di bawah 100%"),
    (0, 0, "target belum tercapai,<br>serapan di bawah 100%"),
    (1, 1, "target tercapai,<br>serapan 100% atau lebih"),
    (0, 1, "target belum tercapai,<br>serapan 100% atau lebih"),
)


def _span(values: list[float], line: float) -> list[float]:
    low, high = min([*values, line]), max([*values, line])
    air = max((high - low) * 0.25, 6)
    return [low - air, high + air]
