"""A part of an evaluation: some sasaran, some status. Counts and means are taken anew, so that titles stay true."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator
from lkjip.domain.evaluate import count, mean


def narrow(evaluasi: Evaluasi, sasaran_id: int | None, status: Collection[Ketercapaian]) -> Evaluasi:
    """The evaluation of the indicators of one sasaran (None: all) with one of `status`; empty sasaran are left out.

    A sasaran of which indicators are left out has no grade here: grades are given to whole sasaran.
    """
    bagian = []
    for sasaran in evaluasi.sasaran:
        if sasaran_id is not None and sasaran.sasaran.id != sasaran_id:
            continue
        tinggal = tuple(satu for satu in sasaran.indikator if satu.ketercapaian in status)
        if tinggal == sasaran.indikator and tinggal:
            bagian.append(sasaran)
        elif tinggal:
            bagian.append(
                replace(sasaran, indikator=tinggal, rerata=mean(tinggal), predikat="", hitungan=count(tinggal))
            )
    if tuple(bagian) == evaluasi.sasaran:
        return evaluasi
    semua = [satu for sasaran in bagian for satu in sasaran.indikator]
    return replace(evaluasi, sasaran=tuple(bagian), rerata=mean(semua), predikat="", hitungan=count(semua))


def worst_first(evaluasi: Evaluasi) -> tuple[EvaluasiIndikator, ...]:
    """Indicators from the lowest achievement upwards; those without a percentage last, in their order."""
    return tuple(sorted(evaluasi.indikator, key=lambda satu: (satu.capaian.nilai is None, satu.capaian.nilai or 0)))
