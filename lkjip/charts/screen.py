"""Draw a ChartSpec for the screen with plotly: same numbers, colours and words as on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from lkjip.charts.spec import ChartKind, ChartSpec
from lkjip.domain.tanggal import BULAN

if TYPE_CHECKING:
    import plotly.graph_objects as go

_DAYS = ("Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu")

LOCALE_ID: dict[str, Any] = {
    "dictionary": {
        "Autoscale": "Skala otomatis",
        "Box Select": "Pilih kotak",
        "Download plot as a PNG": "Unduh gambar PNG",
        "Download plot as a png": "Unduh gambar PNG",
        "Lasso Select": "Pilih bebas",
        "Pan": "Geser",
        "Reset axes": "Kembalikan sumbu",
        "Snapshot succeeded": "Gambar selesai diunduh",
        "Taking snapshot - this may take a few seconds": "Membuat gambar, mohon tunggu",
        "Zoom": "Perbesar",
        "Zoom in": "Perbesar",
        "Zoom out": "Perkecil",
    },
    "format": {
        "days": list(_DAYS),
        "shortDays": [day[:3] for day in _DAYS],
        "months": list(BULAN),
        "shortMonths": [month[:3] for month in BULAN],
        "date": "%d-%m-%Y",
        "decimal": ",",
        "thousands": ".",
    },
}

PLOTLY_CONFIG: dict[str, Any] = {
    "locale": "id",
    "locales": {"id": LOCALE_ID},
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "responsive": True,
    "toImageButtonOptions": {"format": "png", "scale": 2},
}


def to_plotly(spec: ChartSpec, *, narrow: bool = False) -> go.Figure:
    """The chart as a plotly figure; `customdata` of each mark is the key of what it shows.

    `narrow` writes the names of bars above them, for a screen on which names beside them would take the room.
    """
    from lkjip.charts import screen_bars, screen_heat, screen_lines

    draw: dict[ChartKind, Callable[[ChartSpec], go.Figure]] = {
        ChartKind.BARS: partial(screen_bars.draw_bars, narrow=narrow),
        ChartKind.STACK: partial(screen_bars.draw_stack, narrow=narrow),
        ChartKind.PAIRED: partial(screen_bars.draw_paired, narrow=narrow),
        ChartKind.LINES: screen_lines.draw_panels,
        ChartKind.PANELS: screen_lines.draw_panels,
        ChartKind.SCATTER: screen_lines.draw_scatter,
        ChartKind.HEAT: screen_heat.draw_heat,
    }
    return draw[spec.kind](spec)
