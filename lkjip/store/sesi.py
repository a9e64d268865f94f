"""Login sessions and failed attempts. Only hashes of tokens, names and addresses are kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from lkjip.domain.masuk import Percobaan
from lkjip.domain.pengguna import Pengguna, Sesi
from lkjip.store import pengguna as accounts
from lkjip.store import tables_akun as tables

KEPT = timedelta(days=30)  # ended sessions are kept that long, to tell a visitor why his session ended
_SESI, _PERCOBAAN = tables.sesi, tables.percobaan


def add_sesi(connection: Connection, sesi: Sesi) -> None:
    """A new session; sessions that ended long ago are let go of."""
    connection.execute(delete(_SESI).where(_SESI.c.terakhir < sesi.dibuat - KEPT))
    values = {name: getattr(sesi, name) for name in Sesi.__dataclass_fields__}
    connection.execute(insert(_SESI).values(**values))


def find_sesi(connection: Connection, sidik: str) -> tuple[Sesi, Pengguna] | None:
    """A session and whose it is."""
    row = connection.execute(select(_SESI).where(_SESI.c.sidik == sidik)).mappings().first()
    owner = accounts.find(connection, row["pengguna_id"]) if row is not None else None
    return None if row is None or owner is None else (_sesi(row), owner)


def open_sesi(connection: Connection) -> tuple[Sesi, ...]:
    """All sessions that nobody has ended (idle ones among them), the latest first."""
    query = select(_SESI).where(_SESI.c.berakhir.is_(None)).order_by(_SESI.c.terakhir.desc())
    return tuple(_sesi(row) for row in connection.execute(query).mappings())


def touch(connection: Connection, sidik: str, pada: datetime) -> None:
    """The session was used just now."""
    connection.execute(update(_SESI).where(_SESI.c.sidik == sidik).values(terakhir=pada))


def hand_over(connection: Connection, sidik: str, pengguna_id: int) -> None:
    """The demo only: the same session goes on as another account."""
    connection.execute(update(_SESI).where(_SESI.c.sidik == sidik).values(pengguna_id=pengguna_id))


def end(connection: Connection, pada: datetime, sebab: str, *, sidik: Iterable[str]) -> int:
    """End these sessions where they are still open; returns how many were."""
    chosen = _SESI.c.berakhir.is_(None) & _SESI.c.sidik.in_(tuple(sidik))
    return connection.execute(update(_SESI).where(chosen).values(berakhir=pada, sebab=sebab)).rowcount


def end_all_of(connection: Connection, pengguna_id: int, pada: datetime, sebab: str, *, but: str = "") -> int:
    """End all open sessions of an account, perhaps but the one that asks; returns how many were open."""
    chosen = _SESI.c.berakhir.is_(None) & (_SESI.c.pengguna_id == pengguna_id) & (_SESI.c.sidik != but)
    return connection.execute(update(_SESI).where(chosen).values(berakhir=pada, sebab=sebab)).rowcount


def load_percobaan(connection: Connection, kunci: str) -> Percobaan:
    """The failed attempts under this key."""
    row = connection.execute(select(_PERCOBAAN).where(_PERCOBAAN.c.kunci == kunci)).mappings().first()
    return Percobaan() if row is None else Percobaan(row["gagal"], row["terakhir"], row["terkunci_sampai"])


def save_percobaan(connection: Connection, kunci: str, percobaan: Percobaan, now: datetime) -> None:
    """Remember the attempts under this key; those of other keys older than a day are let go of."""
    old = _PERCOBAAN.c.terakhir < now - timedelta(days=1)
    connection.execute(delete(_PERCOBAAN).where((_PERCOBAAN.c.kunci == kunci) | old))
    if percobaan.terakhir is not None:
        values = {name: getattr(percobaan, name) for name in Percobaan.__dataclass_fields__}
        connection.execute(insert(_PERCOBAAN).values(kunci=kunci, **values))


def _sesi(row: RowMapping) -> Sesi:
    return Sesi(
        row["sidik"], row["pengguna_id"], row["dibuat"], row["terakhir"], row["alamat"], row["berakhir"], row["sebab"]
    )
