"""Sasaran, indikator and their targets. Targets are appended; the newest of indicator, year and promise is in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import Connection, Insert, RowMapping, Select, delete, func, insert, select, true

from lkjip.domain.indikator import Agregasi, Indikator, JenisTarget, Rincian, Sasaran, Target
from lkjip.domain.trace import Source
from lkjip.store import tables
from lkjip.store.deed import Deed
from lkjip.store.kantor import change, stamp
from lkjip.store.values import nilai_columns, read_source, required_nilai


def load_sasaran(connection: Connection) -> tuple[Sasaran, ...]:
    """All sasaran in use, numbered 1, 2, 3 in their order, with the programmes that serve them."""
    links: dict[int, list[str]] = {}
    program = tables.sasaran_program
    for row in connection.execute(select(program).order_by(program.c.sasaran_id, program.c.urutan)).mappings():
        links.setdefault(row["sasaran_id"], []).append(row["program"])
    table = tables.sasaran
    rows = connection.execute(select(table).where(table.c.aktif).order_by(table.c.urutan, table.c.id)).mappings()
    return tuple(
        Sasaran(row["id"], place, row["teks"], tuple(links.get(row["id"], ())), row["versi"])
        for place, row in enumerate(rows, 1)
    )


def add_sasaran(deed: Deed, teks: str) -> int:
    """A new sasaran at the end; returns its id."""
    place = (deed.connection.scalar(select(func.max(tables.sasaran.c.urutan))) or 0) + 1
    values = {"urutan": place, "teks": teks, "aktif": True, "versi": 1, **stamp(deed)}
    return insert_id(deed, insert(tables.sasaran).values(**values))


def change_sasaran(deed: Deed, key: int, versi: int, values: Mapping[str, Any], program: Iterable[str] | None) -> None:
    """New text, place or programmes over the version seen."""
    change(deed, tables.sasaran, key, versi, what="Sasaran ini", values=dict(values))
    if program is not None:
        link = tables.sasaran_program
        deed.connection.execute(delete(link).where(link.c.sasaran_id == key))
        rows = [{"sasaran_id": key, "urutan": place, "program": satu} for place, satu in enumerate(program, 1)]
        if rows:
            deed.connection.execute(insert(link), rows)


def load_indikator(connection: Connection) -> tuple[Indikator, ...]:
    """All indicators in use, in the order of their sasaran and their own, numbered from 1 in each sasaran."""
    table = tables.indikator
    sasaran = tables.sasaran
    query = (
        select(table)
        .join(sasaran, sasaran.c.id == table.c.sasaran_id)
        .where(table.c.aktif & sasaran.c.aktif)
        .order_by(sasaran.c.urutan, sasaran.c.id, table.c.urutan, table.c.id)
    )
    numbers: Counter[int] = Counter()
    loaded = []
    for row in connection.execute(query).mappings():
        numbers[row["sasaran_id"]] += 1
        loaded.append(replace(_indikator(row), urutan=numbers[row["sasaran_id"]]))
    return tuple(loaded)


def find_indikator(connection: Connection, key: int) -> Indikator | None:
    """One indicator, also one no longer in use."""
    row = connection.execute(select(tables.indikator).where(tables.indikator.c.id == key)).mappings().first()
    return None if row is None else _indikator(row)


def _indikator(row: RowMapping) -> Indikator:
    return Indikator(
        row["id"],
        row["sasaran_id"],
        row["urutan"],
        row["teks"],
        row["satuan"],
        row["rumus"],
        Agregasi(row["agregasi"]),
        row["rumus_ditetapkan"],
        row["versi"],
        row["seksi_id"],
        Rincian(row["definisi"], row["cara_ukur"], row["sumber_data"], row["bukti"]),
    )


@dataclass(frozen=True, slots=True)
class IndikatorBaru:
    """An indicator to be added."""

    sasaran_id: int
    teks: str
    satuan: str
    rumus: str
    ditetapkan: bool
    agregasi: Agregasi = Agregasi.TERAKHIR
    seksi: int | None = None
    rincian: Rincian = Rincian()


def add_indikator(deed: Deed, new: Sequence[IndikatorBaru]) -> list[int]:
    """New indicators, each at the end of its sasaran; returns their ids in the same order."""
    table = tables.indikator
    last = select(table.c.sasaran_id, func.max(table.c.urutan)).group_by(table.c.sasaran_id)
    places = {row[0]: row[1] for row in deed.connection.execute(last)}
    rows = []
    for satu in new:
        places[satu.sasaran_id] = places.get(satu.sasaran_id, 0) + 1
        values = {
            "sasaran_id": satu.sasaran_id,
            "urutan": places[satu.sasaran_id],
            "teks": satu.teks,
            "satuan": satu.satuan,
            "rumus": satu.rumus,
            "agregasi": satu.agregasi.value,
            "rumus_ditetapkan": satu.ditetapkan,
            "seksi_id": satu.seksi,
            **asdict(satu.rincian),
            "aktif": True,
            "versi": 1,
            **stamp(deed),
        }
        rows.append(values)
    if not rows:
        return []
    ids = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    return list(deed.connection.scalars(ids, rows))


def change_indikator(deed: Deed, key: int, versi: int, values: Mapping[str, Any]) -> int:
    """New fields over the version seen; returns the new version."""
    return change(deed, tables.indikator, key, versi, what="Indikator ini", values=dict(values))


def insert_id(deed: Deed, statement: Insert) -> int:
    """Insert one row and return its new id."""
    key = deed.connection.execute(statement).inserted_primary_key
    return int(key[0]) if key is not None else 0


def in_force(table: Any, *keys: Any, of: Collection[int] | None = None) -> Select[Any]:
    """The newest row of each key, with the file it came from; `of`: of these indicators only."""
    those = true() if of is None else table.c.indikator_id.in_(of)
    newest = select(func.max(table.c.id).label("id")).where(those).group_by(*keys).subquery()
    return (
        select(table, tables.impor.c.nama_berkas, tables.impor.c.sha256)
        .join(newest, newest.c.id == table.c.id)
        .join(tables.impor, tables.impor.c.id == table.c.impor_id, isouter=True)
        .order_by(*keys)
    )


def load_target(connection: Connection, of: Collection[int] | None = None) -> tuple[Target, ...]:
    """The targets in force (`of`: of these indicators): the newest of indicator, year, promise and Renstra."""
    table = tables.target
    keys = (table.c.indikator_id, table.c.tahun, table.c.jenis, func.coalesce(table.c.renstra_id, 0))
    query = in_force(table, *keys, of=of)
    return tuple(_target(row) for row in connection.execute(query).mappings())


def target_history(connection: Connection, indikator_id: int) -> tuple[Target, ...]:
    """Every target ever stored for one indicator, newest first."""
    table = tables.target
    query = (
        select(table, tables.impor.c.nama_berkas, tables.impor.c.sha256)
        .join(tables.impor, tables.impor.c.id == table.c.impor_id, isouter=True)
        .where(table.c.indikator_id == indikator_id)
        .order_by(table.c.id.desc())
    )
    return tuple(_target(row) for row in connection.execute(query).mappings())


def _target(row: RowMapping) -> Target:
    nilai = required_nilai(row, "nilai")
    return Target(
        row["indikator_id"], row["tahun"], JenisTarget(row["jenis"]), nilai, read_source(row), row["renstra_id"],
        row["dokumen_id"], row["alasan"],
    )  # fmt: skip


def target_row(deed: Deed, satu: Target, impor_id: int | None) -> dict[str, Any]:
    """The row of a new target."""
    return {
        "indikator_id": satu.indikator_id,
        "tahun": satu.tahun,
        "jenis": satu.jenis.value,
        "renstra_id": satu.renstra,
        "dokumen_id": satu.dokumen,
        "alasan": satu.alasan,
        **nilai_columns("nilai", satu.nilai),
        **origin(deed, satu.sumber, impor_id),
    }


def origin(deed: Deed, sumber: Source, impor_id: int | None) -> dict[str, Any]:
    """Where a new fact comes from."""
    return {
        "impor_id": impor_id,
        "lembar": sumber.lembar,
        "sel": sumber.sel,
        "oleh": deed.actor.nama,
        "pada": deed.pada,
    }


def add_target(deed: Deed, targets: Iterable[Target], impor_id: int | None = None) -> None:
    """Append targets."""
    rows = [target_row(deed, satu, impor_id) for satu in targets]
    if rows:
        deed.connection.execute(insert(tables.target), rows)
