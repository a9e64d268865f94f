"""Which formula do the printed percentages of an indicator follow? A proposal with its count, never set by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip.domain.labels import common_labels
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.printed import check_printed
from lkjip.domain.reading import BacaanIndikator
from lkjip.rules import load_aturan

CANDIDATES = ("naik", "turun", "turun_rasio")
RANGES = {"naik": "rentang_naik", "turun": "rentang_turun", "turun_rasio": "rentang_turun"}


@dataclass(frozen=True, slots=True)
class UsulanRumus:
    """A proposed formula. `kunci` names it in `Pilihan.rumus_diterima`; `kalimat` says why."""

    kunci: str
    indikator: str
    rumus: str
    cocok: int
    dari: int
    kalimat: str


def propose(kunci: str, records: Sequence[BacaanIndikator]) -> UsulanRumus | None:
    """The formula that reproduces most printed percentages, or the one the kind of target asks for."""
    indikator = records[0].indikator
    printed = [record for record in records if _telling(record)]
    hits = {rumus: sum(_follows(record, rumus) for record in printed) for rumus in CANDIDATES}
    best = max(CANDIDATES, key=lambda rumus: hits[rumus])  # the first of equals: naik
    is_range = any(record.target.sampai is not None for record in records)
    if hits[best] * 2 > len(printed):
        rumus = RANGES[best] if is_range else best
        sentence = f"Sesuai dengan {hits[best]} dari {len(printed)} persentase yang tercetak."
        return UsulanRumus(kunci, indikator, rumus, hits[best], len(printed), sentence)
    if is_range:
        return UsulanRumus(kunci, indikator, "rentang_naik", 0, len(printed), "Target berupa rentang.")
    rumus = _for_labels(records)
    return UsulanRumus(kunci, indikator, rumus, 0, len(printed), "Target berupa sebutan.") if rumus else None


def _telling(record: BacaanIndikator) -> bool:
    """Only where realisasi differs from the target do the formulas differ."""
    measured = record.target.terukur and record.realisasi.terukur and record.capaian_tercetak.terukur
    return measured and record.target.angka != record.realisasi.angka


def _follows(record: BacaanIndikator, rumus: str) -> bool:
    cocok = check_printed(record.target, record.realisasi, record.capaian_tercetak, rumus)
    return cocok.hasil in ("ya", "pembulatan") and cocok.rumus == rumus


def _for_labels(records: Iterable[BacaanIndikator]) -> str:
    """`ya_tidak` or `predikat` where all written targets are labels of a known list."""
    lists = load_aturan().istilah.urutan_label
    written = [record.target for record in records if record.target.status is not StatusNilai.KOSONG]
    if not written or any(nilai.status is not StatusNilai.TEKS for nilai in written):
        return ""
    found = [common_labels(nilai.teks, nilai.teks, lists) for nilai in written]
    if not all(found):
        return ""
    return "ya_tidak" if all(pair and pair[0].daftar == "ya_tidak" for pair in found) else "predikat"
