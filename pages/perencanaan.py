"""Perencanaan: sasaran, indicators with their formulas, targets of Renstra and PK, programmes of a sasaran."""

from __future__ import annotations

import streamlit as st

from lkjip.ui import (
    editing,
    rencana,
    rencana_buku,
    rencana_indikator,
    rencana_rekonsiliasi,
    rencana_sasaran,
    rencana_target,
)
from lkjip.ui.cached import evaluate
from lkjip.ui.guard import guard
from lkjip.ui.layout import empty_state, headline, section

sesi = guard("perencanaan")
evaluasi = evaluate(sesi)
headline("Perencanaan", rencana.sentence(evaluasi))
editing.show_notice()

if not evaluasi.data.sasaran:
    empty_state(
        "Belum ada sasaran dan indikator",
        "Unggah tabel kinerja: sasaran, indikator, dan target terbaca dari sana. Atau tulis sasaran pertama di bawah.",
        "unggah_data",
        "Unggah data",
    )
    rencana_sasaran.new_form(sesi)
    st.stop()

ikhtisar, indikator, sasaran, rekonsiliasi, tambah = st.tabs(
    ["Ikhtisar", "Indikator dan target", "Sasaran dan program", "Rekonsiliasi", "Tambah"], key="bagian",
    bind="query-params",
)  # fmt: skip
with ikhtisar:
    rencana.show_overview(evaluasi)
with indikator:
    pilihan = rencana.choose_indicator(evaluasi)
    if pilihan is not None:
        rencana_indikator.show_form(sesi, evaluasi.data, pilihan)
        section("Target", "Renstra: rencana lima tahun. PK: janji tahun itu; capaian diukur terhadap target PK.")
        for dinilai in evaluasi.indikator:
            if dinilai.indikator.id == pilihan.id:
                rencana_target.show_doubt(dinilai)
        rencana_target.show_form(sesi, pilihan)
        rencana_buku.show_ledger(sesi, pilihan)
        rencana.show_removal(sesi, pilihan)
with sasaran:
    for satu in evaluasi.data.sasaran:
        rencana_sasaran.show_form(sesi, evaluasi, satu)
with rekonsiliasi:
    rencana_rekonsiliasi.show(sesi)
with tambah:
    section("Indikator baru")
    rencana_indikator.new_form(sesi, evaluasi.data)
    section("Sasaran baru")
    rencana_sasaran.new_form(sesi)
