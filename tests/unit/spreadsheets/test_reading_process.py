"""The reading process is limited, ended, counted and never left behind; the server outlives every file."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import pytest

from lkjip.domain.finding import Katalog
from lkjip.errors import ReaderError
from lkjip.spreadsheets.files import process
from lkjip.spreadsheets.files.child import OUT_OF_MEMORY, memory_in_use
from lkjip.spreadsheets.files.limits import Limits
from lkjip.spreadsheets.files.process import ROOT, Readers
from lkjip.spreadsheets.files.read import read_workbook
from tests.makers import forked
from tests.makers.spreadsheet_files import xlsx

linux = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="anak proses dihitung lewat /proc (Linux)")
MANY_ROWS = "".join(
    f'<row r="{r}">{"".join(f"<c r={chr(34)}{c}{r}{chr(34)}><v>{r}</v></c>" for c in "ABCDEFGH")}</row>'
    for r in range(1, 20_001)
)


@pytest.fixture(autouse=True)
def started_as_the_application_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_run", forked.STARTED)


def children() -> set[str]:
    found: set[str] = set()
    for task in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # the thread has ended meanwhile
            found |= set(task.read_text().split())
    return found


def codes(name: str, content: bytes, katalog: Katalog, limits: Limits) -> list[str]:
    return [finding.kode for finding in read_workbook(name, content, katalog, limits).findings]


@linux
def test_berkas_yang_terlalu_lama_dihentikan_tanpa_sisa(katalog: Katalog) -> None:
    before = children()
    start = time.monotonic()
    assert codes("a.xlsx", xlsx(MANY_ROWS), katalog, Limits(wall_seconds=0.2)) == ["berkas_terlalu_lama"]
    assert time.monotonic() - start < 5
    assert children() == before


@linux
def test_waktu_pengolah_dibatasi_sistem(katalog: Katalog) -> None:
    before = children()
    assert codes("a.xlsx", xlsx(MANY_ROWS), katalog, Limits(cpu_seconds=1)) == ["berkas_terlalu_lama"]
    assert children() == before


@linux
def test_memori_dibatasi_sistem(katalog: Katalog) -> None:
    before = children()
    limits = Limits(memory_bytes=48 * 1024 * 1024)
    assert codes("a.xlsx", xlsx(MANY_ROWS), katalog, limits) == ["berkas_terlalu_berat"]
    assert children() == before


def test_berkas_biasa_cukup_dengan_batas_yang_berlaku(katalog: Katalog) -> None:
    assert len(read_workbook("a.xlsx", xlsx(MANY_ROWS), katalog).sheets[0].cells) == 160_000


@pytest.mark.parametrize(("hog", "code"), [("memory", OUT_OF_MEMORY), ("time", OUT_OF_MEMORY + 1)])
def test_penjaga_sendiri_di_sistem_tanpa_batas(hog: str, code: int) -> None:
    """Where the system has no limits (Windows), the process watches and ends itself."""
    limits = Limits(memory_bytes=150 * 1024 * 1024, wall_seconds=2.0 if hog == "memory" else 0.2)
    greedy = "held = [bytearray(50_000_000) for _ in range(6)]" if hog == "memory" else ""
    code_text = (
        "import json, sys, time; sys.path.insert(0, sys.argv[1]); sys.modules['resource'] = None\n"
        "from lkjip.spreadsheets.files.child import restrict; from lkjip.spreadsheets.files.limits import Limits\n"
        f"restrict(Limits(**json.loads(sys.argv[2])))\n{greedy}\ntime.sleep(20)"
    )
    request = [sys.executable, "-c", code_text, str(ROOT), json.dumps(asdict(limits))]
    assert subprocess.run(request, check=False, timeout=15).returncode == code


@pytest.mark.skipif(not hasattr(os, "nice"), reason="urutan proses hanya ada di POSIX; Windows memakai kelas prioritas")
def test_pembaca_mengalah_kepada_yang_sedang_dilayani(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reading process stands behind the server: it gets what the server leaves."""
    asked = "import os; print('{}', os.getpriority(os.PRIO_PROCESS, 0) - int(sys.argv[2]))"
    monkeypatch.setattr(process, "_START", process._START.replace("; main()", f"; {asked}"))
    run = subprocess.run(
        [sys.executable, "-I", "-B", "-c", process._START, str(ROOT), str(os.getpriority(os.PRIO_PROCESS, 0))],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert run.stdout.split() == ["{}", str(min(process.BEHIND, 19 - os.getpriority(os.PRIO_PROCESS, 0)))]


def test_memori_proses_ini_terbaca() -> None:
    held = bytearray(80_000_000)
    held[::4096] = b"x" * len(held[::4096])
    assert memory_in_use() > 80_000_000


@linux
def test_paling_banyak_dua_sekaligus_yang_lain_menunggu(katalog: Katalog) -> None:
    readers, content = Readers(at_a_time=2), xlsx(MANY_ROWS[: MANY_ROWS.index('<row r="4001"')])
    before, most, waited, done = children(), 0, 0, threading.Event()

    def look() -> None:
        nonlocal most, waited
        while not done.is_set():
            most, waited = max(most, len(children() - before)), max(waited, readers.waiting)
            time.sleep(0.005)

    watcher = threading.Thread(target=look)
    watcher.start()
    with ThreadPoolExecutor(6) as pool:
        read = list(pool.map(lambda _: read_workbook("a.xlsx", content, katalog, readers=readers), range(6)))
    done.set()
    watcher.join()
    assert [len(workbook.sheets[0].cells) for workbook in read] == [32_000] * 6
    assert (most, readers.started, readers.waiting) == (2, 6, 0)
    assert waited == 4


@linux
def test_tidak_ada_yang_tertinggal_setelah_membaca(tmp_path: Path, katalog: Katalog) -> None:
    before, files = children(), len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(3):
        read_workbook("a.xlsx", xlsx(), katalog)
        read_workbook("a.xlsx", xlsx()[:500], katalog)
    gc.collect()
    assert children() == before
    assert len(list(Path("/proc/self/fd").iterdir())) <= files


def test_pembaca_yang_mati_bukan_kematian_server(katalog: Katalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_START", "import os; os.write(1, b'siap\\n'); os.abort()")
    assert codes("a.xlsx", xlsx(), katalog, Limits()) == ["berkas_tidak_terbaca"]


def test_pembaca_yang_menjawab_kacau_tidak_dipercaya(katalog: Katalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_START", "print('siap'); print('bukan JSON')")
    assert codes("a.xlsx", xlsx(), katalog, Limits()) == ["berkas_tidak_terbaca"]


@pytest.mark.parametrize(
    "rusak",
    [
        "import modul_yang_tidak_terpasang",
        "import os; os.abort()",
        "import sys; sys.path.insert(0, sys.argv[1]); sys.modules['lkjip.spreadsheets.files.xlsx'] = None\n"
        "from lkjip.spreadsheets.files.child import main; main()",
    ],
)
def test_pemasangan_yang_rusak_bukan_kesalahan_berkas(
    rusak: str, katalog: Katalog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "_START", rusak)
    with pytest.raises(ReaderError, match="tidak dapat dijalankan"):
        read_workbook("a.xlsx", xlsx(), katalog)


def test_pembaca_yang_tidak_dapat_dimulai_adalah_kesalahan_mesin(
    katalog: Katalog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "tidak-ada"))
    with pytest.raises(ReaderError, match="tidak dapat dijalankan"):
        read_workbook("a.xlsx", xlsx(), katalog)


def test_sidik_berkas_dihitung_dari_isinya(katalog: Katalog) -> None:
    content = xlsx()
    assert read_workbook("a.xlsx", content, katalog).sha256 == hashlib.sha256(content).hexdigest()
    assert read_workbook("a.xlsx", b"", katalog).sha256 == hashlib.sha256(b"").hexdigest()


class Line:
    """Readers whose places are held, and what those who wait were told."""

    def __init__(self, at_a_time: int = 1) -> None:
        self.readers = Readers(at_a_time)
        self.told: list[tuple[str, int]] = []
        self.served: list[str] = []

    def come(self, name: str) -> threading.Thread:
        """Somebody joins the line; returns once he stands in it."""
        before = self.readers.waiting + self.readers.started

        def wait() -> None:
            with self.readers.turn(lambda place: self.told.append((name, place))):
                self.served.append(name)

        thread = threading.Thread(target=wait)
        thread.start()
        while self.readers.waiting + self.readers.started == before:
            time.sleep(0.001)
        return thread

    def told_to(self, name: str) -> list[int]:
        """The places he was told, each once."""
        return list(dict.fromkeys(place for who, place in self.told if who == name))


def test_yang_datang_dahulu_dilayani_dahulu_dan_urutannya_disebut() -> None:
    line = Line()
    with line.readers.turn():
        threads = [line.come(name) for name in ("Ani", "Budi", "Citra")]
        while [line.told_to(name) for name in ("Ani", "Budi", "Citra")] != [[1], [2], [3]]:
            time.sleep(0.001)
    for thread in threads:
        thread.join(10)
    assert line.served == ["Ani", "Budi", "Citra"]
    assert line.told_to("Citra")[0] == 3
    assert line.told_to("Citra") == sorted(line.told_to("Citra"), reverse=True)
    assert (line.readers.waiting, line.readers.started) == (0, 4)


def test_bila_ada_tempat_tidak_ada_yang_diberi_tahu_menunggu() -> None:
    line = Line(at_a_time=2)
    with line.readers.turn(lambda place: line.told.append(("pertama", place))):
        line.come("kedua").join(10)
    assert (line.told, line.served) == ([], ["kedua"])


def test_yang_pergi_dari_antrean_memberi_tempat_kepada_yang_di_belakangnya() -> None:
    line, gone = Line(), []

    def leave(place: int) -> None:
        raise ConnectionAbortedError(place)

    def impatient() -> None:
        try:
            with line.readers.turn(leave):
                pass
        except ConnectionAbortedError as error:
            gone.append(error.args[0])

    with line.readers.turn():
        first = line.come("Ani")
        thread = threading.Thread(target=impatient)
        thread.start()
        thread.join(10)
        last = line.come("Budi")
        while line.told_to("Budi") != [2]:
            time.sleep(0.001)
    for one in (first, last):
        one.join(10)
    assert (gone, line.served, line.readers.waiting) == ([2], ["Ani", "Budi"], 0)


def test_galat_di_dalam_giliran_mengembalikan_tempatnya() -> None:
    readers = Readers(at_a_time=1)
    with pytest.raises(ZeroDivisionError), readers.turn():
        raise ZeroDivisionError
    with readers.turn(), readers.turn():  # what one thread reads within its turn takes no other place
        assert readers.waiting == 0
    assert readers.started == 2


def test_jawaban_besar_diolah_seorang_diri(katalog: Katalog) -> None:
    """While one large answer is being taken in, the next large one waits; a small one does not."""
    large, small = xlsx(MANY_ROWS[: MANY_ROWS.index('<row r="1001"')]), xlsx()
    readers, done = Readers(at_a_time=2, large_answer=50_000), []

    def read(name: str, content: bytes) -> None:
        read_workbook("a.xlsx", content, katalog, readers=readers)
        done.append(name)

    with readers.turn():
        read("besar", large)
        other = threading.Thread(target=read, args=("besar juga", large))
        other.start()
        other.join(1.5)
        assert done == ["besar"]
    other.join(20)
    with readers.turn():
        read("besar lagi", large)
        threading.Thread(target=read, args=("kecil", small)).start()
        while "kecil" not in done:
            time.sleep(0.01)
    assert done == ["besar", "besar juga", "besar lagi", "kecil"]
