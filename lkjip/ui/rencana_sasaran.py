"""The forms of sasaran: wording, the programmes that serve it, a new sasaran, and taking an empty one out of use."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.indikator import Sasaran
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import perencanaan
from lkjip.ui import editing, formats
from lkjip.ui.anggaran import programme_key, programmes
from lkjip.ui.guard import Sesi


def show_form(sesi: Sesi, evaluasi: Evaluasi, sekarang: Sasaran) -> None:
    """Wording and programmes of one sasaran: one form and one button, so that saving the one never drops the other."""
    nama = f"sasaran_{sekarang.id}"
    dilihat = editing.seen(nama, lambda: sekarang)
    with st.container(border=True):
        st.markdown(f"**Sasaran {sekarang.urutan}**")
        _fields(sesi, nama, evaluasi, dilihat, sekarang)
        _removal(sesi, nama, evaluasi, dilihat)


def new_form(sesi: Sesi) -> None:
    """A new sasaran at the end."""
    nama = "sasaran_baru"
    with st.form(f"form_{nama}"):
        teks = st.text_area(
            "Sasaran strategis baru", key=editing.field_key(nama, "teks"), max_chars=2000, height=80,
            placeholder="Meningkatnya kualitas pelayanan publik kecamatan",
        )  # fmt: skip
        if not st.form_submit_button("Tambah sasaran", type="primary", key=editing.button_key(nama)):
            return
    try:
        editing.once(nama, lambda kartu: perencanaan.add_sasaran(sesi.store, sesi.actor, teks, kartu=kartu))
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Sasaran ditambahkan.")


def _fields(sesi: Sesi, nama: str, evaluasi: Evaluasi, dilihat: Sasaran, sekarang: Sasaran) -> None:
    with st.form(f"form_{nama}", border=False):
        teks = st.text_area(
            "Sasaran strategis", dilihat.teks, key=editing.field_key(nama, "teks"), max_chars=2000, height=80
        )
        program = _programmes(nama, evaluasi, dilihat)
        if not st.form_submit_button("Simpan sasaran", key=f"simpan_{nama}"):
            return
    try:
        perencanaan.edit_sasaran(sesi.store, sesi.actor, dilihat.id, dilihat.versi, teks, program=program)
    except StaleError as error:
        mine, stored = _texts(teks, program), _texts(sekarang.teks, sekarang.program)
        editing.show_stale(nama, error, mine, stored, sekarang)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Sasaran tersimpan. Efisiensinya sudah dihitung ulang.")


def _programmes(nama: str, evaluasi: Evaluasi, dilihat: Sasaran) -> Sequence[str]:
    """Which programmes of the budget serve this sasaran; without a budget there is nothing to choose from."""
    names = {programme_key(baris): baris.uraian for baris in programmes(evaluasi)}
    pilihan = list(dict.fromkeys([*names, *dilihat.program]))
    if not pilihan:
        st.caption("Program dapat dihubungkan setelah data anggaran diunggah.")
        return dilihat.program
    return st.multiselect(
        "Program yang mendukung sasaran ini", pilihan, list(dilihat.program),
        format_func=lambda kunci: f"{kunci} {names[kunci]}" if names.get(kunci, kunci) != kunci else kunci,
        key=editing.field_key(nama, "program"), placeholder="Pilih program",
    )  # fmt: skip


def _texts(teks: str, program: Sequence[str]) -> dict[str, str]:
    return {"Sasaran": teks, "Program": "; ".join(program)}


def _removal(sesi: Sesi, nama: str, evaluasi: Evaluasi, dilihat: Sasaran) -> None:
    """An empty sasaran may be taken out of use."""
    isi = next((satu for satu in evaluasi.sasaran if satu.sasaran.id == dilihat.id), None)
    if isi is not None and isi.indikator:
        return
    if st.button("Hapus sasaran ini", key=f"hapus_{nama}", type="tertiary", icon=":material/delete:"):
        try:
            perencanaan.remove_sasaran(sesi.store, sesi.actor, dilihat.id, dilihat.versi)
        except RefusedError as error:
            st.error(formats.plain(str(error)))
        else:
            editing.saved(nama, "Sasaran dihapus dari daftar. Riwayatnya tetap tersimpan.")
