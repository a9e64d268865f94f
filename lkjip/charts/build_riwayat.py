"""Charts over the years: an indicator against its targets, those of a sasaran side by side, all as a heat map."""

from __future__ import annotations

from decimal import Decimal

from lkjip.charts import palette
from lkjip.charts.build_capaian import SERATUS, source_note
from lkjip.charts.spec import ChartKind, ChartSpec, ChartTable, LineStyle, Point, Series
from lkjip.domain.capaian import Capaian, Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator, TahunIndikator
from lkjip.domain.numbers import Nilai, format_ringkas
from lkjip.domain.showing import (
    KATA_KETERCAPAIAN,
    TANDA_KETERCAPAIAN,
    show_capaian,
    show_given,
    show_nilai,
    show_percent,
    value_of,
    with_unit,
)


def trend(evaluasi: Evaluasi, indikator_id: int) -> ChartSpec:
    """Realisasi of one indicator over the years with its PK and Renstra targets.

    Labels (BB, WTP) have no numeric axis: then the achievement in percent is drawn, with the labels written on it.
    """
    satu = next(satu for satu in evaluasi.indikator if satu.indikator.id == indikator_id)
    measured = any(tahun.realisasi and tahun.realisasi.nilai.terukur for tahun in satu.riwayat)
    series = _value_lines(satu) if measured else _capaian_line(satu)
    title = _finding(satu) if measured else _label_finding(satu)
    return ChartSpec(
        id=f"trend_{indikator_id}",
        kind=ChartKind.LINES,
        title=title,
        alt=f"{satu.indikator.teks}: {title}.",
        source=source_note(evaluasi),
        table=_years_table(satu),
        series=series,
        y_title=(satu.indikator.satuan or "Nilai") if measured else "capaian, %",
        reference=None if measured else SERATUS,
        reference_label="" if measured else "target 100",
        subject=satu.indikator.teks,
        demo=evaluasi.data.kantor.demo,
    )


def trend_panels(evaluasi: Evaluasi, sasaran_id: int) -> ChartSpec:
    """Small multiples: the trend of each indicator of one sasaran, each on its own axis."""
    satu = next(satu for satu in evaluasi.sasaran if satu.sasaran.id == sasaran_id)
    panels = tuple(trend(evaluasi, indikator.indikator.id) for indikator in satu.indikator)
    sebutan = satu.sasaran.sebutan if satu.sasaran.ungrouped else f"indikator {satu.sasaran.sebutan}"
    title = f"Realisasi dan target {sebutan} per tahun"
    rows = tuple(
        (indikator.indikator.teks, *row)
        for indikator, panel in zip(satu.indikator, panels, strict=True)
        for row in panel.table.rows
    )
    return ChartSpec(
        id=f"trend_sasaran_{sasaran_id}",
        kind=ChartKind.PANELS,
        title=title,
        alt=f"{title}: " + " ".join(panel.alt for panel in panels),
        source=source_note(evaluasi),
        table=ChartTable(("Indikator", *_COLUMNS), rows, (False, *_NUMERIC)),
        panels=panels,
        demo=evaluasi.data.kantor.demo,
    )


_COLUMNS = ("Tahun", "Target PK", "Target Renstra", "Realisasi", "Capaian (%)")
_NUMERIC = (False, True, True, True, True)


def past(satu: EvaluasiIndikator) -> tuple[TahunIndikator, ...]:
    """The years up to the report year; later ones have targets only."""
    return tuple(tahun for tahun in satu.riwayat if tahun.tahun <= satu.tahun)


def _finding(satu: EvaluasiIndikator) -> str:
    """The way from the first measured year to the last."""
    measured = [
        (tahun.tahun, tahun.realisasi.nilai.angka)
        for tahun in satu.riwayat
        if tahun.realisasi and tahun.realisasi.nilai.angka is not None and tahun.realisasi.nilai.sampai is None
    ]
    if len(measured) < 2:
        return f"Realisasi {satu.tahun}: {show_given(satu.realisasi)}"
    (dari, awal), (sampai, akhir) = measured[0], measured[-1]
    if awal == akhir:
        return f"Tetap {with_unit(format_ringkas(akhir, 6), satu.indikator.satuan)} pada {dari} dan {sampai}"
    kata = "Naik" if akhir > awal else "Turun"
    satuan = satu.indikator.satuan
    return (
        f"{kata} dari {with_unit(format_ringkas(awal, 6), satuan)} ({dari}) "
        f"menjadi {with_unit(format_ringkas(akhir, 6), satuan)} ({sampai})"
    )


def _label_finding(satu: EvaluasiIndikator) -> str:
    return f"Capaian terhadap target per tahun; realisasi {satu.tahun}: " + show_given(satu.realisasi)


def _value_lines(satu: EvaluasiIndikator) -> tuple[Series, ...]:
    rows = past(satu)
    reached = tuple(_year(t.tahun, value_of(t.realisasi), satu, "Realisasi") for t in rows)
    promised = tuple(_year(t.tahun, value_of(t.target_pk), satu, "Target PK") for t in rows)
    planned = tuple(_year(t.tahun, value_of(t.target_renstra), satu, "Target Renstra") for t in satu.riwayat)
    lines = (
        Series("Target Renstra", planned, palette.RENSTRA, LineStyle.DOTTED),
        Series("Target PK", promised, palette.TARGET, LineStyle.DASHED),
        Series("Realisasi", reached, palette.REALISASI),
    )
    return tuple(line for line in lines if any(point.value is not None for point in line.points))


def _year(tahun: int, nilai: Nilai | None, satu: EvaluasiIndikator, nama: str) -> Point:
    teks = show_nilai(nilai)
    return Point(
        label=str(tahun),
        value=nilai.angka if nilai else None,
        upper=nilai.sampai if nilai else None,
        text=teks if nilai and nilai.angka is not None else "",
        hover=f"{nama} {tahun}: {with_unit(teks, satu.indikator.satuan)}",
        key=str(satu.indikator.id),
        x=Decimal(tahun),
    )


def _capaian_line(satu: EvaluasiIndikator) -> tuple[Series, ...]:
    points = tuple(
        Point(
            label=str(tahun.tahun),
            value=tahun.capaian_tahun.nilai,
            text=show_given(tahun.realisasi) if tahun.capaian_tahun.nilai is not None else "",
            hover=f"Capaian {tahun.tahun}: {show_capaian(tahun.capaian_tahun)}",
            key=str(satu.indikator.id),
            x=Decimal(tahun.tahun),
        )
        for tahun in past(satu)
    )
    return (Series("Capaian", points, palette.REALISASI),)


def _years_table(satu: EvaluasiIndikator) -> ChartTable:
    rows = tuple(
        (
            str(tahun.tahun),
            show_given(tahun.target_pk),
            show_given(tahun.target_renstra),
            show_given(tahun.realisasi),
            show_capaian(tahun.capaian_tahun),
        )
        for tahun in past(satu)
    )
    return ChartTable(_COLUMNS, rows, _NUMERIC)


def riwayat_heat(evaluasi: Evaluasi) -> ChartSpec:
    """All indicators by year, each cell with its percentage and status."""
    years = sorted({tahun.tahun for satu in evaluasi.indikator for tahun in past(satu)})
    lines = tuple(_row(satu, years) for satu in evaluasi.indikator)
    title = _heat_finding(evaluasi, years)
    return ChartSpec(
        id="riwayat_heat",
        kind=ChartKind.HEAT,
        title=title,
        alt=f"{title}.",
        source=source_note(evaluasi),
        table=ChartTable(
            ("Indikator", *(f"Capaian {tahun} (%)" for tahun in years)),
            tuple((line.name, *(point.text for point in line.points)) for line in lines),
            (False, *(True for _ in years)),
        ),
        series=lines,
        demo=evaluasi.data.kantor.demo,
    )


def _heat_finding(evaluasi: Evaluasi, years: list[int]) -> str:
    reached = {
        year: sum(
            tahun.ketercapaian is Ketercapaian.TERCAPAI
            for satu in evaluasi.indikator
            for tahun in past(satu)
            if tahun.tahun == year
        )
        for year in years
    }
    if len(years) < 2:
        return f"Capaian indikator tahun {evaluasi.tahun}"
    return (
        f"Indikator yang mencapai target: {reached[years[0]]} pada {years[0]}, {reached[years[-1]]} pada {years[-1]} "
        f"(dari {len(evaluasi.indikator)})"
    )


def _row(satu: EvaluasiIndikator, years: list[int]) -> Series:
    known = {tahun.tahun: tahun for tahun in past(satu)}
    points = tuple(_cell(satu, year, known.get(year)) for year in years)
    return Series(satu.indikator.teks, points, palette.REALISASI)


def _cell(satu: EvaluasiIndikator, year: int, tahun: TahunIndikator | None) -> Point:
    capaian: Capaian | None = tahun.capaian_tahun if tahun else None
    status = tahun.ketercapaian if tahun else Ketercapaian.TIDAK_TERUKUR
    tanda = TANDA_KETERCAPAIAN[status]
    measured = capaian is not None and capaian.nilai is not None
    return Point(
        label=str(year),
        value=capaian.nilai if capaian else None,
        text=f"{tanda} {show_percent(capaian.nilai)}" if capaian and measured else tanda,
        hover=f"{satu.indikator.teks}\n{year}: {show_capaian(capaian) if capaian else 'belum ada data'}"
        + (f"% ({KATA_KETERCAPAIAN[status]})" if measured else ""),
        key=str(satu.indikator.id),
        color=palette.CELLS[status],
        x=Decimal(year),
        status=status,
    )
