"""The audit trail: the data version, what happened, and whether the chain is whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, or_, select

from lkjip.store.deed import BERHASIL, chain
from lkjip.store.tables import jejak_audit


def data_version(connection: Connection) -> int:
    """Grows with every deed that changed something; 0 for a fresh database."""
    done = select(func.max(jejak_audit.c.id)).where(jejak_audit.c.hasil == BERHASIL)
    return connection.scalar(done) or 0


def latest(connection: Connection, count: int = 50) -> Sequence[RowMapping]:
    """The newest rows first."""
    return connection.execute(select(jejak_audit).order_by(jejak_audit.c.id.desc()).limit(count)).mappings().all()


def broken_rows(connection: Connection) -> list[int]:
    """Ids of rows whose seal does not follow from the row and the seal before it."""
    broken, previous = [], ""
    for row in connection.execute(select(jejak_audit).order_by(jejak_audit.c.id)).mappings():
        content: dict[str, Any] = dict(row)
        if chain(previous, content) != row["sidik"]:
            broken.append(row["id"])
        previous = row["sidik"]
    return broken


def select_rows(
    connection: Connection,
    *,
    oleh: str = "",
    perbuatan: str = "",
    hasil: str = "",
    sejak: datetime | None = None,
    sampai: datetime | None = None,
    cari: str = "",
    lewati: int = 0,
    count: int | None = None,
) -> tuple[Sequence[RowMapping], int]:
    """Rows that fit, newest first, from the place `lewati` on; and how many fit in all.

    `hasil` is the beginning of the result ("ditolak"); `cari` is looked for in object, before and after.
    """  # fmt: skip
    table = jejak_audit
    wanted = [table.c.id > 0]
    wanted += [table.c.oleh == oleh] if oleh else []
    wanted += [table.c.perbuatan == perbuatan] if perbuatan else []
    wanted += [table.c.hasil.startswith(hasil, autoescape=True)] if hasil else []
    wanted += [table.c.pada >= sejak] if sejak else []
    wanted += [table.c.pada < sampai] if sampai else []
    if cari:
        texts = (table.c.objek, table.c.sebelum, table.c.sesudah)
        wanted.append(or_(*(text.icontains(cari, autoescape=True) for text in texts)))
    total = connection.scalar(select(func.count()).select_from(table).where(*wanted)) or 0
    query = select(table).where(*wanted).order_by(table.c.id.desc()).offset(lewati).limit(count)
    return connection.execute(query).mappings().all(), total


def distinct(connection: Connection, column: str) -> list[str]:
    """The different values of one column, for a filter."""
    chosen = jejak_audit.c[column]
    return list(connection.scalars(select(chosen).distinct().order_by(chosen)))


def head(connection: Connection) -> tuple[int, str]:
    """Number and seal of the newest row: whoever has written it down can tell a cut tail later."""
    row = connection.execute(select(jejak_audit).order_by(jejak_audit.c.id.desc()).limit(1)).mappings().first()
    return (0, "") if row is None else (row["id"], row["sidik"])


def has_seal(connection: Connection, sidik: str) -> bool:
    """Is a row with this seal (or one that begins so, 12 signs or more) in the trail?"""
    fits = jejak_audit.c.sidik.startswith(sidik, autoescape=True)
    return len(sidik) >= 12 and connection.scalar(select(jejak_audit.c.id).where(fits).limit(1)) is not None
