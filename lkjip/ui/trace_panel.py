"""Where a number comes from: the steps of its computation down to file, sheet and cell."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lkjip.domain.trace import Trace
from lkjip.ui import formats


def show_trace(trace: Trace, judul: str = "Asal angka") -> None:
    """The steps in order, each with what was done, the values, and the source cell or form entry."""
    if not trace:
        st.caption("Belum ada hitungan untuk dijelaskan.")
        return
    rows = [
        {
            "Langkah": formats.plain(step.langkah),
            "Isi": formats.plain(step.isi),
            "Sumber": formats.plain(str(step.sumber)) if step.sumber else formats.TANDA_HUBUNG,
        }
        for step in trace
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt=judul)
