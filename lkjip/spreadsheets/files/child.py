"""The reading process: takes one file on standard input, answers with JSON on standard output, lives for one file.

It runs apart from the server so that no file, however made, can stop or swell the server: its memory, CPU time
and files are limited by the system (where the system can), else by a watch of its own. Reading writes nothing to disk;
marking a workbook writes into a temporary folder that is gone with the process.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from typing import Any, BinaryIO

from lkjip.spreadsheets.files.draft import Draft
from lkjip.spreadsheets.files.inspect import check_package
from lkjip.spreadsheets.files.limits import Limits, Refused
from lkjip.spreadsheets.files.package import Package

OUT_OF_MEMORY = 77
NOT_INSTALLED = 79
READY = b"siap\n"  # before the answer: from here on the end of this process is the file's doing
_WATCH_SECONDS = 0.05


def main() -> None:
    """Read the request, read the file, answer."""
    gc.disable()  # a process for one file, its memory limited
    header = json.loads(sys.stdin.buffer.readline())
    limits = Limits(**header["limits"])
    with _own_output() as out:
        out.write(READY)
        out.flush()
        restrict(limits)
        content = sys.stdin.buffer.read()
        answer(out, header["kind"], content, limits, header.get("marking"))


def _own_output() -> BinaryIO:
    """Standard output for the answer alone: whatever a library prints goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def answer(out: BinaryIO, kind: str, content: bytes, limits: Limits, marking: Mapping[str, Any] | None = None) -> None:
    """Write the draft (or the marked workbook), or the refusal, as one JSON document."""
    try:
        result = read(kind, content, limits)
        if marking is not None:
            from lkjip.spreadsheets.marking import mark_read

            result = mark_read(content, result, marking)
    except Refused as refused:
        place = {"kode": refused.kode, "lembar": refused.lembar, "sel": refused.sel, "isi": refused.isi}
        result = {"refused": place}
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except ImportError:  # a reader or its library is not there: nothing that a file could cause
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(NOT_INSTALLED)
    out.write(json.dumps(result, separators=(",", ":")).encode("ascii"))
    out.flush()


def read(kind: str, content: bytes, limits: Limits) -> dict[str, Any]:
    """The draft of a file of a kind named by `inspect.identify`; each reader is imported only where it is used."""
    draft = Draft(limits)
    if kind == "zip":
        package = Package(content, limits)
        kind = check_package(package)
        if kind == "xlsx":
            from lkjip.spreadsheets.files.xlsx import read_xlsx

            read_xlsx(package, draft)
        else:
            from lkjip.spreadsheets.files.ods import read_ods

            read_ods(package, draft)
    elif kind == "xls":
        from lkjip.spreadsheets.files.xls import read_xls

        read_xls(content, draft)
    elif kind == "html":
        from lkjip.spreadsheets.files.html_table import read_html

        read_html(content, draft)
    else:
        from lkjip.spreadsheets.files.csv_text import read_csv

        read_csv(content, draft)
    return {"kind": kind, **draft.finish()}


def restrict(limits: Limits) -> None:
    """Limit this process by the system; watch the memory where the system does not limit it."""
    try:
        import resource
    except ImportError:  # Windows
        watch(limits)
        return
    seconds, memory = limits.cpu_seconds, limits.memory_bytes
    for which, most in (
        (resource.RLIMIT_CPU, (seconds, seconds + 1)),  # first a signal that tells why, then the end
        (resource.RLIMIT_CORE, (0, 0)),
        (resource.RLIMIT_FSIZE, (limits.written_bytes, limits.written_bytes)),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, most)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ValueError, OSError):  # macOS refuses it
        watch(limits)


def watch(limits: Limits) -> threading.Thread:
    """End this process when it outgrows its memory or its time; for systems that do not do so themselves."""
    until = time.monotonic() + limits.wall_seconds

    def look() -> None:
        while time.monotonic() < until:
            if memory_in_use() > limits.memory_bytes:
                os._exit(OUT_OF_MEMORY)
            time.sleep(_WATCH_SECONDS)
        os._exit(OUT_OF_MEMORY + 1)

    thread = threading.Thread(target=look, name="memory watch", daemon=True)
    thread.start()
    return thread


def memory_in_use() -> int:
    """Resident bytes of this process, 0 where the system does not tell."""
    if sys.platform == "win32":
        return _memory_windows()
    with contextlib.suppress(OSError, ValueError), open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _memory_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *(
                (name, ctypes.c_size_t)
                for name in ("Peak", "WorkingSet", "a", "b", "c", "d", "Pagefile", "PeakPagefile")
            ),
        )

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
    kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.WorkingSet)
