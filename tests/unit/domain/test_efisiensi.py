"""Efficiency: only with the target reached, never from low spending alone, no rupiah twice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran
from lkjip.domain.efisiensi import Dana, funds_of, judge
from lkjip.domain.evaluasi import Efisiensi, Hitungan
from lkjip.domain.indikator import Sasaran
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import Nilai, kosong, terukur

SEMUA = Hitungan(2, 2, 0, 0, 0)


def program(kode: str, pagu: Nilai | int, realisasi: Nilai | int, uraian: str = "", **lain: object) -> BarisAnggaran:
    nilai = [satu if isinstance(satu, Nilai) else terukur(satu) for satu in (pagu, realisasi)]
    tingkat = lain.pop("tingkat", TingkatAnggaran.PROGRAM)
    return BarisAnggaran(2025, 1, kode, uraian or f"Program {kode}", tingkat, *nilai, **lain)  # type: ignore[arg-type]


def nilai(
    capaian: str | None, pagu: int = 1000, realisasi: int | None = 900, hitungan: Hitungan = SEMUA, **pengaturan: object
) -> Efisiensi:
    dana = Dana(Decimal(pagu), None if realisasi is None else Decimal(realisasi), ("Program A",))
    angka = None if capaian is None else Decimal(capaian)
    hasil = judge(dana, angka, hitungan, Pengaturan(**pengaturan))  # type: ignore[arg-type]
    assert hasil is not None
    return hasil


@pytest.mark.parametrize(
    ("capaian", "realisasi", "efisien"),
    [
        ("100", 999, True),
        ("100", 1000, False),
        ("100", 1001, False),
        ("99.99", 999, False),
        ("99.99", 10, False),
        ("120", 500, True),
    ],
)
def test_efisien_hanya_bila_tercapai_dan_tidak_habis(capaian: str, realisasi: int, efisien: bool) -> None:
    assert nilai(capaian, realisasi=realisasi).efisien is efisien


def test_angka_angka_efisiensi() -> None:
    hasil = nilai("105", realisasi=900)
    assert (hasil.serapan, hasil.selisih, hasil.sisa) == (90, 15, 100)
    assert hasil.kalimat == "Efisien: capaian 105,00% dengan serapan 90,00%, sisa Rp100."


def test_serapan_rendah_saja_bukan_efisien() -> None:
    assert nilai("80", realisasi=10).kalimat == "Efisiensi belum dapat dinyatakan karena target belum tercapai."


def test_capaian_tak_terukur() -> None:
    hasil = nilai(None)
    assert "capaian belum terukur" in hasil.kalimat
    assert hasil.selisih is None


def test_pagu_nol() -> None:
    hasil = nilai("100", pagu=0, realisasi=0)
    assert (hasil.serapan, hasil.efisien) == (None, False)
    assert "pagu 0" in hasil.kalimat


@pytest.mark.parametrize(("realisasi", "sebutan"), [(1000, "seluruhnya"), (1200, "melebihi pagu")])
def test_anggaran_habis_tidak_ada_penghematan(realisasi: int, sebutan: str) -> None:
    assert sebutan in nilai("100", realisasi=realisasi).kalimat


def test_rata_rata_tercapai_tetapi_tidak_semua_indikator() -> None:
    kalimat = nilai("110", hitungan=Hitungan(4, 1, 1, 1, 1)).kalimat
    assert "2 dari 4 indikator belum" in kalimat
    assert "1 dari 4 indikator tidak terukur" in kalimat


def test_pembulatan_dahulu_juga_berlaku_di_sini() -> None:
    assert nilai("99.6", bulatkan_dulu=True).efisien
    assert not nilai("99.6").efisien


def test_realisasi_belum_diketahui_tidak_dinilai() -> None:
    assert judge(Dana(Decimal(1), None, ()), Decimal(100), SEMUA) is None


# --- dana sasaran ---


def test_program_yang_menunjang_dua_sasaran_dibagi_rata_sampai_rupiah_terakhir() -> None:
    sasaran = [Sasaran(n, n, f"s{n}", ("7.01.02",)) for n in (1, 2, 3)]
    dana = funds_of(sasaran, [program("7.01.02", 100, 50)])
    assert [dana[n].pagu for n in (1, 2, 3)] == [34, 33, 33]
    assert [dana[n].realisasi for n in (1, 2, 3)] == [18, 16, 16]
    hasil = judge(dana[2], Decimal(100), SEMUA)
    assert hasil is not None
    assert "Program 7.01.02 juga menunjang sasaran lain: pagu dan realisasinya dibagi rata." in hasil.kalimat


def test_program_dikenali_dari_kode_lalu_nama() -> None:
    baris = [program("7.01.02", 10, 5, "Program Pelayanan"), program("", 20, 6, "Program  Pemberdayaan")]
    sasaran = [Sasaran(1, 1, "s", ("7.01.02",)), Sasaran(2, 2, "t", ("program pelayanan", "program pemberdayaan"))]
    dana = funds_of(sasaran, baris)
    assert dana[1].program == ("Program Pelayanan",)
    assert dana[2].program == ("Program Pelayanan", "Program  Pemberdayaan")
    assert dana[1].pagu + dana[2].pagu == 30


def test_program_yang_disebut_dua_kali_dihitung_sekali() -> None:
    dana = funds_of([Sasaran(1, 1, "s", ("7.01.02", "Program 7.01.02"))], [program("7.01.02", 10, 5)])
    assert dana[1].pagu == 10


def test_program_yang_tidak_ada_dalam_anggaran() -> None:
    assert funds_of([Sasaran(1, 1, "s", ("7.01.09",))], [program("7.01.02", 10, 5)]) == {}


def test_hanya_baris_program_yang_berpagu() -> None:
    baris = [
        program("7.01.02", 10, 5),
        program("7.01.02", 10, 5, tingkat=TingkatAnggaran.KEGIATAN),
        program("7.01.02", kosong(), kosong(), kelompok="modal"),
        program("7.01.02", 7, 2, kelompok="transfer"),
    ]
    dana = funds_of([Sasaran(1, 1, "s", ("7.01.02",))], baris)
    assert (dana[1].pagu, dana[1].realisasi) == (17, 7)


def test_sebagian_realisasi_belum_diisi_tidak_tampak_hemat() -> None:
    baris = [program("7.01.02", 10, 5), program("7.01.03", 10, kosong())]
    assert funds_of([Sasaran(1, 1, "s", ("7.01.02", "7.01.03"))], baris)[1].realisasi is None
    campur = [program("7.01.02", 10, 5), program("7.01.02", 10, kosong(), kelompok="modal")]
    assert funds_of([Sasaran(1, 1, "s", ("7.01.02",))], campur)[1].realisasi is None


def test_program_berpagu_nol_tanpa_realisasi_tidak_menghalangi() -> None:
    baris = [program("7.01.02", 10, 5), program("7.01.03", 0, kosong())]
    assert funds_of([Sasaran(1, 1, "s", ("7.01.02", "7.01.03"))], baris)[1].realisasi == 5


def test_semua_program_berpagu_nol_tanpa_realisasi() -> None:
    assert funds_of([Sasaran(1, 1, "s", ("7.01.03",))], [program("7.01.03", 0, kosong())])[1].realisasi is None
