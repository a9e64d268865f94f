"""Draw a ChartSpec for paper with matplotlib (its Figure, never pyplot): SVG with paths for the PDF, PNG for others."""

from __future__ import annotations

import io
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
    """SVG whose letters are paths: it needs no font where it is read."""
    return _save(spec, "svg", {"Date": None, "Creator": None})


def to_png(spec: ChartSpec, dpi: int = 200) -> bytes:
    """PNG on white."""
    return _save(spec, "png", {"Software": None}, dpi)


def _save(spec: ChartSpec, kind: str, metadata: dict[str, None], dpi: int = 72) -> bytes:
    buffer = io.BytesIO()
    to_figure(spec).savefig(buffer, format=kind, metadata=metadata, dpi=dpi)
    return buffer.getvalue()
