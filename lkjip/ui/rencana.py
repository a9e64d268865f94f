"""The plan at a glance: what is set and what is missing, the choice of one indicator, its history of targets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.indikator import Indikator, JenisTarget
from lkjip.domain.showing import join_words, show_nilai
from lkjip.errors import RefusedError
from lkjip.services import aturan, perencanaan
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi
from lkjip.ui.indikator import cell, label
from lkjip.ui.table import Kolom, show_table

PILIHAN = "indikator"  # the chosen indicator stands in the address: ?indikator=...
DIPILIH = "indikator_dipilih"  # its id, which outlives its name


def sentence(evaluasi: Evaluasi) -> str:
    """How much is planned, and what is still to be set for the year."""
    semua = evaluasi.indikator
    if not semua:
        return "Belum ada indikator."
    tanpa_pk = sum(satu.dasar is not JenisTarget.PK for satu in semua)
    usulan = sum(not satu.indikator.rumus_ditetapkan for satu in semua)
    kurang = [
        kalimat
        for jumlah, kalimat in (
            (tanpa_pk, f"{tanpa_pk} belum punya target PK {evaluasi.tahun}"),
            (usulan, f"{usulan} memakai rumus yang belum ditetapkan"),
        )
        if jumlah
    ]
    sasaran = sum(not bagian.sasaran.ungrouped for bagian in evaluasi.sasaran)
    ada = f"{sasaran} sasaran, {len(semua)} indikator"
    return f"{ada}; {join_words(kurang)}." if kurang else f"{ada}; target PK {evaluasi.tahun} dan rumusnya lengkap."


def show_overview(evaluasi: Evaluasi) -> None:
    """All indicators with formula and targets of the year."""
    rumus = aturan.current().rumus
    rows = []
    for satu in evaluasi.indikator:
        tahun_ini = next((tahun for tahun in satu.riwayat if tahun.tahun == evaluasi.tahun), None)
        renstra = tahun_ini.target_renstra if tahun_ini else None
        pk = tahun_ini.target_pk if tahun_ini else None
        rows.append(
            {
                "sasaran": str(satu.sasaran.urutan),
                "indikator": satu.indikator.teks,
                "satuan": satu.indikator.satuan,
                "rumus": rumus[satu.indikator.rumus].nama + ("" if satu.indikator.rumus_ditetapkan else " (usulan)"),
                "renstra": cell(renstra.nilai if renstra else None),
                "pk": cell(pk.nilai if pk else None),
                "akhir": _end(satu.akhir_renstra and (satu.akhir_renstra.tahun, satu.akhir_renstra.nilai)),
            }
        )
    show_table(
        rows,
        [
            Kolom("sasaran", "Sasaran", lebar=70),
            Kolom("indikator", "Indikator", lebar=300),
            Kolom("satuan", "Satuan"),
            Kolom("rumus", "Rumus", lebar=190),
            Kolom("renstra", f"Renstra {evaluasi.tahun}", "ringkas"),
            Kolom("pk", f"PK {evaluasi.tahun}", "ringkas"),
            Kolom("akhir", "Akhir Renstra"),
        ],
        key="ikhtisar_rencana",
        alt=f"Semua indikator dengan rumus dan target {evaluasi.tahun}",
    )


def choose_indicator(evaluasi: Evaluasi) -> Indikator | None:
    """The indicator to work on; it stands in the address, so that other pages can link to it."""
    pilihan = {label(satu): satu.indikator for satu in evaluasi.indikator}
    if not pilihan:
        st.info("Belum ada indikator. Tambahkan di bagian 'Tambah', atau unggah tabel kinerja.")
        return None
    _follow(pilihan)
    chosen = st.selectbox("Indikator", list(pilihan), key=PILIHAN, bind="query-params")
    satu = pilihan.get(chosen) or next(iter(pilihan.values()))
    st.session_state[DIPILIH] = satu.id
    return satu


def _follow(pilihan: Mapping[str, Indikator]) -> None:
    """A new wording or another sasaran renames the choice: it stays on the same indicator, not on the first."""
    terakhir = st.session_state.get(DIPILIH)
    if PILIHAN in st.session_state and st.session_state[PILIHAN] not in pilihan:
        nama = next((nama for nama, satu in pilihan.items() if satu.id == terakhir), None)
        if nama is not None:
            st.session_state[PILIHAN] = nama


def show_removal(sesi: Sesi, indikator: Indikator) -> None:
    """Take the indicator out of use after a second look; its figures stay stored."""
    with st.expander("Hapus indikator ini dari daftar"):
        st.caption("Target dan realisasinya tetap tersimpan, tetapi tidak dihitung dan tidak tampil di laporan.")
        yakin = st.checkbox("Ya, indikator ini tidak dipakai lagi", key=f"yakin_hapus_{indikator.id}")
        if st.button("Hapus indikator", key=f"hapus_{indikator.id}", disabled=not yakin):
            nama = f"indikator_{indikator.id}"
            try:
                perencanaan.remove_indikator(sesi.store, sesi.actor, indikator.id, indikator.versi)
            except RefusedError as error:
                st.error(formats.plain(str(error)))
            else:
                editing.saved(nama, "Indikator dihapus dari daftar.")


def _end(akhir: Any) -> str:
    return f"{show_nilai(akhir[1])} ({akhir[0]})" if akhir else formats.TANDA_HUBUNG
