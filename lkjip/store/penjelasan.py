"""Explanations, evidence and the sections' own budget figures: appended, the newest in force."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, func, insert, select

from lkjip.domain.pengumpulan import DataDukung, Penjelasan, SerapanSeksi
from lkjip.store import tables
from lkjip.store import tables_pengumpulan as collected
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import in_force, origin
from lkjip.store.realisasi import YEAR
from lkjip.store.values import nilai_columns, read_source, required_nilai

_KATA = ("indikator_id", "tahun", "pendorong", "penghambat", "upaya", "tindak_lanjut")
_BUKTI = ("indikator_id", "tahun", "urutan", "uraian", "tautan", "nomor", "halaman", "tanggal")


def load_penjelasan(connection: Connection, tahun: int) -> tuple[Penjelasan, ...]:
    """The explanations in force of a year."""
    table = collected.penjelasan
    query = in_force(table, table.c.indikator_id, table.c.tahun).where(table.c.tahun == tahun)
    rows = connection.execute(query).mappings()
    return tuple(Penjelasan(**{name: row[name] for name in _KATA}, sumber=read_source(row)) for row in rows)


def add_penjelasan(deed: Deed, words: Iterable[Penjelasan], impor_id: int | None = None) -> None:
    """Append explanations."""
    rows = [
        {name: getattr(satu, name) for name in _KATA} | origin(deed, satu.sumber, impor_id)
        for satu in words
    ]  # fmt: skip
    if rows:
        deed.connection.execute(insert(collected.penjelasan), rows)


def load_data_dukung(connection: Connection, tahun: int) -> tuple[DataDukung, ...]:
    """The evidence in force of a year, by indicator and place."""
    table = collected.data_dukung
    newest = (
        select(table.c.indikator_id, table.c.tahun, func.max(table.c.muatan).label("muatan"))
        .group_by(table.c.indikator_id, table.c.tahun)
        .subquery()
    )
    same = and_(
        newest.c.indikator_id == table.c.indikator_id, newest.c.tahun == table.c.tahun,
        newest.c.muatan == table.c.muatan,
    )  # fmt: skip
    query = (
        select(table, tables.impor.c.nama_berkas, tables.impor.c.sha256)
        .join(newest, same)
        .join(tables.impor, tables.impor.c.id == table.c.impor_id, isouter=True)
        .where((table.c.tahun == tahun) & (table.c.urutan > 0))
        .order_by(table.c.indikator_id, table.c.urutan)
    )
    rows = connection.execute(query).mappings()
    return tuple(DataDukung(**{name: row[name] for name in _BUKTI}, sumber=read_source(row)) for row in rows)


def set_data_dukung(
    deed: Deed, indikator_id: int, tahun: int, evidence: Iterable[DataDukung], impor_id: int | None = None
) -> None:
    """Append the evidence of one indicator as a whole; an empty row (place 0) says that there is none any more."""
    table = collected.data_dukung
    mine = (table.c.indikator_id == indikator_id) & (table.c.tahun == tahun)
    load = (deed.connection.scalar(select(func.max(table.c.muatan)).where(mine)) or 0) + 1
    listed = list(evidence) or [DataDukung(indikator_id, tahun, 0)]
    rows = [
        {name: getattr(satu, name) for name in _BUKTI} | {"muatan": load} | origin(deed, satu.sumber, impor_id)
        for satu in listed
    ]  # fmt: skip
    deed.connection.execute(insert(table), rows)


def load_serapan(connection: Connection, tahun: int) -> tuple[SerapanSeksi, ...]:
    """What the sections say they spent, in force."""
    table = collected.serapan_seksi
    query = in_force(table, table.c.seksi_id, table.c.tahun, table.c.kode, table.c.triwulan)
    rows = connection.execute(query.where(table.c.tahun == tahun)).mappings()
    return tuple(
        SerapanSeksi(
            row["seksi_id"], row["tahun"], row["kode"], required_nilai(row, "nilai"), row["triwulan"] or None,
            read_source(row),
        )
        for row in rows
    )  # fmt: skip


def add_serapan(deed: Deed, facts: Iterable[SerapanSeksi], impor_id: int | None = None) -> None:
    """Append what sections say they spent."""
    rows = [
        {
            "seksi_id": satu.seksi_id,
            "tahun": satu.tahun,
            "kode": satu.kode,
            "triwulan": satu.triwulan or YEAR,
            **nilai_columns("nilai", satu.nilai),
            **origin(deed, satu.sumber, impor_id),
        }
        for satu in facts
    ]
    if rows:
        deed.connection.execute(insert(collected.serapan_seksi), rows)
