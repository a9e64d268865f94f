"""Perencanaan: Renstra periods, import of plans, sasaran, indicators, formulas, targets, programmes."""

from __future__ import annotations

import streamlit as st

from lkjip.ui import (
    editing,
    rencana,
    rencana_buku,
    rencana_impor,
    rencana_indikator,
    rencana_rekonsiliasi,
    rencana_renstra,
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

BAGIAN = [
    "Ikhtisar", "Renstra", "Impor", "Indikator dan target", "Sasaran dan program", "Rekonsiliasi", "Tambah",
]  # fmt: skip
ikhtisar, renstra, impor, indikator, sasaran, rekonsiliasi, tambah = st.tabs(BAGIAN, key="bagian", bind="query-params")
ada = bool(evaluasi.data.sasaran)
with ikhtisar:
    if ada:
        rencana.show_overview(evaluasi)
    else:
        empty_state(
            "Belum ada sasaran dan indikator",
            "Impor matriks Renstra di bagian Impor, atau unggah tabel kinerja: sasaran, indikator, dan target terbaca "
            "dari sana. Atau tulis sasaran pertama di bagian Tambah.",
            "unggah_data",
            "Unggah data",
        )
with renstra:
    rencana_renstra.show_tab(sesi, evaluasi.data)
with impor:
    rencana_impor.show_tab(sesi)
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
    if ada:
        section("Indikator baru")
        rencana_indikator.new_form(sesi, evaluasi.data)
    section("Sasaran baru")
    rencana_sasaran.new_form(sesi)
