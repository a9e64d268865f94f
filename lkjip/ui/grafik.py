"""Charts on a page: one place that draws them, with a stable key, Indonesian settings and words for listeners.

Title and source stand outside the picture, as text that wraps on a phone and is read before the picture has loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

import pandas as pd
import streamlit as st

from lkjip.services import charts
from lkjip.ui import formats

KEPT = 256  # figures kept between reruns, about 20 KB each: building one takes 5 ms, fetching it nothing


def show_chart(
    spec: charts.ChartSpec, key: str, *, pilih: Callable[[str], None] | None = None, angka: bool = False
) -> None:
    """Draw the chart; without a mark only its sentence. `angka` folds the table of its numbers below it.

    `pilih` is told the key of the mark that is clicked (an indicator's id) before the page is drawn again.
    """
    if spec.empty:
        st.info(formats.plain(spec.alt), icon=":material/info:")
        return
    st.markdown(f"**{formats.plain(spec.title)}**")
    st.plotly_chart(
        _picture_only(spec, _narrow_screen()),
        key=key,
        theme=None,
        config=charts.PLOTLY_CONFIG,
        alt=spec.alt,
        selection_mode="points",
        on_select="ignore" if pilih is None else partial(_clicked, key, pilih),
    )
    st.caption(formats.plain(f"CONTOH: data rekaan. {spec.source}" if spec.demo else spec.source))
    if angka:
        with st.expander("Angka pada grafik ini"):
            _show_numbers(spec)


def _narrow_screen() -> bool:
    """What `lkjip/web/aset/layar.js` said of the window when the page was opened."""
    return st.context.cookies.get("layar") == "sempit"


@lru_cache(maxsize=KEPT)
def _picture_only(spec: charts.ChartSpec, narrow: bool) -> Any:
    """The figure without title and source, and without the room they took. Shared between visitors: never changed."""
    return charts.to_plotly(replace(spec, title="", source="", demo=False), narrow=narrow)


def _clicked(key: str, pilih: Callable[[str], None]) -> None:
    """Letting go of a mark changes nothing."""
    points = (st.session_state.get(key) or {}).get("selection", {}).get("points", [])
    for point in points:
        data = point.get("customdata")
        chosen = data[0] if isinstance(data, list | tuple) and data else data
        if chosen:
            pilih(str(chosen))
            return


def _show_numbers(spec: charts.ChartSpec) -> None:
    rows = [[formats.plain(cell) for cell in row] for row in spec.table.rows]
    frame = pd.DataFrame(rows, columns=list(spec.table.columns))
    st.table(_right_aligned(frame, spec), hide_index=True, border="horizontal", alt=spec.alt)


def _right_aligned(frame: pd.DataFrame, spec: charts.ChartSpec) -> Any:
    angka = [judul for judul, numeric in zip(spec.table.columns, spec.table.numeric, strict=True) if numeric]
    return frame.style.set_properties(subset=angka, **{"text-align": "right"})
