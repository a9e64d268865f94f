"""The office: begin, change, settings; the demo office (CONTOH) to look around with."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from decimal import Decimal
from typing import Any

from lkjip.domain.access import Aksi
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.tanggal import YEARS
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.services import rights
from lkjip.services.actor import Actor
from lkjip.services.contoh import load_demo
from lkjip.services.contoh_akun import clear_demo
from lkjip.store import Store
from lkjip.store import kantor as records

__all__ = [
    "change_office",
    "checked_office",
    "current",
    "load_demo",
    "pengaturan",
    "set_pengaturan",
    "start_office",
]


def current(store: Store) -> Kantor | None:
    """The office of this database, or None while nobody has begun."""
    with store.read() as connection:
        return records.load_kantor(connection)


def pengaturan(store: Store) -> tuple[Pengaturan, int]:
    """The settings in force and their version (hand it back to `set_pengaturan`)."""
    with store.read() as connection:
        return records.load_pengaturan(connection)


def start_office(store: Store, actor: Actor, kantor: Kantor) -> Kantor:
    """Begin with a real office. A demo office with its invented data makes room; a real one never does."""
    kantor = checked_office(kantor)
    with rights.deed(store, actor, Aksi.MULAI, "mulai kantor", kantor.nama) as deed:
        present = records.load_kantor(deed.connection)
        if present is not None and not present.demo:
            raise RefusedError(f"Basis data ini sudah dipakai {present.nama}. Ubah datanya di halaman Pengaturan.")
        if present is not None:
            deed.sebelum = f"data contoh {present.nama} dihapus"
            clear_demo(deed)
        records.add_kantor(deed, kantor)
        deed.sesudah = asdict(kantor)
    return kantor


def change_office(store: Store, actor: Actor, kantor: Kantor) -> None:
    """Change the data of the office; `kantor.versi` is the version the user has seen."""
    kantor = checked_office(kantor)
    with rights.deed(store, actor, Aksi.ATUR_KANTOR, "ubah data kantor", kantor.nama) as deed:
        present = records.load_kantor(deed.connection)
        if present is None:
            raise RefusedError("Belum ada kantor. Mulai dari halaman Beranda.")
        before, after = asdict(present), asdict(replace(kantor, demo=present.demo))
        deed.sebelum, deed.sesudah = _differences(before, after)
        records.change_kantor(deed, replace(kantor, demo=present.demo))


def set_pengaturan(store: Store, actor: Actor, baru: Pengaturan, versi: int) -> None:
    """Change scale, cap and treatments; `versi` is the version the user has seen."""
    _check_pengaturan(baru)
    with rights.deed(store, actor, Aksi.ATUR_ATURAN, "ubah pengaturan", "aturan penilaian") as deed:
        present, _versi = records.load_pengaturan(deed.connection)
        deed.sebelum, deed.sesudah = _differences(asdict(present), asdict(baru))
        records.change_pengaturan(deed, baru, versi)


def _differences(before: dict[str, object], after: dict[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    changed = [name for name in before if name != "versi" and before[name] != after[name]]
    return {name: before[name] for name in changed}, {name: after[name] for name in changed}


def checked_office(kantor: Kantor) -> Kantor:
    """Trimmed texts; name and kabupaten are needed, the year must be one."""
    values = {field.name: getattr(kantor, field.name) for field in fields(kantor)}
    trimmed: dict[str, Any] = {
        name: " ".join(text.split()) if isinstance(text, str) else text for name, text in values.items()
    }
    kantor = Kantor(**trimmed)
    for name, label in (("nama", "Nama kantor"), ("kabupaten", "Kabupaten/kota")):
        if not getattr(kantor, name):
            raise RefusedError(f"{label} belum diisi. Isi dahulu, lalu simpan lagi.")
    if kantor.tahun_aktif not in YEARS:
        raise RefusedError(f"Tahun {kantor.tahun_aktif} tidak dapat dipakai. Isi tahun laporan, misalnya 2025.")
    return kantor


def _check_pengaturan(baru: Pengaturan) -> None:
    skala = load_aturan().skala
    if baru.skala not in skala:
        raise RefusedError(f"Skala '{baru.skala}' tidak dikenal. Pilih salah satu: {', '.join(skala)}.")
    if baru.batas_untuk not in ("rerata", "semua"):
        raise RefusedError(f"Pilihan '{baru.batas_untuk}' tidak dikenal. Pilih 'rerata' atau 'semua'.")
    if baru.batas is not None and baru.batas < 100:
        raise RefusedError(f"Batas capaian {baru.batas} di bawah 100. Pilih 100, 110, 120, atau tanpa batas.")
    if baru.rasio_nol not in (None, Decimal(100)):
        raise RefusedError("Capaian untuk realisasi 0 hanya dapat 'tidak dapat dihitung' atau 100.")
