"""Entry: `streamlit run app.py`. The application itself is `lkjip/ui/main.py`; this only wraps it (see lkjip/web)."""

from __future__ import annotations

import streamlit as st

from lkjip.ui.incident import on_script_error
from lkjip.web import entry

app = st.App(
    entry.MAIN_SCRIPT,
    lifespan=entry.lifespan,
    routes=entry.routes(),
    middleware=entry.middleware(),
    on_script_error=on_script_error,
)
