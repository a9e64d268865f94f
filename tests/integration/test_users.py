"""User administration, and forms that count once."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy import text

from lkjip.domain.access import Actor, Peran
from lkjip.domain.kantor import Seksi
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import accounts, perencanaan, seksi, users
from lkjip.services.actor import OPERATOR
from lkjip.services.users import LAST_ADMIN
from lkjip.store import Store, audit
from tests.makers.akun import Warga, open_session


def _akun(store: Store, admin: Actor, masuk: str) -> users.Akun:
    return next(satu for satu in users.accounts(store, admin) if satu.pengguna.pengguna == masuk)


def test_admin_membuat_akun_dan_sandinya_diberitahukan_sekali(store: Store, warga: Warga) -> None:
    admin = warga.admin.actor
    sandi = users.create(store, admin, " Tono.B ", "  Tono   Baru ", Peran.SEKSI, seksi=warga.seksi.actor.seksi)
    akun = _akun(store, admin, "tono.b")
    assert (akun.pengguna.nama, akun.pengguna.peran, akun.pengguna.harus_ganti) == ("Tono Baru", Peran.SEKSI, True)
    assert akun.seksi is not None
    assert akun.seksi.nama == "Seksi Pelayanan"
    assert accounts.log_in(store, "tono.b", sandi, "x").harus_ganti
    with store.read() as connection:
        row = next(row for row in audit.latest(connection) if row["perbuatan"] == "buat akun")
    assert row["objek"] == "tono.b"
    assert '"peran": "seksi"' in row["sesudah"]
    assert sandi not in str(dict(row))


@pytest.mark.parametrize(
    ("masuk", "nama", "kata"),
    [
        ("siti", "Orang Lain", "Nama pengguna 'siti' sudah dipakai Siti Contoh"),
        ("SITI", "Orang Lain", "sudah dipakai"),
        ("siti2", "siti contoh", "Sudah ada akun atas nama 'Siti Contoh'"),
        ("si", "Orang Lain", "3 sampai 32 tanda"),
        ("orang lain", "Orang Lain", "3 sampai 32 tanda"),
        ("orang", "  ", "Nama lengkap"),
    ],
)
def test_nama_kembar_atau_tidak_sah_ditolak(store: Store, warga: Warga, masuk: str, nama: str, kata: str) -> None:
    before = len(users.accounts(store, warga.admin.actor))
    with pytest.raises(RefusedError, match=kata):
        users.create(store, warga.admin.actor, masuk, nama, Peran.CAMAT)
    assert len(users.accounts(store, warga.admin.actor)) == before


@pytest.mark.parametrize("peran", [Peran.PERINTAH, Peran.ANONIM])
def test_peran_yang_bukan_peran_akun_tidak_dapat_diberikan(store: Store, warga: Warga, peran: Peran) -> None:
    with pytest.raises(RefusedError, match="tidak dapat diberikan kepada akun"):
        users.create(store, warga.admin.actor, "orang", "Orang Lain", peran)
    with pytest.raises(RefusedError, match="tidak dapat diberikan kepada akun"):
        users.change(store, warga.admin.actor, warga.camat.id, 1, nama="Budi Contoh", peran=peran)


def test_peran_seksi_memerlukan_seksi_yang_aktif(store: Store, warga: Warga) -> None:
    admin = warga.admin.actor
    key = seksi.add_seksi(store, admin, "Seksi Lama")
    seksi.change_seksi(store, admin, Seksi(key, "Seksi Lama", False, 1))
    for salah in (None, 987654, key):
        with pytest.raises(RefusedError, match="memerlukan seksi yang aktif"):
            users.create(store, admin, "orang", "Orang Lain", Peran.SEKSI, seksi=salah)
    users.create(store, admin, "orang", "Orang Lain", Peran.CAMAT, seksi=key)
    assert _akun(store, admin, "orang").seksi is None, "hanya peran Seksi yang terikat seksi"


def test_seksi_yang_masih_mempunyai_akun_tidak_dapat_disisihkan(store: Store, warga: Warga) -> None:
    admin = warga.admin.actor
    satu = next(x for x in seksi.list_seksi(store) if x.id == warga.seksi.actor.seksi)
    with pytest.raises(RefusedError, match="masih mempunyai akun: Rina Contoh"):
        seksi.change_seksi(store, admin, Seksi(satu.id, satu.nama, False, satu.versi))
    with pytest.raises(RefusedError, match="Seksi 'seksi pemberdayaan' sudah ada"):
        seksi.change_seksi(store, admin, Seksi(satu.id, "seksi pemberdayaan", True, satu.versi))
    seksi.change_seksi(store, admin, Seksi(satu.id, "SEKSI PELAYANAN", True, satu.versi))
    with pytest.raises(StaleError, match="sudah diubah oleh Agus Contoh"):
        seksi.change_seksi(store, admin, Seksi(satu.id, "Lain", True, satu.versi))


def test_admin_terakhir_tidak_dapat_diturunkan_atau_dikunci(store: Store, warga: Warga) -> None:
    admin = warga.admin
    with pytest.raises(RefusedError, match=LAST_ADMIN[:20]):
        users.change(store, admin.actor, admin.id, 1, nama="Agus Contoh", peran=Peran.CAMAT)
    with pytest.raises(RefusedError, match=LAST_ADMIN[:20]):
        users.lock(store, admin.actor, admin.id, 1)
    assert accounts.who(store, admin.token).actor == admin.actor
    users.change(store, admin.actor, warga.camat.id, 1, nama="Budi Contoh", peran=Peran.ADMIN)
    users.lock(store, admin.actor, admin.id, 1)
    assert accounts.who(store, admin.token).actor is None
    assert [x.pengguna.pengguna for x in users.accounts(store, OPERATOR) if x.pengguna.aktif and
            x.pengguna.peran is Peran.ADMIN] == ["budi"]  # fmt: skip


def test_dua_admin_yang_saling_mengunci_bersamaan_menyisakan_satu(store: Store, warga: Warga) -> None:
    users.change(store, warga.admin.actor, warga.camat.id, 1, nama="Budi Contoh", peran=Peran.ADMIN)
    second = open_session(store, warga.camat.id).actor  # the new role ended the old session
    errors: list[str] = []

    def lock(who: Actor, key: int, versi: int) -> None:
        try:
            users.lock(store, who, key, versi)
        except RefusedError as error:
            errors.append(str(error))

    threads = [
        threading.Thread(target=lock, args=(warga.admin.actor, warga.camat.id, 2)),
        threading.Thread(target=lock, args=(second, warga.admin.id, 1)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(errors) == 1
    with store.read() as connection:
        query = text("SELECT count(*) FROM pengguna WHERE peran = 'admin' AND aktif")
        assert connection.scalar(query) == 1


def test_akun_contoh_tidak_dapat_diubah(demo: Store) -> None:
    contoh = next(satu.pengguna for satu in users.accounts(demo, OPERATOR) if satu.pengguna.peran is Peran.CAMAT)
    for call in (
        lambda: users.reset_password(demo, OPERATOR, contoh.id, 1),
        lambda: users.change(demo, OPERATOR, contoh.id, 1, nama="Lain", peran=Peran.ADMIN),
        lambda: users.lock(demo, OPERATOR, contoh.id, 1),
        lambda: users.unlock(demo, OPERATOR, contoh.id, 1),
        lambda: users.end_sessions(demo, OPERATOR, contoh.id),
    ):
        with pytest.raises(RefusedError, match="Akun kantor contoh tidak dapat diubah"):
            call()
    assert contoh in [satu.pengguna for satu in users.accounts(demo, OPERATOR)]


def test_akun_yang_sudah_tidak_ada_dan_versi_lama_dijelaskan(store: Store, warga: Warga) -> None:
    admin = warga.admin.actor
    with pytest.raises(RefusedError, match="Akun ini tidak ada"):
        users.lock(store, admin, 987654, 1)
    users.change(store, admin, warga.camat.id, 1, nama="Budi Baru", peran=Peran.CAMAT)
    with pytest.raises(StaleError, match="Akun ini sudah diubah oleh Agus Contoh"):
        users.change(store, admin, warga.camat.id, 1, nama="Budi Lain", peran=Peran.CAMAT)
    with pytest.raises(RefusedError, match="Sudah ada akun atas nama 'Siti Contoh'"):
        users.change(store, admin, warga.camat.id, 2, nama="Siti Contoh", peran=Peran.CAMAT)


def test_sesi_diakhiri_di_mana_pun_kecuali_sesi_sendiri(store: Store, warga: Warga) -> None:
    admin = warga.admin
    lain, dua = open_session(store, warga.analis.id), open_session(store, admin.id)
    assert len(_akun(store, admin.actor, "siti").sesi) == 2
    assert users.end_sessions(store, admin.actor, warga.analis.id) == 2
    for token in (lain.token, warga.analis.token):
        assert "diakhiri oleh admin" in accounts.who(store, token).sebab
    assert users.end_sessions(store, admin.actor, warga.analis.id) == 0
    assert users.end_sessions(store, admin.actor, admin.id) == 1
    assert accounts.who(store, admin.token).actor is not None
    assert accounts.who(store, dua.token).actor is None


def test_formulir_yang_dikirim_dua_kali_disimpan_sekali(store: Store, warga: Warga) -> None:
    siti = warga.analis.actor
    perencanaan.add_sasaran(store, siti, "Satu", kartu="kartu-1")
    with pytest.raises(AlreadyDoneError, match="tidak disimpan dua kali"):
        perencanaan.add_sasaran(store, siti, "Satu lagi", kartu="kartu-1")
    with pytest.raises(AlreadyDoneError):
        users.create(store, warga.admin.actor, "orang", "Orang Lain", Peran.CAMAT, kartu="kartu-1")
    assert [satu.teks for satu in perencanaan.list_sasaran(store, siti)] == ["Satu"]


def test_formulir_yang_ditolak_boleh_dikirim_lagi(store: Store, warga: Warga) -> None:
    siti = warga.analis.actor
    perencanaan.add_sasaran(store, siti, "Satu")
    with pytest.raises(RefusedError, match="sudah ada"):
        perencanaan.add_sasaran(store, siti, "satu", kartu="kartu-2")
    perencanaan.add_sasaran(store, siti, "Dua", kartu="kartu-2")
    assert len(perencanaan.list_sasaran(store, siti)) == 2


def test_klik_beruntun_pada_satu_formulir_menghasilkan_tepat_satu_catatan(store: Store, warga: Warga) -> None:
    refused: list[Exception] = []

    def click(nomor: int) -> None:
        try:
            perencanaan.add_sasaran(store, warga.analis.actor, f"Sasaran {nomor}", kartu="kartu-3")
        except AlreadyDoneError as error:
            refused.append(error)

    threads = [threading.Thread(target=click, args=(nomor,)) for nomor in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 4
    assert len(perencanaan.list_sasaran(store, warga.analis.actor)) == 1
