"""The files dropped in this session that wait to be checked and saved. They survive a change of page, not a reload."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Lock
from typing import Protocol

import streamlit as st

from lkjip.domain.finding import Tingkat
from lkjip.domain.isian_format import Identitas
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.errors import LkjipError, RefusedError
from lkjip.services import importing, kiriman
from lkjip.services.choices import Pilihan, Saved
from lkjip.services.hasil_baca import needs_year, proposed_year, read_years
from lkjip.services.kept import SHELF, Slot
from lkjip.services.kiriman import SeksiTahun
from lkjip.services.kolom import Kolom, Tabel
from lkjip.services.reading import OnWait, Reading, TableKey, shown_name
from lkjip.ui.guard import Sesi
from lkjip.ui.runs import RUNS
from lkjip.ui.uploads import forget_upload

KUNCI = "antrean_unggah"
DIPILIH = "berkas_dipilih"  # the file the user looks at; a new one is shown at once
SEKSI = "seksi_dipilih_unggah"  # whose workbooks are taken; None: as each file says
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
    """One file: its bytes until it is saved, what the program proposed, what is read with the user's corrections.

    `terbaca`: it could be read; the reading itself may be let go meanwhile and is then made again (`kept`).
    A section workbook has an `identitas`; explanations typed beside it (`ketikan`) are stored with it.
    """

    kunci: str
    nama: str
    isi: bytes
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
    terbaca: bool = False
    identitas: Identitas | None = None
    ketikan: dict[int, Penjelasan] = field(default_factory=dict)
    galat: int = 0
    pertanyaan: int = 0
    pintu: Lock = field(default_factory=Lock, repr=False)
    _slot: Slot = field(default_factory=Slot, repr=False)

    def read(self, on_wait: OnWait | None = None) -> Reading | None:
        """What the file says with the user's columns, answers and year; None where it could not be read at all."""
        with RUNS.outside(), self.pintu:
            return self._reading(on_wait)

    def first_reading(self, on_wait: OnWait | None = None) -> Reading:
        """Read it as it came in; what the program proposes is remembered."""
        with RUNS.outside():
            reading = importing.read(self.nama, self.isi, answers=self.answers, tahun=self.tahun, on_wait=on_wait)
        self.usulan = {
            (tabel.lembar, tabel.nomor): replace(tabel, baris=(), mentah=(), lain=(), sasaran=())  # columns alone
            for tabel in reading.tabel
        }
        self._keep(reading)
        return reading

    def interpret(self) -> None:
        """Read the same cells again with the user's columns, answers and year."""
        with self.pintu:
            kept = SHELF.get(self._slot)
            if kept is not None:
                self._keep(importing.reinterpret(kept, self.changes, self.answers, self.tahun))
            else:
                self._reading(None)

    def save(self, sesi: Sesi) -> None:
        """Store it, once: a second click waits here and finds it done. A refusal leaves everything as it is."""
        with RUNS.inside(), self.pintu:
            if self.tersimpan is not None or not self.terbaca:
                return
            try:
                reading = self._reading(None)
                if reading is None:
                    return
                saved = self._store(sesi, reading)
            except LkjipError as error:
                self.ditolak = str(error)
                return
            self.tahun_isi = read_years(reading) or (self.tahun,)
            self.ditolak, self.tersimpan = "", saved
            self.isi, self.terbaca, self.usulan = b"", False, {}  # only the answer is kept
            SHELF.drop(self._slot)

    def _store(self, sesi: Sesi, reading: Reading) -> Saved:
        if reading.identitas is None:
            return importing.save(sesi.store, sesi.actor, reading, self.isi, tahun=self.tahun, pilihan=self.pilihan)
        untuk = addressed(sesi, reading.identitas)
        done = kiriman.save(sesi.store, sesi.actor, reading, self.isi, untuk=untuk, ketikan=self.ketikan)
        self.tahun = untuk.tahun
        return Saved(done.kiriman_id, (), done.kalimat, done.sudah_ada)

    def _reading(self, on_wait: OnWait | None) -> Reading | None:
        if not self.terbaca:
            return None
        found = SHELF.get(self._slot)
        if found is None:
            with RUNS.outside():  # let go meanwhile: it is read again, and may stand in line behind many others
                found = importing.read(
                    self.nama, self.isi, changes=self.changes, answers=self.answers, tahun=self.tahun, on_wait=on_wait
                )
            self._keep(found)
        return found

    def _keep(self, reading: Reading) -> None:
        SHELF.put(self._slot, reading)
        self.terbaca = True
        self.identitas = reading.identitas
        self.galat = sum(temuan.tingkat is Tingkat.GALAT for temuan in reading.temuan)
        self.pertanyaan = len(reading.pertanyaan)

    @property
    def siap(self) -> bool:
        """Read without errors and open questions, and not yet stored."""
        return self.terbaca and not self.galat and not self.pertanyaan

    @property
    def keadaan(self) -> str:
        """Where this file stands, in a few words."""
        if self.tersimpan is not None:
            return "● tersimpan"
        if not self.terbaca:
            return f"✕ tidak terbaca: {self.ditolak}"
        kata = [
            f"✕ {self.galat} galat" if self.galat else "",
            f"? {self.pertanyaan} pertanyaan" if self.pertanyaan else "",
        ]
        return ", ".join(filter(None, kata)) or "◐ belum disimpan"


def waiting() -> list[Berkas]:
    """The files of this session, in the order they came."""
    berkas: list[Berkas] = st.session_state.setdefault(KUNCI, [])
    return berkas


def receive(sesi: Sesi, unggahan: Sequence[Unggahan], tell: Callable[[str], object]) -> list[str]:
    """Read dropped files into the queue; the sentences say which were left out and why. `tell`: how far it is."""
    ditolak, pertama = [], ""
    answers = importing.remembered_answers(sesi.store, sesi.actor)
    for nomor, satu in enumerate(unggahan, start=1):
        tell(langkah := f"Membaca berkas {nomor} dari {len(unggahan)}: {shown_name(satu.name)}")
        isi = satu.getvalue()
        sha256 = hashlib.sha256(isi).hexdigest()
        antrean = waiting()
        if any(ada.kunci == sha256 and ada.tersimpan is None for ada in antrean):
            ditolak.append(f"'{satu.name}' sudah ada di daftar.")
        elif len(antrean) >= PALING_BANYAK or sum(len(ada.isi) for ada in antrean) + len(isi) > PALING_BESAR:
            ditolak.append(f"'{satu.name}' belum dibaca: daftar sudah penuh. Simpan atau buang berkas lain dahulu.")
        else:
            berkas = Berkas(sha256, satu.name, isi, answers=dict(answers), tahun=sesi.tahun)
            berkas = _read(sesi, berkas, partial(_tell_place, tell, langkah))
            discard(sha256)
            waiting().append(berkas)
            pertama = pertama or sha256
        forget_upload(satu)
    if pertama:
        st.session_state[DIPILIH] = pertama
    return ditolak


def addressed(sesi: Sesi, identitas: Identitas) -> SeksiTahun:
    """For whom a workbook is taken: the section chosen on the screen (else that of the file), the year shown."""
    chosen: int | None = st.session_state.get(SEKSI)
    return SeksiTahun(identitas.seksi_id if chosen is None else chosen, sesi.tahun)


def read_one(sesi: Sesi, unggahan: Unggahan, tell: Callable[[str], object]) -> Berkas:
    """One file outside the queue (an imported plan); a file that cannot be read says so in `ditolak`."""
    isi = unggahan.getvalue()
    answers = importing.remembered_answers(sesi.store, sesi.actor)
    tell(langkah := f"Membaca {shown_name(unggahan.name)}")
    kunci = hashlib.sha256(isi).hexdigest()
    berkas = Berkas(kunci, unggahan.name, isi, answers=dict(answers), tahun=sesi.tahun)
    berkas = _read(sesi, berkas, partial(_tell_place, tell, langkah))
    forget_upload(unggahan)
    return berkas


def place_sentence(urutan: int) -> str:
    """What is said to those who stand in line."""
    return f"Menunggu giliran: urutan ke-{urutan}. Berkas sedang dibaca untuk orang lain."


def _tell_place(tell: Callable[[str], object], langkah: str, urutan: int) -> None:
    tell(f"{langkah}. {place_sentence(urutan)}")


def discard(kunci: str) -> None:
    """Take a file out of the list; nothing stored is touched."""
    st.session_state[KUNCI] = [satu for satu in waiting() if satu.kunci != kunci]


def _read(sesi: Sesi, berkas: Berkas, on_wait: OnWait) -> Berkas:
    try:
        reading = berkas.first_reading(on_wait)
    except RefusedError as error:
        return Berkas(berkas.kunci, berkas.nama, b"", ditolak=str(error))
    if reading.identitas is not None:
        return berkas
    berkas.tahun_diminta = needs_year(reading)
    if (tahun := proposed_year(reading)) is not None and tahun != sesi.tahun:
        berkas.tahun = tahun
        berkas.interpret()
    return berkas
