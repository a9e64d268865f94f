"""Anggaran: pagu and realisasi of the year, by programme, and what the money bought (capaian beside serapan)."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.services.charts import anggaran_bars, capaian_serapan
from lkjip.ui import anggaran, editing, koreksi
from lkjip.ui.cached import evaluate
from lkjip.ui.grafik import show_chart
from lkjip.ui.guard import guard
from lkjip.ui.layout import empty_state, figures, headline, held_note, section

sesi = guard("anggaran")
evaluasi = evaluate(sesi)
headline(f"Anggaran {sesi.tahun}", anggaran.sentence(evaluasi.anggaran))
editing.show_notice()
held_note(evaluasi)

if not evaluasi.anggaran.baris:
    empty_state(
        f"Belum ada data anggaran {sesi.tahun}",
        "Unggah laporan realisasi anggaran (kode, program/kegiatan, pagu, realisasi).",
        "unggah_data",
        "Unggah data",
        boleh=sesi.may(Aksi.UBAH_RENCANA),
    )
    st.stop()

figures(anggaran.key_figures(evaluasi.anggaran))
show_chart(anggaran_bars(evaluasi), "batang_anggaran")
section("Program, kegiatan, dan sub kegiatan")
anggaran.show_tree(evaluasi.anggaran, anggaran.choose_depth(evaluasi.anggaran), evaluasi.data.pagu)
anggaran.show_notes(evaluasi.anggaran)
koreksi.show_for_budget(sesi)

section("Capaian dan serapan menurut sasaran", "Serapan rendah saja bukan efisiensi: target harus tercapai dahulu.")
show_chart(capaian_serapan(evaluasi), "capaian_serapan")
anggaran.show_efficiency(evaluasi)
anggaran.show_link_to_programmes(evaluasi, boleh=sesi.may(Aksi.UBAH_RENCANA))
koreksi.show_register(sesi)
