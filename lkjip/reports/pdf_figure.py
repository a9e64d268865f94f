"""Figures on paper: the drawing and its numbered caption, never parted."""

from __future__ import annotations

import io
import re

from lkjip.reports.model import Figure
from lkjip.reports.pdf_paper import LEFT, MUTED, Paper
from lkjip.reports.pdf_text import ensure

CAPTION = 5.0
AFTER = 4.0
_LETTERS = re.compile(r">([^<]*)</text>")
_BOX = re.compile(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def figure_height(paper: Paper, figure: Figure, scale: float = 1.0) -> float:
    """Drawing and caption together, shrunk to a page where needed."""
    return _size(paper, figure)[1] * scale + CAPTION * len(_caption(paper, figure)) + 2


def fitting_scale(paper: Paper, figure: Figure, least: float) -> float:
    """The scale at which a figure fits on this page: 1, or less down to `least`; 0 where it does not fit."""
    drawn = _size(paper, figure)[1]
    scale = (paper.floor - paper.get_y() - (figure_height(paper, figure) - drawn)) / drawn
    return min(scale, 1.0) if scale >= least else 0.0


def draw_figure(paper: Paper, figure: Figure, scale: float = 1.0) -> None:
    """The drawing as vectors with its alternative text, the caption below."""
    ensure(paper, figure_height(paper, figure, scale))
    width, height = (side * scale for side in _size(paper, figure))
    y = paper.get_y()
    svg = _LETTERS.sub(lambda found: f">{paper.clean(found[1])}</text>", figure.image.svg.decode())
    paper.image(io.BytesIO(svg.encode()), LEFT, y, width, height, alt_text=figure.image.alt)
    y += height + 1.5
    label = f"Gambar {figure.number}"
    paper.put(LEFT, y + CAPTION * 0.75, label, 9, "B", color=MUTED)
    for line in _caption(paper, figure):
        paper.put(LEFT + paper.text_width(label + "  ", 9, "B"), y + CAPTION * 0.75, line, 9, "B")
        y += CAPTION
    paper.set_y(y + AFTER)


def _caption(paper: Paper, figure: Figure) -> tuple[str, ...]:
    label = paper.text_width(f"Gambar {figure.number}  ", 9, "B")
    return paper.lines(figure.caption, paper.room - label, 9, "B")


def _size(paper: Paper, figure: Figure) -> tuple[float, float]:
    """160 mm wide as drawn, or less where the page is too short."""
    found = _BOX.search(figure.image.svg)
    ratio = float(found[2]) / float(found[1]) if found else 0.6
    width = min(160.0, paper.room)
    tallest = paper.floor - 24 - 12
    return (width, width * ratio) if width * ratio <= tallest else (tallest / ratio, tallest)
