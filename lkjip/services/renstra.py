"""Renstra periods by form: added, changed, taken out of use; and which one a report year is measured against."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.renstra import RencanaRenstra, Renstra, TahunLaporan, places_in, renstra_of
from lkjip.domain.tanggal import FIRST_YEAR, LAST_YEAR, YEARS
from lkjip.errors import RefusedError
from lkjip.services import rights
from lkjip.services.isian import check_year, read_text
from lkjip.store import Store, perencanaan
from lkjip.store import renstra as records

LONGEST = 10  # years; a Renstra has five, one of a transition at most six


def load(store: Store, actor: Actor) -> RencanaRenstra:
    """All Renstra in use with their goals and positions, and the report years with their choice."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return records.load_rencana(connection)


def add(store: Store, actor: Actor, renstra: Renstra, *, kartu: str = "") -> int:
    """A new Renstra; returns its id. `kartu`: the form it comes from, used once."""
    checked = checked_renstra(renstra)
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "tambah Renstra", checked.nama, kartu=kartu) as deed:
        _name_is_free(deed.connection, checked)
        key = records.add_renstra(deed, checked.nama, checked.mulai, checked.akhir, checked.dokumen)
        deed.sesudah = {"id": key, "mulai": checked.mulai, "akhir": checked.akhir, "dokumen": checked.dokumen}
    return key


def change(store: Store, actor: Actor, renstra: Renstra) -> int:
    """New name, years or decree over the version in `renstra.versi`; targets outside the new years refuse it."""
    checked = checked_renstra(renstra)
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "ubah Renstra", checked.nama) as deed:
        before = _find(deed.connection, checked.id)
        _name_is_free(deed.connection, checked)
        _years_hold(deed.connection, checked)
        values = {"nama": checked.nama, "mulai": checked.mulai, "akhir": checked.akhir, "dokumen": checked.dokumen}
        deed.sebelum, deed.sesudah = {name: getattr(before, name) for name in values}, values
        return records.change_renstra(deed, checked.id, checked.versi, values)


def remove(store: Store, actor: Actor, renstra_id: int, versi: int) -> None:
    """Take a Renstra out of use that no target, no indicator and no report year belongs to."""
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "hapus Renstra", f"Renstra {renstra_id}") as deed:
        before = _find(deed.connection, renstra_id)
        rencana = records.load_rencana(deed.connection)
        places = len(places_in(rencana, renstra_id))
        targets = sum(satu.renstra == renstra_id for satu in perencanaan.load_target(deed.connection))
        chosen = [str(satu.tahun) for satu in rencana.tahun if satu.renstra_id == renstra_id]
        if places or targets:
            raise RefusedError(
                f"{before.nama} memuat {places} indikator dan {targets} target. "
                "Renstra yang sudah berisi tidak dihapus."
            )
        if chosen:
            raise RefusedError(f"{before.nama} dipakai mengukur tahun {', '.join(chosen)}. Pilih Renstra lain dahulu.")
        deed.sebelum = before.nama
        records.change_renstra(deed, renstra_id, versi, {"aktif": False})


def choose(store: Store, actor: Actor, tahun: int, renstra_id: int | None, versi: int) -> None:
    """Which Renstra a report year is measured against (None: the newest that contains it), over the version seen."""
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "pilih Renstra tahun laporan", str(tahun)) as deed:
        rencana = records.load_rencana(deed.connection)
        check_year(tahun)
        before = year_of(rencana, tahun)
        if renstra_id is not None and not (satu := _find(deed.connection, renstra_id)).memuat(tahun):
            raise RefusedError(f"{satu.nama} berlaku {satu.mulai}-{satu.akhir}; tahun {tahun} di luarnya.")
        now = replace(before, renstra_id=renstra_id, versi=versi)
        if before.renstra_id == renstra_id and before.versi == versi:
            deed.silent = True
            return
        if before.versi != versi and versi == 0:
            now = replace(now, versi=-1)  # somebody chose meanwhile: refused as stale
        names = {satu.id: satu.nama for satu in rencana.renstra}
        deed.sebelum = names.get(before.renstra_id or 0, "menurut tahunnya")
        deed.sesudah = names.get(renstra_id or 0, "menurut tahunnya")
        records.set_tahun(deed, now)


def year_of(rencana: RencanaRenstra, tahun: int) -> TahunLaporan:
    """The report year as stored; version 0 where nobody has written anything of it yet."""
    return next((satu for satu in rencana.tahun if satu.tahun == tahun), TahunLaporan(tahun))


def measured_by(rencana: RencanaRenstra, tahun: int) -> str:
    """In one sentence: which Renstra the year is measured against, and why."""
    found = renstra_of(rencana, tahun)
    if found is None:
        inside = "" if rencana.renstra else " Belum ada Renstra."
        return f"Tahun {tahun} tidak berada dalam Renstra mana pun.{inside}"
    several = sum(satu.memuat(tahun) for satu in rencana.renstra) > 1
    chosen = year_of(rencana, tahun).renstra_id is not None
    why = "dipilih" if chosen else "yang terbaru dari yang memuatnya" if several else "satu-satunya yang memuatnya"
    return f"Tahun {tahun} diukur menurut {found.nama} ({why})."


def checked_renstra(renstra: Renstra) -> Renstra:
    """The Renstra with tidy texts; refused where its years cannot be."""
    if renstra.mulai not in YEARS or renstra.akhir not in YEARS:
        raise RefusedError(f"Isi tahun pertama dan terakhir Renstra antara {FIRST_YEAR} dan {LAST_YEAR}.")
    if not renstra.mulai <= renstra.akhir < renstra.mulai + LONGEST:
        raise RefusedError(
            f"Tahun terakhir {renstra.akhir} harus sesudah tahun pertama {renstra.mulai}, paling lama {LONGEST} tahun."
        )
    return replace(renstra, nama=read_text(renstra.nama, "Nama Renstra"), dokumen=" ".join(renstra.dokumen.split()))


def _name_is_free(connection: Connection, renstra: Renstra) -> None:
    for satu in records.load_rencana(connection).renstra:
        if satu.id != renstra.id and satu.nama.casefold() == renstra.nama.casefold():
            raise RefusedError(f"Renstra dengan nama '{renstra.nama}' sudah ada.")


def _years_hold(connection: Connection, renstra: Renstra) -> None:
    """No target of this Renstra and no year measured against it may fall outside its years."""
    years = {satu.tahun for satu in perencanaan.load_target(connection) if satu.renstra == renstra.id}
    years |= {satu.tahun for satu in records.load_rencana(connection).tahun if satu.renstra_id == renstra.id}
    outside = sorted(year for year in years if not renstra.memuat(year))
    if outside:
        raise RefusedError(
            f"Renstra ini sudah memuat target tahun {', '.join(map(str, outside))}; tahunnya tidak dapat dipersempit."
        )


def _find(connection: Connection, key: int) -> Renstra:
    for satu in records.load_rencana(connection).renstra:
        if satu.id == key:
            return satu
    raise RefusedError("Renstra ini sudah tidak ada. Muat ulang halaman.")
