"""Declared corrections: only appended; one is taken back by another record."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from lkjip.domain.koreksi import Koreksi, ObjekKoreksi
from lkjip.store.deed import Deed
from lkjip.store.perencanaan import insert_id
from lkjip.store.tables_pengumpulan import koreksi as table
from lkjip.store.values import nilai_columns, required_nilai, write_moment


def load_koreksi(connection: Connection) -> tuple[Koreksi, ...]:
    """All corrections ever declared, oldest first."""
    rows = connection.execute(select(table).order_by(table.c.id)).mappings()
    return tuple(
        Koreksi(
            row["id"], ObjekKoreksi(row["objek"]), row["kunci"], row["tahun"], required_nilai(row, "lama"),
            required_nilai(row, "baru"), row["alasan"], row["dokumen"], row["mencabut"], row["oleh"],
            write_moment(row["pada"]),
        )
        for row in rows
    )  # fmt: skip


def add_koreksi(deed: Deed, satu: Koreksi) -> int:
    """Append a correction; returns its id."""
    values = {
        "objek": satu.objek.value,
        "kunci": satu.kunci,
        "tahun": satu.tahun,
        **nilai_columns("lama", satu.lama),
        **nilai_columns("baru", satu.baru),
        "alasan": satu.alasan,
        "dokumen": satu.dokumen,
        "mencabut": satu.mencabut,
        "oleh": deed.actor.nama,
        "pada": deed.pada,
    }
    return insert_id(deed, insert(table).values(**values))
