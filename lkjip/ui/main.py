"""The main script Streamlit runs for every page: page settings, menu, office and year, then the page itself."""

from __future__ import annotations

import streamlit as st

from lkjip.services import kantor as kantor_service
from lkjip.ui import navigation
from lkjip.ui.context import store
from lkjip.ui.guard import entry
from lkjip.ui.sidebar import choose_year, office_line

LAMBANG = navigation.ROOT / "lkjip" / "web" / "aset" / "lambang.png"
NAMA = navigation.ROOT / "lkjip" / "web" / "aset" / "nama.svg"


def main() -> None:
    """One run of the script."""
    st.set_page_config(page_title="LKjIP", page_icon=str(LAMBANG), layout="wide", initial_sidebar_state="auto")
    door = store()
    kantor = kantor_service.current(door)
    chosen = st.navigation(navigation.menu(kantor is not None), position="sidebar", expanded=True)
    st.logo(str(NAMA), size="large")
    if kantor is not None:
        office_line(kantor, choose_year(door, kantor))
    with entry():
        chosen.run()


main()
