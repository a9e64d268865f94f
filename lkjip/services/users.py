"""User administration: the admin's deeds. A password is shown once, when it is made, and is to be changed at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from lkjip.domain.access import NAMA_PERAN, PERAN_AKUN, Actor, Aksi, Peran
from lkjip.domain.kantor import Seksi
from lkjip.domain.masuk import Percobaan, refuse_user_name
from lkjip.domain.pengguna import Pengguna, Sesi
from lkjip.errors import RefusedError
from lkjip.services import passwords, rights
from lkjip.services.accounts import seal_of
from lkjip.services.isian import read_text
from lkjip.store import Deed, Store, pengguna
from lkjip.store import seksi as sections
from lkjip.store import sesi as sessions

ROLE_CHANGED = "Peran atau seksi akun ini baru saja diubah oleh admin. Masuk lagi."
LAST_ADMIN = (
    "Ini admin terakhir. Jadikan orang lain admin lebih dahulu; tanpa admin tidak ada yang dapat mengelola akun."
)


@dataclass(frozen=True, slots=True)
class Akun:
    """An account as the admin sees it: with its section, open sessions, and the lock after wrong passwords."""

    pengguna: Pengguna
    seksi: Seksi | None
    sesi: tuple[Sesi, ...]
    terkunci_sampai: datetime | None


def accounts(store: Store, actor: Actor) -> tuple[Akun, ...]:
    """All accounts, by name."""
    now = datetime.now(UTC)
    with rights.reading(store, actor, Aksi.KELOLA_PENGGUNA) as connection:
        open_now = sessions.open_sesi(connection)
        seksi = {satu.id: satu for satu in sections.load_seksi(connection)}
        found = []
        for satu in pengguna.load_pengguna(connection):
            mine = tuple(
                sesi for sesi in open_now if sesi.pengguna_id == satu.id and not rights.why_ended(sesi, satu, now)
            )
            percobaan = sessions.load_percobaan(connection, _key(satu.pengguna))
            locked = percobaan.terkunci_sampai if percobaan.locked(now) else None
            found.append(Akun(satu, seksi.get(satu.seksi or 0), mine, locked))
    return tuple(found)


def create(
    store: Store, actor: Actor, masuk: str, nama: str, peran: Peran, *, seksi: int | None = None, kartu: str = ""
) -> str:
    """A new account; returns its first password, to be told once and changed at the first login."""
    masuk, nama = masuk.strip().casefold(), read_text(nama, "Nama lengkap")
    first = passwords.first_password()
    hashed = passwords.hash_password(first)
    with rights.deed(store, actor, Aksi.KELOLA_PENGGUNA, "buat akun", masuk, kartu=kartu) as deed:
        if reason := refuse_user_name(masuk):
            raise RefusedError(reason)
        _name_is_free(deed, masuk, nama)
        baru = Pengguna(0, masuk, nama, *_role(deed, peran, seksi), harus_ganti=True)
        pengguna.add_pengguna(deed, baru, hashed)
        deed.sesudah = {"nama": nama, "peran": peran.value, "seksi": baru.seksi}
    return first


def reset_password(store: Store, actor: Actor, key: int, versi: int) -> str:
    """A new first password for somebody who forgot his; his sessions end, his lock is opened."""
    first = passwords.first_password()
    hashed = passwords.hash_password(first)
    with rights.deed(store, actor, Aksi.KELOLA_PENGGUNA, "atur ulang kata sandi", f"akun {key}") as deed:
        satu = _account(deed, key)
        deed.objek = f"akun {satu.pengguna}"
        pengguna.change_pengguna(deed, key, versi, {"sandi": hashed, "harus_ganti": True})
        sebab = "Kata sandi akun ini diatur ulang oleh admin. Masuk dengan kata sandi baru."
        sessions.end_all_of(deed.connection, key, deed.pada, sebab, but=deed.actor.sesi)
        sessions.save_percobaan(deed.connection, _key(satu.pengguna), Percobaan(), deed.pada)
    return first


def change(
    store: Store, actor: Actor, key: int, versi: int, *, nama: str, peran: Peran, seksi: int | None = None
) -> None:
    """New name, role or section. A new role or section ends the sessions of that person at once."""
    nama = read_text(nama, "Nama lengkap")
    with rights.deed(store, actor, Aksi.KELOLA_PENGGUNA, "ubah akun", f"akun {key}") as deed:
        satu = _account(deed, key)
        deed.objek = f"akun {satu.pengguna}"
        role, section = _role(deed, peran, seksi)
        if nama.casefold() != satu.nama.casefold():
            _name_is_free(deed, "", nama)
        deed.sebelum = {"nama": satu.nama, "peran": satu.peran.value, "seksi": satu.seksi}
        deed.sesudah = {"nama": nama, "peran": role.value, "seksi": section}
        values = {"nama": nama, "peran": role.value, "seksi_id": section}
        pengguna.change_pengguna(deed, key, versi, values)
        _an_admin_remains(deed)
        if (role, section) != (satu.peran, satu.seksi):
            sessions.end_all_of(deed.connection, key, deed.pada, ROLE_CHANGED)


def lock(store: Store, actor: Actor, key: int, versi: int) -> None:
    """Close an account: its sessions end at once, nobody can log in with it. What it did stays."""
    with rights.deed(store, actor, Aksi.KELOLA_PENGGUNA, "kunci akun", f"akun {key}") as deed:
        deed.objek = f"akun {_account(deed, key).pengguna}"
        pengguna.change_pengguna(deed, key, versi, {"aktif": False})
        _an_admin_remains(deed)
        sessions.end_all_of(deed.connection, key, deed.pada, rights.ACCOUNT_CLOSED)


def unlock(store: Store, actor: Actor, key: int, versi: int) -> None:
    """Open a closed account, and the lock after wrong passwords."""
    with rights.deed(store, actor, Aksi.KELOLA_PENGGUNA, "buka kunci akun", f"akun {key}") as deed:
        satu = _account(deed, key)
        deed.objek = f"akun {satu.pengguna}"
        if not satu.aktif:
            pengguna.change_pengguna(deed, key, versi, {"aktif": True})
        sessions.save_percobaan(deed.connection, _key(satu.pengguna), Percobaan(), deed.pada)


def end_sessions(store: Store, actor: Actor, key: int) -> int:
    """Log somebody out everywhere (for oneself: everywhere else); returns how many sessions were open."""
    with rights.deed(store, actor, Aksi.KELOLA_PENGGUNA, "akhiri sesi", f"akun {key}") as deed:
        deed.objek = f"akun {_account(deed, key).pengguna}"
        sebab = "Sesi ini diakhiri oleh admin. Masuk lagi untuk melanjutkan."
        ended = sessions.end_all_of(deed.connection, key, deed.pada, sebab, but=deed.actor.sesi)
        deed.sesudah = {"sesi": ended}
    return ended


def _account(deed: Deed, key: int) -> Pengguna:
    found = pengguna.find(deed.connection, key)
    if found is None:
        raise RefusedError("Akun ini tidak ada. Muat ulang halaman.")
    if found.contoh:
        raise RefusedError("Akun kantor contoh tidak dapat diubah: setiap peran memerlukan satu. Buat akun baru.")
    return found


def _role(deed: Deed, peran: Peran, seksi: int | None) -> tuple[Peran, int | None]:
    """Role and section that fit together: only the role Seksi has a section, and it must have one."""
    if peran not in PERAN_AKUN:
        raise RefusedError(f"Peran '{peran}' tidak dapat diberikan kepada akun.")
    if peran is not Peran.SEKSI:
        return peran, None
    found = sections.find_seksi(deed.connection, seksi)
    if found is None or not found.aktif:
        raise RefusedError(f"{NAMA_PERAN[peran]} memerlukan seksi yang aktif. Pilih seksinya, atau tambahkan dahulu.")
    return peran, found.id


def _name_is_free(deed: Deed, masuk: str, nama: str) -> None:
    for satu in pengguna.load_pengguna(deed.connection):
        if satu.pengguna == masuk:
            raise RefusedError(f"Nama pengguna '{masuk}' sudah dipakai {satu.nama}. Pilih nama pengguna lain.")
        if satu.nama.casefold() == nama.casefold():
            raise RefusedError(f"Sudah ada akun atas nama '{satu.nama}'. Tulis nama yang membedakan keduanya.")


def _an_admin_remains(deed: Deed) -> None:
    if not pengguna.count_active(deed.connection, Peran.ADMIN):
        raise RefusedError(LAST_ADMIN)


def _key(masuk: str) -> str:
    return seal_of(f"nama:{masuk}")
