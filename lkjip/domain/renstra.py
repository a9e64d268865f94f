"""Renstra periods: which one a year is measured against, and which sasaran and indicators belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lkjip.domain.indikator import Indikator, JenisTarget, Sasaran, Target
from lkjip.domain.numbers import Nilai
from lkjip.domain.tanggal import LAST_YEAR
from lkjip.domain.trace import Source

LASTS = 5  # years a Renstra lasts
_AFTER_ALL = 9999  # a year after all others: each is measured by its own Renstra


@dataclass(frozen=True, slots=True)
class Renstra:
    """One Renstra with its first and last year; `dokumen` names its decree."""

    id: int
    nama: str
    mulai: int
    akhir: int
    dokumen: str = ""
    versi: int = 1

    def memuat(self, tahun: int) -> bool:
        """Does the year lie inside?"""
        return self.mulai <= tahun <= self.akhir


@dataclass(frozen=True, slots=True)
class Tujuan:
    """A tujuan of one Renstra."""

    id: int
    renstra_id: int
    urutan: int
    teks: str
    versi: int = 1


@dataclass(frozen=True, slots=True)
class PosisiRenstra:
    """An indicator in one Renstra: its sasaran and tujuan there, kondisi awal, target akhir.

    `berlaku` False: taken out of this Renstra again.
    """

    renstra_id: int
    indikator_id: int
    sasaran_id: int
    tujuan_id: int | None = None
    tahun_awal: int | None = None
    awal: Nilai | None = None
    akhir: Nilai | None = None
    berlaku: bool = True
    sumber: Source = Source()


@dataclass(frozen=True, slots=True)
class TahunLaporan:
    """A report year: the Renstra chosen for it (None: by its years) and when it was opened ("" not yet)."""

    tahun: int
    renstra_id: int | None = None
    dibuka: str = ""
    dibuka_oleh: str = ""
    versi: int = 0


@dataclass(frozen=True, slots=True)
class RencanaRenstra:
    """All Renstra periods with what belongs to them, and the report years with their choice."""

    renstra: tuple[Renstra, ...] = ()
    tujuan: tuple[Tujuan, ...] = ()
    posisi: tuple[PosisiRenstra, ...] = ()
    tahun: tuple[TahunLaporan, ...] = ()


def renstra_of(rencana: RencanaRenstra, tahun: int) -> Renstra | None:
    """The Renstra this year is measured against: the one chosen, else the newest that contains the year."""
    chosen = next((satu.renstra_id for satu in rencana.tahun if satu.tahun == tahun), None)
    if chosen is not None:
        return next((satu for satu in rencana.renstra if satu.id == chosen), None)
    inside = [satu for satu in rencana.renstra if satu.memuat(tahun)]
    return max(inside, key=lambda satu: (satu.mulai, satu.id), default=None)


def next_period(renstra: Iterable[Renstra], tahun: int) -> tuple[int, int]:
    """First and last year of the Renstra after the last one; of the first one, beginning with the report year."""
    begin = max((satu.akhir + 1 for satu in renstra), default=tahun)
    return min(begin, LAST_YEAR), min(begin + LASTS - 1, LAST_YEAR)


def targets_for(rencana: RencanaRenstra, target: Iterable[Target], tahun: int) -> tuple[Target, ...]:
    """The targets a report of `tahun` uses: of several Renstra only those of the one each year is measured against.

    Years after `tahun` are those of its own Renstra, whose target akhir stands for its last year where that year has
    none. PK targets always count; a target that names no Renstra counts until its year has one that does.
    """
    if not rencana.renstra:
        return tuple(target)
    mine = renstra_of(rencana, tahun)
    of_year: dict[int, int | None] = {}

    def measured(year: int) -> int | None:
        if year not in of_year:
            found = mine if year > tahun else renstra_of(rencana, year)
            of_year[year] = found.id if found else None
        return of_year[year]

    kept = [
        satu
        for satu in target
        if satu.jenis is JenisTarget.PK or satu.renstra is None or satu.renstra == measured(satu.tahun)
    ]
    kept += _final(rencana, kept, mine)
    named = {(satu.indikator_id, satu.tahun) for satu in kept if satu.renstra is not None}
    return tuple(
        satu
        for satu in kept
        if satu.jenis is JenisTarget.PK or satu.renstra is not None or (satu.indikator_id, satu.tahun) not in named
    )


def targets_in_force(rencana: RencanaRenstra, target: Iterable[Target]) -> tuple[Target, ...]:
    """One target a year and promise: of several Renstra that of the one each year is measured against."""
    return targets_for(rencana, target, _AFTER_ALL)


def renstra_id(rencana: RencanaRenstra, jenis: JenisTarget, tahun: int) -> int | None:
    """The Renstra a new target of this year belongs to; None for a PK target and a year in no Renstra."""
    found = renstra_of(rencana, tahun) if jenis is JenisTarget.RENSTRA else None
    return found.id if found else None


def spelled_out(rencana: RencanaRenstra, indikator: Iterable[Indikator], renstra_id: int) -> tuple[PosisiRenstra, ...]:
    """The positions of a Renstra that has none yet, and to which therefore every indicator belongs.

    Whoever writes its first position writes these too: otherwise all other indicators would drop out of its years.
    """
    if places_in(rencana, renstra_id):
        return ()
    return tuple(PosisiRenstra(renstra_id, satu.id, satu.sasaran_id) for satu in indikator)


def places_in(rencana: RencanaRenstra, renstra_id: int) -> tuple[PosisiRenstra, ...]:
    """The positions in force of a Renstra; none: every indicator belongs to it."""
    return tuple(satu for satu in rencana.posisi if satu.renstra_id == renstra_id and satu.berlaku)


def position_of(rencana: RencanaRenstra, renstra_id: int, indikator_id: int) -> PosisiRenstra | None:
    """The position of an indicator in a Renstra, also one that was taken out again."""
    mine = (satu for satu in rencana.posisi if (satu.renstra_id, satu.indikator_id) == (renstra_id, indikator_id))
    return next(mine, None)


def _final(rencana: RencanaRenstra, target: Iterable[Target], mine: Renstra | None) -> Iterator[Target]:
    """The target akhir of this Renstra as targets of its last year, where that year has none of its own."""
    if mine is None:
        return
    there = {
        satu.indikator_id for satu in target if satu.jenis is JenisTarget.RENSTRA and satu.tahun == mine.akhir
    }  # fmt: skip
    for satu in rencana.posisi:
        if satu.renstra_id == mine.id and satu.berlaku and satu.akhir is not None and satu.indikator_id not in there:
            yield Target(satu.indikator_id, mine.akhir, JenisTarget.RENSTRA, satu.akhir, satu.sumber, mine.id)


def plan_of_year(
    rencana: RencanaRenstra,
    sasaran: tuple[Sasaran, ...],
    indikator: tuple[Indikator, ...],
    tahun: int,
    berfakta: frozenset[int],
) -> tuple[tuple[Sasaran, ...], tuple[Indikator, ...]]:
    """Sasaran and indicators of a year: those of its Renstra, and any other with a PK target or realisasi (`berfakta`).

    An indicator stands under the sasaran it has in that Renstra; both are numbered from 1 anew. Without positions
    everything belongs to every year.
    """
    mine = renstra_of(rencana, tahun)
    places = {
        satu.indikator_id: satu.sasaran_id
        for satu in rencana.posisi
        if mine is not None and satu.renstra_id == mine.id and satu.berlaku
    }
    if not places:
        return sasaran, indikator
    known = {satu.id for satu in sasaran}
    chosen = [
        replace(satu, sasaran_id=places[satu.id]) if places.get(satu.id) in known else satu
        for satu in indikator
        if satu.id in places or satu.id in berfakta
    ]
    used = {satu.sasaran_id for satu in chosen}
    here = sorted((satu for satu in sasaran if satu.id in used), key=lambda satu: satu.urutan)
    numbers: Counter[int] = Counter()
    numbered = []
    for satu in chosen:
        numbers[satu.sasaran_id] += 1
        numbered.append(replace(satu, urutan=numbers[satu.sasaran_id]))
    return tuple(replace(satu, urutan=place) for place, satu in enumerate(here, 1)), tuple(numbered)
