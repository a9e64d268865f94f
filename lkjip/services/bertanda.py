"""Workbooks that wait to be fetched back with marked cells: in memory, bounded, each for its sender alone.

What is looked at but not stored is nowhere else. A file that has been let go is uploaded once more.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from lkjip.domain.access import Actor
from lkjip.domain.finding import Finding

MOST_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Titipan:
    """A file with its findings, and whose it is (account, section)."""

    pengguna_id: int | None
    seksi_id: int | None
    nama: str
    isi: bytes
    temuan: tuple[Finding, ...]


class Rak:
    """The files of this process, the longest unused let go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most_bytes = most_bytes
        self._kept: OrderedDict[str, Titipan] = OrderedDict()
        self._lock = Lock()

    def put(self, titipan: Titipan) -> str:
        """Keep a file and return its name in the address; the same file with the same findings is kept once."""
        key = _name(titipan)
        with self._lock:
            self._kept[key] = titipan
            self._kept.move_to_end(key)
            room = self._most_bytes - sum(len(satu.isi) for satu in self._kept.values())
            while room < 0 and len(self._kept) > 1:
                room += len(self._kept.popitem(last=False)[1].isi)
        return key

    def get(self, key: str, actor: Actor) -> Titipan | None:
        """The file, for whoever brought it; None for anybody else and once it has been let go."""
        with self._lock:
            found = self._kept.get(key)
            if found is None or found.pengguna_id != actor.pengguna_id:
                return None
            self._kept.move_to_end(key)
            return found


def _name(titipan: Titipan) -> str:
    digest = hashlib.sha256(titipan.isi)
    digest.update(repr((titipan.pengguna_id, titipan.seksi_id, titipan.nama, titipan.temuan)).encode())
    return digest.hexdigest()[:32]


def keep(actor: Actor, seksi_id: int | None, nama: str, isi: bytes, temuan: Sequence[Finding]) -> str:
    """Keep a file for the one who is looking at it."""
    return RAK.put(Titipan(actor.pengguna_id, seksi_id, nama, isi, tuple(temuan)))


RAK = Rak()
