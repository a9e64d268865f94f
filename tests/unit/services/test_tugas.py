"""The next task of each role: only what that person can do something about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lkjip.domain.access import PERAN_AKUN, Actor, Peran
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.kantor import Seksi
from lkjip.domain.kelengkapan import Bagian, Diminta, Kelengkapan
from lkjip.domain.ketepatan import Ketepatan, Waktu
from lkjip.domain.numbers import kosong
from lkjip.domain.pengumpulan import Keadaan as KeadaanKiriman
from lkjip.domain.pengumpulan import PutusanKiriman
from lkjip.services.kesiapan import Butir, Keadaan
from lkjip.services.papan import BarisPapan
from lkjip.services.tugas import can_mend, next_task
from tests.makers.kinerja import data_kinerja, evaluate_data

RINA = Actor("Rina Contoh", Peran.SEKSI, seksi=1)
BUTIR = (
    Butir("Data kantor", Keadaan.WAJIB, "belum lengkap.", "pengaturan"),
    Butir("Realisasi", Keadaan.KURANG, "2 belum ada.", "unggah_data"),
)


def _evaluasi(milik: int, kosongkan: int = 0) -> Evaluasi:
    """The first `milik` indicators belong to section 1; `kosongkan` of them have no realisasi of the year."""
    data = data_kinerja()
    mine = [satu.id for satu in data.indikator[:milik]]
    indikator = tuple(replace(satu, seksi=1 if satu.id in mine else 2) for satu in data.indikator)
    empty = mine[:kosongkan]
    realisasi = tuple(
        replace(satu, nilai=kosong()) if satu.indikator_id in empty and satu.tahun == 2025 else satu
        for satu in data.realisasi
    )
    return evaluate_data(replace(data, indikator=indikator, realisasi=realisasi))


@pytest.mark.parametrize(
    ("milik", "kosongkan", "kata", "halaman"),
    [
        (0, 0, "Belum ada indikator yang menjadi tanggung jawab seksi Anda", "capaian"),
        (3, 0, "Realisasi 3 indikator seksi Anda sudah lengkap.", "capaian"),
        (5, 3, "3 dari 5 indikator seksi Anda belum mempunyai realisasi 2025", "unggah_data"),
        (5, 4, "; dan 1 lagi.", "unggah_data"),
    ],
)
def test_seksi_diberi_tahu_indikatornya_yang_belum_terisi(milik: int, kosongkan: int, kata: str, halaman: str) -> None:
    tugas = next_task(_evaluasi(milik, kosongkan), BUTIR, RINA)
    assert kata in tugas.kalimat
    assert tugas.halaman == halaman


@pytest.mark.parametrize(
    ("peran", "halaman"),
    [
        (Peran.ADMIN, "pengaturan"),
        (Peran.ANALIS, "unggah_data"),
        (Peran.SEKRETARIS, "draf_lkjip"),
        (Peran.CAMAT, "draf_lkjip"),
    ],
)
def test_yang_kurang_hanya_ditugaskan_kepada_yang_dapat_memperbaikinya(peran: Peran, halaman: str) -> None:
    assert next_task(_evaluasi(1), BUTIR, Actor("x", peran)).halaman == halaman


def test_bila_semua_siap_tugasnya_draf_bagi_yang_berhak_dan_capaian_bagi_lainnya() -> None:
    siap = tuple(replace(satu, keadaan=Keadaan.SIAP) for satu in BUTIR)
    for peran in (Peran.ANALIS, Peran.SEKRETARIS, Peran.CAMAT):
        assert next_task(_evaluasi(1), siap, Actor("x", peran)).tombol == "Buka draf"
    assert next_task(_evaluasi(1), siap, Actor("x", Peran.ADMIN)).halaman == "capaian"


def test_pekerjaan_setiap_halaman_mengikuti_hak() -> None:
    boleh = {
        halaman: {peran for peran in PERAN_AKUN if can_mend(Actor("x", peran, seksi=1), halaman)}
        for halaman in ("unggah_data", "perencanaan", "pengaturan", "capaian")
    }
    assert boleh == {
        "unggah_data": {Peran.SEKSI, Peran.ANALIS},
        "perencanaan": {Peran.ANALIS},
        "pengaturan": {Peran.ADMIN},
        "capaian": {Peran.SEKSI, Peran.ANALIS, Peran.SEKRETARIS, Peran.CAMAT},
    }


def _baris(keadaan: KeadaanKiriman, waktu: Waktu, alasan: str = "") -> BarisPapan:
    bagian = (
        Kelengkapan(Bagian.REALISASI, 3, 3),
        Kelengkapan(Bagian.PENJELASAN, 0, 1, ("'IKM': penghambat",)),
        Kelengkapan(Bagian.DATA_DUKUNG, 1, 3, ("'IKM': tautan", "'Arsip': tautan")),
    )
    putusan = PutusanKiriman(1, keadaan, alasan) if alasan else None
    return BarisPapan(Seksi(1, "Seksi Uji (CONTOH)"), keadaan, bagian, waktu, Diminta(), putusan=putusan)


TENGGAT = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("keadaan", "waktu", "alasan", "kalimat", "halaman"),
    [
        (KeadaanKiriman.SEBAGIAN, Waktu(Ketepatan.TEPAT), "",
         "Kiriman 2025 seksi Anda belum lengkap: kurang 1 penjelasan dan 2 data dukung.", "kelengkapan"),
        (KeadaanKiriman.DIKEMBALIKAN, Waktu(Ketepatan.TEPAT), "Halaman bukti keliru.",
         "Analis mengembalikan kiriman 2025 seksi Anda: Halaman bukti keliru.", "kelengkapan"),
        (KeadaanKiriman.MENUNGGU, Waktu(Ketepatan.BELUM, 7, TENGGAT), "",
         "Buku kerja 2025 seksi Anda belum dikirim. Tenggatnya 3 Desember 2026.", "format_pengumpulan"),
        (KeadaanKiriman.MENUNGGU, Waktu(Ketepatan.LEWAT, 2, TENGGAT), "",
         "Buku kerja 2025 seksi Anda belum dikirim. Tenggatnya 3 Desember 2026, sudah lewat 2 hari.",
         "format_pengumpulan"),
        (KeadaanKiriman.MENUNGGU, Waktu(Ketepatan.TANPA_TENGGAT), "",
         "Realisasi 3 indikator seksi Anda sudah lengkap.", "capaian"),
        (KeadaanKiriman.SIAP, Waktu(Ketepatan.TEPAT), "",
         "Realisasi 3 indikator seksi Anda sudah lengkap.", "capaian"),
        (KeadaanKiriman.DITERIMA, Waktu(Ketepatan.TEPAT), "Lengkap.",
         "Realisasi 3 indikator seksi Anda sudah lengkap.", "capaian"),
    ],
)  # fmt: skip
def test_seksi_tidak_disebut_selesai_selama_buku_kerjanya_belum_selesai(
    keadaan: KeadaanKiriman, waktu: Waktu, alasan: str, kalimat: str, halaman: str
) -> None:
    tugas = next_task(_evaluasi(3), BUTIR, RINA, _baris(keadaan, waktu, alasan))
    assert (tugas.kalimat, tugas.halaman) == (kalimat, halaman)
