"""The targets of one indicator typed as a small table: all years and both promises in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import Connection

from lkjip.domain.access import Aksi
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.numbers import Nilai
from lkjip.domain.renstra import renstra_id, targets_in_force
from lkjip.errors import RefusedError, StaleError
from lkjip.services import rights
from lkjip.services.actor import Actor
from lkjip.services.isian import read_isian, write_nilai
from lkjip.store import Store, perencanaan, renstra

Tempat = tuple[int, JenisTarget]  # year and promise: one field of the table
NAMA = {JenisTarget.PK: "PK", JenisTarget.RENSTRA: "Renstra"}
TAHUN_RENSTRA = 5


@dataclass(frozen=True, slots=True)
class Isian:
    """One field that was changed: the text the form showed, and what the user typed."""

    terlihat: str
    diketik: str


def written(target: Target | None) -> str:
    """A target as the form shows it."""
    return written_value(target.nilai if target else None)


def written_value(nilai: Nilai | None) -> str:
    """A value as a form shows it: a number the Indonesian way (parsed back to the same), else its words."""
    if nilai is None:
        return ""
    if nilai.angka is None:
        return nilai.teks if nilai.teks else ""
    if nilai.sampai is not None:
        return f"{_number(nilai.angka)}-{_number(nilai.sampai)}"
    return _number(nilai.angka)


def _number(angka: Decimal) -> str:
    """Without points between thousands: "1234,5" has one reading only."""
    return format(angka, "f").replace(".", ",")


def years(targets: Sequence[Target], tahun: int) -> tuple[int, ...]:
    """The years of the table: all with a target, and always the five that end two years after the report year."""
    ada = {target.tahun for target in targets}
    return tuple(sorted(ada | set(range(tahun + 3 - TAHUN_RENSTRA, tahun + 3))))


def load(store: Store, actor: Actor, indikator_id: int) -> dict[Tempat, Target]:
    """The targets in force of one indicator."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return _in_force(connection, indikator_id)


def save(store: Store, actor: Actor, indikator_id: int, isian: Mapping[Tempat, Isian]) -> int:
    """Append every changed target, or none: a field that cannot be read or was changed by somebody refuses all.

    Returns how many targets were stored.
    """
    dibaca = {tempat: _read(tempat, satu) for tempat, satu in isian.items() if satu.diketik.strip() != satu.terlihat}
    if not dibaca:
        return 0
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "isi target", f"indikator {indikator_id}") as deed:
        satu = perencanaan.find_indikator(deed.connection, indikator_id)
        if satu is None:
            raise RefusedError("Indikator ini sudah tidak ada. Muat ulang halaman.")
        deed.objek += f": {satu.teks}"
        sekarang = _in_force(deed.connection, indikator_id)
        _refuse_stale(sekarang, {tempat: isian[tempat] for tempat in dibaca})
        deed.sebelum = {_name(tempat): write_nilai(_value(sekarang.get(tempat))) for tempat in dibaca}
        deed.sesudah = {_name(tempat): write_nilai(nilai) for tempat, nilai in dibaca.items()}
        rencana = renstra.load_rencana(deed.connection)
        baru = [
            Target(indikator_id, tahun, jenis, nilai, renstra=renstra_id(rencana, jenis, tahun))
            for (tahun, jenis), nilai in dibaca.items()
        ]
        perencanaan.add_target(deed, baru)
    return len(dibaca)


def _in_force(connection: Connection, indikator_id: int) -> dict[Tempat, Target]:
    semua = targets_in_force(renstra.load_rencana(connection), perencanaan.load_target(connection))
    return {(target.tahun, target.jenis): target for target in semua if target.indikator_id == indikator_id}


def _read(tempat: Tempat, isian: Isian) -> Nilai:
    return read_isian(isian.diketik.strip(), f"Target {_name(tempat)}")


def _refuse_stale(sekarang: Mapping[Tempat, Target], isian: Mapping[Tempat, Isian]) -> None:
    lain = [
        f"{_name(tempat)} kini '{written(sekarang.get(tempat)) or 'kosong'}' (isian Anda: '{satu.diketik.strip()}')"
        for tempat, satu in isian.items()
        if written(sekarang.get(tempat)) != satu.terlihat
    ]
    if lain:
        raise StaleError(f"Target ini sudah diubah orang lain: {'; '.join(lain)}. Isian Anda belum disimpan.")


def _name(tempat: Tempat) -> str:
    return f"{NAMA[tempat[1]]} {tempat[0]}"


def _value(target: Target | None) -> Nilai | None:
    return target.nilai if target else None
