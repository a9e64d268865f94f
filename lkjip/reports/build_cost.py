"""Bab III A, analyses 6 and 7 of a sasaran: what it cost, and which programmes served it."""

from __future__ import annotations

from lkjip.domain.evaluasi import Evaluasi, EvaluasiSasaran
from lkjip.domain.showing import show_nilai, show_percent
from lkjip.reports import narrative
from lkjip.reports.build_plan import format_amount, programme_lines
from lkjip.reports.model import Align, Block, Column, Heading, Paragraph, Place, Row, Table
from lkjip.reports.numbering import Numbering


def efficiency(satu: EvaluasiSasaran, nomor: Numbering) -> tuple[Block, ...]:
    """Analysis 6: spending beside achievement."""
    head = Heading(4, "Efisiensi penggunaan sumber daya", "6)")
    uang = satu.efisiensi
    if uang is None:
        return (head, Paragraph(narrative.efficiency(satu)))
    tabel = nomor.table()
    row = Row(
        (
            format_amount(uang.pagu),
            format_amount(uang.realisasi),
            show_percent(uang.serapan),
            show_percent(uang.capaian),
            show_percent(uang.selisih),
            format_amount(uang.sisa),
        )
    )
    return (
        head,
        Paragraph(f"Tabel {tabel} menyandingkan penyerapan anggaran dengan capaian sasaran."),
        Table(
            tabel,
            f"Efisiensi penggunaan anggaran, {satu.sasaran.sebutan}",
            (
                Column("Pagu", 32, Align.RIGHT, "Rp"),
                Column("Realisasi", 32, Align.RIGHT, "Rp"),
                Column("Serapan", 20, Align.RIGHT, "%"),
                Column("Capaian", 20, Align.RIGHT, "%"),
                Column("Selisih capaian dan serapan", 26, Align.RIGHT, "poin persen"),
                Column("Sisa anggaran", 30, Align.RIGHT, "Rp"),
            ),
            (row,),
        ),
        Paragraph(narrative.efficiency(satu)),
    )


def programmes(evaluasi: Evaluasi, satu: EvaluasiSasaran, nomor: Numbering) -> tuple[Block, ...]:
    """Analysis 7: the programmes that serve the sasaran."""
    head = Heading(4, "Program yang menunjang", "7)")
    names = {*satu.sasaran.program, *(satu.efisiensi.program if satu.efisiensi else ())}
    lines = [line for line in programme_lines(evaluasi) if {line.baris.kode, line.baris.uraian} & names]
    peran = Place(f"peran program dan kegiatan terhadap capaian {satu.sasaran.sebutan}")
    if not lines:
        return (head, Paragraph("Program penunjang sasaran ini belum dihubungkan."), peran)
    tabel = nomor.table()
    return (
        head,
        Paragraph(f"Sasaran ini ditunjang oleh {len(lines)} program, sebagaimana disajikan pada Tabel {tabel}."),
        Table(
            tabel,
            f"Program penunjang {satu.sasaran.sebutan}",
            (
                Column("Program", 76),
                Column("Pagu", 32, Align.RIGHT, "Rp"),
                Column("Realisasi", 32, Align.RIGHT, "Rp"),
                Column("Serapan", 20, Align.RIGHT, "%"),
            ),
            tuple(
                Row(
                    (
                        line.baris.uraian,
                        show_nilai(line.baris.pagu),
                        show_nilai(line.baris.realisasi),
                        show_percent(line.serapan),
                    )
                )
                for line in lines
            ),
        ),
        peran,
    )
