"""The forms of one line of the programme tree: wording and pagu, a new line, taking one out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lkjip.domain.dokumen import NAMA_DOKUMEN, Tahap
from lkjip.domain.numbers import format_angka
from lkjip.domain.pagu import BarisPagu, identities
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import pohon_program
from lkjip.services.pohon_program import JENIS, DasarPagu, IsianBaris, name_of
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi

TERSIMPAN = "Pohon program tersimpan; keadaan sebelumnya tetap tercatat."


def change_form(sesi: Sesi, lines: Sequence[BarisPagu]) -> None:
    """The line to change is chosen by its code, so that the choice stays where the tree grows around it."""
    some, keys = lines[0], identities(lines)
    by_key = {keys[satu.urutan]: satu for satu in lines}
    chosen = st.selectbox(
        "Baris yang diubah", list(by_key), None, placeholder="Pilih program, kegiatan, atau sub kegiatan",
        format_func=lambda key: name_of(by_key[key]) if key in by_key else key,
        key=f"baris_pagu_{some.tahun}_{some.tahap.value}",
    )  # fmt: skip
    if chosen not in by_key:
        return
    sekarang = by_key[chosen]
    nama = f"pagu_{some.tahun}_{some.tahap.value}_{chosen}"
    dilihat = editing.seen(nama, lambda: sekarang)
    with st.form(f"form_{nama}"):
        st.markdown(f"**{formats.plain(name_of(sekarang))}**")
        uraian, pagu = _text_fields(nama, dilihat.uraian, written(dilihat))
        dasar = _ground(nama, some.tahap)
        with st.container(horizontal=True):
            simpan = st.form_submit_button("Simpan baris", key=f"simpan_{nama}")
            keluar = st.form_submit_button(
                "Keluarkan baris ini", key=f"keluar_{nama}", type="tertiary", icon=":material/delete:"
            )
    if simpan or keluar:
        _save(sesi, nama, dilihat, sekarang, IsianBaris("", uraian, pagu), dasar, keluar=keluar)


def _save(  # noqa: PLR0917  (what was seen, what stands, what is typed)
    sesi: Sesi, nama: str, dilihat: BarisPagu, sekarang: BarisPagu, isian: IsianBaris, dasar: DasarPagu, *, keluar: bool
) -> None:
    try:
        if keluar:
            pohon_program.remove(sesi.store, sesi.actor, dilihat, dasar)
        changed = keluar or pohon_program.change(
            sesi.store, sesi.actor, dilihat, isian.uraian, isian.pagu, dasar=dasar
        )  # fmt: skip
    except StaleError as error:
        mine = {"Uraian": isian.uraian, "Pagu": isian.pagu}
        editing.show_stale(nama, error, mine, {"Uraian": sekarang.uraian, "Pagu": written(sekarang)}, sekarang)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, TERSIMPAN if changed else "Tidak ada yang berubah.")


def new_form(sesi: Sesi, tahun: int, tahap: Tahap) -> None:
    """A new line; its code says on which level and below which line it stands."""
    nama = f"pagu_baru_{tahun}_{tahap.value}"
    with st.expander("Tambah baris", key=f"tambah_{nama}"), st.form(f"form_{nama}", border=False):
        kode = st.text_input(
            "Kode", key=editing.field_key(nama, "kode"), max_chars=40, placeholder="7.01.02.2.01.0014",
            help=f"Menentukan tingkat dan induknya: {pohon_program.CONTOH_KODE}.",
        )  # fmt: skip
        uraian, pagu = _text_fields(nama, "", "")
        dasar = _ground(nama, tahap)
        if not st.form_submit_button("Tambah baris", type="primary", key=editing.button_key(nama)):
            return
    isian = IsianBaris(kode, uraian, pagu)
    try:
        editing.once(
            nama, lambda kartu: pohon_program.add(sesi.store, sesi.actor, tahun, tahap, isian, dasar, kartu=kartu)
        )
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Baris ditambahkan ke pohon program.")


def written(satu: BarisPagu) -> str:
    """The pagu as the form shows it: "1.500.000"; its words where there is no number."""
    return format_angka(satu.pagu.angka) if satu.pagu.angka is not None else satu.pagu.teks


def _text_fields(nama: str, uraian: str, pagu: str) -> tuple[str, str]:
    kiri, kanan = st.columns([3, 1])
    return (
        kiri.text_input("Uraian", uraian, key=editing.field_key(nama, "uraian"), max_chars=2000),
        kanan.text_input("Pagu (Rp)", pagu, key=editing.field_key(nama, "pagu"), max_chars=40, placeholder="1.500.000"),
    )


def _ground(nama: str, tahap: Tahap) -> DasarPagu:
    """The document that sets the line, where there is one; for a revision also why."""
    dokumen = NAMA_DOKUMEN[JENIS[tahap]]
    kiri, kanan = st.columns([3, 1])
    nomor = kiri.text_input(f"Nomor {dokumen} (bila ada)", key=editing.field_key(nama, "nomor"), max_chars=200)
    tanggal: date | None = kanan.date_input(
        f"Tanggal {dokumen} (bila ada)", None, min_value=date(2000, 1, 1), max_value=date(2099, 12, 31),
        format="DD/MM/YYYY", key=editing.field_key(nama, "tanggal"),
    )  # fmt: skip
    alasan = ""
    if tahap is Tahap.PERUBAHAN:
        alasan = st.text_input("Alasan perubahan (bila ada)", key=editing.field_key(nama, "alasan"), max_chars=1000)
    return DasarPagu(nomor, tanggal, alasan)
