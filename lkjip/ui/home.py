"""The parts of Beranda: the next step and what still needs a decision."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.finding import Tingkat, sorted_findings
from lkjip.services.kesiapan import Butir, Keadaan, check_readiness, summary
from lkjip.ui import formats
from lkjip.ui.draf import show_readiness
from lkjip.ui.findings_table import sentence, show_findings
from lkjip.ui.layout import details, next_action, section
from lkjip.ui.navigation import halaman

PALING_BANYAK = 5
SUDAH_DISEBUT = frozenset({"realisasi_belum_ada"})  # the readiness check names these indicators


def show_next_action(evaluasi: Evaluasi) -> None:
    """What stops the draft, else what it lacks, else the draft itself."""
    butir = check_readiness(evaluasi)
    kurang = next((satu for satu in butir if satu.keadaan is not Keadaan.SIAP), None)
    if kurang is None:
        next_action(summary(butir), "draf_lkjip", "Buat draf")
    else:
        next_action(
            formats.plain(f"{kurang.judul}: {kurang.penjelasan}"), kurang.halaman, halaman(kurang.halaman).judul
        )


def show_open_issues(evaluasi: Evaluasi) -> None:
    """What is missing and what looks odd, at most five lines each; the rest folded."""
    kurang = [satu for satu in check_readiness(evaluasi) if satu.keadaan is not Keadaan.SIAP]
    temuan = [
        satu
        for satu in sorted_findings(evaluasi.temuan)
        if satu.tingkat is not Tingkat.CATATAN and satu.kode not in SUDAH_DISEBUT
    ]
    if not kurang and not temuan:
        st.success("Tidak ada yang menunggu keputusan.", icon=":material/check_circle:")
        return
    section("Yang masih menunggu keputusan")
    _readiness(kurang)
    if temuan:
        show_findings(temuan[:PALING_BANYAK], "temuan_beranda")
    if len(temuan) > PALING_BANYAK:
        with details(f"Semua temuan: {sentence(temuan)}"):
            show_findings(temuan, "temuan_semua")


def _readiness(kurang: Sequence[Butir]) -> None:
    if kurang:
        show_readiness(tuple(kurang[:PALING_BANYAK]))
