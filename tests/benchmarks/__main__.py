"""`python -m tests.benchmarks [reading collecting ...]` (see `CASES`): each work against its floor."""

from __future__ import annotations

import importlib
import sys

from tests.benchmarks.measure import Row, table

CASES = ("reading", "collecting", "evaluating", "reporting", "logging_in", "clicking")


def main(names: list[str]) -> None:
    rows: list[Row] = []
    for name in names or CASES:
        rows += importlib.import_module(f"tests.benchmarks.{name}").rows()
    print(table(rows))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
