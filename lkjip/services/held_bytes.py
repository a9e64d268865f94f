"""The bytes of a file that waits: a small one in memory, a larger one in a file without a name.

Forty people in line held forty files in the memory of the server (decision 14). A file without a name is gone with its
owner, however the process ends.
"""

from __future__ import annotations

import logging
from tempfile import TemporaryFile
from threading import Lock
from typing import IO

IN_MEMORY = 256 * 1024
_log = logging.getLogger(__name__)


class HeldBytes:
    """Bytes to be read again, any number of times, from any thread; `size` in bytes."""

    def __init__(self, content: bytes = b"", in_memory: int = IN_MEMORY) -> None:
        self.size = len(content)
        self._lock = Lock()
        self._file = _on_disk(content) if len(content) > in_memory else None
        self._content = b"" if self._file else content

    @property
    def on_disk(self) -> bool:
        """False for a small file, and where the disk took no more."""
        return self._file is not None

    def read(self) -> bytes:
        """All of them."""
        if self._file is None:
            return self._content
        with self._lock:
            self._file.seek(0)
            return self._file.read()


def _on_disk(content: bytes) -> IO[bytes] | None:
    file: IO[bytes] | None = None
    try:
        file = TemporaryFile(prefix="lkjip-")  # noqa: SIM115 (it lives as long as its owner)
        file.write(content)
        file.flush()
    except OSError as error:
        _log.warning("a file that waits stays in memory: %s", error)
        if file is not None:
            file.close()
        return None
    return file
