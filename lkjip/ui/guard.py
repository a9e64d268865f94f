"""The first line of every page: who is here, may the page run, which office and year.

Two independent cures for pages opened past the entry: the page refuses unless `lkjip/ui/main.py` is running it, and
unless the visitor sits at this machine (there are no accounts yet; `lkjip/web/local_only.py` is the outer gate).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NoReturn

import streamlit as st

from lkjip.domain.kantor import Kantor
from lkjip.services import kantor as kantor_service
from lkjip.services.actor import LOCAL_USER, Actor
from lkjip.ui.context import Store, store
from lkjip.ui.editing import forget_all
from lkjip.ui.welcome import show_welcome
from lkjip.web.local_only import is_loopback

KUNCI_TAHUN = "tahun"  # the report year stands in the address: ?tahun=2024
KUNCI_HALAMAN = "halaman_terbuka"

_through_entry: ContextVar[bool] = ContextVar("through_entry", default=False)


@dataclass(frozen=True, slots=True)
class Sesi:
    """What a page works with: the actor, the store, the office and the report year chosen in the menu."""

    halaman: str
    actor: Actor
    store: Store
    kantor: Kantor
    tahun: int


@contextmanager
def entry() -> Iterator[None]:
    """Held by the main script while it runs a page."""
    token = _through_entry.set(True)
    try:
        yield
    finally:
        _through_entry.reset(token)


def open_guard(halaman: str) -> None:
    """Guard of a page that needs no office (help): only through the entry, only from this machine."""
    if not _through_entry.get():
        _refuse("Halaman ini hanya terbuka lewat aplikasi. Buka alamat utama aplikasi, lalu pilih halaman di menu.")
    address = st.context.ip_address  # None: this machine
    if isinstance(address, str) and not is_loopback(address):
        _refuse("Aplikasi ini hanya dapat dibuka di komputer tempat ia dijalankan.")
    if st.session_state.get(KUNCI_HALAMAN) != halaman:
        st.session_state[KUNCI_HALAMAN] = halaman
        forget_all()


def guard(halaman: str) -> Sesi:
    """The session of this page, or stop: refusal, or the first start while no office exists."""
    open_guard(halaman)
    door = store()
    kantor = kantor_service.current(door)
    if kantor is None:
        show_welcome(door, LOCAL_USER)
        st.stop()
    return Sesi(halaman, LOCAL_USER, door, kantor, st.session_state.get(KUNCI_TAHUN, kantor.tahun_aktif))


def _refuse(sentence: str) -> NoReturn:
    st.error(sentence)
    st.stop()
