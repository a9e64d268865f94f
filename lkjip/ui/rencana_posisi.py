"""Kondisi awal and target akhir of one indicator: a form for each Renstra it belongs to."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.indikator import Indikator
from lkjip.domain.renstra import RencanaRenstra, Renstra
from lkjip.domain.tanggal import FIRST_YEAR, LAST_YEAR
from lkjip.errors import RefusedError, StaleError
from lkjip.services import posisi
from lkjip.services.posisi import IsianPosisi
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi


def show(sesi: Sesi, rencana: RencanaRenstra, indikator: Indikator) -> None:
    """The Renstra of the report year first, then the others the indicator stands in."""
    for renstra in posisi.renstra_with(rencana, indikator.id, sesi.tahun):
        _form(sesi, rencana, renstra, indikator)


def _form(sesi: Sesi, rencana: RencanaRenstra, renstra: Renstra, indikator: Indikator) -> None:
    nama = f"posisi_{renstra.id}_{indikator.id}"
    sekarang = posisi.shown(rencana, renstra.id, indikator.id)
    dilihat = editing.seen(nama, lambda: sekarang)
    with st.form(f"form_{nama}"):
        satuan = f", satuan: {formats.plain(indikator.satuan)}" if indikator.satuan else ""
        st.markdown(f"**{formats.plain(renstra.nama)}** ({renstra.mulai}–{renstra.akhir}){satuan}")
        if not posisi.belongs(rencana, renstra.id, indikator.id):
            st.caption("Indikator ini belum termasuk Renstra ini. Dengan menyimpan isian di bawah, ia dimasukkan.")
        diketik = _fields(nama, renstra, dilihat)
        st.caption(
            f"Tulis seperti target: 87,5 atau 80-90 atau BB atau tidak berlaku. Target akhir dipakai sebagai target "
            f"Renstra {renstra.akhir} selama tahun itu belum bertarget."
        )
        if not st.form_submit_button("Simpan kondisi awal dan target akhir", key=f"simpan_{nama}"):
            return
    try:
        changed = posisi.save(sesi.store, sesi.actor, renstra.id, indikator.id, dilihat, diketik)
    except StaleError as error:
        editing.show_stale(nama, error, diketik.written(), sekarang.written(), sekarang)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Kondisi awal dan target akhir tersimpan." if changed else "Tidak ada yang berubah.")


def _fields(nama: str, renstra: Renstra, dilihat: IsianPosisi) -> IsianPosisi:
    kiri, tengah, kanan = st.columns(3)
    awal = kiri.text_input(
        "Kondisi awal", dilihat.awal, key=editing.field_key(nama, "awal"), max_chars=60, placeholder="belum ada"
    )
    tahun = tengah.number_input(
        "Tahun kondisi awal", FIRST_YEAR, LAST_YEAR, dilihat.tahun_awal, format="%d",
        key=editing.field_key(nama, "tahun_awal"), placeholder=str(renstra.mulai - 1),
    )  # fmt: skip
    akhir = kanan.text_input(
        f"Target akhir {renstra.akhir}", dilihat.akhir, key=editing.field_key(nama, "akhir"), max_chars=60,
        placeholder="belum ada",
    )  # fmt: skip
    return IsianPosisi(awal, None if tahun is None else int(tahun), akhir)
