"""Correcting a single value without a new upload: by record, never in place; refused when the value has moved on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.anggaran import BarisAnggaran
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.koreksi import Koreksi, ObjekKoreksi, in_force, same
from lkjip.domain.numbers import Nilai, format_rupiah
from lkjip.errors import RefusedError, StaleError
from lkjip.services import rights
from lkjip.services.fakta_terkoreksi import Fakta, anggaran_key, corrected, realisasi_key, target_key
from lkjip.services.isian import read_isian, read_text, write_nilai
from lkjip.store import Store, anggaran, perencanaan, realisasi
from lkjip.store import koreksi as records

UANG = (ObjekKoreksi.PAGU, ObjekKoreksi.REALISASI_ANGGARAN)


class NasibKoreksi(StrEnum):
    """What became of a correction."""

    BERLAKU = "berlaku"
    BASI = "tidak cocok lagi"  # the stored value is not the old one any more
    DIGANTI = "diganti koreksi lain"
    DICABUT = "dicabut"


@dataclass(frozen=True, slots=True)
class DapatDikoreksi:
    """One stored value: what it is, in words, how it stands in the file, and as it is shown now."""

    objek: ObjekKoreksi
    kunci: str
    apa: str
    tahun: int
    tersimpan: Nilai
    sekarang: Nilai

    @property
    def tertulis(self) -> str:
        """The value now, as text; money with its separators."""
        return written(self.objek, self.sekarang)


@dataclass(frozen=True, slots=True)
class BarisKoreksi:
    """One line of the register."""

    koreksi: Koreksi
    apa: str
    nasib: NasibKoreksi


def written(objek: ObjekKoreksi, nilai: Nilai) -> str:
    """A value of this kind as it is shown."""
    return format_rupiah(nilai.angka) if objek in UANG and nilai.angka is not None else write_nilai(nilai)


def values_of_indicator(store: Store, actor: Actor, indikator_id: int, tahun: int) -> tuple[DapatDikoreksi, ...]:
    """Targets and realisasi of one indicator in one year that can be corrected."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        found = _everything(connection)
    prefix = (f"{indikator_id}|{tahun}|",)
    kinds = (ObjekKoreksi.TARGET, ObjekKoreksi.REALISASI)
    return tuple(satu for satu in found if satu.objek in kinds and satu.kunci.startswith(prefix))


def values_of_budget(store: Store, actor: Actor, tahun: int) -> tuple[DapatDikoreksi, ...]:
    """Pagu and realisasi of every budget line of a year."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        return tuple(satu for satu in _everything(connection) if satu.objek in UANG and satu.tahun == tahun)


def declare(
    store: Store,
    actor: Actor,
    satu: DapatDikoreksi,
    baru: str,
    *,
    alasan: str,
    dokumen: str = "",
    kartu: str = "",
) -> int:
    """Declare a correction of the value as the form showed it (`satu.sekarang`); returns its id."""
    alasan = read_text(alasan, "Alasan koreksi")
    nilai = read_isian(baru, "Nilai baru")
    if satu.objek in UANG and not nilai.terukur:
        raise RefusedError(f"Nilai baru '{baru}' bukan jumlah rupiah. Tulis angkanya, misalnya 1.500.000.")
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "koreksi nilai", satu.apa, kartu=kartu) as deed:
        now = _find(deed.connection, satu)
        if not same(now.sekarang, satu.sekarang):
            raise StaleError(
                f"{now.apa} kini '{now.tertulis}', bukan '{satu.tertulis}'. Koreksi Anda belum disimpan: "
                "lihat nilai terbaru, lalu putuskan lagi."
            )
        if same(now.sekarang, nilai):
            raise RefusedError(f"{now.apa} sudah '{now.tertulis}'; tidak ada yang dikoreksi.")
        key = records.add_koreksi(
            deed,
            Koreksi(0, now.objek, now.kunci, now.tahun, now.tersimpan, nilai, alasan, " ".join(dokumen.split())),
        )
        deed.sebelum = now.tertulis
        deed.sesudah = {"koreksi": key, "nilai": write_nilai(nilai), "alasan": alasan, "dokumen": dokumen}
        return key


def withdraw(store: Store, actor: Actor, koreksi_id: int, alasan: str, *, kartu: str = "") -> None:
    """Take a correction back by another record: the stored value counts again."""
    alasan = read_text(alasan, "Alasan pencabutan")
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "cabut koreksi", f"koreksi {koreksi_id}", kartu=kartu) as deed:
        known = records.load_koreksi(deed.connection)
        found = next((satu for satu in known if satu.id == koreksi_id and satu.mencabut is None), None)
        if found is None:
            raise RefusedError("Koreksi ini tidak ada. Muat ulang halaman.")
        if any(satu.mencabut == koreksi_id for satu in known):
            raise RefusedError("Koreksi ini sudah dicabut.")
        deed.sebelum, deed.sesudah = write_nilai(found.baru), write_nilai(found.lama)
        gone = Koreksi(0, found.objek, found.kunci, found.tahun, found.baru, found.lama, alasan, mencabut=koreksi_id)
        records.add_koreksi(deed, gone)


def register(store: Store, actor: Actor, tahun: int) -> tuple[BarisKoreksi, ...]:
    """Every correction of a year, newest first, with what became of it."""
    with rights.reading(store, actor, Aksi.LIHAT_CAPAIAN) as connection:
        known = records.load_koreksi(connection)
        values = {(satu.objek, satu.kunci): satu for satu in _everything(connection)}
    alive = in_force(known)
    gone = {satu.mencabut for satu in known if satu.mencabut is not None}
    lines = []
    for satu in reversed(known):
        if satu.tahun != tahun or satu.mencabut is not None:
            continue
        place = (satu.objek, satu.kunci)
        value = values.get(place)
        if satu.id in gone:
            fate = NasibKoreksi.DICABUT
        elif alive[place].id != satu.id:
            fate = NasibKoreksi.DIGANTI
        else:
            fits = value is not None and (same(value.tersimpan, satu.lama) or same(value.tersimpan, satu.baru))
            fate = NasibKoreksi.BERLAKU if fits else NasibKoreksi.BASI
        lines.append(BarisKoreksi(satu, value.apa if value else f"{satu.objek.value} yang tidak ada lagi", fate))
    return tuple(lines)


def _find(connection: Connection, satu: DapatDikoreksi) -> DapatDikoreksi:
    for value in _everything(connection):
        if (value.objek, value.kunci) == (satu.objek, satu.kunci):
            return value
    raise RefusedError(f"{satu.apa} tidak ada lagi. Muat ulang halaman.")


def _everything(connection: Connection) -> list[DapatDikoreksi]:
    """Every value that can be corrected, as stored and as it counts."""
    stored = Fakta(
        perencanaan.load_target(connection), realisasi.load_realisasi(connection), anggaran.load_anggaran(connection)
    )
    now = corrected(records.load_koreksi(connection), stored)
    names = {satu.id: satu.teks for satu in perencanaan.load_indikator(connection)}
    return [*_performance(stored, now, names), *_budget(stored, now)]


def _performance(stored: Fakta, now: Fakta, names: dict[int, str]) -> Iterator[DapatDikoreksi]:
    for old, new in zip(stored.target, now.target, strict=True):
        if old.indikator_id in names:
            kind = "PK" if old.jenis is JenisTarget.PK else "Renstra"
            what = f"Target {kind} {old.tahun} '{names[old.indikator_id]}'"
            yield DapatDikoreksi(ObjekKoreksi.TARGET, target_key(old), what, old.tahun, old.nilai, new.nilai)
    for was, becomes in zip(stored.realisasi, now.realisasi, strict=True):
        if was.indikator_id in names:
            when = f"{was.tahun}" + (f" triwulan {was.triwulan}" if was.triwulan else "")
            what = f"Realisasi {when} '{names[was.indikator_id]}'"
            key = realisasi_key(was)
            yield DapatDikoreksi(ObjekKoreksi.REALISASI, key, what, was.tahun, was.nilai, becomes.nilai)


def _budget(stored: Fakta, now: Fakta) -> Iterator[DapatDikoreksi]:
    for old, new in zip(stored.anggaran, now.anggaran, strict=True):
        for objek, field in ((ObjekKoreksi.PAGU, "pagu"), (ObjekKoreksi.REALISASI_ANGGARAN, "realisasi")):
            what = f"{'Pagu' if field == 'pagu' else 'Realisasi'} {old.tahun} {_line_name(old)}"
            yield DapatDikoreksi(objek, anggaran_key(old), what, old.tahun, getattr(old, field), getattr(new, field))


def _line_name(line: BarisAnggaran) -> str:
    group = f" ({line.kelompok})" if line.kelompok else ""
    return f"{line.kode} {line.uraian}{group}".strip()
