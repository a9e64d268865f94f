"""Before Bab I: cover, Kata Pengantar, Ikhtisar Eksekutif, contents."""

from __future__ import annotations

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator
from lkjip.domain.kantor import Kantor
from lkjip.domain.showing import KATA_KETERCAPAIAN, show_capaian, show_percent, show_percent_sign
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

TEMPAT_LAMBANG = "lambang daerah"
JUDUL = "Laporan Kinerja Instansi Pemerintah (LKjIP)"


def build_cover(evaluasi: Evaluasi) -> Cover:
    """Office, region, year; a badge while it is a draft."""
    kantor = evaluasi.data.kantor
    badge = "CONTOH – data rekaan, bukan laporan resmi" if kantor.demo else "DRAF – belum disahkan"
    return Cover(
        JUDUL, str(evaluasi.tahun), kantor.nama, kantor.daerah, badge, address=kantor.alamat, emblem=TEMPAT_LAMBANG
    )


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
            "Setiap target dan realisasi dalam laporan ini dapat ditelusuri sampai berkas, lembar, dan sel asalnya "
            "pada Lampiran 4. Data yang belum tersedia dinyatakan apa adanya dan tidak diganti dengan angka nol."
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
        places=tuple(
            teks
            for teks, isi in (
                ("tempat penandatanganan", kantor.ibu_kota),
                ("tanggal penandatanganan", tanggal),
                ("nama penanda tangan", kantor.nama_pimpinan),
                ("NIP penanda tangan", kantor.nip_pimpinan),
            )
            if not isi
        ),
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
                show_percent(satu.rerata),
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
            show_percent(evaluasi.rerata),
            evaluasi.predikat or "–",
        ),
        kind=RowKind.TOTAL,
    )
    return Table(
        nomor,
        f"Capaian sasaran strategis tahun {evaluasi.tahun}",
        (
            Column("No", 8, Align.CENTER),
            Column("Sasaran strategis", 44),
            Column("Indikator", 17, Align.CENTER),
            Column("Tercapai", 15, Align.CENTER),
            Column("Hampir tercapai", 15, Align.CENTER),
            Column("Tidak tercapai", 15, Align.CENTER),
            Column("Tidak terukur", 14, Align.CENTER),
            Column("Rata-rata capaian", 17, Align.RIGHT, "%"),
            Column("Predikat", 31),
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
        Paragraph(
            f"Sebanyak {len(belum)} indikator perlu perhatian, diurutkan dari capaian terendah:"
            if len(belum) > 1
            else "Satu indikator perlu perhatian:"
        ),
        Bullets(tuple(_standing(satu) for satu in urut)),
    )


def _standing(satu: EvaluasiIndikator) -> str:
    kata = KATA_KETERCAPAIAN[satu.ketercapaian].lower()
    if satu.capaian.nilai is None:
        return f"{satu.indikator.teks}: {kata} ({show_capaian(satu.capaian)})."
    return f"{satu.indikator.teks}: capaian {show_percent_sign(satu.capaian.nilai)}, {kata}."
