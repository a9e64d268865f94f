"""What belongs to forms: a form counts once; what was typed when the session ended waits for its writer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from lkjip.store import tables_akun as tables
from lkjip.store.deed import Deed

KEPT = timedelta(days=2)


def take(deed: Deed, kartu: str) -> bool:
    """Use up the one-use token of a form in this transaction; False where it was used before."""
    table = tables.kartu
    if deed.connection.scalar(select(table.c.kartu).where(table.c.kartu == kartu)) is not None:
        return False
    deed.connection.execute(delete(table).where(table.c.pada < deed.pada - KEPT))
    deed.connection.execute(insert(table).values(kartu=kartu, pada=deed.pada))
    return True


def keep_typed(
    connection: Connection, pengguna_id: int, halaman: str, isi: Mapping[str, object], now: datetime
) -> None:
    """Keep what somebody had typed on a page; an earlier text of the same page gives way."""
    table = tables.isian_tersisa
    connection.execute(delete(table).where((table.c.pengguna_id == pengguna_id) & (table.c.halaman == halaman)))
    text = json.dumps(isi, ensure_ascii=False)
    connection.execute(insert(table).values(pengguna_id=pengguna_id, halaman=halaman, isi=text, pada=now))


def has_typed(connection: Connection, pengguna_id: int, halaman: str) -> bool:
    """Does a text wait for this person on this page?"""
    table = tables.isian_tersisa
    mine = (table.c.pengguna_id == pengguna_id) & (table.c.halaman == halaman)
    return connection.scalar(select(table.c.pengguna_id).where(mine)) is not None


def take_typed(connection: Connection, pengguna_id: int, halaman: str) -> tuple[dict[str, object], datetime] | None:
    """Give the kept text back, once, with the moment it was kept."""
    table = tables.isian_tersisa
    mine = (table.c.pengguna_id == pengguna_id) & (table.c.halaman == halaman)
    row = connection.execute(select(table).where(mine)).mappings().first()
    if row is None:
        return None
    connection.execute(delete(table).where(mine))
    return json.loads(row["isi"]), row["pada"]
