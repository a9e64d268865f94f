"""Checks of a section's values: the room of all checks over its records, and explanations that are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.aturan import Aturan
from lkjip.domain.evaluasi import DataKinerja, Evaluasi
from lkjip.domain.evaluate import evaluate
from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.formulas import TANPA_ANGKA
from lkjip.domain.indikator import JenisTarget, Realisasi
from lkjip.domain.isian_format import BacaanFormat, IndikatorFormat, IsiFormat, RealisasiFormat
from lkjip.domain.numbers import Nilai, kosong, terukur
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.domain.periode import year_of
from lkjip.domain.printed import Cocok
from lkjip.domain.reading import Bacaan, BacaanAnggaran, BacaanIndikator
from lkjip.domain.rencana_kiriman import put_over
from lkjip.domain.trace import Source
from lkjip.domain.wajib_jelas import lacking_words, why_explain
from lkjip.spreadsheets.cells import address
from lkjip.spreadsheets.template import schema
from lkjip.validation import validate

_TANPA_CETAKAN = Cocok("tak_terperiksa")
_TANPA_TARGET = kosong("target belum ditetapkan")


@dataclass(frozen=True, slots=True)
class WajibJelas:
    """An indicator that has to be explained: why, what stands (or was typed) so far, what is still missing."""

    indikator_id: int
    teks: str
    alasan: str
    kata: Penjelasan
    kurang: tuple[str, ...]


def value_findings(bacaan: BacaanFormat, isi: IsiFormat, katalog: Katalog) -> tuple[Finding, ...]:
    """What the room of checks says of the values, where the reader of the workbook has not spoken about that cell.

    What it says about targets (no cell of the section's) is left out: the plan is not the section's to mend.
    """
    told = {(satu.lembar, satu.sel) for satu in bacaan.temuan if satu.sel}
    return tuple(
        satu
        for table in as_tables(bacaan, isi)
        for satu in validate(table, katalog)
        if satu.sel and (satu.lembar, satu.sel) not in told
    )


def as_tables(bacaan: BacaanFormat, isi: IsiFormat) -> tuple[Bacaan, ...]:
    """The workbook's values as the records all other files are read into: one table of indicators, one of budget.

    Labels and yes/no are not numbers: what they may be is said by the reader, which knows the formula.
    """
    asked = {satu.indikator_id: satu for satu in isi.indikator if satu.rumus not in TANPA_ANGKA}
    records = [_record(asked[satu.indikator_id], isi.tahun, satu.triwulan, satu.nilai, satu.sumber)
               for satu in bacaan.realisasi if satu.indikator_id in asked]  # fmt: skip
    records += _years(bacaan.realisasi, asked, isi.tahun)
    codes = {baris.kode: (place, baris) for place, baris in enumerate(isi.anggaran, 1)}
    lines = [
        BacaanAnggaran(
            place, None, satu.kode, baris.uraian, TingkatAnggaran(baris.tingkat or "sub_kegiatan"), "", isi.tahun,
            satu.triwulan,
            kosong() if baris.pagu is None else terukur(baris.pagu), satu.nilai, kosong(), _TANPA_CETAKAN,
            {"uraian": satu.sumber.sel, "kode": satu.sumber.sel, "realisasi": satu.sumber.sel},
        )
        for satu in bacaan.serapan
        for place, baris in [codes[satu.kode]]
    ]  # fmt: skip
    return (
        Bacaan(schema.INDIKATOR.nama, 1, indikator=tuple(records)),
        Bacaan(schema.ANGGARAN.nama, 1, anggaran=tuple(lines)),
    )


def _record(satu: IndikatorFormat, tahun: int, triwulan: int | None, nilai: Nilai, sumber: Source) -> BacaanIndikator:
    return BacaanIndikator(
        satu.indikator_id, satu.sasaran, satu.teks, satu.satuan, tahun, triwulan, JenisTarget.PK,
        satu.target or _TANPA_TARGET, nilai, kosong(), _TANPA_CETAKAN,
        {"indikator": sumber.sel, "realisasi": sumber.sel},
    )  # fmt: skip


def _years(
    realisasi: Iterable[RealisasiFormat], asked: Mapping[int, IndikatorFormat], tahun: int
) -> Iterator[BacaanIndikator]:
    """Where all four quarters are there and no year, the year they make: it is what the target stands against."""
    quarters: dict[int, list[Realisasi]] = {}
    for satu in realisasi:
        fact = Realisasi(satu.indikator_id, tahun, satu.nilai, satu.triwulan, sumber=satu.sumber)
        quarters.setdefault(satu.indikator_id, []).append(fact)
    for key, facts in quarters.items():
        whole = year_of(facts, asked[key].agregasi) if key in asked else None
        if whole and whole.realisasi and whole.langkah and not whole.kurang:
            yield _record(asked[key], tahun, None, whole.realisasi.nilai, whole.realisasi.sumber)


def evaluate_with(data: DataKinerja, realisasi: Iterable[Realisasi], tahun: int, aturan: Aturan) -> Evaluasi:
    """The year as it would be once these have been stored."""
    return evaluate(replace(data, realisasi=put_over(data.realisasi, realisasi)), tahun, aturan)


def explanations_due(
    evaluasi: Evaluasi, seksi_id: int, kata: Mapping[int, Penjelasan], aturan: Aturan
) -> tuple[WajibJelas, ...]:
    """The indicators of one section that have to be explained, in the order of the plan."""
    found = []
    for satu in evaluasi.indikator:
        if satu.indikator.seksi != seksi_id:
            continue
        alasan = why_explain(satu, aturan, evaluasi.data.pengaturan)
        if alasan:
            key = satu.indikator.id
            said = kata.get(key, Penjelasan(key, evaluasi.tahun))
            found.append(WajibJelas(key, satu.indikator.teks, alasan, said, lacking_words(said)))
    return tuple(found)


def explanation_findings(wajib: Iterable[WajibJelas], isi: IsiFormat, katalog: Katalog) -> tuple[Finding, ...]:
    """One finding for each explanation that is due and not complete, at its cell in the sheet Analisis."""
    rows = {satu.indikator_id: place for place, satu in enumerate(isi.indikator, 1)}
    return tuple(
        katalog.temuan(
            "penjelasan_wajib",
            lembar=schema.ANALISIS.nama,
            sel=_cell(rows[satu.indikator_id], "penghambat" if "penghambat" in satu.kurang else "upaya"),
            indikator=satu.teks,
            alasan=satu.alasan,
            kurang=" dan ".join(satu.kurang),
        )
        for satu in wajib
        if satu.kurang and satu.indikator_id in rows
    )


def _cell(place: int, kunci: str) -> str:
    return address(schema.BARIS_JUDUL + place, schema.ANALISIS.nomor(kunci))
