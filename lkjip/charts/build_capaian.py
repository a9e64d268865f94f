"""Charts of achievement in the report year: every indicator against 100, and every sasaran by status."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from lkjip.charts import palette
from lkjip.charts.spec import ChartKind, ChartSpec, ChartTable, Point, Series
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator, EvaluasiSasaran
from lkjip.domain.showing import (
    KATA_KETERCAPAIAN,
    TANDA_KETERCAPAIAN,
    join_words,
    show_capaian,
    show_given,
    show_percent,
    show_percent_sign,
    show_status,
    with_unit,
)

SERATUS = Decimal(100)
TERPANJANG = Decimal(200)  # longer bars are cut and say so
URUTAN = (Ketercapaian.TERCAPAI, Ketercapaian.HAMPIR, Ketercapaian.TIDAK_TERCAPAI, Ketercapaian.TIDAK_TERUKUR)


def source_note(evaluasi: Evaluasi) -> str:
    """Where the numbers of a chart come from."""
    data = evaluasi.data
    return f"Sumber: data kinerja {data.kantor.nama}, versi data {data.versi}" + (
        f" ({data.sidik})" if data.sidik else ""
    )


def capaian_bars(evaluasi: Evaluasi, *, by_status: bool = False) -> ChartSpec:
    """Every indicator as a bar from zero, the highest first, with the target line at 100.

    `by_status` says that only indicators of some status are here: how many of them reached the target says nothing.
    """
    urut = sorted(evaluasi.indikator, key=_falling)
    highest = max((satu.capaian.nilai for satu in urut if satu.capaian.nilai is not None), default=Decimal(0))
    hitungan = evaluasi.hitungan
    title = f"{hitungan.tercapai} dari {hitungan.jumlah} indikator mencapai target {evaluasi.tahun}"
    if by_status:
        title = f"{join_words(_counts(evaluasi, 'indikator '))} pada {evaluasi.tahun}"
    elif hitungan.tidak_terukur:
        title += f"; {hitungan.tidak_terukur} tidak terukur"
    return ChartSpec(
        id="capaian_bars",
        kind=ChartKind.BARS,
        title=title,
        alt=f"{title}. Rata-rata capaian {_mean(evaluasi.rerata)}.",
        source=source_note(evaluasi),
        table=_table(urut),
        series=(Series("Capaian", tuple(_bar(satu) for satu in urut), palette.REALISASI),),
        x_title="Capaian (% dari target)",
        reference=SERATUS,
        reference_label="target 100",
        limit=TERPANJANG if highest > TERPANJANG else None,
        demo=evaluasi.data.kantor.demo,
    )


def _falling(satu: EvaluasiIndikator) -> tuple[bool, Decimal, int, int]:
    nilai = satu.capaian.nilai
    return (nilai is None, -(nilai or Decimal(0)), satu.sasaran.urutan, satu.indikator.urutan)


def _mean(rerata: Decimal | None) -> str:
    return "belum dapat dihitung" if rerata is None else show_percent_sign(rerata)


def _bar(satu: EvaluasiIndikator) -> Point:
    angka = show_capaian(satu.capaian)
    satuan = satu.indikator.satuan
    hover = (
        satu.indikator.teks,
        f"Target: {with_unit(show_given(satu.target), satuan)}",
        f"Realisasi: {with_unit(show_given(satu.realisasi), satuan)}",
        f"Capaian: {angka}{'%' if satu.capaian.nilai is not None else ''} ({KATA_KETERCAPAIAN[satu.ketercapaian]})",
    )
    return Point(
        label=satu.indikator.teks,
        value=satu.capaian.nilai,
        text=f"{TANDA_KETERCAPAIAN[satu.ketercapaian]} {angka}",
        hover="\n".join(hover),
        key=str(satu.indikator.id),
        color=palette.STATUS[satu.ketercapaian],
        target=SERATUS if satu.capaian.nilai is not None else None,
        status=satu.ketercapaian,
    )


def _table(urut: list[EvaluasiIndikator]) -> ChartTable:
    return ChartTable(
        ("Indikator", "Satuan", "Target", "Realisasi", "Capaian (%)", "Status"),
        tuple(
            (
                satu.indikator.teks,
                satu.indikator.satuan,
                show_given(satu.target),
                show_given(satu.realisasi),
                show_capaian(satu.capaian),
                show_status(satu.ketercapaian),
            )
            for satu in urut
        ),
        (False, False, True, True, True, False),
    )


def sasaran_status(evaluasi: Evaluasi) -> ChartSpec:
    """How many indicators of each sasaran stand where; the sasaran in their own order."""
    sasaran = [satu for satu in evaluasi.sasaran if not satu.sasaran.ungrouped]
    lepas = sum(satu.hitungan.jumlah for satu in evaluasi.sasaran if satu.sasaran.ungrouped)
    utuh = [satu for satu in sasaran if satu.hitungan.tercapai == satu.hitungan.jumlah > 0]
    belum = f"{lepas} indikator belum dikelompokkan menurut sasaran" if lepas else ""
    title = f"{len(utuh)} dari {len(sasaran)} sasaran mencapai target pada semua indikatornya" if sasaran else ""
    title = "; ".join(filter(None, (title, belum)))
    return ChartSpec(
        id="sasaran_status",
        kind=ChartKind.STACK,
        title=title,
        alt=f"{title}. {join_words(_counts(evaluasi))}.",
        source=source_note(evaluasi),
        table=ChartTable(
            ("Sasaran strategis", *(KATA_KETERCAPAIAN[status] for status in URUTAN), "Rata-rata capaian (%)"),
            tuple(
                (
                    satu.sasaran.teks,
                    *(str(count_status(satu)[status]) for status in URUTAN),
                    show_percent(satu.rerata),
                )
                for satu in evaluasi.sasaran
            ),
            (False, True, True, True, True, True),
        ),
        series=tuple(_segment(evaluasi, status) for status in URUTAN),
        x_title="Jumlah indikator",
        demo=evaluasi.data.kantor.demo,
    )


def count_status(satu: EvaluasiSasaran) -> Counter[Ketercapaian]:
    """The indicators of a sasaran by status."""
    return Counter(indikator.ketercapaian for indikator in satu.indikator)


def _counts(evaluasi: Evaluasi, noun: str = "") -> list[str]:
    jumlah = Counter(satu.ketercapaian for satu in evaluasi.indikator)
    return [f"{jumlah[status]} {noun}{KATA_KETERCAPAIAN[status].lower()}" for status in URUTAN if jumlah[status]]


def _segment(evaluasi: Evaluasi, status: Ketercapaian) -> Series:
    points = []
    for satu in evaluasi.sasaran:
        jumlah = count_status(satu)[status]
        names = [indikator.indikator.teks for indikator in satu.indikator if indikator.ketercapaian is status]
        points.append(
            Point(
                label=satu.sasaran.teks,
                value=Decimal(jumlah),
                text=f"{TANDA_KETERCAPAIAN[status]} {jumlah}" if jumlah else "",
                hover="\n".join((satu.sasaran.teks, f"{KATA_KETERCAPAIAN[status]}: {jumlah}", *names)),
                key=str(satu.sasaran.id),
                color=palette.STATUS[status],
                status=status,
            )
        )
    return Series(show_status(status), tuple(points), palette.STATUS[status])
