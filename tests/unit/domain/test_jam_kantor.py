"""Moments and days are told in the clock of the office (WITA), wherever the server's clock stands."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from lkjip.domain.tanggal import write_moment
from lkjip.services import clock
from lkjip.store.values import write_moment as write_stored


@pytest.fixture(params=["UTC", "Asia/Jakarta", "Asia/Makassar", "America/New_York"])
def jam_server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("saat", "kalimat"),
    [
        (datetime(2026, 11, 26, 6, 37, tzinfo=UTC), "26 November 2026 pukul 14.37"),
        (datetime(2026, 12, 31, 15, 59, tzinfo=UTC), "31 Desember 2026 pukul 23.59"),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), "1 Januari 2027 pukul 00.00"),
    ],
)
def test_saat_ditulis_dalam_wita(jam_server: str, saat: datetime, kalimat: str) -> None:
    assert write_moment(saat) == kalimat
    assert write_stored(saat) == kalimat


def test_hari_ini_adalah_hari_di_kantor(jam_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Jam(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 12, 31, 16, 0, tzinfo=UTC).astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.setattr(clock, "datetime", Jam)
    assert clock.today() == date(2027, 1, 1)
