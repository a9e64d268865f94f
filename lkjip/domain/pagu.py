"""The plan of the budget: program, kegiatan, sub kegiatan with their pagu, murni and perubahan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.numbers import Nilai
from lkjip.domain.trace import Source


@dataclass(frozen=True, slots=True)
class BarisPagu:
    """One line of the programme tree of a year; `induk` is the `urutan` of the line it is part of."""

    tahun: int
    tahap: Tahap
    urutan: int
    kode: str
    uraian: str
    tingkat: TingkatAnggaran
    pagu: Nilai
    induk: int | None = None
    dokumen_id: int | None = None
    sumber: Source = Source()


def identity(satu: BarisPagu, above: str) -> str:
    """What tells a line from all others: its code, or its name below its parent (`above`) where there is none."""
    name = " ".join(satu.uraian.casefold().split())
    return f"{satu.tingkat.value}:{satu.kode or f'{above}/{name}'}"


def identities(lines: Sequence[BarisPagu]) -> dict[int, str]:
    """The identity of each line by its `urutan`; parents stand before their parts."""
    found: dict[int, str] = {}
    for satu in sorted(lines, key=lambda satu: satu.urutan):
        found[satu.urutan] = identity(satu, found.get(satu.induk or 0, ""))
    return found


def sums_that_differ(lines: Sequence[BarisPagu]) -> tuple[tuple[BarisPagu, Decimal], ...]:
    """Lines whose parts do not add up to them, with the sum of the parts; lines with an unfilled part are left out."""
    parts: dict[int, list[Nilai]] = {}
    for satu in lines:
        if satu.induk is not None:
            parts.setdefault(satu.induk, []).append(satu.pagu)
    found = []
    for satu in lines:
        own = [nilai.angka for nilai in parts.get(satu.urutan, ()) if nilai.angka is not None]
        whole = len(own) == len(parts.get(satu.urutan, ()))
        if own and whole and satu.pagu.angka is not None and sum(own, Decimal(0)) != satu.pagu.angka:
            found.append((satu, sum(own, Decimal(0))))
    return tuple(found)


def plan_in_force(pagu: Iterable[BarisPagu], tahun: int) -> tuple[BarisPagu, ...]:
    """The programme tree of a year: the perubahan where there is one, else the murni."""
    of_year = tuple(satu for satu in pagu if satu.tahun == tahun)
    changed = tuple(satu for satu in of_year if satu.tahap is Tahap.PERUBAHAN)
    return changed or of_year
