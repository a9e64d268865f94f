"""What importing a Renstra matrix would do to one Renstra; and doing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lkjip.domain.baca_rencana import BarisRencana, TargetTerbaca
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.finding import Finding
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.kantor import Seksi
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.renstra import Renstra
from lkjip.rules import load_aturan
from lkjip.services.matching import text_key
from lkjip.services.rencana_baca import LAST_ORDINAL
from lkjip.services.rencana_cocok import Butir, Cocokan
from lkjip.services.rencana_indikator import RencanaIndikator, plan_indikator, store_indikator
from lkjip.services.rencana_pilihan import Golongan, PerubahanRencana, PilihanRencana, Usulan
from lkjip.services.rencana_posisi import NOT_YET, Penempat, RencanaPosisi
from lkjip.services.rencana_target import collect_targets, compare_targets, totals
from lkjip.store import Deed, perencanaan
from lkjip.store import renstra as records


@dataclass(frozen=True, slots=True)
class RencanaMatriks:
    """Everything to store; negative numbers stand for indicators that are not stored yet."""

    renstra: Renstra
    indikator: RencanaIndikator
    posisi: RencanaPosisi
    target: tuple[Target, ...]
    usulan: Usulan


def plan_renstra(
    found: Cocokan, data: DataKinerja, seksi: Sequence[Seksi], renstra: Renstra, pilihan: PilihanRencana
) -> RencanaMatriks:
    """Compare the matrix with this Renstra as it is stored."""
    indikator = plan_indikator(found.butir, seksi, pilihan)
    places = Penempat(data, renstra)
    posisi = places.plan(found.butir)
    facts, wrong = collect_targets(found.butir, lambda line: _inside(line, renstra), JenisTarget.RENSTRA)
    old = {
        (satu.indikator_id, satu.tahun): satu
        for satu in data.target
        if satu.jenis is JenisTarget.RENSTRA and satu.renstra == renstra.id
    }
    append, changes, same = compare_targets(found.butir, facts, old, "Target Renstra")
    places.take_out(satu.kunci for satu in posisi.hilang if pilihan.leaves(satu.kunci))
    outside = _outside(found.butir, renstra)
    years = f"{renstra.mulai}-{renstra.akhir}"
    begun = () if renstra.id else (PerubahanRencana(Golongan.BARU, renstra.nama, "Renstra", None, "", years),)
    usulan = Usulan(
        (*begun, *indikator.perubahan, *posisi.perubahan, *changes),
        posisi.sama + same,
        tuple(posisi.hilang),
        tuple(found.tak_dikenal),
        (*found.temuan, *indikator.temuan, *wrong, *outside),
        totals(found.butir, facts),
    )
    return RencanaMatriks(renstra, indikator, posisi, tuple(append), usulan)


def _year(satu: TargetTerbaca, renstra: Renstra) -> int | None:
    """The year of a target; "Tahun ke-3" is counted from the first year of the Renstra."""
    if satu.tahun is not None and satu.tahun <= LAST_ORDINAL:
        return renstra.mulai + satu.tahun - 1
    return satu.tahun


def _inside(line: BarisRencana, renstra: Renstra) -> Iterator[tuple[int, TargetTerbaca]]:
    for satu in line.target:
        year = _year(satu, renstra)
        if year is not None and renstra.memuat(year):
            yield year, satu


def _outside(butir: Iterable[Butir], renstra: Renstra) -> Iterator[Finding]:
    """Each column whose year lies outside the Renstra, or that names none, once."""
    seen = set()
    for line in (line for item in butir for line in item.baris):
        for satu in line.target:
            year = _year(satu, renstra)
            place = (line.lembar, satu.kolom, year)
            if satu.nilai.status is StatusNilai.KOSONG or place in seen or (year and renstra.memuat(year)):
                continue
            seen.add(place)
            yield load_aturan().katalog.temuan(
                "rencana_tahun_di_luar_renstra" if year else "rencana_target_tanpa_tahun",
                lembar=line.lembar, sel=satu.sel, nilai=satu.kolom, tahun=year or "", renstra=renstra.nama,
                mulai=renstra.mulai, akhir=renstra.akhir,
            )  # fmt: skip


def store_renstra(deed: Deed, plan: RencanaMatriks, data: DataKinerja, impor_id: int) -> None:
    """Write the goals, the indicators, their places and targets."""
    sasaran = {text_key(satu.teks): satu.id for satu in data.sasaran}
    tujuan = {text_key(satu.teks): satu.id for satu in data.rencana.tujuan if satu.renstra_id == plan.renstra.id}
    new = plan.renstra
    renstra_id = new.id or records.add_renstra(deed, new.nama, new.mulai, new.akhir, new.dokumen)
    for key, teks in plan.posisi.tujuan_baru.items():
        tujuan[key] = records.add_tujuan(deed, renstra_id, teks)
    for key, teks in plan.posisi.sasaran_baru.items():
        sasaran[key] = perencanaan.add_sasaran(deed, teks)
    ids = store_indikator(deed, plan.indikator, sasaran)
    places = [
        replace(
            posisi,
            renstra_id=renstra_id,
            indikator_id=ids.get(item.nomor, item.nomor),
            sasaran_id=posisi.sasaran_id or sasaran[text_key(item.sasaran)],
            tujuan_id=tujuan[text_key(item.utama.tujuan)] if posisi.tujuan_id == NOT_YET else posisi.tujuan_id,
        )
        for item, posisi in plan.posisi.posisi
    ]
    records.add_posisi(deed, [*places, *plan.posisi.keluar], impor_id)
    targets = [
        replace(satu, indikator_id=ids.get(satu.indikator_id, satu.indikator_id), renstra=renstra_id)
        for satu in plan.target
    ]
    perencanaan.add_target(deed, targets, impor_id)
