"""The files dropped in this session that wait to be checked and saved. They survive a change of page, not a reload."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

import streamlit as st

from lkjip.domain.finding import Tingkat, blocks
from lkjip.errors import LkjipError, RefusedError
from lkjip.services import importing
from lkjip.services.choices import Pilihan, Saved
from lkjip.services.hasil_baca import needs_year, proposed_year, read_years
from lkjip.services.kolom import Kolom, Tabel
from lkjip.services.reading import Reading, TableKey
from lkjip.ui.guard import Sesi

KUNCI = "antrean_unggah"
DIPILIH = "berkas_dipilih"  # the file the user looks at; a new one is shown at once
PALING_BANYAK = 40
PALING_BESAR = 150 * 1024 * 1024


class Unggahan(Protocol):
    """What the uploader hands over."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def size(self) -> int: ...  # noqa: D102
    def getvalue(self) -> bytes: ...  # noqa: D102


@dataclass(slots=True)
class Berkas:
    """One file: its bytes until it is saved, what the program proposed, what is read with the user's corrections."""

    kunci: str
    nama: str
    isi: bytes
    reading: Reading | None
    usulan: Mapping[TableKey, Tabel] = field(default_factory=dict)
    changes: dict[TableKey, Mapping[int, Kolom]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    tahun: int = 0
    tahun_diminta: bool = False
    pilihan: Pilihan = field(default_factory=Pilihan)
    tersimpan: Saved | None = None
    tahun_isi: tuple[int, ...] = ()
    ditolak: str = ""
    jawaban_baru: set[str] = field(default_factory=set)
    pintu: Lock = field(default_factory=Lock, repr=False)

    def interpret(self) -> None:
        """Read the same cells again with the user's columns, answers and year; the bytes are not opened again."""
        with self.pintu:
            if self.reading is not None:
                self.reading = importing.reinterpret(self.reading, self.changes, self.answers, self.tahun)

    def save(self, sesi: Sesi) -> None:
        """Store it, once: a second click waits here and finds it done. A refusal leaves everything as it is."""
        with self.pintu:
            reading = self.reading
            if self.tersimpan is not None or reading is None:
                return
            try:
                saved = importing.save(
                    sesi.store, sesi.actor, reading, self.isi, tahun=self.tahun, pilihan=self.pilihan
                )
            except LkjipError as error:
                self.ditolak = str(error)
                return
            self.tahun_isi = read_years(reading) or (self.tahun,)
            self.ditolak, self.tersimpan = "", saved
            self.isi, self.reading, self.usulan = b"", None, {}  # only the answer is kept

    @property
    def siap(self) -> bool:
        """Read without errors and open questions, and not yet stored."""
        if self.tersimpan is not None or self.reading is None:
            return False
        return not blocks(self.reading.temuan) and not self.reading.pertanyaan

    @property
    def keadaan(self) -> str:
        """Where this file stands, in a few words."""
        if self.tersimpan is not None:
            return "● tersimpan"
        if self.reading is None:
            return f"✕ tidak terbaca: {self.ditolak}"
        galat = sum(temuan.tingkat is Tingkat.GALAT for temuan in self.reading.temuan)
        tanya = len(self.reading.pertanyaan)
        kata = [f"✕ {galat} galat" if galat else "", f"? {tanya} pertanyaan" if tanya else ""]
        return ", ".join(filter(None, kata)) or "◐ belum disimpan"


def waiting() -> list[Berkas]:
    """The files of this session, in the order they came."""
    berkas: list[Berkas] = st.session_state.setdefault(KUNCI, [])
    return berkas


def receive(sesi: Sesi, unggahan: Iterable[Unggahan]) -> list[str]:
    """Read dropped files into the queue; the sentences say which were left out and why."""
    ditolak, pertama = [], ""
    answers = importing.remembered_answers(sesi.store, sesi.actor)
    for satu in unggahan:
        isi = satu.getvalue()
        sha256 = hashlib.sha256(isi).hexdigest()
        antrean = waiting()
        if any(ada.kunci == sha256 and ada.tersimpan is None for ada in antrean):
            ditolak.append(f"'{satu.name}' sudah ada di daftar.")
        elif len(antrean) >= PALING_BANYAK or sum(len(ada.isi) for ada in antrean) + len(isi) > PALING_BESAR:
            ditolak.append(f"'{satu.name}' belum dibaca: daftar sudah penuh. Simpan atau buang berkas lain dahulu.")
        else:
            discard(sha256)
            waiting().append(_read(sesi, satu.name, sha256, isi, answers))
            pertama = pertama or sha256
    if pertama:
        st.session_state[DIPILIH] = pertama
    return ditolak


def discard(kunci: str) -> None:
    """Take a file out of the list; nothing stored is touched."""
    st.session_state[KUNCI] = [satu for satu in waiting() if satu.kunci != kunci]


def _read(sesi: Sesi, nama: str, kunci: str, isi: bytes, answers: Mapping[str, str]) -> Berkas:
    try:
        reading = importing.read(nama, isi, answers=answers, tahun=sesi.tahun)
    except RefusedError as error:
        return Berkas(kunci, nama, b"", None, ditolak=str(error))
    berkas = Berkas(kunci, nama, isi, reading, answers=dict(answers), tahun=sesi.tahun)
    berkas.usulan = {(tabel.lembar, tabel.nomor): tabel for tabel in reading.tabel}
    berkas.tahun_diminta = needs_year(reading)
    if (tahun := proposed_year(reading)) is not None and tahun != sesi.tahun:
        berkas.tahun = tahun
        berkas.interpret()
    return berkas
