"""What counts as delivered by a section: the facts in force, less what its workbook left empty and older files said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from lkjip.domain.indikator import Realisasi
from lkjip.domain.isian_kiriman import TRIWULAN, ObjekIsian
from lkjip.domain.kelengkapan import Terkumpul
from lkjip.domain.pengumpulan import DataDukung, Keadaan, Kiriman, Penjelasan, PutusanKiriman, SerapanSeksi
from lkjip.domain.trace import Source


@dataclass(frozen=True, slots=True)
class Isian:
    """The collected facts of one year in force, of all sections."""

    tahun: int
    realisasi: tuple[Realisasi, ...] = ()
    penjelasan: tuple[Penjelasan, ...] = ()
    data_dukung: tuple[DataDukung, ...] = ()
    serapan: tuple[SerapanSeksi, ...] = ()
    impor: Mapping[str, int] = field(default_factory=dict)  # the newest import of each file, by SHA-256


def gather(isian: Isian, seksi_id: int, berlaku: Kiriman | None) -> Terkumpul:
    """What one section has delivered.

    Before its first workbook everything in force counts. From then on a fact that an older file brought counts only
    where the version in force says something there too: what the workbook leaves empty has not been delivered. What was
    typed in, corrected or imported later always counts.
    """
    named = _named(berlaku)

    def counts(sumber: Source, place: tuple[str, str]) -> bool:
        if berlaku is None or not sumber.sha256 or isian.impor.get(sumber.sha256, 0) >= berlaku.impor_id:
            return True
        return place in named

    def of(indikator_id: int) -> str:
        return f"{ObjekIsian.INDIKATOR.value} {indikator_id}"

    evidence: dict[int, list[DataDukung]] = {}
    for bukti in isian.data_dukung:
        if counts(bukti.sumber, (of(bukti.indikator_id), "data dukung")):
            evidence.setdefault(bukti.indikator_id, []).append(bukti)
    return Terkumpul(
        {
            (satu.indikator_id, satu.triwulan): satu.nilai
            for satu in isian.realisasi
            if satu.tahun == isian.tahun and counts(satu.sumber, (of(satu.indikator_id), TRIWULAN[satu.triwulan]))
        },
        {
            kata.indikator_id: kata
            for kata in isian.penjelasan
            if counts(kata.sumber, (of(kata.indikator_id), "penjelasan"))
        },
        evidence,
        {
            (satu.kode, satu.triwulan): satu.nilai
            for satu in isian.serapan
            if satu.seksi_id == seksi_id
            and counts(satu.sumber, (f"{ObjekIsian.ANGGARAN.value} {satu.kode}", TRIWULAN[satu.triwulan]))
        },
    )


def _named(berlaku: Kiriman | None) -> frozenset[tuple[str, str]]:
    """Whose fields the version fills in, and where: ("indikator 3", "TW II"), evidence without its number."""
    found = set()
    for nama in berlaku.isi if berlaku else ():
        whose, tempat, _medan = nama.split(" | ")
        found.add((whose, "data dukung" if tempat.startswith("data dukung") else tempat))
    return frozenset(found)


def held_versions(versi: Iterable[Kiriman], putusan: Mapping[int, PutusanKiriman]) -> frozenset[int]:
    """The versions nobody has accepted: those after the newest accepted one of their section and year (ids)."""
    listed = sorted(versi, key=lambda satu: satu.versi)
    accepted: dict[tuple[int, int], int] = {}
    for satu in listed:
        word = putusan.get(satu.id)
        if word is not None and word.keadaan is Keadaan.DITERIMA:
            accepted[satu.tahun, satu.seksi_id] = satu.versi
    return frozenset(satu.id for satu in listed if satu.versi > accepted.get((satu.tahun, satu.seksi_id), 0))


def leave_out(
    realisasi: Iterable[Realisasi], berkas: Collection[str]
) -> tuple[tuple[Realisasi, ...], tuple[Realisasi, ...]]:
    """The realisasi that count, and those held back because they came with one of these files (SHA-256)."""
    kept, held = list[Realisasi](), list[Realisasi]()
    for satu in realisasi:
        (held if satu.sumber.sha256 and satu.sumber.sha256 in berkas else kept).append(satu)
    return tuple(kept), tuple(held)


def held_sentence(ditahan: Iterable[Realisasi], tahun: int) -> str:
    """What is said beside results from which something was held back; "" where nothing of this year was."""
    banyak = sum(satu.tahun == tahun for satu in ditahan)
    if not banyak:
        return ""
    return f"{banyak} realisasi {tahun} tidak ikut dihitung: kiriman seksinya belum diterima analis."
