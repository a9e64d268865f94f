"""The Lampiran: Pengukuran Kinerja, the budget to its last level, sources, rules, and what is still open."""

from __future__ import annotations

from lkjip.domain.anggaran import SerapanBaris, TingkatAnggaran
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator
from lkjip.domain.explain import TULISAN
from lkjip.domain.finding import sorted_findings
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


def _measurement(evaluasi: Evaluasi) -> tuple[Block, ...]:
    rows = []
    for urut, i in enumerate(evaluasi.indikator, 1):
        rows.append(
            Row(
                (
                    str(urut),
                    i.sasaran.teks,
                    i.indikator.teks,
                    i.indikator.satuan or "–",
                    show_given(i.target),
                    show_given(i.realisasi),
                    show_capaian(i.capaian),
                    i.predikat or "–",
                    TULISAN.get(i.capaian.rumus, i.capaian.rumus),
                )
            )
        )
    total = (
        "",
        "",
        "Rata-rata indikator yang terukur",
        "",
        "",
        "",
        show_percent(evaluasi.rerata),
        evaluasi.predikat,
        "",
    )
    dasar = _basis(evaluasi)
    return (
        Heading(1, "Pengukuran Kinerja", "LAMPIRAN 1"),
        Paragraph(f"Pengukuran kinerja {evaluasi.data.kantor.nama} tahun {evaluasi.tahun}. {dasar}"),
        Table(
            "L.1",
            f"Pengukuran kinerja tahun {evaluasi.tahun}",
            (
                Column("No", 8, Align.CENTER),
                Column("Sasaran strategis", 44, merge=True),
                Column("Indikator kinerja", 58),
                Column("Satuan", 18),
                Column("Target", 18, Align.RIGHT),
                Column("Realisasi", 20, Align.RIGHT),
                Column("Capaian", 20, Align.RIGHT, "%"),
                Column("Predikat", 22),
                Column("Rumus", 46),
            ),
            (*rows, Row(total, RowKind.TOTAL)),
            numbered_columns=True,
        ),
    )


def _basis(evaluasi: Evaluasi) -> str:
    by_renstra = [i for i in evaluasi.indikator if i.dasar == "renstra"]
    if not by_renstra:
        return "Target adalah target Perjanjian Kinerja."
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
            f"Rincian sampai tingkat sub kegiatan. Jumlah dihitung pada tingkat {tingkat} saja, sehingga tidak ada "
            "rupiah yang terhitung dua kali."
            if tingkat
            else "Rincian sampai tingkat sub kegiatan. Jumlah belum dapat dihitung."
        ),
        Table(
            "L.2",
            f"Rincian realisasi anggaran tahun {evaluasi.tahun}",
            (
                Column("Kode", 32),
                Column("Program / kegiatan / sub kegiatan", 62, indented=True),
                Column("Pagu", 30, Align.RIGHT, "Rp"),
                Column("Realisasi", 30, Align.RIGHT, "Rp"),
                Column("Serapan", 17, Align.RIGHT, "%"),
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
    seal = f"versi data {data.versi}" + (f", sidik {data.sidik}" if data.sidik else "")
    return (
        Heading(1, "Aturan Perhitungan yang Dipakai", "LAMPIRAN 3"),
        Paragraph(f"Aturan yang berlaku saat laporan ini dibuat ({seal}):"),
        Bullets(evaluasi.aturan, numbered=True),
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
        Paragraph("Berkas, lembar, dan sel asal setiap target dan realisasi tahun laporan."),
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
    return "; ".join(f"{step.langkah}: {step.isi}" for step in satu.capaian.trace) or satu.capaian.alasan


def build_open(evaluasi: Evaluasi, places: tuple[tuple[str, str], ...]) -> Section:
    """What is still to be written and what the data make one wonder about; and the page kept for the Inspektorat."""
    blocks: list[Block] = [Heading(1, "Bagian yang Masih Harus Diisi", "LAMPIRAN 5")]
    if places:
        blocks.append(
            Paragraph(
                f"Draf ini memuat {len(places)} tempat yang harus diisi kantor. Hapus lampiran ini setelah lengkap."
            )
        )
        blocks.append(
            Table(
                "L.5",
                "Tempat yang harus diisi",
                (Column("No", 8, Align.CENTER), Column("Bagian", 62), Column("Isi yang diperlukan", 92)),
                tuple(Row((str(urut), head, text)) for urut, (head, text) in enumerate(places, 1)),
            )
        )
    else:
        blocks.append(Paragraph("Tidak ada lagi bagian yang harus diisi."))
    blocks.extend(_findings(evaluasi))
    return Section(tuple(blocks))


def _findings(evaluasi: Evaluasi) -> tuple[Block, ...]:
    temuan = sorted_findings(evaluasi.temuan)
    if not temuan:
        return ()
    return (
        Heading(2, "Catatan atas Data"),
        Paragraph(f"Tabel L.6 memuat {len(temuan)} catatan atas data beserta sarannya."),
        Table(
            "L.6",
            "Catatan atas data",
            (Column("No", 8, Align.CENTER), Column("Catatan", 82), Column("Saran", 64, merge=True)),
            tuple(Row((str(urut), satu.pesan, satu.saran)) for urut, satu in enumerate(temuan, 1)),
        ),
    )


def build_review_page() -> Section:
    """The page that belongs to the Inspektorat: named, and left empty."""
    return Section(
        (
            Heading(1, "Pernyataan Telah Direviu", "LAMPIRAN 6"),
            Paragraph(
                "Halaman ini disediakan untuk pernyataan reviu Inspektorat dan tidak diisi oleh aplikasi.", note=True
            ),
        )
    )
