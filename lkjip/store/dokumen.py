"""Documents on record (Renstra, PK, DPA, letters): only appended."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, insert, select

from lkjip.domain.dokumen import Dokumen, JenisDokumen
from lkjip.store import tables_rencana as tables
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import insert_id
from lkjip.store.values import write_moment


def load_dokumen(connection: Connection) -> tuple[Dokumen, ...]:
    """All documents, oldest record first."""
    rows = connection.execute(select(tables.dokumen).order_by(tables.dokumen.c.id)).mappings()
    return tuple(_dokumen(row) for row in rows)


def add_dokumen(deed: Deed, satu: Dokumen) -> int:
    """A new document; returns its id."""
    values = {"jenis": satu.jenis.value, "tahun": satu.tahun, "nomor": satu.nomor, "tanggal": satu.tanggal}
    values |= {"perihal": satu.perihal, "oleh": deed.actor.nama, "pada": deed.pada}
    return insert_id(deed, insert(tables.dokumen).values(**values))


def _dokumen(row: RowMapping) -> Dokumen:
    return Dokumen(
        row["id"], JenisDokumen(row["jenis"]), row["tahun"], row["nomor"], row["tanggal"], row["perihal"], row["oleh"],
        write_moment(row["pada"]),
    )  # fmt: skip
