"""The audit trail: found again, exported without harm, and every tampering named."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from lkjip.config import Config
from lkjip.domain.access import Actor, Peran
from lkjip.domain.tanggal import WITA
from lkjip.errors import ForbiddenError, RefusedError
from lkjip.services import accounts, audit_log, perencanaan, periksa
from lkjip.services.actor import OPERATOR
from lkjip.services.audit_log import Saringan
from lkjip.store import Store, audit, open_store
from tests.integration.conftest import CAMAT
from tests.makers import ready
from tests.makers.akun import SANDI, Warga
from tests.makers.invariants import assert_checked
from tests.makers.ready import demo_office


def _rows(store: Store, **saringan: object) -> list[audit_log.Jejak]:
    return list(audit_log.rows(store, CAMAT, Saringan(**saringan), count=None)[0])  # type: ignore[arg-type]


def _at(store: Store, moment: datetime, objek: str, oleh: str = "Siti Contoh") -> None:
    with store.deed(Actor(oleh, Peran.ANALIS), "uji", objek) as deed:
        deed.pada = moment


def test_penolakan_masuk_dan_unduhan_ada_dalam_jejak(store: Store, warga: Warga) -> None:
    with pytest.raises(ForbiddenError):
        perencanaan.add_sasaran(store, warga.camat.actor, "Bukan haknya")
    with pytest.raises(ForbiddenError):
        perencanaan.list_sasaran(store, warga.admin.actor)
    accounts.log_in(store, "siti", SANDI, "10.0.0.7")
    audit_log.export(store, warga.camat.actor, Saringan())
    newest = _rows(store)[:4]
    assert [(x.oleh, x.peran, x.perbuatan, x.objek) for x in newest] == [
        ("Budi Contoh (budi)", "camat", "unduh jejak audit", newest[0].objek),
        ("Siti Contoh (siti)", "analis", "masuk", "10.0.0.7"),
        ("Agus Contoh (agus)", "admin", "melihat capaian dan anggaran", ""),
        ("Budi Contoh (budi)", "camat", "tambah sasaran", "Bukan haknya"),
    ]
    assert [x.hasil.partition(":")[0] for x in newest] == ["tercatat", "tercatat", "ditolak", "ditolak"]
    assert "Yang berhak: Analis" in newest[3].hasil
    assert [x.id for x in _rows(store, hasil="ditolak")] == [newest[2].id, newest[3].id]


def test_saringan_mempersempit_dan_halaman_berurutan(store: Store, warga: Warga) -> None:
    for nomor in range(7):
        _at(store, datetime.now(UTC), f"objek 50% nomor {nomor}", "Siti" if nomor % 2 else "Dewi")
    assert {x.oleh for x in _rows(store, oleh="Dewi")} == {"Dewi"}
    assert len(_rows(store, perbuatan="uji")) == 7
    assert len(_rows(store, oleh="Siti", perbuatan="uji")) == 3
    assert len(_rows(store, cari="NOMOR 3")) == 1
    assert len(_rows(store, cari="50%")) == 7
    assert _rows(store, cari="5_%") == [], "tanda % dan _ dicari apa adanya"
    pages = [audit_log.rows(store, CAMAT, Saringan(perbuatan="uji"), lewati=n, count=3) for n in (0, 3, 6, 9)]
    assert [total for _found, total in pages] == [7] * 4
    assert [len(found) for found, _total in pages] == [3, 3, 1, 0]
    ids = [x.id for found, _total in pages for x in found]
    assert ids == sorted(ids, reverse=True)
    pilihan = audit_log.choices(store, CAMAT)
    assert {"Siti", "Dewi"} <= set(pilihan.oleh)
    assert "uji" in pilihan.perbuatan


def test_hari_dihitung_menurut_wita_sampai_tepat_tengah_malam(store: Store) -> None:
    tengah_malam = datetime(2026, 3, 10, 16, 0, tzinfo=UTC)  # 11 March 00.00 WITA
    detik = timedelta(seconds=1)
    for moment, objek in (
        (tengah_malam - detik, "10 akhir"),
        (tengah_malam, "11 awal"),
        (tengah_malam + timedelta(days=1) - detik, "11 akhir"),
        (tengah_malam + timedelta(days=1), "12 awal"),
    ):
        _at(store, moment, objek)
    hari = date(2026, 3, 11)
    found = _rows(store, sejak=hari, sampai=hari)
    assert [x.objek for x in found] == ["11 akhir", "11 awal"]
    assert [x.objek for x in _rows(store, sampai=date(2026, 3, 10))] == ["10 akhir"]
    assert [x.objek for x in _rows(store, sejak=date(2026, 3, 12))] == ["12 awal"]
    assert (found[1].pada.tzinfo, found[1].pada.hour) == (WITA, 0)


@pytest.mark.parametrize("awal", ["=", "+", "-", "@", "\t", "\r"])
def test_ekspor_tidak_memuat_rumus(store: Store, awal: str) -> None:
    jahat = f'{awal}HYPERLINK("http://jahat";"klik")'
    _at(store, datetime(2026, 3, 10, 16, 0, tzinfo=UTC), jahat, f"{awal}1+1")
    unduhan = audit_log.export(store, CAMAT, Saringan(perbuatan="uji"))
    assert unduhan.mime == "text/csv; charset=utf-8"
    assert unduhan.isi.startswith(b"\xef\xbb\xbf")
    kepala, row = csv.reader(io.StringIO(unduhan.isi.decode("utf-8-sig"), newline=""), delimiter=";")
    assert len(kepala) == len(row) == 10
    assert row[1] == "2026-03-11 00:00:00"
    assert (row[2], row[5]) == (f"'{awal}1+1", f"'{jahat}")
    assert [cell for cell in row if cell.startswith(audit_log.SIGNS)] == []


def with_deeds(store: Store) -> None:
    demo_office(store)
    for nomor in range(5):
        perencanaan.add_sasaran(store, OPERATOR, f"Sasaran {nomor}")


FILLINGS = {"own_config": with_deeds}


def _tampered(config: Config, *statements: str) -> Store:
    """An office with some deeds, then a hand in the database that takes the protection away first."""
    store = open_store(config)
    assert_checked(store)
    with store.write() as connection:
        for table in ("jejak_audit", "berkas"):
            for deed in ("update", "delete"):
                where = "" if store.engine.dialect.name == "sqlite" else f" ON {table}"
                connection.execute(text(f"DROP TRIGGER {table}_tanpa_{deed}{where}"))
        for statement in statements:
            connection.execute(text(statement))
    return store


@pytest.mark.parametrize(
    ("sql", "baris"),
    [
        ("UPDATE jejak_audit SET oleh = 'orang lain' WHERE id = 3", [3]),
        ("UPDATE jejak_audit SET hasil = 'tercatat' WHERE id = 2", [2]),
        ("DELETE FROM jejak_audit WHERE id = 3", [4]),
        ("DELETE FROM jejak_audit WHERE id = 1", [2]),
        ("UPDATE jejak_audit SET sidik = 'x' WHERE id = 4", [4, 5]),
    ],
    ids=["diubah", "hasil diubah", "tengah dihapus", "awal dihapus", "segel diubah"],
)
def test_jejak_yang_diubah_atau_dihapus_disebut_barisnya(own_config: Config, sql: str, baris: list[int]) -> None:
    store = _tampered(own_config, sql)
    assert list(audit_log.broken(store, CAMAT)) == baris
    hasil = periksa.check(store, OPERATOR)
    assert not hasil.sehat
    assert [satu.split(":")[0] for satu in hasil.jejak] == [f"Baris {nomor}" for nomor in baris]
    assert any(satu.startswith("Jejak audit: ") and "kesalahan" in satu for satu in periksa.lines(hasil))
    store.close()


def test_ekor_yang_dipotong_ketahuan_dari_segel_yang_pernah_dicatat(own_config: Config) -> None:
    store = _tampered(own_config)
    kepala = periksa.check(store, OPERATOR).kepala
    with store.write() as connection:
        connection.execute(text("DELETE FROM jejak_audit WHERE id > 4"))
    assert periksa.check(store, OPERATOR).sehat, "tanpa catatan, ekor yang hilang tidak meninggalkan bekas"
    for noted in (kepala, kepala[:12]):
        (salah,) = periksa.check(store, OPERATOR, noted).jejak
        assert noted in salah
        assert "dihapus atau diganti" in salah
    perencanaan.add_sasaran(store, OPERATOR, "Menutupi bekas")
    assert not periksa.check(store, OPERATOR, kepala).sehat
    with store.read() as connection:
        assert audit.has_seal(connection, periksa.check(store, OPERATOR).kepala[:12])
        assert not audit.has_seal(connection, periksa.check(store, OPERATOR).kepala[:11]), "terlalu pendek"
    store.close()


def test_berkas_asli_yang_diubah_disebut_namanya(own_config: Config) -> None:
    store = _tampered(own_config, "UPDATE berkas SET isi = 'lain' WHERE nama LIKE '%anggaran%'")
    (salah,) = periksa.check(store, OPERATOR).berkas
    assert "contoh-anggaran" in salah
    assert "isinya tidak sama lagi" in salah
    store.close()


def test_berkas_asli_yang_hilang_dan_acuan_yang_putus_disebut(sqlite_config: Config) -> None:
    ready.lay(sqlite_config, with_deeds)
    store = _tampered(sqlite_config)
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("DELETE FROM berkas WHERE nama LIKE '%anggaran%'")
        raw.execute("DELETE FROM sasaran WHERE id = 1")
        raw.execute("PRAGMA foreign_keys=ON")
    hasil = periksa.check(store, OPERATOR)
    assert any("contoh-anggaran" in satu and "hilang" in satu for satu in hasil.berkas)
    assert any("indikator" in satu for satu in hasil.basis_data)
    assert [satu for satu in periksa.lines(hasil) if satu.startswith("Basis data: ")] != []
    store.close()


def test_yang_utuh_dinyatakan_utuh_dengan_segelnya(demo: Store) -> None:
    hasil = periksa.check(demo, OPERATOR)
    assert hasil.sehat
    assert periksa.lines(hasil) == [
        "Basis data: utuh.",
        f"Jejak audit: {hasil.baris} baris, rantai utuh, segel terakhir {hasil.kepala}.",
        f"Arsip berkas: {hasil.jumlah_berkas} berkas, semua cocok dengan sidiknya.",
    ]
    assert hasil.jumlah_berkas == 4
    assert periksa.check(demo, OPERATOR, hasil.kepala).sehat


def test_jejak_yang_kosong_juga_utuh(store: Store) -> None:
    hasil = periksa.check(store, OPERATOR)
    assert (hasil.sehat, hasil.baris, hasil.kepala) == (True, 0, "")
    assert "(kosong)" in periksa.lines(hasil)[1]


def test_perbuatan_yang_gagal_karena_aturan_tidak_mengubah_versi_data(store: Store, warga: Warga) -> None:
    with store.read() as connection:
        before = audit.data_version(connection)
    for _ in range(2):
        with pytest.raises(RefusedError):
            perencanaan.add_sasaran(store, warga.camat.actor, "x")
    audit_log.export(store, warga.camat.actor, Saringan())
    with store.read() as connection:
        assert audit.data_version(connection) == before
