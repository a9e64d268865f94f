"""The one open store of this process, shared by all sessions (connections are taken per operation)."""

from __future__ import annotations

import streamlit as st

from lkjip.config import Config
from lkjip.services.opening import Store, open_store

__all__ = ["Store", "config", "store"]


def config() -> Config:
    """Where the data stand; read from the environment each time, so that tests may change it."""
    return Config.from_env()


def store() -> Store:
    """The store of the configured database."""
    return _open(config())


@st.cache_resource(show_spinner="Membuka basis data ...")
def _open(config: Config) -> Store:
    return open_store(config)
