"""The forms of one line of the programme tree: wording and pagu, a new line, taking one out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from lkjip.domain.anggaran import SEBUTAN_TINGKAT
from lkjip.domain.dokumen import NAMA_DOKUMEN, Tahap
from lkjip.domain.numbers import format_angka
from lkjip.domain.pagu import BarisPagu, identities
from lkjip.domain.tanggal import FIRST_DAY, LAST_DAY
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import pohon_program
from lkjip.services.letak_baris import CONTOH_KODE, PUNCAK, IsianBaris, Letak, places
from lkjip.services.pohon_program import JENIS, DasarPagu, name_of
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
        dasar = _ground(nama, some.tahap, alasan=True)
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


def new_form(sesi: Sesi, lines: Sequence[BarisPagu], tahun: int, tahap: Tahap) -> None:
    """A new line; its code says on which level and below which line it stands, without one the user does."""
    nama = f"pagu_baru_{tahun}_{tahap.value}"
    with st.expander("Tambah baris", key=f"tambah_{nama}"), st.form(f"form_{nama}", border=False):
        kode, induk = _code_field(nama, lines), _place_field(nama, lines)
        uraian, pagu = _text_fields(nama, "", "")
        dasar = _ground(nama, tahap, alasan=tahap is Tahap.PERUBAHAN)
        if not st.form_submit_button("Tambah baris", type="primary", key=editing.button_key(nama)):
            return
    isian = IsianBaris(kode, uraian, pagu, induk)
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


def _code_field(nama: str, lines: Sequence[BarisPagu]) -> str:
    """Not asked where no line of the tree has a code."""
    if lines and not any(satu.kode for satu in lines):
        return ""
    return st.text_input(
        "Kode", key=editing.field_key(nama, "kode"), max_chars=40, placeholder="7.01.02.2.01.0014",
        help=f"Menentukan tingkat dan induknya: {CONTOH_KODE}.",
    )  # fmt: skip


def _place_field(nama: str, lines: Sequence[BarisPagu]) -> str | None:
    """Where a line without a code stands; None: by its code."""
    by_key = {satu.kunci: satu for satu in places(lines)}
    if not by_key:
        return None
    if not lines:
        tanpa = st.checkbox(
            "Anggaran ini tidak memakai kode", key=editing.field_key(nama, "tanpa_kode"),
            help="Baris pertama menjadi program; letak baris berikutnya dipilih di formulir ini.",
        )  # fmt: skip
        return PUNCAK if tanpa else None
    bila = " (bila tanpa kode)" if any(satu.kode for satu in lines) else ""
    return st.selectbox(
        f"Letak{bila}", list(by_key), key=editing.field_key(nama, "letak"),
        format_func=lambda kunci: _place(by_key[kunci]) if kunci in by_key else kunci,
    )  # fmt: skip


def _place(satu: Letak) -> str:
    sebutan = SEBUTAN_TINGKAT[satu.tingkat].capitalize()
    return f"{sebutan} di bawah {satu.induk}" if satu.induk else f"{sebutan} baru"


def written(satu: BarisPagu) -> str:
    """The pagu as the form shows it: "1.500.000"; its words where there is no number."""
    return format_angka(satu.pagu.angka) if satu.pagu.angka is not None else satu.pagu.teks


def _text_fields(nama: str, uraian: str, pagu: str) -> tuple[str, str]:
    kiri, kanan = st.columns([3, 1])
    return (
        kiri.text_input("Uraian", uraian, key=editing.field_key(nama, "uraian"), max_chars=2000),
        kanan.text_input("Pagu (Rp)", pagu, key=editing.field_key(nama, "pagu"), max_chars=40, placeholder="1.500.000"),
    )


def _ground(nama: str, tahap: Tahap, *, alasan: bool) -> DasarPagu:
    """The document that sets the line, where there is one; for a change (`alasan`) also why."""
    dokumen = NAMA_DOKUMEN[JENIS[tahap]]
    kiri, kanan = st.columns([3, 1])
    nomor = kiri.text_input(f"Nomor {dokumen} (bila ada)", key=editing.field_key(nama, "nomor"), max_chars=200)
    tanggal: date | None = kanan.date_input(
        f"Tanggal {dokumen} (bila ada)", None, min_value=FIRST_DAY, max_value=LAST_DAY,
        format="DD/MM/YYYY", key=editing.field_key(nama, "tanggal"),
    )  # fmt: skip
    sebab = ""
    if alasan:
        sebab = st.text_input("Alasan perubahan (bila ada)", key=editing.field_key(nama, "alasan"), max_chars=1000)
    return DasarPagu(nomor, tanggal, sebab)
