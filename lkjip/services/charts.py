"""Charts for the pages: built by `lkjip.charts.build`, drawn for the screen by `lkjip.charts.screen`."""

from __future__ import annotations

from lkjip.charts.build import (
    anggaran_bars,
    capaian_bars,
    capaian_serapan,
    riwayat_heat,
    sasaran_status,
    trend,
    trend_panels,
)
from lkjip.charts.screen import PLOTLY_CONFIG, to_plotly
from lkjip.charts.spec import ChartKind, ChartSpec

__all__ = [
    "PLOTLY_CONFIG",
    "ChartKind",
    "ChartSpec",
    "anggaran_bars",
    "capaian_bars",
    "capaian_serapan",
    "riwayat_heat",
    "sasaran_status",
    "to_plotly",
    "trend",
    "trend_panels",
]
