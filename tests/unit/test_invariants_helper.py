"""The helper that asks for the invariants finds what it is there to find."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from lkjip.config import Config
from lkjip.services import kantor
from lkjip.services.actor import OPERATOR
from lkjip.store import Store, open_store
from tests.makers import invariants
from tests.makers.invariants import Watch, assert_sentence, assert_store_whole, children


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(Config(tmp_path, f"sqlite:///{tmp_path / 'uji.db'}"))
    kantor.load_demo(opened, OPERATOR)
    return opened


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE jejak_audit SET oleh = 'orang lain'",
        "UPDATE berkas SET isi = x'00'",
        "UPDATE impor SET ringkasan = '{\"hitung\": []}'",
    ],
    ids=["jejak", "berkas", "impor tanpa baris jejak"],
)
def test_basis_data_yang_rusak_ketahuan(store: Store, sql: str) -> None:
    assert_store_whole(store)
    with store.write() as connection:
        connection.execute(text(f"DROP TRIGGER {sql.split()[1]}_tanpa_update"))
        connection.execute(text(sql))
    with pytest.raises(AssertionError):
        assert_store_whole(store)
    store.close()


def test_impor_yang_kurang_barisnya_ketahuan(store: Store) -> None:
    with store.deed(OPERATOR, "simpan unggahan", "x") as deed:
        summary = json.dumps({"hitung": [{"jenis": "Target PK", "baru": 1, "berubah": 0}]})
        query = text("INSERT INTO impor (sha256, nama_berkas, anggaran_ganti, ringkasan, oleh, peran, pada)"
                     " SELECT sha256, 'x', true, :summary, 'x', 'x', :pada FROM berkas LIMIT 1"
                     " RETURNING id, sha256")  # fmt: skip
        row = deed.connection.execute(query, {"summary": summary, "pada": datetime.now(UTC).isoformat()}).one()
        deed.sesudah = {"impor": row.id, "sha256": row.sha256}
    with pytest.raises(AssertionError, match="target 0 baris, dicatat 1"):
        assert_store_whole(store)
    store.close()


@pytest.mark.parametrize(
    "pesan",
    [
        "Traceback (most recent call last):",
        "sqlite3.OperationalError: database is locked",
        "File /home/budi/data.xlsx rusak",
        "Gagal: C:\\data\\berkas.xlsx",
        "SELECT nama FROM kantor gagal",
        "could not convert string",
        "Nilai None tidak dapat dipakai",
        "",
    ],
)
def test_pesan_untuk_mesin_ketahuan(pesan: str) -> None:
    with pytest.raises(AssertionError):
        assert_sentence(pesan)


def test_pesan_untuk_orang_diterima_bila_menyebut_tempatnya() -> None:
    pesan = "Lembar 'IKU', sel F12: '98.5.3' bukan angka. Tulis 98,53."
    assert_sentence(pesan, "IKU", "F12")
    with pytest.raises(AssertionError):
        assert_sentence(pesan, "F13")


def test_proses_anak_dan_berkas_yang_tertinggal_ketahuan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invariants, "PATIENCE", 0.2)
    data, temp = tmp_path / "data", tmp_path / "temp"
    data.mkdir()
    temp.mkdir()
    (temp / "lama").write_text("dari sebelumnya")
    watch = Watch(data, temp=(temp,), outside=(tmp_path,))
    (data / "lkjip.db").write_text("boleh")
    watch.assert_nothing_left()
    (temp / "sisa.xlsx").write_text("tertinggal")
    with pytest.raises(AssertionError, match=r"sisa\.xlsx"):
        watch.assert_nothing_left()
    (temp / "sisa.xlsx").unlink()
    if not Path("/proc/self/stat").exists():
        pytest.skip("proses anak hanya terlihat di Linux")
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    assert child.pid in children(watch.pid)
    with pytest.raises(AssertionError, match="proses anak"):
        watch.assert_nothing_left()
    child.kill()
    child.wait(10)
    watch.assert_nothing_left()


def test_memori_yang_tidak_kembali_ketahuan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watch = Watch(tmp_path)
    monkeypatch.setattr(invariants, "MEMORY", -(2**40))
    with pytest.raises(AssertionError, match="memori"):
        watch.assert_nothing_left()
