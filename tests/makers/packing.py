"""Runs a generator of hostile files, but packs once what it packs a thousand times over.

    python -m tests.makers.packing generate_bombs.py [argument ...]

Its bombs are a gibibyte of one block each; packing the block again each time took half a minute per run. A block that
comes again is packed on its own (whole bytes, no reference to what went before) and those bytes are repeated.
"""

from __future__ import annotations

import runpy
import sys
import zlib
from typing import Any

_plain = zlib.compressobj


class Repeating:
    """As a `zlib.compressobj`: the same object again is packed once."""

    def __init__(self, *settings: Any) -> None:
        self._settings = settings
        self._stream = _plain(*settings)
        self._last: object = None
        self._packed = b""

    def compress(self, data: bytes) -> bytes:
        if data is not self._last:
            self._last, self._packed = data, b""
            return self._stream.compress(data)
        if self._packed:
            return self._packed
        alone = _plain(*self._settings)
        self._packed = alone.compress(data) + alone.flush(zlib.Z_FULL_FLUSH)
        return self._stream.flush(zlib.Z_FULL_FLUSH) + self._packed

    def flush(self, *mode: int) -> bytes:
        return self._stream.flush(*mode)


if __name__ == "__main__":
    zlib.compressobj = Repeating  # type: ignore[assignment]
    sys.argv = sys.argv[1:]
    runpy.run_path(sys.argv[0], run_name="__main__")
