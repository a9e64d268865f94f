"""Show a chart: its finding as a sentence, the picture with a text for those who do not see it, its table folded."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from lkjip.services import charts
from lkjip.services.charts import ChartSpec
from lkjip.ui import formats


def show(spec: ChartSpec, key: str, *, pilih: bool = False, tabel: bool = True) -> Any:
    """Draw `spec` under a stable key. With `pilih` a click on a mark reruns the page and the event is returned."""
    if spec.empty:
        st.caption(formats.plain(spec.alt))
        return None
    options: dict[str, Any] = {"on_select": "rerun", "selection_mode": "points"} if pilih else {}
    event = st.plotly_chart(
        charts.to_plotly(spec),
        theme=None,
        width="stretch",
        key=key,
        config=charts.PLOTLY_CONFIG,
        alt=spec.alt,
        **options,
    )
    if tabel:
        with st.expander("Angka pada grafik ini"):
            show_numbers(spec)
    return event if pilih else None


def show_numbers(spec: ChartSpec) -> None:
    """The numbers of the chart as a table, and where they come from."""
    rows = [[formats.plain(cell) for cell in row] for row in spec.table.rows]
    frame = pd.DataFrame(rows, columns=list(spec.table.columns))
    st.table(_right_aligned(frame, spec), hide_index=True, border="horizontal", alt=spec.alt)
    st.caption(formats.plain(spec.source))


def _right_aligned(frame: pd.DataFrame, spec: ChartSpec) -> Any:
    angka = [judul for judul, numeric in zip(spec.table.columns, spec.table.numeric, strict=True) if numeric]
    return frame.style.set_properties(subset=angka, **{"text-align": "right"})
