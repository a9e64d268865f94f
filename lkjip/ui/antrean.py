"""The files dropped in this session that wait to be checked and saved. They survive a change of page, not a reload."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import streamlit as st

from lkjip.errors import RefusedError
from lkjip.services import importing
from lkjip.services.hasil_baca import needs_year, proposed_year
from lkjip.services.held_bytes import HeldBytes
from lkjip.services.reading import OnWait, shown_name
from lkjip.ui.berkas import Berkas
from lkjip.ui.guard import Sesi
from lkjip.ui.uploads import forget_upload

KUNCI = "antrean_unggah"
DATANG = "berkas_datang"
DIPILIH = "berkas_dipilih"  # the file the user looks at; a new one is shown at once
PALING_BANYAK = 40
PALING_BESAR = 150 * 1024 * 1024

Tell = Callable[[str], object]


class Unggahan(Protocol):
    """What the uploader hands over."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    def getvalue(self) -> bytes: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Datang:
    """A file taken over from the uploader and not yet read.

    A run that Streamlit breaks off in the line (a `BaseException`) leaves it to the next run.
    """

    sha256: str
    nama: str
    isi: HeldBytes


def waiting() -> list[Berkas]:
    """The files of this session, in the order they came."""
    berkas: list[Berkas] = st.session_state.setdefault(KUNCI, [])
    return berkas


def arrived() -> list[Datang]:
    """What has been taken over for the list and is still to be read."""
    datang: list[Datang] = st.session_state.setdefault(DATANG, [])
    return datang


def take(unggahan: Sequence[Unggahan]) -> list[str]:
    """Take dropped files over from the uploader; the sentences say which were left out and why."""
    ditolak = []
    for satu in unggahan:
        datang = take_one(satu)
        belum = [ada.sha256 for ada in arrived()] + [ada.kunci for ada in waiting() if ada.tersimpan is None]
        if datang.sha256 in belum:
            ditolak.append(f"'{satu.name}' sudah ada di daftar.")
        elif _is_full(datang.isi.size):
            ditolak.append(f"'{satu.name}' belum dibaca: daftar sudah penuh. Simpan atau buang berkas lain dahulu.")
        else:
            arrived().append(datang)
    return ditolak


def _is_full(size: int) -> bool:
    held = [ada.isi.size for ada in arrived()] + [ada.isi.size for ada in waiting()]
    return len(held) >= PALING_BANYAK or sum(held) + size > PALING_BESAR


def take_one(unggahan: Unggahan) -> Datang:
    """Take one file over; the uploader's own copy is let go at once, before the file stands in line."""
    isi = unggahan.getvalue()
    datang = Datang(hashlib.sha256(isi).hexdigest(), unggahan.name, HeldBytes(isi))
    forget_upload(unggahan)
    return datang


def read_arrived(sesi: Sesi, tell: Tell) -> None:
    """Read what has been taken over into the list. `tell`: how far it is, and the place in line."""
    semua = len(arrived())
    for nomor, datang in enumerate(tuple(arrived()), start=1):
        try:
            berkas = read_one(sesi, datang, tell, f"Membaca berkas {nomor} dari {semua}: {shown_name(datang.nama)}")
        except Exception:  # our bug or a broken machine: once, not at every visit of the page
            arrived().remove(datang)
            raise
        discard(datang.sha256)
        waiting().append(berkas)
        arrived().remove(datang)
        if nomor == 1:
            st.session_state[DIPILIH] = datang.sha256


def read_one(sesi: Sesi, datang: Datang, tell: Tell, langkah: str) -> Berkas:
    """Read one file; one that cannot be read says so in `ditolak`. `langkah` is told, then the place in line."""
    tell(langkah)
    answers = importing.remembered_answers(sesi.store, sesi.actor)
    berkas = Berkas(datang.sha256, datang.nama, datang.isi, answers=answers, tahun=sesi.tahun)
    return _read(sesi, berkas, partial(_tell_place, tell, langkah))


def place_sentence(urutan: int) -> str:
    """What is said to those who stand in line."""
    return f"Menunggu giliran: urutan ke-{urutan}. Berkas sedang dibaca untuk orang lain."


def _tell_place(tell: Tell, langkah: str, urutan: int) -> None:
    tell(f"{langkah}. {place_sentence(urutan)}")


def discard(kunci: str) -> None:
    """Take a file out of the list; nothing stored is touched."""
    st.session_state[KUNCI] = [satu for satu in waiting() if satu.kunci != kunci]


def _read(sesi: Sesi, berkas: Berkas, on_wait: OnWait) -> Berkas:
    try:
        reading = berkas.first_reading(on_wait)
    except RefusedError as error:
        return Berkas(berkas.kunci, berkas.nama, HeldBytes(), ditolak=str(error))
    if reading.identitas is not None:
        return berkas
    berkas.tahun_diminta = needs_year(reading)
    if (tahun := proposed_year(reading)) is not None and tahun != sesi.tahun:
        berkas.tahun = tahun
        berkas.interpret()
    return berkas
