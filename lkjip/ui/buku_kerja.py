"""The section workbooks on screen: what each would hold, make them, fetch them, say which budget codes are whose."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.errors import RefusedError
from lkjip.services import format_seksi
from lkjip.services.distribusi import BarisDistribusi
from lkjip.services.format_seksi import KeadaanFormat
from lkjip.ui import editing, formats
from lkjip.ui.cached import evaluate
from lkjip.ui.distribusi import TIDAK_DIMINTA
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import section
from lkjip.ui.table import Kolom, show_table


def show_making(sesi: Sesi) -> None:
    """Every section with what its workbook holds; make or renew them; fetch all in one ZIP or one by one."""
    keadaan = format_seksi.overview(sesi.store, sesi.actor, sesi.tahun)
    section(
        "Buku kerja seksi", "Satu buku kerja per seksi, terisi dari Renstra dan PK; hanya sel kuning yang dapat diisi."
    )
    show_table(
        [_row(satu) for satu in keadaan],
        [
            Kolom("seksi", "Seksi", lebar=260),
            Kolom("indikator", "Indikator", "ringkas", lebar=90),
            Kolom("kode", "Kode anggaran", lebar=230),
            Kolom("keadaan", "Buku kerja", lebar=320),
        ],
        key=f"buku_kerja_{sesi.tahun}",
        alt="Isi dan keadaan buku kerja setiap seksi",
    )
    for satu in keadaan:
        if satu.format is None and satu.alasan:  # a sentence too long for its cell
            st.caption(formats.plain(satu.alasan))
    _make_button(sesi, keadaan)
    for satu in keadaan:
        if satu.format is not None:
            _fetch(satu.seksi.nama, satu.format.id)
    _codes_form(sesi, keadaan)


def _row(satu: KeadaanFormat) -> dict[str, object]:
    if satu.format is None:
        state = TIDAK_DIMINTA if satu.alasan else "○ belum dibuat"
    elif satu.basi:
        state = f"▲ dibuat {satu.format.pada}; rencana sudah berubah, perbarui"
    else:
        state = f"● dibuat {satu.format.pada}"
    return {
        "seksi": satu.seksi.nama,
        "indikator": satu.indikator,
        "kode": ", ".join(satu.kode) or formats.TANDA_HUBUNG,
        "keadaan": state,
    }


def _make_button(sesi: Sesi, keadaan: Sequence[KeadaanFormat]) -> None:
    nama = f"buat_format_{sesi.tahun}"
    ada = any(satu.format for satu in keadaan)
    kiri, kanan = st.columns(2)
    kata = "Perbarui format semua seksi" if ada else "Buat format semua seksi"
    if kiri.button(kata, type="primary", key=editing.button_key(nama), width="stretch"):
        try:
            with st.spinner("Menyusun buku kerja ..."):
                made = format_seksi.make(sesi.store, sesi.actor, sesi.tahun)
        except RefusedError as error:
            st.error(formats.plain(str(error)))
        else:
            editing.saved(nama, f"{len(made)} buku kerja siap. Yang isinya tidak berubah tetap dipakai.")
    if ada:
        kanan.link_button(
            "Unduh semua (ZIP)", f"/unduh/format-semua/{sesi.tahun}", icon=":material/folder_zip:", width="stretch",
            key="unduh_zip",
        )  # fmt: skip


def show_downloads(baris: Sequence[BarisDistribusi]) -> None:
    """For readers: the workbooks as they were made."""
    made = [satu for satu in baris if satu.format is not None]
    section("Buku kerja seksi", "" if made else "Belum ada buku kerja yang dibuat analis.")
    for satu in made:
        if satu.format is not None:
            _fetch(satu.seksi.nama, satu.format.id)


def _fetch(seksi: str, format_id: int) -> None:
    st.link_button(
        f"Unduh buku kerja {formats.plain(seksi)}", f"/unduh/format/{format_id}", icon=":material/download:",
        key=f"unduh_format_{format_id}", type="tertiary",
    )  # fmt: skip


def _without_codes(sesi: Sesi) -> str:
    if evaluate(sesi).anggaran.baris:
        return (
            f"Anggaran {sesi.tahun} ada, tetapi barisnya tidak berkode, sehingga tidak dapat dibagi kepada seksi: "
            "lembar Anggaran di buku kerja kosong. Impor DPA yang berkode di halaman Perencanaan, bagian Impor."
        )
    return f"Belum ada anggaran {sesi.tahun}: lembar Anggaran di buku kerja kosong sampai anggarannya dimuat."


def _codes_form(sesi: Sesi, keadaan: Sequence[KeadaanFormat]) -> None:
    """Which programmes, kegiatan or sub kegiatan a section reports the spending of."""
    choices = dict(format_seksi.code_choices(sesi.store, sesi.actor, sesi.tahun))
    if not choices:
        st.caption(_without_codes(sesi))
        return
    with st.expander("Kode anggaran yang dilaporkan setiap seksi", key="kode_seksi"):
        by_id = {satu.seksi.id: satu for satu in keadaan}
        mana = st.selectbox("Seksi", list(by_id), format_func=lambda key: by_id[key].seksi.nama, key="kode_untuk")
        if mana is None:
            return
        nama = f"kode_{mana}_{sesi.tahun}"
        dilihat = editing.seen(nama, lambda: [kode for kode in by_id[mana].kode if kode in choices])
        with st.form(f"form_{nama}", border=False):
            dipilih = st.multiselect(
                "Program, kegiatan, atau sub kegiatan", list(choices), dilihat, key=editing.field_key(nama, "kode"),
                format_func=lambda kode: f"{kode} {choices[kode]}", placeholder="Pilih kode",
            )  # fmt: skip
            if not st.form_submit_button("Simpan kode anggaran", key=editing.button_key(nama)):
                return
        try:
            format_seksi.set_program(sesi.store, sesi.actor, mana, dipilih)
        except RefusedError as error:
            st.error(formats.plain(str(error)))
        else:
            editing.saved(nama, f"Kode anggaran {formats.plain(by_id[mana].seksi.nama)} tersimpan.")
