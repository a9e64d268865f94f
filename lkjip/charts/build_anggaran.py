"""Charts of money: pagu and realisasi by programme, and what it bought (capaian beside serapan)."""

from __future__ import annotations

from decimal import Decimal

from lkjip.charts import palette
from lkjip.charts.build_capaian import SERATUS, source_note
from lkjip.charts.spec import ChartKind, ChartSpec, ChartTable, Point, Series
from lkjip.domain.anggaran import EvaluasiAnggaran, SerapanBaris, TingkatAnggaran
from lkjip.domain.evaluasi import Evaluasi, EvaluasiSasaran
from lkjip.domain.numbers import format_rupiah
from lkjip.domain.showing import show_nilai, show_percent, show_percent_sign

JUTA = Decimal(1_000_000)
LEVELS = (TingkatAnggaran.PROGRAM, TingkatAnggaran.KEGIATAN, TingkatAnggaran.SUB_KEGIATAN, TingkatAnggaran.REKENING)


def programme_lines(anggaran: EvaluasiAnggaran) -> tuple[SerapanBaris, ...]:
    """The lines to compare: programmes, or the highest level below them that the file has."""
    for tingkat in LEVELS:
        if lines := anggaran.setingkat(tingkat):
            return lines
    return ()


def anggaran_bars(evaluasi: Evaluasi) -> ChartSpec:
    """Pagu and realisasi of each programme in million rupiah, the largest first, labelled with serapan."""
    lines = sorted(programme_lines(evaluasi.anggaran), key=lambda line: -(line.baris.pagu.angka or Decimal(0)))
    total = evaluasi.anggaran
    title = f"Serapan anggaran {total.tahun}: {show_percent_sign(total.serapan)}"
    known = [line for line in lines if line.serapan is not None]
    if len(known) > 1:
        lowest = min(known, key=lambda line: line.serapan or Decimal(0))
        title += f"; terendah {lowest.baris.uraian} ({show_percent_sign(lowest.serapan)})"
    return ChartSpec(
        id="anggaran_bars",
        kind=ChartKind.PAIRED,
        title=title,
        alt=f"{title}. Pagu {_rupiah(total.pagu)}, realisasi {_rupiah(total.realisasi)}.",
        source=source_note(evaluasi),
        table=ChartTable(
            ("Kode", "Program", "Pagu (Rp)", "Realisasi (Rp)", "Serapan (%)"),
            tuple(
                (
                    line.baris.kode,
                    line.baris.uraian,
                    show_nilai(line.baris.pagu),
                    show_nilai(line.baris.realisasi),
                    show_percent(line.serapan),
                )
                for line in lines
            ),
            (False, False, True, True, True),
        ),
        series=(
            Series("Pagu", tuple(_amount(line, pagu=True) for line in lines), palette.PAGU),
            Series("Realisasi", tuple(_amount(line, pagu=False) for line in lines), palette.REALISASI),
        ),
        x_title="Juta rupiah (di ujung batang: serapan)",
        demo=evaluasi.data.kantor.demo,
    )


def _rupiah(angka: Decimal | None) -> str:
    return "belum ada data" if angka is None else format_rupiah(angka)


def _amount(line: SerapanBaris, *, pagu: bool) -> Point:
    nilai = line.baris.pagu if pagu else line.baris.realisasi
    serapan = show_percent_sign(line.serapan) if line.serapan is not None else line.alasan or "–"
    return Point(
        label=line.baris.uraian,
        value=nilai.angka / JUTA if nilai.angka is not None else None,
        text="" if pagu else serapan,
        hover=f"{line.baris.uraian}\nPagu: {_rupiah(line.baris.pagu.angka)}\n"
        f"Realisasi: {_rupiah(line.baris.realisasi.angka)}\nSerapan: {serapan}",
        key=line.baris.kode or line.baris.uraian,
        color=palette.PAGU if pagu else palette.REALISASI,
    )


def capaian_serapan(evaluasi: Evaluasi) -> ChartSpec:
    """Each sasaran with a budget as a mark: capaian to the right, serapan upwards, lines at 100."""
    known = [satu for satu in evaluasi.sasaran if _measured(satu)]
    efisien = sum(satu.efisiensi.efisien for satu in known if satu.efisiensi)
    title = (
        f"{efisien} dari {len(known)} sasaran mencapai target dengan serapan di bawah 100%"
        if known
        else "Capaian dan serapan per sasaran belum dapat disandingkan"
    )
    return ChartSpec(
        id="capaian_serapan",
        kind=ChartKind.SCATTER,
        title=title,
        alt=f"{title}."
        + ("" if known else " Grafik ini muncul setelah analis menghubungkan sasaran dengan program yang beranggaran."),
        source=source_note(evaluasi),
        table=ChartTable(
            ("Sasaran strategis", "Capaian (%)", "Serapan (%)", "Selisih (poin persen)"),
            tuple(
                (
                    satu.sasaran.teks,
                    show_percent(satu.rerata),
                    show_percent(satu.efisiensi.serapan if satu.efisiensi else None),
                    show_percent(satu.efisiensi.selisih if satu.efisiensi else None),
                )
                for satu in evaluasi.sasaran
            ),
            (False, True, True, True),
        ),
        series=(Series("Sasaran", tuple(_mark(satu) for satu in known), palette.REALISASI),),
        x_title="Rata-rata capaian (%)",
        y_title="Serapan anggaran (%)",
        reference=SERATUS,
        demo=evaluasi.data.kantor.demo,
    )


def _measured(satu: EvaluasiSasaran) -> bool:
    uang = satu.efisiensi
    return uang is not None and uang.serapan is not None and uang.capaian is not None


def _mark(satu: EvaluasiSasaran) -> Point:
    uang = satu.efisiensi
    serapan, capaian = (uang.serapan, uang.capaian) if uang else (None, None)
    return Point(
        label=satu.sasaran.teks,
        value=serapan,
        x=capaian,
        text=f"Sasaran {satu.sasaran.urutan}",
        hover=f"{satu.sasaran.teks}\nCapaian: {show_percent_sign(capaian)}\nSerapan: {show_percent_sign(serapan)}",
        key=str(satu.sasaran.id),
        color=palette.TERCAPAI if uang and uang.efisien else palette.REALISASI,
    )
