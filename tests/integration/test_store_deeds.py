"""One deed, one transaction, one row in the trail."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from lkjip.config import Config
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.errors import RefusedError, StaleError, StoreError
from lkjip.services import evaluation, kantor, perencanaan
from lkjip.services.actor import OPERATOR
from lkjip.store import Deed, Store, audit, open_store, tables
from tests.integration.conftest import ADMIN, ANALIS, REKAN
from tests.makers import nursery, victims
from tests.makers.invariants import assert_store_whole

KANTOR = Kantor("Kecamatan Uji", "Kabupaten Uji")


def _trail(store: Store) -> list[tuple[str, str]]:
    with store.read() as connection:
        return [(row["perbuatan"], row["hasil"]) for row in reversed(audit.latest(connection))]


def _half_a_deed(deed: Deed) -> None:
    deed.connection.execute(text("UPDATE kantor SET nama = 'setengah jadi'"))
    raise ZeroDivisionError


def test_setiap_perbuatan_meninggalkan_satu_baris_jejak(store: Store) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    key = perencanaan.add_sasaran(store, ANALIS, "Meningkatnya pelayanan")
    perencanaan.edit_sasaran(store, REKAN, key, 1, "Meningkatnya pelayanan publik")
    assert _trail(store) == [
        ("mulai kantor", "berhasil"),
        ("tambah sasaran", "berhasil"),
        ("ubah sasaran", "berhasil"),
    ]
    with store.read() as connection:
        last = audit.latest(connection)[0]
    assert (last["oleh"], last["peran"]) == ("Tono Contoh", "analis")
    assert (last["sebelum"], last["sesudah"]) == ("Meningkatnya pelayanan", "Meningkatnya pelayanan publik")
    assert abs((datetime.now(UTC) - last["pada"]).total_seconds()) < 60


def test_perbuatan_yang_ditolak_hanya_meninggalkan_penolakannya(store: Store) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    before = evaluation.data_version(store)
    with pytest.raises(RefusedError, match="sudah dipakai Kecamatan Uji"):
        kantor.start_office(store, OPERATOR, replace(KANTOR, nama="Kecamatan Lain"))
    present = kantor.current(store)
    assert present is not None
    assert present.nama == "Kecamatan Uji"
    assert _trail(store)[-1][0] == "mulai kantor"
    assert _trail(store)[-1][1].startswith("ditolak: Basis data ini sudah dipakai")
    assert evaluation.data_version(store) == before, "penolakan tidak membuat hitungan lama usang"


def test_versi_data_naik_setiap_perbuatan(store: Store) -> None:
    versions = [evaluation.data_version(store)]
    kantor.start_office(store, OPERATOR, KANTOR)
    versions.append(evaluation.data_version(store))
    kantor.set_pengaturan(store, ANALIS, Pengaturan(batas=Decimal(110)), 1)
    versions.append(evaluation.data_version(store))
    assert versions == sorted(set(versions))


def test_gangguan_di_tengah_perbuatan_tidak_meninggalkan_apa_pun(store: Store) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    before = _trail(store)
    with pytest.raises(ZeroDivisionError), store.deed(ANALIS, "uji", "x") as deed:
        _half_a_deed(deed)
    present = kantor.current(store)
    assert present is not None
    assert present.nama == "Kecamatan Uji"
    assert _trail(store) == before


@pytest.mark.parametrize("sql", ["UPDATE jejak_audit SET oleh = 'lain'", "DELETE FROM jejak_audit"])
def test_jejak_audit_tidak_dapat_diubah_atau_dihapus(store: Store, sql: str) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    with pytest.raises(DBAPIError, match="hanya boleh ditambah"), store.write() as connection:
        connection.execute(text(sql))


@pytest.mark.parametrize("table", ["target", "realisasi", "anggaran", "berkas", "impor"])
def test_fakta_tidak_dapat_ditimpa(demo: Store, table: str) -> None:
    column = "nama" if table == "berkas" else "oleh"
    with pytest.raises(DBAPIError, match="hanya boleh ditambah"), demo.write() as connection:
        connection.execute(text(f"UPDATE {table} SET {column} = 'lain'"))


def test_baris_jejak_yang_diubah_orang_ketahuan(sqlite_config: Config) -> None:
    store = open_store(sqlite_config)
    kantor.load_demo(store, OPERATOR)
    perencanaan.add_sasaran(store, ANALIS, "Sasaran lain")
    with store.write() as connection:
        connection.execute(text("DROP TRIGGER jejak_audit_tanpa_update"))
        connection.execute(text("UPDATE jejak_audit SET oleh = 'orang lain' WHERE id = 1"))
    with store.read() as connection:
        assert audit.broken_rows(connection) == [1]
    store.close()


def test_yang_kedua_diberi_tahu_siapa_dan_kapan(store: Store) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    seen = kantor.current(store)
    assert seen is not None
    kantor.change_office(store, ADMIN, replace(seen, alamat="Jalan Satu"))
    with pytest.raises(StaleError, match=r"sudah diubah oleh Agus Contoh pada \d+ \w+ \d{4} pukul"):
        kantor.change_office(store, OPERATOR, replace(seen, alamat="Jalan Dua"))
    present = kantor.current(store)
    assert present is not None
    assert (present.alamat, present.versi) == ("Jalan Satu", 2)


def test_banyak_penulis_bersamaan_tidak_kehilangan_satu_pun(store: Store) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    errors: list[Exception] = []

    def write(number: int) -> None:
        try:
            for turn in range(5):
                perencanaan.add_sasaran(store, ANALIS, f"Sasaran {number}-{turn}")
        except Exception as error:  # noqa: BLE001  # collected and asserted below
            errors.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    sasaran = perencanaan.list_sasaran(store, OPERATOR)
    assert len(sasaran) == 30
    assert sorted(satu.urutan for satu in sasaran) == list(range(1, 31))


def test_pembaca_melihat_satu_keadaan_selama_orang_lain_menulis(store: Store) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    with store.read() as connection:
        before = connection.scalar(text("SELECT count(*) FROM sasaran"))
        if store.engine.dialect.name == "postgresql":  # SQLite with DELETE journal makes the writer wait instead
            perencanaan.add_sasaran(store, ANALIS, "Sasaran")
        assert connection.scalar(text("SELECT count(*) FROM sasaran")) == before == 0


def test_basis_data_terkunci_memberi_pesan_yang_jelas(sqlite_config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lkjip.store.engine.BUSY_TIMEOUT_MS", 200)
    store, other = open_store(sqlite_config), open_store(sqlite_config)
    with other.write(), pytest.raises(StoreError, match="sedang dipakai"), store.write():
        pass
    store.close()
    other.close()


def test_rupiah_disimpan_tepat_sampai_sen_dan_menolak_yang_lebih_halus(store: Store) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    row = {
        "tahun": 2025, "urutan": 1, "uraian": "Program", "tingkat": "program", "impor_id": None,
        "pagu_status": "terukur", "pagu_angka": Decimal("21276070424.07"), "oleh": "x", "pada": datetime.now(UTC),
    }  # fmt: skip
    with store.write() as connection:
        connection.execute(insert(tables.anggaran).values(**row))
        assert connection.scalar(select(tables.anggaran.c.pagu_angka)) == Decimal("21276070424.07")
        assert connection.scalar(text("SELECT pagu_angka FROM anggaran")) == 2127607042407
    with pytest.raises(Exception, match="bukan kelipatan sen"), store.write() as connection:
        connection.execute(insert(tables.anggaran).values(**{**row, "pagu_angka": Decimal("0.001")}))


@pytest.mark.skipif(not nursery.POSSIBLE, reason="memerlukan fork (Linux, macOS)")
@pytest.mark.parametrize("round_", range(3))
def test_dimatikan_paksa_saat_menyimpan_semua_yang_dijawab_ada_dan_utuh(
    own_config: Config, tmp_path: Path, round_: int
) -> None:
    store = open_store(own_config)
    kantor.start_office(store, OPERATOR, KANTOR)
    said = tmp_path / "jawaban.txt"
    said.touch()
    victim = nursery.start(victims.add_sasaran_for_ever, out=said, LKJIP_DATABASE_URL=own_config.database_url)
    while not said.read_text():
        assert victim.poll() is None
    time.sleep(0.1 + 0.05 * round_)
    victim.kill()
    assert victim.gone(10)
    acknowledged = len(said.read_text().split())
    saved = [satu.teks for satu in perencanaan.list_sasaran(store, OPERATOR)]
    assert len(saved) in (acknowledged, acknowledged + 1)
    assert len(_trail(store)) >= min(50, len(saved))
    perencanaan.add_sasaran(store, ANALIS, "Sesudah gangguan")
    assert_store_whole(store)
    store.close()
