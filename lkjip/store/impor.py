"""Imports: the original bytes by SHA-256, what was read from them, and the answers given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select

from lkjip.store import tables
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import insert_id


def keep_bytes(deed: Deed, sha256: str, nama: str, isi: bytes) -> None:
    """Keep the original file; the same bytes are kept once."""
    known = select(tables.berkas.c.sha256).where(tables.berkas.c.sha256 == sha256)
    if deed.connection.scalar(known) is None:
        row = {"sha256": sha256, "nama": nama, "ukuran": len(isi), "isi": isi, "pada": deed.pada}
        deed.connection.execute(insert(tables.berkas).values(**row))


def original_bytes(connection: Connection, sha256: str) -> bytes | None:
    """The original file."""
    return connection.scalar(select(tables.berkas.c.isi).where(tables.berkas.c.sha256 == sha256))


def find(connection: Connection, impor_id: int) -> RowMapping | None:
    """One import by its id."""
    return connection.execute(select(tables.impor).where(tables.impor.c.id == impor_id)).mappings().first()


def add_impor(
    deed: Deed,
    sha256: str,
    nama: str,
    tahun: int | None,
    ringkasan: Mapping[str, Any],
    *,
    anggaran_ganti: bool,
    seksi: int | None = None,
) -> int:
    """One import of a kept file, for a section (by default that of who sends it); returns its id."""
    values = {
        "sha256": sha256,
        "nama_berkas": nama,
        "tahun": tahun,
        "anggaran_ganti": anggaran_ganti,
        "ringkasan": json.dumps(ringkasan, ensure_ascii=False),
        "oleh": deed.actor.nama,
        "peran": deed.actor.peran.value,
        "seksi_id": deed.actor.seksi if seksi is None else seksi,
        "pada": deed.pada,
    }
    return insert_id(deed, insert(tables.impor).values(**values))


def last_of_file(connection: Connection, sha256: str) -> RowMapping | None:
    """The newest import of these bytes, if there was one."""
    table = tables.impor
    query = select(table).where(table.c.sha256 == sha256).order_by(table.c.id.desc()).limit(1)
    return connection.execute(query).mappings().first()


def last_of_each(connection: Connection) -> dict[str, int]:
    """The newest import of each file, by its SHA-256."""
    table = tables.impor
    rows = connection.execute(select(table.c.sha256, func.max(table.c.id).label("id")).group_by(table.c.sha256))
    return {row.sha256: row.id for row in rows}


def history(connection: Connection, count: int = 100, seksi: int | None = None) -> Sequence[RowMapping]:
    """Imports (of one section, or all), newest first, with the size of the file."""
    table, berkas = tables.impor, tables.berkas
    query = select(table, berkas.c.ukuran).join(berkas, berkas.c.sha256 == table.c.sha256)
    if seksi is not None:
        query = query.where(table.c.seksi_id == seksi)
    return connection.execute(query.order_by(table.c.id.desc()).limit(count)).mappings().all()


def remember_answers(deed: Deed, answers: Mapping[str, str], impor_id: int) -> None:
    """Append the answers that differ from what is remembered."""
    known = remembered_answers(deed.connection)
    rows = [
        {"kunci": kunci, "jawaban": jawaban, "impor_id": impor_id, "oleh": deed.actor.nama, "pada": deed.pada}
        for kunci, jawaban in sorted(answers.items())
        if known.get(kunci) != jawaban
    ]
    if rows:
        deed.connection.execute(insert(tables.jawaban), rows)


def remembered_answers(connection: Connection) -> dict[str, str]:
    """The newest answer to each question."""
    table = tables.jawaban
    newest = select(func.max(table.c.id)).group_by(table.c.kunci)
    rows = connection.execute(select(table.c.kunci, table.c.jawaban).where(table.c.id.in_(newest)))
    return {row.kunci: row.jawaban for row in rows}


def without_file(connection: Connection) -> Sequence[RowMapping]:
    """Imports whose original bytes are gone (foreign keys forbid it; a hand in the database may not)."""
    table = tables.impor
    missing = table.c.sha256.not_in(select(tables.berkas.c.sha256))
    return connection.execute(select(table).where(missing)).mappings().all()


def every_file(connection: Connection) -> Iterator[tuple[str, str, bytes]]:
    """Seal, name and bytes of every kept file, one at a time."""
    seals = connection.scalars(select(tables.berkas.c.sha256).order_by(tables.berkas.c.sha256)).all()
    for sha256 in seals:
        query = select(tables.berkas.c.nama, tables.berkas.c.isi).where(tables.berkas.c.sha256 == sha256)
        row = connection.execute(query).one()
        isi = row.isi if isinstance(row.isi, bytes) else str(row.isi).encode()  # SQLite: a hand may have put text there
        yield sha256, row.nama, isi
