"""Differences between Renstra, PK and budget that somebody has settled: appended, the newest of each is in force."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from lkjip.domain.rekonsiliasi import Putusan
from lkjip.store.deed import Deed
from lkjip.store.tables_rencana import rekonsiliasi as table
from lkjip.store.values import write_moment


def load_putusan(connection: Connection, tahun: int) -> dict[str, Putusan]:
    """The decisions in force of a year, by the key of the difference."""
    newest = select(func.max(table.c.id)).where(table.c.tahun == tahun).group_by(table.c.kunci)
    rows = connection.execute(select(table).where(table.c.id.in_(newest))).mappings()
    return {
        row["kunci"]: Putusan(
            tahun, row["kunci"], row["keputusan"], row["alasan"], row["oleh"], write_moment(row["pada"])
        )
        for row in rows
    }


def add_putusan(deed: Deed, satu: Putusan) -> None:
    """Append a decision."""
    values = {"tahun": satu.tahun, "kunci": satu.kunci, "keputusan": satu.keputusan, "alasan": satu.alasan}
    deed.connection.execute(insert(table).values(**values, oleh=deed.actor.nama, pada=deed.pada))
