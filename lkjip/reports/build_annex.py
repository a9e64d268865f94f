"""The Lampiran: Pengukuran Kinerja, the budget to its last level, sources, rules, and what is still open."""

from __future__ import annotations

from lkjip.domain.anggaran import SerapanBaris, TingkatAnggaran
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator
from lkjip.domain.explain import TULISAN
from lkjip.domain.showing import show_capaian, show_given, show_nilai, show_percent
from lkjip.reports.build_plan import format_amount
from lkjip.reports.model import (
    Align,
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Section,
    Table,
)

TAK_DIRINCI = (TingkatAnggaran.TOTAL, TingkatAnggaran.REKENING)  # the total stands below, accounts are not listed
DALAM = {TingkatAnggaran.PROGRAM: 0, TingkatAnggaran.KEGIATAN: 1, TingkatAnggaran.SUB_KEGIATAN: 2}


def build_annex(evaluasi: Evaluasi) -> tuple[Section, ...]:
    """All annexes but the list of open places, which is known only when everything else stands."""
    return (
        Section(_measurement(evaluasi), landscape=True),
        Section((*_budget(evaluasi), *_rules(evaluasi))),
        Section(_sources(evaluasi), landscape=True),
    )


_MEASURED = (
    Column("No", 8, Align.CENTER),
    Column("Sasaran strategis", 44, merge=True),
    Column("Indikator kinerja", 60),
    Column("Satuan", 18),
    Column("Target", 15, Align.RIGHT),
    Column("Realisasi", 18, Align.RIGHT),
    Column("Capaian", 18, Align.RIGHT, "%"),
    Column("Predikat", 25),
    Column("Rumus", 46),
)


def _measurement(evaluasi: Evaluasi) -> tuple[Block, ...]:
    rows = [_measured(urut, satu) for urut, satu in enumerate(evaluasi.indikator, 1)]
    rerata = (show_percent(evaluasi.rerata), evaluasi.predikat or "–")
    total = ("", "", "Rata-rata indikator yang terukur", "", "", "", *rerata, "")
    nama = evaluasi.data.kantor.nama
    return (
        Heading(1, "Pengukuran Kinerja", "LAMPIRAN 1"),
        Paragraph(f"Tabel L.1 memuat pengukuran kinerja {nama} tahun {evaluasi.tahun}. {_basis(evaluasi)}"),
        Table(
            "L.1",
            f"Pengukuran kinerja tahun {evaluasi.tahun}",
            _MEASURED,
            (*rows, Row(total, RowKind.TOTAL)),
            numbered_columns=True,
        ),
    )


def _measured(urut: int, satu: EvaluasiIndikator) -> Row:
    return Row(
        (
            str(urut),
            satu.sasaran.teks,
            satu.indikator.teks,
            satu.indikator.satuan or "–",
            show_given(satu.target),
            show_given(satu.realisasi),
            show_capaian(satu.capaian),
            satu.predikat or "–",
            TULISAN.get(satu.capaian.rumus, satu.capaian.rumus),
        )
    )


def _basis(evaluasi: Evaluasi) -> str:
    by_renstra = [i for i in evaluasi.indikator if i.dasar == "renstra"]
    if not by_renstra:
        return "Target adalah target Perjanjian Kinerja."
    if len(by_renstra) == len(evaluasi.indikator):
        return "Target Perjanjian Kinerja belum tercatat; seluruh indikator memakai target Renstra."
    return (
        f"Target adalah target Perjanjian Kinerja; {len(by_renstra)} indikator tanpa target itu memakai target Renstra."
    )


def _budget(evaluasi: Evaluasi) -> tuple[Block, ...]:
    uang = evaluasi.anggaran
    head = Heading(1, "Rincian Realisasi Anggaran", "LAMPIRAN 2")
    if not uang.baris:
        return (head, Paragraph(f"Data anggaran tahun {evaluasi.tahun} belum ada."))
    rows = [_budget_row(line) for line in uang.baris if line.baris.tingkat not in TAK_DIRINCI]
    total = ("", "Jumlah", format_amount(uang.pagu), format_amount(uang.realisasi), show_percent(uang.serapan))
    tingkat = str(uang.tingkat_jumlah or "").replace("_", " ")
    return (
        head,
        Paragraph(
            "Tabel L.2 merinci realisasi anggaran sampai tingkat sub kegiatan. "
            + (
                f"Jumlah dihitung pada tingkat {tingkat} saja, sehingga tidak terjadi penghitungan ganda."
                if tingkat
                else "Jumlah belum dapat dihitung."
            )
        ),
        Table(
            "L.2",
            f"Rincian realisasi anggaran tahun {evaluasi.tahun}",
            (
                Column("Kode", 30),
                Column("Program / kegiatan / sub kegiatan", 74, indented=True),
                Column("Pagu", 26, Align.RIGHT, "Rp"),
                Column("Realisasi", 26, Align.RIGHT, "Rp"),
                Column("Serapan", 16, Align.RIGHT, "%"),
            ),
            (*rows, Row(total, RowKind.TOTAL)),
            note=" ".join(uang.catatan),
        ),
    )


def _budget_row(line: SerapanBaris) -> Row:
    return Row(
        (
            line.baris.kode,
            line.baris.uraian,
            show_nilai(line.baris.pagu),
            show_nilai(line.baris.realisasi),
            show_percent(line.serapan),
        ),
        level=DALAM.get(line.baris.tingkat, 0),
    )


def _rules(evaluasi: Evaluasi) -> tuple[Block, ...]:
    data = evaluasi.data
    seal = f"versi data {data.versi}" + (f", segel {data.sidik}" if data.sidik else "")
    return (
        Heading(1, "Aturan Perhitungan yang Dipakai", "LAMPIRAN 3"),
        Paragraph(f"Aturan yang berlaku saat laporan ini dibuat ({seal}):"),
        Bullets(evaluasi.aturan, numbered=True, small=True),
    )


def _sources(evaluasi: Evaluasi) -> tuple[Block, ...]:
    rows = tuple(
        Row(
            (
                str(urut),
                i.indikator.teks,
                show_given(i.target),
                str(i.target.sumber) if i.target else "–",
                show_given(i.realisasi),
                str(i.realisasi.sumber) if i.realisasi else "–",
            )
        )
        for urut, i in enumerate(evaluasi.indikator, 1)
    )
    return (
        Heading(1, "Sumber Data", "LAMPIRAN 4"),
        Paragraph("Tabel L.3 menyebut berkas, lembar, dan sel asal setiap target dan realisasi tahun laporan."),
        Table(
            "L.3",
            f"Sumber data kinerja tahun {evaluasi.tahun}",
            (
                Column("No", 8, Align.CENTER),
                Column("Indikator kinerja", 66),
                Column("Target", 20, Align.RIGHT),
                Column("Sumber target", 66),
                Column("Realisasi", 20, Align.RIGHT),
                Column("Sumber realisasi", 66),
            ),
            rows,
        ),
        *_steps(evaluasi),
    )


def _steps(evaluasi: Evaluasi) -> tuple[Block, ...]:
    rows = tuple(Row((str(urut), i.indikator.teks, _worked(i))) for urut, i in enumerate(evaluasi.indikator, 1))
    return (
        Paragraph("Tabel L.4 menyajikan langkah perhitungan setiap capaian."),
        Table(
            "L.4",
            f"Langkah perhitungan capaian tahun {evaluasi.tahun}",
            (Column("No", 8, Align.CENTER), Column("Indikator kinerja", 80), Column("Langkah perhitungan", 158)),
            rows,
        ),
    )


def _worked(satu: EvaluasiIndikator) -> str:
    return "; ".join(f"{step.langkah}: {step.isi.rstrip('.')}" for step in satu.capaian.trace) or satu.capaian.alasan
