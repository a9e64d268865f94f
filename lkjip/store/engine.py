"""Connections: settings that lose no acknowledged save, one snapshot per reading, one lock per writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError

from lkjip.domain.access import Actor
from lkjip.errors import RefusedError, StoreError
from lkjip.store.deed import Deed

APPLICATION_ID = 0x4C4B4A50  # "LKJP" in the header of our SQLite files
BUSY_TIMEOUT_MS = 15_000
WRITE_LOCK = 0x4C4B4A50  # advisory lock of PostgreSQL: one writer at a time, as SQLite has it
_WRITING = "lkjip_writing"

_REASONS = (
    ("locked", "Basis data sedang dipakai program lain. Tunggu sebentar, lalu ulangi; tidak ada yang tersimpan."),
    ("lock timeout", "Basis data sedang dipakai orang lain. Tunggu sebentar, lalu ulangi; tidak ada yang tersimpan."),
    ("is full", "Disk penuh, tidak ada yang tersimpan. Kosongkan ruang disk, lalu ulangi."),
    ("readonly", "Basis data hanya boleh dibaca. Beri izin tulis pada folder data, lalu ulangi."),
    ("unable to open", "Berkas basis data tidak dapat dibuka. Periksa apakah folder data masih ada dan boleh ditulis."),
    ("not a database", "Berkas basis data rusak atau bukan milik program ini. Pulihkan dari cadangan."),
    ("malformed", "Berkas basis data rusak. Hentikan program dan pulihkan dari cadangan."),
    ("disk i/o", "Disk gagal membaca atau menulis. Periksa disk, lalu ulangi; tidak ada yang tersimpan."),
)


def explain(error: DBAPIError | sqlite3.Error) -> StoreError:
    """The driver's English as one Indonesian sentence with a cure."""
    written = str(getattr(error, "orig", error)).lower()
    for word, sentence in _REASONS:
        if word in written:
            return StoreError(sentence)
    return StoreError("Basis data tidak dapat dihubungi. Periksa apakah server basis data berjalan, lalu ulangi.")


def journal_mode(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> tuple[str, str]:
    """(journal, synchronous): WAL only from SQLite 3.51.3, where its reset bug is mended. Both lose no commit."""
    return ("WAL", "FULL") if version >= (3, 51, 3) else ("DELETE", "EXTRA")


def sqlite_engine(path: Path) -> Engine:
    """An engine on an existing file: `mode=rw` never creates one where a database has vanished."""
    url = URL.create("sqlite", database=f"{path.as_uri()}", query={"mode": "rw", "uri": "true"})
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000})
    journal, synchronous = journal_mode()

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we write BEGIN ourselves
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA journal_mode={journal}")
        cursor.execute(f"PRAGMA synchronous={synchronous}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def postgresql_engine(url: URL) -> Engine:
    """An engine on PostgreSQL: readings see one snapshot, writings queue on one advisory lock."""
    engine = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_WRITING, False):
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {BUSY_TIMEOUT_MS}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITE_LOCK})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    return engine


class Store:
    """The door to one database. `place` says where it is, in words for the user."""

    def __init__(self, engine: Engine, place: str) -> None:
        self.engine = engine
        self.place = place

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection that sees one unchanging state of the data."""
        with translated_errors(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The one writing connection; everything done in it is committed together, or nothing is."""
        with translated_errors(), self.engine.connect() as plain:
            connection = plain.execution_options(**{_WRITING: True})
            with connection.begin():
                yield connection

    @contextmanager
    def deed(self, actor: Actor, perbuatan: str, objek: str = "") -> Iterator[Deed]:
        """One deed: its rows and its audit row in one transaction; a refused deed leaves only its refusal."""
        try:
            with self.write() as connection:
                deed = Deed(connection, actor, perbuatan, objek)
                yield deed
                deed.record()
        except RefusedError as error:
            with self.write() as connection:
                Deed(connection, actor, perbuatan, objek).record_refusal(str(error))
            raise

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    def check(self) -> list[str]:
        """What the database itself finds wrong (SQLite: integrity and foreign keys); empty when sound."""
        if self.engine.dialect.name != "sqlite":
            return []
        with self.read() as connection:
            integrity = [row[0] for row in connection.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
            orphans = [str(tuple(row)) for row in connection.execute(text("PRAGMA foreign_key_check"))]
        return integrity + orphans


@contextmanager
def translated_errors() -> Iterator[None]:
    """A broken or busy machine becomes StoreError; wrong SQL and violated constraints stay what they are: our bugs."""
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise
    except (DBAPIError, sqlite3.Error) as error:
        raise explain(error) from error
