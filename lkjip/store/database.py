"""Opening: make a new database whole or not at all, migrate an older one, refuse what is not ours."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from lkjip.config import Config
from lkjip.errors import StoreError
from lkjip.store.engine import APPLICATION_ID, Store, postgresql_engine, sqlite_engine, translated_errors

SCHEMA_REVISION = "0003"
_SQLITE_HEADER = b"SQLite format 3\x00"


def open_store(config: Config) -> Store:
    """The store of this configuration, migrated to the schema of this program."""
    url = _url(config.database_url)
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "").resolve()
        if not path.exists():
            _create(path)
        _must_be_ours(path)
        store = Store(sqlite_engine(path), f"berkas {path.name}")
    else:
        store = Store(postgresql_engine(url), f"PostgreSQL, basis data {url.database}")
    with store.read() as connection:
        current = _revision(connection) == SCHEMA_REVISION
    if not current:
        with store.write() as connection:
            _migrate(connection)
    return store


def _url(written: str) -> URL:
    try:
        url = make_url(written)
    except ArgumentError:
        url = None
    backend = url.get_backend_name() if url is not None else ""
    if url is None or backend not in ("sqlite", "postgresql") or not url.database or url.database == ":memory:":
        raise StoreError(
            "LKJIP_DATABASE_URL tidak dapat dipakai. Tulis sqlite:///jalur/berkas.db "
            "atau postgresql://pengguna:sandi@server/basisdata, atau hapus setelan itu untuk memakai data/lkjip.db."
        )
    return url if backend == "sqlite" else url.set(drivername="postgresql+psycopg")


def _create(path: Path) -> None:
    """Build the new database under another name and give it its name when whole: a crash leaves none."""
    for rest in (Path(f"{path}-wal"), Path(f"{path}-journal")):
        if rest.exists() and rest.stat().st_size:
            raise StoreError(
                f"Berkas basis data {path.name} hilang, tetapi sisanya ({rest.name}) masih ada. "
                "Kembalikan berkas itu atau pulihkan cadangan; tidak dibuat basis data baru di atasnya."
            )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.baru-{os.getpid()}")
        fresh.unlink(missing_ok=True)
        sqlite3.connect(fresh).close()
        fresh.touch()
        _build(fresh)
        _give_name(fresh, path)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"Basis data baru {path.name} tidak dapat dibuat. Periksa ruang disk dan izin tulis folder data."
        ) from error


def _build(fresh: Path) -> None:
    with sqlite3.connect(fresh) as raw:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    raw.close()
    store = Store(sqlite_engine(fresh), "")
    with store.write() as connection:
        _migrate(connection)
    with translated_errors(), store.engine.connect() as connection:
        connection.connection.cursor().execute("PRAGMA journal_mode=DELETE")
    store.close()


def _give_name(fresh: Path, path: Path) -> None:
    try:
        os.link(fresh, path)  # fails where another process was faster: its database stays
        fresh.unlink()
    except FileExistsError:
        fresh.unlink()
    except OSError:  # a file system without links
        if not path.exists():
            fresh.rename(path)


def _must_be_ours(path: Path) -> None:
    with path.open("rb") as file:
        header = file.read(72)
    if not header:
        raise StoreError(
            f"Berkas basis data {path.name} kosong (0 bita). Pulihkan dari cadangan; bila belum pernah ada data, "
            "pindahkan berkas kosong itu lalu mulai lagi."
        )
    if not header.startswith(_SQLITE_HEADER) or len(header) < 72:
        raise StoreError(
            f"Berkas {path.name} rusak atau bukan basis data. Pulihkan dari cadangan; berkas itu tidak diubah."
        )
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise StoreError(f"Berkas {path.name} milik program lain. Pilih berkas lain lewat LKJIP_DATABASE_URL.")


def _migrate(connection: Connection) -> None:
    found = _revision(connection)
    if found == SCHEMA_REVISION:
        return
    from lkjip.store.migrations import run  # Alembic is only loaded where there is something to migrate

    if found and found not in run.known_revisions():
        raise StoreError(
            "Basis data ini dibuat oleh versi program yang lebih baru. Pasang program terbaru; data tidak diubah."
        )
    if not found and inspect(connection).has_table("jejak_audit"):
        raise StoreError(
            "Basis data ini tidak lengkap (versi skema hilang). Pulihkan dari cadangan; data tidak diubah."
        )
    run.upgrade(connection)


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return connection.scalar(text("SELECT version_num FROM alembic_version")) or ""
