"""The first start: one admin, once; the demo and the way out of it; a real office is never touched."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from sqlalchemy import text

from lkjip.config import Config
from lkjip.domain.access import PERAN_AKUN, Peran
from lkjip.domain.kantor import Kantor
from lkjip.errors import ForbiddenError, RefusedError
from lkjip.services import accounts, evaluation, first_start, kantor, perencanaan, users
from lkjip.services.actor import OPERATOR
from lkjip.services.first_start import DEMO_ONLY, TAKEN, AdminPertama
from lkjip.store import Store, open_store
from tests.integration.conftest import ADMIN, ANALIS
from tests.makers.akun import KANTOR, SANDI, Warga

AGUS = AdminPertama("Agus Contoh", "agus", SANDI, SANDI)
SINI = "127.0.0.1"


def _count(store: Store, table: str) -> int:
    with store.read() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


def test_awal_yang_kosong_menjadi_kantor_dengan_admin_yang_sudah_masuk(store: Store) -> None:
    assert first_start.state(store) == first_start.Awal(None, ada_akun=False)
    masuk = first_start.begin_office(store, KANTOR, AGUS, SINI)
    assert (masuk.actor.nama, masuk.actor.peran, masuk.harus_ganti) == ("Agus Contoh", Peran.ADMIN, False)
    assert accounts.who(store, masuk.token).actor == masuk.actor
    assert kantor.current(store) == KANTOR
    assert accounts.log_in(store, "agus", SANDI, SINI)


def test_kantor_yang_sudah_ada_tetap_dengan_semua_datanya(store: Store) -> None:
    kantor.start_office(store, OPERATOR, KANTOR)
    perencanaan.add_sasaran(store, ANALIS, "Sasaran yang sudah ada")
    before = evaluation.load(store, OPERATOR).sidik
    first_start.begin_office(store, None, AGUS, SINI)
    assert evaluation.load(store, OPERATOR).sidik == before
    assert kantor.current(store) == KANTOR


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"nama": " "}, "Nama lengkap admin"),
        ({"pengguna": "a"}, "3 sampai 32 tanda"),
        ({"ulang": "lain"}, "tidak sama"),
        ({"sandi": "pendek", "ulang": "pendek"}, "paling sedikit 12"),
        ({"sandi": "agus contoh 2026", "ulang": "agus contoh 2026"}, "mudah ditebak"),
    ],
)
def test_isian_awal_yang_salah_tidak_meninggalkan_apa_pun(store: Store, ubah: dict[str, str], kata: str) -> None:
    with pytest.raises(RefusedError, match=kata):
        first_start.begin_office(store, KANTOR, replace(AGUS, **ubah), SINI)
    assert (_count(store, "pengguna"), _count(store, "kantor"), _count(store, "sesi")) == (0, 0, 0)


def test_tanpa_kantor_harus_diisi_kantornya(store: Store) -> None:
    with pytest.raises(RefusedError, match="Isi nama kantor"):
        first_start.begin_office(store, None, AGUS, SINI)
    assert _count(store, "pengguna") == 0


def test_sesudah_ada_akun_awal_tidak_dapat_diulang(store: Store, warga: Warga) -> None:
    with pytest.raises(ForbiddenError, match=TAKEN[:30]):
        first_start.begin_office(store, KANTOR, replace(AGUS, pengguna="penyusup", nama="Penyusup"), SINI)
    with pytest.raises(RefusedError, match=TAKEN[:30]):
        first_start.begin_demo(store, SINI)
    assert [x for x in users.accounts(store, warga.admin.actor) if x.pengguna.pengguna == "penyusup"] == []
    assert kantor.current(store) == KANTOR


def test_dua_orang_yang_memulai_bersamaan_menghasilkan_tepat_satu_admin(store: Store) -> None:
    """Also from four tabs: the question is asked inside the transaction."""
    done: list[str] = []
    refused: list[str] = []

    def begin(nomor: int) -> None:
        admin = AdminPertama(f"Admin {'abcd'[nomor]}", f"admin{nomor}", SANDI, SANDI)
        try:
            done.append(first_start.begin_office(store, KANTOR, admin, SINI).actor.pengguna)
        except RefusedError as error:
            refused.append(str(error))

    threads = [threading.Thread(target=begin, args=(nomor,)) for nomor in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == 1
    assert refused == [TAKEN] * 3
    assert [x.pengguna.pengguna for x in users.accounts(store, OPERATOR)] == done
    assert _count(store, "kantor") == 1


def test_kantor_contoh_mempunyai_satu_akun_per_peran_dan_dimasuki_sebagai_analis(store: Store) -> None:
    masuk = first_start.begin_demo(store, SINI)
    assert masuk.actor.peran is Peran.ANALIS
    assert sorted(x.pengguna.peran for x in users.accounts(store, OPERATOR)) == sorted(PERAN_AKUN)
    again = first_start.begin_demo(store, SINI)
    assert again.token != masuk.token
    assert accounts.who(store, masuk.token).actor is not None, "masuk lagi tidak memuat ulang"


def test_ganti_peran_di_kantor_contoh_tetap_satu_sesi(store: Store) -> None:
    masuk = first_start.begin_demo(store, SINI)
    for peran in (*PERAN_AKUN, Peran.ANALIS):
        actor = accounts.who(store, masuk.token).actor
        assert actor is not None
        first_start.switch_role(store, actor, peran)
        now = accounts.who(store, masuk.token).actor
        assert now is not None
        assert now.peran is peran
        assert (now.seksi is not None) is (peran is Peran.SEKSI)
    assert _count(store, "sesi") == 1


def test_peran_tidak_pernah_dapat_diganti_di_luar_kantor_contoh(store: Store, warga: Warga) -> None:
    for peran in PERAN_AKUN:
        with pytest.raises(ForbiddenError, match="hanya dapat diganti begini di kantor contoh"):
            first_start.switch_role(store, warga.of(peran).actor, Peran.ADMIN)
    with pytest.raises(ForbiddenError):
        first_start.switch_role(store, OPERATOR, Peran.ADMIN)
    hadir = accounts.who(store, warga.analis.token).actor
    assert hadir is not None
    assert hadir.peran is Peran.ANALIS


def test_akun_sungguhan_di_kantor_contoh_tidak_dapat_berganti_peran(demo: Store) -> None:
    sandi = users.create(demo, OPERATOR, "tamu", "Tamu Sungguhan", Peran.CAMAT)
    masuk = accounts.log_in(demo, "tamu", sandi, SINI)
    with pytest.raises(ForbiddenError, match="kantor contoh"):
        first_start.switch_role(demo, masuk.actor, Peran.ADMIN)
    with pytest.raises(ForbiddenError, match="kantor contoh"):
        first_start.switch_role(demo, replace(ANALIS, pengguna_id=1), Peran.ADMIN)


def test_mengakhiri_kantor_contoh_kembali_ke_awal_dan_menutup_semua_sesi(store: Store) -> None:
    masuk = first_start.begin_demo(store, SINI)
    first_start.switch_role(store, masuk.actor, Peran.ADMIN)
    admin = accounts.who(store, masuk.token).actor
    assert admin is not None
    first_start.end_demo(store, admin)
    assert first_start.state(store) == first_start.Awal(None, ada_akun=False)
    assert accounts.who(store, masuk.token).actor is None
    assert [_count(store, table) for table in ("seksi", "pengguna", "sesi", "impor", "realisasi", "kantor")] == [0] * 6
    assert _count(store, "berkas") > 0, "berkas asli dan jejak tetap sebagai bukti"
    first_start.begin_office(store, KANTOR, AGUS, SINI)
    assert kantor.current(store) == KANTOR


def test_kantor_sungguhan_tidak_pernah_dihapus(store: Store, warga: Warga) -> None:
    before = evaluation.load(store, OPERATOR).sidik
    for actor in (warga.admin.actor, ADMIN, OPERATOR):
        with pytest.raises(RefusedError, match=DEMO_ONLY[:30]):
            first_start.end_demo(store, actor)
        with pytest.raises(RefusedError, match="sudah dipakai"):
            kantor.load_demo(store, actor)
        with pytest.raises(RefusedError, match="sudah dipakai"):
            kantor.start_office(store, actor, Kantor("Lain", "Lain"))
    assert evaluation.load(store, OPERATOR).sidik == before
    assert len(users.accounts(store, OPERATOR)) == 6


def test_kantor_sungguhan_tanpa_akun_tidak_menjadi_kantor_contoh(store: Store) -> None:
    """A database of an older program: it has its office, nobody has an account yet."""
    kantor.start_office(store, OPERATOR, KANTOR)
    with pytest.raises(RefusedError, match="sudah dipakai Kecamatan Uji"):
        first_start.begin_demo(store, SINI)
    assert kantor.current(store) == KANTOR
    assert _count(store, "pengguna") == 0


def test_kantor_contoh_dari_program_lama_memberi_tempat(store: Store) -> None:
    """The older program had no accounts: its demo office must not become somebody's real one."""
    kantor.load_demo(store, OPERATOR)
    with store.write() as connection:
        connection.execute(text("DELETE FROM pengguna"))
    assert first_start.state(store) == first_start.Awal(None, ada_akun=False)
    with pytest.raises(RefusedError, match="Isi nama kantor"):
        first_start.begin_office(store, None, AGUS, SINI)
    first_start.begin_office(store, KANTOR, AGUS, SINI)
    assert kantor.current(store) == KANTOR
    assert perencanaan.list_sasaran(store, OPERATOR) == ()


def test_akun_tanpa_kantor_tidak_ditimpa_data_contoh(sqlite_config: Config) -> None:
    store = open_store(sqlite_config)
    first_start.begin_office(store, KANTOR, AGUS, SINI)
    with store.write() as connection:
        connection.execute(text("DELETE FROM kantor"))
    with pytest.raises(RefusedError, match="sudah mempunyai akun"):
        kantor.load_demo(store, OPERATOR)
    store.close()
