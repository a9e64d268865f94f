"""Pengguna: the admin's page. A first password is seen once; every deed counts at once; an admin always remains."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.services import accounts, users
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.services.users import LAST_ADMIN, Akun
from tests.makers import akun
from tests.pages.conftest import Login, Visit, session_of, texts


def by_label(kind: Any, label: str, place: int = 0) -> Any:
    return [satu for satu in kind if satu.label == label][place]


def press(app: AppTest, label: str) -> AppTest:
    app = by_label(app.button, label).click().run()
    assert not app.exception
    return app


def find(store: Store, masuk: str) -> Akun:
    return next(satu for satu in users.accounts(store, OPERATOR) if satu.pengguna.pengguna == masuk)


def choose(app: AppTest, masuk: str) -> AppTest:
    """Click the row of an account."""
    place = list(app.dataframe[0].value["Nama pengguna"]).index(masuk)
    app.session_state["daftar_akun"] = {"selection": {"rows": [place], "columns": [], "cells": []}}
    return app.run()


@pytest.fixture
def halaman(visit: Visit, kantor_baru: Store, login: Login) -> AppTest:
    """The page as the only admin of the office sees it."""
    login(Peran.ADMIN)
    return visit("pengguna")


def create(app: AppTest, masuk: str, nama: str, peran: Peran = Peran.CAMAT) -> AppTest:
    by_label(app.text_input, "Nama lengkap").set_value(nama)
    by_label(app.text_input, "Nama pengguna").set_value(masuk)
    by_label(app.selectbox, "Peran").set_value(peran)
    return press(app, "Buat akun")


def test_akun_baru_dengan_sandi_pertama_yang_dapat_dipakai_dan_harus_diganti(
    halaman: AppTest, kantor_baru: Store
) -> None:
    app = create(halaman, " Tono.Contoh ", "Tono Contoh")
    assert "Akun tono.contoh dibuat." in texts(app).replace("\\", "")
    assert find(kantor_baru, "tono.contoh").pengguna.peran is Peran.CAMAT
    masuk = accounts.log_in(kantor_baru, "tono.contoh", app.code[0].value, "127.0.0.1")
    assert masuk.harus_ganti


def test_sandi_pertama_hilang_setelah_disampaikan(halaman: AppTest) -> None:
    app = create(halaman, "tono", "Tono Contoh")
    sandi = app.code[0].value
    assert app.run().code[0].value == sandi, "another click does not take it away unread"
    app = press(app, "Sudah disampaikan")
    assert not app.code
    assert sandi not in texts(app)


def test_sandi_pertama_tidak_terlihat_oleh_admin_lain_di_layar_yang_sama(
    halaman: AppTest, kantor_baru: Store, seat: Any
) -> None:
    app = create(halaman, "tono", "Tono Contoh")
    assert app.code
    lain = akun.add_account(kantor_baru, "admin.dua", "Admin Dua", Peran.ADMIN)
    seat(akun.open_session(kantor_baru, lain).token)
    app.run()
    assert app.title
    assert not app.code


def test_sandi_pertama_hanya_ada_di_layar_bukan_di_basis_data(
    halaman: AppTest, kantor_baru: Store, own_data: Any
) -> None:
    sandi = create(halaman, "tono", "Tono Contoh").code[0].value
    for berkas in own_data.rglob("*"):
        assert not berkas.is_file() or sandi.encode() not in berkas.read_bytes(), berkas


def test_akun_seksi_tanpa_seksi_ditolak_dan_isian_tidak_hilang(halaman: AppTest, kantor_baru: Store) -> None:
    app = create(halaman, "tono", "Tono Contoh", Peran.SEKSI)
    assert "memerlukan seksi yang aktif" in app.error[0].value
    assert by_label(app.text_input, "Nama lengkap").value == "Tono Contoh"
    by_label(app.selectbox, "Seksi (hanya untuk peran Seksi/Kelurahan)").set_value(
        find(kantor_baru, "uji.seksi").pengguna.seksi
    )
    press(app, "Buat akun")
    assert find(kantor_baru, "tono").seksi is not None


@pytest.mark.parametrize(
    ("masuk", "nama", "kata"),
    [
        ("Ab", "Nama", "3 sampai 32"),
        ("uji.camat", "Orang Lain", "sudah dipakai"),
        ("baru", "uji camat (contoh)", "Sudah ada akun atas nama"),
        ("baru", "  ", "belum diisi"),
    ],
)
def test_akun_yang_tidak_boleh_dibuat_ditolak_dengan_obatnya(
    masuk: str, nama: str, kata: str, halaman: AppTest, kantor_baru: Store
) -> None:
    app = create(halaman, masuk, nama)
    assert kata in app.error[0].value.replace("\\", "")
    assert len(users.accounts(kantor_baru, OPERATOR)) == 5
    assert not app.code


def test_atur_ulang_sandi_mengakhiri_sesinya_dan_memberi_sandi_baru(halaman: AppTest, kantor_baru: Store) -> None:
    token = session_of(kantor_baru, Peran.CAMAT)
    app = press(choose(halaman.run(), "uji.camat"), "Atur ulang kata sandi")
    assert accounts.who(kantor_baru, token).actor is None
    assert accounts.log_in(kantor_baru, "uji.camat", app.code[0].value, "127.0.0.1").harus_ganti
    assert "Uji camat" in texts(app)


def test_kunci_dan_buka_kunci(halaman: AppTest, kantor_baru: Store) -> None:
    token = session_of(kantor_baru, Peran.CAMAT)
    app = press(choose(halaman.run(), "uji.camat"), "Kunci akun")
    assert accounts.who(kantor_baru, token).actor is None
    assert not find(kantor_baru, "uji.camat").pengguna.aktif
    assert "✕ dikunci admin" in list(app.dataframe[0].value["Keadaan"])
    app = press(choose(app, "uji.camat"), "Buka kunci")
    assert find(kantor_baru, "uji.camat").pengguna.aktif
    assert "✕ dikunci admin" not in list(app.dataframe[0].value["Keadaan"])


def test_terkunci_karena_salah_sandi_terlihat_dan_dapat_dibuka(halaman: AppTest, kantor_baru: Store) -> None:
    for _ in range(5):
        with pytest.raises(Exception, match="tidak cocok"):
            accounts.log_in(kantor_baru, "uji.camat", "bukan kata sandinya", "127.0.0.1")
    app = halaman.run()
    assert any("terkunci sampai" in str(satu) for satu in app.dataframe[0].value["Keadaan"])
    press(choose(app, "uji.camat"), "Buka kunci")
    assert accounts.log_in(kantor_baru, "uji.camat", akun.SANDI, "127.0.0.1").token


def test_sesi_diakhiri_dari_halaman_ini_dan_sesi_admin_sendiri_jalan_terus(
    halaman: AppTest, kantor_baru: Store
) -> None:
    tokens = [session_of(kantor_baru, Peran.CAMAT) for _ in range(2)]
    app = press(choose(halaman.run(), "uji.camat"), "Akhiri 2 sesi")
    assert [accounts.who(kantor_baru, token).actor for token in tokens] == [None, None]
    assert by_label(choose(app, "uji.admin").button, "Akhiri 0 sesi").disabled


def test_peran_dan_nama_diubah_dan_langsung_berlaku(halaman: AppTest, kantor_baru: Store) -> None:
    token = session_of(kantor_baru, Peran.CAMAT)
    app = choose(halaman.run(), "uji.camat")
    by_label(app.text_input, "Nama lengkap").set_value("Nama Baru")
    by_label(app.selectbox, "Peran").set_value(Peran.SEKRETARIS)
    app = press(app, "Simpan akun")
    assert "Akun tersimpan." in texts(app)
    sekarang = find(kantor_baru, "uji.camat").pengguna
    assert (sekarang.nama, sekarang.peran) == ("Nama Baru", Peran.SEKRETARIS)
    hadir = accounts.who(kantor_baru, token).actor
    assert hadir is None or hadir.peran is Peran.SEKRETARIS, "never again with the old role"


@pytest.mark.parametrize("tombol", ["Kunci akun", "Simpan akun"])
def test_admin_terakhir_tidak_dapat_menyingkirkan_dirinya(tombol: str, halaman: AppTest, kantor_baru: Store) -> None:
    app = choose(halaman, "uji.admin")
    by_label(app.selectbox, "Peran").set_value(Peran.ANALIS)
    app = press(app, tombol)
    assert LAST_ADMIN in app.error[0].value.replace("\\", "")
    sekarang = find(kantor_baru, "uji.admin").pengguna
    assert (sekarang.peran, sekarang.aktif) == (Peran.ADMIN, True)
    assert app.title


def test_bila_admin_lain_lebih_dulu_tidak_ada_yang_ditimpa_dan_ada_jalan_terus(
    halaman: AppTest, kantor_baru: Store
) -> None:
    app = choose(halaman, "uji.camat")
    satu = find(kantor_baru, "uji.camat").pengguna
    users.change(kantor_baru, OPERATOR, satu.id, satu.versi, nama="Dari admin lain", peran=Peran.CAMAT)
    by_label(app.text_input, "Nama lengkap").set_value("Dari saya")
    app = press(app, "Simpan akun")
    assert find(kantor_baru, "uji.camat").pengguna.nama == "Dari admin lain"
    app = choose(press(app, "Tampilkan yang tersimpan"), "uji.camat")
    assert by_label(app.text_input, "Nama lengkap").value == "Dari admin lain"


def test_akun_contoh_tidak_dapat_diubah(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.ADMIN)
    app = choose(visit("pengguna"), "contoh.camat")
    assert "Akun kantor contoh tidak dapat diubah" in texts(app)
    assert "Kunci akun" not in [satu.label for satu in app.button]


def test_kalimat_pembuka_menyebut_peran_yang_belum_ada(halaman: AppTest, kantor_baru: Store) -> None:
    assert halaman.header[0].value == "5 akun aktif dari 5; setiap peran sudah mempunyai akun."
    satu = find(kantor_baru, "uji.camat").pengguna
    users.lock(kantor_baru, OPERATOR, satu.id, satu.versi)
    assert halaman.run().header[0].value == "4 akun aktif dari 5; belum ada akun Camat."
