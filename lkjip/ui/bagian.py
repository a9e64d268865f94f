"""The parts of a page as tabs: a part is drawn from the moment it is first opened, and stays until the page is left.

A part nobody has opened costs nothing at any run; one that was opened stays, so that what was typed there is still
there after a look at another part.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

TERBUKA = "bagian_terbuka"


def show_parts(parts: Mapping[str, Callable[[], object]], key: str) -> None:
    """Tabs by these names, the open one in the address (`?<key>=...`); each is drawn by its function."""
    tabs = st.tabs(list(parts), key=key, bind="query-params")
    opened: set[str] = st.session_state.setdefault(TERBUKA, set())
    for (nama, draw), tab in zip(parts.items(), tabs, strict=True):
        if tab.open:
            opened.add(nama)
        if nama in opened:
            with tab:
                draw()


def forget_parts() -> None:
    """On entering a page: only the part in its address is open."""
    st.session_state.pop(TERBUKA, None)
