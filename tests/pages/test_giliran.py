"""Whoever waits for his turn is told which place he has; of several files he is told which one is being read."""

from __future__ import annotations

import threading
import time

from lkjip.services.kept import SHELF
from lkjip.services.opening import Store
from lkjip.spreadsheets.files.process import AT_A_TIME, READERS
from lkjip.ui import antrean
from lkjip.ui.guard import Sesi
from lkjip.ui.runs import AT_A_TIME as RUNS_AT_A_TIME
from lkjip.ui.runs import RUNS
from tests.pages.test_antrean import session, waiting
from tests.pages.test_unggah_data import ANGGARAN, GALAT, KINERJA


class Dropped:
    """A file as the uploader hands it over."""

    def __init__(self, name: str, isi: str) -> None:
        self.name, self.isi = name, isi.encode()
        self.size = len(self.isi)

    def getvalue(self) -> bytes:
        return self.isi


def told(sesi: Sesi, *files: Dropped) -> list[str]:
    said: list[str] = []
    antrean.receive(sesi, files, said.append)
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
    antrean.receive(session(kantor_baru), [Dropped("kinerja.csv", KINERJA.replace("87,25", "88,25"))], tell)
    for other in others:
        other.join(10)
    assert said[:2] == [
        "Membaca berkas 1 dari 1: kinerja.csv",
        "Membaca berkas 1 dari 1: kinerja.csv. Menunggu giliran: urutan ke-1. Berkas sedang dibaca untuk orang lain.",
    ]


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
