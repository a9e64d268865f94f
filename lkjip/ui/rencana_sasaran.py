"""The forms of sasaran: wording, the programmes that serve it, a new sasaran, and taking an empty one out of use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.indikator import Sasaran
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import perencanaan, tujuan
from lkjip.services.tujuan import PindahTujuan, TujuanSasaran
from lkjip.ui import editing, formats
from lkjip.ui.anggaran import programme_key, programmes
from lkjip.ui.guard import Sesi


@dataclass(frozen=True, slots=True)
class Dilihat:
    """What the form of a sasaran shows: the sasaran, and its tujuan (None: it stands in no Renstra yet)."""

    sasaran: Sasaran
    tujuan: TujuanSasaran | None


def show_form(sesi: Sesi, evaluasi: Evaluasi, satu: Sasaran) -> None:
    """Wording, programmes and tujuan of one sasaran: one form and one button: saving one never drops another."""
    nama = f"sasaran_{satu.id}"
    sekarang = Dilihat(satu, tujuan.of_sasaran(evaluasi.data, satu.id, sesi.tahun))
    dilihat = editing.seen(nama, lambda: sekarang)
    with st.container(border=True):
        st.markdown(f"**Sasaran {satu.urutan}**")
        _fields(sesi, nama, evaluasi, dilihat, sekarang)
        _removal(sesi, nama, evaluasi, dilihat.sasaran)


def new_form(sesi: Sesi) -> None:
    """A new sasaran at the end."""
    nama = "sasaran_baru"
    with st.form(f"form_{nama}"):
        teks = st.text_area(
            "Sasaran strategis baru", key=editing.field_key(nama, "teks"), max_chars=2000, height=80,
            placeholder="Meningkatnya kualitas pelayanan publik kecamatan",
        )  # fmt: skip
        if not st.form_submit_button("Tambah sasaran", type="primary", key=editing.button_key(nama)):
            return
    try:
        editing.once(nama, lambda kartu: perencanaan.add_sasaran(sesi.store, sesi.actor, teks, kartu=kartu))
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Sasaran ditambahkan.")


def _fields(sesi: Sesi, nama: str, evaluasi: Evaluasi, dilihat: Dilihat, sekarang: Dilihat) -> None:
    satu, goal = dilihat.sasaran, sekarang.tujuan
    with st.form(f"form_{nama}", border=False):
        teks = st.text_area(
            "Sasaran strategis", satu.teks, key=editing.field_key(nama, "teks"), max_chars=2000, height=80
        )
        terlihat = _goal_seen(dilihat.tujuan, goal)
        dipilih = _goal(nama, goal, terlihat)
        program = _programmes(nama, evaluasi, satu)
        if not st.form_submit_button("Simpan sasaran", key=f"simpan_{nama}"):
            return
    pindah = PindahTujuan(goal.renstra.id, terlihat, dipilih) if goal else None
    try:
        perencanaan.edit_sasaran(
            sesi.store, sesi.actor, satu.id, satu.versi, teks, program=program, tujuan=pindah
        )  # fmt: skip
    except StaleError as error:
        now = sekarang.sasaran
        mine = _texts(evaluasi, teks, program, dipilih)
        stored = _texts(evaluasi, now.teks, now.program, sekarang.tujuan.terpilih if sekarang.tujuan else tujuan.NONE)
        editing.show_stale(nama, error, mine, stored, sekarang)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Sasaran tersimpan. Efisiensinya sudah dihitung ulang.")


def _goal_seen(dilihat: TujuanSasaran | None, goal: TujuanSasaran | None) -> int:
    """The tujuan the form was filled with, where it is still about the same Renstra."""
    if goal is None:
        return tujuan.NONE
    return dilihat.terpilih if dilihat and dilihat.renstra.id == goal.renstra.id else goal.terpilih


def _goal(nama: str, goal: TujuanSasaran | None, terlihat: int) -> int:
    """Which tujuan the sasaran serves: of those there are by now, also of one just written in another part."""
    if goal is None or not goal.pilihan:
        return terlihat
    names = {tujuan.NONE: "Belum ditentukan"} | {satu.id: satu.teks for satu in goal.pilihan}
    if terlihat == tujuan.SEVERAL:
        names = {tujuan.SEVERAL: "Berbeda menurut indikatornya"} | names
    ada = list(names)
    return st.selectbox(
        f"Tujuan dalam Renstra {goal.renstra.mulai}–{goal.renstra.akhir}", ada,
        ada.index(terlihat) if terlihat in ada else 0,
        format_func=names.__getitem__, key=editing.field_key(nama, "tujuan"),
    )  # fmt: skip


def _programmes(nama: str, evaluasi: Evaluasi, dilihat: Sasaran) -> Sequence[str]:
    """Which programmes of the budget serve this sasaran; without a budget there is nothing to choose from."""
    names = {programme_key(baris): baris.uraian for baris in programmes(evaluasi)}
    pilihan = list(dict.fromkeys([*names, *dilihat.program]))
    if not pilihan:
        st.caption("Program dapat dihubungkan setelah data anggaran diunggah.")
        return dilihat.program
    return st.multiselect(
        "Program yang mendukung sasaran ini", pilihan, list(dilihat.program),
        format_func=lambda kunci: f"{kunci} {names[kunci]}" if names.get(kunci, kunci) != kunci else kunci,
        key=editing.field_key(nama, "program"), placeholder="Pilih program",
    )  # fmt: skip


def _texts(evaluasi: Evaluasi, teks: str, program: Sequence[str], goal: int) -> dict[str, str]:
    rencana = evaluasi.data.rencana
    return {"Sasaran": teks, "Tujuan": tujuan.name_of(rencana, goal), "Program": "; ".join(program)}


def _removal(sesi: Sesi, nama: str, evaluasi: Evaluasi, dilihat: Sasaran) -> None:
    """An empty sasaran may be taken out of use."""
    isi = next((satu for satu in evaluasi.sasaran if satu.sasaran.id == dilihat.id), None)
    if isi is not None and isi.indikator:
        return
    if st.button("Hapus sasaran ini", key=f"hapus_{nama}", type="tertiary", icon=":material/delete:"):
        try:
            perencanaan.remove_sasaran(sesi.store, sesi.actor, dilihat.id, dilihat.versi)
        except RefusedError as error:
            st.error(formats.plain(str(error)))
        else:
            editing.saved(nama, "Sasaran dihapus dari daftar. Riwayatnya tetap tersimpan.")
