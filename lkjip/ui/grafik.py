"""Charts on a page: one place that draws them, with a stable key, Indonesian settings and words for listeners."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from lkjip.services import charts
from lkjip.ui import formats


def show_chart(spec: charts.ChartSpec, key: str, *, pilih: Callable[[str], None] | None = None) -> None:
    """Draw the chart; without a mark only its sentence.

    `pilih` is told the key of the mark that is clicked (an indicator's id) before the page is drawn again.
    """
    if spec.empty:
        st.info(formats.plain(spec.alt), icon=":material/info:")
        return
    st.plotly_chart(
        charts.to_plotly(spec),
        key=key,
        theme=None,
        config=charts.PLOTLY_CONFIG,
        alt=spec.alt,
        selection_mode="points",
        on_select="ignore" if pilih is None else lambda: _clicked(key, pilih),
    )


def _clicked(key: str, pilih: Callable[[str], None]) -> None:
    """Letting go of a mark changes nothing."""
    points = (st.session_state.get(key) or {}).get("selection", {}).get("points", [])
    for point in points:
        data = point.get("customdata")
        chosen = data[0] if isinstance(data, list | tuple) and data else data
        if chosen:
            pilih(str(chosen))
            return
