"""Budget lines. In force for a year: the newest import that replaces, and all later ones that add to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import Connection, RowMapping, func, insert, select

from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran
from lkjip.store import tables
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import origin
from lkjip.store.values import nilai_columns, read_nilai, read_source, required_nilai


def load_anggaran(connection: Connection, tahun: int | None = None) -> tuple[BarisAnggaran, ...]:
    """The lines in force, year by year in file order; `urutan` and `induk` are unique within the year."""
    table, impor = tables.anggaran, tables.impor
    replacing = (
        select(table.c.tahun, func.max(table.c.impor_id).label("mulai"))
        .join(impor, impor.c.id == table.c.impor_id)
        .where(impor.c.anggaran_ganti)
        .group_by(table.c.tahun)
        .subquery()
    )
    query = (
        select(table, impor.c.nama_berkas, impor.c.sha256)
        .join(impor, impor.c.id == table.c.impor_id)
        .join(replacing, replacing.c.tahun == table.c.tahun)
        .where(table.c.impor_id >= replacing.c.mulai)
        .order_by(table.c.tahun, table.c.impor_id, table.c.urutan)
    )
    if tahun is not None:
        query = query.where(table.c.tahun == tahun)
    rows = connection.execute(query).mappings()
    years = groupby(rows, key=lambda row: row["tahun"])
    return tuple(baris for _tahun, of_year in years for baris in _renumbered(of_year))


def _renumbered(rows: Iterable[RowMapping]) -> Iterator[BarisAnggaran]:
    """Several imports of one year each count from 1: number them on, so that parents stay unambiguous."""
    start = last = 0
    impor_id = None
    for row in rows:
        if row["impor_id"] != impor_id:
            impor_id, start = row["impor_id"], last
        last = start + row["urutan"]
        yield _baris(row, last, None if row["induk"] is None else start + row["induk"])


def _baris(row: RowMapping, urutan: int, induk: int | None) -> BarisAnggaran:
    return BarisAnggaran(
        row["tahun"],
        urutan,
        row["kode"],
        row["uraian"],
        TingkatAnggaran(row["tingkat"]),
        required_nilai(row, "pagu"),
        required_nilai(row, "realisasi"),
        induk,
        row["kelompok"],
        read_nilai(row, "persen"),
        read_source(row),
    )


def add_anggaran(deed: Deed, lines: Iterable[BarisAnggaran], impor_id: int) -> None:
    """Append the budget lines of one import."""
    rows = [
        {
            "tahun": baris.tahun,
            "urutan": baris.urutan,
            "induk": baris.induk,
            "kode": baris.kode,
            "uraian": baris.uraian,
            "tingkat": baris.tingkat.value,
            "kelompok": baris.kelompok,
            **nilai_columns("pagu", baris.pagu),
            **nilai_columns("realisasi", baris.realisasi),
            **nilai_columns("persen", baris.persen_tercetak),
            **origin(deed, baris.sumber, impor_id),
        }
        for baris in lines
    ]
    if rows:
        deed.connection.execute(insert(tables.anggaran), rows)
