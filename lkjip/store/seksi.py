"""Sections (seksi, subbagian, kelurahan): who sends data and answers for indicators. Never removed, only put aside."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, delete, insert, select

from lkjip.domain.kantor import Seksi
from lkjip.store import tables_akun as tables
from lkjip.store.deed import Deed
from lkjip.store.kantor import change, stamp
from lkjip.store.perencanaan import insert_id


def load_seksi(connection: Connection) -> tuple[Seksi, ...]:
    """All sections, those in use first, by name."""
    table = tables.seksi
    rows = connection.execute(select(table)).mappings()
    return tuple(sorted((_seksi(row) for row in rows), key=lambda satu: (not satu.aktif, satu.nama.casefold())))


def find_seksi(connection: Connection, key: int | None) -> Seksi | None:
    """One section, in use or not."""
    row = connection.execute(select(tables.seksi).where(tables.seksi.c.id == key)).mappings().first()
    return None if row is None else _seksi(row)


def add_seksi(deed: Deed, nama: str) -> int:
    """A new section; returns its id."""
    return insert_id(deed, insert(tables.seksi).values(nama=nama, aktif=True, versi=1, **stamp(deed)))


def change_seksi(deed: Deed, seksi: Seksi) -> None:
    """New name or state over the version in `seksi.versi`."""
    values = {"nama": seksi.nama, "aktif": seksi.aktif, "kepala": seksi.kepala, "kontak": seksi.kontak}
    change(deed, tables.seksi, seksi.id, seksi.versi, what=f"Seksi '{seksi.nama}'", values=values)


def remove_all(deed: Deed) -> None:
    """The sections of the demo office, after everything that points to them."""
    deed.connection.execute(delete(tables.seksi))


def _seksi(row: RowMapping) -> Seksi:
    return Seksi(row["id"], row["nama"], row["aktif"], row["versi"], row["kepala"], row["kontak"])
