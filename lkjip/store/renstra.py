"""Renstra periods, their tujuan, the place of each indicator in them, and the Renstra chosen for a report year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select

from lkjip.domain.renstra import PosisiRenstra, RencanaRenstra, Renstra, TahunLaporan, Tujuan
from lkjip.store import tables_rencana as tables
from lkjip.store.deed import Deed
from lkjip.store.kantor import change, stamp
from lkjip.store.perencanaan import in_force, insert_id, origin
from lkjip.store.values import nilai_columns, read_nilai, read_source, write_moment


def load_rencana(connection: Connection) -> RencanaRenstra:
    """All Renstra in use by their first year, with tujuan, positions in force and report years."""
    table, goals, years = tables.renstra, tables.tujuan, tables.tahun_laporan
    periods = connection.execute(select(table).where(table.c.aktif).order_by(table.c.mulai, table.c.id)).mappings()
    renstra = tuple(
        Renstra(row["id"], row["nama"], row["mulai"], row["akhir"], row["dokumen"], row["versi"]) for row in periods
    )
    listed = connection.execute(select(goals).where(goals.c.aktif).order_by(goals.c.urutan, goals.c.id)).mappings()
    tujuan = tuple(Tujuan(row["id"], row["renstra_id"], row["urutan"], row["teks"], row["versi"]) for row in listed)
    rows = connection.execute(select(years).order_by(years.c.id)).mappings()
    tahun = tuple(
        TahunLaporan(
            row["id"], row["renstra_id"], write_moment(row["dibuka"]) if row["dibuka"] else "", row["dibuka_oleh"],
            row["versi"],
        )
        for row in rows
    )  # fmt: skip
    return RencanaRenstra(renstra, tujuan, _positions(connection), tahun)


def _positions(connection: Connection) -> tuple[PosisiRenstra, ...]:
    table = tables.posisi_renstra
    rows = connection.execute(in_force(table, table.c.renstra_id, table.c.indikator_id)).mappings()
    return tuple(
        PosisiRenstra(
            row["renstra_id"],
            row["indikator_id"],
            row["sasaran_id"],
            row["tujuan_id"],
            row["tahun_awal"],
            read_nilai(row, "awal"),
            read_nilai(row, "akhir"),
            row["berlaku"],
            read_source(row),
        )
        for row in rows
    )


def add_renstra(deed: Deed, nama: str, mulai: int, akhir: int, dokumen: str = "") -> int:
    """A new Renstra; returns its id."""
    values = {"nama": nama, "mulai": mulai, "akhir": akhir, "dokumen": dokumen, "aktif": True, "versi": 1}
    return insert_id(deed, insert(tables.renstra).values(**values, **stamp(deed)))


def change_renstra(deed: Deed, key: int, versi: int, values: Mapping[str, Any]) -> int:
    """New name, years or decree (or `aktif` False) over the version seen."""
    return change(deed, tables.renstra, key, versi, what="Renstra ini", values=dict(values))


def add_tujuan(deed: Deed, renstra_id: int, teks: str) -> int:
    """A new tujuan at the end of its Renstra; returns its id."""
    table = tables.tujuan
    last = deed.connection.scalar(select(func.max(table.c.urutan)).where(table.c.renstra_id == renstra_id)) or 0
    values = {"renstra_id": renstra_id, "urutan": last + 1, "teks": teks, "aktif": True, "versi": 1}
    return insert_id(deed, insert(table).values(**values, **stamp(deed)))


def change_tujuan(deed: Deed, key: int, versi: int, values: Mapping[str, Any]) -> int:
    """New wording (or `aktif` False) over the version seen."""
    return change(deed, tables.tujuan, key, versi, what="Tujuan ini", values=dict(values))


def add_posisi(deed: Deed, positions: Iterable[PosisiRenstra], impor_id: int | None = None) -> None:
    """Append positions of indicators."""
    rows = [
        {
            "renstra_id": satu.renstra_id,
            "indikator_id": satu.indikator_id,
            "sasaran_id": satu.sasaran_id,
            "tujuan_id": satu.tujuan_id,
            "berlaku": satu.berlaku,
            "tahun_awal": satu.tahun_awal,
            **nilai_columns("awal", satu.awal),
            **nilai_columns("akhir", satu.akhir),
            **origin(deed, satu.sumber, impor_id),
        }
        for satu in positions
    ]
    if rows:
        deed.connection.execute(insert(tables.posisi_renstra), rows)


def set_tahun(deed: Deed, tahun: TahunLaporan, *, dibuka: bool = False) -> None:
    """Choose the Renstra of a report year over the version in `tahun.versi` (0: new); `dibuka`: opened by this deed."""
    table = tables.tahun_laporan
    values: dict[str, Any] = {"renstra_id": tahun.renstra_id}
    if dibuka:
        values |= {"dibuka": deed.pada, "dibuka_oleh": deed.actor.nama}
    if tahun.versi == 0:
        deed.connection.execute(insert(table).values(id=tahun.tahun, **values, versi=1, **stamp(deed)))
    else:
        change(deed, table, tahun.tahun, tahun.versi, what=f"Tahun {tahun.tahun}", values=values)
