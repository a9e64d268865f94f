"""Measuring one indicator: the report year against its target, and every other year with data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from lkjip.domain.aturan import Aturan
from lkjip.domain.capaian import Capaian, StatusCapaian
from lkjip.domain.evaluasi import DataKinerja, EvaluasiIndikator, TahunIndikator, by_renstra
from lkjip.domain.explain import SEBUTAN_TARGET
from lkjip.domain.formulas import compute_capaian
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.numbers import kosong
from lkjip.domain.periode import Setahun, year_of
from lkjip.domain.predikat import grader, status_of
from lkjip.domain.renstra import renstra_of

STATUS = "tiga_tingkat"
_PK, _RENSTRA = JenisTarget.PK, JenisTarget.RENSTRA  # asked for every indicator, see numbers.py
_BELUM_ADA = kosong("belum ada isian")
_TANPA_REALISASI = Setahun(None)


class YearFacts(NamedTuple):
    """Stored facts of one year by indicator."""

    tahun: int
    pk: dict[int, Target]
    renstra: dict[int, Target]
    realisasi: dict[int, tuple[Realisasi, ...]]

    def has(self, indikator_id: int) -> bool:
        """True where there is a target or a realisasi of this indicator."""
        return indikator_id in self.pk or indikator_id in self.renstra or indikator_id in self.realisasi


def index_facts(data: DataKinerja, tahun: int) -> Mapping[int, YearFacts]:
    """The facts by year, ascending, `tahun` among them. Of two targets for one year the later in the list is in force.

    Years after `tahun` hold their targets only: a report of 2023 does not know the realisasi of 2024.
    """
    dikenal = {satu.tahun for satu in data.target} | {satu.tahun for satu in data.realisasi if satu.tahun < tahun}
    facts = {satu: YearFacts(satu, {}, {}, {}) for satu in sorted(dikenal | {tahun})}
    for target in data.target:
        setahun = facts[target.tahun]
        janji = setahun.pk if target.jenis is _PK else setahun.renstra
        janji[target.indikator_id] = target
    for satu in data.realisasi:
        if satu.tahun <= tahun:
            realisasi = facts[satu.tahun].realisasi
            realisasi[satu.indikator_id] = (*realisasi.get(satu.indikator_id, ()), satu)
    return facts


class Measure:
    """Measures indicators of one evaluation: rules, settings, year and facts are the same for all."""

    def __init__(self, data: DataKinerja, tahun: int, aturan: Aturan) -> None:
        facts = index_facts(data, tahun)
        self._ini = facts[tahun]
        self._years = tuple(facts.values())
        self._with_renstra = tuple(setahun for setahun in reversed(self._years) if setahun.renstra)
        own = renstra_of(data.rencana, tahun)
        self._renstra = own.id if own else None
        self._rumus = aturan.rumus
        self._label = aturan.istilah.urutan_label
        self._pengaturan = data.pengaturan
        self._grade = grader(aturan.skala[data.pengaturan.skala], data.pengaturan)
        self._status = status_of(aturan.skala[STATUS], data.pengaturan)

    def indicator(self, indikator: Indikator, sasaran: Sasaran) -> EvaluasiIndikator:
        """The report year with grade and status, the history, and the distance to the last Renstra target."""
        setahun = self._put_together(indikator, self._ini)
        ini = self._year(indikator, self._ini, setahun)
        capaian = ini.capaian_tahun
        riwayat = (ini,) if len(self._years) == 1 else self._history(indikator, ini)
        akhir = self._last_renstra(indikator.id)
        capaian_akhir = self._final(indikator, akhir, ini, setahun) if akhir else None
        predikat = self._grade(capaian.nilai)
        return EvaluasiIndikator(
            indikator, sasaran, ini, capaian, predikat, riwayat, akhir, capaian_akhir, setahun.kurang
        )

    def _put_together(self, indikator: Indikator, facts: YearFacts) -> Setahun:
        semua = facts.realisasi.get(indikator.id)
        return year_of(semua, indikator.agregasi) if semua else _TANPA_REALISASI

    def _year(self, indikator: Indikator, facts: YearFacts, setahun: Setahun) -> TahunIndikator:
        pk, renstra = facts.pk.get(indikator.id), facts.renstra.get(indikator.id)
        capaian = self._against(indikator, pk, setahun, _PK)
        capaian_renstra = self._against(indikator, renstra, setahun, _RENSTRA)
        dipakai = capaian_renstra if by_renstra(pk, renstra) else capaian
        status = self._status(dipakai.nilai)
        return TahunIndikator(facts.tahun, pk, renstra, setahun.realisasi, capaian, capaian_renstra, status)

    def _history(self, indikator: Indikator, ini: TahunIndikator) -> tuple[TahunIndikator, ...]:
        """All years with data, ascending."""
        return tuple(
            ini if facts is self._ini else self._year(indikator, facts, self._put_together(indikator, facts))
            for facts in self._years
            if facts is self._ini or facts.has(indikator.id)
        )

    def _last_renstra(self, indikator_id: int) -> Target | None:
        """The last target of the Renstra the report year is measured against (or one that names none)."""
        for setahun in self._with_renstra:
            found = setahun.renstra.get(indikator_id)
            if found is not None and found.renstra in (None, self._renstra):
                return found
        return None

    def _final(self, indikator: Indikator, akhir: Target, ini: TahunIndikator, setahun: Setahun) -> Capaian:
        if akhir is ini.target_renstra:
            return ini.capaian_renstra
        return self._against(indikator, akhir, setahun, _RENSTRA)

    def _against(self, indikator: Indikator, target: Target | None, setahun: Setahun, jenis: JenisTarget) -> Capaian:
        if target is None:
            return _without_target(indikator.rumus, jenis)
        rumus = self._rumus.get(indikator.rumus)
        if rumus is None:
            alasan = f"rumus '{indikator.rumus}' tidak dikenal"
            return Capaian(StatusCapaian.TIDAK_DAPAT_DIHITUNG, indikator.rumus, alasan=alasan)
        realisasi = setahun.realisasi.nilai if setahun.realisasi else _BELUM_ADA
        return compute_capaian(
            rumus.id,
            target.nilai,
            realisasi,
            self._pengaturan,
            self._label,
            fungsi=rumus.fungsi,
            asal=(target, setahun),
        )


@cache
def _without_target(rumus: str, jenis: JenisTarget) -> Capaian:
    """One value for all indicators that lack a promise: most lack one of the two."""
    return Capaian(StatusCapaian.BELUM_ADA_DATA, rumus, alasan=f"{SEBUTAN_TARGET[jenis]} belum ditetapkan")
