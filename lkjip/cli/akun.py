"""Accounts from the server's own keyboard: how a server without a desktop begins, and the way back in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from lkjip.cli.common import DONE, JSON, open_store, operator, print_json, print_table
from lkjip.cli.help import group
from lkjip.cli.usage import WrongValue
from lkjip.domain.access import NAMA_PERAN, PERAN_AKUN, Peran
from lkjip.errors import RefusedError

if TYPE_CHECKING:
    from lkjip.services.opening import Store
    from lkjip.services.users import Akun

PERAN = click.Choice([peran.value for peran in PERAN_AKUN])
SIAPA = click.argument("siapa", metavar="PENGGUNA")
SEKSI = click.option("--seksi", "nama_seksi", metavar="NAMA", help="Seksi yang diwakili; hanya untuk peran seksi.")


@group("pengguna")
def pengguna() -> None:
    """Akun: daftar, buat, ubah, kata sandi, kunci, buka, akhiri sesi."""


@pengguna.command("daftar")
@JSON
def list_accounts(as_json: bool) -> int:
    """Semua akun dengan peran, seksi, dan keadaannya."""
    from lkjip.services import users

    found = users.accounts(open_store(), operator())
    if as_json:
        print_json([_account_json(akun) for akun in found])
    elif found:
        heads = ("PENGGUNA", "NAMA", "PERAN", "SEKSI", "KEADAAN", "SESI")
        print_table(heads, [_account_row(akun) for akun in found])
    else:
        click.echo('Belum ada akun. Membuat admin: python -m lkjip pengguna buat PENGGUNA --nama "..." --peran admin')
    return DONE


@pengguna.command("buat")
@SIAPA
@click.option("--nama", required=True, metavar="NAMA", help="Nama lengkap.")
@click.option("--peran", required=True, type=PERAN, metavar="PERAN", help=f"{', '.join(PERAN.choices)}.")
@SEKSI
def create(siapa: str, nama: str, peran: str, nama_seksi: str | None) -> int:
    """Buat akun; kata sandi pertamanya ditampilkan sekali."""
    from lkjip.services import accounts, kantor, users

    role = Peran(peran)
    if role is Peran.SEKSI and nama_seksi is None:
        raise WrongValue("--seksi belum diisi: peran seksi mewakili satu seksi.")
    store = open_store()
    if role is not Peran.ADMIN and not accounts.any_account(store):
        raise RefusedError(
            'Belum ada admin. Buat dahulu: python -m lkjip pengguna buat PENGGUNA --nama "..." --peran admin'
        )
    first = users.create(store, operator(), siapa, nama, role, seksi=_section(store, role, nama_seksi))
    click.echo(f"Akun '{siapa.strip().casefold()}' dibuat: {' '.join(nama.split())}, {NAMA_PERAN[role]}.")
    _show_password(first)
    office = kantor.current(store)
    if office is None:
        click.echo("Belum ada kantor: admin mengisi nama kantor dan kabupatennya setelah masuk.")
    elif office.demo:
        click.echo("Ini basis data contoh (CONTOH): akun ini ikut terhapus bila data contoh diakhiri.")
    return DONE


@pengguna.command("ubah")
@SIAPA
@click.option("--nama", metavar="NAMA", help="Nama lengkap yang baru.")
@click.option("--peran", type=PERAN, metavar="PERAN", help=f"Peran yang baru: {', '.join(PERAN.choices)}.")
@SEKSI
def change(siapa: str, nama: str | None, peran: str | None, nama_seksi: str | None) -> int:
    """Ubah nama, peran, atau seksi sebuah akun."""
    from lkjip.services import users

    if nama is None and peran is None and nama_seksi is None:
        raise WrongValue("Tulis yang diubah: --nama, --peran, atau --seksi.")
    store = open_store()
    now = _account(store, siapa).pengguna
    role = now.peran if peran is None else Peran(peran)
    section = now.seksi if nama_seksi is None and role is Peran.SEKSI else _section(store, role, nama_seksi)
    name = now.nama if nama is None else nama
    users.change(store, operator(), now.id, now.versi, nama=name, peran=role, seksi=section)
    click.echo(f"Akun '{now.pengguna}' diubah: {' '.join(name.split())}, {NAMA_PERAN[role]}. Berlaku seketika.")
    return DONE


@pengguna.command("sandi")
@SIAPA
def reset(siapa: str) -> int:
    """Atur ulang kata sandi; yang baru ditampilkan sekali, sesinya berakhir."""
    from lkjip.services import users

    store = open_store()
    now = _account(store, siapa).pengguna
    first = users.reset_password(store, operator(), now.id, now.versi)
    click.echo(f"Kata sandi akun '{now.pengguna}' ({now.nama}) diatur ulang; sesinya diakhiri.")
    _show_password(first)
    return DONE


@pengguna.command("kunci")
@SIAPA
def lock(siapa: str) -> int:
    """Kunci akun: sesinya berakhir, tidak dapat masuk lagi."""
    from lkjip.services import users

    store = open_store()
    now = _account(store, siapa).pengguna
    users.lock(store, operator(), now.id, now.versi)
    click.echo(f"Akun '{now.pengguna}' dikunci; sesinya diakhiri. Membuka: python -m lkjip pengguna buka {siapa}")
    return DONE


@pengguna.command("buka")
@SIAPA
def unlock(siapa: str) -> int:
    """Buka akun yang dikunci, juga yang terkunci karena salah kata sandi."""
    from lkjip.services import users

    store = open_store()
    now = _account(store, siapa).pengguna
    users.unlock(store, operator(), now.id, now.versi)
    click.echo(f"Akun '{now.pengguna}' dibuka.")
    return DONE


@pengguna.command("akhiri-sesi")
@SIAPA
def end_sessions(siapa: str) -> int:
    """Keluarkan seseorang dari semua peramban."""
    from lkjip.services import users

    store = open_store()
    now = _account(store, siapa).pengguna
    ended = users.end_sessions(store, operator(), now.id)
    click.echo(f"{ended} sesi akun '{now.pengguna}' diakhiri.")
    return DONE


def _account(store: Store, nama: str) -> Akun:
    from lkjip.services import users

    wanted = nama.strip().casefold()
    for akun in users.accounts(store, operator()):
        if akun.pengguna.pengguna == wanted:
            return akun
    raise RefusedError(f"Pengguna '{nama}' tidak ada. Daftarnya: python -m lkjip pengguna daftar")


def _section(store: Store, peran: Peran, nama: str | None) -> int | None:
    from lkjip.services.seksi import list_seksi

    if nama is None:
        return None
    if peran is not Peran.SEKSI:
        raise WrongValue(f"--seksi hanya untuk peran seksi, bukan {peran}.")
    wanted = " ".join(nama.split()).casefold()
    for satu in list_seksi(store):
        if satu.nama.casefold() == wanted:
            return satu.id
    raise RefusedError(f"Seksi '{nama}' tidak ada. Daftarnya: python -m lkjip seksi daftar")


def _show_password(first: str) -> None:
    click.echo(f"Kata sandi pertama: {first}")
    click.echo("Hanya ditampilkan sekali ini. Sampaikan langsung kepada orangnya; ia menggantinya saat pertama masuk.")


def _account_row(akun: Akun) -> tuple[str, ...]:
    satu = akun.pengguna
    section = akun.seksi.nama if akun.seksi else "-"
    return satu.pengguna, satu.nama, satu.peran.value, section, ", ".join(_states(akun)), str(len(akun.sesi))


def _states(akun: Akun) -> list[str]:
    from lkjip.domain.tanggal import WITA

    satu = akun.pengguna
    found = ["aktif" if satu.aktif else "dikunci admin"]
    if akun.terkunci_sampai is not None:
        found.append(f"salah kata sandi: terkunci sampai {akun.terkunci_sampai.astimezone(WITA):%H.%M} WITA")
    found += ["kata sandi pertama belum diganti"] if satu.harus_ganti else []
    return found + (["CONTOH"] if satu.contoh else [])


def _account_json(akun: Akun) -> dict[str, Any]:
    satu = akun.pengguna
    return {
        "pengguna": satu.pengguna,
        "nama": satu.nama,
        "peran": satu.peran.value,
        "seksi": akun.seksi.nama if akun.seksi else None,
        "aktif": satu.aktif,
        "terkunci_sampai": akun.terkunci_sampai.isoformat() if akun.terkunci_sampai else None,
        "harus_ganti": satu.harus_ganti,
        "contoh": satu.contoh,
        "sesi": len(akun.sesi),
    }
