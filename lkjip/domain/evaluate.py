"""The evaluation of a year from all stored facts: pure, so that the same data and rules give the same report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkjip.domain.anggaran import evaluate_anggaran
from lkjip.domain.aturan import Aturan
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.efisiensi import Dana, funds_of, judge
from lkjip.domain.evaluasi import DataKinerja, Evaluasi, EvaluasiIndikator, EvaluasiSasaran, Hitungan
from lkjip.domain.evaluation_findings import budget_findings, indicator_findings
from lkjip.domain.indikator import Sasaran
from lkjip.domain.measure import Measure, index_facts
from lkjip.domain.predikat import grade
from lkjip.domain.rule_sentences import rule_sentences


def evaluate(data: DataKinerja, tahun: int, aturan: Aturan) -> Evaluasi:
    """Every indicator, every sasaran, the whole and the budget of `tahun`, under the rules and settings in force."""
    sasaran = _all_sasaran(data, tahun, aturan)
    semua = [satu for bagian in sasaran for satu in bagian.indikator]
    rerata = mean(semua)
    anggaran = evaluate_anggaran(data.anggaran, tahun)
    temuan = [temuan for satu in semua for temuan in indicator_findings(satu, aturan, data.pengaturan)]
    return Evaluasi(
        data=data,
        tahun=tahun,
        sasaran=sasaran,
        rerata=rerata,
        predikat=_grade(rerata, data, aturan),
        hitungan=count(semua),
        anggaran=anggaran,
        aturan=rule_sentences(aturan, data.pengaturan, semua, anggaran),
        temuan=(*temuan, *budget_findings(anggaran, aturan)),
    )


def _all_sasaran(data: DataKinerja, tahun: int, aturan: Aturan) -> tuple[EvaluasiSasaran, ...]:
    ukur = Measure(aturan, data.pengaturan, tahun, index_facts(data))
    milik: dict[int, list[EvaluasiIndikator]] = {satu.id: [] for satu in data.sasaran}
    menurut_id = {satu.id: satu for satu in data.sasaran}
    for indikator in sorted(data.indikator, key=lambda satu: satu.urutan):
        milik[indikator.sasaran_id].append(ukur.indicator(indikator, menurut_id[indikator.sasaran_id]))
    dana = funds_of(data.sasaran, tuple(baris for baris in data.anggaran if baris.tahun == tahun))
    return tuple(
        _sasaran(satu, tuple(milik[satu.id]), dana.get(satu.id), data, aturan)
        for satu in sorted(data.sasaran, key=lambda satu: satu.urutan)
    )


def mean(indikator: Iterable[EvaluasiIndikator]) -> Decimal | None:
    """The simple mean over what could be measured; None where nothing could."""
    angka = [satu.capaian.untuk_rerata for satu in indikator if satu.capaian.untuk_rerata is not None]
    return sum(angka, Decimal(0)) / len(angka) if angka else None


def count(indikator: Sequence[EvaluasiIndikator]) -> Hitungan:
    """How many indicators stand where."""
    status = [satu.ketercapaian for satu in indikator]
    return Hitungan(
        jumlah=len(status),
        tercapai=status.count(Ketercapaian.TERCAPAI),
        hampir=status.count(Ketercapaian.HAMPIR),
        tidak_tercapai=status.count(Ketercapaian.TIDAK_TERCAPAI),
        tidak_terukur=status.count(Ketercapaian.TIDAK_TERUKUR),
    )


def _sasaran(
    sasaran: Sasaran, indikator: tuple[EvaluasiIndikator, ...], dana: Dana | None, data: DataKinerja, aturan: Aturan
) -> EvaluasiSasaran:
    rerata, hitungan = mean(indikator), count(indikator)
    efisiensi = judge(dana, rerata, hitungan, data.pengaturan) if dana else None
    return EvaluasiSasaran(sasaran, indikator, rerata, _grade(rerata, data, aturan), hitungan, efisiensi)


def _grade(rerata: Decimal | None, data: DataKinerja, aturan: Aturan) -> str:
    return "" if rerata is None else grade(aturan.skala[data.pengaturan.skala], rerata, data.pengaturan)
