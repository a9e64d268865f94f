"""Fifty people save at the same instant: every record is there once, and the server answers all the time."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial

import pytest

from lkjip.domain.access import Peran
from lkjip.services import importing
from tests.makers.akun import add_account, open_session
from tests.makers.hammer import Pulse, peak_memory, save_all, warm, workbook
from tests.server.conftest import Begin

PEOPLE = 50
GIGABYTE = 1024**3
SLOWEST, MOST = 1.5, 0.5  # seconds for the slowest answer and for 95 of 100: the clients share these cores
MACHINE = 6  # times the slowest answer of a bare server beside it: what the machine itself makes everybody wait
heavy = pytest.mark.skipif(not os.environ.get("LKJIP_UJI_BERAT"), reason="berat: jalankan dengan LKJIP_UJI_BERAT=1")


@pytest.mark.parametrize(
    ("make", "count"),
    [
        pytest.param(workbook, PEOPLE, id="kecil"),
        pytest.param(partial(workbook, rows=300, raw_rows=400), 6, id="enam-bersel-banyak"),
        pytest.param(partial(workbook, rows=300, picture=True), PEOPLE, id="berfoto-6-MB", marks=heavy),
        pytest.param(partial(workbook, rows=300, raw_rows=9_400), PEOPLE, id="bersel-6-MB", marks=heavy),
    ],
)
def test_unggahan_serentak_tersimpan_tepat_sekali(make: Callable[[int], bytes], count: int, begin: Begin) -> None:
    kota = begin()
    people = [
        open_session(kota.store, add_account(kota.store, f"analis{n}", f"Analis {n}", Peran.ANALIS)) for n in range(10)
    ]
    warm(kota.server, people[0], seconds=0)  # born with all it imports
    with Pulse(kota.server) as pulse:
        outcomes = save_all(kota.server, people, [partial(make, number) for number in range(count)])
    assert [outcome for outcome in outcomes if not outcome.saved] == []
    assert any(outcome.waited for outcome in outcomes)  # and was told his place meanwhile
    kept = importing.history(kota.store, kota.warga.analis.actor, count=1000)
    assert len(kept) == count
    assert {row.berkas for row in kept} == {outcome.name for outcome in outcomes}
    assert len({row.sha256 for row in kept}) == count
    assert pulse.lost == 0
    assert pulse.p95 < MOST + MACHINE * pulse.floor
    assert pulse.slowest < SLOWEST + MACHINE * pulse.floor
    assert peak_memory(kota.server) <= GIGABYTE
    kota.assert_well()
