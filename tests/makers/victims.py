"""Programs that a test starts in a process of their own, to kill them halfway or to run them beside each other."""

from __future__ import annotations

from pathlib import Path

from lkjip.config import Config
from lkjip.services import importing, perencanaan
from lkjip.services.actor import OPERATOR
from lkjip.store import open_store


def add_sasaran_for_ever() -> None:
    """Says the number of each sasaran once it is stored."""
    store = open_store(Config.from_env())
    number = 0
    while True:
        number += 1
        perencanaan.add_sasaran(store, OPERATOR, f"Sasaran {number}")
        print(number, flush=True)  # noqa: T201


def save_file(path: str) -> None:
    """Says "siap" when the file has been read, "tersimpan" when it is stored."""
    store = open_store(Config.from_env())
    content = Path(path).read_bytes()
    reading = importing.read("besar.csv", content, tahun=2025)
    print("siap", flush=True)  # noqa: T201
    importing.save(store, OPERATOR, reading, content, tahun=2025)
    print("tersimpan", flush=True)  # noqa: T201


def open_and_close() -> None:
    """As the start and the end of a program."""
    open_store(Config.from_env()).close()
    print("selesai", flush=True)  # noqa: T201
