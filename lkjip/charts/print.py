"""Draw a ChartSpec for paper with matplotlib (its Figure, never pyplot): SVG for the PDF, PNG for others."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from lkjip.charts.spec import ChartKind, ChartSpec

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def to_figure(spec: ChartSpec) -> Figure:
    """The chart as a figure of 160 mm width; its height follows from the number of marks."""
    from lkjip.charts import print_bars, print_heat, print_lines

    draw: dict[ChartKind, Callable[[ChartSpec], Figure]] = {
        ChartKind.BARS: print_bars.draw_bars,
        ChartKind.STACK: print_bars.draw_stack,
        ChartKind.PAIRED: print_bars.draw_paired,
        ChartKind.LINES: print_lines.draw_panels,
        ChartKind.PANELS: print_lines.draw_panels,
        ChartKind.SCATTER: print_lines.draw_scatter,
        ChartKind.HEAT: print_heat.draw_heat,
    }
    return draw[spec.kind](spec)


def to_svg(spec: ChartSpec) -> bytes:
    """SVG for the document: shapes as paths, letters as text in LKjIP Sans, which the document embeds; no ground."""
    return _lean(_save(spec, "svg", {"Date": None, "Creator": None}, ground="none"))


def to_png(spec: ChartSpec, dpi: int = 200) -> bytes:
    """PNG on white."""
    return _save(spec, "png", {"Software": None}, dpi)


_METADATA = re.compile(rb"\s*<metadata>.*?</metadata>", re.DOTALL)
_CLIP = re.compile(rb' clip-path="[^"]*"')
_STILL = re.compile(rb' transform="rotate\(-0[^"]*\)"')
_PIXELS = re.compile(rb"(font-size: [\d.]+)px")


def _lean(svg: bytes) -> bytes:
    """Without what a writer must read for nothing: metadata, clipping that cuts nothing, turns by 0 degrees.

    The drawing is measured in points, and so are its letters.
    """
    for pattern, text in ((_METADATA, b""), (_CLIP, b""), (_STILL, b""), (_PIXELS, rb"\1pt")):
        svg = pattern.sub(text, svg)
    return svg


def _save(spec: ChartSpec, kind: str, metadata: dict[str, None], dpi: int = 72, ground: str = "auto") -> bytes:
    buffer = io.BytesIO()
    to_figure(spec).savefig(buffer, format=kind, metadata=metadata, dpi=dpi, facecolor=ground)
    return buffer.getvalue()
