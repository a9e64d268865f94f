"""What must be there before a report year is opened (SOP step 1): each gate with its sentence and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.domain.dokumen import NAMA_DOKUMEN, Dokumen, JenisDokumen
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.evaluate import in_year
from lkjip.domain.indikator import Indikator, JenisTarget
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.renstra import Renstra, renstra_of
from lkjip.domain.showing import join_words

_PK = (JenisDokumen.PK_PERUBAHAN, JenisDokumen.PK_MURNI)


@dataclass(frozen=True, slots=True)
class Gerbang:
    """One condition: is it met, in one sentence; `kurang` names what is missing, one by one."""

    nama: str
    terpenuhi: bool
    kalimat: str
    kurang: tuple[str, ...] = ()


def gates(data: DataKinerja, dokumen: Sequence[Dokumen], tahun: int) -> tuple[Gerbang, ...]:
    """The four gates of a year: inside a Renstra, a PK, a target and an owner for every indicator of its plan."""
    plan = in_year(data, tahun)
    return (
        _renstra(data, tahun),
        _pk(plan, dokumen, tahun),
        _targets(plan, tahun),
        _owners(plan.indikator),
    )


def all_met(gerbang: Sequence[Gerbang]) -> bool:
    """May the year be opened?"""
    return all(satu.terpenuhi for satu in gerbang)


def _renstra(data: DataKinerja, tahun: int) -> Gerbang:
    found = renstra_of(data.rencana, tahun)
    if found is not None and found.memuat(tahun):
        return Gerbang("Renstra", True, f"Tahun {tahun} diukur terhadap {_named(found)}.")
    if found is not None:
        sentence = f"{_named(found)} tidak memuat tahun {tahun}. Pilih Renstra lain."
        return Gerbang("Renstra", False, sentence)
    return Gerbang("Renstra", False, f"Belum ada Renstra yang memuat tahun {tahun}. Catat Renstranya di Perencanaan.")


def _named(renstra: Renstra) -> str:
    """Its name, with its years unless the name says them."""
    years = f"{renstra.mulai}-{renstra.akhir}"
    return renstra.nama if years in renstra.nama else f"{renstra.nama} ({years})"


def _pk(plan: DataKinerja, dokumen: Sequence[Dokumen], tahun: int) -> Gerbang:
    promised = {satu.indikator_id for satu in plan.target if _counts(satu.jenis, satu.nilai.status, satu.tahun, tahun)}
    if not promised:
        return Gerbang("Perjanjian Kinerja", False, f"Belum ada target PK {tahun}. Muat PK di Perencanaan.")
    papers = [satu for jenis in _PK for satu in reversed(dokumen) if satu.jenis is jenis and satu.tahun == tahun]
    if papers:
        paper = f"{NAMA_DOKUMEN[papers[0].jenis]} nomor {papers[0].nomor or '(belum dicatat)'}"
    else:
        paper = "nomor dokumen PK belum dicatat"
    return Gerbang("Perjanjian Kinerja", True, f"PK {tahun} memuat {len(promised)} indikator; {paper}.")


def _counts(jenis: JenisTarget, status: StatusNilai, of: int, tahun: int) -> bool:
    return jenis is JenisTarget.PK and of == tahun and status is not StatusNilai.KOSONG


def _targets(plan: DataKinerja, tahun: int) -> Gerbang:
    given = {
        satu.indikator_id for satu in plan.target if satu.tahun == tahun and satu.nilai.status is not StatusNilai.KOSONG
    }
    return _each(
        "Target", plan.indikator, [satu for satu in plan.indikator if satu.id not in given], f"punya target {tahun}"
    )


def _owners(indikator: Sequence[Indikator]) -> Gerbang:
    return _each(
        "Penanggung jawab", indikator, [satu for satu in indikator if satu.seksi is None],
        "punya seksi penanggung jawab",
    )  # fmt: skip


def _each(nama: str, semua: Sequence[Indikator], missing: Sequence[Indikator], what: str) -> Gerbang:
    names = tuple(satu.teks for satu in missing)
    if not semua:
        return Gerbang(nama, False, "Belum ada indikator.")
    if not missing:
        return Gerbang(nama, True, f"Semua {len(semua)} indikator {what}.")
    more = [f"{len(names) - 3} lagi"] if len(names) > 3 else []
    shown = join_words([*(f"'{teks}'" for teks in names[:3]), *more])
    return Gerbang(nama, False, f"{len(missing)} dari {len(semua)} indikator belum {what}: {shown}.", names)
