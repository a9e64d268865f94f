"""Before Bab I: cover, Kata Pengantar, Ikhtisar Eksekutif, contents."""

from __future__ import annotations

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.kantor import Kantor
from lkjip.domain.showing import KATA_KETERCAPAIAN, show_capaian, show_percent_sign
from lkjip.reports import narrative
from lkjip.reports.model import (
    Align,
    Block,
    Bullets,
    Column,
    Contents,
    Cover,
    Heading,
    PageNumbers,
    Paragraph,
    Place,
    Row,
    RowKind,
    Section,
    Signature,
    Table,
)
from lkjip.reports.numbering import Numbering

JUDUL = "Laporan Kinerja Instansi Pemerintah (LKjIP)"


def build_cover(evaluasi: Evaluasi) -> Cover:
    """Office, region, year; a badge while it is a draft."""
    kantor = evaluasi.data.kantor
    badge = "CONTOH – data rekaan, bukan laporan resmi" if kantor.demo else "DRAF – belum disahkan"
    return Cover(JUDUL, str(evaluasi.tahun), kantor.nama, kantor.daerah, badge)


def build_front(evaluasi: Evaluasi, tanggal: str) -> Section:
    """Kata Pengantar, Ikhtisar Eksekutif and the lists, numbered i, ii, iii."""
    return Section(
        (*_foreword(evaluasi, tanggal), *_summary(evaluasi), Contents()),
        numbers=PageNumbers.ROMAN,
    )


def _foreword(evaluasi: Evaluasi, tanggal: str) -> tuple[Block, ...]:
    kantor, tahun = evaluasi.data.kantor, evaluasi.tahun
    return (
        Heading(1, "Kata Pengantar"),
        Paragraph(
            f"{JUDUL} {kantor.nama} {kantor.daerah} Tahun {tahun} disusun sebagai pertanggungjawaban "
            f"atas kinerja yang diperjanjikan dalam Perjanjian Kinerja Tahun {tahun}. Laporan ini menyajikan target, "
            "realisasi, dan capaian setiap indikator kinerja beserta realisasi anggarannya."
        ),
        Paragraph(
            "Setiap angka dalam laporan ini berasal dari data yang tersimpan dan dapat ditelusuri sampai berkas, "
            "lembar, dan sel asalnya pada lampiran. Data yang belum tersedia dinyatakan apa adanya dan tidak diganti "
            "dengan angka nol."
        ),
        Place("ucapan terima kasih dan harapan pimpinan"),
        sign(kantor, tanggal),
    )


def sign(kantor: Kantor, tanggal: str) -> Signature:
    """The head of the office; place and date as far as they are known."""
    tempat = kantor.ibu_kota or "[Diisi: tempat]"
    return Signature(
        place_and_date=f"{tempat}, {tanggal or '[Diisi: tanggal]'}",
        position=f"{kantor.jabatan_pimpinan} {_short_name(kantor)}".strip(),
        name=kantor.nama_pimpinan,
        rank=kantor.pangkat_pimpinan,
        nip=kantor.nip_pimpinan,
    )


def _short_name(kantor: Kantor) -> str:
    return kantor.nama.removeprefix("Kecamatan ") if kantor.jabatan_pimpinan == "Camat" else kantor.nama


def _summary(evaluasi: Evaluasi) -> tuple[Block, ...]:
    nomor = Numbering("i").table()
    return (
        Heading(1, "Ikhtisar Eksekutif"),
        Paragraph(narrative.overall(evaluasi)),
        Paragraph(f"Tabel {nomor} merangkum capaian setiap sasaran strategis."),
        sasaran_table(evaluasi, nomor),
        Paragraph(narrative.budget(evaluasi)),
        *_attention(evaluasi),
    )


def sasaran_table(evaluasi: Evaluasi, nomor: str) -> Table:
    """One line a sasaran: mean, grade and how many indicators stand where."""
    rows = tuple(
        Row(
            (
                str(satu.sasaran.urutan),
                satu.sasaran.teks,
                str(satu.hitungan.jumlah),
                str(satu.hitungan.tercapai),
                str(satu.hitungan.hampir),
                str(satu.hitungan.tidak_tercapai),
                str(satu.hitungan.tidak_terukur),
                show_percent_sign(satu.rerata),
                satu.predikat or "–",
            )
        )
        for satu in evaluasi.sasaran
    )
    h = evaluasi.hitungan
    angka = (h.jumlah, h.tercapai, h.hampir, h.tidak_tercapai, h.tidak_terukur)
    total = Row(
        (
            "",
            "Seluruh indikator",
            *(str(satu) for satu in angka),
            show_percent_sign(evaluasi.rerata),
            evaluasi.predikat or "–",
        ),
        kind=RowKind.TOTAL,
    )
    return Table(
        nomor,
        f"Capaian sasaran strategis tahun {evaluasi.tahun}",
        (
            Column("No", 8, Align.CENTER),
            Column("Sasaran strategis", 52),
            Column("Indikator", 14, Align.CENTER),
            Column("● Tercapai", 14, Align.CENTER),
            Column("◐ Hampir", 15, Align.CENTER),
            Column("○ Tidak tercapai", 16, Align.CENTER),
            Column("– Tidak terukur", 16, Align.CENTER),
            Column("Rata-rata capaian", 19, Align.RIGHT),
            Column("Predikat", 22),
        ),
        (*rows, total),
    )


def _attention(evaluasi: Evaluasi) -> tuple[Block, ...]:
    """The indicators that need a decision, the furthest from their target first."""
    belum = [satu for satu in evaluasi.indikator if satu.ketercapaian is not Ketercapaian.TERCAPAI]
    if not belum:
        return ()
    urut = sorted(belum, key=lambda satu: (satu.capaian.nilai is None, satu.capaian.nilai or 0))
    return (
        Paragraph(f"Indikator yang perlu perhatian ({len(belum)}), dari yang terjauh dari targetnya:"),
        Bullets(
            tuple(
                f"{satu.indikator.teks}: {show_capaian(satu.capaian)}{'%' if satu.capaian.nilai is not None else ''}, "
                f"{KATA_KETERCAPAIAN[satu.ketercapaian].lower()}."
                for satu in urut
            )
        ),
    )
