"""Tujuan of a Renstra by form: added, reworded, taken out of use; and which one a sasaran serves in a Renstra."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.indikator import Indikator, Sasaran
from lkjip.domain.renstra import PosisiRenstra, RencanaRenstra, Renstra, Tujuan, places_in, renstra_of, spelled_out
from lkjip.domain.showing import join_words
from lkjip.domain.trace import Source
from lkjip.errors import RefusedError, StaleError
from lkjip.services import rights
from lkjip.services.isian import read_text
from lkjip.services.matching import text_key
from lkjip.services.posisi import noted
from lkjip.store import Deed, Store, perencanaan
from lkjip.store import renstra as records

NONE, SEVERAL = 0, -1  # instead of a tujuan: nobody has named one; the indicators of the sasaran serve different ones


@dataclass(frozen=True, slots=True)
class TujuanSasaran:
    """Which tujuan a sasaran serves in one Renstra (id, NONE or SEVERAL), and what there is to choose from."""

    renstra: Renstra
    pilihan: tuple[Tujuan, ...]
    terpilih: int


@dataclass(frozen=True, slots=True)
class PindahTujuan:
    """The choice made in the form of a sasaran, beside the one it showed."""

    renstra_id: int
    terlihat: int
    dipilih: int


def add(store: Store, actor: Actor, renstra_id: int, teks: str, *, kartu: str = "") -> int:
    """A new tujuan at the end of a Renstra; returns its id. `kartu`: the form it comes from, used once."""
    teks = read_text(teks, "Tujuan")
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "tambah tujuan", teks, kartu=kartu) as deed:
        rencana = records.load_rencana(deed.connection)
        renstra = _renstra(rencana, renstra_id)
        _text_is_free(rencana, renstra, teks)
        key = records.add_tujuan(deed, renstra_id, teks)
        deed.sesudah = {"id": key, "renstra": renstra.nama}
    return key


def change(store: Store, actor: Actor, tujuan_id: int, versi: int, teks: str) -> bool:
    """New wording over the version seen; False where it is the same."""
    teks = read_text(teks, "Tujuan")
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "ubah tujuan", f"tujuan {tujuan_id}") as deed:
        rencana = records.load_rencana(deed.connection)
        before = _tujuan(rencana, tujuan_id)
        if (before.teks, before.versi) == (teks, versi):
            deed.silent = True
            return False
        deed.objek += f": {before.teks}"
        _text_is_free(rencana, _renstra(rencana, before.renstra_id), teks, tujuan_id)
        deed.sebelum, deed.sesudah = before.teks, teks
        records.change_tujuan(deed, tujuan_id, versi, {"teks": teks})
    return True


def remove(store: Store, actor: Actor, tujuan_id: int, versi: int) -> None:
    """Take a tujuan out of use that no sasaran serves any more."""
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "hapus tujuan", f"tujuan {tujuan_id}") as deed:
        rencana = records.load_rencana(deed.connection)
        before = _tujuan(rencana, tujuan_id)
        deed.objek += f": {before.teks}"
        indikator = perencanaan.load_indikator(deed.connection)
        serving = sasaran_of(rencana, indikator, perencanaan.load_sasaran(deed.connection), tujuan_id)
        if serving:
            names = join_words([f"'{satu.teks}'" for satu in serving])
            raise RefusedError(
                f"Tujuan ini masih memuat {len(serving)} sasaran: {names}. "
                "Pilih tujuan lain untuk sasaran itu di bagian 'Sasaran dan program', lalu hapus."
            )
        deed.sebelum = before.teks
        records.change_tujuan(deed, tujuan_id, versi, {"aktif": False})


def sasaran_of(
    rencana: RencanaRenstra, indikator: tuple[Indikator, ...], sasaran: tuple[Sasaran, ...], tujuan_id: int
) -> tuple[Sasaran, ...]:
    """The sasaran that serve a tujuan through at least one indicator in use."""
    used = {satu.id for satu in indikator}
    serving = {
        satu.sasaran_id
        for satu in rencana.posisi
        if satu.tujuan_id == tujuan_id and satu.berlaku and satu.indikator_id in used
    }
    return tuple(satu for satu in sasaran if satu.id in serving)


def of_sasaran(data: DataKinerja, sasaran_id: int, tahun: int) -> TujuanSasaran | None:
    """The tujuan of a sasaran in the Renstra of the year, else in the newest one it stands in.

    None where it stands in none: a sasaran belongs to a Renstra through its indicators.
    """
    rencana = data.rencana
    mine = renstra_of(rencana, tahun)
    newest_first = sorted(rencana.renstra, key=lambda satu: (satu == mine, satu.mulai, satu.id), reverse=True)
    for renstra in newest_first:
        places = _places(rencana, data.indikator, renstra.id, sasaran_id)
        if places and (renstra == mine or any(satu in rencana.posisi for satu in places)):
            ids = {satu.tujuan_id or NONE for satu in places}
            options = tuple(satu for satu in rencana.tujuan if satu.renstra_id == renstra.id)
            return TujuanSasaran(renstra, options, ids.pop() if len(ids) == 1 else SEVERAL)
    return None


def place_sasaran(deed: Deed, sasaran_id: int, pindah: PindahTujuan) -> tuple[str, str] | None:
    """Move all indicators of a sasaran in a Renstra under the tujuan chosen; what it was and is, None where no change.

    Part of the deed that saves the sasaran.
    """
    if pindah.dipilih in {pindah.terlihat, SEVERAL}:
        return None
    rencana, indikator = records.load_rencana(deed.connection), perencanaan.load_indikator(deed.connection)
    renstra = _renstra(rencana, pindah.renstra_id)
    if pindah.dipilih != NONE and _tujuan(rencana, pindah.dipilih).renstra_id != pindah.renstra_id:
        raise RefusedError("Tujuan itu milik Renstra lain. Muat ulang halaman.")
    places = _places(rencana, indikator, pindah.renstra_id, sasaran_id)
    ids = {satu.tujuan_id or NONE for satu in places}
    now = ids.pop() if len(ids) == 1 else SEVERAL
    if now != pindah.terlihat:
        raise StaleError(
            f"Tujuan sasaran ini sudah diubah menjadi {name_of(rencana, now)}. "
            "Isian Anda belum disimpan: bandingkan, lalu simpan lagi."
        )
    whole = {satu.indikator_id: satu for satu in spelled_out(rencana, indikator, pindah.renstra_id)}
    deed.objek += noted(whole, renstra)
    moved = {satu.indikator_id: replace(satu, tujuan_id=pindah.dipilih or None, sumber=Source()) for satu in places}
    records.add_posisi(deed, {**whole, **moved}.values())
    return name_of(rencana, now), name_of(rencana, pindah.dipilih)


def name_of(rencana: RencanaRenstra, tujuan: int) -> str:
    """The wording of a tujuan, or what stands for it."""
    if tujuan == SEVERAL:
        return "berbeda menurut indikatornya"
    return next((satu.teks for satu in rencana.tujuan if satu.id == tujuan), "belum ditentukan")


def _places(
    rencana: RencanaRenstra, indikator: tuple[Indikator, ...], renstra_id: int, sasaran_id: int
) -> tuple[PosisiRenstra, ...]:
    """The positions of the indicators in use under a sasaran; those of a Renstra without positions are spelled out."""
    used = {satu.id for satu in indikator}
    stored = places_in(rencana, renstra_id)
    every = (*stored, *spelled_out(rencana, indikator, renstra_id))
    return tuple(satu for satu in every if satu.sasaran_id == sasaran_id and satu.indikator_id in used)


def _text_is_free(rencana: RencanaRenstra, renstra: Renstra, teks: str, own: int = 0) -> None:
    for satu in rencana.tujuan:
        if satu.renstra_id == renstra.id and satu.id != own and text_key(satu.teks) == text_key(teks):
            raise RefusedError(f"Tujuan '{teks}' sudah ada dalam {renstra.nama}.")


def _renstra(rencana: RencanaRenstra, key: int) -> Renstra:
    for satu in rencana.renstra:
        if satu.id == key:
            return satu
    raise RefusedError("Renstra ini sudah tidak ada. Muat ulang halaman.")


def _tujuan(rencana: RencanaRenstra, key: int) -> Tujuan:
    for satu in rencana.tujuan:
        if satu.id == key:
            return satu
    raise RefusedError("Tujuan ini sudah tidak ada. Muat ulang halaman.")
