"""The parts of Beranda: the next step and what still needs a decision."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.domain.access import Actor, Peran
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.finding import Tingkat, sorted_findings
from lkjip.services import kiriman, users
from lkjip.services.kesiapan import Butir, Keadaan, check_readiness
from lkjip.services.tugas import next_task
from lkjip.ui import formats, pengguna
from lkjip.ui.draf import show_readiness
from lkjip.ui.findings_table import sentence, show_findings
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import Angka, details, figures, headline, next_action, section
from lkjip.ui.navigation import halaman

PALING_BANYAK = 5
SUDAH_DISEBUT = frozenset({"realisasi_belum_ada"})  # the readiness check names these indicators


def why_returned(sesi: Sesi) -> str:
    """Why the analyst returned what this section sent; "" where nothing waits for it."""
    return kiriman.why_returned(sesi.store, sesi.actor, sesi.tahun) if sesi.actor.peran is Peran.SEKSI else ""


def show_next_action(evaluasi: Evaluasi, actor: Actor, dikembalikan: str = "") -> None:
    """The first thing that this person can do something about."""
    tugas = next_task(evaluasi, check_readiness(evaluasi), actor, dikembalikan)
    next_action(formats.plain(tugas.kalimat), tugas.halaman, tugas.tombol or halaman(tugas.halaman).judul)


def show_open_issues(evaluasi: Evaluasi, actor: Actor, dikembalikan: str = "") -> None:
    """What is missing and what looks odd, at most five lines each; the rest folded."""
    kurang = [satu for satu in check_readiness(evaluasi) if satu.keadaan is not Keadaan.SIAP]
    if actor.peran is Peran.SEKSI:  # what its own indicators lack stands in the next step; the rest is not its work
        kurang = []
    temuan = [
        satu
        for satu in sorted_findings(evaluasi.temuan)
        if satu.tingkat is not Tingkat.CATATAN and satu.kode not in SUDAH_DISEBUT
    ]
    if not kurang and not temuan:
        if dikembalikan:  # the next step says it
            return
        st.success("Tidak ada yang menunggu keputusan.", icon=":material/check_circle:")
        return
    section("Yang masih menunggu keputusan")
    _readiness(kurang, actor)
    if temuan:
        show_findings(temuan[:PALING_BANYAK], actor, "temuan_beranda")
    if len(temuan) > PALING_BANYAK:
        with details(f"Semua temuan: {sentence(temuan)}"):
            show_findings(temuan, actor, "temuan_semua")


def _readiness(kurang: Sequence[Butir], actor: Actor) -> None:
    if kurang:
        show_readiness(tuple(kurang[:PALING_BANYAK]), actor)


def show_admin_home(sesi: Sesi) -> None:
    """What an admin looks after: accounts and office; the figures are not his to see."""
    akun = users.accounts(sesi.store, sesi.actor)
    headline("Pengelolaan aplikasi", formats.plain(pengguna.sentence(akun)))
    aktif = [satu for satu in akun if satu.pengguna.aktif]
    figures(
        [
            Angka("Akun aktif", str(len(aktif)), f"dari {len(akun)} akun"),
            Angka("Sedang masuk", str(sum(bool(satu.sesi) for satu in akun)), "akun dengan sesi terbuka"),
            Angka("Terkunci", str(sum(satu.terkunci_sampai is not None for satu in akun)), "karena salah sandi"),
        ]
    )
    if not any(satu.pengguna.peran is Peran.ANALIS for satu in aktif):
        next_action("Belum ada akun analis: dialah yang mengunggah dan mengevaluasi data.", "pengguna", "Buat akun")
    else:
        next_action("Buat, kunci, atau atur ulang akun.", "pengguna", "Pengguna")
