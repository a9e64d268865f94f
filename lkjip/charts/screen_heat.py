"""Indicators by year on screen: one cell each with shape, percentage and colour."""

from __future__ import annotations

import plotly.graph_objects as go

from lkjip.charts import palette
from lkjip.charts.screen_canvas import canvas, escape, lines
from lkjip.charts.screen_rows import Rows
from lkjip.charts.spec import ChartSpec, Point

ROW = 40


def draw_heat(spec: ChartSpec) -> go.Figure:
    """Cells as full bars of equal length, so that each carries its own status colour and can be selected."""
    years = spec.series[0].points if spec.series else ()
    rows = Rows(tuple(Point(series.name, None) for series in spec.series), bar=36, row=ROW)
    drawn = canvas(spec, rows.height, left=rows.room, head=26, foot=36)
    for column, year in enumerate(years):
        cells = [series.points[column] for series in spec.series]
        drawn.add(
            "bar",
            name=year.label,
            x=[0.96] * len(cells),
            base=[column - 0.48] * len(cells),
            y=list(range(len(cells))),
            orientation="h",
            width=rows.thickness(rows.bar),
            marker={"color": [cell.color for cell in cells], "line": {"width": 0}},
            text=[escape(cell.text) for cell in cells],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": palette.TEXT, "size": 13},
            customdata=[cell.key for cell in cells],
            hovertext=[lines(cell.hover) for cell in cells],
            hoverinfo="text",
        )
    drawn.lay(
        barmode="overlay",
        xaxis={"tickmode": "array", "tickvals": list(range(len(years))), "ticktext": [year.label for year in years],
               "side": "top", "range": [-0.5, len(years) - 0.5], "showgrid": False, "zeroline": False,
               "fixedrange": True, "tickfont": {"size": 13, "color": palette.MUTED}},
    )  # fmt: skip
    rows.put(drawn)
    return drawn.figure()
