"""Evaluate n indicators against one Decimal division per indicator."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.evaluate import evaluate
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.numbers import terukur
from lkjip.rules import load_aturan
from tests.benchmarks.measure import Row, compare

TAHUN = 2025


def office_with(n: int) -> DataKinerja:
    """An invented office with n indicators, ten to a sasaran, one year of PK targets and realisasi."""
    formulas = ("naik", "turun", "naik", "turun_rasio")
    indikator = tuple(Indikator(i, i // 10, i % 10, f"Indikator {i} (CONTOH)", "%", formulas[i % 4]) for i in range(n))
    return DataKinerja(
        Kantor("Kecamatan CONTOH", "Kabupaten CONTOH", tahun_aktif=TAHUN, demo=True),
        Pengaturan(),
        tuple(Sasaran(s, s, f"Sasaran {s} (CONTOH)") for s in range((n + 9) // 10)),
        indikator,
        tuple(Target(i.id, TAHUN, JenisTarget.PK, terukur(Decimal(80 + i.id % 7))) for i in indikator),
        tuple(Realisasi(i.id, TAHUN, terukur(Decimal("70.25") + i.id % 31)) for i in indikator),
        (),
    )


def rows() -> list[Row]:
    aturan = load_aturan()
    found = []
    for n in (100, 1_000, 10_000, 100_000):
        data = office_with(n)
        pairs = [
            (r.nilai.angka or Decimal(0), t.nilai.angka or Decimal(1))
            for r, t in zip(data.realisasi, data.target, strict=True)
        ]
        found.append(
            compare(
                f"evaluate {n:,} indicators",
                lambda data=data: evaluate(data, TAHUN, aturan),  # type: ignore[misc]
                "one Decimal division each",
                lambda pairs=pairs: [realisasi / target * 100 for realisasi, target in pairs],  # type: ignore[misc]
                "linear, ≤ 10 ×",
                rounds=3 if n > 10_000 else 5,
            )
        )
    return found
