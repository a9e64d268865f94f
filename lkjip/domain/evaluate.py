"""The evaluation of a year from all stored facts: pure, so that the same data and rules give the same report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from operator import attrgetter

from lkjip.domain.anggaran import evaluate_anggaran
from lkjip.domain.aturan import Aturan
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.efisiensi import Dana, funds_of, judge
from lkjip.domain.evaluasi import DataKinerja, Evaluasi, EvaluasiIndikator, EvaluasiSasaran, Hitungan
from lkjip.domain.evaluation_findings import budget_findings, correction_findings, indicator_findings, is_plain
from lkjip.domain.indikator import Indikator, JenisTarget, Sasaran
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.measure import Measure
from lkjip.domain.predikat import grader
from lkjip.domain.renstra import plan_of_year, targets_for
from lkjip.domain.rule_sentences import rule_sentences
from lkjip.domain.terkumpul import held_sentence

_URUTAN = attrgetter("urutan")


def evaluate(data: DataKinerja, tahun: int, aturan: Aturan) -> Evaluasi:
    """Every indicator, every sasaran, the whole and the budget of `tahun`, under the rules and settings in force."""
    berlaku = in_year(data, tahun)
    beri_predikat = grader(aturan.skala[data.pengaturan.skala], data.pengaturan)
    dana = funds_of(berlaku.sasaran, tuple(baris for baris in data.anggaran if baris.tahun == tahun))
    sasaran = tuple(
        _sasaran(satu, indikator, dana.get(satu.id), data.pengaturan, beri_predikat)
        for satu, indikator in _measured(berlaku, tahun, aturan)
    )
    semua = [satu for bagian in sasaran for satu in bagian.indikator]
    rerata = mean(semua)
    anggaran = evaluate_anggaran(data.anggaran, tahun)
    temuan = [
        temuan for satu in semua if not is_plain(satu) for temuan in indicator_findings(satu, aturan, data.pengaturan)
    ]
    return Evaluasi(
        data=data,
        tahun=tahun,
        sasaran=sasaran,
        rerata=rerata,
        predikat=beri_predikat(rerata),
        hitungan=count(semua),
        anggaran=anggaran,
        aturan=(*rule_sentences(aturan, data.pengaturan, semua, anggaran), *_held(data, tahun)),
        temuan=(*temuan, *budget_findings(anggaran, aturan), *correction_findings(data, tahun, aturan)),
    )


def _held(data: DataKinerja, tahun: int) -> tuple[str, ...]:
    return tuple(filter(None, (held_sentence(data.ditahan, tahun),)))


def in_year(data: DataKinerja, tahun: int) -> DataKinerja:
    """The facts as this year sees them: sasaran, indicators and targets of its own Renstra."""
    if not data.rencana.renstra:
        return data
    berfakta = {satu.indikator_id for satu in data.realisasi if satu.tahun == tahun}
    berfakta |= {satu.indikator_id for satu in data.target if satu.tahun == tahun and satu.jenis is JenisTarget.PK}
    sasaran, indikator = plan_of_year(data.rencana, data.sasaran, data.indikator, tahun, frozenset(berfakta))
    target = targets_for(data.rencana, data.target, tahun)
    known = {satu.id for satu in indikator}
    return replace(
        data,
        sasaran=sasaran,
        indikator=indikator,
        target=tuple(satu for satu in target if satu.indikator_id in known),
        realisasi=tuple(satu for satu in data.realisasi if satu.indikator_id in known),
    )


def _measured(data: DataKinerja, tahun: int, aturan: Aturan) -> Iterator[tuple[Sasaran, tuple[EvaluasiIndikator, ...]]]:
    """Each sasaran with its indicators measured, both in the order of the plan."""
    measure = Measure(data, tahun, aturan).indicator
    milik: dict[int, list[Indikator]] = {satu.id: [] for satu in data.sasaran}
    for indikator in sorted(data.indikator, key=_URUTAN):
        milik[indikator.sasaran_id].append(indikator)
    for sasaran in sorted(data.sasaran, key=_URUTAN):
        yield sasaran, tuple([measure(satu, sasaran) for satu in milik[sasaran.id]])


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
    sasaran: Sasaran,
    indikator: tuple[EvaluasiIndikator, ...],
    dana: Dana | None,
    pengaturan: Pengaturan,
    beri_predikat: Callable[[Decimal | None], str],
) -> EvaluasiSasaran:
    rerata, hitungan = mean(indikator), count(indikator)
    efisiensi = judge(dana, rerata, hitungan, pengaturan) if dana else None
    return EvaluasiSasaran(sasaran, indikator, rerata, beri_predikat(rerata), hitungan, efisiensi)
