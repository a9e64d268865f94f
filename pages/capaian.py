"""Capaian: where the year stands, every indicator against its target, and one indicator down to the cell."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.services import ringkasan
from lkjip.services.charts import sasaran_status, trend
from lkjip.services.pilihan import whole_sasaran
from lkjip.ui import capaian, editing, indikator, koreksi
from lkjip.ui.cached import evaluate
from lkjip.ui.grafik import show_chart
from lkjip.ui.guard import guard
from lkjip.ui.layout import empty_state, figures, headline, held_note, section

sesi = guard("capaian")
evaluasi = evaluate(sesi)
headline(f"Capaian kinerja {sesi.tahun}", ringkasan.sentence(evaluasi))
editing.show_notice()
held_note(evaluasi)

if not evaluasi.indikator:
    empty_state(
        f"Belum ada indikator untuk {sesi.tahun}",
        "Unggah tabel kinerja (sasaran, indikator, target, realisasi); capaiannya langsung terhitung.",
        "unggah_data",
        "Unggah data",
        boleh=sesi.may(Aksi.UBAH_RENCANA),
    )
    st.stop()

figures(ringkasan.figures(evaluasi))
bagian, menurut_status = capaian.choose_part(evaluasi)
if not bagian.indikator:
    st.info("Tidak ada indikator dengan saringan ini. Pilih sasaran atau status lain.")
    st.stop()

capaian.show_bars(bagian, menurut_status)
dipilih = capaian.choose_indicator(bagian)
if dipilih is not None:
    with st.container(border=True):
        indikator.show_heading(dipilih)
        indikator.show_figures(dipilih)
        show_chart(trend(evaluasi, dipilih.indikator.id), "tren_indikator")
        indikator.show_years(dipilih)
        indikator.show_rule_and_trace(dipilih, boleh_ubah=sesi.may(Aksi.UBAH_RENCANA))
        koreksi.show_for_indicator(sesi, dipilih.indikator.id)

section(capaian.list_title(evaluasi, bagian), "Yang terendah di atas. Klik judul kolom untuk mengurutkan.")
capaian.show_indicators(bagian)
section("Menurut sasaran")
sasaran = whole_sasaran(evaluasi, bagian)
show_chart(sasaran_status(sasaran), "status_sasaran")
capaian.show_by_sasaran(sasaran)
capaian.show_rules(evaluasi, sesi.actor)
koreksi.show_register(sesi)
