"""Broken machines: full disk at every step of a save, a write error in the middle, a folder that cannot be written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from lkjip.config import Config
from lkjip.domain.kantor import Kantor
from lkjip.errors import StoreError
from lkjip.services import importing, kantor
from lkjip.services.actor import OPERATOR
from lkjip.store import Store, open_store
from tests.integration.conftest import ANALIS
from tests.makers import ready
from tests.makers.invariants import assert_store_whole

TABLES = ("berkas", "impor", "sasaran", "indikator", "target", "realisasi", "jejak_audit")
LINES = "".join(f"Sasaran {n};Indikator nomor {n} dengan nama yang panjang sekali;nilai;10;{n}\n" for n in range(60))
ISI = f"Sasaran Strategis;Indikator Kinerja;Satuan;Target 2025;Realisasi 2025\n{LINES}".encode()


def begun(store: Store) -> None:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Uji"))


@pytest.fixture
def office(sqlite_config: Config) -> Store:
    return ready.opened(sqlite_config, begun)


def _counts(store: Store) -> dict[str, int]:
    with store.read() as connection:
        return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in TABLES}


def _save(store: Store) -> None:
    reading = importing.read("kinerja.csv", ISI, tahun=2025)
    importing.save(store, ANALIS, reading, ISI, tahun=2025)


@pytest.mark.parametrize("room", [0, 1, 2, 3, 4, 5, 6])
def test_disk_penuh_pada_langkah_mana_pun_tidak_meninggalkan_setengah_simpanan(office: Store, room: int) -> None:
    before = _counts(office)
    with office.read() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
    office.engine.dispose()

    def little_room(connection: Any, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + room}")

    event.listen(office.engine, "connect", little_room)
    with pytest.raises(StoreError, match="Disk penuh, tidak ada yang tersimpan"):
        _save(office)
    event.remove(office.engine, "connect", little_room)
    office.engine.dispose()
    assert _counts(office) == before
    assert_store_whole(office)
    _save(office)
    assert _counts(office)["realisasi"] == 60
    office.close()


@pytest.mark.parametrize("nth", [1, 2, 3, 5, 8, 11])
def test_galat_pada_tulisan_ke_n_membatalkan_semuanya(office: Store, nth: int) -> None:
    before = _counts(office)
    written = 0

    def fail(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        nonlocal written
        written += statement.startswith(("INSERT", "UPDATE"))
        if written == nth:
            raise OSError(5, "Input/output error")

    event.listen(office.engine, "before_cursor_execute", fail)
    with pytest.raises(OSError, match="Input/output"):
        _save(office)
    event.remove(office.engine, "before_cursor_execute", fail)
    assert _counts(office) == before
    assert_store_whole(office)
    office.close()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root boleh menulis di mana pun")
def test_folder_yang_tidak_boleh_ditulis_dijelaskan(tmp_path: Path) -> None:
    folder = tmp_path / "terkunci"
    folder.mkdir(mode=0o500)
    with pytest.raises(StoreError, match="izin tulis folder data"):
        open_store(Config(folder, f"sqlite:///{folder / 'lkjip.db'}"))


def test_folder_data_yang_ternyata_berkas_dijelaskan(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("bukan folder")
    with pytest.raises(StoreError, match="tidak dapat dibuat"):
        open_store(Config(tmp_path, f"sqlite:///{tmp_path / 'data' / 'lkjip.db'}"))
