"""What a file brings, held against what is stored: last year's realisasi, the quarters, the programme tree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from lkjip.domain.datang import KodeDatang, RealisasiDatang
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.finding import Finding
from lkjip.domain.isian_format import BacaanFormat
from lkjip.domain.numbers import Nilai
from lkjip.domain.pagu import plan_in_force
from lkjip.domain.periode import by_year
from lkjip.rules import load_aturan
from lkjip.services.plan_anggaran import RencanaAnggaran
from lkjip.services.plan_kinerja import RencanaKinerja
from lkjip.validation.kewajaran import code_findings, realisasi_findings


def implausible(data: DataKinerja, kinerja: RencanaKinerja, anggaran: RencanaAnggaran) -> tuple[Finding, ...]:
    """Findings about the facts an upload would append; only indicators already stored can be compared."""
    known = {group.nomor: group.stored for group in kinerja.kelompok if group.stored is not None}
    came = [
        RealisasiDatang(
            stored, satu.tahun, satu.triwulan, satu.nilai, satu.sumber.lembar, satu.sumber.sel
        )
        for satu in kinerja.realisasi
        if (stored := known.get(satu.indikator_id)) is not None
    ]  # fmt: skip
    lines = [
        KodeDatang(line.kode, line.uraian, line.pagu, line.sumber.lembar, line.sumber.sel) for line in anggaran.baris
    ]
    years = {line.tahun for line in anggaran.baris}
    plan = chain.from_iterable(plan_in_force(data.pagu, tahun) for tahun in years)
    return (*check_realisasi(data, came), *code_findings(lines, tuple(plan), load_aturan().katalog))


def arrived(data: DataKinerja, bacaan: BacaanFormat, tahun: int) -> list[RealisasiDatang]:
    """The realisasi of a section workbook, for the checks."""
    known = {satu.id: satu for satu in data.indikator}
    return [
        RealisasiDatang(
            known[satu.indikator_id], tahun, satu.triwulan, satu.nilai, satu.sumber.lembar, satu.sumber.sel
        )
        for satu in bacaan.realisasi
        if satu.indikator_id in known
    ]  # fmt: skip


def check_realisasi(data: DataKinerja, came: Sequence[RealisasiDatang]) -> tuple[Finding, ...]:
    """Plausibility of realisasi on their way in, year by year."""
    found: list[Finding] = []
    for tahun in sorted({satu.tahun for satu in came}):
        of_year = [satu for satu in came if satu.tahun == tahun]
        lalu = last_year(data, tahun, {satu.indikator.id for satu in of_year})
        found += realisasi_findings(of_year, lalu, data.pengaturan.ambang_lonjakan, load_aturan().katalog)
    return tuple(found)


def last_year(data: DataKinerja, tahun: int, wanted: Iterable[int]) -> dict[int, Nilai]:
    """The realisasi of the year before, quarters put together, of these indicators."""
    ways = {satu.id: satu.agregasi for satu in data.indikator}
    found: dict[int, Nilai] = {}
    for key in wanted:
        nilai = by_year(data.realisasi, key, ways[key]).get(tahun - 1) if key in ways else None
        if nilai is not None:
            found[key] = nilai
    return found
