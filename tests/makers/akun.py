"""People for tests: actors of every role, and real accounts with open sessions in a store."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from sqlalchemy import delete

from lkjip.domain.access import Actor, Peran
from lkjip.domain.kantor import Kantor
from lkjip.domain.pengguna import Pengguna, Sesi
from lkjip.services import kantor, passwords
from lkjip.services.accounts import seal_of
from lkjip.services.actor import OPERATOR
from lkjip.store import Store, pengguna, seksi, sesi, tables_akun

SANDI = "perahu kuning di muara"
KANTOR = Kantor("Kecamatan Uji", "Kutai Kartanegara", kode="00.00.09", tahun_aktif=2025)
SEKSI = ("Seksi Pelayanan", "Seksi Pemberdayaan")  # the first is that of the account "rina"
NAMA = {
    "rina": ("Rina Contoh", Peran.SEKSI),
    "joko": ("Joko Contoh", Peran.SEKSI),
    "siti": ("Siti Contoh", Peran.ANALIS),
    "dewi": ("Dewi Contoh", Peran.SEKRETARIS),
    "budi": ("Budi Contoh", Peran.CAMAT),
    "agus": ("Agus Contoh", Peran.ADMIN),
}


@dataclass(frozen=True, slots=True)
class Orang:
    """An account with an open session: `token` is what the browser has."""

    id: int
    pengguna: str
    actor: Actor
    token: str


@dataclass(frozen=True, slots=True)
class Warga:
    """Everybody of an office: two sections with one account each, one account of every other role."""

    seksi: Orang
    seksi_lain: Orang
    analis: Orang
    sekretaris: Orang
    camat: Orang
    admin: Orang

    def of(self, peran: Peran) -> Orang:
        """The account of a role."""
        found: Orang = getattr(self, peran.value)
        return found


@cache
def hashed(sandi: str = SANDI) -> str:
    """The argon2 text of a password: made once for all tests."""
    return passwords.hash_password(sandi)


def add_account(
    store: Store, masuk: str, nama: str, peran: Peran, seksi_id: int | None = None, *, harus_ganti: bool = False
) -> int:
    """An account with the password `SANDI`."""
    with store.deed(OPERATOR, "buat akun uji", masuk) as deed:
        baru = Pengguna(0, masuk, nama, peran, seksi_id, harus_ganti=harus_ganti)
        return pengguna.add_pengguna(deed, baru, hashed())


def open_session(store: Store, key: int, *, dibuat: datetime | None = None, terakhir: datetime | None = None) -> Orang:
    """A session as a login leaves it, begun and last used at these moments (now)."""
    token = secrets.token_urlsafe(32)
    dibuat = dibuat or datetime.now(UTC)
    with store.write() as connection:
        sesi.add_sesi(connection, Sesi(seal_of(token), key, dibuat, terakhir or dibuat, "127.0.0.1"))
        owner = pengguna.find(connection, key)
    assert owner is not None
    return Orang(key, owner.pengguna, owner.acting(seal_of(token)), token)


def add_seksi(store: Store, nama: str) -> int:
    """A section."""
    with store.deed(OPERATOR, "tambah seksi uji", nama) as deed:
        return seksi.add_seksi(deed, nama)


def found_office(store: Store) -> None:
    """An office with two sections and an account of every role."""
    kantor.start_office(store, OPERATOR, KANTOR)
    homes = dict(zip(("rina", "joko"), (add_seksi(store, nama) for nama in SEKSI), strict=True))
    for masuk, (nama, peran) in NAMA.items():
        add_account(store, masuk, nama, peran, homes.get(masuk))


def log_in_all(store: Store) -> Warga:
    """A fresh session for each of `found_office`."""
    with store.read() as connection:
        keys = {satu.pengguna: satu.id for satu in pengguna.load_pengguna(connection)}
    return Warga(*(open_session(store, keys[masuk]) for masuk in NAMA))


@contextmanager
def logged_in(store: Store) -> Iterator[Warga]:
    """Everybody of `found_office`, logged in while a ready store is filled: sessions go by the clock, none is kept."""
    yield log_in_all(store)
    with store.write() as connection:
        connection.execute(delete(tables_akun.sesi))


def populate(store: Store) -> Warga:
    """An office with two sections and an account of every role, each logged in."""
    found_office(store)
    return log_in_all(store)
