"""Renstra, PK and budget of a year held against each other: what differs, by name, each to be settled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from enum import StrEnum

from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.indikator import Indikator, JenisTarget, Target
from lkjip.domain.koreksi import same
from lkjip.domain.numbers import Nilai, StatusNilai, format_rupiah
from lkjip.domain.pagu import BarisPagu, plan_in_force
from lkjip.domain.pengumpulan import SerapanSeksi
from lkjip.domain.renstra import plan_of_year, targets_for
from lkjip.domain.showing import show_nilai

ALIKE = 0.8  # how alike two wordings must be before they are held for one indicator written twice


class JenisBeda(StrEnum):
    """What two documents say differently."""

    RUMUSAN = "rumusan"
    SATUAN = "satuan"
    TARGET = "target"
    HANYA_RENSTRA = "hanya di Renstra"
    HANYA_PK = "hanya di PK"
    PROGRAM = "program"
    KODE = "kode"
    PAGU = "pagu"
    SERAPAN = "serapan seksi"


@dataclass(frozen=True, slots=True)
class Beda:
    """One difference: about what, and what each document says ("" where it says nothing).

    `indikator_id` is set for differences of indicators. `kunci` holds the contents too: other contents are another
    difference, and what was settled before no longer counts.
    """

    jenis: JenisBeda
    apa: str
    renstra: str = ""
    pk: str = ""
    anggaran: str = ""
    indikator_id: int | None = None

    @property
    def kunci(self) -> str:
        """What identifies this difference."""
        said = "\x1f".join((self.jenis.value, self.apa, self.renstra, self.pk, self.anggaran))
        return hashlib.sha256(said.encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Putusan:
    """How one difference (`kunci`) of a year was settled, and why. `keputusan` "dibuka" takes an earlier one back."""

    tahun: int
    kunci: str
    keputusan: str
    alasan: str
    oleh: str = ""
    pada: str = ""


def differences(data: DataKinerja, tahun: int) -> tuple[Beda, ...]:
    """All differences of a year: indicators first, then programmes and codes."""
    targets = [satu for satu in targets_for(data.rencana, data.target, tahun) if satu.tahun == tahun]
    promised = {jenis: _filled(targets, jenis) for jenis in JenisTarget}
    berfakta = frozenset(promised[JenisTarget.PK]) | frozenset(promised[JenisTarget.RENSTRA])
    _sasaran, plan = plan_of_year(data.rencana, data.sasaran, data.indikator, tahun, berfakta)
    renstra, pk = promised[JenisTarget.RENSTRA], promised[JenisTarget.PK]
    return (
        *_wordings(plan, renstra, pk),
        *(beda for satu in plan for beda in _of_indicator(satu, renstra.get(satu.id), pk.get(satu.id))),
        *_programmes(data, tahun),
    )


def _filled(targets: list[Target], jenis: JenisTarget) -> dict[int, Nilai]:
    return {
        satu.indikator_id: satu.nilai
        for satu in targets
        if satu.jenis is jenis and satu.nilai.status is not StatusNilai.KOSONG
    }


def _of_indicator(satu: Indikator, renstra: Nilai | None, pk: Nilai | None) -> Iterator[Beda]:
    if renstra is None and pk is None:
        return
    if pk is None:
        yield Beda(JenisBeda.HANYA_RENSTRA, satu.teks, show_nilai(renstra), indikator_id=satu.id)
        return
    if renstra is None:
        yield Beda(JenisBeda.HANYA_PK, satu.teks, pk=show_nilai(pk), indikator_id=satu.id)
        return
    if not same(renstra, pk):
        yield Beda(JenisBeda.TARGET, satu.teks, show_nilai(renstra), show_nilai(pk), indikator_id=satu.id)
    units = [nilai.satuan or satu.satuan for nilai in (renstra, pk)]
    if units[0].casefold() != units[1].casefold():
        yield Beda(JenisBeda.SATUAN, satu.teks, units[0], units[1], indikator_id=satu.id)


def _wordings(plan: tuple[Indikator, ...], renstra: dict[int, Nilai], pk: dict[int, Nilai]) -> Iterator[Beda]:
    """Two indicators, one of them only in the Renstra and the other only in the PK, written nearly alike."""
    only_renstra = [satu for satu in plan if satu.id in renstra and satu.id not in pk]
    only_pk = [satu for satu in plan if satu.id in pk and satu.id not in renstra]
    for one in only_renstra:
        for other in only_pk:
            if SequenceMatcher(None, one.teks.casefold(), other.teks.casefold()).ratio() >= ALIKE:
                yield Beda(JenisBeda.RUMUSAN, other.teks, one.teks, other.teks, indikator_id=other.id)


def _programmes(data: DataKinerja, tahun: int) -> Iterator[Beda]:
    """Codes and amounts of the plan of the budget against the report of it, and programmes nobody's sasaran names."""
    plan = {satu.kode: satu for satu in plan_in_force(data.pagu, tahun) if satu.kode}
    spent = _by_code([satu for satu in data.anggaran if satu.tahun == tahun])
    if plan and spent:
        yield from _codes(plan, spent)
    lines: list[BarisPagu | BarisAnggaran] = [*plan.values(), *spent.values()]
    programmes = {satu.kode: satu.uraian for satu in lines if satu.tingkat is TingkatAnggaran.PROGRAM}
    named = {kode for sasaran in data.sasaran for kode in sasaran.program}
    for kode, uraian in programmes.items():
        if kode not in named and uraian not in named:
            yield Beda(JenisBeda.PROGRAM, f"{kode} {uraian}", anggaran="belum dihubungkan dengan sasaran")
    for sasaran in data.sasaran:
        for kode in sasaran.program:
            if programmes and kode not in programmes and kode not in programmes.values():
                yield Beda(JenisBeda.PROGRAM, kode, renstra=sasaran.teks, anggaran="tidak ada di anggaran")


def section_spending(data: DataKinerja, serapan: Sequence[SerapanSeksi], tahun: int) -> tuple[Beda, ...]:
    """What the sections say they spent in the year on a code, against the report of the budget."""
    spent = _by_code([satu for satu in data.anggaran if satu.tahun == tahun])
    said: dict[str, dict[int | None, Decimal]] = {}
    for satu in serapan:
        if satu.tahun == tahun and satu.nilai.angka is not None:
            quarters = said.setdefault(satu.kode, {})
            quarters[satu.triwulan] = quarters.get(satu.triwulan, Decimal(0)) + satu.nilai.angka
    found = []
    for kode, quarters in said.items():
        line = spent.get(kode)
        whole = quarters.get(None, sum((quarters[nomor] for nomor in quarters if nomor), Decimal(0)))
        complete = None in quarters or {1, 2, 3, 4} <= set(quarters)
        if line is not None and line.realisasi.angka is not None and complete and line.realisasi.angka != whole:
            amounts = (format_rupiah(whole), format_rupiah(line.realisasi.angka))
            found.append(Beda(JenisBeda.SERAPAN, f"{kode} {line.uraian}", pk=f"menurut seksi {amounts[0]}",
                              anggaran=amounts[1]))  # fmt: skip
    return tuple(found)


def _by_code(lines: list[BarisAnggaran]) -> dict[str, BarisAnggaran]:
    """One line per code; groups of one code (operasi, modal) stand for themselves and are left out."""
    found: dict[str, BarisAnggaran] = {}
    twice: set[str] = set()
    for line in lines:
        if line.kode in found:
            twice.add(line.kode)
        found[line.kode] = line
    return {kode: line for kode, line in found.items() if kode and kode not in twice}


def _codes(plan: dict[str, BarisPagu], spent: dict[str, BarisAnggaran]) -> Iterator[Beda]:
    levels = {satu.tingkat for satu in plan.values()}
    for kode, line in spent.items():
        planned = plan.get(kode)
        if planned is None:
            if line.tingkat in levels:
                yield Beda(JenisBeda.KODE, f"{kode} {line.uraian}", pk="tidak ada di pohon program", anggaran=kode)
        elif line.pagu.angka is not None and planned.pagu.angka is not None and line.pagu.angka != planned.pagu.angka:
            amounts = (format_rupiah(planned.pagu.angka), format_rupiah(line.pagu.angka))
            yield Beda(JenisBeda.PAGU, f"{kode} {line.uraian}", pk=amounts[0], anggaran=amounts[1])
    reported = {line.tingkat for line in spent.values()}
    for kode, planned in plan.items():
        if kode not in spent and planned.tingkat in reported:
            yield Beda(JenisBeda.KODE, f"{kode} {planned.uraian}", pk=kode, anggaran="tidak ada di laporan realisasi")
