"""Beranda: the first start both ways, and the year at a glance."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from lkjip.services import kantor as kantor_service
from lkjip.services.opening import Store
from tests.pages.conftest import Visit, texts


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click()
    return app.run()


def test_mulai_untuk_kantor_ini_menyimpan_kantor_dan_menunjuk_ke_unggah_data(visit: Visit, store: Store) -> None:
    app = visit()
    app.text_input(key="mulai_nama").set_value("  Kecamatan  Samboja ")
    app.text_input(key="mulai_kabupaten").set_value("Kabupaten Kutai Kartanegara")
    app.number_input(key="mulai_tahun").set_value(2024)
    press(app, "Mulai untuk kantor ini")
    kantor = kantor_service.current(store)
    assert kantor is not None
    assert (kantor.nama, kantor.tahun_aktif, kantor.demo) == ("Kecamatan Samboja", 2024, False)
    assert "Belum ada data untuk tahun 2024" in texts(app)
    assert "DEMO" not in texts(app)
    assert [button.label for button in app.button] == ["Unggah data"]


def test_kantor_tanpa_nama_tidak_tersimpan_dan_isian_lain_tidak_hilang(visit: Visit, store: Store) -> None:
    app = visit()
    app.text_input(key="mulai_kabupaten").set_value("Kabupaten Kutai Kartanegara")
    app.text_input(key="mulai_nama").set_value("   ")
    press(app, "Mulai untuk kantor ini")
    assert [error.value for error in app.error] == ["Isi nama kantor terlebih dahulu."]
    assert app.text_input(key="mulai_kabupaten").value == "Kabupaten Kutai Kartanegara"
    assert kantor_service.current(store) is None


def test_data_contoh_bertanda_demo_dan_langsung_menunjukkan_keadaan_tahun(visit: Visit) -> None:
    app = press(visit(), "Coba dengan data contoh")
    assert not app.exception
    assert "DEMO" in app.warning[0].value
    assert "CONTOH" in app.warning[0].value
    assert app.header[0].value == (
        "7 dari 12 indikator mencapai target 2025, dengan rata-rata capaian 97,29% (Sangat Tinggi)."
    )
    assert [(metric.label, metric.value) for metric in app.metric][:2] == [
        ("Indikator tercapai", "7 dari 12"),
        ("Rata-rata capaian", "97,29%"),
    ]


def test_yang_menunggu_keputusan_disebut_dengan_langkah_berikutnya(visit: Visit, demo: Store) -> None:
    app = visit()
    assert "**Langkah berikut.**" in texts(app)
    assert "Yang masih menunggu keputusan" in [sub.value for sub in app.subheader]


def test_tahun_di_alamat_memilih_tahun_laporan(visit: Visit, demo: Store) -> None:
    app = visit(tahun="2023")
    assert app.title[0].value == "Kinerja tahun 2023"
    assert app.selectbox(key="tahun").value == 2023


def test_tahun_yang_tidak_ada_di_alamat_diabaikan(visit: Visit, demo: Store) -> None:
    assert visit(tahun="1066").title[0].value == "Kinerja tahun 2025"


def test_kantor_dan_tahun_selalu_terlihat(visit: Visit, kantor_baru: Store) -> None:
    assert visit().caption[0].value == "Kecamatan Uji · Kabupaten Uji · Tahun 2025"
