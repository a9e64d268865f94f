"""What each chart says and shows."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip.charts import palette
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
from lkjip.charts.spec import LineStyle
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.indikator import Realisasi
from lkjip.domain.numbers import terukur
from lkjip.services.pilihan import narrow
from tests.makers.kinerja import data_kinerja, evaluasi, evaluate_data


@pytest.fixture(scope="module")
def contoh() -> Evaluasi:
    return evaluasi()


def test_judul_batang_capaian_adalah_temuan(contoh: Evaluasi) -> None:
    assert capaian_bars(contoh).title == "7 dari 12 indikator mencapai target 2025; 1 tidak terukur"


def test_batang_urut_dari_tertinggi_dan_yang_tidak_terukur_di_bawah(contoh: Evaluasi) -> None:
    nilai = [point.value for point in capaian_bars(contoh).series[0].points]
    terukur_saja = [satu for satu in nilai if satu is not None]
    assert terukur_saja == sorted(terukur_saja, reverse=True)
    assert nilai[-1] is None
    assert len(terukur_saja) == 11


def test_yang_belum_ada_data_bukan_nol(contoh: Evaluasi) -> None:
    terakhir = capaian_bars(contoh).series[0].points[-1]
    assert terakhir.value is None
    assert terakhir.target is None
    assert terakhir.text == "– belum ada data"
    assert terakhir.color == palette.TIDAK_TERUKUR


def test_warna_bentuk_dan_kata_setiap_batang_sesuai_statusnya(contoh: Evaluasi) -> None:
    tanda = {Ketercapaian.TERCAPAI: "●", Ketercapaian.HAMPIR: "◐", Ketercapaian.TIDAK_TERCAPAI: "○"}
    for point in capaian_bars(contoh).series[0].points[:-1]:
        assert point.status is not None
        assert point.color == palette.STATUS[point.status]
        assert point.text.startswith(tanda[point.status])


def test_setiap_batang_terukur_punya_tanda_target_dan_kunci_indikator(contoh: Evaluasi) -> None:
    spec = capaian_bars(contoh)
    assert {point.target for point in spec.series[0].points if point.value is not None} == {Decimal(100)}
    assert {point.key for point in spec.series[0].points} == {str(i.indikator.id) for i in contoh.indikator}


@pytest.mark.parametrize(("realisasi", "dipotong"), [("200", False), ("200.01", True), ("26620.69", True)])
def test_batang_di_atas_200_dipotong_dan_angkanya_tetap(realisasi: str, dipotong: bool) -> None:
    data = data_kinerja()
    tinggi = Realisasi(2, 2025, terukur(Decimal(realisasi) * 96 / 100))
    lain = tuple(r for r in data.realisasi if (r.indikator_id, r.tahun) != (2, 2025))
    spec = capaian_bars(evaluate_data(replace(data, realisasi=(*lain, tinggi))))
    assert (spec.limit is not None) is dipotong
    assert spec.series[0].points[0].value == Decimal(realisasi)


def test_status_sasaran_menghitung_semua_indikator(contoh: Evaluasi) -> None:
    spec = sasaran_status(contoh)
    assert sum(point.value or 0 for series in spec.series for point in series.points) == 12
    assert spec.title == "0 dari 4 sasaran mencapai target pada semua indikatornya"
    assert spec.table.rows[1][1:5] == ("2", "1", "1", "0")


def test_tren_memuat_realisasi_pk_dan_renstra_dengan_gaya_berbeda(contoh: Evaluasi) -> None:
    spec = trend(contoh, 1)
    assert {series.name: series.style for series in spec.series} == {
        "Target Renstra": LineStyle.DOTTED,
        "Target PK": LineStyle.DASHED,
        "Realisasi": LineStyle.SOLID,
    }
    assert spec.title == "Naik dari 82,14 (2021) menjadi 88,95 (2025)"
    assert [point.value for point in spec.series[2].points] == [
        Decimal(teks) for teks in ("82.14", "83.6", "84.92", "87.5", "88.95")
    ]


def test_tahun_setelah_tahun_laporan_hanya_target_renstra(contoh: Evaluasi) -> None:
    spec = trend(contoh, 1)
    last = {series.name: max(point.x for point in series.points if point.x is not None) for series in spec.series}
    assert last == {"Target Renstra": 2026, "Target PK": 2025, "Realisasi": 2025}


def test_tren_predikat_digambar_sebagai_capaian_dengan_predikatnya_tertulis(contoh: Evaluasi) -> None:
    spec = trend(contoh, 10)
    assert spec.reference == 100
    assert [point.text for point in spec.series[0].points] == ["B", "B", "B", "BB", "BB"]
    assert [point.value for point in spec.series[0].points] == [100, 100, 80, 100, 100]


def test_target_rentang_membawa_kedua_batasnya(contoh: Evaluasi) -> None:
    pk = next(series for series in trend(contoh, 3).series if series.name == "Target PK")
    assert [(point.value, point.upper) for point in pk.points][-1] == (2, 3)


def test_tren_tanpa_data_kosong_dan_tidak_ikut_dokumen() -> None:
    data = data_kinerja()
    kosong = replace(data, realisasi=(), target=())
    charts = document_charts(evaluate_data(kosong))
    assert "trend_sasaran_1" not in charts
    assert "capaian_bars" not in charts


def test_panel_sasaran_satu_per_indikator(contoh: Evaluasi) -> None:
    spec = trend_panels(contoh, 2)
    assert [panel.subject for panel in spec.panels] == [i.indikator.teks for i in contoh.sasaran[1].indikator]


def test_peta_riwayat_menandai_setiap_tahun_dengan_statusnya(contoh: Evaluasi) -> None:
    spec = riwayat_heat(contoh)
    assert spec.title == "Indikator yang mencapai target: 5 pada 2021, 7 pada 2025 (dari 12)"
    usulan = next(series for series in spec.series if "Musrenbang" in series.name)
    assert [point.text for point in usulan.points] == ["◐ 89,14", "◐ 88,95", "◐ 87,75", "◐ 86,67", "○ 73,78"]
    belum = next(series for series in spec.series if "tindak lanjut" in series.name)
    assert (belum.points[-1].value, belum.points[-1].text) == (None, "–")


def test_anggaran_urut_dari_pagu_terbesar_dan_menyebut_serapan_terendah(contoh: Evaluasi) -> None:
    spec = anggaran_bars(contoh)
    pagu, realisasi = spec.series
    assert [point.value for point in pagu.points] == sorted((p.value or 0 for p in pagu.points), reverse=True)
    assert spec.title == (
        "Serapan anggaran 2025: 91,98%; terendah Program Penyelenggaraan Urusan Pemerintahan Umum (73,95%)"
    )
    assert realisasi.points[0].text == "93,74%"
    assert len(spec.table.rows) == 6


def test_kuadran_hanya_sasaran_yang_punya_capaian_dan_serapan(contoh: Evaluasi) -> None:
    spec = capaian_serapan(contoh)
    assert [point.text for point in spec.series[0].points] == ["Sasaran 1", "Sasaran 2", "Sasaran 3"]
    assert spec.title == "2 dari 3 sasaran mencapai target dengan serapan di bawah 100%"


def test_kuadran_tanpa_anggaran_mengatakan_apa_yang_kurang() -> None:
    spec = capaian_serapan(evaluate_data(replace(data_kinerja(), anggaran=())))
    assert spec.empty
    assert "setelah analis menghubungkan sasaran dengan program" in spec.alt, "whoever reads it need not do it"


def test_data_contoh_ditandai_dan_data_sungguhan_tidak(contoh: Evaluasi) -> None:
    assert all(chart.demo for chart in document_charts(contoh).values())
    assert not any(chart.demo for chart in document_charts(evaluasi(demo=False)).values())


def test_setiap_grafik_punya_tabel_kalimat_dan_sumber(contoh: Evaluasi) -> None:
    for chart in document_charts(contoh).values():
        assert chart.table.rows
        assert all(len(row) == len(chart.table.columns) == len(chart.table.numeric) for row in chart.table.rows)
        assert chart.alt
        assert "versi data 7 (3f9ac21b7e04)" in chart.source


def test_batang_menurut_status_menyebut_statusnya(contoh: Evaluasi) -> None:
    """Of the indicators that nearly reached their target, none did: "0 dari 1" says nothing."""
    hampir = narrow(contoh, None, [Ketercapaian.HAMPIR])
    title = capaian_bars(hampir, by_status=True).title
    assert title == f"{hampir.hitungan.hampir} indikator hampir tercapai pada 2025"
    assert "mencapai target" in capaian_bars(contoh).title


def test_yang_belum_dikelompokkan_bukan_sasaran(contoh: Evaluasi) -> None:
    pertama = contoh.sasaran[0]
    lepas = replace(pertama, sasaran=replace(pertama.sasaran, teks="Belum dikelompokkan"))
    title = sasaran_status(replace(contoh, sasaran=(lepas, *contoh.sasaran[1:]))).title
    assert f"dari {len(contoh.sasaran) - 1} sasaran" in title
    assert title.endswith(f"; {lepas.hitungan.jumlah} indikator belum dikelompokkan menurut sasaran")
    assert sasaran_status(replace(contoh, sasaran=(lepas,))).title == (
        f"{lepas.hitungan.jumlah} indikator belum dikelompokkan menurut sasaran"
    )
