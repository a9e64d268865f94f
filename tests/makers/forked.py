"""Reading processes forked from one that has loaded the readers: starting Python for each costs more than most files.

What the process does, its limits and its pipes are as ever. How it is started is tested in
unit/spreadsheets/test_reading_process.py, and each server of the tests starts its own.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from types import ModuleType
from typing import Any

import pytest

from lkjip.spreadsheets.files import process
from lkjip.spreadsheets.files.limits import Limits, Refused

STARTED = process._run  # as the application does it
READERS = ("xlsx", "ods", "xls", "html_table", "csv_text", "calamine", "child")
_ONE_AT_A_TIME = threading.Lock()  # who starts a process also asks how the others ended, and only one may ask
Ends = tuple[Connection, Connection, Connection]


@contextmanager
def readers_forked() -> Iterator[None]:
    """From here on nothing in this process starts a reading process anew (on Windows it does)."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        yield
        return
    multiprocessing.set_forkserver_preload([__name__, *(f"lkjip.spreadsheets.files.{name}" for name in READERS)])
    forkserver.ensure_running()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "_run", run)
        yield


def run(
    kind: str, content: bytes, limits: Limits, marking: Mapping[str, Any] | None = None, folder: str = ""
) -> tuple[int, bytes, bytes]:
    """Exit code, output and error output, as `process._run` gives them."""
    its_in, to_it = multiprocessing.Pipe(duplex=False)
    out, its_out = multiprocessing.Pipe(duplex=False)
    err, its_err = multiprocessing.Pipe(duplex=False)
    theirs: Ends = (its_in, its_out, its_err)
    child = multiprocessing.get_context("forkserver").Process(target=_read, args=(theirs, folder))
    with _ONE_AT_A_TIME, pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # else the child runs ours, say a whole page
        child.start()
    for end in theirs:
        end.close()
    with out, err, to_it, ThreadPoolExecutor(3) as pool:
        pool.submit(_tell, to_it, process._request(kind, content, limits, marking))
        heard = [pool.submit(_hear, end) for end in (out, err)]
        late = not wait([child.sentinel], limits.wall_seconds)
        with _ONE_AT_A_TIME:
            child.kill()
            child.join()
        answer = [one.result() for one in heard]
    if late:
        raise Refused("berkas_terlalu_lama", paling_lama=round(limits.wall_seconds))
    return child.exitcode or 0, *answer


def _tell(end: Connection, request: bytes) -> None:
    with contextlib.suppress(BrokenPipeError), os.fdopen(os.dup(end.fileno()), "wb") as pipe:
        end.close()
        pipe.write(request)


def _hear(end: Connection) -> bytes:
    with os.fdopen(os.dup(end.fileno()), "rb") as pipe:
        return pipe.read()


def _read(ends: Ends, folder: str) -> None:
    from lkjip.spreadsheets.files.child import main

    for place, end in enumerate(ends):
        os.dup2(end.fileno(), place)
        end.close()
    sys.stdin = os.fdopen(0)
    if folder:
        os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), folder))
        tempfile.tempdir = None
    main()
