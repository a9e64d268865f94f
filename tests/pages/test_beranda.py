"""Beranda: the year at a glance, and for every role a next step that this role can take."""

from __future__ import annotations

import pytest

from lkjip.domain.access import PERAN_AKUN, Peran
from lkjip.services import users
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from tests.pages.conftest import Login, Visit, texts


def test_data_contoh_bertanda_demo_dan_langsung_menunjukkan_keadaan_tahun(visit: Visit, demo: Store) -> None:
    app = visit()
    assert "DEMO" in app.warning[0].value
    assert "CONTOH" in app.warning[0].value
    assert app.header[0].value == (
        "7 dari 12 indikator mencapai target 2025, dengan rata-rata capaian 97,29% (Sangat Tinggi)."
    )
    assert [(metric.label, metric.value) for metric in app.metric][:2] == [
        ("Indikator tercapai", "7 dari 12"),
        ("Rata-rata capaian", "97,29%"),
    ]


def test_kantor_sendiri_tidak_bertanda_demo_dan_mulai_dari_unggah_data(visit: Visit, kantor_baru: Store) -> None:
    app = visit()
    assert "Belum ada data untuk tahun 2025" in texts(app)
    assert "DEMO" not in texts(app)
    assert "Unggah data" in [button.label for button in app.button]


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


# What each role is sent to next in the demo: a page it may open, for work that is its own.
LANGKAH = {
    Peran.SEKSI: {"capaian", "unggah_data"},
    Peran.ANALIS: {"unggah_data", "perencanaan", "draf_lkjip"},
    Peran.SEKRETARIS: {"draf_lkjip", "capaian"},
    Peran.CAMAT: {"draf_lkjip", "capaian"},
    Peran.ADMIN: {"pengguna", "pengaturan"},
}


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_langkah_berikut_setiap_peran_dapat_dilakukannya_sendiri(
    peran: Peran, visit: Visit, demo: Store, login: Login
) -> None:
    login(peran)
    app = visit()
    assert "**Langkah berikut.**" in texts(app)
    tujuan = [str(satu.key).removeprefix("ke_") for satu in app.button if str(satu.key).startswith("ke_")]
    assert len(tujuan) == 1
    assert tujuan[0] in LANGKAH[peran]
    app = next(satu for satu in app.button if satu.key == f"ke_{tujuan[0]}").click().run()
    assert not app.exception
    assert not app.error
    assert app.title


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_di_kantor_yang_baru_mulai_setiap_peran_mendapat_langkah_yang_menjadi_haknya(
    peran: Peran, visit: Visit, kantor_baru: Store, login: Login
) -> None:
    login(peran)
    app = visit()
    tujuan = {str(satu.key).removeprefix("ke_") for satu in app.button if str(satu.key).startswith("ke_")}
    menunggu = {Peran.ANALIS: {"unggah_data"}, Peran.ADMIN: {"pengguna"}}
    assert tujuan == menunggu.get(peran, {"panduan"})
    app = next(satu for satu in app.button if str(satu.key).startswith("ke_")).click().run()
    assert app.title
    assert not app.error


def test_admin_melihat_akun_bukan_angka_kinerja(visit: Visit, kantor_baru: Store, login: Login) -> None:
    login(Peran.ADMIN)
    app = visit()
    assert app.title[0].value == "Pengelolaan aplikasi"
    assert [(satu.label, satu.value) for satu in app.metric] == [
        ("Akun aktif", "5"), ("Sedang masuk", "2"), ("Terkunci", "0"),
    ]  # fmt: skip


def test_admin_diingatkan_bila_belum_ada_analis(visit: Visit, kantor_baru: Store, login: Login) -> None:
    login(Peran.ADMIN)
    satu = next(one.pengguna for one in users.accounts(kantor_baru, OPERATOR) if one.pengguna.peran is Peran.ANALIS)
    users.lock(kantor_baru, OPERATOR, satu.id, satu.versi)
    assert "Belum ada akun analis" in texts(visit())
