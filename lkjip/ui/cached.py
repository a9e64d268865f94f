"""Evaluations kept between reruns, by what they depend on: database, data and rules version, role, year."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.domain.evaluasi import Evaluasi
from lkjip.services import aturan, evaluation, rights
from lkjip.services.actor import Actor
from lkjip.services.opening import Store
from lkjip.ui.context import config
from lkjip.ui.guard import Sesi


def evaluate(sesi: Sesi) -> Evaluasi:
    """The evaluation of the year in work. It is immutable, so all sessions may share one object."""
    return evaluate_year(sesi.store, sesi.actor, sesi.tahun)


def evaluate_year(store: Store, actor: Actor, tahun: int) -> Evaluasi:
    """The evaluation of any year."""
    rights.check(actor, Aksi.LIHAT_CAPAIAN)  # also where the answer is already at hand
    data = evaluation.data_version(store)
    return _evaluate(store, actor, config().database_url, data, aturan.current().versi, actor.peran, tahun)


@st.cache_resource(max_entries=24, show_spinner="Menghitung capaian ...")
def _evaluate(_store: Store, _actor: Actor, database: str, data: int, rules: str, role: str, tahun: int) -> Evaluasi:
    return evaluation.evaluate(_store, _actor, tahun)


def years(store: Store) -> tuple[int, ...]:
    """Years with data."""
    return _years(store, config().database_url, evaluation.data_version(store))


@st.cache_resource(max_entries=8, show_spinner=False)
def _years(_store: Store, database: str, data: int) -> tuple[int, ...]:
    return evaluation.years(_store)
