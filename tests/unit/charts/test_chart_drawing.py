"""Screen and print show the numbers and colours of the spec, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from matplotlib.colors import to_hex

from lkjip.charts.build import (
    anggaran_bars,
    capaian_bars,
    capaian_serapan,
    document_charts,
    riwayat_heat,
    sasaran_status,
    trend,
    trend_panels,
)
from lkjip.charts.print import to_figure, to_png, to_svg
from lkjip.charts.screen import PLOTLY_CONFIG, to_plotly
from lkjip.charts.spec import ChartSpec, Series
from lkjip.domain.evaluasi import Evaluasi
from tests.makers.kinerja import evaluasi


@pytest.fixture(scope="module")
def contoh() -> Evaluasi:
    return evaluasi()


def _known(series: Series) -> list[float]:
    return [float(point.value) for point in series.points if point.value is not None]


def _bars_of(figure: Any) -> list[tuple[float, str]]:
    (area,) = figure.axes
    return [(bar.get_width(), to_hex(bar.get_facecolor()).upper()) for bar in area.patches]


def test_batang_capaian_sama_di_layar_dan_cetak(contoh: Evaluasi) -> None:
    spec = capaian_bars(contoh)
    points = [point for point in spec.series[0].points if point.value is not None]
    wanted = [(float(point.value or 0), point.color) for point in points]
    assert _bars_of(to_figure(spec)) == wanted
    screen = to_plotly(spec).data[0]
    shown = [(x, color) for x, color in zip(screen.x, screen.marker.color, strict=True) if x is not None]
    assert shown == wanted


def test_batang_dimulai_dari_nol_di_layar_dan_cetak(contoh: Evaluasi) -> None:
    for spec in (capaian_bars(contoh), anggaran_bars(contoh)):
        assert to_plotly(spec).layout.xaxis.range[0] == 0
        assert to_figure(spec).axes[0].get_xlim()[0] == 0


def test_status_sasaran_sama_di_layar_dan_cetak(contoh: Evaluasi) -> None:
    spec = sasaran_status(contoh)
    wanted = [(value, series.color) for series in spec.series for value in _known(series) if value]
    assert _bars_of(to_figure(spec)) == wanted
    screen = to_plotly(spec).data
    assert [(x, trace.marker.color) for trace in screen for x in trace.x if x] == wanted


@pytest.mark.parametrize(("indikator", "langkah"), [(1, 1), (8, 1), (9, None)])
def test_sumbu_jumlah_indikator_tidak_menulis_angka_dua_kali(contoh: Evaluasi, indikator: int, langkah: object) -> None:
    """Half steps printed as whole numbers read 0 0 0 1 1 1."""
    spec = sasaran_status(contoh)
    tercapai = spec.series[0]
    satu = replace(tercapai, points=(replace(tercapai.points[0], value=Decimal(indikator)),))
    assert to_plotly(replace(spec, series=(satu,))).layout.xaxis.dtick == langkah


def test_pagu_dan_realisasi_sama_di_layar_dan_cetak(contoh: Evaluasi) -> None:
    spec = anggaran_bars(contoh)
    pairs = list(zip(*(_known(series) for series in spec.series), strict=True))
    widths = [width for width, _ in _bars_of(to_figure(spec))]
    assert list(zip(widths[::2], widths[1::2], strict=True)) == pairs
    screen = to_plotly(spec).data
    assert list(zip(screen[0].x, screen[1].x, strict=True)) == pairs


@pytest.mark.parametrize("indikator", range(1, 13))
def test_tren_sama_di_layar_dan_cetak(contoh: Evaluasi, indikator: int) -> None:
    spec = trend(contoh, indikator)
    reached = spec.series[-1]
    drawn = [
        line for line in to_figure(spec).axes[0].lines if to_hex(line.get_color()).upper() == reached.color.upper()
    ]
    assert [float(y) for y in drawn[-1].get_ydata()] == _known(reached)
    screen = to_plotly(spec).data[-1]
    assert [y for y in screen.y if y is not None] == _known(reached)
    assert screen.line.color == reached.color


def test_panel_satu_sumbu_per_indikator_di_layar_dan_cetak(contoh: Evaluasi) -> None:
    spec = trend_panels(contoh, 2)
    assert len(to_figure(spec).axes) == len(spec.panels) == 4
    assert len({trace.yaxis for trace in to_plotly(spec).data}) == 4


def test_kuadran_sama_di_layar_dan_cetak(contoh: Evaluasi) -> None:
    spec = capaian_serapan(contoh)
    wanted = [(float(point.x or 0), float(point.value or 0)) for point in spec.series[0].points]
    marks = [line for line in to_figure(spec).axes[0].lines if line.get_marker() == "o"]
    assert [(float(line.get_xdata()[0]), float(line.get_ydata()[0])) for line in marks] == wanted
    screen = to_plotly(spec).data[0]
    assert list(zip(screen.x, screen.y, strict=True)) == wanted


def test_peta_riwayat_sama_di_layar_dan_cetak(contoh: Evaluasi) -> None:
    spec = riwayat_heat(contoh)
    wanted = [(point.text, point.color) for series in spec.series for point in series.points]
    (area,) = to_figure(spec).axes
    cells = [to_hex(cell.get_facecolor()).upper() for cell in area.patches]
    assert list(zip([text.get_text() for text in area.texts], cells, strict=False)) == wanted
    screen = to_plotly(spec).data
    across = [(trace.text[row], trace.marker.color[row]) for row in range(12) for trace in screen]
    assert across == wanted


def test_judul_label_dan_sumber_tercetak_di_layar_dan_svg(contoh: Evaluasi) -> None:
    spec = capaian_bars(contoh)
    svg = to_svg(spec).decode()
    assert spec.title in svg
    assert "● 128,20" in svg
    assert "CONTOH: data rekaan" in svg
    screen = to_plotly(spec)
    assert screen.layout.title.text == spec.title
    assert any("CONTOH: data rekaan" in note.text for note in screen.layout.annotations)


def test_setiap_titik_di_layar_membawa_kunci_untuk_dipilih(contoh: Evaluasi) -> None:
    for spec in document_charts(contoh).values():
        for trace in to_plotly(spec).data:
            if trace.hoverinfo == "text":
                assert len(trace.customdata) == len(trace.hovertext)


def test_svg_tanpa_jalur_huruf_kliping_dan_metadata(contoh: Evaluasi) -> None:
    for spec in document_charts(contoh).values():
        svg = to_svg(spec)
        assert b"LKjIP Sans" in svg
        assert b"DejaVu" not in svg
        assert b"<metadata" not in svg
        assert b"clip-path=" not in svg


def test_png_dapat_dibuat(contoh: Evaluasi) -> None:
    assert to_png(sasaran_status(contoh)).startswith(b"\x89PNG")


def _renamed(spec: ChartSpec, name: str) -> ChartSpec:
    series = spec.series[0]
    first = replace(series.points[0], label=name, hover=name)
    return replace(spec, title=name, series=(replace(series, points=(first, *series.points[1:])),))


@pytest.mark.parametrize("name", ["<b>tebal</b> & <a href='x'>tautan</a>", "biaya $x^2$ dan $", "100% {persen} %{x}"])
def test_nama_dari_pengguna_tetap_teks(contoh: Evaluasi, name: str) -> None:
    spec = _renamed(capaian_bars(contoh), name)
    screen = to_plotly(spec)
    assert "<b>tebal" not in screen.layout.title.text
    assert "<a href" not in screen.data[0].hovertext[0]
    assert screen.data[0].hovertemplate is None
    svg = to_svg(spec).decode()
    assert name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") in svg


def test_nama_sangat_panjang_dipotong_dengan_elipsis(contoh: Evaluasi) -> None:
    label = to_plotly(_renamed(capaian_bars(contoh), "Persentase " + "kata " * 60)).layout.yaxis.ticktext[0]
    assert label.count("<br>") == 1
    assert label.endswith("…")


def test_batang_terpotong_diberi_tanda_dan_angka_aslinya(contoh: Evaluasi) -> None:
    spec = capaian_bars(contoh)
    series = spec.series[0]
    jauh = replace(series.points[0], value=Decimal("26620.69"), text="● 26.620,69")
    spec = replace(spec, limit=Decimal(200), series=(replace(series, points=(jauh, *series.points[1:])),))
    assert to_plotly(spec).data[0].x[0] == 200
    assert "● 26.620,69 ▶" in to_svg(spec).decode()
    assert _bars_of(to_figure(spec))[0][0] == 200


def test_locale_indonesia_dan_batang_alat_minimal() -> None:
    assert PLOTLY_CONFIG["locale"] == "id"
    assert PLOTLY_CONFIG["locales"]["id"]["format"]["decimal"] == ","
    assert len(PLOTLY_CONFIG["locales"]["id"]["format"]["months"]) == 12
    assert PLOTLY_CONFIG["displaylogo"] is False
    assert PLOTLY_CONFIG["modeBarButtons"] == [["toImage"]]


def test_angka_di_layar_berpemisah_indonesia(contoh: Evaluasi) -> None:
    for spec in document_charts(contoh).values():
        assert to_plotly(spec).layout.separators == ",."


def test_setiap_tulisan_di_cetak_punya_warna_sendiri(contoh: Evaluasi) -> None:
    """The PDF writer lets a text without a colour of its own inherit that of the shape before it: white on white."""
    for name, spec in document_charts(contoh).items():
        texts = re.findall(r"<text[^>]*>", to_svg(spec).decode())
        assert texts, name
        assert [text for text in texts if "fill" not in text] == [], name


ROWS = (capaian_bars, sasaran_status, anggaran_bars)


def test_nama_baris_punya_ruang_tanpa_ukur_ulang_oleh_plotly(contoh: Evaluasi) -> None:
    """`automargin` made plotly draw every bar chart twice."""
    for build in ROWS:
        layout = to_plotly(build(contoh)).layout
        assert not layout.yaxis.automargin
        longest = max((line for name in layout.yaxis.ticktext for line in name.split("<br>")), key=len)
        assert 5 * len(longest) < layout.margin.l < 9 * len(longest)


def test_pada_layar_sempit_nama_di_atas_batang(contoh: Evaluasi) -> None:
    for build in ROWS:
        spec = build(contoh)
        wide, narrow = to_plotly(spec), to_plotly(spec, narrow=True)
        names = narrow.data[-1]
        assert [teks.replace("<br>", " ") for teks in names.text] == [
            " ".join(point.label.split()) for point in spec.series[0].points
        ]
        bar = narrow.data[0].width / 2
        assert all(y < row - bar for row, y in enumerate(names.y)), "nama tidak boleh menutupi batangnya"
        assert narrow.layout.margin.l < 10 < wide.layout.margin.l
        assert [trace.x for trace in narrow.data[:-1]] == [trace.x for trace in wide.data]


def test_tanpa_judul_dan_sumber_gambar_lebih_pendek(contoh: Evaluasi) -> None:
    spec = capaian_bars(contoh)
    bare = to_plotly(replace(spec, title="", source="", demo=False)).layout
    assert not bare.annotations or all(note.text == "target 100" for note in bare.annotations)
    assert to_plotly(spec).layout.height - bare.height == 26 + 22 - 12 + 26
