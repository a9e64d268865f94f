"""Declared corrections of single values: applied when facts are read, where the old value still stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from lkjip.domain.numbers import Nilai
from lkjip.domain.trace import Source

Fakta = TypeVar("Fakta")


class ObjekKoreksi(StrEnum):
    """What is corrected."""

    TARGET = "target"
    REALISASI = "realisasi"
    PAGU = "pagu"
    REALISASI_ANGGARAN = "realisasi anggaran"


@dataclass(frozen=True, slots=True)
class Koreksi:
    """One correction: which value (`objek`, `kunci`), from what, to what, why, by which document, by whom.

    `mencabut` is the id of an earlier correction that this record takes back (then `lama` and `baru` are its own).
    """

    id: int
    objek: ObjekKoreksi
    kunci: str
    tahun: int
    lama: Nilai
    baru: Nilai
    alasan: str
    dokumen: str = ""
    mencabut: int | None = None
    oleh: str = ""
    pada: str = ""

    @property
    def sumber(self) -> Source:
        """The origin of the corrected value: the person who declared it."""
        return Source(oleh=f"{self.oleh} (koreksi {self.id}: {self.alasan})", pada=self.pada)


def key_of(*parts: object) -> str:
    """The key of a value: its parts in order, e.g. indicator id, year, quarter."""
    return "|".join("" if part is None else str(part) for part in parts)


def in_force(semua: Iterable[Koreksi]) -> Mapping[tuple[ObjekKoreksi, str], Koreksi]:
    """The newest correction of each value, without those taken back."""
    listed = sorted(semua, key=lambda satu: satu.id)
    gone = {satu.mencabut for satu in listed if satu.mencabut is not None}
    alive = [satu for satu in listed if satu.mencabut is None and satu.id not in gone]
    return {(satu.objek, satu.kunci): satu for satu in alive}


def same(one: Nilai, other: Nilai) -> bool:
    """The same number, or the same state and text where there is none."""
    if one.terukur and other.terukur:
        return one.angka == other.angka and one.sampai == other.sampai
    return one.status is other.status and " ".join(one.teks.split()) == " ".join(other.teks.split())


def apply(
    facts: Iterable[Fakta],
    koreksi: Mapping[tuple[ObjekKoreksi, str], Koreksi],
    objek: ObjekKoreksi,
    kunci: Callable[[Fakta], str],
    nilai: str = "nilai",
) -> tuple[tuple[Fakta, ...], tuple[Koreksi, ...]]:
    """The facts with the corrections of their field `nilai`, and those corrections whose old value stands no longer."""
    result, stale = list[Fakta](), list[Koreksi]()
    for fact in facts:
        found = koreksi.get((objek, kunci(fact)))
        if found is None:
            result.append(fact)
        elif same(getattr(fact, nilai), found.lama):
            result.append(replace(fact, **{nilai: found.baru, "sumber": found.sumber}))  # type: ignore[type-var]
        else:
            stale += [] if same(getattr(fact, nilai), found.baru) else [found]
            result.append(fact)
    return tuple(result), tuple(stale)
