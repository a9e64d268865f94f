"""Starting, limiting and ending the reading process: two at a time, first come first served, nothing left behind."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lkjip.errors import ReaderError
from lkjip.spreadsheets.files.child import NOT_INSTALLED, OUT_OF_MEMORY, READY
from lkjip.spreadsheets.files.limits import Limits, Refused
from lkjip.spreadsheets.files.travel import unpack

ROOT = Path(__file__).resolve().parents[3]
AT_A_TIME = 2
LARGE_ANSWER = 3 * 1024 * 1024  # bytes of JSON, about 60,000 cells
OnWait = Callable[[int], object]

BEHIND = 5  # steps of politeness (19: the most): who is being answered goes before what is being read
_START = (
    f"import os, sys; hasattr(os, 'nice') and os.nice({BEHIND}); sys.path.insert(0, sys.argv[1]); "
    "from lkjip.spreadsheets.files.child import main; main()"
)
_NOT_STARTED = "Proses pembaca berkas tidak dapat dijalankan. Coba lagi; bila berulang, mulai ulang."
_TELL_AGAIN_SECONDS = 1.0
_log = logging.getLogger(__name__)


class Readers:
    """The places for reading processes, given in the order of asking. `started`: how many have been given.

    A large answer is taken in alone: its cells cost the server some hundred bytes each until they are let go.
    """

    def __init__(self, at_a_time: int = AT_A_TIME, large_answer: int = LARGE_ANSWER) -> None:
        self._changed = threading.Condition()
        self._line: deque[object] = deque()
        self._free = at_a_time
        self._large_answer = large_answer
        self._large = threading.Lock()
        self._mine = threading.local()
        self.started = 0

    @property
    def waiting(self) -> int:
        """How many stand in line."""
        return len(self._line)

    @contextmanager
    def turn(self, on_wait: OnWait | None = None) -> Iterator[None]:
        """A place, and with it the right to `read`; what this thread reads meanwhile takes no other place.

        `on_wait` is told the place in line (1: next) when it changes and once a second; what it raises leaves the line.
        """
        if getattr(self._mine, "has_turn", False):
            yield
            return
        self._stand_in_line(on_wait)
        self._mine.has_turn, self._mine.alone = True, False
        try:
            yield
        finally:
            if self._mine.alone:
                self._large.release()
            self._mine.has_turn = self._mine.alone = False
            with self._changed:
                self._free += 1
                self._changed.notify_all()

    def read(self, kind: str, content: bytes, limits: Limits) -> dict[str, Any]:
        """The draft of a file, read in a process of its own; `Refused` when the file is to blame for its end."""
        with self.turn():
            code, out, err = _run(kind, content, limits)
            if len(out) > self._large_answer and not self._mine.alone:
                self._large.acquire()
                self._mine.alone = True
            return _answer(code, out, err, limits)

    def mark(self, kind: str, content: bytes, limits: Limits, marking: Mapping[str, Any]) -> dict[str, Any]:
        """The marked workbook (base64 in "content"), made in a process of its own with a folder of its own."""
        with self.turn(), tempfile.TemporaryDirectory(prefix="lkjip-") as folder:
            code, out, err = _run(kind, content, limits, marking, folder)
            return _answer(code, out, err, limits)

    def _stand_in_line(self, on_wait: OnWait | None) -> None:
        ticket, place = object(), 0
        with self._changed:
            self._line.append(ticket)
        try:
            while place := self._place(ticket, place):
                if on_wait is not None:
                    on_wait(place)
        except BaseException:
            with self._changed:
                self._line.remove(ticket)
                self._changed.notify_all()
            raise

    def _place(self, ticket: object, known: int) -> int:
        """The place in line once it is another than `known` or a second has passed; 0: the turn has come."""
        with self._changed:
            place = self._line.index(ticket) + 1
            if place == known and place > self._free:
                self._changed.wait(_TELL_AGAIN_SECONDS)
                place = self._line.index(ticket) + 1
            if place > self._free:
                return place
            self._line.remove(ticket)
            self._free -= 1
            self.started += 1
            self._changed.notify_all()
            return 0


READERS = Readers()


def _request(kind: str, content: bytes, limits: Limits, marking: Mapping[str, Any] | None) -> bytes:
    header = {"kind": kind, "limits": asdict(limits), "marking": marking}
    return json.dumps(header).encode("ascii") + b"\n" + content


def _run(
    kind: str, content: bytes, limits: Limits, marking: Mapping[str, Any] | None = None, folder: str = ""
) -> tuple[int, bytes, bytes]:
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder) if folder else {}
    try:
        process = subprocess.Popen(  # noqa: S603 (our own interpreter and code)
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),  # Windows
            env={**os.environ, **temporary},
        )
    except OSError as error:
        raise ReaderError(_NOT_STARTED) from error
    with process:
        try:
            out, err = process.communicate(_request(kind, content, limits, marking), timeout=limits.wall_seconds)
        except subprocess.TimeoutExpired as error:
            raise Refused("berkas_terlalu_lama", paling_lama=round(limits.wall_seconds)) from error
        finally:
            process.kill()
    return process.returncode, out, err


def _answer(code: int, out: bytes, err: bytes, limits: Limits) -> dict[str, Any]:
    if code == 0 and out.startswith(READY + b"{"):
        result = unpack(out, len(READY))
        if "refused" in result:
            place = result["refused"]
            raise Refused(place["kode"], lembar=place["lembar"], sel=place["sel"], **place["isi"])
        return result
    _log.warning("reading process ended with %s: %s", code, err.decode("utf-8", "replace")[-4000:])
    if code == NOT_INSTALLED or not out.startswith(READY):  # the installation is broken, whatever the file holds
        raise ReaderError(_NOT_STARTED)
    if code == OUT_OF_MEMORY or b"MemoryError" in err:
        raise Refused("berkas_terlalu_berat", paling_banyak=limits.memory_bytes // (1024 * 1024))
    if code in (OUT_OF_MEMORY + 1, -24):  # own watch, SIGXCPU
        raise Refused("berkas_terlalu_lama", paling_lama=limits.cpu_seconds)
    raise Refused("berkas_tidak_terbaca")
