"""Twenty section workbooks read, validated and stored against openpyxl reading their cells (child's start apart)."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path

from lkjip.config import Config
from lkjip.services import kiriman, reading
from lkjip.services.actor import OPERATOR
from lkjip.services.kiriman import SeksiTahun
from lkjip.services.reading import Reading
from lkjip.store import Store, open_store
from tests.benchmarks.measure import Row, milliseconds
from tests.benchmarks.reading import bare_openpyxl
from tests.makers.here import read_here
from tests.makers.kiriman import TAHUN, big_office
from tests.makers.section_format import Isian, filled

SECTIONS, INDICATORS, ROUNDS = 20, 10, 3
LIMIT = "≤ 2.5 ×"


def read_in_process(content: bytes) -> Reading:
    """What the page reads, without starting a process."""
    return read_here("isian.xlsx", content)


def read_apart(content: bytes) -> Reading:
    """As uploaded: each in a reading process of its own."""
    return reading.read("isian.xlsx", content)


def collect(store: Store, books: dict[int, bytes], read: Callable[[bytes], Reading]) -> None:
    """Read, check and store every workbook."""
    for key, content in books.items():
        kiriman.save(store, OPERATOR, read(content), content, untuk=SeksiTahun(key, TAHUN))


def rows() -> list[Row]:
    """Medians over rounds; every round stores new versions with other values, all three take turns."""
    times: dict[str, list[float]] = {"here": [], "apart": [], "bare": []}
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Config(Path(folder), f"sqlite:///{folder}/lkjip.db"))
        empty = big_office(store, SECTIONS, INDICATORS)
        for number in range(ROUNDS):
            books = {key: filled(_values(2 * number), content) for key, content in empty.items()}
            later = {key: filled(_values(2 * number + 1), content) for key, content in empty.items()}
            times["bare"].append(milliseconds(lambda some=books: [bare_openpyxl(one) for one in some.values()]))
            times["here"].append(milliseconds(lambda some=books: collect(store, some, read_in_process)))
            times["apart"].append(milliseconds(lambda some=later: collect(store, some, read_apart)))
        store.close()
    here, apart, bare = (statistics.median(times[name]) for name in ("here", "apart", "bare"))
    what, floor = f"{SECTIONS} section workbooks × {INDICATORS} indicators", "openpyxl reading the cells of all"
    return [
        Row(f"{what}: read, validated, stored, in process", floor, here, bare, LIMIT),
        Row(f"{what}: as uploaded, with reading processes", floor, apart, bare, "counted apart"),
    ]


def _values(number: int) -> Isian:
    cells: dict[tuple[str, str, int], object] = {}
    for row in range(1, INDICATORS + 1):
        for quarter in range(1, 5):
            cells["Indikator", f"tw{quarter}", row] = 80 + quarter + row / 10 + number
        cells["Analisis", "penghambat", row] = f"Hujan {number} (CONTOH)"
        cells["Analisis", "upaya", row] = "Pompa (CONTOH)"
        cells["Data Dukung", "indikator", row] = f"{row}. Indikator {row} (CONTOH)"
        cells["Data Dukung", "tautan", row] = f"https://contoh.example/{number}/{row}"
    return cells
