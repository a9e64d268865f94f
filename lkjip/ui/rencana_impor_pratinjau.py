"""What a plan would change: one table of all changes by group, control totals, and what the file does not name."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lkjip.domain.numbers import format_ringkas
from lkjip.domain.trace import place
from lkjip.services.rencana_pilihan import Golongan, PerubahanRencana, PratinjauRencana
from lkjip.ui import formats
from lkjip.ui.table import Kolom, show_table, width_for

SEMUA = "Semua"
NAMED = 200  # more are taken out together or not at all
KOLOM = (
    Kolom("golongan", "Perubahan", lebar=85),
    Kolom("butir", "Indikator atau baris", lebar=300),
    Kolom("apa", "Isian", lebar=130),
    Kolom("tahun", "Tahun", lebar=60),
    Kolom("sebelum", "Tersimpan", lebar=170),
    Kolom("sesudah", "Di berkas", lebar=170),
    Kolom("sel", "Lembar dan sel"),
)


def show(kunci: str, keluarkan: str, shown: PratinjauRencana) -> None:
    """All of it; a thousand changes are one table, drawn by rows in view. `keluarkan`: key of what is taken out."""
    _show_missing(keluarkan, shown)
    if not shown.usulan.perubahan:
        return
    st.markdown(f"**Yang akan berubah: {formats.plain(shown.kalimat)}**")
    if shown.sudah_ada:
        st.caption(formats.plain(shown.sudah_ada))
    counts = {golongan.value: shown.count(golongan) for golongan in Golongan}
    present = [name for name, count in counts.items() if count]
    group = SEMUA
    if len(present) > 1:
        group = st.segmented_control(
            "Tampilkan", [SEMUA, *present], default=SEMUA, key=f"golongan_{kunci}", label_visibility="collapsed",
            format_func=lambda name: f"{name} ({counts.get(name, len(shown.usulan.perubahan))})",
        ) or SEMUA  # fmt: skip
    rows = [_row(satu) for satu in shown.usulan.perubahan if group in (SEMUA, satu.golongan.value)]
    columns = [satu for satu in KOLOM if any(row[satu.nama] for row in rows)]
    columns = [replace(satu, lebar=width_for(row["sel"] for row in rows)) if satu.nama == "sel" else satu
               for satu in columns]  # fmt: skip
    show_table(rows, columns, key=f"perubahan_{kunci}_{group}", alt="Yang akan berubah bila berkas ini diterapkan")
    _show_totals(kunci, shown)


def _row(satu: PerubahanRencana) -> dict[str, str]:
    return {
        "golongan": satu.golongan.value,
        "butir": satu.butir,
        "apa": satu.apa,
        "tahun": str(satu.tahun or ""),
        "sebelum": satu.sebelum,
        "sesudah": satu.sesudah,
        "sel": place(satu.lembar, satu.sel),
    }


def _show_totals(kunci: str, shown: PratinjauRencana) -> None:
    with st.expander("Jumlah kontrol: bandingkan dengan berkas Anda", key=f"kontrol_{kunci}"):
        st.markdown(
            "  \n".join(
                f"{formats.plain(label)}: **{format_ringkas(jumlah)}**"
                for label, jumlah in shown.usulan.kontrol.items()
            )
        )


def _show_missing(keluarkan: str, shown: PratinjauRencana) -> None:
    """Stored, but not in the file: stays as it is unless the user says otherwise."""
    hilang = shown.usulan.hilang
    if not hilang:
        return
    st.markdown(
        f"**{len(hilang)} yang tersimpan tidak ada di berkas ini.** Semuanya tetap, kecuali yang Anda keluarkan."
    )
    if len(hilang) > NAMED:
        st.checkbox("Keluarkan semuanya", key=f"{keluarkan}_semua")
        return
    names = {satu.kunci: f"{satu.butir} ({satu.isi})" for satu in hilang}
    st.multiselect(
        "Keluarkan", list(names), key=keluarkan, placeholder="Tidak ada yang dikeluarkan",
        format_func=lambda key: names.get(str(key), str(key)),
        help="Tidak ada yang dihapus: target lama tetap tercatat, tetapi tidak berlaku lagi.",
    )  # fmt: skip
