"""What importing a Perjanjian Kinerja would do: targets appended with their document, nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip.domain.baca_rencana import BarisRencana, TargetTerbaca
from lkjip.domain.dokumen import Dokumen, JenisDokumen, Tahap
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.finding import Finding
from lkjip.domain.indikator import UNGROUPED, Indikator, JenisTarget, Target
from lkjip.domain.kantor import Seksi
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.domain.renstra import position_of, renstra_id
from lkjip.domain.showing import join_words, show_nilai
from lkjip.rules import load_aturan
from lkjip.services.matching import text_key
from lkjip.services.posisi import move
from lkjip.services.rencana_cocok import Butir, Cocokan
from lkjip.services.rencana_dokumen import change_of, document_of, known_document, store_document
from lkjip.services.rencana_indikator import RencanaIndikator, moved, plan_indikator, store_indikator
from lkjip.services.rencana_pilihan import Golongan, Hilang, PerubahanRencana, PilihanRencana, Usulan
from lkjip.services.rencana_target import collect_targets, compare_targets, totals
from lkjip.store import Deed, perencanaan

STAGES = {Tahap.MURNI: ("sebelum", "pk", ""), Tahap.PERUBAHAN: ("sesudah", "pk", "")}  # the first that is filled counts
GONE = Nilai(StatusNilai.TIDAK_BERLAKU, teks="tidak diperjanjikan", alasan="tidak lagi ada dalam Perjanjian Kinerja")


@dataclass(frozen=True, slots=True)
class RencanaPk:
    """Everything to store; negative numbers stand for indicators that are not stored yet.

    `pindah`: indicators that belonged to no sasaran so far and get the one this PK names.
    """

    indikator: RencanaIndikator
    pindah: tuple[Butir, ...]
    sasaran_baru: dict[str, str]
    target: tuple[Target, ...]
    dokumen: Dokumen | None
    dokumen_id: int
    usulan: Usulan


def plan_pk(
    found: Cocokan, data: DataKinerja, seksi: Sequence[Seksi], documents: Sequence[Dokumen], pilihan: PilihanRencana
) -> RencanaPk:
    """Compare the PK with the targets of this year in force."""
    indikator = plan_indikator(found.butir, seksi, pilihan)
    facts, wrong = collect_targets(found.butir, lambda line: _of_year(line, pilihan), JenisTarget.PK)
    of_year = [satu for satu in data.target if satu.jenis is JenisTarget.PK and satu.tahun == pilihan.tahun]
    old = {(satu.indikator_id, satu.tahun): satu for satu in of_year}
    append, changes, same = compare_targets(found.butir, facts, old, "Target PK")
    lost = _lost(found, data, of_year)
    gone = [satu for satu in of_year if str(satu.indikator_id) in {h.kunci for h in lost if pilihan.leaves(h.kunci)}]
    pindah = _grouped_now(found.butir, data, pilihan.tahun)
    fresh = {text_key(item.sasaran): item.sasaran for item in (*indikator.baru, *pindah)}
    fresh = {key: teks for key, teks in fresh.items() if key not in {text_key(satu.teks) for satu in data.sasaran}}
    document = document_of(pilihan)
    known = known_document(documents, document)
    listed = (
        *change_of(document, known), *(_new_sasaran(teks) for teks in fresh.values()), *indikator.perubahan,
        *(moved(item) for item in pindah), *changes,
        *(_removal(satu, data) for satu in gone),
    )  # fmt: skip
    findings = (*found.temuan, *indikator.temuan, *wrong, *_about_year(found.butir, facts, pilihan))
    if append or gone:
        findings = (*findings, *_about_order(of_year, documents, pilihan))
    usulan = Usulan(listed, same, tuple(lost), tuple(found.tak_dikenal), findings, totals(found.butir, facts))
    targets = (*append, *(Target(satu.indikator_id, satu.tahun, JenisTarget.PK, GONE) for satu in gone))
    return RencanaPk(indikator, pindah, fresh, targets, document, known, usulan)


def _of_year(line: BarisRencana, pilihan: PilihanRencana) -> Iterator[tuple[int, TargetTerbaca]]:
    """The one target of this line for the year: of the stage chosen, where it is filled."""
    here = [satu for satu in line.target if satu.tahun in (None, pilihan.tahun)]
    for stage in STAGES[pilihan.tahap]:
        for satu in here:
            if satu.tahap == stage and satu.nilai.status is not StatusNilai.KOSONG:
                yield pilihan.tahun, satu
                return


def _lost(found: Cocokan, data: DataKinerja, of_year: Sequence[Target]) -> list[Hilang]:
    named = {item.nomor for item in found.butir}
    names = {satu.id: satu.teks for satu in data.indikator}
    return [
        Hilang(str(satu.indikator_id), names[satu.indikator_id], f"target PK {satu.tahun}: {show_nilai(satu.nilai)}")
        for satu in of_year
        if satu.indikator_id not in named
        and satu.indikator_id in names
        and satu.nilai.status not in (StatusNilai.KOSONG, StatusNilai.TIDAK_BERLAKU)
    ]


def _grouped_now(butir: Sequence[Butir], data: DataKinerja, tahun: int) -> tuple[Butir, ...]:
    """Stored indicators that belong to no sasaran in this year, and whose line names one."""
    ungrouped = {satu.id for satu in data.sasaran if satu.ungrouped}
    of_year = renstra_id(data.rencana, JenisTarget.RENSTRA, tahun)

    def homeless(satu: Indikator) -> bool:
        place = position_of(data.rencana, of_year, satu.id) if of_year is not None else None
        return (place.sasaran_id if place and place.berlaku else satu.sasaran_id) in ungrouped

    stored = [item for item in butir if item.stored is not None and homeless(item.stored)]
    return tuple(item for item in stored if text_key(item.sasaran) != text_key(UNGROUPED))


def _new_sasaran(teks: str) -> PerubahanRencana:
    return PerubahanRencana(Golongan.BARU, teks, "Sasaran", None, "", teks)


def _removal(satu: Target, data: DataKinerja) -> PerubahanRencana:
    name = next(indikator.teks for indikator in data.indikator if indikator.id == satu.indikator_id)
    return PerubahanRencana(
        Golongan.DIHAPUS, name, "Target PK", satu.tahun, show_nilai(satu.nilai), show_nilai(GONE)
    )  # fmt: skip


def _about_year(butir: Sequence[Butir], facts: object, pilihan: PilihanRencana) -> Iterator[Finding]:
    """No target of the chosen year and promise: which there are instead."""
    if facts or not butir:
        return
    present = [satu for item in butir for _, satu in item.target if satu.nilai.status is not StatusNilai.KOSONG]
    names = {" ".join(filter(None, (satu.tahap, str(satu.tahun or "")))) for satu in present} - {""}
    line = butir[0].utama
    yield load_aturan().katalog.temuan(
        "rencana_pk_tanpa_target", lembar=line.lembar, tahun=pilihan.tahun,
        ada=join_words(sorted(names)) or "tidak ada target yang terisi",
    )  # fmt: skip


def _about_order(of_year: Sequence[Target], documents: Sequence[Dokumen], pilihan: PilihanRencana) -> Iterator[Finding]:
    """A PK murni does not come after its revision; a revision usually has something to revise."""
    revised = {satu.id: satu for satu in documents if satu.jenis is JenisDokumen.PK_PERUBAHAN}
    by = next((revised[satu.dokumen] for satu in of_year if satu.dokumen in revised), None)
    if pilihan.tahap is Tahap.MURNI and by is not None:
        yield load_aturan().katalog.temuan("rencana_pk_murni_terlambat", tahun=pilihan.tahun, nomor=by.nomor)
    if pilihan.tahap is Tahap.PERUBAHAN and not of_year:
        yield load_aturan().katalog.temuan("rencana_pk_perubahan_tanpa_murni", tahun=pilihan.tahun)


def store_pk(deed: Deed, plan: RencanaPk, data: DataKinerja, pilihan: PilihanRencana, impor_id: int) -> None:
    """Write the document, the indicators that are new, and the targets with document and reason."""
    document = store_document(deed, plan.dokumen, plan.dokumen_id)
    sasaran = {text_key(satu.teks): satu.id for satu in data.sasaran}
    for key, teks in plan.sasaran_baru.items():
        sasaran[key] = perencanaan.add_sasaran(deed, teks)
    of_year = renstra_id(data.rencana, JenisTarget.RENSTRA, pilihan.tahun)
    if of_year is not None:
        for item in plan.pindah:
            move(deed, of_year, item.nomor, sasaran[text_key(item.sasaran)])
    ids = store_indikator(deed, plan.indikator, sasaran, plan.pindah)
    reason = " ".join(pilihan.alasan.split())
    targets = [
        replace(satu, indikator_id=ids.get(satu.indikator_id, satu.indikator_id), dokumen=document, alasan=reason)
        for satu in plan.target
    ]
    perencanaan.add_target(deed, targets, impor_id)
