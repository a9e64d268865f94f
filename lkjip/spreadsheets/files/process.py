"""Starting, limiting and ending the reading process: two at a time, nothing left behind."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lkjip.errors import ReaderError
from lkjip.spreadsheets.files.child import NOT_INSTALLED, OUT_OF_MEMORY, READY
from lkjip.spreadsheets.files.limits import Limits, Refused

ROOT = Path(__file__).resolve().parents[3]
AT_A_TIME = 2

_START = "import sys; sys.path.insert(0, sys.argv[1]); from lkjip.spreadsheets.files.child import main; main()"
_NOT_STARTED = "Proses pembaca berkas tidak dapat dijalankan. Coba lagi; bila berulang, mulai ulang."
_log = logging.getLogger(__name__)


class Readers:
    """The places for reading processes. `waiting` is how many files stand in line for one."""

    def __init__(self, at_a_time: int = AT_A_TIME) -> None:
        self._places = threading.BoundedSemaphore(at_a_time)
        self._count = threading.Lock()
        self.waiting = 0
        self.started = 0

    def read(self, kind: str, content: bytes, limits: Limits) -> dict[str, Any]:
        """The draft of a file, read in a process of its own; `Refused` when the file is to blame for its end."""
        with self._count:
            self.waiting += 1
        with self._places:
            with self._count:
                self.waiting -= 1
                self.started += 1
            return _read(kind, content, limits)


READERS = Readers()


def _read(kind: str, content: bytes, limits: Limits) -> dict[str, Any]:
    request = json.dumps({"kind": kind, "limits": asdict(limits)}).encode("ascii") + b"\n" + content
    try:
        process = subprocess.Popen(  # noqa: S603 (our own interpreter and code)
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except OSError as error:
        raise ReaderError(_NOT_STARTED) from error
    with process:
        try:
            out, err = process.communicate(request, timeout=limits.wall_seconds)
        except subprocess.TimeoutExpired as error:
            raise Refused("berkas_terlalu_lama", paling_lama=round(limits.wall_seconds)) from error
        finally:
            process.kill()
    return _answer(process.returncode, out, err, limits)


def _answer(code: int, out: bytes, err: bytes, limits: Limits) -> dict[str, Any]:
    if code == 0 and out.startswith(READY + b"{"):
        result: dict[str, Any] = json.loads(out[len(READY) :])
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
