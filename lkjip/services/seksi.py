"""The sections of the office: added, renamed, put aside."""

from __future__ import annotations

from dataclasses import replace

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.kantor import Seksi
from lkjip.errors import RefusedError
from lkjip.services import rights
from lkjip.services.isian import read_text
from lkjip.store import Deed, Store, pengguna
from lkjip.store import seksi as records


def list_seksi(store: Store) -> tuple[Seksi, ...]:
    """All sections, those in use first."""
    with store.read() as connection:
        return records.load_seksi(connection)


def add_seksi(store: Store, actor: Actor, nama: str, *, kartu: str = "") -> int:
    """A new section; returns its id."""
    nama = read_text(nama, "Nama seksi")
    with rights.deed(store, actor, Aksi.ATUR_KANTOR, "tambah seksi", nama, kartu=kartu) as deed:
        _name_is_free(deed, nama)
        key = records.add_seksi(deed, nama)
        deed.sesudah = {"id": key}
    return key


def change_seksi(store: Store, actor: Actor, seksi: Seksi) -> None:
    """A new name, head or contact, or put aside / taken back (`aktif`), over the version in `seksi.versi`."""
    nama = read_text(seksi.nama, "Nama seksi")
    with rights.deed(store, actor, Aksi.ATUR_KANTOR, "ubah seksi", nama) as deed:
        before = records.find_seksi(deed.connection, seksi.id)
        if before is None:
            raise RefusedError("Seksi ini tidak ada. Muat ulang halaman.")
        if nama.casefold() != before.nama.casefold():
            _name_is_free(deed, nama)
        bound = [satu.nama for satu in pengguna.load_pengguna(deed.connection) if satu.seksi == seksi.id and satu.aktif]
        if before.aktif and not seksi.aktif and bound:
            raise RefusedError(
                f"Seksi '{before.nama}' masih mempunyai akun: {', '.join(bound)}. Pindahkan atau kunci akun itu dahulu."
            )
        after = replace(seksi, nama=nama, kepala=" ".join(seksi.kepala.split()), kontak=" ".join(seksi.kontak.split()))
        fields = [
            name for name in ("nama", "aktif", "kepala", "kontak") if getattr(before, name) != getattr(after, name)
        ]
        deed.sebelum = {name: getattr(before, name) for name in fields}
        deed.sesudah = {name: getattr(after, name) for name in fields}
        records.change_seksi(deed, after)


def _name_is_free(deed: Deed, nama: str) -> None:
    if any(satu.nama.casefold() == nama.casefold() for satu in records.load_seksi(deed.connection)):
        raise RefusedError(f"Seksi '{nama}' sudah ada.")
