"""Budget totals: one level only, the highest complete one; absorption with its reason where there is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran, absorption, evaluate_anggaran
from lkjip.domain.numbers import Nilai, kosong, terukur
from tests.makers.nilai import angka

T = TingkatAnggaran


def baris(
    urutan: int,
    tingkat: TingkatAnggaran,
    pagu: int | None,
    realisasi: int | None = 0,
    induk: int | None = None,
    **lain: object,
) -> BarisAnggaran:
    return BarisAnggaran(
        2025,
        urutan,
        "",
        f"baris {urutan}",
        tingkat,
        _nilai(pagu),
        _nilai(realisasi),
        induk,
        **lain,  # type: ignore[arg-type]
    )


def _nilai(angka: int | None) -> Nilai:
    return kosong() if angka is None else terukur(angka)


POHON = (
    baris(1, T.TOTAL, 100, 60),
    baris(2, T.PROGRAM, 70, 50, 1),
    baris(3, T.KEGIATAN, 70, 50, 2),
    baris(4, T.SUB_KEGIATAN, 40, 30, 3),
    baris(5, T.SUB_KEGIATAN, 30, 20, 3),
    baris(6, T.PROGRAM, 30, 10, 1),
    baris(7, T.KEGIATAN, 30, 10, 6),
)


def test_setiap_rupiah_dihitung_sekali() -> None:
    hasil = evaluate_anggaran(POHON, 2025)
    assert (hasil.pagu, hasil.realisasi, hasil.serapan) == (100, 60, 60)
    assert hasil.tingkat_jumlah is T.PROGRAM
    assert hasil.catatan == ()
    assert len(hasil.baris) == 7


def test_hanya_tahun_yang_diminta() -> None:
    assert evaluate_anggaran(POHON, 2024).baris == ()
    assert evaluate_anggaran(POHON, 2024).pagu is None


def test_tingkat_yang_tidak_memuat_semua_dilewati() -> None:
    """The second programme has no programme line: its kegiatan stands alone, so kegiatan is the complete level."""
    tanpa = (*POHON[1:5], baris(7, T.KEGIATAN, 30, 10))
    hasil = evaluate_anggaran(tanpa, 2025)
    assert (hasil.tingkat_jumlah, hasil.pagu) == (T.KEGIATAN, 100)


def test_tingkat_atas_tanpa_turunan_membuat_tingkat_bawah_tidak_lengkap() -> None:
    campur = (baris(1, T.PROGRAM, 70, 50), baris(2, T.KEGIATAN, 30, 10), baris(3, T.SUB_KEGIATAN, 30, 10, 2))
    hasil = evaluate_anggaran(campur, 2025)
    assert (hasil.tingkat_jumlah, hasil.pagu) == (T.PROGRAM, 70)
    assert "tidak memuat semua baris" in hasil.catatan[0]


def test_tanpa_tingkat_lengkap_dipakai_jumlah_yang_tercetak() -> None:
    campur = (
        baris(0, T.TOTAL, 100, 60),
        baris(1, T.PROGRAM, 70, 50, 0),
        baris(2, T.KEGIATAN, 30, 10, 0),
        baris(3, T.SUB_KEGIATAN, 30, 10, 2),
    )
    hasil = evaluate_anggaran(campur, 2025)
    assert (hasil.tingkat_jumlah, hasil.pagu, hasil.serapan) == (T.TOTAL, 100, 60)
    assert "dipakai baris jumlah yang tercetak" in hasil.catatan[0]


def test_hanya_baris_jumlah() -> None:
    hasil = evaluate_anggaran((baris(1, T.TOTAL, 100, 60),), 2025)
    assert (hasil.tingkat_jumlah, hasil.pagu, hasil.catatan) == (T.TOTAL, 100, ())


def test_tanpa_silsilah_dipakai_tingkat_teratas() -> None:
    datar = (baris(1, T.PROGRAM, 70, 50), baris(2, T.KEGIATAN, 70, 50), baris(3, T.PROGRAM, 30, 10))
    assert evaluate_anggaran(datar, 2025).pagu == 100


def test_beda_dari_jumlah_yang_tercetak_dicatat() -> None:
    hasil = evaluate_anggaran((baris(0, T.TOTAL, 1100, 900), baris(1, T.PROGRAM, 1000, 800)), 2025)
    assert hasil.pagu == 1000
    assert hasil.catatan == (
        "Jumlah pagu program Rp1.000 berbeda dari baris jumlah yang tercetak Rp1.100 (selisih -Rp100).",
        "Jumlah realisasi program Rp800 berbeda dari baris jumlah yang tercetak Rp900 (selisih -Rp100).",
    )


def test_kelompok_belanja_dijumlahkan() -> None:
    hasil = evaluate_anggaran(
        (
            baris(1, T.TOTAL, 80, 40, kelompok="operasi"),
            baris(2, T.TOTAL, 20, 5, kelompok="modal"),
            baris(3, T.PROGRAM, 80, 40, 1, kelompok="operasi"),
            baris(4, T.PROGRAM, 20, 5, 2, kelompok="modal"),
        ),
        2025,
    )
    assert (hasil.pagu, hasil.realisasi, hasil.catatan) == (100, 45, ())


def test_realisasi_yang_belum_diisi_dihitung_dan_disebut() -> None:
    hasil = evaluate_anggaran((baris(1, T.PROGRAM, 70, 50), baris(2, T.PROGRAM, 30, None)), 2025)
    assert hasil.realisasi == 50
    assert "Realisasi 1 dari 2 baris program belum diisi" in hasil.catatan[0]


def test_tanpa_realisasi_sama_sekali_bukan_nol() -> None:
    hasil = evaluate_anggaran((baris(1, T.PROGRAM, 70, None),), 2025)
    assert (hasil.realisasi, hasil.serapan) == (None, None)


def test_pagu_nol_semua_tidak_punya_serapan() -> None:
    hasil = evaluate_anggaran((baris(1, T.PROGRAM, 0, 0),), 2025)
    assert (hasil.pagu, hasil.realisasi, hasil.serapan) == (0, 0, None)


def test_baris_tanpa_angka_tidak_punya_jumlah() -> None:
    assert evaluate_anggaran((baris(1, T.PROGRAM, None, None),), 2025).tingkat_jumlah is None


def test_lingkaran_silsilah_tidak_membuat_macet() -> None:
    hasil = evaluate_anggaran((baris(1, T.PROGRAM, 10, 5, 2), baris(2, T.KEGIATAN, 10, 5, 1)), 2025)
    assert hasil.pagu == 10


@pytest.mark.parametrize(
    ("pagu", "realisasi", "serapan", "alasan"),
    [
        (angka("200"), angka("50"), Decimal(25), ""),
        (angka("200"), angka("0"), Decimal(0), ""),
        (angka("200"), angka("300"), Decimal(150), ""),
        (angka("0"), angka("0"), None, "pagu 0"),
        (angka("-1"), angka("0"), None, "pagu negatif"),
        (kosong(), angka("1"), None, "pagu belum diisi"),
        (angka("1"), kosong(), None, "realisasi belum diisi"),
    ],
)
def test_serapan_baris(pagu: Nilai, realisasi: Nilai, serapan: Decimal | None, alasan: str) -> None:
    satu = absorption(BarisAnggaran(2025, 1, "", "x", T.PROGRAM, pagu, realisasi))
    assert (satu.serapan, satu.alasan) == (serapan, alasan)


def test_baris_setingkat() -> None:
    assert [satu.baris.urutan for satu in evaluate_anggaran(POHON, 2025).setingkat(T.SUB_KEGIATAN)] == [4, 5]
