"""Facts as they were stored, with the declared corrections applied where their old value still stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lkjip.domain.anggaran import BarisAnggaran
from lkjip.domain.indikator import Realisasi, Target
from lkjip.domain.koreksi import Koreksi, ObjekKoreksi, apply, in_force, key_of


@dataclass(frozen=True, slots=True)
class Fakta:
    """Facts in force; `basi`: corrections whose old value stands no longer, to be looked at again."""

    target: tuple[Target, ...]
    realisasi: tuple[Realisasi, ...]
    anggaran: tuple[BarisAnggaran, ...]
    basi: tuple[Koreksi, ...] = ()


def target_key(satu: Target) -> str:
    """Which target: indicator, year, promise, Renstra."""
    return key_of(satu.indikator_id, satu.tahun, satu.jenis.value, satu.renstra)


def realisasi_key(satu: Realisasi) -> str:
    """Which realisasi: indicator, year, quarter."""
    return key_of(satu.indikator_id, satu.tahun, satu.triwulan)


def anggaran_key(satu: BarisAnggaran) -> str:
    """Which budget line: year, code, level, group, name."""
    return key_of(satu.tahun, satu.kode, satu.tingkat.value, satu.kelompok, satu.uraian)


def corrected(declared: Iterable[Koreksi], facts: Fakta) -> Fakta:
    """The facts with every correction that still fits."""
    koreksi = in_force(declared)
    if not koreksi:
        return facts
    target, first = apply(facts.target, koreksi, ObjekKoreksi.TARGET, target_key)
    realisasi, second = apply(facts.realisasi, koreksi, ObjekKoreksi.REALISASI, realisasi_key)
    lines, third = apply(facts.anggaran, koreksi, ObjekKoreksi.PAGU, anggaran_key, "pagu")
    lines, fourth = apply(lines, koreksi, ObjekKoreksi.REALISASI_ANGGARAN, anggaran_key, "realisasi")
    return Fakta(target, realisasi, lines, (*first, *second, *third, *fourth))
