"""Beranda: where the year stands in one sentence, a few figures, the next step, and what still needs a decision."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.services import charts, ringkasan
from lkjip.ui import cached
from lkjip.ui.grafik import show_chart
from lkjip.ui.guard import guard
from lkjip.ui.home import show_admin_home, show_next_action, show_open_issues, why_returned
from lkjip.ui.layout import empty_state, figures, headline

sesi = guard("beranda")
if not sesi.may(Aksi.LIHAT_CAPAIAN):
    show_admin_home(sesi)
    st.stop()

evaluasi = cached.evaluate(sesi)
headline(f"Kinerja tahun {sesi.tahun}", ringkasan.sentence(evaluasi))

if not evaluasi.indikator and not evaluasi.anggaran.baris:
    empty_state(
        f"Belum ada data untuk tahun {sesi.tahun}",
        "Mulai dengan mengunggah tabel indikator (sasaran, indikator, satuan, target, realisasi) atau tabel anggaran. "
        "Berkas Excel, ODS, dan CSV dari seksi dapat dibaca apa adanya.",
        "unggah_data",
        "Unggah data",
        boleh=sesi.may(Aksi.UBAH_RENCANA),
    )
else:
    figures(ringkasan.figures(evaluasi))
    dikembalikan = why_returned(sesi)
    show_next_action(evaluasi, sesi.actor, dikembalikan)
    if evaluasi.indikator:
        show_chart(charts.sasaran_status(evaluasi), "status_sasaran", angka=True)
    show_open_issues(evaluasi, sesi.actor, dikembalikan)
