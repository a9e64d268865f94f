"""What only the user knows about a file: which tables, which year, which promise the targets belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from lkjip.domain.tanggal import FIRST_YEAR, LAST_YEAR
from lkjip.services import hasil_baca
from lkjip.services.choices import CARA_ANGGARAN, CARA_TRIWULAN, JENIS_TARGET
from lkjip.services.reading import Reading
from lkjip.ui.berkas import Berkas


def show_choices(berkas: Berkas, reading: Reading) -> None:
    """Only the choices this file asks for; each is kept with the file."""
    _choose_tables(berkas, reading)
    fields = [field for wanted, field in _fields(berkas, reading) if wanted]
    for kolom, field in zip(st.columns(max(1, len(fields)), gap="medium"), fields, strict=False):
        with kolom:
            field()


def _fields(berkas: Berkas, reading: Reading) -> tuple[tuple[bool, Callable[[], None]], ...]:
    """Every choice there is, with whether this file asks for it."""
    return (
        (berkas.tahun_diminta, partial(_choose_year, berkas)),
        (
            hasil_baca.has_indicators(reading),
            partial(_choose, berkas, "target", "Target di berkas ini adalah", JENIS_TARGET),
        ),
        (hasil_baca.lacks_sasaran(reading), partial(_name_sasaran, berkas)),
        (
            hasil_baca.has_budget(reading),
            partial(_choose, berkas, "anggaran", "Baris anggaran di berkas ini", CARA_ANGGARAN),
        ),
        (
            hasil_baca.has_quarters(reading),
            partial(_choose, berkas, "triwulan_anggaran", "Angka anggaran per triwulan", CARA_TRIWULAN),
        ),
    )


def _name_sasaran(berkas: Berkas) -> None:
    sasaran = st.text_input(
        "Sasaran untuk indikator yang tidak menyebutnya", berkas.pilihan.sasaran, key=f"sasaran_{berkas.kunci}",
        max_chars=2000, placeholder="Belum dikelompokkan",
    )  # fmt: skip
    berkas.pilihan = replace(berkas.pilihan, sasaran=sasaran or "")


def _choose_tables(berkas: Berkas, reading: Reading) -> None:
    """With several tables the user says which are stored; those not understood cannot be."""
    dikenali = {hasil_baca.table_key(tabel): tabel for tabel in reading.tabel if hasil_baca.is_known(tabel)}
    if len(dikenali) < 2:
        berkas.pilihan = replace(berkas.pilihan, tabel=None)
        return
    dipilih = berkas.pilihan.tabel if berkas.pilihan.tabel is not None else frozenset(dikenali)
    names = {kunci: f"{kunci[0]}" + (f", tabel {kunci[1]}" if kunci[1] > 1 else "") for kunci in dikenali}
    chosen = st.multiselect(
        "Tabel yang disimpan", list(dikenali), [kunci for kunci in dikenali if kunci in dipilih],
        format_func=lambda kunci: f"{names[kunci]} ({hasil_baca.NAMA_JENIS[dikenali[kunci].jenis]})",
        key=f"tabel_{berkas.kunci}", placeholder="Pilih tabel",
    )  # fmt: skip
    berkas.pilihan = replace(berkas.pilihan, tabel=None if len(chosen) == len(dikenali) else frozenset(chosen))


def _choose_year(berkas: Berkas) -> None:
    kunci = f"tahun_{berkas.kunci}"
    st.number_input(
        "Tahun data (berkas tidak menyebut tahun)", FIRST_YEAR, LAST_YEAR, berkas.tahun, step=1, key=kunci,
        on_change=_year_changed, args=(berkas, kunci),
    )  # fmt: skip


def _year_changed(berkas: Berkas, kunci: str) -> None:
    berkas.tahun = int(st.session_state[kunci])
    berkas.interpret()


def _choose(berkas: Berkas, medan: str, label: str, pilihan: Mapping[str, str]) -> None:
    """One of a few choices, kept in `berkas.pilihan`."""
    ada = list(pilihan)
    chosen: Any = st.selectbox(
        label, ada, ada.index(getattr(berkas.pilihan, medan)), format_func=pilihan.__getitem__,
        key=f"{medan}_{berkas.kunci}",
    )  # fmt: skip
    berkas.pilihan = replace(berkas.pilihan, **{medan: chosen})
