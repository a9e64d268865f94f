"""Settling differences and revising targets, on both databases."""

from __future__ import annotations

from datetime import date

import pytest

from lkjip.domain.indikator import Agregasi, JenisTarget, Rincian
from lkjip.domain.rekonsiliasi import JenisBeda
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import buku_target, perencanaan, rekonsiliasi
from lkjip.services.buku_target import Revisi
from lkjip.services.rekonsiliasi import BarisRekonsiliasi, Dasar, Keputusan
from lkjip.store import Store
from tests.integration.conftest import ANALIS

DASAR = Dasar("PK memang lebih tinggi", "900/8", date(2025, 10, 1))


@pytest.fixture
def berbeda(demo: Store) -> int:
    """The first indicator's PK target of 2025 is not that of the Renstra."""
    key = perencanaan.list_indikator(demo, ANALIS)[0].id
    perencanaan.set_target(demo, ANALIS, key, 2025, "99", jenis=JenisTarget.PK)
    return key


def line(store: Store, key: int) -> BarisRekonsiliasi:
    return next(
        satu
        for satu in rekonsiliasi.overview(store, ANALIS, 2025)
        if satu.beda.indikator_id == key and satu.beda.jenis is JenisBeda.TARGET
    )


def settle(store: Store, kunci: str, keputusan: Keputusan, dasar: Dasar = DASAR, kartu: str = "") -> None:
    rekonsiliasi.settle(store, ANALIS, 2025, kunci, keputusan=keputusan, dasar=dasar, kartu=kartu)


def test_perbedaan_diterima_dengan_alasan_dan_dapat_dibuka_lagi(demo: Store, berbeda: int) -> None:
    found = line(demo, berbeda)
    assert found.terbuka
    with pytest.raises(RefusedError, match="masih terbuka"):
        settle(demo, found.beda.kunci, Keputusan.DIBUKA)
    with pytest.raises(RefusedError, match="Alasan belum diisi"):
        settle(demo, found.beda.kunci, Keputusan.DITERIMA, Dasar(" "))
    settle(demo, found.beda.kunci, Keputusan.DITERIMA, kartu="a")
    with pytest.raises(AlreadyDoneError):
        settle(demo, found.beda.kunci, Keputusan.DITERIMA, kartu="a")
    now = line(demo, berbeda)
    assert not now.terbuka
    assert now.putusan is not None
    assert (now.putusan.alasan, now.putusan.oleh) == ("PK memang lebih tinggi", "Siti Contoh")
    settle(demo, found.beda.kunci, Keputusan.DIBUKA, Dasar("dibahas lagi"))
    assert line(demo, berbeda).terbuka


def test_target_lain_membuka_perbedaan_yang_sudah_diputuskan(demo: Store, berbeda: int) -> None:
    kunci = line(demo, berbeda).beda.kunci
    settle(demo, kunci, Keputusan.DITERIMA)
    perencanaan.set_target(demo, ANALIS, berbeda, 2025, "98", jenis=JenisTarget.PK)
    assert line(demo, berbeda).terbuka
    with pytest.raises(RefusedError, match="isinya sudah lain"):
        settle(demo, kunci, Keputusan.DITERIMA)


def test_pk_disamakan_dengan_renstra_lewat_dokumen_dan_tercatat_di_buku(demo: Store, berbeda: int) -> None:
    kunci = line(demo, berbeda).beda.kunci
    with pytest.raises(RefusedError, match="Nomor dokumen PK belum diisi"):
        settle(demo, kunci, Keputusan.SAMAKAN, Dasar("x"))
    settle(demo, kunci, Keputusan.SAMAKAN)
    assert not [satu for satu in rekonsiliasi.overview(demo, ANALIS, 2025) if satu.beda.indikator_id == berbeda]
    newest = buku_target.entries(demo, ANALIS, berbeda)[0]
    assert newest.lama is not None
    assert (newest.lama.teks, newest.alasan) == ("99", "PK memang lebih tinggi")
    assert newest.dokumen == "PK perubahan 900/8, 1 Oktober 2025"
    assert newest.capaian_lama != newest.capaian_baru


def revisi(terlihat: str, baru: str = "88", **more: str) -> Revisi:
    isi = {"nomor": "900/9", "alasan": "Anggaran bertambah", **more}
    return Revisi(2025, JenisTarget.PK, baru, isi["nomor"], date(2025, 9, 9), isi["alasan"], terlihat)


def test_target_diubah_dengan_dokumen_dan_yang_lama_tetap_tercatat(demo: Store, berbeda: int) -> None:
    buku_target.revise(demo, ANALIS, berbeda, revisi("99"))
    newest, before = buku_target.entries(demo, ANALIS, berbeda)[:2]
    assert (newest.baru.teks, before.baru.teks) == ("88", "99")
    with pytest.raises(StaleError, match="kini '88'"):
        buku_target.revise(demo, ANALIS, berbeda, revisi("99", "89"))
    assert buku_target.entries(demo, ANALIS, 987654) == ()


@pytest.mark.parametrize(
    ("isian", "kata"),
    [
        (revisi("99", "99"), "tidak ada yang diubah"),
        (revisi("99", ""), "belum diisi"),
        (revisi("99", "1.234"), "dapat berarti"),
        (revisi("99", nomor=" "), "Nomor dokumen belum diisi"),
        (revisi("99", alasan=" "), "Alasan perubahan belum diisi"),
    ],
)
def test_perubahan_target_yang_tidak_lengkap_ditolak(demo: Store, berbeda: int, isian: Revisi, kata: str) -> None:
    before = len(buku_target.entries(demo, ANALIS, berbeda))
    with pytest.raises(RefusedError, match=kata):
        buku_target.revise(demo, ANALIS, berbeda, isian)
    assert len(buku_target.entries(demo, ANALIS, berbeda)) == before


def test_rincian_indikator_tersimpan_dan_tidak_hilang_oleh_perubahan_lain(demo: Store) -> None:
    satu = perencanaan.list_indikator(demo, ANALIS)[0]
    rincian = Rincian("Nilai rata-rata survei\nsetiap semester", "Survei", "Laporan SKM", "Laporan SKM halaman hasil")
    fields = {"teks": satu.teks, "satuan": satu.satuan, "rumus": satu.rumus, "agregasi": Agregasi.TERAKHIR}
    versi = perencanaan.edit_indikator(demo, ANALIS, satu.id, satu.versi, **fields, rincian=rincian)  # type: ignore[arg-type]
    perencanaan.edit_indikator(demo, ANALIS, satu.id, versi, **fields)  # type: ignore[arg-type]
    assert perencanaan.list_indikator(demo, ANALIS)[0].rincian == rincian
    with pytest.raises(RefusedError, match="terlalu panjang"):
        perencanaan.edit_indikator(demo, ANALIS, satu.id, versi, **fields, rincian=Rincian("x" * 2001))  # type: ignore[arg-type]
