"""Memory that goes back to the system: large blocks (uploads, answers of the reading process) are not kept for later.

The C library raises the size from which a freed block is given back up to 32 MB once it has seen large ones; after
fifty uploads of 6.3 MB the server kept 450 MB (measured). A fixed size switches that off. Only the GNU C library.
"""

from __future__ import annotations

import contextlib
import ctypes
import sys

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # malloc.h
LARGE_BLOCK = 256 * 1024
ARENAS = 4


def give_back_large_blocks() -> None:
    """Blocks of a quarter megabyte and more are returned when freed; few arenas, so that little lies between them."""
    if not sys.platform.startswith("linux"):
        return
    with contextlib.suppress(OSError, AttributeError):  # another C library
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, LARGE_BLOCK)
        mallopt(_ARENA_MAX, ARENAS)
