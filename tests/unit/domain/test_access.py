"""Who may do what: every role, every deed, own section, foreign section, whole office."""

from __future__ import annotations

import itertools
from dataclasses import FrozenInstanceError
from datetime import UTC, datetime

import pytest

from lkjip.domain.access import HAK, NAMA_PERAN, PERAN_AKUN, Actor, Aksi, Lingkup, Peran, may, may_somewhere
from lkjip.domain.pengguna import Pengguna, Sesi
from tests.makers.hak import KOLOM, TABEL, allowed, reach

SENDIRI, LAIN, KANTOR = 1, 2, None


def actor(peran: Peran) -> Actor:
    return Actor("Nama Contoh", peran, seksi=SENDIRI if peran is Peran.SEKSI else None)


def test_tabel_hak_memuat_semua_peran_dan_semua_perbuatan() -> None:
    assert set(KOLOM) == set(Peran)
    assert set(TABEL) == set(Aksi) == set(HAK)
    assert set(NAMA_PERAN) == set(Peran)
    assert {len(baris.split()) for baris in TABEL.values()} == {len(KOLOM)}
    assert set(PERAN_AKUN) == set(Peran) - {Peran.PERINTAH, Peran.ANONIM}


@pytest.mark.parametrize(("peran", "aksi"), list(itertools.product(Peran, Aksi)), ids=str)
def test_hak_setiap_peran_untuk_setiap_perbuatan(peran: Peran, aksi: Aksi) -> None:
    for seksi in (SENDIRI, LAIN, KANTOR):
        own = seksi == SENDIRI and peran is Peran.SEKSI
        assert bool(may(actor(peran), aksi, seksi)) is allowed(peran, aksi, own=own), f"{peran} {aksi.name} {seksi}"
    assert bool(may_somewhere(actor(peran), aksi)) is allowed(peran, aksi, own=True)


@pytest.mark.parametrize("aksi", Aksi)
@pytest.mark.parametrize("siapa", [None, Actor("Siapa saja", Peran.ANONIM), Actor("Siapa saja", Peran.ANONIM, seksi=1)])
def test_yang_belum_masuk_tidak_berhak_apa_pun(aksi: Aksi, siapa: Actor | None) -> None:
    for seksi in (SENDIRI, LAIN, KANTOR):
        izin = may(siapa, aksi, seksi)
        assert not izin
        assert izin.alasan == "Masuk dahulu dengan nama pengguna dan kata sandi Anda."
    assert not may_somewhere(siapa, aksi)


@pytest.mark.parametrize(("peran", "aksi"), list(itertools.product(PERAN_AKUN, Aksi)), ids=str)
def test_setiap_penolakan_menyebut_perbuatan_dan_siapa_yang_berhak(peran: Peran, aksi: Aksi) -> None:
    izin = may(actor(peran), aksi, LAIN)
    if izin:
        assert izin.alasan == ""
        return
    assert aksi.value in izin.alasan
    if reach(peran, aksi) == "s":
        assert "seksi Anda sendiri" in izin.alasan
        return
    assert NAMA_PERAN[peran] in izin.alasan
    berhak = [satu for satu in PERAN_AKUN if reach(satu, aksi) != "-"]
    assert [satu for satu in berhak if NAMA_PERAN[satu] not in izin.alasan] == []
    assert [satu for satu in PERAN_AKUN if satu not in (*berhak, peran) and NAMA_PERAN[satu] in izin.alasan] == []
    if not berhak:
        lewat_perintah = reach(Peran.PERINTAH, aksi) == "v"
        assert ("baris perintah di komputer server" in izin.alasan) is lewat_perintah
        assert ("tidak dapat dilakukan siapa pun" in izin.alasan) is not lewat_perintah


def test_akun_seksi_tanpa_seksi_ditolak_dengan_cara_memperbaikinya() -> None:
    izin = may(Actor("Rina", Peran.SEKSI), Aksi.UNGGAH, None)
    assert not izin
    assert izin.alasan == "Akun Anda belum dihubungkan dengan seksi. Minta admin menghubungkannya."
    assert may(Actor("Rina", Peran.SEKSI), Aksi.LIHAT_CAPAIAN)


def test_arsip_dan_jejak_audit_tidak_dapat_dihapus_siapa_pun() -> None:
    assert HAK[Aksi.HAPUS_ARSIP] == HAK[Aksi.UBAH_AUDIT] == {}


def test_hanya_seksi_yang_haknya_terbatas_pada_seksinya() -> None:
    terbatas = {peran for hak in HAK.values() for peran, lingkup in hak.items() if lingkup is Lingkup.SENDIRI}
    assert terbatas == {Peran.SEKSI}


def test_nama_dalam_jejak_membedakan_dua_orang_senama() -> None:
    assert Actor("Siti Aminah", Peran.ANALIS, "siti").tertulis == "Siti Aminah (siti)"
    assert Actor("Pengguna komputer ini", Peran.PERINTAH).tertulis == "Pengguna komputer ini"


def test_akun_bertindak_dengan_peran_seksi_dan_sesinya() -> None:
    akun = Pengguna(7, "rina", "Rina Contoh", Peran.SEKSI, 3)
    assert akun.acting("abc") == Actor("Rina Contoh", Peran.SEKSI, "rina", 7, 3, "abc")
    assert akun.acting().sesi == ""


@pytest.mark.parametrize(
    "nilai",
    [
        Actor("a", Peran.ANALIS),
        Pengguna(1, "a", "a", Peran.ADMIN),
        Sesi("a", 1, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)),
        may(None, Aksi.UNGGAH),
    ],
    ids=lambda nilai: type(nilai).__name__,
)
def test_nilai_tidak_dapat_diubah(nilai: object) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(nilai, type(nilai).__slots__[0], "lain")  # type: ignore[attr-defined]
