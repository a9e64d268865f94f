"""The common ground of screen charts: layout, fonts, Indonesian separators, and text that stays text."""

from __future__ import annotations

import html
import textwrap
from typing import Any

import plotly.graph_objects as go

from lkjip.charts import palette
from lkjip.charts.labels import wrap_label
from lkjip.charts.spec import ChartSpec, Point

FONT = '"Source Sans", "Source Sans Pro", "Open Sans", "Segoe UI", Arial, sans-serif'
TITLE_CHARACTERS = 84
FOOT = 78
SEPARATORS = ",."


def escape(teks: str) -> str:
    """User text as it stands: plotly would read tags in it."""
    return html.escape(teks, quote=False)


def lines(teks: str) -> str:
    """Several lines of user text for a hover."""
    return "<br>".join(escape(part) for text in teks.split("\n") for part in textwrap.wrap(text, 70) or [""])


def name_label(teks: str, width: int = 42) -> str:
    """A long name on an axis, wrapped."""
    return "<br>".join(escape(line) for line in wrap_label(teks, width))


def figure(
    spec: ChartSpec, inner_height: int, *, left: int = 8, right: int = 8, head: int = 0, foot: int = FOOT
) -> go.Figure:
    """An empty figure with the finding as its title and the source below."""
    title = textwrap.wrap(spec.title, TITLE_CHARACTERS)
    top = 26 + 22 * len(title) + head
    note = f"CONTOH: data rekaan. {spec.source}" if spec.demo else spec.source
    drawn = go.Figure()
    drawn.update_layout(
        title={"text": "<br>".join(escape(line) for line in title), "x": 0, "xref": "container", "y": 1,
               "yanchor": "top", "yref": "container", "pad": {"t": 8 + 22 * (len(title) - 1), "l": 4},
               "font": {"size": 17, "weight": 600}},
        height=top + inner_height + foot,
        margin={"l": left, "r": right, "t": top, "b": foot, "pad": 4},
        separators=SEPARATORS,
        font={"family": FONT, "size": 14, "color": palette.TEXT},
        paper_bgcolor=palette.GROUND,
        plot_bgcolor=palette.GROUND,
        showlegend=False,
        hoverlabel={"align": "left", "bgcolor": palette.GROUND, "font": {"size": 14, "color": palette.TEXT}},
        dragmode=False,
    )  # fmt: skip
    drawn.add_annotation(
        text=escape(note),
        x=1,
        xref="paper",
        xanchor="right",
        y=0,
        yref="paper",
        yanchor="top",
        yshift=4 - foot + 22,
        showarrow=False,
        font={"size": 12, "color": palette.MUTED},
    )
    return drawn


def amount_axis(title: str, **more: Any) -> dict[str, Any]:
    """A numeric axis from zero with thin lines."""
    return {
        "title": {"text": title, "font": {"size": 13, "color": palette.MUTED}, "standoff": 8},
        "gridcolor": palette.GRID,
        "zeroline": False,
        "fixedrange": True,
        "tickfont": {"size": 13, "color": palette.MUTED},
        **more,
    }


def name_axis(points: tuple[Point, ...]) -> dict[str, Any]:
    """Rows from above, with wrapped names; the names themselves may repeat, so rows are numbers."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(points))),
        "ticktext": [name_label(point.label) for point in points],
        "range": [len(points) - 0.45, -0.6],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "automargin": True,
        "tickfont": {"size": 13},
    }


def number(value: object) -> float | None:
    """A Decimal as a screen coordinate; the written label keeps the exact number."""
    return None if value is None else float(str(value))
