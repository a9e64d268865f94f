"""Logging in and out: who is at the other end of a cookie, and how he came to be there."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi, Peran
from lkjip.domain.masuk import SALAH_PALING_BANYAK, SALAH_SEALAMAT, Percobaan
from lkjip.domain.pengguna import Pengguna, Sesi
from lkjip.errors import RefusedError
from lkjip.services import passwords, rights
from lkjip.services.rights import ACCOUNT_CLOSED, why_ended
from lkjip.store import Deed, Store, kantor, pengguna
from lkjip.store import sesi as sessions
from lkjip.store.deed import TERCATAT
from lkjip.store.values import write_moment

TOUCH_EVERY = timedelta(minutes=1)  # a session in use is written down at most that often
Keys = tuple[tuple[str, int], ...]  # what is counted (a name, an address), and how many failures lock it
WRONG = "Nama pengguna atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi."
UNKNOWN = Actor("Pengunjung tak dikenal", Peran.ANONIM)  # in the trail: a wrong name may be a mistyped password


@dataclass(frozen=True, slots=True)
class Masuk:
    """Somebody is in: the token for his browser (never stored), and whether he must choose a new password first."""

    token: str
    actor: Actor
    harus_ganti: bool = False


@dataclass(frozen=True, slots=True)
class Hadir:
    """Who is behind a cookie: the actor, or nobody and why."""

    actor: Actor | None
    harus_ganti: bool = False
    sebab: str = ""


def seal_of(token: str) -> str:
    """What is kept of a token, name or address: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def any_account(store: Store) -> bool:
    """Has anybody an account yet? While nobody has, the first-start page is served to this machine."""
    with store.read() as connection:
        return pengguna.any_account(connection)


def who(store: Store, token: str | None, *, now: datetime | None = None) -> Hadir:
    """The person behind a cookie, as he is now; his session counts as used."""
    if not token:
        return Hadir(None)
    now = now or datetime.now(UTC)
    with store.read() as connection:
        found = sessions.find_sesi(connection, seal_of(token))
    if found is None:
        return Hadir(None)
    sesi, owner = found
    reason = why_ended(sesi, owner, now)
    if reason:
        return Hadir(None, sebab=reason)
    if now - sesi.terakhir >= TOUCH_EVERY:
        with store.write() as connection:
            sessions.touch(connection, sesi.sidik, now)
    return Hadir(owner.acting(sesi.sidik), owner.harus_ganti)


def by_name(store: Store, nama: str) -> Actor:
    """The account of this user name, for the command line (`--sebagai`): its rights count, no session is needed."""
    with store.read() as connection:
        found = pengguna.find_with_password(connection, nama.strip().casefold())
    if found is None:
        raise RefusedError(f"Pengguna '{nama}' tidak ada. Daftarnya: python -m lkjip pengguna daftar")
    if not found[0].aktif:
        raise RefusedError(ACCOUNT_CLOSED)
    return found[0].acting()


def log_in(store: Store, nama: str, sandi: str, alamat: str, *, now: datetime | None = None) -> Masuk:
    """A new session, or a refusal that does not tell whether the name or the password was wrong."""
    now = now or datetime.now(UTC)
    nama = nama.strip().casefold()
    keys = ((seal_of(f"nama:{nama}"), SALAH_PALING_BANYAK), (seal_of(f"alamat:{alamat}"), SALAH_SEALAMAT))
    with store.read() as connection:
        _refuse_while_locked(connection, keys, now)
        found = pengguna.find_with_password(connection, nama)
    owner, hashed = found or (None, "")
    if not passwords.matches(sandi, hashed) or owner is None:
        _record_wrong(store, owner.acting() if owner else UNKNOWN, "masuk", alamat, keys=keys, now=now)
        raise RefusedError(WRONG)
    fresh = passwords.hash_password(sandi) if passwords.outdated(hashed) else ""
    with store.deed(owner.acting(), "masuk", alamat) as deed:
        deed.hasil, deed.pada = TERCATAT, now
        _refuse_while_locked(deed.connection, keys, now)  # others tried meanwhile
        owner = _still_so(deed.connection, nama, hashed)
        sessions.save_percobaan(deed.connection, keys[0][0], Percobaan(), now)
        if fresh:
            pengguna.replace_password(deed, owner.id, fresh)
        return open_session(deed, owner, alamat)


def open_session(deed: Deed, owner: Pengguna, alamat: str) -> Masuk:
    """A session of this account inside a deed; the token is new and known to nobody else."""
    token = secrets.token_urlsafe(32)
    sesi = Sesi(seal_of(token), owner.id, deed.pada, deed.pada, alamat)
    sessions.add_sesi(deed.connection, sesi)
    return Masuk(token, owner.acting(sesi.sidik), owner.harus_ganti)


def log_out(store: Store, token: str | None) -> None:
    """End this session everywhere; a cookie that means nothing is no error."""
    found = None
    if token:
        with store.read() as connection:
            found = sessions.find_sesi(connection, seal_of(token))
    if found is None or found[0].berakhir is not None:
        return
    sesi, owner = found
    with store.deed(owner.acting(sesi.sidik), "keluar", sesi.alamat) as deed:
        deed.hasil = TERCATAT
        sessions.end(deed.connection, deed.pada, "Anda sudah keluar. Masuk lagi untuk melanjutkan.", sidik=[sesi.sidik])


def change_password(store: Store, actor: Actor, lama: str, baru: str, ulang: str) -> None:
    """A new password of one's own; other sessions of the account end, this one goes on."""
    now = datetime.now(UTC)
    keys = ((seal_of(f"nama:{actor.pengguna}"), SALAH_PALING_BANYAK),)
    with rights.reading(store, actor, Aksi.SANDI) as connection:
        actor = rights.as_now(connection, actor)
        owner = pengguna.find(connection, actor.pengguna_id or 0)
        if owner is None or owner.contoh:
            raise RefusedError("Akun ini tidak mempunyai kata sandi.")
        hashed = pengguna.password_of(connection, owner.id)
        _refuse_while_locked(connection, keys, now)
        office = kantor.load_kantor(connection)
    if not passwords.matches(lama, hashed):
        _record_wrong(store, actor, "ganti kata sandi", actor.pengguna, keys=keys, now=now)
        raise RefusedError("Kata sandi lama tidak cocok. Tulis kata sandi yang Anda pakai untuk masuk.")
    konteks = (actor.nama, actor.pengguna, *actor.nama.split(), *((office.nama, office.kabupaten) if office else ()))
    new_hash = passwords.hash_password(passwords.checked(baru, ulang, konteks))
    if baru == lama:
        raise RefusedError("Kata sandi baru sama dengan yang lama. Pilih yang lain.")
    with rights.deed(store, actor, Aksi.SANDI, "ganti kata sandi", actor.pengguna) as deed:
        _refuse_while_locked(deed.connection, keys, now)  # others tried meanwhile
        owner = _still_so(deed.connection, actor.pengguna, hashed)
        deed.hasil = TERCATAT
        pengguna.change_pengguna(deed, owner.id, owner.versi, {"sandi": new_hash, "harus_ganti": False})
        sebab = "Kata sandi akun ini baru saja diganti. Masuk lagi dengan kata sandi baru."
        sessions.end_all_of(deed.connection, owner.id, deed.pada, sebab, but=actor.sesi)


def _still_so(connection: Connection, nama: str, hashed: str) -> Pengguna:
    """The account as it is now: while a password was compared the admin may have reset it or closed the account."""
    found = pengguna.find_with_password(connection, nama)
    if found is None or found[1] != hashed:
        raise RefusedError(WRONG)
    if not found[0].aktif:
        raise RefusedError(ACCOUNT_CLOSED)
    return found[0]


def _record_wrong(store: Store, actor: Actor, perbuatan: str, objek: str, *, keys: Keys, now: datetime) -> None:
    """Count a wrong password. Many attempts at once: those after the lock learn of the lock only."""
    with store.write() as connection:
        _refuse_while_locked(connection, keys, now)
        locked = _count_failure(connection, keys, now)
        reason = "kata sandi salah" + ("; terkunci 15 menit" if locked else "")
        Deed(connection, actor, perbuatan, objek).record_refusal(reason)


def _refuse_while_locked(connection: Connection, keys: Keys, now: datetime) -> None:
    for key, _most in keys:
        percobaan = sessions.load_percobaan(connection, key)
        if percobaan.terkunci_sampai is not None and percobaan.locked(now):
            raise RefusedError(
                f"Terlalu banyak percobaan yang salah. Coba lagi {write_moment(percobaan.terkunci_sampai)}, "
                "atau minta admin membuka kuncinya."
            )


def _count_failure(connection: Connection, keys: Keys, now: datetime) -> bool:
    locked = False
    for key, most in keys:
        percobaan = sessions.load_percobaan(connection, key).after_failure(now, most)
        sessions.save_percobaan(connection, key, percobaan, now)
        locked = locked or percobaan.locked(now)
    return locked
