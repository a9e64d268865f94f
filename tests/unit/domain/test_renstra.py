"""Several Renstra: which one a year is measured against, which indicators and targets belong to that year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.domain.evaluasi import DataKinerja, Evaluasi
from lkjip.domain.evaluate import evaluate
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.renstra import (
    PosisiRenstra,
    RencanaRenstra,
    Renstra,
    TahunLaporan,
    next_period,
    plan_of_year,
    position_of,
    renstra_id,
    renstra_of,
    spelled_out,
    targets_for,
    targets_in_force,
)
from lkjip.rules import load_aturan
from tests.makers.nilai import angka

LAMA = Renstra(1, "Renstra 2021-2026", 2021, 2026)
BARU = Renstra(2, "Renstra 2025-2029", 2025, 2029)
PK, RENSTRA = JenisTarget.PK, JenisTarget.RENSTRA
SASARAN = (Sasaran(1, 1, "Pelayanan"), Sasaran(2, 2, "Ketertiban"), Sasaran(3, 3, "Tata kelola"))
# 1 only in the old Renstra, 2 in both (another sasaran in the new one), 3 only in the new one
INDIKATOR = (
    Indikator(1, 1, 1, "Jumlah layanan", "layanan"),
    Indikator(2, 1, 2, "Indeks Kepuasan Masyarakat", "nilai"),
    Indikator(3, 2, 1, "Jumlah gangguan", "kejadian"),
)
POSISI = (
    PosisiRenstra(1, 1, 1),
    PosisiRenstra(1, 2, 1),
    PosisiRenstra(2, 2, 3, akhir=angka("95")),
    PosisiRenstra(2, 3, 2),
)
DUA = RencanaRenstra((LAMA, BARU), posisi=POSISI)


def target(indikator: int, tahun: int, nilai: str, renstra: int | None, jenis: JenisTarget = RENSTRA) -> Target:
    return Target(indikator, tahun, jenis, angka(nilai), renstra=renstra)


def chosen(tahun: int, renstra: int | None) -> RencanaRenstra:
    return replace(DUA, tahun=(TahunLaporan(tahun, renstra),))


@pytest.mark.parametrize(
    ("tahun", "renstra"), [(2020, None), (2021, 1), (2024, 1), (2025, 2), (2026, 2), (2029, 2), (2030, None)]
)
def test_tahun_diukur_menurut_renstra_terbaru_yang_memuatnya(tahun: int, renstra: int | None) -> None:
    found = renstra_of(DUA, tahun)
    assert (found.id if found else None) == renstra


def test_tahun_peralihan_dapat_dipilihkan_renstra_lama() -> None:
    found = renstra_of(chosen(2025, 1), 2025)
    assert found == LAMA
    assert renstra_of(chosen(2025, 1), 2026) == BARU
    assert renstra_of(chosen(2025, None), 2025) == BARU


def test_renstra_yang_dipilih_tetapi_sudah_tidak_dipakai_bukan_renstra_lain() -> None:
    assert renstra_of(chosen(2025, 9), 2025) is None


@pytest.mark.parametrize(
    ("ada", "usul"),
    [
        ((), (2025, 2029)),
        (((2021, 2026),), (2027, 2031)),
        (((2025, 2029), (2021, 2026)), (2030, 2034)),
        (((2090, 2094),), (2095, 2099)),
        (((2091, 2095),), (2096, 2099)),
        (((2095, 2099),), (2099, 2099)),
    ],
)
def test_renstra_berikut_sesudah_yang_terakhir(ada: tuple[tuple[int, int], ...], usul: tuple[int, int]) -> None:
    renstra = [Renstra(nomor, f"Renstra {mulai}", mulai, akhir) for nomor, (mulai, akhir) in enumerate(ada, 1)]
    assert next_period(renstra, 2025) == usul


def test_target_tahun_peralihan_hanya_dari_renstra_yang_dipakai() -> None:
    semua = (target(2, 2025, "84", 1), target(2, 2025, "90", 2))
    assert targets_for(replace(DUA, posisi=()), semua, 2025) == (semua[1],)
    assert targets_for(replace(chosen(2025, 1), posisi=()), semua, 2025) == (semua[0],)


def test_tahun_lalu_memakai_renstranya_sendiri_dan_tahun_depan_renstra_tahun_laporan() -> None:
    lalu, depan_lama, depan_baru = target(2, 2024, "83", 1), target(2, 2026, "85", 1), target(2, 2026, "91", 2)
    semua = (lalu, depan_lama, depan_baru)
    assert targets_for(replace(DUA, posisi=()), semua, 2025) == (lalu, depan_baru)
    assert targets_for(replace(chosen(2025, 1), posisi=()), semua, 2025) == (lalu, depan_lama)
    assert targets_for(replace(DUA, posisi=()), semua, 2024) == (lalu, depan_lama)


def test_target_tanpa_renstra_dan_target_pk_selalu_berlaku() -> None:
    semua = (target(2, 2019, "70", None), target(2, 2025, "90", None), target(2, 2025, "88", None, PK))
    assert targets_for(replace(DUA, posisi=()), semua, 2025) == semua


def test_target_tanpa_renstra_kalah_dari_target_renstra_tahun_itu() -> None:
    lama, baru, pk = target(2, 2025, "88", None), target(2, 2025, "90", 2), target(2, 2025, "87", None, PK)
    kosongkan = replace(DUA, posisi=())
    assert targets_for(kosongkan, (lama, baru, pk), 2025) == (baru, pk)
    assert targets_for(kosongkan, (baru, lama, pk), 2025) == (baru, pk)


def test_tanpa_renstra_semua_target_berlaku() -> None:
    semua = (target(1, 2025, "1", None), target(1, 2026, "2", 5))
    assert targets_for(RencanaRenstra(), semua, 2025) == semua


def test_target_akhir_menjadi_target_tahun_terakhir_bila_tahun_itu_tanpa_target() -> None:
    (akhir,) = targets_for(DUA, (), 2025)
    assert (akhir.indikator_id, akhir.tahun, akhir.renstra, akhir.nilai.teks) == (2, 2029, 2, "95")
    sendiri = target(2, 2029, "96", 2)
    assert targets_for(DUA, (sendiri,), 2025) == (sendiri,)
    assert targets_for(DUA, (), 2024) == ()


def test_indikator_yang_dikeluarkan_tidak_membawa_target_akhir() -> None:
    keluar = replace(DUA, posisi=(replace(POSISI[2], berlaku=False),))
    assert targets_for(keluar, (), 2025) == ()


def test_sasaran_dan_indikator_setahun_menurut_renstranya_dan_bernomor_dari_satu() -> None:
    sasaran, indikator = plan_of_year(DUA, SASARAN, INDIKATOR, 2025, frozenset())
    assert [(satu.id, satu.urutan) for satu in sasaran] == [(2, 1), (3, 2)]
    assert [(satu.id, satu.sasaran_id, satu.urutan) for satu in indikator] == [(2, 3, 1), (3, 2, 1)]
    sasaran, indikator = plan_of_year(DUA, SASARAN, INDIKATOR, 2024, frozenset())
    assert [(satu.id, satu.urutan) for satu in sasaran] == [(1, 1)]
    assert [(satu.id, satu.sasaran_id, satu.urutan) for satu in indikator] == [(1, 1, 1), (2, 1, 2)]


def test_indikator_di_luar_renstra_ikut_bila_punya_pk_atau_realisasi_tahun_itu() -> None:
    sasaran, indikator = plan_of_year(DUA, SASARAN, INDIKATOR, 2025, frozenset({1}))
    assert [satu.id for satu in indikator] == [1, 2, 3]
    assert [satu.id for satu in sasaran] == [1, 2, 3]


def test_indikator_yang_dikeluarkan_dari_renstra_tidak_ikut() -> None:
    keluar = replace(DUA, posisi=(*POSISI[:3], replace(POSISI[3], berlaku=False)))
    _, indikator = plan_of_year(keluar, SASARAN, INDIKATOR, 2025, frozenset())
    assert [satu.id for satu in indikator] == [2]


def test_tanpa_posisi_semua_indikator_ikut_setiap_tahun() -> None:
    assert plan_of_year(replace(DUA, posisi=()), SASARAN, INDIKATOR, 2025, frozenset()) == (SASARAN, INDIKATOR)
    assert plan_of_year(DUA, SASARAN, INDIKATOR, 2030, frozenset()) == (SASARAN, INDIKATOR)


def test_sasaran_yang_tidak_dipakai_lagi_membiarkan_indikator_di_tempatnya() -> None:
    hilang = replace(DUA, posisi=(PosisiRenstra(2, 2, 99),))
    _, indikator = plan_of_year(hilang, SASARAN, INDIKATOR, 2025, frozenset())
    assert [(satu.id, satu.sasaran_id) for satu in indikator] == [(2, 1)]


def evaluasi(tahun: int, rencana: RencanaRenstra = DUA) -> Evaluasi:
    data = DataKinerja(
        Kantor("Kecamatan CONTOH", "Kabupaten CONTOH"), Pengaturan(), SASARAN, INDIKATOR,
        (
            target(1, 2024, "10", 1), target(2, 2024, "83", 1), target(2, 2025, "84", 1), target(2, 2026, "85", 1),
            target(2, 2025, "90", 2), target(2, 2027, "92", 2), target(3, 2025, "5", 2),
        ),
        (Realisasi(2, 2024, angka("83")), Realisasi(2, 2025, angka("84"))), (), rencana=rencana,
    )  # fmt: skip
    return evaluate(data, tahun, load_aturan())


def test_evaluasi_tahun_peralihan_hanya_mengenal_renstra_yang_dipakai() -> None:
    baru, lama = evaluasi(2025), evaluasi(2025, chosen(2025, 1))
    assert [satu.indikator.id for satu in baru.indikator] == [3, 2]
    assert [satu.indikator.id for satu in lama.indikator] == [1, 2]
    ikm_baru, ikm_lama = baru.indikator[1], lama.indikator[1]
    assert ikm_baru.target is not None
    assert ikm_lama.target is not None
    assert (ikm_baru.target.nilai.teks, ikm_lama.target.nilai.teks) == ("90", "84")
    assert (ikm_baru.sasaran.teks, ikm_lama.sasaran.teks) == ("Tata kelola", "Pelayanan")


def test_riwayat_memakai_target_renstra_tahunnya_masing_masing() -> None:
    ikm = evaluasi(2025).indikator[1]
    dibaca = {satu.tahun: satu.target_renstra.nilai.teks for satu in ikm.riwayat if satu.target_renstra}
    assert dibaca == {2024: "83", 2025: "90", 2027: "92", 2029: "95"}


def test_target_akhir_renstra_milik_renstra_tahun_laporan() -> None:
    baru, lama = evaluasi(2025).indikator[1], evaluasi(2025, chosen(2025, 1)).indikator[1]
    assert baru.akhir_renstra is not None
    assert lama.akhir_renstra is not None
    assert (baru.akhir_renstra.tahun, baru.akhir_renstra.nilai.teks) == (2029, "95")
    assert (lama.akhir_renstra.tahun, lama.akhir_renstra.nilai.teks) == (2026, "85")


def test_indikator_tanpa_target_di_renstra_ini_tidak_meminjam_target_akhir_renstra_lama() -> None:
    rencana = replace(DUA, posisi=(*POSISI, PosisiRenstra(2, 1, 1)))
    satu = next(satu for satu in evaluasi(2025, rencana).indikator if satu.indikator.id == 1)
    assert satu.akhir_renstra is None


def test_tiap_tahun_memakai_target_renstra_yang_mengukurnya() -> None:
    lama, baru = target(2, 2025, "88", 1), target(2, 2025, "90", 2)
    kept = targets_in_force(DUA, (target(2, 2024, "85", 1), lama, baru))
    assert [(satu.tahun, satu.renstra) for satu in kept if satu.tahun < 2029] == [(2024, 1), (2025, 2)]


@pytest.mark.parametrize(
    ("jenis", "tahun", "milik"), [(RENSTRA, 2020, None), (RENSTRA, 2024, 1), (RENSTRA, 2025, 2), (PK, 2025, None)]
)
def test_target_baru_menjadi_milik_renstra_tahunnya(jenis: JenisTarget, tahun: int, milik: int | None) -> None:
    assert renstra_id(DUA, jenis, tahun) == milik


def test_renstra_tanpa_posisi_menyebut_semua_indikator_dan_yang_punya_tidak_lagi() -> None:
    kosong = RencanaRenstra((LAMA,))
    assert [(satu.renstra_id, satu.indikator_id) for satu in spelled_out(kosong, INDIKATOR, 1)] == [
        (1, 1), (1, 2), (1, 3),
    ]  # fmt: skip
    assert spelled_out(DUA, INDIKATOR, 1) == ()


def test_posisi_dicari_menurut_renstra_dan_indikatornya() -> None:
    found = position_of(DUA, 2, 2)
    assert found is not None
    assert found.akhir == angka("95")
    assert position_of(DUA, 2, 1) is None
