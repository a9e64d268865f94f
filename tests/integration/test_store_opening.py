"""Opening: whole or not at all, never over something that is not ours."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from lkjip.config import Config
from lkjip.errors import StoreError
from lkjip.store import Store, open_store
from lkjip.store.database import SCHEMA_REVISION
from lkjip.store.engine import journal_mode
from lkjip.store.metadata import metadata
from lkjip.store.migrations import run
from tests.makers import nursery, victims


def _path(config: Config) -> Path:
    return config.data / "lkjip.db"


def test_migrasi_menghasilkan_tepat_tabel_yang_dipakai_program(store: Store) -> None:
    with store.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_skema_yang_dituju_adalah_langkah_migrasi_terakhir() -> None:
    script = ScriptDirectory.from_config(run._config())
    assert script.get_heads() == [SCHEMA_REVISION]


def test_membuka_lagi_tidak_mengubah_apa_pun(config: Config) -> None:
    open_store(config).close()
    again = open_store(config)
    with again.read() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == SCHEMA_REVISION
    again.close()


def test_basis_data_baru_tidak_meninggalkan_berkas_sementara(sqlite_config: Config) -> None:
    open_store(sqlite_config).close()
    assert [path.name for path in sqlite_config.data.iterdir()] == ["lkjip.db"]


def test_folder_data_dibuat_bila_belum_ada(tmp_path: Path) -> None:
    open_store(Config(tmp_path, f"sqlite:///{tmp_path / 'baru' / 'lagi' / 'lkjip.db'}")).close()
    assert (tmp_path / "baru" / "lagi" / "lkjip.db").exists()


def test_nama_folder_dengan_spasi_dan_tanda_baca_dapat_dipakai(tmp_path: Path) -> None:
    folder = tmp_path / "Data LKjIP #1 (50%) é"
    open_store(Config(folder, f"sqlite:///{folder / 'lkjip.db'}")).close()
    assert [path.name for path in folder.iterdir()] == ["lkjip.db"]


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"", "kosong"), (os.urandom(4096), "rusak"), (b"SQLite format 3\x00", "rusak"), (b"halo" * 100, "rusak")],
    ids=["nol bita", "acak", "kepala saja", "teks"],
)
def test_berkas_rusak_ditolak_dan_tidak_ditimpa(sqlite_config: Config, content: bytes, word: str) -> None:
    _path(sqlite_config).write_bytes(content)
    with pytest.raises(StoreError, match=word):
        open_store(sqlite_config)
    assert _path(sqlite_config).read_bytes() == content


def test_basis_data_program_lain_ditolak(sqlite_config: Config) -> None:
    with sqlite3.connect(_path(sqlite_config)) as other:
        other.execute("CREATE TABLE catatan (isi TEXT)")
    before = _path(sqlite_config).read_bytes()
    with pytest.raises(StoreError, match="milik program lain"):
        open_store(sqlite_config)
    assert _path(sqlite_config).read_bytes() == before


def test_basis_data_dari_program_yang_lebih_baru_ditolak(config: Config) -> None:
    store = open_store(config)
    with store.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(StoreError, match="lebih baru"):
        open_store(config)


def test_basis_data_tanpa_versi_skema_ditolak(config: Config) -> None:
    store = open_store(config)
    with store.write() as connection:
        connection.execute(text("DELETE FROM alembic_version"))
    store.close()
    with pytest.raises(StoreError, match="tidak lengkap"):
        open_store(config)


def test_sisa_wal_tanpa_basis_data_tidak_ditimpa(sqlite_config: Config) -> None:
    rest = Path(f"{_path(sqlite_config)}-wal")
    rest.write_bytes(b"simpanan terakhir")
    with pytest.raises(StoreError, match="hilang"):
        open_store(sqlite_config)
    assert not _path(sqlite_config).exists()
    assert rest.read_bytes() == b"simpanan terakhir"


def test_basis_data_yang_hilang_saat_program_berjalan_tidak_dibuat_ulang(sqlite_config: Config) -> None:
    store = open_store(sqlite_config)
    store.engine.dispose()
    _path(sqlite_config).unlink()
    with pytest.raises(StoreError, match="tidak dapat dibuka"), store.read():
        pass
    assert not _path(sqlite_config).exists()


def test_isi_yang_rusak_di_tengah_menjadi_kalimat_bukan_galat_inggris(sqlite_config: Config) -> None:
    open_store(sqlite_config).close()
    content = bytearray(_path(sqlite_config).read_bytes())
    content[100:] = os.urandom(len(content) - 100)
    _path(sqlite_config).write_bytes(content)
    with pytest.raises(StoreError, match=r"Pulihkan|rusak"):
        open_store(sqlite_config)


@pytest.mark.parametrize("url", ["bukan alamat", "mysql://x/y", "sqlite://", "sqlite:///:memory:", ""])
def test_alamat_yang_tidak_dapat_dipakai_dijelaskan(tmp_path: Path, url: str) -> None:
    with pytest.raises(StoreError, match="LKJIP_DATABASE_URL"):
        open_store(Config(tmp_path, url))


def test_server_yang_mati_dijelaskan(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="tidak dapat dihubungi"):
        open_store(Config(tmp_path, "postgresql://x:y@127.0.0.1:1/lkjip"))


def test_jurnal_dipilih_menurut_versi_sqlite() -> None:
    assert journal_mode((3, 51, 2)) == ("DELETE", "EXTRA")
    assert journal_mode((3, 51, 3)) == ("WAL", "FULL")
    assert journal_mode((3, 52, 0)) == ("WAL", "FULL")


def test_setelan_sqlite_memang_berlaku(sqlite_config: Config) -> None:
    store = open_store(sqlite_config)
    journal, synchronous = journal_mode()
    with store.read() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == journal.lower()
        assert connection.scalar(text("PRAGMA synchronous")) == {"FULL": 2, "EXTRA": 3}[synchronous]
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
    store.close()


@pytest.mark.skipif(not nursery.POSSIBLE, reason="memerlukan fork (Linux, macOS)")
def test_empat_program_yang_mulai_bersamaan_memakai_satu_basis_data(tmp_path: Path) -> None:
    said = [tmp_path / f"{number}.txt" for number in range(4)]
    url = {"LKJIP_DATABASE_URL": f"sqlite:///{tmp_path / 'satu' / 'lkjip.db'}"}
    (tmp_path / "satu").mkdir()
    started = [nursery.start(victims.open_and_close, out=out, **url) for out in said]
    assert [process.gone(60) for process in started] == [True] * 4
    assert [out.read_text() for out in said] == ["selesai\n"] * 4
    assert [path.name for path in (tmp_path / "satu").iterdir()] == ["lkjip.db"]


def test_tempat_data_mengikuti_setelan_lingkungan(tmp_path: Path) -> None:
    assert Config.from_env({}).database_url.endswith("data/lkjip.db")
    assert Config.from_env({"LKJIP_DATA": str(tmp_path)}).database_url == f"sqlite:///{tmp_path / 'lkjip.db'}"
    assert Config.from_env({"LKJIP_DATABASE_URL": "postgresql://a/b"}).database_url == "postgresql://a/b"
