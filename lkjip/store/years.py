"""Which years have anything stored."""

from __future__ import annotations

from sqlalchemy import Connection, select, union

from lkjip.store import tables


def known_years(connection: Connection) -> tuple[int, ...]:
    """Years with a target or realisasi of an indicator in use, or with budget lines; ascending."""
    used = select(tables.indikator.c.id).where(tables.indikator.c.aktif)
    facts = [select(table.c.tahun).where(table.c.indikator_id.in_(used)) for table in (tables.target, tables.realisasi)]
    return tuple(sorted(connection.scalars(union(*facts, select(tables.anggaran.c.tahun)))))
