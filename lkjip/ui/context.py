"""What a run of the script stands on: the store of this process, the cookie of this visitor."""

from __future__ import annotations

import streamlit as st

from lkjip.config import Config
from lkjip.services.opening import Store, shared_store
from lkjip.web.cookies import SESI

__all__ = ["Store", "config", "session_token", "store"]


def config() -> Config:
    """Where the data stand; read from the environment each time, so that tests may change it."""
    return Config.from_env()


def store() -> Store:
    """The store of the configured database."""
    return shared_store(config())


def session_token() -> str | None:
    """The login token of whoever opened this websocket; looked up again at every rerun."""
    return st.context.cookies.get(SESI)
