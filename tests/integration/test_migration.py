"""A database of the program before accounts becomes one of today without losing anything."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alembic import command, op
from sqlalchemy import insert, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from lkjip.config import Config
from lkjip.domain.access import Actor, Peran
from lkjip.services import evaluation, first_start, perencanaan, periksa, users
from lkjip.services.actor import OPERATOR
from lkjip.services.first_start import AdminPertama
from lkjip.store import Deed, Store, open_store, tables
from lkjip.store.engine import APPLICATION_ID, postgresql_engine, sqlite_engine
from lkjip.store.migrations import run
from tests.makers.akun import SANDI
from tests.makers.invariants import assert_store_whole

PADA = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
ISI = b"isi berkas lama"
SHA256 = hashlib.sha256(ISI).hexdigest()
DIUBAH = {"versi": 3, "diubah_oleh": "Siti Contoh", "diubah_pada": PADA}
NILAI: dict[str, Any] = {"nilai_status": "terukur", "nilai_angka": Decimal("85.5"), "nilai_teks": "85,5",
                         "lembar": "IKU", "sel": "F12",
         "oleh": "Siti Contoh", "pada": PADA, "impor_id": 1, "indikator_id": 1,
                         "tahun": 2025}  # fmt: skip
KANTOR = {"id": 1, "nama": "Kecamatan Lama", "kabupaten": "Kabupaten Lama", "kode": "01", "tahun_aktif": 2025,
          "demo": False, **DIUBAH}  # fmt: skip


def _engine(config: Config) -> Store:
    url = make_url(config.database_url)
    if url.get_backend_name() == "postgresql":
        return Store(postgresql_engine(url.set(drivername="postgresql+psycopg")), "")
    path = Path(url.database or "")
    with sqlite3.connect(path) as raw:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    raw.close()
    return Store(sqlite_engine(path), "")


@pytest.fixture
def old(config: Config) -> Config:
    """A database as revision 0001 left it, with an office, a plan, an import, facts, and a trail."""
    store = _engine(config)
    with store.write() as connection:
        alembic = run._config()
        alembic.attributes["connection"] = connection
        command.upgrade(alembic, "0001")
        rows: list[tuple[Any, dict[str, Any]]] = [
            (tables.kantor, KANTOR),
            (tables.berkas, {"sha256": SHA256, "nama": "lama.xlsx", "ukuran": len(ISI), "isi": ISI, "pada": PADA}),
            (tables.impor, {"id": 1, "sha256": SHA256, "nama_berkas": "lama.xlsx", "tahun": 2025, "pada": PADA,
                            "anggaran_ganti": True, "ringkasan": '{"contoh": true}', "oleh": "Siti Contoh",
                            "peran": "pengguna"}),
            (tables.sasaran, {"id": 1, "urutan": 1, "teks": "Sasaran lama", "aktif": True, **DIUBAH}),
            (tables.indikator, {"id": 1, "sasaran_id": 1, "urutan": 1, "teks": "Indikator lama", "satuan": "nilai",
                                "rumus": "naik", "agregasi": "terakhir", "rumus_ditetapkan": True, "aktif": True,
                                **DIUBAH}),
            (tables.target, {**NILAI, "jenis": "pk"}),
            (tables.realisasi, {**NILAI, "triwulan": 0}),
        ]  # fmt: skip
        for table, row in rows:
            connection.execute(insert(table).values(**row))
        for nomor in range(4):
            Deed(connection, Actor("Siti Contoh", Peran.ANALIS), "perbuatan lama", str(nomor)).record()
        if connection.dialect.name == "postgresql":  # ids were given by hand above
            for name in ("impor", "sasaran", "indikator"):
                connection.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), 1)"))
    store.close()
    return config


def _contents(store: Store) -> dict[str, list[dict[str, Any]]]:
    with store.read() as connection:
        return {
            name: [dict(row) for row in connection.execute(text(f"SELECT * FROM {name} ORDER BY 1")).mappings()]
            for name in inspect(connection).get_table_names()
            if name != "alembic_version"
        }


def test_data_lama_utuh_sesudah_dibuka_program_baru(old: Config) -> None:
    raw = _engine(old)
    before = _contents(raw)
    raw.close()
    assert "pengguna" not in before
    store = open_store(old)
    after = _contents(store)
    for name, rows in before.items():
        kept = [
            {key: value for key, value in after_row.items() if key in before_row}
            for before_row, after_row in zip(rows, after[name], strict=True)
        ]
        assert kept == rows, name
    assert [row["seksi_id"] for row in (*after["impor"], *after["indikator"])] == [None, None]
    assert {"seksi", "pengguna", "sesi", "percobaan", "kartu", "isian_tersisa"} <= set(after)
    data = evaluation.load(store, OPERATOR)
    assert [x.teks for x in data.indikator] == ["Indikator lama"]
    assert [x.nilai.teks for x in data.realisasi] == ["85,5"]
    assert periksa.check(store, OPERATOR).sehat
    assert_store_whole(store)
    store.close()


def test_data_lama_tetap_terlindung_dan_dapat_dipakai_terus(old: Config) -> None:
    store = open_store(old)
    for table in ("jejak_audit", "berkas", "impor", "target", "realisasi"):
        column = "nama" if table == "berkas" else "oleh"
        with pytest.raises(DBAPIError, match="hanya boleh ditambah"), store.write() as connection:
            connection.execute(text(f"UPDATE {table} SET {column} = 'lain'"))
    for table in ("jejak_audit", "berkas"):
        with pytest.raises(DBAPIError, match="hanya boleh ditambah"), store.write() as connection:
            connection.execute(text(f"DELETE FROM {table}"))
    with pytest.raises(DBAPIError), store.write() as connection:
        connection.execute(text("UPDATE indikator SET seksi_id = 987654"))
    masuk = first_start.begin_office(store, None, AdminPertama("Agus Contoh", "agus", SANDI, SANDI), "127.0.0.1")
    users.create(store, masuk.actor, "siti", "Siti Contoh", Peran.ANALIS)
    perencanaan.add_sasaran(store, OPERATOR, "Sasaran baru")
    assert_store_whole(store)
    store.close()


@pytest.mark.parametrize("step", ["create_table", "create_index", "execute"])
def test_pembaruan_yang_terputus_meninggalkan_basis_data_lama(
    old: Config, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    raw = _engine(old)
    before = _contents(raw)
    real: Callable[..., Any] = getattr(op, step)

    def broken(*args: Any, **more: Any) -> Any:
        real(*args, **more)
        if "kartu" in str(args[0]) or "indikator" in str(args[0]):
            raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(op, step, broken)
        with pytest.raises(OSError, match="Input/output"):
            open_store(old)
    assert _contents(raw) == before
    with raw.read() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "0001"
        assert "seksi_id" not in [column["name"] for column in inspect(connection).get_columns("impor")]
    raw.close()
    store = open_store(old)
    assert_store_whole(store)
    assert len(_contents(store)["jejak_audit"]) == 4
    store.close()
