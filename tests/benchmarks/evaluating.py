"""Evaluate n indicators against one Decimal division per indicator, and against the results alone.

The second floor creates the three frozen values an indicator's result consists of, with nothing computed: what a
result that carries its year, its percentage and its grade costs in any program of this language.
The clock is the CPU time of this process: the work waits for nothing, and other programs must not count.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from lkjip.domain.capaian import Capaian, Ketercapaian, StatusCapaian
from lkjip.domain.evaluasi import DataKinerja, EvaluasiIndikator, TahunIndikator
from lkjip.domain.evaluate import evaluate
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.numbers import terukur
from lkjip.rules import load_aturan
from tests.benchmarks.measure import Row, compare, milliseconds

TAHUN = 2025
SIZES = (100, 1_000, 10_000, 100_000, 1_000_000)
NILAI = Decimal(80)


def office_with(n: int, *, confirmed: bool = True) -> DataKinerja:
    """An invented office with n indicators, ten to a sasaran, one year of PK targets and realisasi.

    Three in a hundred are far above their target and get a finding; not `confirmed`: every formula gets one.
    """
    formulas = ("naik", "turun", "naik", "turun_rasio")
    indikator = tuple(
        Indikator(i, i // 10, i % 10, f"Indikator {i} (CONTOH)", "%", formulas[i % 4], rumus_ditetapkan=confirmed)
        for i in range(n)
    )
    return DataKinerja(
        Kantor("Kecamatan CONTOH", "Kabupaten CONTOH", tahun_aktif=TAHUN, demo=True),
        Pengaturan(),
        tuple(Sasaran(s, s, f"Sasaran {s} (CONTOH)") for s in range((n + 9) // 10)),
        indikator,
        tuple(Target(i.id, TAHUN, JenisTarget.PK, terukur(Decimal(80 + i.id % 7))) for i in indikator),
        tuple(Realisasi(i.id, TAHUN, terukur(Decimal("70.25") + i.id % 31)) for i in indikator),
        (),
    )


def numbers_of(data: DataKinerja) -> list[tuple[Decimal, Decimal]]:
    """(realisasi, target) of each indicator, taken out of their records beforehand."""
    return [
        (realisasi.nilai.angka or Decimal(0), target.nilai.angka or Decimal(1))
        for target, realisasi in zip(data.target, data.realisasi, strict=True)
    ]


def divide(numbers: list[tuple[Decimal, Decimal]]) -> list[Decimal]:
    """One division per indicator."""
    return [realisasi / target * 100 for realisasi, target in numbers]


def bare_results(data: DataKinerja) -> list[EvaluasiIndikator]:
    """Three frozen values per indicator."""
    sasaran, found = data.sasaran[0], []
    for indikator, target, realisasi in zip(data.indikator, data.target, data.realisasi, strict=True):
        capaian = Capaian(StatusCapaian.TERUKUR, "naik", NILAI, NILAI, NILAI, "", (), ())
        tahun = TahunIndikator(TAHUN, target, None, realisasi, capaian, capaian, Ketercapaian.HAMPIR)
        found.append(EvaluasiIndikator(indikator, sasaran, tahun, capaian, "Tinggi", (tahun,), None, None, ""))
    return found


def rows() -> list[Row]:
    """Each size against both floors, growth, and the case in which every indicator has a finding."""
    aturan = load_aturan()
    found = []
    for n in SIZES:
        found += _of_size(n)
        gc.collect()
    whole = [row for row in found if row.floor.startswith("one")]
    found += list(_growth(whole))
    data = office_with(10_000, confirmed=False)
    numbers = numbers_of(data)
    found.append(
        compare(
            "evaluate 10,000 indicators, a finding each",
            lambda: evaluate(data, TAHUN, aturan),
            "one Decimal division each",
            lambda: divide(numbers),
            "",
            clock=time.process_time,
        )
    )
    return found


def _of_size(n: int) -> list[Row]:
    """One size: the evaluation and both floors in turns, so that each round serves both rows."""
    aturan, data = load_aturan(), office_with(n)
    numbers = numbers_of(data)
    deeds = (lambda: evaluate(data, TAHUN, aturan), lambda: divide(numbers), lambda: bare_results(data))
    rounds = max(3, min(101, 100_000 // n))
    times = [[milliseconds(deed, time.process_time) for deed in deeds] for _ in range(rounds + 1)][1:]
    work, division, results = (statistics.median(column) for column in zip(*times, strict=True))
    name = f"evaluate {n:,} indicators"
    return [
        Row(name, "one Decimal division each", work, division, "linear, ≤ 10 ×"),
        Row(name, "three frozen results each", work, results, ""),
    ]


def _growth(rows: list[Row]) -> Iterator[Row]:
    """Ten times as many indicators against ten times the work of the size below."""
    for less, more in pairwise(rows):
        yield Row(more.work, f"ten times: {less.work}", more.work_ms, 10 * less.work_ms, "linear: 1")
