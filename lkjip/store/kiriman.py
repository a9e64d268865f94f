"""What sections sent, version by version, and what was said about each."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, insert, select

from lkjip.domain.pengumpulan import Keadaan, Kiriman, PutusanKiriman
from lkjip.domain.tanggal import WITA
from lkjip.store import tables as facts
from lkjip.store import tables_pengumpulan as tables
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import insert_id
from lkjip.store.values import write_moment


def load_kiriman(connection: Connection, tahun: int, seksi_id: int | None = None) -> tuple[Kiriman, ...]:
    """All versions of a year (of one section), oldest first; the last of a section is in force."""
    table = tables.kiriman
    query = select(table).where(table.c.tahun == tahun).order_by(table.c.seksi_id, table.c.versi)
    if seksi_id is not None:
        query = query.where(table.c.seksi_id == seksi_id)
    return tuple(_kiriman(row) for row in connection.execute(query).mappings())


def find_kiriman(connection: Connection, key: int) -> Kiriman | None:
    """One version by its id."""
    row = connection.execute(select(tables.kiriman).where(tables.kiriman.c.id == key)).mappings().first()
    return None if row is None else _kiriman(row)


def _kiriman(row: RowMapping) -> Kiriman:
    return Kiriman(
        row["id"], row["tahun"], row["seksi_id"], row["versi"], row["impor_id"], row["format_id"],
        json.loads(row["isi"]), row["oleh"], write_moment(row["pada"]), row["pada"].astimezone(WITA).date(),
    )  # fmt: skip


def add_kiriman(deed: Deed, satu: Kiriman) -> int:
    """The next version of a section (its number is given here); returns its id."""
    table = tables.kiriman
    mine = (table.c.tahun == satu.tahun) & (table.c.seksi_id == satu.seksi_id)
    last = deed.connection.scalar(select(func.max(table.c.versi)).where(mine)) or 0
    values = {"tahun": satu.tahun, "seksi_id": satu.seksi_id, "versi": last + 1, "impor_id": satu.impor_id}
    values |= {"format_id": satu.format_id, "isi": json.dumps(dict(satu.isi), ensure_ascii=False)}
    return insert_id(deed, insert(table).values(**values, oleh=deed.actor.nama, pada=deed.pada))


@dataclass(frozen=True, slots=True)
class BerkasKiriman:
    """The file of one version: name, SHA-256."""

    kiriman_id: int
    nama: str
    sha256: str


def load_berkas(connection: Connection, tahun: int | None = None) -> dict[int, BerkasKiriman]:
    """The file of each version (of one year), by the id of the version."""
    sent, impor = tables.kiriman, facts.impor
    query = select(sent.c.id, impor.c.nama_berkas, impor.c.sha256).join(impor, impor.c.id == sent.c.impor_id)
    if tahun is not None:
        query = query.where(sent.c.tahun == tahun)
    return {row.id: BerkasKiriman(row.id, row.nama_berkas, row.sha256) for row in connection.execute(query)}


def load_versi(connection: Connection) -> tuple[Kiriman, ...]:
    """All versions of all years without what they hold, oldest first."""
    table = tables.kiriman
    columns = (table.c.id, table.c.tahun, table.c.seksi_id, table.c.versi, table.c.impor_id)
    query = select(*columns).order_by(table.c.tahun, table.c.seksi_id, table.c.versi)
    return tuple(Kiriman(*row) for row in connection.execute(query))


def load_putusan(connection: Connection, tahun: int | None = None) -> dict[int, PutusanKiriman]:
    """The newest word about each version (of one year), by the id of the version."""
    table, sent = tables.keadaan_kiriman, tables.kiriman
    newest = select(func.max(table.c.id)).group_by(table.c.kiriman_id)
    query = select(table).join(sent, sent.c.id == table.c.kiriman_id)
    if tahun is not None:
        query = query.where(sent.c.tahun == tahun)
    rows = connection.execute(query.where(table.c.id.in_(newest))).mappings()
    return {
        row["kiriman_id"]: PutusanKiriman(
            row["kiriman_id"], Keadaan(row["keadaan"]), row["alasan"], row["oleh"], write_moment(row["pada"])
        )
        for row in rows
    }


def add_putusan(deed: Deed, satu: PutusanKiriman) -> None:
    """Append a word about one version."""
    values = {"kiriman_id": satu.kiriman_id, "keadaan": satu.keadaan.value, "alasan": satu.alasan}
    statement = insert(tables.keadaan_kiriman).values(**values, oleh=deed.actor.nama, pada=deed.pada)
    deed.connection.execute(statement)
