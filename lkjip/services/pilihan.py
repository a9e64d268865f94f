"""A part of an evaluation: some sasaran, some status. Counts and means are taken anew, so that titles stay true."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator, Hitungan


def narrow(evaluasi: Evaluasi, sasaran_id: int | None, status: Collection[Ketercapaian]) -> Evaluasi:
    """The evaluation of the indicators of one sasaran (None: all) with one of `status`; empty sasaran are left out.

    The means of the whole and of each sasaran are not those of the part: they become None.
    """
    bagian = []
    for sasaran in evaluasi.sasaran:
        if sasaran_id is not None and sasaran.sasaran.id != sasaran_id:
            continue
        tinggal = tuple(satu for satu in sasaran.indikator if satu.ketercapaian in status)
        if tinggal == sasaran.indikator and tinggal:
            bagian.append(sasaran)
        elif tinggal:
            bagian.append(replace(sasaran, indikator=tinggal, rerata=None, predikat="", hitungan=count(tinggal)))
    if tuple(bagian) == evaluasi.sasaran:
        return evaluasi
    semua = [satu for sasaran in bagian for satu in sasaran.indikator]
    return replace(evaluasi, sasaran=tuple(bagian), rerata=None, predikat="", hitungan=count(semua))


def count(indikator: Iterable[EvaluasiIndikator]) -> Hitungan:
    """How many indicators stand where."""
    status = [satu.ketercapaian for satu in indikator]
    return Hitungan(
        len(status),
        status.count(Ketercapaian.TERCAPAI),
        status.count(Ketercapaian.HAMPIR),
        status.count(Ketercapaian.TIDAK_TERCAPAI),
        status.count(Ketercapaian.TIDAK_TERUKUR),
    )


def worst_first(evaluasi: Evaluasi) -> tuple[EvaluasiIndikator, ...]:
    """Indicators from the lowest achievement upwards; those without a percentage last, in their order."""
    return tuple(sorted(evaluasi.indikator, key=lambda satu: (satu.capaian.nilai is None, satu.capaian.nilai or 0)))
