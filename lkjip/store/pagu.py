"""The programme tree with its pagu: each load of a year and stage replaces the one before, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.numbers import kosong
from lkjip.domain.pagu import BarisPagu
from lkjip.store import tables, tables_rencana
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import origin
from lkjip.store.values import nilai_columns, read_source, required_nilai

KOSONG = 0  # place of the row that stands for a tree without lines; lines are numbered from 1


def load_pagu(connection: Connection, tahun: int | None = None) -> tuple[BarisPagu, ...]:
    """The lines in force, by year, stage and place."""
    table = tables_rencana.pagu
    newest = (
        select(table.c.tahun, table.c.tahap, func.max(table.c.muatan).label("muatan"))
        .group_by(table.c.tahun, table.c.tahap)
        .subquery()
    )
    same = and_(newest.c.tahun == table.c.tahun, newest.c.tahap == table.c.tahap, newest.c.muatan == table.c.muatan)
    query = (
        select(table, tables.impor.c.nama_berkas, tables.impor.c.sha256)
        .join(newest, same)
        .join(tables.impor, tables.impor.c.id == table.c.impor_id, isouter=True)
        .where(table.c.urutan > KOSONG)
        .order_by(table.c.tahun, table.c.tahap, table.c.urutan)
    )
    if tahun is not None:
        query = query.where(table.c.tahun == tahun)
    return tuple(
        BarisPagu(
            row["tahun"],
            Tahap(row["tahap"]),
            row["urutan"],
            row["kode"],
            row["uraian"],
            TingkatAnggaran(row["tingkat"]),
            required_nilai(row, "pagu"),
            row["induk"],
            row["dokumen_id"],
            read_source(row),
        )
        for row in connection.execute(query).mappings()
    )


def load_origins(connection: Connection, tahun: int, tahap: Tahap) -> dict[int, dict[str, Any]]:
    """Where each line in force of a year and stage comes from, by its place: for a line stated again unchanged."""
    table = tables_rencana.pagu
    mine = (table.c.tahun == tahun) & (table.c.tahap == tahap.value)
    newest = select(func.max(table.c.muatan)).where(mine).scalar_subquery()
    columns = (table.c.urutan, table.c.impor_id, table.c.lembar, table.c.sel, table.c.oleh, table.c.pada)
    rows = connection.execute(select(*columns).where(mine & (table.c.muatan == newest) & (table.c.urutan > KOSONG)))
    return {row["urutan"]: {name: row[name] for name in row if name != "urutan"} for row in rows.mappings()}


def add_pagu(
    deed: Deed,
    lines: Sequence[BarisPagu],
    impor_id: int | None = None,
    asal: Mapping[int, Mapping[str, Any]] | None = None,
) -> None:
    """Append a whole tree of one year and stage; it is in force from now on.

    `asal`: the origin of lines (by their place) that are only stated again; the others come from this deed.
    """
    table = tables_rencana.pagu
    loads: dict[tuple[int, Tahap], int] = {}
    rows = []
    for satu in lines:
        key = (satu.tahun, satu.tahap)
        if key not in loads:
            mine = (table.c.tahun == satu.tahun) & (table.c.tahap == satu.tahap.value)
            loads[key] = (deed.connection.scalar(select(func.max(table.c.muatan)).where(mine)) or 0) + 1
        rows.append({
            "tahun": satu.tahun,
            "tahap": satu.tahap.value,
            "muatan": loads[key],
            "urutan": satu.urutan,
            "induk": satu.induk,
            "kode": satu.kode,
            "uraian": satu.uraian,
            "tingkat": satu.tingkat.value,
            **nilai_columns("pagu", satu.pagu),
            "dokumen_id": satu.dokumen_id,
            **origin(deed, satu.sumber, impor_id),
            **(asal or {}).get(satu.urutan, {}),
        })  # fmt: skip
    if rows:
        deed.connection.execute(insert(table), rows)


def empty_pagu(deed: Deed, tahun: int, tahap: Tahap, dokumen_id: int | None = None) -> None:
    """A tree of no lines is in force from now on; one row says who emptied it, when, and by which document."""
    level, none = TingkatAnggaran.PROGRAM, kosong("pohon dikosongkan")
    add_pagu(deed, [BarisPagu(tahun, tahap, KOSONG, "", "", level, none, dokumen_id=dokumen_id)])
