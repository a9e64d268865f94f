"""What somebody had typed when his session ended: kept on the server for him alone, given back after the next login."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Actor
from lkjip.services import sisa_isian
from lkjip.services.opening import Store
from lkjip.ui import editing, formats

PLAIN = (str, int, float, bool)
PESAN = "isian_dipulihkan"


def keep(store: Store, pengguna_id: int, halaman: str) -> bool:
    """Keep the fields of the forms on this page that hold something; False where there was nothing to keep."""
    fields = [
        [nama, isian, st.session_state[key]]
        for key, (nama, isian) in editing.fields().items()
        if key in st.session_state and isinstance(st.session_state[key], PLAIN)
    ]
    if fields:
        sisa_isian.keep(store, pengguna_id, halaman, {"isian": fields})
    return bool(fields)


def give_back(store: Store, actor: Actor, halaman: str) -> None:
    """Put kept fields back into the forms of this page, once, and say so."""
    found = sisa_isian.take(store, actor, halaman)
    if found is not None:
        isi, pada = found
        for nama, isian, value in isi.get("isian", ()):
            st.session_state[editing.field_key(nama, isian)] = value
        st.session_state[PESAN] = f"Isian Anda dari {formats.waktu(pada.astimezone())} kembali di formulirnya."
    if sentence := st.session_state.pop(PESAN, ""):
        st.info(f"{sentence} Belum disimpan: periksa dahulu, lalu simpan.", icon=":material/history:")
