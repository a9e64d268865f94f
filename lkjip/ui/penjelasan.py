"""Explanations by form, where the board says they are missing: what is stored is filled in, nothing is passed over."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from lkjip.domain.access import Aksi, may
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.domain.showing import join_words
from lkjip.errors import RefusedError, StaleError
from lkjip.services import penjelasan
from lkjip.services.papan import BarisPapan
from lkjip.services.penjelasan import PenjelasanIndikator
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi

LABEL = {
    "pendorong": "Faktor pendorong",
    "penghambat": "Faktor penghambat",
    "upaya": "Upaya yang dilakukan",
    "tindak_lanjut": "Rencana tindak lanjut",
}


def show(sesi: Sesi, baris: BarisPapan) -> None:
    """A form for each indicator of this section, for whoever may explain it; its title says what is missing."""
    if not baris.diminta.indikator or not may(sesi.actor, Aksi.NARASI, baris.seksi.id):
        return
    semua = penjelasan.of_section(sesi.store, sesi.actor, sesi.tahun, baris.seksi.id, baris.diminta.indikator)
    wajib = sum(bool(satu.diminta.wajib) for satu in semua)
    st.markdown("**Menulis penjelasan**")
    st.caption(
        f"Wajib untuk {wajib} dari {len(semua)} indikator: penghambat, dan upaya atau tindak lanjut. "
        "Yang ditulis di sini berlaku tanpa mengunggah buku kerja."
        if wajib
        else "Tidak ada yang wajib dijelaskan; yang ditulis di sini tetap dipakai dalam laporan."
    )
    for satu in semua:
        with st.expander(_title(satu), key=f"jelas_{satu.diminta.id}"):
            _form(sesi, satu)


def word_fields(nama: str, kata: Penjelasan) -> dict[str, str]:
    """The four fields of an explanation; returns what is typed."""
    kiri, kanan = st.columns(2)
    return {
        medan: (kiri if medan in {"penghambat", "pendorong"} else kanan).text_area(
            LABEL[medan], getattr(kata, medan), key=editing.field_key(nama, medan), max_chars=2000, height=80
        )
        for medan in ("penghambat", "upaya", "pendorong", "tindak_lanjut")
    }


def replace_words(kata: Penjelasan, texts: Mapping[str, str]) -> Penjelasan:
    """The same explanation in the words typed."""
    return Penjelasan(
        kata.indikator_id, kata.tahun, texts["pendorong"], texts["penghambat"], texts["upaya"], texts["tindak_lanjut"]
    )


def _title(satu: PenjelasanIndikator) -> str:
    """The indicator, with the mark and the word of where its explanation stands."""
    if satu.kurang:
        keadaan = f"○ kurang {join_words(satu.kurang)}"
    elif satu.diminta.wajib:
        keadaan = "● lengkap"
    else:
        keadaan = "ada" if any(penjelasan.texts_of(satu.kata).values()) else "tidak wajib"
    return formats.plain(f"{satu.diminta.teks}: {keadaan}")


def _form(sesi: Sesi, satu: PenjelasanIndikator) -> None:
    nama = f"penjelasan_{sesi.tahun}_{satu.diminta.id}"
    dilihat = editing.seen(nama, lambda: satu.kata)
    with st.form(f"form_{nama}", border=False):
        if satu.diminta.wajib:
            st.markdown(formats.plain(f"Wajib dijelaskan karena {satu.diminta.wajib}."))
        texts = word_fields(nama, dilihat)
        if not st.form_submit_button("Simpan penjelasan", key=f"simpan_{nama}"):
            return
    try:
        stored = penjelasan.explain(sesi.store, sesi.actor, replace_words(dilihat, texts), dilihat)
    except StaleError as error:
        editing.show_stale(nama, error, _titled(texts), _titled(penjelasan.texts_of(satu.kata)), satu.kata)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Penjelasan tersimpan." if stored else "Tidak ada yang berubah.")


def _titled(texts: Mapping[str, str]) -> dict[str, str]:
    return {judul: texts[medan].strip() for medan, judul in LABEL.items()}
