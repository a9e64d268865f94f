"""What storing the budget tables of a file would do, year by year; and doing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lkjip.domain.anggaran import BarisAnggaran
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.numbers import Nilai, StatusNilai, format_rupiah, round_half_up
from lkjip.domain.reading import Bacaan, BacaanAnggaran
from lkjip.domain.trace import Source, place
from lkjip.services.choices import Hitung, Perubahan, Pilihan
from lkjip.services.facts import same_value
from lkjip.services.isian import MOST_RUPIAH
from lkjip.services.quarters import yearly_lines
from lkjip.store import Deed, anggaran


@dataclass(frozen=True, slots=True)
class RencanaAnggaran:
    """The lines of each year that would be stored (years whose lines stand unchanged are left out)."""

    baris: tuple[BarisAnggaran, ...] = ()
    hitung: tuple[Hitung, ...] = ()
    perubahan: tuple[Perubahan, ...] = ()
    catatan: tuple[str, ...] = ()
    halangan: tuple[str, ...] = ()


def plan_anggaran(bacaan: Sequence[Bacaan], data: DataKinerja, tahun: int, pilihan: Pilihan) -> RencanaAnggaran:
    """Compare the budget lines with those in force."""
    tables, halangan = list[tuple[str, list[BacaanAnggaran]]](), list[str]()
    for table in bacaan:
        lines, problem = yearly_lines(table, tahun, pilihan.triwulan_anggaran)
        tables.append((table.lembar, lines))
        halangan += [problem] if problem else []
    fresh = _numbered(tables, tahun)
    parts = [_plan_year(year, fresh[year], data, pilihan.anggaran) for year in sorted(fresh)]
    halangan += [problem for part in parts for problem in part.halangan] + _too_large(fresh.values())
    halangan += [problem for year in sorted(fresh) for problem in _counted_twice(year, tables, tahun)]
    return RencanaAnggaran(
        tuple(baris for part in parts for baris in part.baris),
        tuple(count for part in parts for count in part.hitung),
        tuple(change for part in parts for change in part.perubahan),
        tuple(note for part in parts for note in part.catatan) + _finer_than_sen(tables),
        tuple(halangan),
    )


def store_anggaran(deed: Deed, plan: RencanaAnggaran, impor_id: int) -> None:
    """Append the lines."""
    anggaran.add_anggaran(deed, plan.baris, impor_id)


def _numbered(tables: Iterable[tuple[str, list[BacaanAnggaran]]], tahun: int) -> dict[int, list[BarisAnggaran]]:
    """All lines of a year counted from 1 over all tables, with parents by the new numbers."""
    years: dict[int, list[BarisAnggaran]] = {}
    for lembar, lines in tables:
        numbers: dict[tuple[int, int, str], int] = {}
        for line in lines:
            year = line.tahun or tahun
            place = len(years.setdefault(year, [])) + 1
            numbers[year, line.urutan, line.kelompok] = place
            years[year].append(_baris(line, year, place, lembar))
        for line in lines:
            year = line.tahun or tahun
            place = numbers[year, line.urutan, line.kelompok]
            parent = line.induk if line.induk is not None else -1
            induk = numbers.get((year, parent, line.kelompok), numbers.get((year, parent, "")))
            years[year][place - 1] = replace(years[year][place - 1], induk=induk)
    return years


def _baris(line: BacaanAnggaran, year: int, place: int, lembar: str) -> BarisAnggaran:
    cells = dict.fromkeys(line.sel[name] for name in ("pagu", "realisasi") if line.sel.get(name))
    printed = line.persen_tercetak if line.persen_tercetak.status is not StatusNilai.KOSONG else None
    return BarisAnggaran(
        year,
        place,
        line.kode,
        " ".join(line.uraian.split()),
        line.tingkat,
        in_sen(line.pagu),
        in_sen(line.realisasi),
        None,
        line.kelompok,
        printed,
        Source(lembar=lembar, sel=", ".join(cells)),
    )


def in_sen(nilai: Nilai) -> Nilai:
    """Money has no part smaller than a sen; `teks` keeps what was written."""
    if nilai.angka is None:
        return nilai
    upper = None if nilai.sampai is None else round_half_up(nilai.sampai, 2)
    return replace(nilai, angka=round_half_up(nilai.angka, 2), sampai=upper)


def _finer_than_sen(tables: Iterable[tuple[str, list[BacaanAnggaran]]]) -> tuple[str, ...]:
    amounts = [nilai for _sheet, lines in tables for line in lines for nilai in (line.pagu, line.realisasi)]
    count = sum(nilai.angka is not None and round_half_up(nilai.angka, 2) != nilai.angka for nilai in amounts)
    return (f"{count} jumlah rupiah lebih halus dari sen; dibulatkan ke sen.",) if count else ()


def _too_large(years: Iterable[list[BarisAnggaran]]) -> list[str]:
    return [
        f"{place(baris.sumber.lembar, baris.sumber.sel)}: '{nilai.teks}' terlalu besar untuk jumlah rupiah. "
        "Periksa sel itu di berkas."
        for lines in years
        for baris in lines
        for nilai in (baris.pagu, baris.realisasi)
        if nilai.angka is not None and abs(nilai.angka) > MOST_RUPIAH
    ]


def _counted_twice(year: int, tables: Iterable[tuple[str, list[BacaanAnggaran]]], tahun: int) -> list[str]:
    """The same line in two tables would count its rupiah twice."""
    first: dict[tuple[str, ...], tuple[int, str]] = {}
    for number, (lembar, lines) in enumerate(tables):
        for line in lines:
            if (line.tahun or tahun) != year:
                continue
            key = (line.kode, line.uraian.casefold(), line.tingkat.value, line.kelompok)
            before = first.setdefault(key, (number, lembar))
            if before[0] != number:
                return [
                    f"Baris anggaran {year} '{line.uraian}' ada di lembar '{before[1]}' dan di lembar '{lembar}'; "
                    "rupiahnya akan terhitung dua kali. Pilih tabel mana yang disimpan."
                ]
    return []


def _identity(baris: BarisAnggaran) -> tuple[str, ...]:
    return (baris.kode, baris.uraian.casefold(), baris.tingkat.value, baris.kelompok)


def _plan_year(year: int, fresh: list[BarisAnggaran], data: DataKinerja, cara: str) -> RencanaAnggaran:
    present = [baris for baris in data.anggaran if baris.tahun == year]
    label = f"Baris anggaran {year}"
    if cara == "tambah":
        return _plan_adding(year, fresh, present, label)
    if _same_lines(fresh, present):
        return RencanaAnggaran(hitung=(Hitung(label, sama=len(fresh)),))
    before = _paired(fresh, present)
    changes, new = list[Perubahan](), 0
    for baris in fresh:
        old = before.get(baris.urutan)
        if old is None:
            new += 1
        elif not (same_value(old.pagu, baris.pagu) and same_value(old.realisasi, baris.realisasi)):
            place = baris.sumber
            changes.append(
                Perubahan(baris.uraian, year, _amounts(old), _amounts(baris), lembar=place.lembar, sel=place.sel)
            )
    same = len(fresh) - new - len(changes)
    gone = len(present) - len(before)
    notes = [f"{gone} baris anggaran {year} yang tersimpan tidak ada di berkas ini dan tidak berlaku lagi."]
    return RencanaAnggaran(
        tuple(fresh), (Hitung(label, new, len(changes), same),), tuple(changes), tuple(notes if gone else ())
    )


def _paired(fresh: Sequence[BarisAnggaran], present: Sequence[BarisAnggaran]) -> dict[int, BarisAnggaran]:
    """The stored line of each line of the file, by its place: first the one below the same lines.

    The same rekening stands below many sub kegiatan, so a line alone does not say which one it is. What is left is
    paired by itself where there is one of it on both sides: in a table that leaves out the levels above.
    """
    found = dict[int, BarisAnggaran]()
    now, stored = _paths(fresh), _paths(present)
    waiting: dict[tuple[object, ...], list[BarisAnggaran]] = {}
    for baris in present:
        waiting.setdefault(stored[baris.urutan], []).append(baris)
    for baris in fresh:
        if same := waiting.get(now[baris.urutan]):
            found[baris.urutan] = same.pop(0)
    taken = {baris.urutan for baris in found.values()}
    left = [baris for baris in present if baris.urutan not in taken]
    new = [baris for baris in fresh if baris.urutan not in found]
    here, there = Counter(map(_identity, new)), Counter(map(_identity, left))
    alone = {_identity(baris): baris for baris in left if there[_identity(baris)] == 1}
    return found | {
        baris.urutan: alone[_identity(baris)]
        for baris in new
        if here[_identity(baris)] == 1 and _identity(baris) in alone
    }


def _paths(lines: Sequence[BarisAnggaran]) -> dict[int, tuple[object, ...]]:
    """Each line with the lines above it, by its place."""
    found: dict[int, tuple[object, ...]] = {}
    for baris in sorted(lines, key=lambda baris: baris.urutan):
        found[baris.urutan] = (*_identity(baris), found.get(baris.induk or 0, ()))
    return found


def _plan_adding(year: int, fresh: list[BarisAnggaran], present: list[BarisAnggaran], label: str) -> RencanaAnggaran:
    known = {_identity(baris) for baris in present}
    twice = [baris.uraian for baris in fresh if _identity(baris) in known]
    if twice:
        problem = (
            f"{len(twice)} baris anggaran {year} sudah tersimpan, misalnya '{twice[0]}'. Menambahkannya menghitung "
            "rupiah yang sama dua kali: pilih 'menggantikan', atau buang baris itu dari berkas."
        )
        return RencanaAnggaran(halangan=(problem,))
    return RencanaAnggaran(tuple(fresh), (Hitung(label, len(fresh)),))


def _same_lines(fresh: list[BarisAnggaran], present: list[BarisAnggaran]) -> bool:
    return len(fresh) == len(present) and all(
        _identity(satu) == _identity(dua)
        and satu.induk == dua.induk
        and same_value(satu.pagu, dua.pagu)
        and same_value(satu.realisasi, dua.realisasi)
        for satu, dua in zip(fresh, present, strict=True)
    )


def _amounts(baris: BarisAnggaran) -> str:
    parts = [
        format_rupiah(nilai.angka) if nilai.angka is not None else "kosong" for nilai in (baris.pagu, baris.realisasi)
    ]
    return " / ".join(parts)
