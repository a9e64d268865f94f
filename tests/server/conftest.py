"""One running office for most tests (marker words in its data show what leaks), and servers of one's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import pytest
from sqlalchemy import delete

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.services import perencanaan
from lkjip.store import Store, open_store, tables_akun
from tests.makers import ready
from tests.makers.akun import SANDI, Orang, Warga, log_in_all, populate
from tests.makers.invariants import assert_server_well, assert_store_whole, contents
from tests.makers.server import Server, start_server, stop_server
from tests.makers.streamlit_client import SESI, Visit

SASARAN = "Meningkatnya kerahasiaan bekantan"  # in the data of every office here: stands nowhere it may not
INDIKATOR = "Persentase bekantan rahasia"
INDIKATOR_DAN_TARGET = "bagian=Indikator+dan+target"  # the part of Perencanaan with the form of an indicator
SPOKEN_OF = (SASARAN, INDIKATOR)


@dataclass
class Kota:
    """A running server, its store, and everybody of its office."""

    server: Server
    store: Store
    warga: Warga

    def visit(self, orang: Orang | Peran | None = None) -> Visit:
        """A browser with this person's open session (nobody's)."""
        visit = Visit(self.server.url)
        if orang is not None:
            owner = self.warga.of(orang) if isinstance(orang, Peran) else orang
            visit.http.cookies.set(SESI, owner.token)
        return visit

    def warga_all(self) -> list[Orang]:
        """Everybody."""
        return [getattr(self.warga, field.name) for field in fields(self.warga)]

    def log(self) -> str:
        """What the window of the server shows."""
        return self.server.log.read_text(encoding="utf-8", errors="replace")

    def contents(self) -> dict[str, str]:
        """Seal of each table's rows, without logins and without the audit rows of refusals and logins."""
        return contents(self.store)

    def assert_well(self) -> None:
        """I1 to I4 (a server that a test has stopped is not asked)."""
        if self.server.process.poll() is None:
            assert_server_well(self.server.url, f"{SESI}={self.warga.sekretaris.token}", seconds=30)
        assert_store_whole(self.store)


def office_with_a_plan(store: Store) -> None:
    """Everybody, a sasaran and an indicator."""
    warga = populate(store)
    sasaran = perencanaan.add_sasaran(store, warga.analis.actor, SASARAN)
    perencanaan.add_indikator(
        store, warga.analis.actor, sasaran, INDIKATOR, "%", rumus="naik", seksi=warga.seksi.actor.seksi
    )
    with store.write() as connection:  # the copies get sessions of their own
        connection.execute(delete(tables_akun.sesi))


def settle(data: Path) -> tuple[Store, Warga]:
    """An office with a sasaran and an indicator, and a fresh session for everybody."""
    config = Config.from_env({"LKJIP_DATA": str(data)})
    ready.lay(config, office_with_a_plan)
    store = open_store(config)
    return store, log_in_all(store)


def move_in(server: Server) -> Kota:
    """The same office, written into the database of a server that runs without one."""
    store = open_store(Config.from_env({"LKJIP_DATA": str(server.data)}))
    office_with_a_plan(store)
    return Kota(server, store, log_in_all(store))


Begin = Callable[[], Kota]
SESSION_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")


def close(kota: Kota) -> None:
    """Whatever was done to it: it is well, and its window shows no session id, token or password; then it stops."""
    try:
        kota.assert_well()
    finally:
        stop_server(kota.server)
        kota.store.close()
    log = kota.log()
    assert SESSION_ID.search(log) is None
    assert [secret for secret in (SANDI, *(orang.token for orang in kota.warga_all())) if secret in log] == []


@pytest.fixture(scope="package")
def kota(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kota]:
    """The office most tests look at; nobody changes its data."""
    data = tmp_path_factory.mktemp("kota")
    store, warga = settle(data)
    kota = Kota(start_server(data), store, warga)
    yield kota
    close(kota)


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Begin]:
    """Starts a fresh server with an office of its own, to be changed at will."""
    begun: list[Kota] = []

    def start() -> Kota:
        data = tmp_path / f"data{len(begun)}"
        store, warga = settle(data)
        begun.append(Kota(start_server(data), store, warga))
        return begun[-1]

    yield start
    for kota in begun:
        close(kota)
