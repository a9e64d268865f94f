"""Bab II Perencanaan Kinerja."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkjip.domain.anggaran import SerapanBaris, TingkatAnggaran
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator
from lkjip.domain.indikator import Target
from lkjip.domain.numbers import format_rupiah
from lkjip.domain.showing import show_given, show_nilai
from lkjip.reports.model import (
    Align,
    Block,
    Column,
    Heading,
    Paragraph,
    Place,
    Row,
    RowKind,
    Table,
)
from lkjip.reports.numbering import Numbering

TAHUN_TEGAK = 6  # more year columns than this need a landscape page


def build_plan(evaluasi: Evaluasi) -> tuple[Block, ...]:
    """Bab II: the Renstra targets, the PK of the year, the budget behind it."""
    nomor = Numbering("2")
    return (
        Heading(1, "Perencanaan Kinerja", "BAB II"),
        Heading(2, "Rencana Strategis", "A."),
        *_renstra(evaluasi, nomor),
        Heading(2, "Perjanjian Kinerja", "B."),
        *_pk(evaluasi, nomor),
        Heading(2, "Program dan Anggaran", "C."),
        *_programmes(evaluasi, nomor),
    )


def by_sasaran(evaluasi: Evaluasi, cells: Mapping[int, tuple[str, ...]]) -> tuple[Row, ...]:
    """Rows of all indicators under a line for each sasaran; `cells` by indicator id, numbered through."""
    rows: list[Row] = []
    urut = 0
    for satu in evaluasi.sasaran:
        rows.append(Row((satu.sasaran.judul,), RowKind.GROUP))
        for indikator in satu.indikator:
            urut += 1
            rows.append(Row((str(urut), indikator.indikator.teks, *cells[indikator.indikator.id])))
    return tuple(rows)


def _planned(satu: EvaluasiIndikator) -> dict[int, Target]:
    return {tahun.tahun: tahun.target_renstra for tahun in satu.riwayat if tahun.target_renstra}


def _renstra(evaluasi: Evaluasi, nomor: Numbering) -> tuple[Block, ...]:
    years = sorted({tahun for satu in evaluasi.indikator for tahun in _planned(satu)})
    if not years:
        return (
            Paragraph("Target Renstra belum tercatat, sehingga belum dapat disajikan."),
            Place("target Renstra setiap indikator"),
        )
    tabel = nomor.table()
    cells = {
        satu.indikator.id: (satu.indikator.satuan or "–", *(show_given(_planned(satu).get(tahun)) for tahun in years))
        for satu in evaluasi.indikator
    }
    last = [satu for satu in evaluasi.indikator if satu.akhir_renstra]
    return (
        Paragraph(
            f"Rencana Strategis menetapkan target {_of_all(len(last), evaluasi)} kinerja untuk tahun {years[0]} "
            f"sampai {years[-1]}, sebagaimana disajikan pada Tabel {tabel}."
        ),
        Table(
            tabel,
            f"Target Renstra tahun {years[0]}–{years[-1]}",
            (
                Column("No", 8, Align.CENTER),
                Column("Indikator kinerja", 62),
                Column("Satuan", 18),
                *(Column(str(tahun), 13.5, Align.RIGHT) for tahun in years),
            ),
            by_sasaran(evaluasi, cells),
        ),
        *_units(evaluasi),
    )


def _of_all(banyak: int, evaluasi: Evaluasi) -> str:
    jumlah = evaluasi.hitungan.jumlah
    return f"seluruh {jumlah} indikator" if banyak == jumlah > 1 else f"{banyak} dari {jumlah} indikator"


def _units(evaluasi: Evaluasi) -> tuple[Block, ...]:
    """Indicators whose files name no unit; a yes or no has none."""
    tanpa = sum(not satu.indikator.satuan and _numeric(satu) for satu in evaluasi.indikator)
    return (Place(f"satuan {_of_all(tanpa, evaluasi)} yang belum tercatat"),) if tanpa else ()


def _numeric(satu: EvaluasiIndikator) -> bool:
    return any(isi is not None and isi.nilai.angka is not None for isi in (satu.target, satu.realisasi))


def _pk(evaluasi: Evaluasi, nomor: Numbering) -> tuple[Block, ...]:
    tahun = evaluasi.tahun
    promised = {satu.indikator.id: _promise(satu) for satu in evaluasi.indikator}
    known = sum(target is not None for target in promised.values())
    if not known:
        return (
            Paragraph(
                f"Target Perjanjian Kinerja Tahun {tahun} belum tercatat. Capaian dalam laporan ini diukur terhadap "
                "target Renstra tahun yang sama, sebagaimana dicatat di bawah tabel target dan realisasi."
            ),
            Place(f"Perjanjian Kinerja Tahun {tahun}: nomor, tanggal, dan target setiap indikator"),
        )
    tabel = nomor.table()
    cells = {
        satu.indikator.id: (satu.indikator.satuan or "–", show_given(promised[satu.indikator.id]))
        for satu in evaluasi.indikator
    }
    return (
        Paragraph(
            f"Perjanjian Kinerja Tahun {tahun} memuat target {_of_all(known, evaluasi)}, sebagaimana "
            f"disajikan pada Tabel {tabel}."
        ),
        Table(
            tabel,
            f"Perjanjian Kinerja tahun {tahun}",
            (
                Column("No", 8, Align.CENTER),
                Column("Indikator kinerja", 104),
                Column("Satuan", 22),
                Column(f"Target {tahun}", 26, Align.RIGHT),
            ),
            by_sasaran(evaluasi, cells),
        ),
    )


def _promise(satu: EvaluasiIndikator) -> Target | None:
    return next((tahun.target_pk for tahun in satu.riwayat if tahun.tahun == satu.tahun), None)


def _programmes(evaluasi: Evaluasi, nomor: Numbering) -> tuple[Block, ...]:
    uang = evaluasi.anggaran
    lines = programme_lines(evaluasi)
    if not lines or uang.pagu is None:
        return (Paragraph(f"Data anggaran tahun {evaluasi.tahun} belum ada, sehingga belum dapat disajikan."),)
    tabel = nomor.table()
    rows = [
        Row((str(urut), line.baris.kode, line.baris.uraian, show_nilai(line.baris.pagu)))
        for urut, line in enumerate(lines, 1)
    ]
    rows.append(Row(("", "", "Jumlah", format_amount(uang.pagu)), RowKind.TOTAL))
    return (
        Paragraph(
            f"Kinerja tahun {evaluasi.tahun} ditunjang oleh {len(lines)} program dengan pagu seluruhnya "
            f"{format_rupiah(uang.pagu)}, sebagaimana disajikan pada Tabel {tabel}."
        ),
        Table(
            tabel,
            f"Program dan pagu anggaran tahun {evaluasi.tahun}",
            (
                Column("No", 8, Align.CENTER),
                Column("Kode", 22),
                Column("Program", 96),
                Column("Pagu", 34, Align.RIGHT, "Rp"),
            ),
            tuple(rows),
        ),
    )


def programme_lines(evaluasi: Evaluasi) -> tuple[SerapanBaris, ...]:
    """The lines of the level the totals are counted on."""
    tingkat = evaluasi.anggaran.tingkat_jumlah
    lines = evaluasi.anggaran.setingkat(TingkatAnggaran.PROGRAM)
    return lines or (evaluasi.anggaran.setingkat(tingkat) if tingkat else ())


def format_amount(angka: Decimal | None) -> str:
    """Rupiah without its sign, for a column headed "Rp"."""
    return "–" if angka is None else format_rupiah(angka).replace("Rp", "")
