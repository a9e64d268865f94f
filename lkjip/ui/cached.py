"""Evaluations kept between reruns, by what they depend on: database, data and rules version, role, year."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.evaluasi import Evaluasi
from lkjip.services import evaluation
from lkjip.ui.context import Store, config
from lkjip.ui.guard import Sesi


def evaluate(sesi: Sesi) -> Evaluasi:
    """The evaluation of the year in work. It is immutable, so all sessions may share one object."""
    return _evaluate(
        sesi.store,
        config().database_url,
        evaluation.data_version(sesi.store),
        evaluation.rules_version(),
        sesi.actor.peran,
        sesi.tahun,
    )


@st.cache_resource(max_entries=24, show_spinner="Menghitung capaian ...")
def _evaluate(_store: Store, database: str, data: int, rules: str, role: str, tahun: int) -> Evaluasi:
    return evaluation.evaluate(_store, tahun)
