"""Whoever waits for his turn is told which place he has; of several files he is told which one is being read."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
import streamlit as st

from lkjip.services.kept import SHELF
from lkjip.services.opening import Store
from lkjip.spreadsheets.files.process import AT_A_TIME, READERS
from lkjip.ui import antrean
from lkjip.ui.guard import Sesi
from lkjip.ui.runs import AT_A_TIME as RUNS_AT_A_TIME
from lkjip.ui.runs import RUNS
from tests.pages.test_antrean import session, waiting
from tests.pages.test_unggah_data import ANGGARAN, GALAT, KINERJA


@pytest.fixture(autouse=True)
def list_of_this_test() -> Iterator[None]:
    """Outside a running page the session's state is that of the process."""
    yield
    st.session_state.clear()


class Dropped:
    """A file as the uploader hands it over."""

    def __init__(self, name: str, isi: str) -> None:
        self.name, self.isi = name, isi.encode()
        self.size = len(self.isi)

    def getvalue(self) -> bytes:
        return self.isi


def told(sesi: Sesi, *files: Dropped) -> list[str]:
    said: list[str] = []
    antrean.take(files)
    antrean.read_arrived(sesi, said.append)
    return said


def test_beberapa_berkas_disebut_satu_per_satu(kantor_baru: Store) -> None:
    files = [Dropped("a.csv", KINERJA), Dropped("../b.csv", ANGGARAN), Dropped("c.csv", GALAT)]
    assert told(session(kantor_baru), *files) == [
        "Membaca berkas 1 dari 3: a.csv",
        "Membaca berkas 2 dari 3: b.csv",
        "Membaca berkas 3 dari 3: c.csv",
    ]


def test_yang_menunggu_giliran_diberi_tahu_urutannya(kantor_baru: Store) -> None:
    leave, said = threading.Event(), []

    def tell(sentence: str) -> None:
        said.append(sentence)
        if "urutan" in sentence:
            leave.set()

    taken = [threading.Event() for _ in range(AT_A_TIME)]
    others = [threading.Thread(target=_hold, args=(leave, one)) for one in taken]
    for other in others:
        other.start()
    assert all(one.wait(10) for one in taken)
    antrean.take([Dropped("kinerja.csv", KINERJA.replace("87,25", "88,25"))])
    antrean.read_arrived(session(kantor_baru), tell)
    for other in others:
        other.join(10)
    assert said[:2] == [
        "Membaca berkas 1 dari 1: kinerja.csv",
        "Membaca berkas 1 dari 1: kinerja.csv. Menunggu giliran: urutan ke-1. Berkas sedang dibaca untuk orang lain.",
    ]


def test_berkas_yang_menunggu_giliran_tidak_hilang_bila_halaman_dijalankan_ulang(kantor_baru: Store) -> None:
    """Whoever presses something while he stands in line breaks that run off; the next run goes on with the files."""

    class BrokenOffError(BaseException):
        """As Streamlit ends a run."""

    def leave(sentence: str) -> None:
        if "2 dari 2" in sentence:
            raise BrokenOffError

    sesi = session(kantor_baru)
    antrean.take([Dropped("a.csv", KINERJA), Dropped("b.csv", ANGGARAN)])
    with pytest.raises(BrokenOffError):
        antrean.read_arrived(sesi, leave)
    assert [satu.nama for satu in antrean.waiting()] == ["a.csv"]
    assert [satu.nama for satu in antrean.arrived()] == ["b.csv"]
    said: list[str] = []
    antrean.read_arrived(sesi, said.append)
    assert said == ["Membaca berkas 1 dari 1: b.csv"]
    assert [(satu.nama, satu.siap) for satu in antrean.waiting()] == [("a.csv", True), ("b.csv", True)]
    assert antrean.arrived() == []


def test_berkas_yang_membuat_program_gagal_tidak_dibaca_lagi_pada_setiap_kunjungan(
    monkeypatch: pytest.MonkeyPatch, kantor_baru: Store
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(antrean, "needs_year", broken)
    antrean.take([Dropped("a.csv", KINERJA)])
    with pytest.raises(ZeroDivisionError):
        antrean.read_arrived(session(kantor_baru), lambda _: None)
    assert (antrean.arrived(), antrean.waiting()) == ([], [])


def test_berkas_yang_sama_hanya_diambil_sekali(kantor_baru: Store) -> None:
    sesi = session(kantor_baru)
    assert antrean.take([Dropped("a.csv", KINERJA), Dropped("b.csv", KINERJA)]) == ["'b.csv' sudah ada di daftar."]
    antrean.read_arrived(sesi, lambda _: None)
    assert antrean.take([Dropped("c.csv", KINERJA)]) == ["'c.csv' sudah ada di daftar."]


def test_daftar_yang_penuh_menolak_dengan_kalimat(monkeypatch: pytest.MonkeyPatch, kantor_baru: Store) -> None:
    monkeypatch.setattr(antrean, "PALING_BESAR", len(KINERJA.encode()) + len(ANGGARAN.encode()))
    penuh = "'c.csv' belum dibaca: daftar sudah penuh. Simpan atau buang berkas lain dahulu."
    assert antrean.take([Dropped("a.csv", KINERJA), Dropped("b.csv", ANGGARAN), Dropped("c.csv", GALAT)]) == [penuh]
    antrean.read_arrived(session(kantor_baru), lambda _: None)
    assert antrean.take([Dropped("c.csv", GALAT)]) == [penuh]
    monkeypatch.setattr(antrean, "PALING_BANYAK", 2)
    monkeypatch.setattr(antrean, "PALING_BESAR", 1_000_000)
    assert antrean.take([Dropped("c.csv", GALAT)]) == [penuh]
    monkeypatch.setattr(antrean, "PALING_BANYAK", 3)
    assert antrean.take([Dropped("c.csv", GALAT)]) == []


def test_yang_menyimpan_dan_menunggu_giliran_tidak_menahan_halaman_orang_lain(kantor_baru: Store) -> None:
    """Regression: a reading that was let go is read again when it is saved; the wait held a place for page runs."""
    files = [waiting(KINERJA.replace("87,25", f"8{nomor},25")) for nomor in range(RUNS_AT_A_TIME)]
    for berkas in files:
        SHELF.drop(berkas._slot)
    leave = threading.Event()
    taken = [threading.Event() for _ in range(AT_A_TIME)]
    threads = [threading.Thread(target=_hold, args=(leave, one)) for one in taken]
    for thread in threads:
        thread.start()
    assert all(one.wait(10) for one in taken)
    threads += [threading.Thread(target=berkas.save, args=(session(kantor_baru),)) for berkas in files]
    for thread in threads[AT_A_TIME:]:
        thread.start()
    while READERS.waiting < len(files):
        time.sleep(0.01)
    page = threading.Thread(target=_run_a_page)
    page.start()
    page.join(10)
    stood_still = page.is_alive()
    leave.set()
    for thread in [*threads, page]:
        thread.join(30)
    assert not stood_still
    assert [berkas.keadaan for berkas in files] == ["● tersimpan"] * len(files)


def _run_a_page() -> None:
    with RUNS.inside():
        pass


def _hold(leave: threading.Event, taken: threading.Event) -> None:
    with READERS.turn():
        taken.set()
        leave.wait(30)
