"""The common ground of screen charts: layout, fonts, Indonesian separators, and text that stays text."""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass, field
from typing import Any, Literal

import plotly.graph_objects as go

from lkjip.charts import palette
from lkjip.charts.spec import ChartSpec

FONT = '"Source Sans", "Source Sans Pro", "Open Sans", "Segoe UI", Arial, sans-serif'
TITLE_CHARACTERS = 84
FOOT = 78
SEPARATORS = ",."
UNTITLED, SOURCE_LINE = 12, 26  # pixels above a drawing without a title, and of the line of the source


def escape(teks: str) -> str:
    """User text as it stands: plotly would read tags in it."""
    return html.escape(teks, quote=False)


def lines(teks: str) -> str:
    """Several lines of user text for a hover."""
    return "<br>".join(escape(part) for text in teks.split("\n") for part in textwrap.wrap(text, 70) or [""])


@dataclass(slots=True)
class Drawing:
    """Traces and layout in plotly's own words, made a figure once: each later update of a figure costs 10 ms."""

    layout: dict[str, Any]
    traces: list[dict[str, Any]] = field(default_factory=list)

    def add(self, kind: Literal["bar", "scatter"], **trace: Any) -> None:
        """One more trace, drawn over the earlier ones."""
        self.traces.append({"type": kind, **trace})

    def lay(self, **layout: Any) -> None:
        """Axes, legend and the like."""
        self.layout.update(layout)

    def note(self, **annotation: Any) -> None:
        """A text at a place of its own."""
        self.layout.setdefault("annotations", []).append({"showarrow": False, **annotation})

    def line(self, **shape: Any) -> None:
        """A straight line across the drawing."""
        self.layout.setdefault("shapes", []).append({"type": "line", **shape})

    def figure(self) -> go.Figure:
        """The figure, checked by plotly."""
        return go.Figure(data=self.traces, layout=self.layout)


def canvas(
    spec: ChartSpec, inner_height: float, *, left: int = 8, right: int = 8, head: int = 0, foot: int = FOOT
) -> Drawing:
    """An empty drawing with the finding as its title and the source below; without them, without the room they take.

    Without plotly's template: it is as large as a chart of ours, and every one of its settings is ours to make.
    """
    title = textwrap.wrap(spec.title, TITLE_CHARACTERS)
    top = head + (26 + 22 * len(title) if title else UNTITLED)
    note = f"CONTOH: data rekaan. {spec.source}" if spec.demo else spec.source
    bottom = foot if note else foot - SOURCE_LINE
    drawn = Drawing(
        {
            "template": go.layout.Template(),
            "height": round(top + inner_height + bottom),
            "margin": {"l": left, "r": right, "t": top, "b": bottom, "pad": 4},
            "separators": SEPARATORS,
            "font": {"family": FONT, "size": 14, "color": palette.TEXT},
            "paper_bgcolor": palette.GROUND,
            "plot_bgcolor": palette.GROUND,
            "showlegend": False,
            "hoverlabel": {
                "align": "left", "bgcolor": palette.GROUND, "font": {"size": 14, "color": palette.TEXT},
            },
            "dragmode": False,
        }
    )  # fmt: skip
    if title:
        drawn.lay(
            title={"text": "<br>".join(escape(line) for line in title), "x": 0, "xref": "container", "y": 1,
                   "yanchor": "top", "yref": "container", "pad": {"t": 8 + 22 * (len(title) - 1), "l": 4},
                   "font": {"size": 17, "weight": 600}},
        )  # fmt: skip
    if note:
        drawn.note(
            text=escape(note), x=1, xref="paper", xanchor="right", y=0, yref="paper", yanchor="top",
            yshift=4 - foot + 22, font={"size": 12, "color": palette.MUTED},
        )  # fmt: skip
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


def number(value: object) -> float | None:
    """A Decimal as a screen coordinate; the written label keeps the exact number."""
    return None if value is None else float(str(value))
