"""The readiness list of the draft, and the buttons that make the documents at the click."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.domain.access import Actor
from lkjip.domain.evaluasi import Evaluasi
from lkjip.services import reporting
from lkjip.services.kesiapan import Butir, Keadaan
from lkjip.services.tugas import can_mend
from lkjip.ui import formats
from lkjip.ui.navigation import halaman, page

KEADAAN: dict[Keadaan, tuple[str, str]] = {
    Keadaan.WAJIB: ("red", "✕ Belum ada"),
    Keadaan.KURANG: ("orange", "▲ Belum lengkap"),
    Keadaan.SIAP: ("green", "● Siap"),
}


def show_readiness(butir: Sequence[Butir], actor: Actor) -> None:
    """What is missing with a link to the page that mends it (where this role may open it); what is ready, folded."""
    terbuka = [satu for satu in butir if satu.keadaan is not Keadaan.SIAP]
    for satu in terbuka:
        _row(satu, actor)
    siap = [satu for satu in butir if satu.keadaan is Keadaan.SIAP]
    if siap:
        with st.expander(f"{len(siap)} hal sudah siap", expanded=not terbuka):
            for satu in siap:
                _row(satu, actor)


def _row(butir: Butir, actor: Actor) -> None:
    warna, kata = KEADAAN[butir.keadaan]
    nama, isi, tautan = st.columns([3, 6, 2], vertical_alignment="center")
    nama.markdown(f":{warna}-badge[{kata}]  \n**{butir.judul}**")
    isi.markdown(formats.plain(butir.penjelasan))
    if not can_mend(actor, butir.halaman):
        if butir.keadaan is not Keadaan.SIAP:
            tautan.caption("dilengkapi admin" if butir.halaman == "pengaturan" else "dilengkapi analis")
        return
    tautan.page_link(
        page(butir.halaman),
        label=halaman(butir.halaman).judul,
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params={"bagian": butir.bagian} if butir.bagian else None,
    )


def show_downloads(evaluasi: Evaluasi, *, boleh: bool) -> None:
    """One button a document; the file is made at the click, its download stands in the audit trail."""
    pdf, xlsx = st.columns(2)
    with pdf.container(border=True, height="stretch"):
        st.markdown("**Draf LKjIP (PDF).** Sampul, daftar isi, Bab I sampai IV, grafik, dan lampiran.")
        _button("Buat PDF", evaluasi, "pdf", boleh=boleh)
    with xlsx.container(border=True, height="stretch"):
        st.markdown("**Hasil evaluasi (Excel).** Semua target, realisasi, capaian, anggaran, dan asal angkanya.")
        _button("Buat XLSX", evaluasi, "xlsx", boleh=boleh)
    data = evaluasi.data
    st.caption(f"Versi data {data.versi}, segel {data.sidik}. Segel yang sama tercetak di kaki setiap halaman draf.")


def _button(tombol: str, evaluasi: Evaluasi, jenis: str, *, boleh: bool) -> None:
    st.link_button(
        tombol,
        f"/unduh/dokumen/{evaluasi.tahun}/{jenis}",
        key=f"unduh_{jenis}",
        type="primary" if jenis == "pdf" else "secondary",
        icon=":material/download:",
        disabled=not boleh,
        width="stretch",
    )
    st.caption(formats.plain(reporting.file_name(evaluasi, jenis)))
