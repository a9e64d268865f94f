"""The run of a report year: disposisi (appended, the newest in force) and what is carried over from the year before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from lkjip.domain.tahun import Disposisi, TindakLanjut
from lkjip.store import tables_rencana as tables
from lkjip.store.deed import Deed
from lkjip.store.kantor import change, stamp
from lkjip.store.perencanaan import insert_id
from lkjip.store.values import write_moment

_ISI = ("tahun", "nomor", "tanggal", "isi", "tenggat", "dari", "kepada")
_LANJUT = ("tahun", "asal_tahun", "uraian", "indikator_id", "selesai", "keterangan")


def disposisi_history(connection: Connection, tahun: int) -> tuple[Disposisi, ...]:
    """Every disposisi of a year, newest first; the first is in force."""
    table = tables.disposisi
    rows = connection.execute(select(table).where(table.c.tahun == tahun).order_by(table.c.id.desc())).mappings()
    return tuple(
        Disposisi(row["id"], **{name: row[name] for name in _ISI}, oleh=row["oleh"], pada=write_moment(row["pada"]))
        for row in rows
    )


def add_disposisi(deed: Deed, satu: Disposisi) -> int:
    """A new disposisi; returns its id."""
    values = {name: getattr(satu, name) for name in _ISI}
    return insert_id(deed, insert(tables.disposisi).values(**values, oleh=deed.actor.nama, pada=deed.pada))


def load_tindak_lanjut(connection: Connection, tahun: int) -> tuple[TindakLanjut, ...]:
    """What this year has to answer for, oldest first."""
    table = tables.tindak_lanjut
    rows = connection.execute(select(table).where(table.c.tahun == tahun).order_by(table.c.id)).mappings()
    return tuple(TindakLanjut(row["id"], **{name: row[name] for name in _LANJUT}, versi=row["versi"]) for row in rows)


def add_tindak_lanjut(deed: Deed, promises: Iterable[TindakLanjut]) -> None:
    """Carry promises into a year."""
    rows = [{name: getattr(satu, name) for name in _LANJUT} | {"versi": 1, **stamp(deed)} for satu in promises]
    if rows:
        deed.connection.execute(insert(tables.tindak_lanjut), rows)


def change_tindak_lanjut(deed: Deed, key: int, versi: int, values: Mapping[str, Any]) -> int:
    """Settled or not, with a remark, over the version seen."""
    return change(deed, tables.tindak_lanjut, key, versi, what="Tindak lanjut ini", values=dict(values))
