"""The sections of the office, in Pengaturan: add, rename, put aside."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lkjip.domain.kantor import Seksi
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import seksi as seksi_service
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi


def show_sections(sesi: Sesi) -> None:
    """Each section with its name to change; one more at the end."""
    semua = seksi_service.list_seksi(sesi.store)
    if not semua:
        st.caption("Belum ada seksi. Tambahkan seksi dan kelurahan yang mengirim data kinerja.")
    for satu in semua:
        _row(sesi, satu)
    _new(sesi)


def _row(sesi: Sesi, satu: Seksi) -> None:
    nama = f"seksi_{satu.id}"
    dilihat = editing.seen(nama, lambda: satu)
    with st.form(f"ubah_{nama}", border=False):
        isi, orang, nomor, aktif, tombol = st.columns([5, 4, 3, 2, 2], vertical_alignment="bottom")
        baru = isi.text_input("Nama seksi", dilihat.nama, max_chars=120, key=editing.field_key(nama, "nama"))
        kepala = orang.text_input("Kepala", dilihat.kepala, max_chars=120, key=editing.field_key(nama, "kepala"))
        kontak = nomor.text_input("Kontak", dilihat.kontak, max_chars=60, key=editing.field_key(nama, "kontak"))
        dipakai = aktif.checkbox("Dipakai", dilihat.aktif, key=editing.field_key(nama, "aktif"))
        if not tombol.form_submit_button("Simpan", key=editing.button_key(nama), width="stretch"):
            return
    try:
        seksi_service.change_seksi(
            sesi.store, sesi.actor, replace(dilihat, nama=baru, aktif=dipakai, kepala=kepala, kontak=kontak)
        )
    except StaleError as error:
        editing.show_newer(nama, error)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, f"'{formats.plain(baru)}' tersimpan.")


def _new(sesi: Sesi) -> None:
    nama = "seksi_baru"
    with st.form("tambah_seksi", border=True):
        isi, tombol = st.columns([8, 2], vertical_alignment="bottom")
        baru = isi.text_input("Seksi baru", max_chars=120, key=editing.field_key(nama, "nama"),
                              placeholder="Seksi Pemerintahan")  # fmt: skip
        if not tombol.form_submit_button("Tambah seksi", key=editing.button_key(nama), width="stretch"):
            return
    try:
        editing.once(nama, lambda kartu: seksi_service.add_seksi(sesi.store, sesi.actor, baru, kartu=kartu))
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, f"'{formats.plain(baru)}' ditambahkan.")
