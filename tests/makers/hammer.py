"""Many people at once: each drops one workbook of his own into the running application and presses "Simpan"."""

from __future__ import annotations

import io
import random
import re
import struct
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from websockets.exceptions import WebSocketException
from xlsxwriter import Workbook

from tests.makers.akun import Orang
from tests.makers.server import Server
from tests.makers.streamlit_client import SESI, Visit

HEADERS = ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target 2025", "Realisasi 2025"]
FEW_ROWS = 10
WARM_SECONDS = 3.0  # imports beside the start of the server
PATIENCE = 1_800.0  # seconds: nobody gives up
SIDE = 1_480  # a square noise picture of so many points is 6.6 MB and does not compress


def workbook(number: int, rows: int = 3, *, picture: bool = False, raw_rows: int = 0) -> bytes:
    """An office's table (CONTOH). Few rows: indicators of its own; many: the same as in every file, other realisasi.

    `picture`: a photograph beside it; `raw_rows`: a sheet of so many rows of forty words that are no table of ours.
    """
    if raw_rows:
        return _with_figures_of(_made(number, rows), _with_raw_sheet(rows, raw_rows))
    return _made(number, rows, picture=picture)


def _made(number: int, rows: int, *, picture: bool = False, raw_rows: int = 0) -> bytes:
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("Kinerja")
    sheet.write_row(0, 0, HEADERS)
    whose = f"{number}." if rows <= FEW_ROWS else ""
    for row in range(1, rows + 1):
        words = [f"Sasaran {whose}{row // 10} (CONTOH)", f"Indikator {whose}{row} (CONTOH)"]
        sheet.write_row(row, 0, [row, *words, "%", 80, 50 + row % 30 + number / 100])
    if picture:
        sheet.insert_image(0, len(HEADERS) + 1, "foto.png", {"image_data": io.BytesIO(_noise(number))})
    if raw_rows:
        chance, raw = random.Random(number), book.add_worksheet("Data mentah")
        for row in range(raw_rows):
            raw.write_row(row, 0, [chance.randbytes(10).hex() for _ in range(40)])
    book.close()
    return buffer.getvalue()


@cache
def _with_raw_sheet(rows: int, raw_rows: int) -> bytes:
    """Made once: ten seconds of work that would slow everybody down in the middle of the measurement."""
    return _made(0, rows, raw_rows=raw_rows)


def _with_figures_of(small: bytes, large: bytes) -> bytes:
    """The large workbook with the first sheet of the small one (the same words, other figures)."""
    figures = "xl/worksheets/sheet1.xml"
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(large)) as old, ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.namelist():
            new.writestr(part, ZipFile(io.BytesIO(small)).read(part) if part == figures else old.read(part))
    return buffer.getvalue()


def _noise(number: int) -> bytes:
    """A PNG of random points."""
    chance = random.Random(number)
    lines = b"".join(b"\0" + chance.randbytes(SIDE * 3) for _ in range(SIDE))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(lines, 0)) + chunk(b"IEND", b"")


_BEAT = """
import glob, http.client, re, select, sys, threading, time
from http.server import BaseHTTPRequestHandler, HTTPServer

class Bare(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"ok")
    def log_message(self, *_):
        pass

def ask(host):
    begun = time.monotonic()
    try:
        line = http.client.HTTPConnection(host, timeout=20)
        line.request("GET", "/_stcore/health")
        well = line.getresponse().status == 200
        line.close()
    except OSError:
        well = False
    return time.monotonic() - begun, well

def largest_child(server):
    most = 0
    for listed in glob.glob(f"/proc/{server}/task/*/children"):
        try:
            for child in open(listed).read().split():
                if b"files.child" not in open(f"/proc/{child}/cmdline", "rb").read():  # not yet its own program
                    continue
                most = max(most, int(re.search(r"VmHWM:\\s+(\\d+)", open(f"/proc/{child}/status").read())[1]))
        except (OSError, TypeError):  # ended meanwhile
            pass
    return most

bare = HTTPServer(("127.0.0.1", 0), Bare)
threading.Thread(target=bare.serve_forever, daemon=True).start()
took, floor, lost, child = [], [], 0, 0
while not select.select([sys.stdin], [], [], 0.1)[0]:
    seconds, well = ask(sys.argv[1])
    took.append(seconds)
    lost += not well
    floor.append(ask(f"127.0.0.1:{bare.server_port}")[0])
    child = max(child, largest_child(sys.argv[2]))
print(max(took), sorted(took)[len(took) * 95 // 100], max(floor), lost, len(took), child * 1024)
"""


@dataclass
class Pulse:
    """Asks the health endpoint ten times a second, from a process of its own: these threads must not slow it down.

    `floor`: the slowest answer of a bare server that does nothing else, asked in turns: what the machine itself costs.
    `child`: the highest resident memory seen of a reading process, in bytes (0 where it cannot be seen).
    """

    server: Server
    slowest: float = 0.0
    p95: float = 0.0
    floor: float = 0.0
    lost: int = 0
    asked: int = 0
    child: int = 0
    _process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Pulse:
        command = [sys.executable, "-I", "-c", _BEAT, self.server.url.removeprefix("http://")]
        command.append(str(self.server.process.pid))
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process is not None
        out, _ = self._process.communicate("\n", timeout=60)
        self.slowest, self.p95, self.floor = map(float, out.split()[:3])
        self.lost, self.asked, self.child = map(int, out.split()[3:])


def peak_memory(server: Server) -> int:
    """The highest resident memory the server process ever had, in bytes (0 where it cannot be seen)."""
    try:
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{server.process.pid}/status").read_text())
    except OSError:
        return 0
    return int(found.group(1)) * 1024 if found else 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one visitor got: the sentence after saving, or what went wrong; whether he was shown his place in line."""

    name: str
    saved: bool
    said: str
    waited: bool
    seconds: float


def warm(server: Server, person: Orang, seconds: float = WARM_SECONDS) -> None:
    """A first visit, as the morning brings it: what is imported once is no part of the load."""
    visit = Visit(server.url)
    visit.http.cookies.set(SESI, person.token)
    with visit.tab() as tab:
        tab.run("unggah_data")
        tab.drop(("pertama.xlsx", workbook(999)))
    time.sleep(seconds)


def save_all(server: Server, people: Sequence[Orang], files: Sequence[Callable[[], bytes]]) -> list[Outcome]:
    """Each file by a session of its own (the people take turns in owning them), all dropped at the same instant."""
    ready = threading.Barrier(len(files))

    def one(number: int) -> Outcome:
        visit = Visit(server.url)
        visit.http.cookies.set(SESI, people[number % len(people)].token)
        name = f"kinerja {number}.xlsx"
        content = files[number]()
        with visit.tab() as tab:
            tab.run("unggah_data")
            tab.patience = PATIENCE
            ready.wait(300)
            begun = time.monotonic()
            waited = False
            try:
                tab.drop((name, content))
                waited = any("Menunggu giliran" in str(message) for message in tab.passed)
                tab.press("Simpan")
                said = tab.says()
            except (AssertionError, OSError, WebSocketException) as error:
                said = f"{error!r} {tab.says()}"
            return Outcome(name, "Tersimpan" in said, said, waited, time.monotonic() - begun)

    with ThreadPoolExecutor(len(files)) as pool:
        return list(pool.map(one, range(len(files))))
