"""Draf LKjIP: what is still missing, and one click for the document (PDF) or the evaluation (XLSX)."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.services.kesiapan import check_readiness, may_export, summary
from lkjip.ui import draf, formats
from lkjip.ui.cached import evaluate
from lkjip.ui.guard import guard
from lkjip.ui.layout import empty_state, headline, held_note, section

sesi = guard("draf_lkjip")
evaluasi = evaluate(sesi)
butir = check_readiness(evaluasi)
headline(f"Draf LKjIP {sesi.tahun}", formats.plain(summary(butir)))
held_note(evaluasi)

if not evaluasi.indikator:
    empty_state(
        f"Belum ada data kinerja {sesi.tahun}",
        "Unggah tabel kinerja dan laporan realisasi anggaran; draf dibuat dari data itu.",
        "unggah_data",
        "Unggah data",
        boleh=sesi.may(Aksi.UBAH_RENCANA),
    )
    st.stop()

draf.show_downloads(evaluasi, boleh=may_export(butir))
section("Kesiapan data", "Yang belum lengkap tidak menghalangi draf; di dalam draf tertulis apa adanya.")
draf.show_readiness(butir, sesi.actor)
