"""Every chart by its question. Pages and documents take charts from here."""

from __future__ import annotations

from lkjip.charts.build_anggaran import anggaran_bars, capaian_serapan
from lkjip.charts.build_capaian import capaian_bars, sasaran_status
from lkjip.charts.build_riwayat import riwayat_heat, trend, trend_panels
from lkjip.charts.spec import ChartSpec
from lkjip.domain.evaluasi import Evaluasi

__all__ = [
    "anggaran_bars",
    "capaian_bars",
    "capaian_serapan",
    "document_charts",
    "riwayat_heat",
    "sasaran_status",
    "trend",
    "trend_panels",
]


def document_charts(evaluasi: Evaluasi) -> dict[str, ChartSpec]:
    """The charts of the LKjIP by their id; charts without a mark are left out."""
    charts = [capaian_bars(evaluasi), sasaran_status(evaluasi), riwayat_heat(evaluasi)]
    charts += [trend_panels(evaluasi, satu.sasaran.id) for satu in evaluasi.sasaran if satu.indikator]
    charts += [anggaran_bars(evaluasi), capaian_serapan(evaluasi)]
    return {chart.id: chart for chart in charts if not chart.empty}
