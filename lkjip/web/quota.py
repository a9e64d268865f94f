"""How much one account may upload: per file and per ten minutes. Kept in memory: it protects this process."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock

MB = 1024 * 1024
PER_FILE = 15 * MB + 64 * 1024  # the envelope of the form is counted too
PER_WINDOW = 600 * MB
WINDOW_SECONDS = 600.0


class Quota:
    """A sliding window of the bytes each account has announced."""

    def __init__(
        self, per_window: int = PER_WINDOW, window: float = WINDOW_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_window = per_window
        self._window = window
        self._clock = clock
        self._lock = Lock()
        self._seen: dict[int, deque[tuple[float, int]]] = defaultdict(deque)

    def refuse(self, account: int, content_length: str | None) -> tuple[int, str] | None:
        """HTTP status and reason, or None: then the bytes are counted."""
        if content_length is None or not (content_length.isascii() and content_length.isdecimal()):
            return 411, "Ukuran berkas tidak disebut. Unggah lewat halaman Unggah data."
        size = int(content_length[:18])  # so many digits are too many in any case
        if size > PER_FILE:
            return 413, "Berkas lebih besar dari 15 MB. Hapus gambar atau lembar yang tidak perlu, lalu coba lagi."
        now = self._clock()
        with self._lock:
            seen = self._seen[account]
            while seen and now - seen[0][0] >= self._window:
                seen.popleft()
            if sum(bytes_ for _when, bytes_ in seen) + size > self._per_window:
                return 429, f"Unggahan Anda melewati {self._per_window // MB} MB dalam 10 menit. Tunggu sebentar."
            seen.append((now, size))
        return None
