"""What belongs to forms: a form counts once; what was typed when the session ended waits for its writer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

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
    """Keep what somebody had typed on a page; an earlier text of the same page gives way, old ones of anybody go."""
    table = tables.isian_tersisa
    connection.execute(delete(table).where(table.c.pada < now - KEPT))
    drop_typed(connection, pengguna_id, halaman)
    text = json.dumps(isi, ensure_ascii=False)
    connection.execute(insert(table).values(pengguna_id=pengguna_id, halaman=halaman, isi=text, pada=now))


def load_typed(
    connection: Connection, pengguna_id: int, halaman: str, now: datetime
) -> tuple[dict[str, Any], datetime] | None:
    """The kept text of this person on this page, not older than `KEPT`, with the moment it was kept."""
    table = tables.isian_tersisa
    mine = (table.c.pengguna_id == pengguna_id) & (table.c.halaman == halaman) & (table.c.pada >= now - KEPT)
    row = connection.execute(select(table).where(mine)).mappings().first()
    return None if row is None else (json.loads(row["isi"]), row["pada"])


def drop_typed(connection: Connection, pengguna_id: int, halaman: str) -> None:
    """Let go of the kept text of this person on this page."""
    table = tables.isian_tersisa
    connection.execute(delete(table).where((table.c.pengguna_id == pengguna_id) & (table.c.halaman == halaman)))
