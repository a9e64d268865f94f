"""Twenty people log in at the same moment (the office at half past seven)."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor

from lkjip.domain.access import Peran
from tests.makers.akun import SANDI, add_account
from tests.makers.streamlit_client import HTML, Visit
from tests.server.conftest import Begin, Kota

PEOPLE = 20
TARGET, GENEROUS = 1.0, 5.0  # seconds: what is required on a quiet machine; what a busy CI machine is allowed


def log_in_at_once(kota: Kota, names: list[str]) -> list[float]:
    """Seconds from the sent form to the answer, for each."""
    visits = [Visit(kota.server.url) for _ in names]
    for visit in visits:
        visit.get("/masuk", **HTML)

    def one(pair: tuple[Visit, str]) -> float:
        visit, nama = pair
        fields = {"formulir": visit.http.cookies["lkjip_formulir"], "pengguna": nama, "sandi": SANDI}
        start = time.perf_counter()
        answer = visit.ask("POST", "/masuk", data=fields, headers=HTML)
        took = time.perf_counter() - start
        assert (answer.status_code, bool(visit.token)) == (303, True)
        return took

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(one, zip(visits, names, strict=True)))


def test_dua_puluh_orang_masuk_bersamaan(begin: Begin) -> None:
    kota = begin()
    names = [f"orang{number}" for number in range(PEOPLE)]
    for name in names:
        add_account(kota.store, name, f"Orang {name} Contoh", Peran.ANALIS)
    log_in_at_once(kota, names[:2])
    p95 = statistics.quantiles(log_in_at_once(kota, names), n=20)[-1]
    print(f"masuk 20 orang bersamaan: p95 {p95 * 1000:.0f} ms (syarat {TARGET * 1000:.0f} ms)")  # noqa: T201
    assert p95 <= GENEROUS
    kota.assert_well()
