"""Kelengkapan: of every section what is there, what is missing, whether in time; accept or return what was sent."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.services.papan import sentence
from lkjip.ui import editing, formats, kiriman, papan
from lkjip.ui.guard import guard
from lkjip.ui.layout import empty_state, figures, headline, section

sesi = guard("kelengkapan")
isi = papan.load(sesi)
headline(f"Kelengkapan {sesi.tahun}", formats.plain(sentence(isi)))
editing.show_notice()
papan.show_error()

if not isi.baris:
    empty_state(
        f"Belum ada yang diminta untuk {sesi.tahun}",
        "Tetapkan seksi yang bertanggung jawab atas setiap indikator; sesudah itu kirimannya terpantau di sini.",
        "perencanaan",
        "Perencanaan",
        boleh=sesi.may(Aksi.UBAH_RENCANA),
    )
    st.stop()

figures(papan.key_figures(isi))
baris = papan.choose(isi)
if not baris:
    st.info("Tidak ada seksi dengan saringan ini. Pilih keadaan atau waktu lain.")
    st.stop()
section("Menurut seksi", "Yang dihitung isinya, bukan barisnya. Pilih baris untuk melihat yang kurang dan versinya.")
dipilih = papan.show_board(baris) or papan.own_row(baris, sesi)
if dipilih is not None:
    kiriman.show_section(sesi, dipilih)
papan.show_switch(sesi)
