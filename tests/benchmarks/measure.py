"""Ratios against a floor measured in the same run: both sides take turns, so that a busy machine slows both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: milliseconds of the work and of its floor (medians), and what the design asks."""

    work: str
    floor: str
    work_ms: float
    floor_ms: float
    limit: str

    @property
    def ratio(self) -> float:
        return self.work_ms / self.floor_ms if self.floor_ms else float("nan")


def milliseconds(deed: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    deed()
    return (clock() - start) * 1000


def compare(
    work: str,
    deed: Callable[[], object],
    floor: str,
    bare: Callable[[], object],
    limit: str,
    *,
    rounds: int = 7,
    clock: Callable[[], float] = time.perf_counter,
) -> Row:
    """Time both in turns after one warm-up each; medians."""
    deed(), bare()
    pairs = [(milliseconds(deed, clock), milliseconds(bare, clock)) for _ in range(rounds)]
    return Row(work, floor, statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs), limit)


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| Work | Floor | Work ms | Floor ms | Ratio | To reach |", "|---|---|---:|---:|---:|---|"]
    lines += [
        f"| {r.work} | {r.floor} | {r.work_ms:.1f} | {r.floor_ms:.1f} | {r.ratio:.2f} | {r.limit} |" for r in rows
    ]
    return "\n".join(lines)
