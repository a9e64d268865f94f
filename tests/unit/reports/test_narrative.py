"""Sentences never contradict the table beside them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip.domain.evaluasi import EvaluasiIndikator
from lkjip.domain.indikator import Realisasi, Target
from lkjip.domain.numbers import Nilai, kosong, terukur
from lkjip.domain.showing import show_given, show_nilai
from lkjip.reports import narrative
from tests.makers.kinerja import data_kinerja, evaluasi, evaluate_data

CONTOH = evaluasi()
ANGKA = st.decimals(min_value=0, max_value=10**9, places=4)


def _with(indikator: int, realisasi: dict[int, Nilai]) -> EvaluasiIndikator:
    """The invented office with other realisasi for one indicator."""
    data = data_kinerja()
    lain = tuple(r for r in data.realisasi if r.indikator_id != indikator)
    baru = tuple(Realisasi(indikator, tahun, nilai) for tahun, nilai in realisasi.items())
    hasil = evaluate_data(replace(data, realisasi=(*lain, *baru)))
    return next(satu for satu in hasil.indikator if satu.indikator.id == indikator)


@pytest.mark.parametrize(
    ("kiri", "kata"),
    [("85.999999", "di bawah"), ("86", "sama dengan"), ("86.000001", "di atas"), ("86.0000001", "sama dengan")],
)
def test_kata_banding_di_bawah_tepat_dan_di_atas(kiri: str, kata: str) -> None:
    assert narrative.compare_word(Decimal(kiri), Decimal(86)) == kata


@given(ANGKA, ANGKA)
def test_kata_banding_cocok_dengan_angka_tertulis(kiri: Decimal, kanan: Decimal) -> None:
    kata = narrative.compare_word(kiri, kanan)
    sama = show_nilai(terukur(kiri)) == show_nilai(terukur(kanan))
    assert (kata == "sama dengan") is sama
    if not sama:
        assert kata == ("di atas" if kiri > kanan else "di bawah")


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [("1.9", "di bawah"), ("2", "di dalam rentang"), ("3", "di dalam rentang"), ("3.1", "di atas")],
)
def test_rentang_dari_bawah_tepi_dan_atas(nilai: str, kata: str) -> None:
    assert narrative.beside_range(Decimal(nilai), Decimal(2), Decimal(3)) == kata


@pytest.mark.parametrize(
    ("rumus", "dulu", "kini", "kalimat"),
    [
        ("naik", 1, 2, "naik (membaik)"),
        ("naik", 2, 1, "turun (memburuk)"),
        ("turun", 2, 1, "turun (membaik)"),
        ("turun", 1, 2, "naik (memburuk)"),
        ("rentang_turun", 2, 1, "turun (membaik)"),
        ("stabil", 1, 2, "naik"),
        ("naik", 2, 2, "tetap"),
    ],
)
def test_arah_dan_baik_buruknya_menurut_rumus(rumus: str, dulu: int, kini: int, kalimat: str) -> None:
    assert narrative.change(Decimal(dulu), Decimal(kini), rumus) == kalimat


@settings(deadline=None)
@given(dulu=ANGKA, kini=ANGKA)
def test_kalimat_tahun_lalu_memakai_angka_tabel_dan_kata_yang_benar(dulu: Decimal, kini: Decimal) -> None:
    satu = CONTOH.sasaran[1].indikator[3]
    riwayat = tuple(
        replace(tahun, realisasi=Realisasi(7, tahun.tahun, terukur(dulu if tahun.tahun < 2025 else kini)))
        for tahun in satu.riwayat
        if tahun.tahun in (2024, 2025)
    )
    satu = replace(satu, riwayat=riwayat, ini=riwayat[-1])
    kalimat = narrative.against_last_year(satu)
    assert show_given(satu.realisasi) in kalimat
    assert show_nilai(terukur(dulu)) in kalimat
    if show_nilai(terukur(dulu)) == show_nilai(terukur(kini)):
        assert "tetap" in kalimat
    else:
        assert ("realisasi naik" in kalimat) is (kini > dulu)
        assert ("realisasi turun" in kalimat) is (kini < dulu)


@settings(deadline=None)
@given(ANGKA)
def test_kalimat_capaian_sejalan_dengan_target(realisasi: Decimal) -> None:
    satu = CONTOH.sasaran[1].indikator[3]
    target = Target(7, 2025, satu.target.jenis, terukur(28)) if satu.target else None
    ini = replace(satu.ini, target_pk=target, realisasi=Realisasi(7, 2025, terukur(realisasi)))
    satu = replace(satu, ini=ini)
    kalimat = narrative.achievement(satu)
    kata = narrative.compare_word(realisasi, Decimal(28))
    assert f"{show_nilai(terukur(realisasi))} kelompok, {kata} target" in kalimat


def test_capaian_dua_tahun_yang_beda_tipis_ditulis_beda() -> None:
    satu = _with(2, {2024: terukur("88.0001"), 2025: terukur("89.0001")})
    kalimat = narrative.against_last_year(satu)
    dari, menjadi = kalimat.split("capaian terhadap target ")[1].rstrip(".").split(" dari ")[1].split(" menjadi ")
    assert dari != menjadi


def test_yang_belum_ada_data_dikatakan_bukan_dinilai() -> None:
    satu = next(satu for satu in CONTOH.indikator if satu.indikator.id == 11)
    kalimat = narrative.achievement(satu)
    assert "realisasi belum ada data" in kalimat
    assert "Capaian tidak dihitung karena" in kalimat
    assert "0%" not in kalimat.replace("100%", "")


def test_nol_yang_sungguh_adalah_nol() -> None:
    satu = next(satu for satu in CONTOH.indikator if satu.indikator.id == 12)
    assert "realisasi tahun 2025 sebesar 0 temuan, sama dengan target" in narrative.achievement(satu)
    assert "realisasi 2025 tetap 0 temuan seperti pada 2024" in narrative.against_last_year(satu)


def test_makin_rendah_makin_baik_dijelaskan() -> None:
    satu = next(satu for satu in CONTOH.indikator if satu.indikator.id == 8)
    assert "12 kejadian, di bawah target Perjanjian Kinerja 16 kejadian (makin rendah makin baik)" in (
        narrative.achievement(satu)
    )


def test_tanpa_tahun_lalu_tidak_ada_banding() -> None:
    satu = _with(2, {2025: terukur(95)})
    assert narrative.against_last_year(satu).endswith("belum ada realisasi tahun sebelumnya yang dapat dibandingkan.")


def test_tahun_lalu_kosong_dilewati_ke_tahun_berdata() -> None:
    satu = _with(2, {2023: terukur(90), 2024: kosong(), 2025: terukur(95)})
    assert "dari 90% pada 2023 menjadi 95% pada 2025" in narrative.against_last_year(satu)


def test_predikat_dibandingkan_tanpa_angka() -> None:
    satu = next(satu for satu in CONTOH.indikator if satu.indikator.id == 10)
    assert "realisasi 2025 tetap BB seperti pada 2024" in narrative.against_last_year(satu)


def test_target_akhir_renstra_disandingkan_dengan_tahunnya() -> None:
    satu = CONTOH.indikator[0]
    assert "realisasi 88,95 di atas target akhir Renstra (87 pada 2026); tingkat kemajuan 102,24%." in (
        narrative.against_renstra(satu)
    )


def test_tanpa_target_renstra_dikatakan() -> None:
    data = data_kinerja()
    hanya_pk = tuple(target for target in data.target if target.jenis == "pk")
    satu = evaluate_data(replace(data, target=hanya_pk)).indikator[0]
    assert "target akhir Renstra belum tercatat" in narrative.against_renstra(satu)


def test_ringkasan_menyebut_berapa_yang_dihitung() -> None:
    kalimat = narrative.overall(CONTOH)
    assert "7 tercapai, 3 hampir tercapai, 1 tidak tercapai, dan 1 tidak terukur" in kalimat
    assert "dihitung dari 11 indikator yang terukur." in kalimat


def test_rata_rata_semua_indikator_tidak_ditulis_berulang() -> None:
    """Not "dihitung dari 9 dari 9 indikator"."""
    data = data_kinerja()
    terukur = [satu for satu in CONTOH.indikator if satu.capaian.nilai is not None]
    semua = evaluate_data(replace(data, indikator=tuple(satu.indikator for satu in terukur)))
    assert f"dihitung dari seluruh {len(terukur)} indikator." in narrative.overall(semua)
    hanya_satu = evaluate_data(replace(data, indikator=(terukur[0].indikator,)))
    assert "dihitung dari 1 indikator." in narrative.overall(hanya_satu)


def test_ringkasan_tanpa_indikator_dan_tanpa_ukuran() -> None:
    data = data_kinerja()
    assert "Belum ada indikator" in narrative.overall(
        evaluate_data(replace(data, indikator=(), target=(), realisasi=()))
    )
    assert "belum dapat dihitung" in narrative.overall(evaluate_data(replace(data, realisasi=())))


def test_anggaran_sisa_tanpa_realisasi_dan_lebih_dari_pagu() -> None:
    data = data_kinerja()
    assert "sisa Rp1.053.172.190" in narrative.budget(CONTOH)
    assert "belum ada" in narrative.budget(evaluate_data(replace(data, anggaran=())))
    lebih = tuple(replace(baris, realisasi=terukur((baris.pagu.angka or Decimal(0)) + 1)) for baris in data.anggaran)
    assert "melampaui pagu Rp6." in narrative.budget(evaluate_data(replace(data, anggaran=lebih)))


def test_efisiensi_tanpa_program_tidak_diklaim() -> None:
    sasaran = CONTOH.sasaran[3]
    assert "belum dapat dihitung" in narrative.efficiency(sasaran)
    assert "efisien:" not in narrative.efficiency(sasaran).lower()


def test_sasaran_yang_belum_tercapai_tidak_disebut_efisien() -> None:
    assert "Efisiensi belum dapat dinyatakan karena target belum tercapai." in narrative.efficiency(
        evaluasi().sasaran[1]
    )
