"""The targets a plan brings, compared with those in force: only what is new or differs is appended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from lkjip.domain.baca_rencana import BarisRencana, TargetTerbaca
from lkjip.domain.finding import Finding
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.showing import show_nilai
from lkjip.domain.trace import Source
from lkjip.rules import load_aturan
from lkjip.services.facts import same_value
from lkjip.services.rencana_cocok import Butir
from lkjip.services.rencana_pilihan import Golongan, PerubahanRencana

Key = tuple[int, int]  # indicator (or its placeholder) and year
Pick = Callable[[BarisRencana], Iterable[tuple[int, TargetTerbaca]]]
_SAYS_NOTHING = (StatusNilai.KOSONG, StatusNilai.AMBIGU)  # an ambiguous number is asked about before anything is stored


def collect_targets(butir: Iterable[Butir], pick: Pick, jenis: JenisTarget) -> tuple[dict[Key, Target], list[Finding]]:
    """The targets by indicator and year; `pick` says which of a line count, and for which year."""
    facts: dict[Key, Target] = {}
    wrong: list[Finding] = []
    for item in butir:
        for line in item.baris:
            for year, satu in pick(line):
                if satu.nilai.status in _SAYS_NOTHING:
                    continue
                before = facts.get((item.nomor, year))
                fact = Target(item.nomor, year, jenis, satu.nilai, Source(lembar=line.lembar, sel=satu.sel))
                if before is None:
                    facts[item.nomor, year] = fact
                elif not same_value(before.nilai, fact.nilai):
                    wrong.append(_contradiction(item, before, fact))
    return facts, wrong


def _contradiction(item: Butir, before: Target, fact: Target) -> Finding:
    return load_aturan().katalog.temuan(
        "rencana_target_ganda", lembar=fact.sumber.lembar, sel=fact.sumber.sel, nilai=show_nilai(fact.nilai),
        indikator=item.utama.indikator, tahun=fact.tahun, lain=show_nilai(before.nilai), sel_lain=before.sumber.sel,
    )  # fmt: skip


def compare_targets(
    butir: Iterable[Butir], facts: Mapping[Key, Target], old: Mapping[Key, Target], label: str
) -> tuple[list[Target], list[PerubahanRencana], int]:
    """The targets to append, the changes one by one, and how many stand already."""
    names = {item.nomor: item.stored.teks if item.stored else item.utama.indikator for item in butir}
    append, changes, same = list[Target](), list[PerubahanRencana](), 0
    for key, fact in facts.items():
        before = old.get(key)
        if before is not None and same_value(before.nilai, fact.nilai):
            same += 1
            continue
        append.append(fact)
        changes.append(
            PerubahanRencana(
                Golongan.BARU if before is None else Golongan.BERUBAH, names[fact.indikator_id], label, fact.tahun,
                "" if before is None else show_nilai(before.nilai), show_nilai(fact.nilai),
                fact.sumber.lembar, fact.sumber.sel,
            )
        )  # fmt: skip
    return append, changes, same


def totals(butir: Iterable[Butir], facts: Mapping[Key, Target]) -> dict[str, Decimal]:
    """Counts to compare with the file: indicators, and filled targets of each year."""
    counts = {"Indikator": Decimal(len(list(butir)))}
    for _, year in sorted(facts, key=lambda key: key[1]):
        counts[f"Target terisi {year}"] = counts.get(f"Target terisi {year}", Decimal(0)) + 1
    return counts
