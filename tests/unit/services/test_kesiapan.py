"""The readiness check names what is missing, how much, and the page that mends it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.domain.anggaran import EvaluasiAnggaran
from lkjip.domain.capaian import Capaian, Ketercapaian, StatusCapaian
from lkjip.domain.evaluasi import (
    DataKinerja,
    Evaluasi,
    EvaluasiIndikator,
    EvaluasiSasaran,
    Hitungan,
    TahunIndikator,
)
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.numbers import terukur
from lkjip.services.kesiapan import Butir, Keadaan, check_readiness, may_export, summary

TAHUN = 2025
SASARAN = Sasaran(1, 1, "Meningkatnya kualitas pelayanan", program=("7.01.02",))
LENGKAP = Kantor(
    "Kecamatan CONTOH", "Kabupaten CONTOH", alamat="Jalan CONTOH 1", nama_pimpinan="CONTOH", nip_pimpinan="1"
)
TERUKUR = Capaian(StatusCapaian.TERUKUR, "naik", *(terukur(100).angka,) * 3)
TANPA_DATA = Capaian(StatusCapaian.BELUM_ADA_DATA, "naik", alasan="realisasi belum ada")


def _indikator(nomor: int) -> EvaluasiIndikator:
    """An indicator that lacks nothing."""
    target = Target(nomor, TAHUN, JenisTarget.PK, terukur(80))
    renstra = Target(nomor, TAHUN, JenisTarget.RENSTRA, terukur(80))
    realisasi = Realisasi(nomor, TAHUN, terukur(80))
    riwayat = tuple(
        TahunIndikator(tahun, target, renstra, replace(realisasi, tahun=tahun), TERUKUR, TERUKUR, Ketercapaian.TERCAPAI)
        for tahun in (TAHUN - 1, TAHUN)
    )
    indikator = Indikator(nomor, 1, nomor, f"Indikator {nomor}", "%", rumus_ditetapkan=True)
    return EvaluasiIndikator(indikator, SASARAN, riwayat[-1], TERUKUR, "Sangat Tinggi", riwayat, renstra, TERUKUR)


def _tanpa_target_pk(nomor: int) -> EvaluasiIndikator:
    satu = _indikator(nomor)
    return replace(satu, ini=replace(satu.ini, target_pk=None))


def _evaluasi(*indikator: EvaluasiIndikator, kantor: Kantor = LENGKAP, sasaran: Sasaran = SASARAN) -> Evaluasi:
    hitungan = Hitungan(len(indikator), len(indikator), 0, 0, 0)
    baris = (EvaluasiSasaran(sasaran, indikator, None, "", hitungan, None),) if indikator else ()
    data = DataKinerja(kantor, Pengaturan(), (), (), (), (), ())
    anggaran = EvaluasiAnggaran(TAHUN, (), None, None, None, None)
    return Evaluasi(data, TAHUN, baris, None, "", hitungan, anggaran, ())


def _butir(evaluasi: Evaluasi, judul: str) -> Butir:
    return next(butir for butir in check_readiness(evaluasi) if butir.judul == judul)


def test_tanpa_indikator_draf_tidak_dapat_dibuat_dan_jalannya_disebut() -> None:
    butir = check_readiness(_evaluasi())
    assert butir[0].keadaan is Keadaan.WAJIB
    assert butir[0].halaman == "unggah_data"
    assert not may_export(butir)
    assert summary(butir) == "Draf belum dapat dibuat: Sasaran dan indikator belum ada."


def test_tanpa_indikator_tidak_ada_hitungan_0_dari_0() -> None:
    assert all("0 dari 0" not in butir.penjelasan for butir in check_readiness(_evaluasi()))


def test_realisasi_yang_belum_ada_disebut_dengan_nama_indikatornya() -> None:
    kurang = replace(_indikator(2), capaian=TANPA_DATA)
    butir = _butir(_evaluasi(_indikator(1), kurang), "Realisasi")
    assert butir.keadaan is Keadaan.KURANG
    assert butir.penjelasan == "1 dari 2 indikator belum terukur karena datanya belum ada: Indikator 2."


def test_lebih_dari_tiga_nama_diringkas_dengan_jumlah_sisanya() -> None:
    kurang = [_tanpa_target_pk(nomor) for nomor in range(1, 6)]
    assert _butir(_evaluasi(*kurang), "Target Perjanjian Kinerja").penjelasan.endswith(
        "Indikator 1; Indikator 2; Indikator 3; dan 2 indikator lain."
    )


def test_target_renstra_sebagai_pengganti_bukan_target_pk() -> None:
    assert _tanpa_target_pk(1).dasar is JenisTarget.RENSTRA
    assert _butir(_evaluasi(_tanpa_target_pk(1)), "Target Perjanjian Kinerja").keadaan is Keadaan.KURANG


def test_langkah_berikut_target_pk_dulu_lalu_realisasi_baru_identitas_kantor() -> None:
    tanpa_alamat = replace(LENGKAP, alamat="", nip_pimpinan="")
    tanpa_realisasi = replace(_indikator(2), capaian=TANPA_DATA)
    kurang = check_readiness(_evaluasi(_tanpa_target_pk(1), tanpa_realisasi, kantor=tanpa_alamat))
    assert [satu.judul for satu in kurang if satu.keadaan is Keadaan.KURANG] == [
        "Target Perjanjian Kinerja",
        "Realisasi",
        "Realisasi anggaran",
        "Identitas kantor",
    ]


def test_tanpa_indikator_yang_pertama_disebut_adalah_indikatornya() -> None:
    butir = check_readiness(_evaluasi(kantor=replace(LENGKAP, alamat="")))
    assert [satu.judul for satu in butir] == ["Sasaran dan indikator", "Realisasi anggaran", "Identitas kantor"]


def test_realisasi_tahun_lalu_harus_tahun_tepat_sebelumnya() -> None:
    satu = _indikator(1)
    dua_tahun_lalu = replace(satu, riwayat=(replace(satu.riwayat[0], tahun=TAHUN - 2), satu.riwayat[1]))
    judul = "Perbandingan dengan tahun lalu"
    assert _butir(_evaluasi(satu), judul).keadaan is Keadaan.SIAP
    assert _butir(_evaluasi(dua_tahun_lalu), judul).keadaan is Keadaan.KURANG


def test_triwulan_yang_kurang_rumus_bawaan_dan_satuan_kosong_masing_masing_disebut() -> None:
    satu = _indikator(1)
    indikator = replace(satu.indikator, rumus_ditetapkan=False, satuan=" ")
    evaluasi = _evaluasi(replace(satu, kurang="triwulan 4 belum diisi", indikator=indikator, akhir_renstra=None))
    kurang = {butir.judul for butir in check_readiness(evaluasi) if butir.keadaan is Keadaan.KURANG}
    assert {"Setahun penuh", "Rumus capaian", "Satuan", "Target jangka menengah (Renstra)"} <= kurang


@pytest.mark.parametrize(
    ("rumus", "keadaan"), [("naik", Keadaan.KURANG), ("ya_tidak", Keadaan.SIAP), ("predikat", Keadaan.SIAP)]
)
def test_sebutan_dan_terlaksana_tidak_memerlukan_satuan(rumus: str, keadaan: Keadaan) -> None:
    satu = _indikator(1)
    tanpa = replace(satu, indikator=replace(satu.indikator, satuan="", rumus=rumus))
    assert _butir(_evaluasi(tanpa), "Satuan").keadaan is keadaan


def test_sasaran_tanpa_program_diarahkan_ke_bagian_yang_menghubungkannya() -> None:
    butir = _butir(_evaluasi(_indikator(1), sasaran=replace(SASARAN, program=())), "Program pendukung sasaran")
    assert (butir.keadaan, butir.halaman, butir.bagian) == (Keadaan.KURANG, "perencanaan", "Sasaran dan program")


def test_lebih_dari_tiga_sasaran_tanpa_program_diringkas_dengan_jumlah_sisanya() -> None:
    evaluasi = _evaluasi(_indikator(1))
    sasaran = [replace(evaluasi.sasaran[0], sasaran=Sasaran(nomor, nomor, f"Sasaran {nomor}")) for nomor in range(1, 6)]
    butir = _butir(replace(evaluasi, sasaran=tuple(sasaran)), "Program pendukung sasaran")
    assert butir.penjelasan.endswith("Sasaran 1; Sasaran 2; Sasaran 3; dan 2 sasaran lain.")


def test_identitas_kantor_yang_kosong_disebut_satu_per_satu() -> None:
    evaluasi = _evaluasi(_indikator(1), kantor=replace(LENGKAP, alamat="", nip_pimpinan=""))
    assert _butir(evaluasi, "Identitas kantor").penjelasan == "Belum diisi: alamat, NIP Camat."


def test_yang_wajib_di_atas_lalu_yang_kurang_lalu_yang_siap() -> None:
    keadaan = [butir.keadaan for butir in check_readiness(_evaluasi(_indikator(1)))]
    assert keadaan == sorted(keadaan, key=[Keadaan.WAJIB, Keadaan.KURANG, Keadaan.SIAP].index)
    assert Keadaan.KURANG in keadaan  # no budget stored


def test_kalimat_ringkas_menghitung_yang_belum_lengkap() -> None:
    butir = check_readiness(_evaluasi(_indikator(1)))
    assert may_export(butir)
    assert summary(butir) == "Draf dapat dibuat. 1 hal belum lengkap dan akan tertulis apa adanya di dalam draf."
