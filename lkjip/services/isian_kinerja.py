"""Targets and realisasi typed into a form: appended beside what was there, never over it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import Connection

from lkjip.domain.access import Aksi
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Target
from lkjip.domain.numbers import Nilai
from lkjip.domain.renstra import renstra_id, targets_in_force
from lkjip.errors import RefusedError, StaleError
from lkjip.services import rights
from lkjip.services.actor import Actor
from lkjip.services.isian import check_year, read_isian, write_nilai
from lkjip.store import Store, perencanaan, realisasi, renstra

Fakta = TypeVar("Fakta", Target, Realisasi)
_NAMA = {JenisTarget.PK: "PK", JenisTarget.RENSTRA: "Renstra"}


def set_target(
    store: Store,
    actor: Actor,
    indikator_id: int,
    tahun: int,
    teks: str,
    *,
    jenis: JenisTarget,
    terlihat: str | None = None,
) -> Nilai:
    """A new target; `terlihat` is the value the form showed, so that nobody's newer value is passed over unseen."""
    nilai = read_isian(teks, f"Target {_NAMA[jenis]} {tahun}")
    place = f"indikator {indikator_id}, {tahun}"
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, f"isi target {_NAMA[jenis]}", place) as deed:
        deed.objek += f": {_indikator(deed.connection, indikator_id, tahun).teks}"
        rencana = renstra.load_rencana(deed.connection)
        stored = targets_in_force(rencana, perencanaan.load_target(deed.connection))
        facts = [satu for satu in stored if satu.jenis is jenis]
        before = _in_force(facts, indikator_id, tahun)
        _seen(before, terlihat)
        deed.sebelum, deed.sesudah = write_nilai(before.nilai if before else None), write_nilai(nilai)
        perencanaan.add_target(
            deed, [Target(indikator_id, tahun, jenis, nilai, renstra=renstra_id(rencana, jenis, tahun))]
        )
    return nilai


def set_realisasi(
    store: Store,
    actor: Actor,
    indikator_id: int,
    tahun: int,
    teks: str,
    *,
    triwulan: int | None = None,
    terlihat: str | None = None,
) -> Nilai:
    """A new realisasi of the year or of one quarter."""
    nilai = read_isian(teks, f"Realisasi {tahun}")
    if triwulan not in (None, 1, 2, 3, 4):
        raise RefusedError(f"Triwulan {triwulan} tidak ada. Pilih I sampai IV, atau setahun.")
    place = f"indikator {indikator_id}, {tahun}" + (f" triwulan {triwulan}" if triwulan else "")
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "isi realisasi", place) as deed:
        deed.objek += f": {_indikator(deed.connection, indikator_id, tahun).teks}"
        facts = [satu for satu in realisasi.load_realisasi(deed.connection) if satu.triwulan == triwulan]
        before = _in_force(facts, indikator_id, tahun)
        _seen(before, terlihat)
        deed.sebelum, deed.sesudah = write_nilai(before.nilai if before else None), write_nilai(nilai)
        realisasi.add_realisasi(deed, [Realisasi(indikator_id, tahun, nilai, triwulan)])
    return nilai


def target_history(store: Store, actor: Actor, indikator_id: int) -> tuple[Target, ...]:
    """Every target ever stored for one indicator, newest first."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return perencanaan.target_history(connection, indikator_id)


def _indikator(connection: Connection, key: int, tahun: int) -> Indikator:
    check_year(tahun)
    satu = perencanaan.find_indikator(connection, key)
    if satu is None:
        raise RefusedError("Indikator ini sudah tidak ada. Muat ulang halaman.")
    return satu


def _in_force(facts: Iterable[Fakta], indikator_id: int, tahun: int) -> Fakta | None:
    return next((satu for satu in facts if satu.indikator_id == indikator_id and satu.tahun == tahun), None)


def _seen(before: Target | Realisasi | None, terlihat: str | None) -> None:
    now = before.nilai.teks if before else ""
    if terlihat is None or terlihat == now or before is None:
        return
    raise StaleError(
        f"Nilai ini sudah diubah menjadi '{now}' oleh {before.sumber.oleh} pada {before.sumber.pada}. "
        "Isian Anda belum disimpan: bandingkan, lalu simpan lagi."
    )
