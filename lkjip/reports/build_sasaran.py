"""Bab III A: one sasaran strategis with the seven analyses, each table with its sentence."""

from __future__ import annotations

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator, EvaluasiSasaran, TahunIndikator
from lkjip.domain.indikator import Sasaran
from lkjip.domain.showing import (
    join_words,
    show_capaian,
    show_given,
    show_percent,
    show_percent_sign,
    show_status,
)
from lkjip.reports import narrative
from lkjip.reports import narrative_sasaran as sentences
from lkjip.reports.build_cost import efficiency, programmes
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
    Table,
)
from lkjip.reports.numbering import Numbering

TAHUN_TAMPIL = 5


def build_sasaran(
    evaluasi: Evaluasi, satu: EvaluasiSasaran, nomor: Numbering, gambar: FigureImage | None
) -> tuple[Block, ...]:
    """One sasaran: what was reached, beside which promise, at what cost, and what is still to be explained."""
    head = (
        _heading(satu.sasaran),
        Paragraph(narrative.of_sasaran(satu)),
    )
    if not satu.indikator:
        return (*head, Place(f"indikator sasaran {satu.sasaran.urutan}"))
    return (
        *head,
        *_this_year(evaluasi, satu, nomor),
        *_earlier_years(evaluasi, satu, nomor, gambar),
        *_renstra(satu, nomor),
        *_standard(),
        *_causes(satu),
        *efficiency(satu, nomor),
        *programmes(evaluasi, satu, nomor),
    )


def _heading(sasaran: Sasaran) -> Heading:
    return Heading(3, sasaran.judul) if sasaran.ungrouped else Heading(3, sasaran.teks, f"Sasaran {sasaran.urutan}:")


def _indicators(*columns: Column) -> tuple[Column, ...]:
    return (Column("Indikator kinerja", 54), Column("Satuan", 18), *columns)


def _this_year(evaluasi: Evaluasi, satu: EvaluasiSasaran, nomor: Numbering) -> tuple[Block, ...]:
    tabel = nomor.table()
    rows = tuple(
        Row(
            (
                i.indikator.teks,
                i.indikator.satuan or "–",
                show_given(i.target),
                show_given(i.realisasi),
                show_capaian(i.capaian),
                i.predikat or "–",
                show_status(i.ketercapaian),
            )
        )
        for i in satu.indikator
    )
    return (
        Heading(4, f"Target dan realisasi tahun {evaluasi.tahun}", "1)"),
        Paragraph(f"Tabel {tabel} menyajikan target dan realisasi setiap {_all_of(satu.sasaran)}."),
        Table(
            tabel,
            f"Target dan realisasi tahun {evaluasi.tahun}, {satu.sasaran.sebutan}",
            _indicators(
                Column("Target", 14, Align.RIGHT),
                Column("Realisasi", 17, Align.RIGHT),
                Column("Capaian", 16, Align.RIGHT, "%"),
                Column("Predikat", 26),
                Column("Status", 34),
            ),
            rows,
            note=_notes(satu),
        ),
        Bullets(sentences.achievements(satu)),
    )


def _notes(satu: EvaluasiSasaran) -> str:
    """Each note once, with the indicators it is about (or how many, where it is about all)."""
    tentang: dict[str, list[str]] = {}
    for i in satu.indikator:
        for teks in (*i.catatan, *i.capaian.catatan):
            tentang.setdefault(teks, []).append(i.indikator.teks)
    return " ".join(
        teks if len(nama) == len(satu.indikator) else f"{join_words(nama)}: {teks}" for teks, nama in tentang.items()
    )


def past(satu: EvaluasiIndikator) -> tuple[TahunIndikator, ...]:
    """The latest years up to the report year."""
    return tuple(tahun for tahun in satu.riwayat if tahun.tahun <= satu.tahun)[-TAHUN_TAMPIL:]


def _earlier_years(
    evaluasi: Evaluasi, satu: EvaluasiSasaran, nomor: Numbering, gambar: FigureImage | None
) -> tuple[Block, ...]:
    years = sorted({tahun.tahun for i in satu.indikator for tahun in past(i) if tahun.realisasi})
    head = Heading(4, "Perbandingan dengan tahun-tahun sebelumnya", "2)")
    if len(years) < 2:
        return (head, Paragraph("Belum ada realisasi tahun sebelumnya, sehingga perbandingan belum dapat disajikan."))
    tabel = nomor.table()
    blocks: list[Block] = [
        head,
        Paragraph(
            f"Tabel {tabel} menyandingkan realisasi dan capaian tahun {years[0]} sampai {years[-1]}; capaian "
            "setiap tahun diukur terhadap target tahun itu."
        ),
        Table(
            tabel,
            f"Realisasi dan capaian {years[0]}–{years[-1]}, {satu.sasaran.sebutan}",
            (
                Column("Indikator kinerja", 52, merge=True),
                Column("Uraian", 20),
                *(Column(str(tahun), 18, Align.RIGHT) for tahun in years),
            ),
            tuple(row for i in satu.indikator for row in _year_rows(i, years)),
        ),
        Bullets(sentences.against_last_year(satu)),
    ]
    if gambar is not None:
        nomor_gambar = nomor.figure()
        blocks.append(
            Paragraph(f"Perkembangan setiap indikator terhadap targetnya digambarkan pada Gambar {nomor_gambar}.")
        )
        judul = f"Perkembangan {_all_of(satu.sasaran)}, {years[0]}–{years[-1]}"
        blocks.append(Figure(nomor_gambar, judul, gambar))
    return tuple(blocks)


def _all_of(sasaran: Sasaran) -> str:
    return sasaran.sebutan if sasaran.ungrouped else f"indikator {sasaran.sebutan}"


def _year_rows(satu: EvaluasiIndikator, years: list[int]) -> tuple[Row, Row]:
    known = {tahun.tahun: tahun for tahun in past(satu)}
    nama = f"{satu.indikator.teks} ({satu.indikator.satuan})" if satu.indikator.satuan else satu.indikator.teks
    return (
        Row((nama, "Realisasi", *(show_given(known[t].realisasi) if t in known else "–" for t in years))),
        Row((nama, "Capaian (%)", *(show_percent(known[t].capaian_tahun.nilai) if t in known else "–" for t in years))),
    )


def _renstra(satu: EvaluasiSasaran, nomor: Numbering) -> tuple[Block, ...]:
    head = Heading(4, "Perbandingan dengan target jangka menengah (Renstra)", "3)")
    if not any(i.akhir_renstra for i in satu.indikator):
        return (head, Paragraph("Target akhir Renstra belum tercatat, sehingga perbandingan belum dapat disajikan."))
    tabel = nomor.table()
    rows = tuple(
        Row(
            (
                i.indikator.teks,
                i.indikator.satuan or "–",
                show_given(i.realisasi),
                show_given(i.akhir_renstra),
                str(i.akhir_renstra.tahun) if i.akhir_renstra else "–",
                show_percent(i.capaian_akhir.nilai if i.capaian_akhir else None),
            )
        )
        for i in satu.indikator
    )
    return (
        head,
        Paragraph(f"Tabel {tabel} membandingkan realisasi dengan target akhir Renstra."),
        Table(
            tabel,
            f"Kemajuan terhadap target akhir Renstra, {satu.sasaran.sebutan}",
            _indicators(
                Column(f"Realisasi {satu.indikator[0].tahun}", 20, Align.RIGHT),
                Column("Target akhir", 20, Align.RIGHT),
                Column("Tahun target", 18, Align.CENTER),
                Column("Kemajuan", 20, Align.RIGHT, "%"),
            ),
            rows,
        ),
        *_progress(satu),
    )


def _progress(satu: EvaluasiSasaran) -> tuple[Block, ...]:
    kalimat = sentences.against_renstra(satu)
    return (Paragraph(kalimat[0]),) if len(kalimat) == 1 < len(satu.indikator) else (Bullets(kalimat),)


def _standard() -> tuple[Block, ...]:
    return (
        Heading(4, "Perbandingan dengan standar nasional", "4)"),
        Paragraph("Belum ada standar nasional yang tercatat untuk indikator sasaran ini."),
        Place("standar nasional yang berlaku (nilai, tahun, sumber), atau alasan mengapa tidak ada"),
    )


def _causes(satu: EvaluasiSasaran) -> tuple[Block, ...]:
    blocks: list[Block] = [Heading(4, "Penyebab keberhasilan atau kegagalan dan upaya yang dilakukan", "5)")]
    for i in satu.indikator:
        if i.ketercapaian is Ketercapaian.TIDAK_TERUKUR:
            isi = f"mengapa “{i.indikator.teks}” belum terukur dan kapan datanya tersedia"
        else:
            kata = "keberhasilan" if i.ketercapaian is Ketercapaian.TERCAPAI else "belum tercapainya target"
            capaian = show_percent_sign(i.capaian.nilai)
            isi = f"penyebab {kata} “{i.indikator.teks}” (capaian {capaian}) dan upaya yang dilakukan"
        blocks.append(Place(isi))
    return tuple(blocks)
