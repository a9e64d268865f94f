"""Logging in and out: sessions, the lock after wrong passwords, names that cannot be guessed, the own password."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher, Type
from sqlalchemy import inspect, text

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.errors import ForbiddenError, RefusedError, SessionEndedError
from lkjip.services import accounts, first_start, passwords, perencanaan, users
from lkjip.services.accounts import WRONG, log_in, who
from lkjip.store import Store, audit, open_store, pengguna
from tests.makers import ready
from tests.makers.akun import SANDI, Warga, add_account, found_office, hashed, log_in_all, open_session

SALAH = "bukan kata sandinya"
ALAMAT = "10.0.0.7"
DETIK, MENIT, JAM = timedelta(seconds=1), timedelta(minutes=1), timedelta(hours=1)
AS_EVER = passwords._HASHER
LIGHT = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1, type=Type.ID)


@contextmanager
def hashed_with(hasher: PasswordHasher) -> Iterator[None]:
    """All that is hashed and compared meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", hasher)
        patch.setattr(passwords, "_dummies", [])
        hashed.cache_clear()
        yield
    hashed.cache_clear()


@pytest.fixture(scope="module", autouse=True)
def hashed_lightly() -> Iterator[None]:
    """Hundreds of guesses: what a hash costs, and that no name can be told by it, has tests of its own."""
    with hashed_with(LIGHT):
        yield


def light_office(store: Store) -> None:
    """As `found_office`; its hashes are light and go to no other module."""
    found_office(store)


FILLINGS = {"warga": light_office}


def _wrong(store: Store, nama: str, kali: int, now: datetime | None = None, alamat: str = ALAMAT) -> list[str]:
    answers = []
    for _ in range(kali):
        with pytest.raises(RefusedError) as caught:
            log_in(store, nama, SALAH, alamat, now=now)
        answers.append(str(caught.value))
    return answers


def _trail(store: Store, count: int = 50) -> list[tuple[str, str, str]]:
    with store.read() as connection:
        return [(row["oleh"], row["perbuatan"], row["hasil"]) for row in audit.latest(connection, count)]


def test_masuk_dengan_nama_dan_kata_sandi_lalu_dikenali_dari_kukinya(store: Store, warga: Warga) -> None:
    masuk = log_in(store, "  SITI ", SANDI, ALAMAT)
    hadir = who(store, masuk.token)
    assert hadir.actor == masuk.actor
    assert (masuk.actor.nama, masuk.actor.peran, masuk.actor.pengguna_id) == (
        "Siti Contoh",
        Peran.ANALIS,
        warga.analis.id,
    )
    assert _trail(store, 1) == [("Siti Contoh (siti)", "masuk", "tercatat")]
    assert log_in(store, "siti", SANDI, ALAMAT).token != masuk.token


@pytest.mark.parametrize("token", [None, "", "bukan token", "x" * 5000])
def test_kuki_yang_tidak_dikenal_adalah_bukan_siapa_siapa(store: Store, warga: Warga, token: str | None) -> None:
    assert who(store, token) == accounts.Hadir(None)
    accounts.log_out(store, token)
    assert who(store, warga.analis.token).actor is not None


def test_token_dan_kata_sandi_tidak_tersimpan_di_tabel_mana_pun(store: Store, warga: Warga) -> None:
    masuk = log_in(store, "siti", SANDI, ALAMAT)
    with pytest.raises(RefusedError):
        log_in(store, "kata sandi yang salah ketik", SALAH, ALAMAT)
    with store.read() as connection:
        for table in inspect(connection).get_table_names():
            for row in connection.execute(text(f"SELECT * FROM {table}")):
                for value in row:
                    written = value.decode("latin1") if isinstance(value, bytes) else str(value)
                    for rahasia in (masuk.token, warga.analis.token, SANDI, SALAH, "kata sandi yang salah ketik"):
                        assert rahasia not in written, f"tabel {table}"


def test_sesi_berakhir_tepat_pada_batasnya(store: Store, warga: Warga) -> None:
    now = datetime.now(UTC)
    for diam, umur, sebab in (
        (30 * MENIT - DETIK, JAM, ""),
        (30 * MENIT, JAM, "30 menit"),
        (30 * MENIT + DETIK, JAM, "30 menit"),
        (MENIT, 8 * JAM - DETIK, ""),
        (MENIT, 8 * JAM, "8 jam"),
        (MENIT, 8 * JAM + DETIK, "8 jam"),
    ):
        orang = open_session(store, warga.analis.id, dibuat=now - umur, terakhir=now - diam)
        hadir = who(store, orang.token, now=now)
        assert (hadir.actor is None) is bool(sebab), (diam, umur)
        assert sebab in hadir.sebab


def test_sesi_yang_berakhir_menolak_perbuatan_dan_mencatatnya(store: Store, warga: Warga) -> None:
    now = datetime.now(UTC)
    tua = open_session(store, warga.analis.id, dibuat=now - JAM, terakhir=now - 31 * MENIT)
    with pytest.raises(SessionEndedError, match="30 menit tidak dipakai"):
        perencanaan.add_sasaran(store, tua.actor, "Terlambat")
    assert perencanaan.list_sasaran(store, warga.analis.actor) == ()
    assert _trail(store, 1)[0][2].startswith("ditolak: Sesi berakhir karena 30 menit")
    with pytest.raises(SessionEndedError, match="tidak dikenal"):
        perencanaan.add_sasaran(store, replace(tua.actor, sesi="0" * 64), "Palsu")
    with pytest.raises(SessionEndedError):
        perencanaan.list_sasaran(store, tua.actor)


def test_dipakai_terus_sesi_bertahan_lebih_dari_30_menit(store: Store, warga: Warga) -> None:
    start = datetime.now(UTC)
    orang = open_session(store, warga.analis.id, dibuat=start)
    for menit in (29, 58, 87):
        assert who(store, orang.token, now=start + menit * MENIT).actor is not None
    assert who(store, orang.token, now=start + 117 * MENIT).actor is None


def test_jam_komputer_yang_mundur_tidak_mengakhiri_sesi(store: Store, warga: Warga) -> None:
    now = datetime.now(UTC)
    assert who(store, warga.analis.token, now=now - timedelta(days=2)).actor is not None
    assert who(store, warga.analis.token, now=now + 29 * MENIT).actor is not None


def test_keluar_mengakhiri_sesi_di_semua_tab_dan_tidak_mengganggu_sesi_lain(store: Store, warga: Warga) -> None:
    lain = open_session(store, warga.analis.id)
    accounts.log_out(store, warga.analis.token)
    hadir = who(store, warga.analis.token)
    assert (hadir.actor, hadir.sebab) == (None, "Anda sudah keluar. Masuk lagi untuk melanjutkan.")
    with pytest.raises(SessionEndedError, match="sudah keluar"):
        perencanaan.add_sasaran(store, warga.analis.actor, "Sesudah keluar")
    assert who(store, lain.token).actor is not None
    before = len(_trail(store))
    accounts.log_out(store, warga.analis.token)
    assert len(_trail(store)) == before, "keluar dua kali tidak dicatat dua kali"


def test_peran_dan_seksi_baru_berlaku_pada_perbuatan_berikutnya(store: Store, warga: Warga) -> None:
    analis, admin, joko = warga.analis, warga.admin.actor, warga.seksi_lain
    assert perencanaan.add_sasaran(store, analis.actor, "Sebelum")
    users.change(store, admin, analis.id, 1, nama="Siti Contoh", peran=Peran.CAMAT)
    with pytest.raises(SessionEndedError, match="Peran atau seksi akun ini baru saja diubah"):
        perencanaan.add_sasaran(store, analis.actor, "Sesudah")
    again = open_session(store, analis.id)
    assert again.actor.peran is Peran.CAMAT
    with pytest.raises(ForbiddenError, match="Camat tidak berhak mengubah rencana"):
        perencanaan.add_sasaran(store, replace(again.actor, peran=Peran.ANALIS), "Sesudah")  # the role of now counts
    users.change(store, admin, joko.id, 1, nama="Joko Contoh", peran=Peran.SEKSI, seksi=warga.seksi.actor.seksi)
    assert who(store, joko.token).actor is None
    assert open_session(store, joko.id).actor.seksi == warga.seksi.actor.seksi != joko.actor.seksi
    users.change(store, admin, joko.id, 2, nama="Joko C. Contoh", peran=Peran.SEKSI, seksi=warga.seksi.actor.seksi)
    (akun,) = [satu for satu in users.accounts(store, admin) if satu.pengguna.id == joko.id]
    assert len(akun.sesi) == 1, "nama baru saja tidak mengakhiri sesi"


def test_akun_yang_dikunci_keluar_seketika_dan_tidak_dapat_masuk(store: Store, warga: Warga) -> None:
    users.lock(store, warga.admin.actor, warga.analis.id, 1)
    assert who(store, warga.analis.token) == accounts.Hadir(None, sebab="Akun ini dikunci oleh admin. Hubungi admin.")
    with pytest.raises(SessionEndedError, match="dikunci oleh admin"):
        perencanaan.add_sasaran(store, warga.analis.actor, "Terkunci")
    with pytest.raises(RefusedError, match="dikunci oleh admin"):
        log_in(store, "siti", SANDI, ALAMAT)
    assert _wrong(store, "siti", 1) == [WRONG], "hanya pemilik kata sandi yang diberi tahu"
    with pytest.raises(RefusedError, match="dikunci"):
        accounts.by_name(store, "siti")
    users.unlock(store, warga.admin.actor, warga.analis.id, 2)
    assert who(store, log_in(store, "siti", SANDI, ALAMAT).token).actor is not None
    assert who(store, warga.analis.token).actor is None, "sesi lama tidak hidup lagi"


def test_atur_ulang_mengakhiri_sesi_dan_sandi_baru_wajib_diganti(store: Store, warga: Warga) -> None:
    baru = users.reset_password(store, warga.admin.actor, warga.analis.id, 1)
    assert who(store, warga.analis.token).actor is None
    assert "diatur ulang oleh admin" in who(store, warga.analis.token).sebab
    assert _wrong(store, "siti", 1) == [WRONG]
    with pytest.raises(RefusedError, match="tidak cocok"):
        log_in(store, "siti", SANDI, ALAMAT)
    masuk = log_in(store, "siti", baru, ALAMAT)
    assert masuk.harus_ganti
    assert who(store, masuk.token).harus_ganti
    accounts.change_password(store, masuk.actor, baru, "bubur ayam jam tujuh", "bubur ayam jam tujuh")
    assert not who(store, masuk.token).harus_ganti
    assert not log_in(store, "siti", "bubur ayam jam tujuh", ALAMAT).harus_ganti


def test_ganti_kata_sandi_mengakhiri_sesi_lain_saja(store: Store, warga: Warga) -> None:
    lain = open_session(store, warga.analis.id)
    accounts.change_password(store, warga.analis.actor, SANDI, "bubur ayam jam tujuh", "bubur ayam jam tujuh")
    assert who(store, warga.analis.token).actor is not None
    assert "baru saja diganti" in who(store, lain.token).sebab
    assert who(store, warga.camat.token).actor is not None


@pytest.mark.parametrize(
    ("lama", "baru", "ulang", "kata"),
    [
        (SALAH, "bubur ayam jam tujuh", "bubur ayam jam tujuh", "Kata sandi lama tidak cocok"),
        (SANDI, "bubur ayam jam tujuh", "bubur ayam jam enam!", "tidak sama"),
        (SANDI, SANDI, SANDI, "sama dengan yang lama"),
        (SANDI, "bubur ayam 7", "bubur ayam 7", ""),
        (SANDI, "bubur ayam7", "bubur ayam7", "paling sedikit 12"),
        (SANDI, "Siti Contoh 1234", "Siti Contoh 1234", "mudah ditebak"),
        (SANDI, "Kutai Kartanegara 12", "Kutai Kartanegara 12", "mudah ditebak"),
        (SANDI, "kecamatan uji", "kecamatan uji", "mudah ditebak"),
    ],
)
def test_kata_sandi_baru_diperiksa(sqlite_config: Config, lama: str, baru: str, ulang: str, kata: str) -> None:
    store = ready.opened(sqlite_config, light_office)
    siti = log_in_all(store).analis.actor
    if not kata:
        accounts.change_password(store, siti, lama, baru, ulang)
        assert log_in(store, "siti", baru, ALAMAT)
    else:
        with pytest.raises(RefusedError, match=kata):
            accounts.change_password(store, siti, lama, baru, ulang)
        assert log_in(store, "siti", SANDI, ALAMAT)
    store.close()


def test_sesi_yang_sudah_keluar_tidak_dapat_mengganti_kata_sandi(store: Store, warga: Warga) -> None:
    accounts.log_out(store, warga.analis.token)
    with pytest.raises(SessionEndedError):
        accounts.change_password(store, warga.analis.actor, SANDI, "bubur ayam jam tujuh", "bubur ayam jam tujuh")
    assert log_in(store, "siti", SANDI, ALAMAT)


def test_menebak_kata_sandi_lama_mengunci_seperti_saat_masuk(store: Store, warga: Warga) -> None:
    baru = "bubur ayam jam tujuh"
    for _ in range(5):
        with pytest.raises(RefusedError, match="lama tidak cocok"):
            accounts.change_password(store, warga.analis.actor, SALAH, baru, baru)
    with pytest.raises(RefusedError, match="Terlalu banyak percobaan"):
        accounts.change_password(store, warga.analis.actor, SANDI, baru, baru)
    with pytest.raises(RefusedError, match="Terlalu banyak percobaan"):
        log_in(store, "siti", SANDI, ALAMAT)


def test_empat_kali_salah_lalu_benar_masih_masuk_dan_hitungan_mulai_lagi(store: Store, warga: Warga) -> None:
    for _ in range(2):
        assert set(_wrong(store, "siti", 4)) == {WRONG}
        assert log_in(store, "siti", SANDI, ALAMAT)


def test_lima_kali_salah_mengunci_juga_bagi_kata_sandi_yang_benar(store: Store, warga: Warga, config: Config) -> None:
    now = datetime.now(UTC)
    assert _wrong(store, "siti", 5, now) == [WRONG] * 5
    assert _trail(store, 1)[0][2] == "ditolak: kata sandi salah; terkunci 15 menit"
    for sesudah in (DETIK, 14 * MENIT + 59 * DETIK):
        with pytest.raises(RefusedError, match=r"Terlalu banyak percobaan yang salah\. Coba lagi"):
            log_in(store, "siti", SANDI, ALAMAT, now=now + sesudah)
    again = open_store(config)
    with pytest.raises(RefusedError, match="Terlalu banyak"):
        log_in(again, "siti", SANDI, "10.9.9.9", now=now + MENIT)
    again.close()
    assert log_in(store, "dewi", SANDI, ALAMAT, now=now + MENIT), "orang lain tetap dapat masuk"
    assert log_in(store, "siti", SANDI, ALAMAT, now=now + 15 * MENIT)
    assert log_in(store, "siti", SANDI, ALAMAT, now=now + 15 * MENIT + DETIK)


def test_nama_yang_tidak_ada_dijawab_sama_dan_terkunci_sama(store: Store, warga: Warga) -> None:
    now = datetime.now(UTC)
    assert _wrong(store, "tidak.ada", 5, now) == _wrong(store, "siti", 5, now, "10.0.0.8")
    terkunci = [_wrong(store, nama, 1, now)[0] for nama in ("tidak.ada", "siti")]
    assert terkunci[0] == terkunci[1]
    assert "Terlalu banyak percobaan" in terkunci[0]
    oleh = {row[0] for row in _trail(store) if row[1] == "masuk"}
    assert oleh == {"Pengunjung tak dikenal", "Siti Contoh (siti)"}


def test_satu_alamat_terkunci_sesudah_50_kali_salah_dengan_nama_berganti(store: Store, warga: Warga) -> None:
    """Also a stranger who tries one password under many names is stopped; other addresses are not."""
    now = datetime.now(UTC)
    for nomor in range(50):
        assert _wrong(store, f"nama{nomor}", 1, now) == [WRONG]
    with pytest.raises(RefusedError, match="Terlalu banyak"):
        log_in(store, "siti", SANDI, ALAMAT, now=now)
    assert log_in(store, "siti", SANDI, "10.0.0.99", now=now)
    assert log_in(store, "siti", SANDI, ALAMAT, now=now + 15 * MENIT)


def test_admin_membuka_kunci_sesudah_salah_kata_sandi(store: Store, warga: Warga) -> None:
    _wrong(store, "siti", 5)
    akun = next(satu for satu in users.accounts(store, warga.admin.actor) if satu.pengguna.pengguna == "siti")
    assert akun.terkunci_sampai is not None
    assert akun.pengguna.aktif
    users.unlock(store, warga.admin.actor, warga.analis.id, 1)
    assert log_in(store, "siti", SANDI, ALAMAT)
    akun = next(satu for satu in users.accounts(store, warga.admin.actor) if satu.pengguna.pengguna == "siti")
    assert akun.terkunci_sampai is None


def test_banyak_percobaan_bersamaan_hanya_mendapat_lima_tebakan(store: Store, warga: Warga) -> None:
    """All of them pass the first look at the lock; what counts is the look inside the transaction."""
    answers: list[str] = []

    def guess() -> None:
        try:
            log_in(store, "siti", SALAH, ALAMAT)
        except RefusedError as error:
            answers.append(str(error))

    threads = [threading.Thread(target=guess) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 16
    assert answers.count(WRONG) == 5, "sesudah yang kelima, semua jawaban sama: terkunci"
    with pytest.raises(RefusedError, match="Terlalu banyak"):
        log_in(store, "siti", SANDI, ALAMAT)


def test_kata_sandi_yang_diatur_ulang_saat_orang_masuk_tidak_dapat_dipakai_lagi(
    store: Store, warga: Warga, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old password was right when it was compared, and is no longer when the session is made."""
    real = passwords.matches

    def slow(sandi: str, hashed: str) -> bool:
        fits = real(sandi, hashed)
        users.reset_password(store, warga.admin.actor, warga.analis.id, 1)
        return fits

    monkeypatch.setattr(passwords, "matches", slow)
    with pytest.raises(RefusedError, match="tidak cocok"):
        log_in(store, "siti", SANDI, ALAMAT)
    akun = next(satu for satu in users.accounts(store, warga.admin.actor) if satu.pengguna.pengguna == "siti")
    assert akun.sesi == ()


def test_nama_tidak_dapat_ditebak_dari_lamanya_jawaban(sqlite_config: Config) -> None:
    """Generous bound: a missing hash would answer some ten times faster."""
    took: dict[str, list[float]] = {"siti": [], "tidak.ada": []}
    now = datetime.now(UTC)
    with hashed_with(AS_EVER):
        store = ready.opened(sqlite_config, found_office)
        passwords.matches("x", "")  # the dummy is made once
        for nomor in range(9):
            for nama, runs in took.items():
                start = time.perf_counter()
                _wrong(store, nama, 1, now + nomor * 16 * MENIT)
                runs.append(time.perf_counter() - start)
    ratio = statistics.median(took["tidak.ada"]) / statistics.median(took["siti"])
    assert 0.4 < ratio < 2.5, ratio
    store.close()


def test_sidik_kata_sandi_tidak_lebih_ringan_dari_anjuran() -> None:
    """OWASP Password Storage Cheat Sheet: argon2id with at least 19 MiB and two passes."""
    assert AS_EVER.type is Type.ID
    assert AS_EVER.memory_cost >= 19 * 1024
    assert AS_EVER.time_cost >= 2


def test_akun_contoh_tidak_mempunyai_kata_sandi(demo: Store) -> None:
    for sandi in ("", "-", "contoh.analis", passwords.NO_PASSWORD):
        with pytest.raises(RefusedError, match=r"tidak cocok|Terlalu banyak"):
            log_in(demo, "contoh.analis", sandi, ALAMAT)
    masuk = first_start.begin_demo(demo, "127.0.0.1")
    with pytest.raises(RefusedError, match="tidak mempunyai kata sandi"):
        accounts.change_password(demo, masuk.actor, "-", "bubur ayam jam tujuh", "bubur ayam jam tujuh")


def test_sidik_dengan_ukuran_lama_diperbarui_saat_masuk(store: Store, warga: Warga) -> None:
    lemah = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(SANDI)
    with store.write() as connection:
        connection.execute(text("UPDATE pengguna SET sandi = :sandi WHERE pengguna = 'siti'"), {"sandi": lemah})
    assert passwords.outdated(lemah)
    log_in(store, "siti", SANDI, ALAMAT)
    with store.read() as connection:
        found = pengguna.find_with_password(connection, "siti")
    assert found is not None
    assert not passwords.outdated(found[1])
    assert found[0].versi == 1, "pemilik dan admin tidak melihat perubahan"
    assert log_in(store, "siti", SANDI, ALAMAT)


def test_kata_sandi_pertama_acak_dan_lolos_aturan_sendiri() -> None:
    made = {passwords.first_password() for _ in range(200)}
    assert len(made) == 200
    for sandi in made:
        assert len(sandi) == 19
        assert not set(sandi) & set("ilo01")
        assert passwords.checked(sandi, sandi, ("Siti Contoh",)) == sandi


def test_dengan_nama_akun_di_baris_perintah_peran_akun_itu_yang_berlaku(store: Store, warga: Warga) -> None:
    siti = accounts.by_name(store, " Siti ")
    assert (siti.peran, siti.sesi, siti.pengguna_id) == (Peran.ANALIS, "", warga.analis.id)
    with pytest.raises(RefusedError, match="Pengguna 'entah' tidak ada"):
        accounts.by_name(store, "entah")


def test_akun_baru_wajib_mengganti_kata_sandi_pertamanya(store: Store, warga: Warga) -> None:
    add_account(store, "baru", "Orang Baru", Peran.CAMAT, harus_ganti=True)
    masuk = log_in(store, "baru", SANDI, ALAMAT)
    assert masuk.harus_ganti
    assert who(store, masuk.token).harus_ganti


def test_masuk_dan_keluar_tidak_membuat_hitungan_lama_usang(store: Store, warga: Warga) -> None:
    def versi() -> int:
        with store.read() as connection:
            return audit.data_version(connection)

    before = versi()
    masuk = log_in(store, "siti", SANDI, ALAMAT)
    _wrong(store, "siti", 1)
    accounts.log_out(store, masuk.token)
    accounts.change_password(store, warga.camat.actor, SANDI, "bubur ayam jam tujuh", "bubur ayam jam tujuh")
    assert versi() == before
