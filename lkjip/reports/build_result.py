"""Bab III Akuntabilitas Kinerja around the sasaran, and Bab IV Penutup."""

from __future__ import annotations

from collections.abc import Mapping

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.showing import show_nilai, show_percent, show_percent_sign
from lkjip.reports import narrative
from lkjip.reports import narrative_figures as told
from lkjip.reports.build_front import sasaran_table
from lkjip.reports.build_plan import format_amount, programme_lines
from lkjip.reports.build_sasaran import build_sasaran
from lkjip.reports.model import (
    Align,
    Block,
    Bullets,
    Column,
    Figure,
    FigureImage,
    Heading,
    Paragraph,
    Place,
    Row,
    RowKind,
    Table,
)
from lkjip.reports.numbering import Numbering

Gambar = Mapping[str, FigureImage]


def build_result(evaluasi: Evaluasi, gambar: Gambar) -> tuple[Block, ...]:
    """Bab III: how it is measured, the whole, each sasaran, the budget."""
    nomor = Numbering("3")
    awal = _whole(evaluasi, gambar, nomor)
    sasaran = [
        block
        for satu in evaluasi.sasaran
        for block in build_sasaran(evaluasi, satu, nomor, gambar.get(f"trend_sasaran_{satu.sasaran.id}"))
    ]
    return (
        Heading(1, "Akuntabilitas Kinerja", "BAB III"),
        Heading(2, "Capaian Kinerja Organisasi", "A."),
        *awal,
        *sasaran,
        Heading(2, "Realisasi Anggaran", "B."),
        *_budget(evaluasi, gambar, nomor),
    )


def _whole(evaluasi: Evaluasi, gambar: Gambar, nomor: Numbering) -> tuple[Block, ...]:
    tabel = nomor.table()
    blocks: list[Block] = [
        Paragraph(
            "Persentase capaian, predikat, dan rata-rata dihitung dengan aturan yang disajikan beserta sumbernya pada "
            "Lampiran 3; rumus setiap indikator tercantum pada Lampiran 1."
        ),
        Paragraph(narrative.overall(evaluasi)),
        Paragraph(f"Tabel {tabel} merangkum capaian setiap sasaran strategis."),
        sasaran_table(evaluasi, tabel),
    ]
    capaian = f"Capaian setiap indikator terhadap target tahun {evaluasi.tahun}"
    blocks.extend(_figure(gambar.get("capaian_bars"), capaian, nomor, told.extremes(evaluasi)))
    if len(evaluasi.sasaran) > 1:
        sebaran = "Sebaran status indikator pada setiap sasaran"
        blocks.extend(_figure(gambar.get("sasaran_status"), sebaran, nomor, told.unmet_sasaran(evaluasi)))
    riwayat = "Capaian seluruh indikator dari tahun ke tahun"
    blocks.extend(_figure(gambar.get("riwayat_heat"), riwayat, nomor, told.years(evaluasi)))
    return tuple(blocks)


def _figure(gambar: FigureImage | None, judul: str, nomor: Numbering, kalimat: str) -> tuple[Block, ...]:
    """A figure with the sentence that refers to it, and one that says what its title does not."""
    if gambar is None:
        return ()
    angka = nomor.figure()
    rujukan = f"{judul} digambarkan pada Gambar {angka}. {kalimat}".strip()
    return (Paragraph(rujukan), Figure(angka, judul, gambar))


def _budget(evaluasi: Evaluasi, gambar: Gambar, nomor: Numbering) -> tuple[Block, ...]:
    uang = evaluasi.anggaran
    lines = programme_lines(evaluasi)
    if not lines or uang.pagu is None:
        return (Paragraph(narrative.budget(evaluasi)), Place("realisasi anggaran menurut program"))
    tabel = nomor.table()
    rows = [
        Row(
            (
                line.baris.kode,
                line.baris.uraian,
                show_nilai(line.baris.pagu),
                show_nilai(line.baris.realisasi),
                show_percent(line.serapan),
            )
        )
        for line in lines
    ]
    total = ("", "Jumlah", format_amount(uang.pagu), format_amount(uang.realisasi), show_percent(uang.serapan))
    rows.append(Row(total, RowKind.TOTAL))
    return (
        Paragraph(narrative.budget(evaluasi)),
        Paragraph(f"Tabel {tabel} menyajikan realisasi anggaran menurut program; rinciannya pada Lampiran 2."),
        Table(
            tabel,
            f"Realisasi anggaran menurut program tahun {evaluasi.tahun}",
            (
                Column("Kode", 18),
                Column("Program", 72),
                Column("Pagu", 28, Align.RIGHT, "Rp"),
                Column("Realisasi", 28, Align.RIGHT, "Rp"),
                Column("Serapan", 17, Align.RIGHT, "%"),
            ),
            tuple(rows),
            note=" ".join(uang.catatan),
        ),
        *_figure(
            gambar.get("anggaran_bars"),
            f"Pagu dan realisasi setiap program tahun {evaluasi.tahun}",
            nomor,
            told.absorption(lines),
        ),
        *_figure(
            gambar.get("capaian_serapan"),
            "Capaian setiap sasaran dan serapan anggarannya",
            nomor,
            told.BIDANG,
        ),
    )


def build_closing(evaluasi: Evaluasi) -> tuple[Block, ...]:
    """Bab IV: the conclusion from the numbers, and a place for what will be done."""
    belum = [satu for satu in evaluasi.indikator if satu.ketercapaian is not Ketercapaian.TERCAPAI]
    langkah: list[Block] = [
        Place(f"langkah perbaikan, penanggung jawab, dan tenggat untuk “{satu.indikator.teks}”") for satu in belum
    ]
    if not belum and evaluasi.indikator:
        langkah.append(Place("langkah untuk mempertahankan capaian"))
    return (
        Heading(1, "Penutup", "BAB IV"),
        Heading(2, "Kesimpulan", "A."),
        Paragraph(narrative.overall(evaluasi)),
        Bullets(
            tuple(
                f"{satu.sasaran.judul}, dengan rata-rata capaian "
                f"{show_percent_sign(satu.rerata)}" + (f" ({satu.predikat})." if satu.predikat else ", belum terukur.")
                for satu in evaluasi.sasaran
            )
        ),
        Paragraph(narrative.budget(evaluasi)),
        Heading(2, "Langkah Perbaikan", "B."),
        *langkah,
    )
