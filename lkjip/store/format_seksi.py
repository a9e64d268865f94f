"""Workbooks made for the sections, the distribution list, and the budget codes each section reports."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, RowMapping, delete, insert, select

from lkjip.domain.pengumpulan import Distribusi, FormatSeksi, Peristiwa
from lkjip.store import tables_pengumpulan as tables
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import insert_id
from lkjip.store.values import write_moment

_FORMAT = ("id", "tahun", "seksi_id", "versi_templat", "sidik", "sha256", "oleh")


def load_format(connection: Connection, tahun: int | None = None) -> tuple[FormatSeksi, ...]:
    """Every workbook made (of one year), oldest first; the last of a section is the one in use."""
    table = tables.format_seksi
    query = select(table).order_by(table.c.id)
    if tahun is not None:
        query = query.where(table.c.tahun == tahun)
    return tuple(_format(row) for row in connection.execute(query).mappings())


def find_format(connection: Connection, sidik: str) -> FormatSeksi | None:
    """The workbook with this fingerprint, the newest if it was made several times."""
    table = tables.format_seksi
    query = select(table).where(table.c.sidik == sidik).order_by(table.c.id.desc()).limit(1)
    row = connection.execute(query).mappings().first()
    return None if row is None else _format(row)


def _format(row: RowMapping) -> FormatSeksi:
    return FormatSeksi(**{name: row[name] for name in _FORMAT}, pada=write_moment(row["pada"]))


def add_format(deed: Deed, satu: FormatSeksi) -> int:
    """A new workbook (its bytes are kept by `impor.keep_bytes`); returns its id."""
    values = {name: getattr(satu, name) for name in _FORMAT if name not in ("id", "oleh")}
    return insert_id(deed, insert(tables.format_seksi).values(**values, oleh=deed.actor.nama, pada=deed.pada))


def load_distribusi(connection: Connection, tahun: int) -> tuple[Distribusi, ...]:
    """All events of a year, oldest first."""
    table = tables.distribusi
    rows = connection.execute(select(table).where(table.c.tahun == tahun).order_by(table.c.id)).mappings()
    return tuple(
        Distribusi(
            row["id"], row["tahun"], row["seksi_id"], Peristiwa(row["peristiwa"]), row["tanggal"], row["format_id"],
            row["kepada"], row["cara"], row["tenggat"], row["catatan"], row["oleh"], write_moment(row["pada"]),
        )
        for row in rows
    )  # fmt: skip


def add_distribusi(deed: Deed, events: Iterable[Distribusi]) -> None:
    """Append events."""
    names = ("tahun", "seksi_id", "tanggal", "format_id", "kepada", "cara", "tenggat", "catatan")
    rows = [
        {name: getattr(satu, name) for name in names}
        | {"peristiwa": satu.peristiwa.value, "oleh": deed.actor.nama, "pada": deed.pada}
        for satu in events
    ]
    if rows:
        deed.connection.execute(insert(tables.distribusi), rows)


def load_seksi_program(connection: Connection) -> dict[int, tuple[str, ...]]:
    """The codes each section reports on, sorted."""
    table = tables.seksi_program
    found: dict[int, list[str]] = {}
    for row in connection.execute(select(table).order_by(table.c.seksi_id, table.c.kode)).mappings():
        found.setdefault(row["seksi_id"], []).append(row["kode"])
    return {seksi: tuple(codes) for seksi, codes in found.items()}


def set_seksi_program(deed: Deed, seksi_id: int, codes: Iterable[str]) -> None:
    """The codes of one section, instead of those before (the deed says which in the trail)."""
    table = tables.seksi_program
    deed.connection.execute(delete(table).where(table.c.seksi_id == seksi_id))
    rows = [{"seksi_id": seksi_id, "kode": kode} for kode in dict.fromkeys(codes)]
    if rows:
        deed.connection.execute(insert(table), rows)
