"""What was reached, year by year and quarter by quarter: appended, the newest is in force."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, RowMapping, insert

from lkjip.domain.indikator import Realisasi
from lkjip.store import tables
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import in_force, origin
from lkjip.store.values import nilai_columns, read_nilai, read_source, required_nilai

YEAR = 0  # stands in the column `triwulan` for the whole year


def load_realisasi(connection: Connection, of: Collection[int] | None = None) -> tuple[Realisasi, ...]:
    """The realisasi in force; `of`: of these indicators only."""
    table = tables.realisasi
    query = in_force(table, table.c.indikator_id, table.c.tahun, table.c.triwulan, of=of)
    return tuple(_realisasi(row) for row in connection.execute(query).mappings())


def _realisasi(row: RowMapping) -> Realisasi:
    return Realisasi(
        row["indikator_id"],
        row["tahun"],
        required_nilai(row, "nilai"),
        row["triwulan"] or None,
        read_nilai(row, "tercetak"),
        read_source(row),
    )


def add_realisasi(deed: Deed, facts: Iterable[Realisasi], impor_id: int | None = None) -> None:
    """Append what was reached."""
    rows = [
        {
            "indikator_id": satu.indikator_id,
            "tahun": satu.tahun,
            "triwulan": satu.triwulan or YEAR,
            **nilai_columns("nilai", satu.nilai),
            **nilai_columns("tercetak", satu.capaian_tercetak),
            **origin(deed, satu.sumber, impor_id),
        }
        for satu in facts
    ]
    if rows:
        deed.connection.execute(insert(tables.realisasi), rows)
