"""Readings that wait to be saved: in memory up to a number of cells, the longest unused let go and read again.

A cell costs the server about 540 bytes with its table and records (measured), a file of 440,000 cells 230 MB: without a
bound, a few forgotten tabs would fill the machine. What is let go is still there as the bytes of its file.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from weakref import WeakKeyDictionary

from lkjip.services.reading import Reading

MOST_CELLS = 250_000


@dataclass(eq=False, slots=True, weakref_slot=True)
class Slot:
    """Where one file keeps its reading; None when it has been let go. Dies with the session that owns it."""

    reading: Reading | None = None


class Shelf:
    """All slots of this process that hold a reading, the longest unused first."""

    def __init__(self, most_cells: int = MOST_CELLS) -> None:
        self._most_cells = most_cells
        self._weights: WeakKeyDictionary[Slot, int] = WeakKeyDictionary()
        self._lock = Lock()

    @property
    def cells(self) -> int:
        """How many cells are kept."""
        with self._lock:
            return sum(self._weights.values())

    def put(self, slot: Slot, reading: Reading) -> None:
        """Keep a reading; others are let go for it, itself never (its owner is at work with it)."""
        with self._lock:
            self._weights.pop(slot, None)
            slot.reading, self._weights[slot] = reading, weight(reading)
            room = self._most_cells - sum(self._weights.values())
            for other, cells in list(self._weights.items()):
                if room >= 0 or other is slot:
                    break
                room += cells
                other.reading = None
                del self._weights[other]

    def get(self, slot: Slot) -> Reading | None:
        """The reading, now the last used; None when it has been let go."""
        with self._lock:
            if slot.reading is not None:
                self._weights[slot] = self._weights.pop(slot)
            return slot.reading

    def drop(self, slot: Slot) -> None:
        """Let it go: it is no longer needed."""
        with self._lock:
            slot.reading = None
            self._weights.pop(slot, None)


def weight(reading: Reading) -> int:
    """Cells of the file, at least one."""
    return 1 + sum(len(sheet.cells) for sheet in reading.workbook.sheets)


SHELF = Shelf()
