"""The first start: an office with its admin, or the demo. Only while no account exists."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.domain.access import Actor, Aksi, Peran
from lkjip.domain.kantor import Kantor
from lkjip.domain.masuk import refuse_user_name
from lkjip.domain.pengguna import Pengguna
from lkjip.errors import ForbiddenError, RefusedError
from lkjip.services import contoh, passwords, rights
from lkjip.services.accounts import Masuk, open_session
from lkjip.services.actor import OPERATOR
from lkjip.services.contoh_akun import clear_demo
from lkjip.services.isian import read_text
from lkjip.services.kantor import checked_office
from lkjip.store import Deed, Store, pengguna
from lkjip.store import kantor as offices
from lkjip.store import sesi as sessions
from lkjip.store.deed import TERCATAT

TAKEN = "Aplikasi ini sudah mempunyai akun. Masuk dengan akun Anda, atau minta admin membuatkan akun."
DEMO_ONLY = "Yang dapat diakhiri hanya kantor contoh. Data kantor sendiri tidak pernah dihapus lewat aplikasi."


@dataclass(frozen=True, slots=True)
class Awal:
    """What the first-start page has to ask: an office that is already there needs only its admin."""

    kantor: Kantor | None
    ada_akun: bool


@dataclass(frozen=True, slots=True)
class AdminPertama:
    """The fields of the first admin, as typed."""

    nama: str
    pengguna: str
    sandi: str
    ulang: str


def state(store: Store) -> Awal:
    """Office and accounts as they are. A demo office that nobody can enter (an older program left it) is none."""
    with store.read() as connection:
        kantor, ada_akun = offices.load_kantor(connection), pengguna.any_account(connection)
    return Awal(None if kantor is not None and kantor.demo and not ada_akun else kantor, ada_akun)


def begin_office(store: Store, kantor: Kantor | None, admin: AdminPertama, alamat: str) -> Masuk:
    """The office (unless it is there already), its admin, and his session, in one deed."""
    nama = read_text(admin.nama, "Nama lengkap admin")
    masuk = admin.pengguna.strip().casefold()
    if reason := refuse_user_name(masuk):
        raise RefusedError(reason)
    kantor = checked_office(kantor) if kantor is not None else None
    konteks = (nama, masuk, *nama.split(), *((kantor.nama, kantor.kabupaten) if kantor else ()))
    sandi = passwords.hash_password(passwords.checked(admin.sandi, admin.ulang, konteks))
    first = Pengguna(0, masuk, nama, Peran.ADMIN)
    with store.deed(first.acting(), "mulai aplikasi", kantor.nama if kantor else "") as deed:
        present = _nobody_yet(deed)
        if present is not None and present.demo:  # left by an older program, without accounts
            deed.sebelum = f"data contoh {present.nama} dihapus"
            clear_demo(deed)
            present = None
        if present is None and kantor is None:
            raise RefusedError("Isi nama kantor dan kabupatennya.")
        if present is None and kantor is not None:
            offices.add_kantor(deed, kantor)
        key = pengguna.add_pengguna(deed, first, sandi)
        deed.sesudah = {"admin": masuk, "kantor": (present or kantor or Kantor("", "")).nama}
        return open_session(deed, Pengguna(key, masuk, nama, Peran.ADMIN), alamat)


def begin_demo(store: Store, alamat: str) -> Masuk:
    """The demo office with one account per role, entered as analis; where it is there already, entered again."""
    awal = state(store)
    in_demo = awal.kantor is not None and awal.kantor.demo
    if awal.ada_akun and not in_demo:
        raise RefusedError(TAKEN)
    if not awal.ada_akun and awal.kantor is None:
        contoh.load_demo(store, OPERATOR)
    with store.deed(OPERATOR, "masuk", f"data contoh, {alamat}") as deed:
        deed.hasil = TERCATAT
        for satu in pengguna.load_pengguna(deed.connection):
            if satu.contoh and satu.peran is Peran.ANALIS:
                return open_session(deed, satu, alamat)
        raise RefusedError(f"Basis data ini sudah dipakai {awal.kantor.nama if awal.kantor else 'kantor lain'}.")


def end_demo(store: Store, actor: Actor) -> None:
    """Remove the demo office and its accounts: the first-start page comes again. A real office is never touched."""
    with rights.deed(store, actor, Aksi.MULAI, "akhiri data contoh") as deed:
        present = offices.load_kantor(deed.connection)
        if present is None or not present.demo:
            raise RefusedError(DEMO_ONLY)
        deed.sebelum = f"data contoh {present.nama} dihapus"
        clear_demo(deed)


def switch_role(store: Store, actor: Actor, peran: Peran) -> None:
    """The demo's bar: the same session goes on as the account of another role. Never outside the demo."""
    with rights.deed(store, actor, Aksi.BANTUAN, "ganti peran (contoh)", peran.value) as deed:
        kantor = offices.load_kantor(deed.connection)
        mine = pengguna.find(deed.connection, deed.actor.pengguna_id or 0)
        if kantor is None or not kantor.demo or mine is None or not mine.contoh or not actor.sesi:
            raise ForbiddenError("Peran hanya dapat diganti begini di kantor contoh.")
        others = [satu for satu in pengguna.load_pengguna(deed.connection) if satu.contoh and satu.peran is peran]
        if not others:
            raise RefusedError(f"Kantor contoh tidak mempunyai akun '{peran.value}'.")
        deed.hasil = TERCATAT
        sessions.hand_over(deed.connection, actor.sesi, others[0].id)


def _nobody_yet(deed: Deed) -> Kantor | None:
    if pengguna.any_account(deed.connection):
        raise ForbiddenError(TAKEN)
    return offices.load_kantor(deed.connection)
