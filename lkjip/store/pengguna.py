"""Accounts. The password is only ever handed out as its argon2 text, to the one function that compares it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, func, insert, select

from lkjip.domain.access import Peran
from lkjip.domain.pengguna import Pengguna
from lkjip.store import tables_akun as tables
from lkjip.store.deed import Deed
from lkjip.store.kantor import change, stamp
from lkjip.store.perencanaan import insert_id

_TABLE = tables.pengguna


def load_pengguna(connection: Connection) -> tuple[Pengguna, ...]:
    """All accounts, by name."""
    rows = connection.execute(select(_TABLE).order_by(func.lower(_TABLE.c.nama), _TABLE.c.id)).mappings()
    return tuple(_pengguna(row) for row in rows)


def any_account(connection: Connection) -> bool:
    """Has anybody an account yet?"""
    return connection.scalar(select(_TABLE.c.id).limit(1)) is not None


def find(connection: Connection, key: int) -> Pengguna | None:
    """The account with this id."""
    row = connection.execute(select(_TABLE).where(_TABLE.c.id == key)).mappings().first()
    return None if row is None else _pengguna(row)


def find_with_password(connection: Connection, pengguna: str) -> tuple[Pengguna, str] | None:
    """The account with this user name and the argon2 text of its password."""
    row = connection.execute(select(_TABLE).where(_TABLE.c.pengguna == pengguna)).mappings().first()
    return None if row is None else (_pengguna(row), row["sandi"])


def password_of(connection: Connection, key: int) -> str:
    """The argon2 text of the password of this account ("" without account)."""
    return connection.scalar(select(_TABLE.c.sandi).where(_TABLE.c.id == key)) or ""


def add_pengguna(deed: Deed, baru: Pengguna, sandi: str) -> int:
    """A new account; returns its id (the one in `baru` is ignored)."""
    values = {
        "pengguna": baru.pengguna,
        "nama": baru.nama,
        "peran": baru.peran.value,
        "seksi_id": baru.seksi,
        "sandi": sandi,
        "harus_ganti": baru.harus_ganti,
        "aktif": baru.aktif,
        "contoh": baru.contoh,
    }
    return insert_id(deed, insert(_TABLE).values(**values, versi=1, **stamp(deed)))


def change_pengguna(deed: Deed, key: int, versi: int, values: Mapping[str, Any]) -> int:
    """New name, role, section, state or password over the version seen; returns the new version."""
    return change(deed, _TABLE, key, versi, what="Akun ini", values=dict(values))


def replace_password(deed: Deed, key: int, sandi: str) -> None:
    """A hash with today's parameters for the same password: no new version, nobody is told."""
    deed.connection.execute(_TABLE.update().where(_TABLE.c.id == key).values(sandi=sandi))


def count_active(connection: Connection, peran: Peran) -> int:
    """How many accounts of a role can log in."""
    query = select(func.count()).where((_TABLE.c.peran == peran.value) & _TABLE.c.aktif)
    return connection.scalar(query.select_from(_TABLE)) or 0


def remove_accounts(deed: Deed) -> None:
    """All accounts of the demo office, with their sessions and kept texts; what they did stays in the trail."""
    for table in (tables.sesi, tables.isian_tersisa, _TABLE):
        deed.connection.execute(delete(table))


def _pengguna(row: RowMapping) -> Pengguna:
    return Pengguna(
        row["id"],
        row["pengguna"],
        row["nama"],
        Peran(row["peran"]),
        row["seksi_id"],
        row["aktif"],
        row["harus_ganti"],
        row["contoh"],
        row["versi"],
    )
