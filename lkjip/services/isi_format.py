"""What a section's workbook is filled with beforehand, from the plan, last year's figures and the budget in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from lkjip.domain.anggaran import BarisAnggaran
from lkjip.domain.evaluasi import DataKinerja, Evaluasi, EvaluasiIndikator, TahunIndikator
from lkjip.domain.evaluate import evaluate
from lkjip.domain.isian_format import AnggaranFormat, IndikatorFormat, IsiFormat
from lkjip.domain.kantor import Seksi
from lkjip.domain.pagu import BarisPagu, plan_in_force
from lkjip.domain.pengumpulan import FormatSeksi
from lkjip.rules import load_aturan
from lkjip.services.evaluation import load_from
from lkjip.spreadsheets.template.original import prefilled_of
from lkjip.store import format_seksi as records
from lkjip.store import impor


def contents(
    connection: Connection, tahun: int, sections: Sequence[Seksi], tenggat: date | None = None
) -> dict[int, IsiFormat]:
    """The content of each section's workbook by section id; also of those that have nothing to report."""
    evaluasi = evaluate(load_from(connection, semua=True), tahun, load_aturan())
    return contents_of(evaluasi, records.load_seksi_program(connection), sections, tenggat)


def contents_of(
    evaluasi: Evaluasi, codes: Mapping[int, Sequence[str]], sections: Sequence[Seksi], tenggat: date | None = None
) -> dict[int, IsiFormat]:
    """The same from facts at hand (all of them, also what nobody has accepted); `codes`: those of each section."""
    data, tahun, measured = evaluasi.data, evaluasi.tahun, evaluasi.indikator
    office = data.kantor
    return {
        seksi.id: IsiFormat(
            office.kode,
            office.nama,
            office.demo,
            seksi.id,
            seksi.nama,
            tahun,
            tenggat,
            tuple(_indikator(satu, tahun) for satu in measured if satu.indikator.seksi == seksi.id),
            tuple(_anggaran(data, tahun, kode) for kode in codes.get(seksi.id, ())),
        )
        for seksi in sections
    }


def filled_with(connection: Connection, made: FormatSeksi) -> IsiFormat | None:
    """What a workbook made earlier was filled with, as it says itself; None where its bytes are gone."""
    content = impor.original_bytes(connection, made.sha256)
    return prefilled_of(content) if content else None


def why_none(isi: IsiFormat) -> str:
    """Why a section gets no workbook; "" where it gets one."""
    if isi.indikator or isi.anggaran:
        return ""
    return (
        f"{isi.seksi} tidak mendapat format: tidak ada indikator {isi.tahun} maupun kode anggaran yang menjadi "
        "tanggung jawabnya. Tetapkan seksinya di halaman Perencanaan, atau pilih kode anggarannya."
    )


def _indikator(satu: EvaluasiIndikator, tahun: int) -> IndikatorFormat:
    before: TahunIndikator | None = next((lalu for lalu in satu.riwayat if lalu.tahun == tahun - 1), None)
    indikator = satu.indikator
    return IndikatorFormat(
        indikator.id,
        satu.sasaran.teks,
        indikator.teks,
        indikator.satuan,
        indikator.rumus,
        indikator.agregasi,
        satu.target.nilai if satu.target else None,
        before.target.nilai if before and before.target else None,
        before.realisasi.nilai if before and before.realisasi else None,
        indikator.rincian,
    )


def _anggaran(data: DataKinerja, tahun: int, kode: str) -> AnggaranFormat:
    """The line of a code: in the changed tree, else the first one, else the budget as loaded; unknown: without pagu."""
    lines: Sequence[BarisPagu | BarisAnggaran] = budget_lines(data, tahun)
    mine = [satu for satu in lines if satu.kode == kode]
    mine = [satu for satu in mine if satu.tingkat is mine[0].tingkat]  # a split into groups, not the level below
    if not mine:
        return AnggaranFormat(kode, "", "", None)
    amounts = [satu.pagu.angka for satu in mine if satu.pagu.angka is not None]
    return AnggaranFormat(kode, mine[0].uraian, mine[0].tingkat.value, sum(amounts, Decimal(0)) if amounts else None)


def budget_lines(data: DataKinerja, tahun: int) -> Sequence[BarisPagu | BarisAnggaran]:
    """The lines with the pagu in force: perubahan before murni, both before the budget of the realisasi reports."""
    return plan_in_force(data.pagu, tahun) or [satu for satu in data.anggaran if satu.tahun == tahun]
