"""A session that ends between two clicks: nothing is stored, nothing typed is lost, nobody else sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from streamlit.testing.v1 import AppTest

from lkjip.domain.access import PERAN_AKUN, Peran
from lkjip.domain.pengguna import Pengguna
from lkjip.services import accounts, perencanaan, seksi, users
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.store import pengguna, tables_akun
from tests.makers import akun
from tests.makers.invariants import assert_store_whole
from tests.pages.conftest import Login, Seat, Visit, open_part, session_of, texts

TAMBAH, SASARAN = "Tambah", "Sasaran dan program"  # parts of Perencanaan
TEKS = "Meningkatnya kualitas pelayanan yang sedang saya ketik"
End = Callable[[Store, str, Pengguna], object]


def owner_of(store: Store, peran: Peran) -> Pengguna:
    with store.read() as connection:
        return next(satu for satu in pengguna.load_pengguna(connection) if satu.peran is peran)


def set_moments(store: Store, token: str, **moments: datetime) -> None:
    """Move the clock of a session back."""
    table = tables_akun.sesi
    with store.write() as connection:
        connection.execute(update(table).where(table.c.sidik == accounts.seal_of(token)).values(**moments))


def idle(store: Store, token: str, _owner: Pengguna) -> None:
    set_moments(store, token, terakhir=datetime.now(UTC) - timedelta(minutes=31))


def eight_hours(store: Store, token: str, _owner: Pengguna) -> None:
    set_moments(store, token, dibuat=datetime.now(UTC) - timedelta(hours=8, minutes=1))


ENDS: dict[str, tuple[End, str]] = {
    "keluar di tempat lain": (lambda store, token, owner: accounts.log_out(store, token), "Anda sudah keluar"),
    "dikunci admin": (lambda store, token, owner: users.lock(store, OPERATOR, owner.id, owner.versi), "dikunci"),
    "diakhiri admin": (lambda store, token, owner: users.end_sessions(store, OPERATOR, owner.id), "oleh admin"),
    "sandi diatur ulang": (
        lambda store, token, owner: users.reset_password(store, OPERATOR, owner.id, owner.versi), "diatur ulang",
    ),
    "30 menit diam": (idle, "30 menit"),
    "8 jam": (eight_hours, "8 jam"),
}  # fmt: skip


def type_and_send(app: AppTest) -> AppTest:
    """Write a new sasaran and press the button."""
    next(satu for satu in app.text_area if satu.label == "Sasaran strategis baru").set_value(TEKS)
    return next(satu for satu in app.button if satu.label == "Tambah sasaran").click().run()


def typed(app: AppTest) -> Any:
    return next(satu for satu in app.text_area if satu.label == "Sasaran strategis baru").value


@pytest.mark.parametrize("cara", ENDS)
def test_sesi_yang_berakhir_saat_mengetik_menolak_dan_isian_kembali_setelah_masuk_lagi(
    cara: str, visit: Visit, kantor_baru: Store, login: Login, seat: Seat
) -> None:
    end, sebab = ENDS[cara]
    token, owner = str(login(Peran.ANALIS)), owner_of(kantor_baru, Peran.ANALIS)
    app = visit("perencanaan", bagian=TAMBAH)
    end(kantor_baru, token, owner)
    app = type_and_send(app)
    assert not app.exception
    assert sebab in app.warning[0].value
    assert "kembali setelah Anda masuk lagi" in texts(app)
    assert not app.title
    assert not app.text_area
    assert perencanaan.list_sasaran(kantor_baru, OPERATOR) == ()
    assert_store_whole(kantor_baru)

    _let_in_again(kantor_baru, owner.id)
    seat(akun.open_session(kantor_baru, owner.id).token)
    app = visit("perencanaan", bagian=TAMBAH)  # a new websocket, as after the login page
    assert typed(app) == TEKS
    assert "kembali di formulirnya. Belum disimpan" in texts(app)
    app = next(satu for satu in app.button if satu.label == "Tambah sasaran").click().run()
    assert [satu.teks for satu in perencanaan.list_sasaran(kantor_baru, OPERATOR)] == [TEKS]
    assert "kembali di formulirnya" not in texts(visit("perencanaan", bagian=TAMBAH)), "saved"


def test_isian_yang_kembali_tetap_menunggu_sampai_disimpan_atau_dibuang(
    visit: Visit, kantor_baru: Store, login: Login, seat: Seat
) -> None:
    """A page that is loaded again (F5) right after the login shows the text again."""
    token, owner = str(login(Peran.ANALIS)), owner_of(kantor_baru, Peran.ANALIS)
    app = visit("perencanaan", bagian=TAMBAH)
    accounts.log_out(kantor_baru, token)
    type_and_send(app)
    seat(akun.open_session(kantor_baru, owner.id).token)
    assert [typed(visit("perencanaan", bagian=TAMBAH)) for _ in range(2)] == [TEKS, TEKS]
    app = visit("perencanaan", bagian=TAMBAH)
    app = next(satu for satu in app.button if satu.label == "Buang isian itu").click().run()
    assert typed(app) in (None, "")
    assert "kembali di formulirnya" not in texts(app)
    assert typed(visit("perencanaan", bagian=TAMBAH)) in (None, "")


def test_isian_yang_tidak_diubah_tidak_membatalkan_perubahan_rekan(
    visit: Visit, demo: Store, login: Login, seat: Seat
) -> None:
    token, pemilik = str(login(Peran.ANALIS)), owner_of(demo, Peran.ANALIS).id
    app = open_part(visit("perencanaan", bagian=SASARAN), TAMBAH)
    accounts.log_out(demo, token)
    type_and_send(app)
    pertama = perencanaan.list_sasaran(demo, OPERATOR)[0]
    perencanaan.edit_sasaran(
        demo, OPERATOR, pertama.id, pertama.versi, "Sasaran menurut rekan", program=pertama.program
    )
    seat(akun.open_session(demo, pemilik).token)
    app = visit("perencanaan", bagian=TAMBAH)
    assert typed(app) == TEKS
    app = open_part(app, SASARAN)
    assert typed(app) == TEKS, "looking at another part must not lose it"
    assert next(satu for satu in app.text_area if satu.label == "Sasaran strategis").value == "Sasaran menurut rekan"


def _let_in_again(store: Store, key: int) -> None:
    with store.deed(OPERATOR, "uji") as deed:
        satu = pengguna.find(deed.connection, key)
        assert satu is not None
        pengguna.change_pengguna(deed, key, satu.versi, {"aktif": True, "harus_ganti": False})


def test_isian_yang_tersisa_tidak_diberikan_kepada_orang_lain(
    visit: Visit, kantor_baru: Store, login: Login, seat: Seat
) -> None:
    token, pemilik = str(login(Peran.ANALIS)), owner_of(kantor_baru, Peran.ANALIS).id
    lain = akun.add_account(kantor_baru, "analis.dua", "Analis Dua", Peran.ANALIS)
    app = visit("perencanaan", bagian=TAMBAH)
    accounts.log_out(kantor_baru, token)
    type_and_send(app)
    seat(akun.open_session(kantor_baru, lain).token)
    app = visit("perencanaan", bagian=TAMBAH)
    assert typed(app) in (None, "")
    assert TEKS not in texts(app)
    seat(akun.open_session(kantor_baru, pemilik).token)
    assert typed(visit("perencanaan", bagian=TAMBAH)) == TEKS


def test_peran_yang_diganti_berlaku_pada_klik_berikutnya_dan_isian_menunggu(
    visit: Visit, kantor_baru: Store, login: Login
) -> None:
    login(Peran.ANALIS)
    owner = owner_of(kantor_baru, Peran.ANALIS)
    app = visit("perencanaan", bagian=TAMBAH)
    users.change(kantor_baru, OPERATOR, owner.id, owner.versi, nama=owner.nama, peran=Peran.CAMAT)
    app = type_and_send(app)
    assert not app.title
    assert perencanaan.list_sasaran(kantor_baru, OPERATOR) == ()
    with kantor_baru.read() as connection:
        now = pengguna.find(connection, owner.id)
    assert now is not None
    users.change(kantor_baru, OPERATOR, owner.id, now.versi, nama=owner.nama, peran=Peran.ANALIS)
    login(Peran.ANALIS)
    assert typed(visit("perencanaan", bagian=TAMBAH)) == TEKS


def test_orang_lain_di_sesi_streamlit_yang_sama_tidak_melihat_apa_pun_dari_yang_pertama(
    visit: Visit, kantor_baru: Store, login: Login
) -> None:
    """The id of a Streamlit session stands in upload addresses: whoever takes it over comes with his own cookie."""
    login(Peran.ANALIS)
    app = visit("unggah_data")
    app.session_state["rahasia"] = "milik analis"
    app.file_uploader[0].set_value([("rahasia.csv", b"No,Indikator,Target 2025\n1,Jumlah,2\n", "text/csv")])
    app.run()
    assert "rahasia.csv" in texts(app).replace("\\", "")
    login(Peran.SEKSI)
    app.run()
    assert "rahasia" not in texts(app)
    assert "rahasia" not in app.session_state
    assert "antrean_unggah" not in app.session_state or not app.session_state["antrean_unggah"]


def test_kiriman_formulir_orang_pertama_tidak_berlaku_atas_nama_orang_kedua(
    visit: Visit, kantor_baru: Store, login: Login, seat: Seat
) -> None:
    login(Peran.ANALIS)
    app = visit("perencanaan", bagian=TAMBAH)
    lain = akun.add_account(kantor_baru, "analis.dua", "Analis Dua", Peran.ANALIS)
    seat(akun.open_session(kantor_baru, lain).token)
    app = type_and_send(app)
    assert perencanaan.list_sasaran(kantor_baru, OPERATOR) == ()
    assert typed(app) in (None, "")


def test_dua_tab_dari_orang_yang_sama_memakai_satu_sesi(visit: Visit, kantor_baru: Store, login: Login) -> None:
    token = str(login(Peran.ANALIS))
    satu, dua = visit("perencanaan", bagian=TAMBAH), visit("perencanaan", bagian=TAMBAH)
    assert satu.title
    accounts.log_out(kantor_baru, token)
    assert not satu.run().title
    assert not dua.run().title


def test_peran_contoh_diganti_dengan_satu_klik(visit: Visit, demo: Store, login: Login) -> None:
    app = visit("capaian")
    bar = app.segmented_control[0]
    assert bar.label == "Lihat sebagai (hanya di DEMO)"
    app = bar.set_value(Peran.CAMAT).run()
    assert not app.exception
    assert "Budi Contoh" in texts(app)
    assert app.segmented_control[0].value is Peran.CAMAT
    app = app.segmented_control[0].set_value(Peran.ADMIN).run()
    assert "Admin tidak berhak" in app.error[0].value, "Capaian is not for the admin"


@pytest.mark.parametrize("peran", PERAN_AKUN)
def test_di_luar_contoh_tidak_ada_pilihan_peran(peran: Peran, visit: Visit, kantor_baru: Store, login: Login) -> None:
    login(peran)
    app = visit()
    assert not app.segmented_control
    assert "Ganti sandi" in [satu.proto.label for satu in app.get("link_button")]


def test_sesi_contoh_diteruskan_bukan_ditambah(visit: Visit, demo: Store, seat: Seat) -> None:
    seat(session_of(demo, Peran.ANALIS))
    before = len([satu for one in users.accounts(demo, OPERATOR) for satu in one.sesi])
    visit().segmented_control[0].set_value(Peran.SEKRETARIS).run()
    assert len([satu for one in users.accounts(demo, OPERATOR) for satu in one.sesi]) == before


def test_isian_yang_pilihannya_sudah_tidak_ada_tidak_merusak_halaman(
    visit: Visit, demo: Store, login: Login, seat: Seat
) -> None:
    """A section chosen in the form was put aside while its writer was logged out."""
    token, pemilik = str(login(Peran.ANALIS)), owner_of(demo, Peran.ANALIS).id
    baru = akun.add_seksi(demo, "Seksi Sementara")
    app = visit("perencanaan", bagian="Indikator dan target")
    pilihan = next(satu for satu in app.selectbox if satu.label == "Seksi penanggung jawab data")
    pilihan.set_value(baru)
    next(satu for satu in app.text_area if satu.label == "Indikator").set_value("Indikator yang sedang saya ubah")
    accounts.log_out(demo, token)
    next(satu for satu in app.button if satu.label == "Simpan indikator").click().run()
    satu = next(one for one in seksi.list_seksi(demo) if one.id == baru)
    seksi.change_seksi(demo, OPERATOR, replace(satu, aktif=False))
    seat(akun.open_session(demo, pemilik).token)
    app = visit("perencanaan", bagian="Indikator dan target")
    assert "kembali di formulirnya" in texts(app)
    assert next(one for one in app.text_area if one.label == "Indikator").value == "Indikator yang sedang saya ubah"
    app = next(one for one in app.button if one.label == "Simpan indikator").click().run()
    assert not app.exception


def test_admin_tanpa_kantor_mengisinya_di_halaman_mana_pun(visit: Visit, store: Store, seat: Seat) -> None:
    key = akun.add_account(store, "admin.perintah", "Admin dari Baris Perintah", Peran.ADMIN)
    seat(akun.open_session(store, key).token)
    app = visit("pengguna")
    assert app.title[0].value == "Kantor belum diisi"
    next(satu for satu in app.text_input if satu.label == "Nama kantor").set_value("Kecamatan Baru")
    next(satu for satu in app.text_input if satu.label == "Kabupaten atau kota").set_value("Kabupaten Baru")
    app = next(satu for satu in app.button if satu.label == "Simpan kantor").click().run()
    assert not app.exception
    assert app.title[0].value == "Pengguna"
    assert "Kecamatan Baru" in app.caption[0].value


def test_bukan_admin_tanpa_kantor_diberi_tahu_siapa_yang_mengisinya(visit: Visit, store: Store, seat: Seat) -> None:
    key = akun.add_account(store, "camat.dulu", "Camat Lebih Dulu", Peran.CAMAT)
    seat(akun.open_session(store, key).token)
    app = visit("capaian")
    assert "Admin mengisi nama kantor" in app.info[0].value
    assert not app.text_input
