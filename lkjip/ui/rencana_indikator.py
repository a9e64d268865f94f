"""The form of one indicator: wording, sasaran, unit, formula with its rule in words, way from quarters to the year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import streamlit as st

from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.indikator import Agregasi, Indikator, JenisTarget, Rincian
from lkjip.domain.renstra import renstra_id
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import aturan, perencanaan, seksi
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi

T = TypeVar("T")
NAMA_AGREGASI = {
    Agregasi.TERAKHIR: "Triwulan terakhir (persentase, indeks)",
    Agregasi.JUMLAH: "Jumlah semua triwulan (kejadian, orang, dokumen)",
    Agregasi.RATA_RATA: "Rata-rata triwulan",
    Agregasi.MAKSIMUM: "Triwulan tertinggi",
}


RINCIAN = {
    "definisi": "Definisi operasional",
    "cara_ukur": "Cara mengukur",
    "sumber_data": "Sumber data",
    "bukti": "Bukti yang diminta",
}


def show_form(sesi: Sesi, data: DataKinerja, sekarang: Indikator) -> None:
    """The form; where somebody else was faster, both texts."""
    nama = f"indikator_{sekarang.id}"
    dilihat = editing.seen(nama, lambda: sekarang)
    with st.form(f"form_{nama}"):
        isian = _fields(nama, data, dilihat, _sections(sesi))
        if not sekarang.rumus_ditetapkan:
            st.caption("Rumus indikator ini masih usulan. Dengan menyimpan, Anda menetapkannya.")
        if not st.form_submit_button("Simpan indikator", type="primary", key=f"simpan_{nama}"):
            return
    try:
        perencanaan.edit_indikator(
            sesi.store, sesi.actor, isian.id, dilihat.versi, teks=isian.teks, satuan=isian.satuan, rumus=isian.rumus,
            agregasi=isian.agregasi, sasaran_id=isian.sasaran_id, seksi=isian.seksi or 0, rincian=isian.rincian,
            renstra_id=renstra_id(data.rencana, JenisTarget.RENSTRA, sesi.tahun),
        )  # fmt: skip
    except StaleError as error:
        editing.show_stale(nama, error, _texts(data, isian), _texts(data, sekarang), sekarang)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Indikator tersimpan. Capaiannya sudah dihitung ulang.")


def new_form(sesi: Sesi, data: DataKinerja) -> None:
    """A new indicator of a sasaran."""
    nama = "indikator_baru"
    kosong = editing.seen(nama, lambda: Indikator(0, data.sasaran[0].id, 0, "", "", rumus_ditetapkan=True))
    with st.form(f"form_{nama}"):
        isian = _fields(nama, data, kosong, _sections(sesi))
        if not st.form_submit_button("Tambah indikator", type="primary", key=editing.button_key(nama)):
            return
    try:
        editing.once(nama, lambda kartu: perencanaan.add_indikator(
            sesi.store, sesi.actor, isian.sasaran_id, isian.teks, isian.satuan, rumus=isian.rumus,
            agregasi=isian.agregasi, seksi=isian.seksi,
            renstra_id=renstra_id(data.rencana, JenisTarget.RENSTRA, sesi.tahun), kartu=kartu,
        ))  # fmt: skip
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Indikator ditambahkan. Isi targetnya di bagian 'Indikator dan target'.")


def _sections(sesi: Sesi) -> dict[int, str]:
    """The sections to choose from; 0 is nobody."""
    return {0: "Belum ditentukan", **{satu.id: satu.nama for satu in seksi.list_seksi(sesi.store) if satu.aktif}}


def _fields(nama: str, data: DataKinerja, dilihat: Indikator, bagian: Mapping[int, str]) -> Indikator:
    def key(isian: str) -> str:
        return editing.field_key(nama, isian)

    rumus = aturan.current().rumus
    sasaran = {satu.id: f"{satu.urutan}. {satu.teks}" for satu in data.sasaran}
    kiri, kanan = st.columns([3, 2], gap="large")
    with kiri:
        teks = st.text_area("Indikator", dilihat.teks, key=key("teks"), max_chars=2000, height=80)
        sasaran_id = st.selectbox(
            "Sasaran strategis", list(sasaran), _place(list(sasaran), dilihat.sasaran_id),
            format_func=lambda satu: sasaran[satu], key=key("sasaran"),
        )  # fmt: skip
        satuan = st.text_input(
            "Satuan", dilihat.satuan, key=key("satuan"), max_chars=60, placeholder="%, nilai, kejadian"
        )
        agregasi = st.radio(
            "Angka setahun diambil dari", list(NAMA_AGREGASI), _place(list(NAMA_AGREGASI), dilihat.agregasi),
            format_func=lambda satu: NAMA_AGREGASI[satu], key=key("agregasi"),
        )  # fmt: skip
        milik = st.selectbox(
            "Seksi penanggung jawab data", list(bagian), _place(list(bagian), dilihat.seksi or 0),
            format_func=lambda satu: bagian[satu], key=key("seksi"),
            help="Seksi ini boleh mengunggah realisasinya sendiri. Seksi ditambahkan admin di Pengaturan.",
        )  # fmt: skip
    with kanan:
        pilihan = st.radio(
            "Rumus capaian", list(rumus), _place(list(rumus), dilihat.rumus),
            format_func=lambda satu: rumus[satu].nama, key=key("rumus"),
            captions=[formats.plain(satu.tulisan) for satu in rumus.values()],
        )  # fmt: skip
    return replace(
        dilihat, teks=teks, satuan=satuan, sasaran_id=sasaran_id, rumus=pilihan, agregasi=agregasi,
        seksi=milik or None, rincian=_details(nama, dilihat.rincian) if dilihat.id else dilihat.rincian,
    )  # fmt: skip


def _details(nama: str, dilihat: Rincian) -> Rincian:
    """What the indicator means; printed in the section workbook and in the report's annex."""
    kolom = st.columns(2, gap="large")
    isi = {
        field: kolom[place % 2].text_area(
            judul, getattr(dilihat, field), key=editing.field_key(nama, field), max_chars=2000, height=80
        )
        for place, (field, judul) in enumerate(RINCIAN.items())
    }
    return Rincian(**isi)


def _place(pilihan: Sequence[T], isi: T) -> int:
    return pilihan.index(isi) if isi in pilihan else 0


def _texts(data: DataKinerja, satu: Indikator) -> dict[str, str]:
    """The fields as the user reads them."""
    return {
        "Indikator": satu.teks,
        "Sasaran": next((sasaran.teks for sasaran in data.sasaran if sasaran.id == satu.sasaran_id), ""),
        "Satuan": satu.satuan,
        "Rumus": aturan.current().rumus[satu.rumus].nama,
        "Angka setahun": NAMA_AGREGASI[satu.agregasi],
        **{judul: getattr(satu.rincian, field) for field, judul in RINCIAN.items()},
    }
