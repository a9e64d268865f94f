"""Import of a plan: choose the kind, drop the file, correct the columns, look at what would change, apply it."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import streamlit as st

from lkjip.errors import LkjipError
from lkjip.services import evaluation, impor_rencana
from lkjip.services.reading import Reading, shown_name
from lkjip.services.rencana_pilihan import (
    NAMA_RENCANA,
    Diterapkan,
    JenisRencana,
    PilihanRencana,
    PratinjauRencana,
)
from lkjip.ui import antrean, formats, rencana_impor_pilihan, rencana_impor_pratinjau, unggah_berkas, unggah_tabel
from lkjip.ui.antrean import Datang
from lkjip.ui.berkas import Berkas
from lkjip.ui.guard import Sesi
from lkjip.ui.runs import RUNS

KUNCI = "impor_rencana"
DATANG = "rencana_datang"
PUTARAN = "putaran_impor_rencana"
HASIL = {
    JenisRencana.RENSTRA: "Ikhtisar dan Renstra",
    JenisRencana.PK: "Ikhtisar dan Rekonsiliasi",
    JenisRencana.PROGRAM: "Sasaran dan program",
}


@dataclass(slots=True)
class Impor:
    """The one file at work in this session, with the last preview and what became of it."""

    berkas: Berkas
    hasil: Diterapkan | None = None
    jenis: JenisRencana = JenisRencana.RENSTRA  # of what was applied
    ditolak: str = ""
    padanan: dict[str, int] = field(default_factory=dict)
    terakhir: tuple[Any, ...] = ()
    pratinjau: PratinjauRencana | None = None
    pintu: Lock = field(default_factory=Lock, repr=False)

    def preview(self, sesi: Sesi, reading: Reading, pilihan: PilihanRencana) -> PratinjauRencana:
        """What applying would change; made anew only when the file, the choices or the stored data have changed."""
        asked = (reading, pilihan, evaluation.data_version(sesi.store))
        same = self.terakhir and self.terakhir[0] is reading and self.terakhir[1:] == asked[1:]
        if self.pratinjau is None or not same:
            with st.spinner("Membandingkan dengan yang tersimpan ..."):
                self.pratinjau = impor_rencana.preview(sesi.store, sesi.actor, reading, pilihan)
            self.terakhir = asked
        return self.pratinjau

    def apply(self, sesi: Sesi, pilihan: PilihanRencana) -> None:
        """Store it, once: a second click waits here and finds it done. A refusal leaves everything as it is."""
        with RUNS.inside(), self.pintu:
            reading = self.berkas.read() if self.hasil is None else None
            if reading is None:
                return
            try:
                self.jenis = pilihan.jenis
                self.hasil = impor_rencana.apply(sesi.store, sesi.actor, reading, self.berkas.isi.read(), pilihan)
            except LkjipError as error:
                self.ditolak = str(error)
                return
            self.ditolak, self.terakhir, self.pratinjau = "", (), None


def show_tab(sesi: Sesi) -> None:
    """From top to bottom the way a plan goes in."""
    jenis = st.radio(
        "Yang diimpor", list(JenisRencana), format_func=NAMA_RENCANA.__getitem__, key="jenis_rencana",
        captions=[
            "Beberapa Renstra dapat berdampingan; tahun diukur menurut Renstranya sendiri.",
            "Target ditambahkan dengan nomor dan tanggalnya; target lama tetap tercatat.",
            "Dari DPA atau laporan realisasi; baris rekening tidak disimpan.",
        ],
    )  # fmt: skip
    impor: Impor | None = st.session_state.get(KUNCI)
    if impor is None:
        _show_uploader(sesi)
        return
    with st.container(border=True):
        nama, buang = st.columns([5, 1], vertical_alignment="center")
        nama.markdown(f"### {formats.plain(impor.berkas.nama)}")
        buang.button(
            "Berkas lain", key="buang_rencana", type="tertiary", on_click=_drop,
            help="Yang sudah tersimpan tidak berubah.",
        )  # fmt: skip
        if impor.hasil is not None:
            _show_done(impor.hasil, impor.jenis)
        elif (reading := unggah_berkas.reading_of(impor.berkas)) is None:
            st.error(formats.plain(impor.berkas.ditolak))
        else:
            _show_open(sesi, impor, reading, jenis or JenisRencana.RENSTRA)


def _show_uploader(sesi: Sesi) -> None:
    putaran = st.session_state.get(PUTARAN, 0)
    dropped = st.file_uploader(
        "Berkas rencana (.xlsx, .xls, .ods, .csv), paling besar 15 MB", key=f"pengunggah_rencana_{putaran}"
    )
    if dropped is not None:
        st.session_state[DATANG] = antrean.take_one(dropped)
        st.session_state[PUTARAN] = putaran + 1
    datang: Datang | None = st.session_state.get(DATANG)
    if datang is None:
        return
    with st.status("Membaca berkas ...") as status:
        langkah = f"Membaca {shown_name(datang.nama)}"
        try:
            berkas = antrean.read_one(sesi, datang, lambda teks: status.update(label=formats.plain(teks)), langkah)
        except Exception:  # our bug or a broken machine: once, not at every visit of the page
            del st.session_state[DATANG]
            raise
    st.session_state[KUNCI] = Impor(berkas)
    del st.session_state[DATANG]
    st.rerun()


def _show_open(sesi: Sesi, impor: Impor, reading: Reading, jenis: JenisRencana) -> None:
    pilihan = rencana_impor_pilihan.choose(sesi, reading, jenis, impor.padanan)
    shown = impor.preview(sesi, reading, pilihan)
    unggah_berkas.show_questions(impor.berkas, shown.pertanyaan)
    unggah_berkas.show_findings_of(sesi, impor.berkas, shown.temuan)
    rencana_impor_pilihan.answer_unknown(shown, impor.padanan)
    unggah_tabel.show_tables(impor.berkas, reading)
    keluarkan = rencana_impor_pilihan.out_key(jenis, reading.sha256)
    rencana_impor_pratinjau.show(f"{impor.berkas.kunci}_{jenis}", keluarkan, shown)
    if impor.ditolak:
        st.error(formats.plain(impor.ditolak), icon=":material/error:")
    st.button(
        "Terapkan", key="terapkan_rencana", type="primary", icon=":material/done_all:", on_click=impor.apply,
        args=(sesi, pilihan), disabled=not shown.boleh_terapkan or not shown.usulan.perubahan,
    )  # fmt: skip
    if shown.halangan:
        st.markdown("**Belum dapat diterapkan:**")
        for alasan in shown.halangan:
            st.markdown(f"- {formats.plain(alasan)}")
    elif not shown.usulan.perubahan:
        st.info("Isi berkas sama dengan yang tersimpan; tidak ada yang perlu diterapkan.")


def _show_done(hasil: Diterapkan, jenis: JenisRencana) -> None:
    if hasil.sudah_ada:
        st.info(formats.plain(hasil.kalimat))
    else:
        st.success(formats.plain(hasil.kalimat), icon=":material/check_circle:")
    kept = "" if hasil.sudah_ada else " Berkas aslinya tersimpan di riwayat Unggah data."
    st.caption(f"Lihat hasilnya di bagian {HASIL[jenis]}.{kept}")


def _drop() -> None:
    st.session_state.pop(KUNCI, None)
