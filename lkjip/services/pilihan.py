"""A part of an evaluation: some sasaran, some status. Counts and means are taken anew, so that titles stay true."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator, EvaluasiSasaran
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
    return _of(evaluasi, tuple(bagian))


def _of(evaluasi: Evaluasi, sasaran: tuple[EvaluasiSasaran, ...]) -> Evaluasi:
    semua = [indikator for satu in sasaran for indikator in satu.indikator]
    return replace(evaluasi, sasaran=sasaran, rerata=mean(semua), predikat="", hitungan=count(semua))


def whole_sasaran(evaluasi: Evaluasi, bagian: Evaluasi) -> Evaluasi:
    """The sasaran of `bagian` with all their indicators: a filter of status does not change how a sasaran stands."""
    tampil = {satu.sasaran.id for satu in bagian.sasaran}
    utuh = tuple(satu for satu in evaluasi.sasaran if satu.sasaran.id in tampil)
    return evaluasi if utuh == evaluasi.sasaran else _of(evaluasi, utuh)


def worst_first(evaluasi: Evaluasi) -> tuple[EvaluasiIndikator, ...]:
    """Indicators from the lowest achievement upwards; those without a percentage last, in their order."""
    return tuple(sorted(evaluasi.indikator, key=lambda satu: (satu.capaian.nilai is None, satu.capaian.nilai or 0)))
