"""The plan by form: sasaran, indikator with formula, programmes. Targets and realisasi: see `isian_kinerja.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection

from lkjip.domain.access import Aksi
from lkjip.domain.aturan import Rumus
from lkjip.domain.indikator import Agregasi, Indikator, Rincian, Sasaran
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.services import rights
from lkjip.services.actor import Actor
from lkjip.services.isian import read_paragraph, read_text
from lkjip.services.isian_kinerja import set_realisasi, set_target, target_history
from lkjip.services.posisi import move, place_new
from lkjip.services.tujuan import PindahTujuan, place_sasaran
from lkjip.store import Store
from lkjip.store import perencanaan as records
from lkjip.store import seksi as seksi_records

__all__ = [
    "add_indikator",
    "add_sasaran",
    "edit_indikator",
    "edit_sasaran",
    "list_indikator",
    "list_sasaran",
    "remove_indikator",
    "remove_sasaran",
    "set_program",
    "set_realisasi",
    "set_target",
    "target_history",
]


def list_sasaran(store: Store, actor: Actor) -> tuple[Sasaran, ...]:
    """All sasaran in use, with their version."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return records.load_sasaran(connection)


def list_indikator(store: Store, actor: Actor) -> tuple[Indikator, ...]:
    """All indicators in use, with their version."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return records.load_indikator(connection)


def add_sasaran(store: Store, actor: Actor, teks: str, *, kartu: str = "") -> int:
    """A new sasaran at the end; returns its id. `kartu`: the form it comes from, used once."""
    teks = read_text(teks, "Sasaran strategis")
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "tambah sasaran", teks, kartu=kartu) as deed:
        if any(satu.teks.casefold() == teks.casefold() for satu in records.load_sasaran(deed.connection)):
            raise RefusedError(f"Sasaran '{teks}' sudah ada.")
        key = records.add_sasaran(deed, teks)
        deed.sesudah = {"id": key}
    return key


def edit_sasaran(
    store: Store,
    actor: Actor,
    sasaran_id: int,
    versi: int,
    teks: str,
    *,
    program: Sequence[str] | None = None,
    tujuan: PindahTujuan | None = None,
) -> None:
    """New wording of a sasaran; with `program` the programmes that serve it, with `tujuan` its goal, in one deed."""
    teks = read_text(teks, "Sasaran strategis")
    chosen = None if program is None else _programmes(program)
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "ubah sasaran", f"sasaran {sasaran_id}") as deed:
        before = _sasaran(deed.connection, sasaran_id)
        deed.objek += f": {before.teks}"
        deed.sebelum, deed.sesudah = before.teks, teks
        if chosen is not None:
            deed.sebelum = {"teks": before.teks, "program": list(before.program)}
            deed.sesudah = {"teks": teks, "program": list(chosen)}
        records.change_sasaran(deed, sasaran_id, versi, {"teks": teks}, chosen)
        moved = place_sasaran(deed, sasaran_id, tujuan) if tujuan is not None else None
        if moved is not None:
            deed.sebelum = {"sasaran": deed.sebelum, "tujuan": moved[0]}
            deed.sesudah = {"sasaran": deed.sesudah, "tujuan": moved[1]}


def set_program(store: Store, actor: Actor, sasaran_id: int, versi: int, program: Sequence[str]) -> None:
    """The programmes (codes, or names where the budget has no codes) that serve a sasaran."""
    chosen = _programmes(program)
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "hubungkan program", f"sasaran {sasaran_id}") as deed:
        before = _sasaran(deed.connection, sasaran_id)
        deed.objek += f": {before.teks}"
        deed.sebelum, deed.sesudah = list(before.program), list(chosen)
        records.change_sasaran(deed, sasaran_id, versi, {}, chosen)


def remove_sasaran(store: Store, actor: Actor, sasaran_id: int, versi: int) -> None:
    """Take an empty sasaran out of use; its history stays."""
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "hapus sasaran", f"sasaran {sasaran_id}") as deed:
        deed.sebelum = _sasaran(deed.connection, sasaran_id).teks
        deed.objek += f": {deed.sebelum}"
        filled = sum(satu.sasaran_id == sasaran_id for satu in records.load_indikator(deed.connection))
        if filled:
            raise RefusedError(f"Sasaran ini masih memuat {filled} indikator. Pindahkan atau hapus indikatornya.")
        records.change_sasaran(deed, sasaran_id, versi, {"aktif": False}, None)


def add_indikator(
    store: Store,
    actor: Actor,
    sasaran_id: int,
    teks: str,
    satuan: str = "",
    *,
    rumus: str = "naik",
    agregasi: Agregasi = Agregasi.TERAKHIR,
    seksi: int | None = None,
    renstra_id: int | None = None,
    kartu: str = "",
) -> int:
    """A new indicator at the end of its sasaran, part of `renstra_id`; formula and way to the year count as chosen.

    Returns its id.
    """
    teks, satuan = read_text(teks, "Indikator"), " ".join(satuan.split())
    _rumus(rumus)
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "tambah indikator", teks, kartu=kartu) as deed:
        _sasaran(deed.connection, sasaran_id)
        present = records.load_indikator(deed.connection)
        if any(satu.sasaran_id == sasaran_id and satu.teks.casefold() == teks.casefold() for satu in present):
            raise RefusedError(f"Indikator '{teks}' sudah ada dalam sasaran ini.")
        home = _seksi(deed.connection, seksi or 0)
        baru = records.IndikatorBaru(sasaran_id, teks, satuan, rumus, ditetapkan=True, agregasi=agregasi, seksi=home)
        (key,) = records.add_indikator(deed, [baru])
        if renstra_id is not None:
            place_new(deed, renstra_id, key, sasaran_id)
        deed.sesudah = {"id": key, "satuan": satuan, "rumus": rumus, "agregasi": agregasi.value}
    return key


def edit_indikator(
    store: Store,
    actor: Actor,
    indikator_id: int,
    versi: int,
    *,
    teks: str,
    satuan: str,
    rumus: str,
    agregasi: Agregasi,
    sasaran_id: int | None = None,
    seksi: int | None = None,
    rincian: Rincian | None = None,
    renstra_id: int | None = None,
) -> int:
    """New wording, unit, formula, way from quarters to the year, sasaran, section that answers for the data, details.

    `seksi` None leaves the section as it is, 0 means nobody; `rincian` None leaves the details. `renstra_id`: the
    Renstra in which the indicator moves to the sasaran.
    Returns the new version.
    """
    nama_rumus = _rumus(rumus).id
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "ubah indikator", f"indikator {indikator_id}") as deed:
        before = _indikator(deed.connection, indikator_id)
        deed.objek += f": {before.teks}"  # a number alone tells whoever reads the trail nothing
        values: dict[str, object] = {
            "teks": read_text(teks, "Indikator"),
            "satuan": " ".join(satuan.split()),
            "rumus": nama_rumus,
            "agregasi": Agregasi(agregasi).value,
            "rumus_ditetapkan": True,
        }
        if sasaran_id is not None and sasaran_id != before.sasaran_id:
            values["sasaran_id"] = _sasaran(deed.connection, sasaran_id).id
        if seksi is not None:
            values["seksi_id"] = _seksi(deed.connection, seksi)
        if rincian is not None:
            values |= {name: read_paragraph(text, name) for name, text in asdict(rincian).items()}
        was = {**{name: getattr(before, name, None) for name in values}, "seksi_id": before.seksi}
        was |= {name: text for name, text in asdict(before.rincian).items() if name in values}
        changed = {name: value for name, value in values.items() if was[name] != value}
        deed.sebelum, deed.sesudah = {name: was[name] for name in changed}, changed
        if renstra_id is not None and sasaran_id is not None:
            move(deed, renstra_id, indikator_id, _sasaran(deed.connection, sasaran_id).id)
        return records.change_indikator(deed, indikator_id, versi, values)


def remove_indikator(store: Store, actor: Actor, indikator_id: int, versi: int) -> None:
    """Take an indicator out of use; its targets and realisasi stay stored."""
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "hapus indikator", f"indikator {indikator_id}") as deed:
        deed.sebelum = _indikator(deed.connection, indikator_id).teks
        deed.objek += f": {deed.sebelum}"
        records.change_indikator(deed, indikator_id, versi, {"aktif": False})


def _programmes(program: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(satu.split()) for satu in program if satu.strip()))


def _rumus(rumus: str) -> Rumus:
    known = load_aturan().rumus
    if rumus not in known:
        raise RefusedError(f"Rumus '{rumus}' tidak dikenal. Pilih salah satu: {', '.join(known)}.")
    return known[rumus]


def _sasaran(connection: Connection, key: int) -> Sasaran:
    for satu in records.load_sasaran(connection):
        if satu.id == key:
            return satu
    raise RefusedError("Sasaran ini sudah tidak ada. Muat ulang halaman.")


def _indikator(connection: Connection, key: int) -> Indikator:
    for satu in records.load_indikator(connection):
        if satu.id == key:
            return satu
    raise RefusedError("Indikator ini sudah tidak ada. Muat ulang halaman.")


def _seksi(connection: Connection, key: int) -> int | None:
    if not key:
        return None
    found = seksi_records.find_seksi(connection, key)
    if found is None or not found.aktif:
        raise RefusedError("Seksi ini tidak ada atau tidak dipakai lagi. Pilih seksi lain.")
    return found.id
