"""The forms of tujuan inside their Renstra: wording, a new one, and taking out one that no sasaran serves."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.renstra import Renstra, Tujuan
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import tujuan
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi


def show(sesi: Sesi, data: DataKinerja, renstra: Renstra) -> None:
    """Every tujuan of this Renstra with the sasaran that serve it, then the form of a new one."""
    mine = [satu for satu in data.rencana.tujuan if satu.renstra_id == renstra.id]
    if not mine:
        st.caption("Belum ada tujuan. Tulis di bawah, atau impor matriks Renstra di bagian Impor.")
    for nomor, satu in enumerate(mine, 1):
        with st.container(border=True):
            st.markdown(f"**Tujuan {nomor}**")
            _form(sesi, satu)
            _serving(sesi, data, satu)
    _new_form(sesi, renstra)


def _form(sesi: Sesi, sekarang: Tujuan) -> None:
    nama = f"tujuan_{sekarang.id}"
    dilihat = editing.seen(nama, lambda: sekarang)
    with st.form(f"form_{nama}", border=False):
        teks = st.text_area("Tujuan", dilihat.teks, key=editing.field_key(nama, "teks"), max_chars=2000, height=80)
        if not st.form_submit_button("Simpan tujuan", key=f"simpan_{nama}"):
            return
    try:
        changed = tujuan.change(sesi.store, sesi.actor, dilihat.id, dilihat.versi, teks)
    except StaleError as error:
        editing.show_stale(nama, error, {"Tujuan": teks}, {"Tujuan": sekarang.teks}, sekarang)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Tujuan tersimpan." if changed else "Tidak ada yang berubah.")


def _serving(sesi: Sesi, data: DataKinerja, satu: Tujuan) -> None:
    """The sasaran under this tujuan, and the button that takes an empty one out."""
    serving = tujuan.sasaran_of(data.rencana, data.indikator, data.sasaran, satu.id)
    if serving:
        st.caption(formats.plain("Sasaran: " + "; ".join(sasaran.teks for sasaran in serving)))
    else:
        st.caption("Belum ada sasaran di bawah tujuan ini. Pilih tujuannya di bagian 'Sasaran dan program'.")
    nama = f"tujuan_{satu.id}"
    if st.button("Hapus tujuan ini", key=f"hapus_{nama}", type="tertiary", icon=":material/delete:"):
        try:
            tujuan.remove(sesi.store, sesi.actor, satu.id, satu.versi)
        except RefusedError as error:
            st.error(formats.plain(str(error)))
        else:
            editing.saved(nama, "Tujuan dihapus dari daftar. Riwayatnya tetap tersimpan.")


def _new_form(sesi: Sesi, renstra: Renstra) -> None:
    nama = f"tujuan_baru_{renstra.id}"
    with st.form(f"form_{nama}"):
        teks = st.text_area(
            "Tujuan baru", key=editing.field_key(nama, "teks"), max_chars=2000, height=80,
            placeholder="Meningkatnya kualitas pelayanan publik kecamatan",
        )  # fmt: skip
        if not st.form_submit_button("Tambah tujuan", key=editing.button_key(nama)):
            return
    try:
        editing.once(nama, lambda kartu: tujuan.add(sesi.store, sesi.actor, renstra.id, teks, kartu=kartu))
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Tujuan ditambahkan. Pilih sasarannya di bagian 'Sasaran dan program'.")
