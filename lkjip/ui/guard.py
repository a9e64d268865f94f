"""The first line of every page: who is here, may he open the page, which office and year.

Two independent cures for pages opened past the entry: the page refuses unless `lkjip/ui/main.py` is running it, and
unless the visitor's own cookie names a living session. The cookie is looked up at every rerun: the id of a Streamlit
session is worth nothing without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import quote, urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import StopException

from lkjip.domain.access import Actor, Aksi, may_somewhere
from lkjip.domain.kantor import Kantor
from lkjip.services import accounts
from lkjip.services import kantor as kantor_service
from lkjip.services.accounts import Hadir
from lkjip.ui import context, navigation, tersisa
from lkjip.ui.bagian import forget_parts
from lkjip.ui.context import Store
from lkjip.ui.editing import forget_all
from lkjip.ui.kantor_baru import show_new_office

KUNCI_TAHUN = "tahun"  # the report year stands in the address: ?tahun=2024
KUNCI_HALAMAN = "halaman_terbuka"
KUNCI_PEMILIK = "pemilik_sesi"

_through_entry: ContextVar[bool] = ContextVar("through_entry", default=False)


@dataclass(frozen=True, slots=True)
class Sesi:
    """What a page works with: the actor, the store, the office and the report year chosen in the menu."""

    halaman: str
    actor: Actor
    store: Store
    kantor: Kantor
    tahun: int

    def may(self, aksi: Aksi) -> bool:
        """May this person do this at least for the own section? (what a page shows)."""
        return bool(may_somewhere(self.actor, aksi))


@contextmanager
def entry() -> Iterator[None]:
    """Held by the main script while it runs a page."""
    token = _through_entry.set(True)
    try:
        yield
    except StopException:  # the page ended itself; an overtaken run (RerunException) has drawn nothing for certain
        tersisa.drawn()
        raise
    else:
        tersisa.drawn()
    finally:
        _through_entry.reset(token)


def present() -> Hadir:
    """Who is here now. What another person left in this Streamlit session is let go of."""
    hadir = accounts.who(context.store(), context.session_token())
    owner = (hadir.actor.pengguna_id, hadir.actor.peran, hadir.actor.seksi) if hadir.actor else None
    before = st.session_state.get(KUNCI_PEMILIK)
    if owner is not None and before is not None and before != owner:
        if owner[0] is not None and owner[0] == before[0]:  # in another role: what he was typing waits for him
            tersisa.keep(context.store(), owner[0], st.session_state.get(KUNCI_HALAMAN, ""))
        _let_go()
    if owner is not None:
        st.session_state[KUNCI_PEMILIK] = owner
    return hadir


def _let_go() -> None:
    """Forget everything of this Streamlit session, also what the message of this very run brought.

    Key by key: `st.session_state.clear()` stops silently at the first key that is already gone.
    """
    for key in list(st.session_state):
        with suppress(KeyError):
            del st.session_state[key]


def open_guard(halaman: str) -> Actor:
    """Guard of every page: only through the entry, only for somebody who is logged in and may open it."""
    if not _through_entry.get():
        _refuse("Halaman ini hanya terbuka lewat aplikasi. Buka alamat utama aplikasi, lalu pilih halaman di menu.")
    hadir = present()
    if hadir.actor is None or hadir.harus_ganti:
        turn_away(halaman, hadir)
    izin = may_somewhere(hadir.actor, navigation.halaman(halaman).aksi)
    if not izin:
        st.error(izin.alasan)
        st.page_link(navigation.page("beranda"), label="Ke Beranda", icon=":material/arrow_back:")
        st.stop()
    if st.session_state.get(KUNCI_HALAMAN) != halaman:
        st.session_state[KUNCI_HALAMAN] = halaman
        forget_all()
        forget_parts()
        tersisa.enter()
    tersisa.give_back(context.store(), hadir.actor, halaman)
    return hadir.actor


def guard(halaman: str) -> Sesi:
    """The session of this page, or stop: refusal, or nothing to work on while no office exists."""
    actor = open_guard(halaman)
    door = context.store()
    kantor = kantor_service.current(door)
    if kantor is None:
        show_new_office(door, actor)
        st.stop()
    return Sesi(halaman, actor, door, kantor, st.session_state.get(KUNCI_TAHUN, kantor.tahun_aktif))


def turn_away(halaman: str, hadir: Hadir) -> NoReturn:
    """No living session (any more): keep what was typed, say why, show the way in."""
    if hadir.harus_ganti:
        st.warning("Ganti dahulu kata sandi pertama Anda.")
        st.link_button("Ganti kata sandi", "/sandi", type="primary")
        st.stop()
    owner = st.session_state.get(KUNCI_PEMILIK)
    kept = owner is not None and tersisa.keep(context.store(), owner[0], halaman)
    st.warning(hadir.sebab or "Anda belum masuk, atau sesi sudah berakhir.", icon=":material/lock_clock:")
    if kept:
        st.info("Yang sudah Anda tulis di halaman ini disimpan dan kembali setelah Anda masuk lagi.")
    # With the query: a kept text set into a part of the page that is not the open one would not be shown there.
    query = urlencode(st.query_params.to_dict())
    tujuan = f"/{'' if halaman == 'beranda' else halaman}{'?' if query else ''}{query}"
    st.link_button("Masuk lagi", f"/masuk?lanjut={quote(tujuan, safe='/')}", type="primary")
    st.stop()


def _refuse(sentence: str) -> NoReturn:
    st.error(sentence)
    st.stop()
