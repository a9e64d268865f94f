"""Targets and realisasi that a file brings, compared with those in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from lkjip.domain.indikator import JenisTarget, Realisasi, Target
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.domain.trace import Source, place
from lkjip.services.choices import Hitung, Perubahan
from lkjip.services.grouping import Kelompok, Record
from lkjip.services.isian import write_nilai

Fakta = TypeVar("Fakta", Target, Realisasi)
NAMA_TARGET = {JenisTarget.PK: "Target PK", JenisTarget.RENSTRA: "Target Renstra"}


@dataclass(slots=True)
class Terkumpul:
    """Facts by what they are about, with the contradictions met on the way."""

    target: dict[tuple[int, int, JenisTarget], Target] = field(default_factory=dict)
    realisasi: dict[tuple[int, int, int | None], Realisasi] = field(default_factory=dict)
    halangan: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)


def same_value(satu: Nilai | None, dua: Nilai | None) -> bool:
    """The same state and number, however written."""
    if satu is None or dua is None:
        return satu is dua
    texts = satu.status is not StatusNilai.TEKS or satu.teks == dua.teks
    return satu.status is dua.status and satu.angka == dua.angka and satu.sampai == dua.sampai and texts


def collect(groups: Iterable[Kelompok], tahun: int, jenis: str) -> Terkumpul:
    """The facts of all groups; `tahun` is the year of lines that name none, `jenis` the chosen kind of target."""
    found = Terkumpul()
    for group in groups:
        for record in group.records:
            _add_realisasi(found, group, record, tahun)
        _add_targets(found, group, tahun, jenis)
    return found


def _given(nilai: Nilai, record: Record, name: str) -> bool:
    """A value, or at least a cell that could have held one."""
    return nilai.status is not StatusNilai.KOSONG or name in record[1].sel


def _add_realisasi(found: Terkumpul, group: Kelompok, record: Record, tahun: int) -> None:
    lembar, line = record
    if not _given(line.realisasi, record, "realisasi"):
        return
    printed = line.capaian_tercetak if line.capaian_tercetak.status is not StatusNilai.KOSONG else None
    year = line.tahun or tahun
    sumber = Source(lembar=lembar, sel=line.sel.get("realisasi", ""))
    fact = Realisasi(group.nomor, year, line.realisasi, line.triwulan, printed, sumber)
    _put(found, found.realisasi, (group.nomor, year, line.triwulan), fact, f"realisasi '{group.teks}' {year}")


def _add_targets(found: Terkumpul, group: Kelompok, tahun: int, jenis: str) -> None:
    """Yearly targets; a target that stands beside each quarter counts once if it is the same in all."""
    yearly = [record for record in group.records if record[1].triwulan is None]
    with_target = [record for record in yearly if record[1].target.status is not StatusNilai.KOSONG]
    quarterly = [record for record in group.records if record[1].triwulan is not None]
    by_year: dict[int, list[Record]] = {}
    for record in quarterly:
        by_year.setdefault(record[1].tahun or tahun, []).append(record)
    usable = list(yearly)
    for year, records in by_year.items():
        if any((record[1].tahun or tahun) == year for record in with_target):
            continue
        if all(same_value(record[1].target, records[0][1].target) for record in records):
            usable.append(records[0])
        else:
            found.catatan.append(
                f"Target '{group.teks}' {year} berbeda tiap triwulan; target setahun tidak disimpan. "
                "Isi di halaman Perencanaan."
            )
    for record in usable:
        _add_target(found, group, record, tahun, jenis)


def _add_target(found: Terkumpul, group: Kelompok, record: Record, tahun: int, jenis: str) -> None:
    lembar, line = record
    if not _given(line.target, record, "target"):
        return
    year = line.tahun or tahun
    sumber = Source(lembar=lembar, sel=line.sel.get("target", ""))
    for kind in _kinds(jenis, line.jenis_target):
        fact = Target(group.nomor, year, kind, line.target, sumber)
        _put(found, found.target, (group.nomor, year, kind), fact, f"{NAMA_TARGET[kind]} '{group.teks}' {year}")


def _kinds(jenis: str, by_header: JenisTarget) -> tuple[JenisTarget, ...]:
    if jenis == "keduanya":
        return tuple(JenisTarget)
    return (by_header,) if jenis == "otomatis" else (JenisTarget(jenis),)


Key = TypeVar("Key")


def _put(found: Terkumpul, facts: dict[Key, Fakta], key: Key, fact: Fakta, what: str) -> None:
    """Keep the fact; an empty cell never hides a value, two different values are a contradiction."""
    before = facts.get(key)
    if before is None or before.nilai.status is StatusNilai.KOSONG:
        facts[key] = fact
    elif fact.nilai.status is not StatusNilai.KOSONG and not same_value(before.nilai, fact.nilai):
        found.halangan.append(
            f"Ada dua {what} yang berbeda: {write_nilai(before.nilai)} ({_place(before)}) dan "
            f"{write_nilai(fact.nilai)} ({_place(fact)}). Pilih tabel atau kolom yang benar."
        )


def _place(fact: Target | Realisasi) -> str:
    return place(fact.sumber.lembar, fact.sumber.sel, awal=False)


def compare(
    facts: Mapping[Key, Fakta], in_force: Mapping[Key, Fakta], jenis: str, name: Callable[[Fakta], str]
) -> tuple[list[Fakta], Hitung, list[Perubahan]]:
    """The facts to append, how many are new, changed, unchanged or empty, and the changes one by one."""
    append, changes, new, same, skipped = list[Fakta](), list[Perubahan](), 0, 0, 0
    for key, fact in facts.items():
        before = in_force.get(key)
        if before is None:
            new += 1
        elif fact.nilai.status is StatusNilai.KOSONG and before.nilai.status is not StatusNilai.KOSONG:
            skipped += 1
            continue
        elif same_value(before.nilai, fact.nilai) and _same_print(before, fact):
            same += 1
            continue
        else:
            was, becomes = write_nilai(before.nilai), write_nilai(fact.nilai)
            changes.append(Perubahan(name(fact), fact.tahun, was, becomes, fact.sumber.lembar, fact.sumber.sel))
        append.append(fact)
    return append, Hitung(jenis, new, len(changes), same, skipped), changes


def _same_print(before: Target | Realisasi, fact: Target | Realisasi) -> bool:
    if isinstance(before, Target) or isinstance(fact, Target) or fact.capaian_tercetak is None:
        return True
    return same_value(before.capaian_tercetak, fact.capaian_tercetak)
