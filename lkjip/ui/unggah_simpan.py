"""Before saving: formulas proposed by the printed percentages, what is new or changed, totals; then the one button."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lkjip.domain.trace import place
from lkjip.services import aturan
from lkjip.services.choices import Preview
from lkjip.ui import formats
from lkjip.ui.berkas import Berkas
from lkjip.ui.findings_table import sentence, show_findings
from lkjip.ui.guard import Sesi
from lkjip.ui.table import Kolom, show_table


def show_preview(sesi: Sesi, berkas: Berkas, preview: Preview) -> None:
    """Everything that would be stored, what stands against it, and the button."""
    _choose_formulas(berkas, preview)
    hitung, kontrol = st.columns(2, gap="medium")
    if preview.hitung:
        with hitung:
            st.markdown("**Yang akan disimpan**")
            _show_counts(berkas, preview)
    if preview.kontrol:
        with kontrol:
            st.markdown("**Jumlah kontrol: bandingkan dengan berkas Anda**")
            _show_totals(berkas, preview)
    _show_changes(berkas, preview)
    if preview.temuan:
        with st.expander(f"{sentence(preview.temuan)} dibanding data tersimpan", expanded=True):
            show_findings(preview.temuan, sesi.actor, f"wajar_{berkas.kunci}")
    for catatan in preview.catatan:
        st.info(formats.plain(catatan), icon=":material/info:")
    if preview.sudah_ada:
        st.info(formats.plain(preview.sudah_ada), icon=":material/history:")
    _show_button(sesi, berkas, preview)


def _show_button(sesi: Sesi, berkas: Berkas, preview: Preview) -> None:
    """Disabled with the reason while something stands against saving."""
    if berkas.ditolak:
        st.error(formats.plain(berkas.ditolak), icon=":material/error:")
    st.button(
        "Simpan", key=f"simpan_{berkas.kunci}", type="primary", icon=":material/save:", on_click=berkas.save,
        args=(sesi,), disabled=not preview.boleh_simpan,
    )  # fmt: skip
    if not preview.boleh_simpan:
        st.markdown("**Belum dapat disimpan:**")
        for alasan in preview.halangan:
            st.markdown(f"- {formats.plain(alasan)}")


def _choose_formulas(berkas: Berkas, preview: Preview) -> None:
    """Formulas the printed percentages prove; nothing is set unless the user accepts it."""
    usulan = preview.usulan
    if not usulan:
        return
    rumus = aturan.current().rumus
    diterima = berkas.pilihan.rumus_diterima
    semua = st.checkbox(
        f"Tetapkan rumus capaian menurut persentase yang tercetak untuk {len(usulan)} indikator",
        value={satu.kunci for satu in usulan} <= diterima,
        key=f"rumus_{berkas.kunci}",
        help="Tanpa ini, indikator baru dihitung 'makin tinggi makin baik' dan rumusnya ditandai belum ditetapkan.",
    )
    with st.expander("Rumus yang diusulkan"):
        show_table(
            [{"indikator": satu.indikator, "rumus": rumus[satu.rumus].nama, "bukti": satu.kalimat} for satu in usulan],
            [
                Kolom("indikator", "Indikator", lebar="large"),
                Kolom("rumus", "Rumus"),
                Kolom("bukti", "Dasar usulan", lebar="large"),
            ],
            key=f"usulan_{berkas.kunci}",
            alt="Rumus yang diusulkan untuk setiap indikator",
        )
    berkas.pilihan = replace(
        berkas.pilihan, rumus_diterima=frozenset(satu.kunci for satu in usulan) if semua else frozenset()
    )


def _show_counts(berkas: Berkas, preview: Preview) -> None:
    show_table(
        [
            {
                "jenis": satu.jenis,
                "baru": satu.baru,
                "berubah": satu.berubah,
                "sama": satu.sama,
                "dilewati": satu.dilewati,
            }
            for satu in preview.hitung
        ],
        [
            Kolom("jenis", "Data"),
            Kolom("baru", "Baru", "ringkas"),
            Kolom("berubah", "Berubah", "ringkas"),
            Kolom("sama", "Sama", "ringkas"),
            Kolom("dilewati", "Kosong", "ringkas", bantuan="Sel kosong tidak disimpan"),
        ],
        key=f"hitung_{berkas.kunci}",
        alt="Berapa data baru, berubah, sama, dan kosong",
    )


def _show_totals(berkas: Berkas, preview: Preview) -> None:
    """Control totals to compare with the paper before saving."""
    with st.container(height=300 if len(preview.kontrol) > 7 else "content", border=False):
        show_table(
            [{"label": label, "jumlah": jumlah} for label, jumlah in preview.kontrol.items()],
            [Kolom("label", "Jumlah", lebar=230), Kolom("jumlah", "Terbaca", "ringkas")],
            key=f"kontrol_{berkas.kunci}",
            alt="Jumlah kontrol dari berkas",
        )


def _show_changes(berkas: Berkas, preview: Preview) -> None:
    """Values that would be replaced: before, after, and the new cell."""
    if not preview.perubahan:
        return
    with st.expander(f"{len(preview.perubahan)} nilai berubah", expanded=True):
        show_table(
            [
                {
                    "apa": satu.apa,
                    "tahun": str(satu.tahun),
                    "sebelum": satu.sebelum,
                    "sesudah": satu.sesudah,
                    "sel": place(satu.lembar, satu.sel),
                }
                for satu in preview.perubahan
            ],
            [
                Kolom("apa", "Nilai", lebar="large"),
                Kolom("tahun", "Tahun"),
                Kolom("sebelum", "Tersimpan"),
                Kolom("sesudah", "Di berkas"),
                Kolom("sel", "Lembar dan sel"),
            ],
            key=f"perubahan_{berkas.kunci}",
            alt="Nilai yang akan berubah",
        )
