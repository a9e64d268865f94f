"""The sentences of one sasaran, each said once: indicators that fared alike share a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from lkjip.domain.evaluasi import EvaluasiIndikator, EvaluasiSasaran
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.showing import KATA_KETERCAPAIAN, join_words, show_percent_sign, value_of
from lkjip.reports import narrative

SERATUS = Decimal(100)
Tell = Callable[[EvaluasiIndikator], str]
Alike = Callable[[EvaluasiIndikator], str]


def achievements(satu: EvaluasiSasaran) -> tuple[str, ...]:
    """Analysis 1: one sentence an indicator, one for all that met their target exactly."""
    return _told(satu.indikator, narrative.achievement, _met_exactly)


def against_last_year(satu: EvaluasiSasaran) -> tuple[str, ...]:
    """Analysis 2: one sentence an indicator, one for all that stayed where they were."""
    return _told(satu.indikator, narrative.against_last_year, _unchanged)


def against_renstra(satu: EvaluasiSasaran) -> tuple[str, ...]:
    """Analysis 3: one sentence an indicator; one for all where the Renstra ends with the target of this very year."""
    if all(_measured_against_last_renstra(i) for i in satu.indikator):
        tahun = satu.indikator[0].tahun
        return (
            f"Tahun {tahun} adalah tahun terakhir target Renstra yang tercatat dan target itu pula yang menjadi dasar "
            "capaian, sehingga tingkat kemajuan setiap indikator sama dengan capaiannya tahun ini.",
        )
    return _told(satu.indikator, narrative.against_renstra, _at_renstra)


def _measured_against_last_renstra(satu: EvaluasiIndikator) -> bool:
    akhir = satu.akhir_renstra
    return akhir is not None and akhir.tahun == satu.tahun and satu.dasar is JenisTarget.RENSTRA


def _told(indikator: Sequence[EvaluasiIndikator], tell: Tell, alike: Alike) -> tuple[str, ...]:
    """Each on its own, but two or more that `alike` describes in the same words in one sentence at the end."""
    groups: dict[str, list[EvaluasiIndikator]] = {}
    for satu in indikator:
        groups.setdefault(alike(satu), []).append(satu)
    shared = {words: satu for words, satu in groups.items() if words and len(satu) > 1}
    single = [tell(satu) for satu in indikator if alike(satu) not in shared]
    return (*single, *(f"Sebanyak {len(satu)} indikator {words}: {_named(satu)}." for words, satu in shared.items()))


def _named(indikator: Sequence[EvaluasiIndikator]) -> str:
    return join_words(
        f"{i.indikator.teks} ({narrative.in_words(value_of(i.realisasi), i.indikator.satuan)})" for i in indikator
    )


def _met_exactly(satu: EvaluasiIndikator) -> str:
    kata = narrative.beside_target(value_of(satu.realisasi), value_of(satu.target))
    if kata != "sama dengan" or satu.capaian.nilai != SERATUS or satu.sementara or satu.dasar is None:
        return ""
    return (
        f"tepat mencapai target {narrative.SEBUTAN[satu.dasar]} dengan capaian {show_percent_sign(SERATUS)} "
        f"({satu.predikat or 'tanpa predikat'}, {KATA_KETERCAPAIAN[satu.ketercapaian].lower()})"
    )


def _unchanged(satu: EvaluasiIndikator) -> str:
    """What `narrative.against_last_year` says of a year like the one before, without name and value."""
    teks = narrative.against_last_year(satu)
    nilai = narrative.in_words(value_of(satu.realisasi), satu.indikator.satuan)
    tetap = f"{satu.indikator.teks}: realisasi {satu.tahun} tetap {nilai} "
    if not teks.startswith(tetap):
        return ""
    return f"memiliki realisasi {satu.tahun} yang tetap {teks.removeprefix(tetap).rstrip('.')}"


def _at_renstra(satu: EvaluasiIndikator) -> str:
    akhir, capaian = satu.akhir_renstra, satu.capaian_akhir
    if akhir is None or capaian is None or capaian.nilai != SERATUS:
        return ""
    if narrative.beside_target(value_of(satu.realisasi), akhir.nilai) != "sama dengan":
        return ""
    kemajuan = f"tingkat kemajuan {show_percent_sign(SERATUS)}"
    return f"memiliki realisasi yang sama dengan target akhir Renstra {akhir.tahun} ({kemajuan})"
