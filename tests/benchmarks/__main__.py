"""`python -m tests.benchmarks [reading evaluating reporting logging_in clicking]`: each work against its floor."""

from __future__ import annotations

import importlib
import sys

from tests.benchmarks.measure import Row, table

CASES = ("reading", "evaluating", "reporting", "logging_in", "clicking")


def main(names: list[str]) -> None:
    rows: list[Row] = []
    for name in names or CASES:
        rows += importlib.import_module(f"tests.benchmarks.{name}").rows()
    print(table(rows))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
