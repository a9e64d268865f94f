"""One dropped file of this session: held until it is saved, read with the user's corrections, saved once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from threading import Lock

import streamlit as st

from lkjip.domain.finding import Tingkat
from lkjip.domain.isian_format import Identitas
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.errors import LkjipError
from lkjip.services import importing, kiriman
from lkjip.services.choices import Pilihan, Saved
from lkjip.services.hasil_baca import read_years
from lkjip.services.held_bytes import HeldBytes
from lkjip.services.kept import SHELF, Slot
from lkjip.services.kiriman import SeksiTahun
from lkjip.services.kolom import Kolom, Tabel
from lkjip.services.reading import OnWait, Reading, TableKey, turn
from lkjip.ui.guard import Sesi
from lkjip.ui.runs import RUNS

SEKSI = "seksi_dipilih_unggah"  # whose workbooks are taken; None: as each file says


@dataclass(slots=True)
class Berkas:
    """One file: its bytes until it is saved, what the program proposed, what is read with the user's corrections.

    `terbaca`: it could be read; the reading itself may be let go meanwhile and is then made again (`kept`).
    A section workbook has an `identitas`; explanations typed beside it (`ketikan`) are stored with it.
    """

    kunci: str
    nama: str
    isi: HeldBytes
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
            reading = self._read_anew(on_wait)
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
            self.isi, self.terbaca, self.usulan = HeldBytes(), False, {}  # only the answer is kept
            SHELF.drop(self._slot)

    def _store(self, sesi: Sesi, reading: Reading) -> Saved:
        if reading.identitas is None:
            return importing.save(
                sesi.store, sesi.actor, reading, self.isi.read(), tahun=self.tahun, pilihan=self.pilihan
            )
        untuk = addressed(sesi, reading.identitas)
        done = kiriman.save(sesi.store, sesi.actor, reading, self.isi.read(), untuk=untuk, ketikan=self.ketikan)
        self.tahun = untuk.tahun
        return Saved(done.kiriman_id, (), done.kalimat, done.sudah_ada)

    def _reading(self, on_wait: OnWait | None) -> Reading | None:
        if not self.terbaca:
            return None
        found = SHELF.get(self._slot)
        if found is None:
            with RUNS.outside():  # let go meanwhile: it is read again, and may stand in line behind many others
                found = self._read_anew(on_wait)
            self._keep(found)
        return found

    def _read_anew(self, on_wait: OnWait | None) -> Reading:
        with turn(on_wait):  # the bytes come into memory when their turn has come
            return importing.read(
                self.nama, self.isi.read(), changes=self.changes, answers=self.answers, tahun=self.tahun
            )

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


def addressed(sesi: Sesi, identitas: Identitas) -> SeksiTahun:
    """For whom a workbook is taken: the section chosen on the screen (else that of the file), the year shown."""
    chosen: int | None = st.session_state.get(SEKSI)
    return SeksiTahun(identitas.seksi_id if chosen is None else chosen, sesi.tahun)
