"""Measuring one indicator: the report year against its target, and every other year with data."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from lkjip.domain.aturan import Aturan
from lkjip.domain.capaian import Capaian, StatusCapaian
from lkjip.domain.evaluasi import DataKinerja, EvaluasiIndikator, TahunIndikator, by_renstra
from lkjip.domain.formulas import compute_capaian
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import kosong
from lkjip.domain.periode import Setahun, year_of
from lkjip.domain.predikat import grade, ketercapaian
from lkjip.domain.showing import show_nilai
from lkjip.domain.trace import LazyTrace, Step

STATUS = "tiga_tingkat"
SEBUTAN_TARGET = {JenisTarget.PK: "Target PK", JenisTarget.RENSTRA: "Target Renstra"}
_BELUM_ADA = kosong("belum ada isian")


class Facts(NamedTuple):
    """Stored facts by indicator and year."""

    pk: dict[int, dict[int, Target]]
    renstra: dict[int, dict[int, Target]]
    realisasi: dict[int, dict[int, list[Realisasi]]]


def index_facts(data: DataKinerja) -> Facts:
    """One walk over targets and realisasi; of two targets for one year the later in the list is in force."""
    pk: dict[int, dict[int, Target]] = {}
    renstra: dict[int, dict[int, Target]] = {}
    realisasi: dict[int, dict[int, list[Realisasi]]] = {}
    for target in data.target:
        janji = pk if target.jenis is JenisTarget.PK else renstra
        janji.setdefault(target.indikator_id, {})[target.tahun] = target
    for satu in data.realisasi:
        realisasi.setdefault(satu.indikator_id, {}).setdefault(satu.tahun, []).append(satu)
    return Facts(pk, renstra, realisasi)


class Measure:
    """Measures indicators of one evaluation: rules, settings, year and facts are the same for all."""

    def __init__(self, aturan: Aturan, pengaturan: Pengaturan, tahun: int, facts: Facts) -> None:
        self._aturan = aturan
        self._pengaturan = pengaturan
        self._tahun = tahun
        self._facts = facts
        self._skala = aturan.skala[pengaturan.skala]
        self._status = aturan.skala[STATUS]

    def indicator(self, indikator: Indikator, sasaran: Sasaran) -> EvaluasiIndikator:
        """The report year with grade and status, the history, and the distance to the last Renstra target."""
        tahun = self._tahun
        renstra = self._facts.renstra.get(indikator.id, {})
        setahun = self._year(indikator, tahun)
        ini = self._measured_year(indikator, tahun, setahun)
        memakai_renstra = by_renstra(ini.target_pk, ini.target_renstra)
        target = ini.target_renstra if memakai_renstra else ini.target_pk
        capaian = ini.capaian_renstra if memakai_renstra else ini.capaian
        akhir = renstra[max(renstra)] if renstra else None
        catatan: tuple[str, ...] = ()
        if memakai_renstra and target is not None:
            catatan += (f"Target PK {tahun} belum ada; capaian diukur terhadap target Renstra.",)
        if setahun.sementara:
            catatan += (f"Realisasi sementara: {setahun.rincian}.",)
        return EvaluasiIndikator(
            indikator=indikator,
            sasaran=sasaran,
            tahun=tahun,
            dasar=target.jenis if target else None,
            target=target,
            realisasi=setahun.realisasi,
            capaian=capaian,
            predikat="" if capaian.nilai is None else grade(self._skala, capaian.nilai, self._pengaturan),
            ketercapaian=ini.ketercapaian,
            sementara=setahun.sementara,
            riwayat=self._history(indikator, ini),
            akhir_renstra=akhir,
            capaian_akhir=self._final(indikator, akhir, ini, setahun),
            catatan=catatan,
        )

    def _year(self, indikator: Indikator, tahun: int) -> Setahun:
        semua = self._facts.realisasi.get(indikator.id, {}).get(tahun)
        return year_of(semua, indikator.agregasi) if semua else Setahun(None)

    def _measured_year(self, indikator: Indikator, tahun: int, setahun: Setahun) -> TahunIndikator:
        pk = self._facts.pk.get(indikator.id, {}).get(tahun)
        renstra = self._facts.renstra.get(indikator.id, {}).get(tahun)
        capaian = self._against(indikator, pk, setahun, JenisTarget.PK)
        capaian_renstra = self._against(indikator, renstra, setahun, JenisTarget.RENSTRA)
        dipakai = capaian_renstra if by_renstra(pk, renstra) else capaian
        status = ketercapaian(dipakai, self._status, self._pengaturan)
        return TahunIndikator(tahun, pk, renstra, setahun.realisasi, capaian, capaian_renstra, status)

    def _history(self, indikator: Indikator, ini: TahunIndikator) -> tuple[TahunIndikator, ...]:
        """All years with data, ascending. Years after the report year show their targets only: a report of 2023
        does not know the realisasi of 2024."""
        pk, renstra = self._facts.pk.get(indikator.id, ()), self._facts.renstra.get(indikator.id, ())
        berlalu = [tahun for tahun in self._facts.realisasi.get(indikator.id, ()) if tahun < self._tahun]
        semua = sorted({*pk, *renstra, *berlalu, self._tahun})
        if len(semua) == 1:
            return (ini,)
        return tuple(ini if tahun == self._tahun else self._other_year(indikator, tahun) for tahun in semua)

    def _other_year(self, indikator: Indikator, tahun: int) -> TahunIndikator:
        setahun = self._year(indikator, tahun) if tahun < self._tahun else Setahun(None)
        return self._measured_year(indikator, tahun, setahun)

    def _final(
        self, indikator: Indikator, akhir: Target | None, ini: TahunIndikator, setahun: Setahun
    ) -> Capaian | None:
        if akhir is None:
            return None
        if akhir is ini.target_renstra:
            return ini.capaian_renstra
        return self._against(indikator, akhir, setahun, JenisTarget.RENSTRA)

    def _against(self, indikator: Indikator, target: Target | None, setahun: Setahun, jenis: JenisTarget) -> Capaian:
        if target is None:
            return _without_target(indikator.rumus, jenis)
        rumus = self._aturan.rumus.get(indikator.rumus)
        if rumus is None:
            alasan = f"rumus '{indikator.rumus}' tidak dikenal"
            return Capaian(StatusCapaian.TIDAK_DAPAT_DIHITUNG, indikator.rumus, alasan=alasan)
        return compute_capaian(
            rumus.id,
            target.nilai,
            setahun.realisasi.nilai if setahun.realisasi else _BELUM_ADA,
            self._pengaturan,
            self._aturan.istilah.urutan_label,
            fungsi=rumus.fungsi,
            asal=LazyTrace(origin, target, setahun),
        )


@cache
def _without_target(rumus: str, jenis: JenisTarget) -> Capaian:
    """One value for all indicators that lack a promise: most lack one of the two."""
    return Capaian(StatusCapaian.BELUM_ADA_DATA, rumus, alasan=f"{SEBUTAN_TARGET[jenis]} belum ditetapkan")


def origin(target: Target, setahun: Setahun) -> tuple[Step, ...]:
    """The first steps of a trace: target, quarters and realisasi, each with its source."""
    langkah = [Step(f"{SEBUTAN_TARGET[target.jenis]} {target.tahun}", show_nilai(target.nilai), target.sumber)]
    langkah.extend(setahun.langkah)
    if setahun.realisasi is not None:
        realisasi = setahun.realisasi
        langkah.append(Step(f"Realisasi {realisasi.tahun}", show_nilai(realisasi.nilai), realisasi.sumber))
    return tuple(langkah)
