"""An application whose first admin was made at the command line has no office yet: the admin fills it in here."""

from __future__ import annotations

from datetime import datetime

import streamlit as st

from lkjip.domain.access import Actor, Aksi, may
from lkjip.domain.kantor import Kantor
from lkjip.domain.tanggal import FIRST_YEAR, LAST_YEAR
from lkjip.errors import RefusedError
from lkjip.services import kantor as kantor_service
from lkjip.services.opening import Store
from lkjip.ui import editing, formats

NAMA = "kantor_baru"


def show_new_office(store: Store, actor: Actor) -> None:
    """The form for the admin; a sentence for everybody else."""
    st.title("Kantor belum diisi", anchor=False)
    if not may(actor, Aksi.MULAI):
        st.info("Admin mengisi nama kantor dan kabupatennya lebih dahulu. Setelah itu halaman ini terbuka.")
        return
    with st.form(NAMA, border=True):
        nama = st.text_input("Nama kantor", max_chars=120, key=editing.field_key(NAMA, "nama"))
        kabupaten = st.text_input("Kabupaten atau kota", max_chars=120, key=editing.field_key(NAMA, "kabupaten"))
        tahun = st.number_input(
            "Tahun laporan", FIRST_YEAR, LAST_YEAR,
            datetime.now().astimezone().year - 1, step=1, key=editing.field_key(NAMA, "tahun"),
        )  # fmt: skip
        if not st.form_submit_button("Simpan kantor", type="primary", key=editing.button_key(NAMA)):
            return
    try:
        kantor_service.start_office(store, actor, Kantor(nama, kabupaten, tahun_aktif=int(tahun)))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(NAMA, "Kantor tersimpan.")
