"""The main script Streamlit runs for every page: page settings, menu, office, year and person, then the page itself."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi, may_somewhere
from lkjip.services import kantor as kantor_service
from lkjip.ui import navigation
from lkjip.ui.context import store
from lkjip.ui.guard import entry, present
from lkjip.ui.runs import RUNS
from lkjip.ui.sidebar import choose_year, office_line, role_bar, who_is_here

LAMBANG = navigation.ROOT / "lkjip" / "web" / "aset" / "lambang.png"
NAMA = navigation.ROOT / "lkjip" / "web" / "aset" / "nama.svg"


def main() -> None:
    """One run of the script."""
    st.set_page_config(page_title="LKjIP", page_icon=str(LAMBANG), layout="wide", initial_sidebar_state="auto")
    door, actor = store(), present().actor
    chosen = st.navigation(navigation.menu(actor), position="sidebar", expanded=True)
    st.logo(str(NAMA), size="large")
    kantor = kantor_service.current(door) if actor is not None else None
    if actor is not None:
        if kantor is not None:
            years = bool(may_somewhere(actor, Aksi.LIHAT_CAPAIAN))
            office_line(kantor, choose_year(door, actor, kantor) if years else kantor.tahun_aktif)
            role_bar(door, kantor, actor)
        who_is_here(door, kantor, actor)
    with entry():
        chosen.run()


with RUNS.inside():
    main()
