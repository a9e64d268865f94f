"""A deed and its one row in the audit trail, chained by hash so that a changed or missing row shows."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from lkjip.domain.access import Actor
from lkjip.store.tables import jejak_audit

BERHASIL = "berhasil"
TERCATAT = "tercatat"  # something happened (a login, a download), no data changed: caches stay good


def as_text(value: object) -> str:
    """A value as it stands in the trail: text as it is, everything else as JSON with sorted keys."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


def chain(previous: str, row: dict[str, Any]) -> str:
    """The seal of a row: SHA-256 over the seal before it and its own content."""
    content = [str(row[name]) for name in ("oleh", "peran", "perbuatan", "objek", "sebelum", "sesudah", "hasil")]
    moment = row["pada"].astimezone(UTC).isoformat()
    return hashlib.sha256(json.dumps([previous, moment, *content], ensure_ascii=False).encode()).hexdigest()


@dataclass(slots=True)
class Deed:
    """What one transaction does. The caller sets `sebelum` and `sesudah`; the moment is the same for all its rows."""

    connection: Connection
    actor: Actor
    perbuatan: str
    objek: str
    sebelum: object = ""
    sesudah: object = ""
    pada: datetime = field(default_factory=lambda: datetime.now(UTC))
    silent: bool = False
    hasil: str = BERHASIL

    def record(self) -> None:
        """Append the audit row of a deed that is done; a deed that found nothing to do leaves none (`silent`)."""
        if not self.silent:
            self._append(as_text(self.sebelum), as_text(self.sesudah), self.hasil)

    def record_refusal(self, reason: str) -> None:
        """Append the audit row of a refused deed."""
        self._append("", "", f"ditolak: {reason}")

    def _append(self, sebelum: str, sesudah: str, hasil: str) -> None:
        last = select(jejak_audit.c.sidik).order_by(jejak_audit.c.id.desc()).limit(1)
        row: dict[str, Any] = {
            "pada": self.pada,
            "oleh": self.actor.tertulis,
            "peran": self.actor.peran.value,
            "perbuatan": self.perbuatan,
            "objek": self.objek,
            "sebelum": sebelum,
            "sesudah": sesudah,
            "hasil": hasil,
        }
        previous = self.connection.scalar(last) or ""
        self.connection.execute(insert(jejak_audit).values(**row, sidik=chain(previous, row)))
