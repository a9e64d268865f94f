"""Charts on a page: one place that draws them, with a stable key, a text for those who listen, and their numbers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from lkjip.services import charts
from lkjip.services.charts import ChartSpec
from lkjip.ui import formats


def show(spec: ChartSpec, key: str, *, pilih: Callable[[str], None] | None = None, tabel: bool = True) -> None:
    """Draw `spec` under a stable key; without a mark only its sentence. `pilih` learns the key of a clicked mark."""
    if spec.empty:
        st.info(formats.plain(spec.alt), icon=":material/bar_chart_off:")
        return
    st.plotly_chart(
        charts.to_plotly(spec),
        key=key,
        theme=None,
        config=charts.PLOTLY_CONFIG,
        alt=spec.alt,
        selection_mode="points",
        on_select="ignore" if pilih is None else partial(_tell, key, pilih),
    )
    if tabel:
        with st.expander("Angka pada grafik ini"):
            show_numbers(spec)


def clicked(key: str) -> str | None:
    """The key of the mark last clicked in the chart `key`; None where none is chosen."""
    points = (st.session_state.get(key) or {}).get("selection", {}).get("points", [])
    chosen = [point["customdata"] for point in points if point.get("customdata")]
    if not chosen:
        return None
    first = chosen[0]
    return str(first[0] if isinstance(first, list | tuple) else first)


def _tell(key: str, pilih: Callable[[str], None]) -> None:
    """Letting go of a mark changes nothing."""
    chosen = clicked(key)
    if chosen is not None:
        pilih(chosen)


def show_numbers(spec: ChartSpec) -> None:
    """The numbers of the chart as a table, and where they come from."""
    rows = [[formats.plain(cell) for cell in row] for row in spec.table.rows]
    frame = pd.DataFrame(rows, columns=list(spec.table.columns))
    st.table(_right_aligned(frame, spec), hide_index=True, border="horizontal", alt=spec.alt)
    st.caption(formats.plain(spec.source))


def _right_aligned(frame: pd.DataFrame, spec: ChartSpec) -> Any:
    angka = [judul for judul, numeric in zip(spec.table.columns, spec.table.numeric, strict=True) if numeric]
    return frame.style.set_properties(subset=angka, **{"text-align": "right"})
