"""Memory that goes back to the system: large blocks are not kept for later, forgotten objects are collected seldom.

The C library raises the size from which a freed block is given back up to 32 MB once it has seen large ones; after
fifty uploads of 6.3 MB the server kept 450 MB (measured). A fixed size switches that off. Only the GNU C library.

A full collection walks every object while nothing else computes. Streamlit does one after each run of a page
(`runner.postScriptGC`, switched off in `.streamlit/config.toml`): with fifty people it is what the others wait for.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import gc
import sys
import time
from collections.abc import Callable

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # malloc.h
LARGE_BLOCK = 256 * 1024
ARENAS = 4
COLLECT_EVERY_SECONDS = 15.0
COLLECT_SHARE = 100  # a collection that takes a second is followed by a hundred without one


def give_back_large_blocks() -> None:
    """Blocks of a quarter megabyte and more are returned when freed; few arenas, so that little lies between them."""
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):  # another C library
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, LARGE_BLOCK)
        mallopt(_ARENA_MAX, ARENAS)


async def collect_seldom(
    collect: Callable[[], object] = gc.collect, pause_after: Callable[[float], float] | None = None
) -> None:
    """Collect forgotten objects for ever, with pauses between (`pause`)."""
    pause_after, took = pause_after or pause, 0.0
    while True:
        await asyncio.sleep(pause_after(took))
        begun = time.perf_counter()
        await asyncio.to_thread(collect)
        took = time.perf_counter() - begun


def pause(took: float) -> float:
    """Seconds until the next collection, after one of so many seconds: it takes at most a hundredth of the time."""
    return max(COLLECT_EVERY_SECONDS, COLLECT_SHARE * took)
