"""Texts that were being typed when a session ended; whose they are is known from the session, not the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from lkjip.domain.access import Actor
from lkjip.store import Store
from lkjip.store import kartu as forms


def keep(store: Store, pengguna_id: int, halaman: str, isi: Mapping[str, object]) -> None:
    """Keep the typed fields of one page for this account: `{"isian": [[form, field, value], ...]}`."""
    with store.write() as connection:
        forms.keep_typed(connection, pengguna_id, halaman, isi, datetime.now(UTC))


def waiting(store: Store, actor: Actor, halaman: str) -> tuple[dict[str, Any], datetime] | None:
    """The kept fields of this page, for the account that wrote them, with the moment; None where nothing waits."""
    if actor.pengguna_id is None:
        return None
    with store.read() as connection:
        return forms.load_typed(connection, actor.pengguna_id, halaman, datetime.now(UTC))


def let_go(store: Store, actor: Actor, halaman: str, formulir: Sequence[str]) -> None:
    """These forms of the page were saved or their texts put away: only what was typed in others waits on."""
    if actor.pengguna_id is None:
        return
    with store.write() as connection:
        found = forms.load_typed(connection, actor.pengguna_id, halaman, datetime.now(UTC))
        if found is None:
            return
        isi, pada = found
        sisa = [satu for satu in isi.get("isian", ()) if satu[0] not in formulir]
        forms.drop_typed(connection, actor.pengguna_id, halaman)
        if sisa:
            forms.keep_typed(connection, actor.pengguna_id, halaman, {"isian": sisa}, pada)
