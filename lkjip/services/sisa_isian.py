"""Texts that were being typed when a session ended; whose they are is known from the session, not the browser."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from lkjip.domain.access import Actor
from lkjip.store import Store
from lkjip.store import kartu as forms


def keep(store: Store, pengguna_id: int, halaman: str, isi: Mapping[str, object]) -> None:
    """Keep the typed fields of one page for this account."""
    with store.write() as connection:
        forms.keep_typed(connection, pengguna_id, halaman, isi, datetime.now(UTC))


def take(store: Store, actor: Actor, halaman: str) -> tuple[dict[str, Any], datetime] | None:
    """The kept fields of this page, given back once to the account that wrote them; None where nothing waits."""
    if actor.pengguna_id is None:
        return None
    with store.read() as connection:
        if not forms.has_typed(connection, actor.pengguna_id, halaman):
            return None
    with store.write() as connection:
        return forms.take_typed(connection, actor.pengguna_id, halaman)
