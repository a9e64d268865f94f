"""Fifty people save a workbook at the same instant: what is stored, how long, how much memory, is the server there.

Not part of the whole table (`python -m tests.benchmarks`): it takes minutes. `python -m tests.benchmarks.load [small
picture cells]`.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from lkjip.domain.access import Peran
from lkjip.services import importing
from tests.makers.akun import add_account, open_session
from tests.makers.hammer import Pulse, peak_memory, save_all, warm, workbook
from tests.makers.invariants import assert_store_whole, memory
from tests.makers.server import start_server, stop_server
from tests.server.conftest import settle

PEOPLE = 50
MB = 1024 * 1024
CASES = {
    "small": partial(workbook),
    "picture": partial(workbook, rows=300, picture=True),
    "cells": partial(workbook, rows=300, raw_rows=9_400),
}


def run(case: str, people: int = PEOPLE) -> str:
    """One line of the table."""
    with tempfile.TemporaryDirectory() as folder:
        store, warga = settle(Path(folder))
        accounts = [
            open_session(store, add_account(store, f"analis{n}", f"Analis {n}", Peran.ANALIS)) for n in range(10)
        ]
        server = start_server(Path(folder), plain=True)
        try:
            size = len(CASES[case](1)) / MB  # what all share is made here
            warm(server, accounts[0])
            idle = memory(server.process.pid) / MB
            begun, busy = time.monotonic(), os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
            with Pulse(server) as pulse:
                outcomes = save_all(server, accounts, [partial(CASES[case], number) for number in range(people)])
                took = time.monotonic() - begun
            kept = importing.history(store, warga.analis.actor, count=1000)
            assert_store_whole(store)
            failed = [outcome for outcome in outcomes if not outcome.saved]
            for outcome in failed[:3]:
                print(outcome.name, outcome.said[-800:], file=sys.stderr)  # noqa: T201
            time.sleep(5)
            after = memory(server.process.pid) / MB
            return (
                f"| {case} | {people} × {size:.1f} MB | {len(kept)} ({len({row.sha256 for row in kept})} distinct) | "
                f"{len(failed)} | {took:.0f} s | {max(o.seconds for o in outcomes):.0f} s | "
                f"{sum(o.waited for o in outcomes)} | "
                f"{pulse.slowest:.2f} s (p95 {pulse.p95:.2f}, bare server {pulse.floor:.2f}; "
                f"{pulse.lost} lost of {pulse.asked}) | "
                f"{idle:.0f} → {peak_memory(server) / MB:.0f} → {after:.0f} MB | {pulse.child / MB:.0f} MB | "
                f"{busy:.1f} |"
            )
        finally:
            stop_server(server)
            store.close()


HEAD = (
    "| Case | Files | Records | Failed | All | Slowest user | Waited | Health, slowest | Memory idle → peak → after "
    "| Largest reading process | Load before |\n|---|---|---|---|---|---|---|---|---|---|---|"
)


def main(names: list[str]) -> None:
    print(HEAD)  # noqa: T201
    for name in names or CASES:
        case, _, people = name.partition(":")
        print(run(case, int(people or PEOPLE)), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
