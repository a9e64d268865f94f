"""Indicators by year on paper: one cell each with shape, percentage and colour."""

from __future__ import annotations

from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from lkjip.charts import palette
from lkjip.charts.print_axes import scale_above, scale_left
from lkjip.charts.print_canvas import Canvas, label
from lkjip.charts.print_text import wrap_inches
from lkjip.charts.spec import ChartSpec

NAMES = 2.55  # inches for the names left of the cells
ROW = 0.3


def draw_heat(spec: ChartSpec) -> Figure:
    """Rows are indicators, columns are years; cells without data carry only their sign."""
    rows, years = spec.series, spec.series[0].points if spec.series else ()
    canvas = Canvas(spec, ROW * len(rows) + 0.28)
    area = canvas.axes(NAMES, 0.02, bottom=0.02, top=0.22)
    for row, series in enumerate(rows):
        for column, point in enumerate(series.points):
            area.add_patch(Rectangle((column - 0.48, row - 0.45), 0.96, 0.9, color=point.color, linewidth=0))
            label(area, column, row, point.text, size=7.2, ha="center")
    area.set_xlim(-0.5, len(years) - 0.5)
    area.set_ylim(len(rows) - 0.5, -0.5)
    scale_above(area, range(len(years)), [point.label for point in years])
    names = [wrap_inches(series.name, NAMES - 0.1, 7.5) for series in rows]
    scale_left(area, range(len(rows)), names, color=palette.TEXT)
    return canvas.figure
