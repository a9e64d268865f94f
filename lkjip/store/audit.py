"""The audit trail: the data version, what happened, and whether the chain is whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

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
