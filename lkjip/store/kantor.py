"""Office and settings: one row each, with version, changed only from the version the user has seen."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.errors import StaleError
from lkjip.store import tables, tables_pengumpulan, tables_rencana
from lkjip.store.deed import Deed
from lkjip.store.values import write_moment

ONLY = 1


def stamp(deed: Deed) -> dict[str, Any]:
    """Who changed a record, and when."""
    return {"diubah_oleh": deed.actor.nama, "diubah_pada": deed.pada}


def change(deed: Deed, table: Table, key: int, versi: int, *, what: str, values: dict[str, Any]) -> int:
    """Change a record from the version the user has seen; otherwise tell who was faster. Returns the new version."""
    same = (table.c.id == key) & (table.c.versi == versi)
    done = deed.connection.execute(update(table).where(same).values(**values, **stamp(deed), versi=versi + 1))
    if done.rowcount == 1:
        return versi + 1
    row = deed.connection.execute(select(table).where(table.c.id == key)).mappings().first()
    if row is None:
        raise StaleError(f"{what} sudah tidak ada. Muat ulang halaman.")
    raise StaleError(
        f"{what} sudah diubah oleh {row['diubah_oleh'] or 'pengguna lain'} pada {write_moment(row['diubah_pada'])}. "
        "Perubahan Anda belum disimpan: bandingkan dahulu keduanya, lalu simpan lagi."
    )


def load_kantor(connection: Connection) -> Kantor | None:
    """The office, or None while nobody has begun."""
    row = connection.execute(select(tables.kantor).where(tables.kantor.c.id == ONLY)).mappings().first()
    if row is None:
        return None
    return Kantor(**{name: row[name] for name in Kantor.__dataclass_fields__})


def add_kantor(deed: Deed, kantor: Kantor) -> None:
    """Begin with this office and the default settings."""
    deed.connection.execute(insert(tables.kantor).values(id=ONLY, **asdict(replace(kantor, versi=1)), **stamp(deed)))
    defaults = asdict(Pengaturan())
    deed.connection.execute(insert(tables.pengaturan).values(id=ONLY, **defaults, versi=1, **stamp(deed)))


def change_kantor(deed: Deed, kantor: Kantor) -> None:
    """New office data over the version in `kantor.versi`."""
    values = asdict(kantor)
    versi = values.pop("versi")
    change(deed, tables.kantor, ONLY, versi, what="Data kantor", values=values)


def load_pengaturan(connection: Connection) -> tuple[Pengaturan, int]:
    """The settings in force and their version (defaults with version 0 while there is no office)."""
    row = connection.execute(select(tables.pengaturan).where(tables.pengaturan.c.id == ONLY)).mappings().first()
    if row is None:
        return Pengaturan(), 0
    return Pengaturan(**{name: row[name] for name in Pengaturan.__dataclass_fields__}), row["versi"]


def change_pengaturan(deed: Deed, pengaturan: Pengaturan, versi: int) -> None:
    """New settings over the version the user has seen."""
    change(deed, tables.pengaturan, ONLY, versi, what="Pengaturan", values=asdict(pengaturan))


def clear_office(deed: Deed) -> None:
    """Remove the demo office with its invented facts. Files and audit trail stay as evidence of what was done."""
    collected, planned = tables_pengumpulan, tables_rencana
    everything = (
        collected.koreksi, collected.keadaan_kiriman, collected.kiriman, collected.penjelasan, collected.data_dukung,
        collected.serapan_seksi, collected.distribusi, collected.format_seksi, collected.seksi_program,
        planned.rekonsiliasi, planned.tindak_lanjut, planned.disposisi, planned.tahun_laporan, planned.pagu,
        planned.posisi_renstra, tables.jawaban, tables.target, tables.realisasi, tables.anggaran, tables.impor,
        tables.indikator, tables.sasaran_program, tables.sasaran, planned.tujuan, planned.renstra, planned.dokumen,
        tables.pengaturan, tables.kantor,
    )  # fmt: skip
    for table in everything:
        deed.connection.execute(delete(table))
