"""Completeness counts contents: values, explanations that are due, evidence, spending; never rows."""

from __future__ import annotations

import pytest

from lkjip.domain.kelengkapan import (
    Bagian,
    Diminta,
    IndikatorDiminta,
    Kelengkapan,
    Terkumpul,
    completeness,
    state_of,
)
from lkjip.domain.numbers import Nilai, kosong
from lkjip.domain.pengumpulan import DataDukung, Keadaan, Kiriman, Penjelasan, PutusanKiriman
from tests.makers.nilai import ambigu, angka, kata, tidak_berlaku

IKM, ARSIP = IndikatorDiminta(1, "IKM"), IndikatorDiminta(2, "Arsip", "target tidak tercapai: 81, target 90")
DIMINTA = Diminta((IKM, ARSIP), {"7.01.02": "Program Pelayanan"})
BUKTI = DataDukung(1, 2025, 1, tautan="https://contoh")
LENGKAP = Terkumpul(
    {(1, None): angka("88"), (2, 1): angka("70"), (2, 2): angka("75"), (2, 3): angka("80"), (2, 4): angka("81")},
    {2: Penjelasan(2, 2025, penghambat="hujan", upaya="pompa")},
    {1: (BUKTI,), 2: (DataDukung(2, 2025, 1, nomor="100/1", halaman="3"),)},
    {("7.01.02", None): angka("90")},
)


def of(bagian: Bagian, terkumpul: Terkumpul, diminta: Diminta = DIMINTA) -> Kelengkapan:
    return next(satu for satu in completeness(diminta, terkumpul) if satu.bagian is bagian)


def test_yang_lengkap_terhitung_penuh_di_keempat_bagian() -> None:
    assert [(satu.bagian, satu.ada, satu.dari, satu.kurang) for satu in completeness(DIMINTA, LENGKAP)] == [
        (Bagian.REALISASI, 2, 2, ()), (Bagian.PENJELASAN, 1, 1, ()), (Bagian.DATA_DUKUNG, 2, 2, ()),
        (Bagian.ANGGARAN, 1, 1, ()),
    ]  # fmt: skip


def test_tanpa_isi_nol_dari_semuanya_dan_setiap_yang_kurang_disebut_namanya() -> None:
    assert [(satu.ada, satu.dari, satu.kurang) for satu in completeness(DIMINTA, Terkumpul())] == [
        (0, 2, ("'IKM': belum diisi", "'Arsip': belum diisi")),
        (0, 1, ("'Arsip': penghambat dan upaya atau tindak lanjut",)),
        (0, 2, ("'IKM': tautan atau nomor dokumen", "'Arsip': tautan atau nomor dokumen")),
        (0, 1, ("'7.01.02 Program Pelayanan': belum diisi",)),
    ]


def test_triwulan_yang_belum_ada_disebut() -> None:
    sebagian = Terkumpul({(1, 1): angka("1"), (1, 3): kosong(), (1, 4): angka("0")})
    assert of(Bagian.REALISASI, sebagian, Diminta((IKM,))).kurang == ("'IKM': TW II dan TW III",)


def test_hanya_triwulan_yang_diminta_yang_dihitung() -> None:
    semester = Diminta((IKM,), triwulan=(1, 2))
    assert of(Bagian.REALISASI, Terkumpul({(1, 1): angka("1")}), semester).kurang == ("'IKM': TW II",)
    assert of(Bagian.REALISASI, Terkumpul({(1, 1): angka("1"), (1, 2): angka("2")}), semester).lengkap


@pytest.mark.parametrize(
    ("nilai", "ada"),
    [(angka("0"), 1), (kata("BB"), 1), (tidak_berlaku(), 1), (kosong(), 0), (ambigu("1.234", "1.234", "1234"), 0)],
    ids=["nol", "kata", "tidak berlaku", "kosong", "ambigu"],
)
def test_nol_dan_tidak_berlaku_adalah_jawaban_kosong_dan_ambigu_bukan(nilai: Nilai, ada: int) -> None:
    assert of(Bagian.REALISASI, Terkumpul({(1, None): nilai}), Diminta((IKM,))).ada == ada


def test_setahun_yang_kosong_tidak_menutupi_triwulan_yang_lengkap() -> None:
    penuh: dict[tuple[int, int | None], Nilai] = {(1, tw): angka("1") for tw in (1, 2, 3, 4)}
    assert of(Bagian.REALISASI, Terkumpul(penuh | {(1, None): kosong()}), Diminta((IKM,))).lengkap


@pytest.mark.parametrize(
    ("bukti", "kurang"),
    [
        (DataDukung(1, 2025, 1, uraian="foto"), "tautan atau nomor dokumen"),
        (DataDukung(1, 2025, 1, nomor="100/1"), "halaman dokumen"),
        (DataDukung(1, 2025, 1, halaman="3"), "tautan atau nomor dokumen"),
        (DataDukung(1, 2025, 1, tautan=" - "), "tautan atau nomor dokumen"),
    ],
)
def test_data_dukung_menunjuk_tautan_atau_nomor_dengan_halaman(bukti: DataDukung, kurang: str) -> None:
    assert of(Bagian.DATA_DUKUNG, Terkumpul(data_dukung={1: (bukti,)}), Diminta((IKM,))).kurang == (f"'IKM': {kurang}",)
    assert of(Bagian.DATA_DUKUNG, Terkumpul(data_dukung={1: (bukti, BUKTI)}), Diminta((IKM,))).lengkap


def test_tanpa_yang_diminta_tidak_ada_yang_kurang() -> None:
    assert Diminta().kosong
    assert not DIMINTA.kosong
    assert all(satu.lengkap and satu.dari == 0 for satu in completeness(Diminta(), Terkumpul()))


V1 = Kiriman(7, 2025, 1, 1, 1, isi={"indikator 1 | setahun | realisasi": "88"})
PENUH, KURANG = completeness(DIMINTA, LENGKAP), completeness(DIMINTA, Terkumpul())


@pytest.mark.parametrize(
    ("bagian", "berlaku", "putusan", "keadaan"),
    [
        (PENUH, None, None, Keadaan.MENUNGGU),
        (KURANG, V1, None, Keadaan.SEBAGIAN),
        (PENUH, V1, None, Keadaan.SIAP),
        (PENUH, V1, PutusanKiriman(7, Keadaan.DITERIMA), Keadaan.DITERIMA),
        (PENUH, V1, PutusanKiriman(7, Keadaan.DIKEMBALIKAN, "salah"), Keadaan.DIKEMBALIKAN),
        (PENUH, V1, PutusanKiriman(6, Keadaan.DIKEMBALIKAN, "versi lama"), Keadaan.SIAP),
        (PENUH, Kiriman(8, 2025, 1, 2, 2), None, Keadaan.SEBAGIAN),
    ],
    ids=["belum", "kurang", "lengkap", "diterima", "dikembalikan", "putusan versi lama", "buku kerja kosong"],
)
def test_keadaan_menurut_versi_yang_berlaku_isinya_dan_putusannya(
    bagian: tuple[Kelengkapan, ...], berlaku: Kiriman | None, putusan: PutusanKiriman | None, keadaan: Keadaan
) -> None:
    assert state_of(bagian, berlaku, putusan) is keadaan
