"""What somebody had typed when his session ended: kept on the server for him alone, given back after the next login.

It stays kept until its form has been saved or the text was put away: a page that is loaded once more, or a run that is
overtaken before the browser has drawn it, shows it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import streamlit as st

from lkjip.domain.access import Actor
from lkjip.services import sisa_isian
from lkjip.services.opening import Store
from lkjip.ui import editing, formats

PLAIN = (str, int, float, bool)
SISA = "isian_tersisa"
AWAL = "isian_awal"


@dataclass(slots=True)
class Sisa:
    """The kept fields of this visit of the page: form -> its round when they were given back."""

    pada: datetime | None = None
    isian: list[tuple[str, str, object]] = field(default_factory=list)
    formulir: dict[str, int] = field(default_factory=dict)
    tergambar: bool = False


def enter() -> None:
    """On entering a page: what waits there is looked up anew."""
    st.session_state.pop(SISA, None)
    st.session_state.pop(AWAL, None)


def keep(store: Store, pengguna_id: int, halaman: str) -> bool:
    """Keep what was changed in the forms of this page; False where there was nothing to keep.

    A field that was left as it was drawn is not kept: given back it would undo what a colleague wrote meanwhile.
    """
    awal: Mapping[str, object] = st.session_state.get(AWAL, {})
    fields = [
        [nama, isian, st.session_state[key]]
        for key, (nama, isian) in editing.fields().items()
        if key in st.session_state
        and isinstance(st.session_state[key], PLAIN)
        and st.session_state[key] != awal.get(key, "")
    ]
    if fields:
        sisa_isian.keep(store, pengguna_id, halaman, {"isian": fields})
    return bool(fields)


def give_back(store: Store, actor: Actor, halaman: str) -> None:
    """Put kept fields back into the forms of this page, and say so until they are saved or put away."""
    if SISA not in st.session_state:
        st.session_state[SISA] = _waiting(store, actor, halaman)
    sisa: Sisa = st.session_state[SISA]
    selesai = [nama for nama, putaran in sisa.formulir.items() if editing.round_of(nama) != putaran]
    if selesai:
        sisa_isian.let_go(store, actor, halaman, selesai)
        sisa.formulir = {nama: putaran for nama, putaran in sisa.formulir.items() if nama not in selesai}
    if not sisa.formulir or sisa.pada is None:
        return
    if not sisa.tergambar:
        _fill(sisa)
    kalimat = f"Isian Anda dari {formats.waktu(sisa.pada)} kembali di formulirnya."
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(f"{kalimat} Belum disimpan: periksa dahulu, lalu simpan.", icon=":material/history:")
        st.button(
            "Buang isian itu", key="buang_sisa", type="tertiary", on_click=_put_away, args=(tuple(sisa.formulir),)
        )


def drawn() -> None:
    """At the end of a run: its forms have gone to the browser. How each field was first drawn is remembered."""
    editing.drawn()
    awal = st.session_state.setdefault(AWAL, {})
    for key in editing.fields():
        if key in st.session_state:
            awal.setdefault(key, st.session_state[key])
    if SISA in st.session_state:
        st.session_state[SISA].tergambar = True


def _waiting(store: Store, actor: Actor, halaman: str) -> Sisa:
    found = sisa_isian.waiting(store, actor, halaman)
    if found is None:
        return Sisa()
    isi, pada = found
    isian = [(nama, isian, value) for nama, isian, value in isi.get("isian", ())]
    return Sisa(pada, isian, {nama: editing.round_of(nama) for nama, _, _ in isian})


def _fill(sisa: Sisa) -> None:
    """What was typed over it meanwhile stands."""
    awal = st.session_state.setdefault(AWAL, {})
    for nama, isian, value in sisa.isian:
        key = editing.field_key(nama, isian)
        awal[key] = None  # not as the record has it: kept again where this session ends too
        if st.session_state.get(key, value) in (value, ""):
            st.session_state[key] = value


def _put_away(formulir: tuple[str, ...]) -> None:
    for nama in formulir:
        editing.forget(nama)
