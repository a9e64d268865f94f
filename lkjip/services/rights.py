"""The one way for a service to write or to show: ask `may`, look at the session again, and leave a row in the trail.

Everything happens in the transaction of the deed: a session that was ended, or a role that was changed, a moment ago
counts already.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi, may
from lkjip.domain.masuk import session_end
from lkjip.domain.pengguna import Pengguna, Sesi
from lkjip.errors import AlreadyDoneError, ForbiddenError, SessionEndedError
from lkjip.store import Deed, Store
from lkjip.store import kartu as forms
from lkjip.store import sesi as sessions

ACCOUNT_CLOSED = "Akun ini dikunci oleh admin. Hubungi admin."


@contextmanager
def deed(
    store: Store,
    actor: Actor,
    aksi: Aksi,
    perbuatan: str,
    objek: str = "",
    *,
    seksi: int | None = None,
    kartu: str = "",
) -> Iterator[Deed]:
    """One deed of somebody who may do it. `seksi`: whose resource it is; `kartu`: the form it comes from, used once.

    Refused: `ForbiddenError`, `SessionEndedError`, `AlreadyDoneError`, each on record.
    """
    with store.deed(actor, perbuatan, objek) as made:
        made.actor = require(made.connection, actor, aksi, seksi)
        if kartu and not forms.take(made, kartu):
            raise AlreadyDoneError("Isian ini sudah disimpan; tidak disimpan dua kali.")
        yield made


@contextmanager
def reading(store: Store, actor: Actor, aksi: Aksi, seksi: int | None = None) -> Iterator[Connection]:
    """A reading connection for somebody who may see this; otherwise the refusal is on record."""
    try:
        with store.read() as connection:
            require(connection, actor, aksi, seksi)
            yield connection
    except ForbiddenError as error:
        record_refusal(store, actor, aksi, error)
        raise


def record_refusal(store: Store, actor: Actor, aksi: Aksi, error: Exception) -> None:
    """A refused reading leaves the same row as a refused deed."""
    with store.write() as connection:
        Deed(connection, actor, aksi.value, "").record_refusal(str(error))


def check(actor: Actor, aksi: Aksi, seksi: int | None = None) -> None:
    """The same question without a database, for what is already at hand; the session was looked at by the guard."""
    izin = may(actor, aksi, seksi)
    if not izin:
        raise ForbiddenError(izin.alasan)


def require(connection: Connection, actor: Actor, aksi: Aksi, seksi: int | None = None) -> Actor:
    """The actor as he is now; raises where the session has ended or the role (as it is now) does not allow this."""
    actor = as_now(connection, actor)
    izin = may(actor, aksi, seksi)
    if not izin:
        raise ForbiddenError(izin.alasan)
    return actor


def as_now(connection: Connection, actor: Actor, now: datetime | None = None) -> Actor:
    """The same person with the role, section and name of this moment. The command line has no session to look at."""
    if not actor.sesi:
        return actor
    found = sessions.find_sesi(connection, actor.sesi)
    if found is None:
        raise SessionEndedError("Sesi tidak dikenal. Masuk lagi.")
    sesi, owner = found
    reason = why_ended(sesi, owner, now or datetime.now(UTC))
    if reason:
        raise SessionEndedError(reason)
    return owner.acting(sesi.sidik)


def why_ended(sesi: Sesi, owner: Pengguna, now: datetime) -> str:
    """Why this session no longer counts; "" while it does."""
    if sesi.berakhir is not None:
        return sesi.sebab or "Anda sudah keluar. Masuk lagi untuk melanjutkan."
    if not owner.aktif:
        return ACCOUNT_CLOSED
    return session_end(sesi.dibuat, sesi.terakhir, now)
