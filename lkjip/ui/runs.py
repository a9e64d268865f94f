"""How many page runs may compute at once: the rest stand still, so that the server itself always gets its turn.

Python lets one thread compute at a time. With fifty runs in the race, the thread that answers browsers (health,
websockets, uploads) waits for fifty others before each of its steps: health took seconds (decisions 13, 14).
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

AT_A_TIME = 2
SWITCH_SECONDS = 0.001  # how long one thread may compute before another gets its turn (Python's own: 0.005)

sys.setswitchinterval(SWITCH_SECONDS)


class Runs:
    """Places for threads that compute. What waits for something else steps `outside` meanwhile."""

    def __init__(self, at_a_time: int = AT_A_TIME) -> None:
        self._places = threading.Semaphore(at_a_time)
        self._mine = threading.local()

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Take a place; a thread that has one already keeps it."""
        if getattr(self._mine, "inside", False):
            yield
            return
        with self._places:
            self._mine.inside = True
            try:
                yield
            finally:
                self._mine.inside = False

    @contextmanager
    def outside(self) -> Iterator[None]:
        """Give the place to another while waiting, and take one again afterwards."""
        if not getattr(self._mine, "inside", False):
            yield
            return
        self._mine.inside = False
        self._places.release()
        try:
            yield
        finally:
            self._places.acquire()
            self._mine.inside = True


RUNS = Runs()
