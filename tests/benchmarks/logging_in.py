"""Twenty people log in at once: form sent to answer, against as many argon2 verifications as this machine makes."""

from __future__ import annotations

import re
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.services import passwords
from lkjip.store import open_store
from tests.benchmarks.measure import Row, milliseconds
from tests.makers.akun import SANDI, add_account, hashed, populate
from tests.makers.server import start_server, stop_server

PEOPLE = 20
ROUNDS = 5


def rows() -> list[Row]:
    """The slowest of twenty (p95) in each round, in turns with twenty verifications; medians."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Config.from_env({"LKJIP_DATA": folder}))
        populate(store)
        names = [f"orang{number}" for number in range(PEOPLE)]
        for name in names:
            add_account(store, name, f"Orang {name} Contoh", Peran.ANALIS)
        server = start_server(Path(folder), plain=True)
        try:
            _p95(server.url, names), _verifications()
            pairs = [(_p95(server.url, names), _verifications()) for _ in range(ROUNDS)]
        finally:
            stop_server(server)
            store.close()
    ours, floor = (statistics.median(column) for column in zip(*pairs, strict=True))
    return [Row("login of 20 at once, p95", "20 argon2 verifications on this machine", ours, floor, "≤ 1000 ms")]


def _verifications() -> float:
    """As the application makes them: two at a time."""
    with ThreadPoolExecutor(PEOPLE) as pool:
        return milliseconds(lambda: list(pool.map(lambda _: passwords.matches(SANDI, hashed()), range(PEOPLE))))


def _p95(url: str, names: list[str]) -> float:
    people = []
    for name in names:
        visit = requests.Session()
        written = re.search(r'name="formulir" value="([^"]*)"', visit.get(f"{url}/masuk", timeout=60).text)
        assert written is not None
        people.append((visit, {"formulir": written[1], "pengguna": name, "sandi": SANDI}))

    def one(person: tuple[requests.Session, dict[str, str]]) -> float:
        visit, fields = person
        start = time.perf_counter()
        answer = visit.post(f"{url}/masuk", data=fields, allow_redirects=False, timeout=60)
        took = (time.perf_counter() - start) * 1000
        assert answer.status_code == 303
        return took

    with ThreadPoolExecutor(PEOPLE) as pool:
        return statistics.quantiles(pool.map(one, people), n=20)[-1]
