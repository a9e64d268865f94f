"""A part of the year shows the counts of the part, never those of the whole."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from lkjip.domain.anggaran import EvaluasiAnggaran
from lkjip.domain.capaian import Capaian, Ketercapaian, StatusCapaian
from lkjip.domain.evaluasi import DataKinerja, Evaluasi, EvaluasiIndikator, EvaluasiSasaran, Hitungan, TahunIndikator
from lkjip.domain.evaluate import count
from lkjip.domain.indikator import Indikator, Sasaran
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.services.pilihan import narrow, whole_sasaran, worst_first

SEMUA = frozenset(Ketercapaian)
PERTAMA, KEDUA = Sasaran(1, 1, "Pelayanan"), Sasaran(2, 2, "Ketertiban")


def _indikator(nomor: int, sasaran: Sasaran, persen: str | None) -> EvaluasiIndikator:
    if persen is None:
        capaian, status = Capaian(StatusCapaian.BELUM_ADA_DATA, "naik", alasan="x"), Ketercapaian.TIDAK_TERUKUR
    else:
        nilai = Decimal(persen)
        capaian = Capaian(StatusCapaian.TERUKUR, "naik", nilai, nilai, nilai)
        status = Ketercapaian.TERCAPAI if nilai >= 100 else Ketercapaian.TIDAK_TERCAPAI
    ini = TahunIndikator(2025, None, None, None, capaian, capaian, status)
    return EvaluasiIndikator(
        Indikator(nomor, sasaran.id, nomor, f"Indikator {nomor}", "%"), sasaran, ini, capaian, "", (ini,)
    )


def _evaluasi() -> Evaluasi:
    isi = {PERTAMA: ("110", "40"), KEDUA: (None, "100")}
    sasaran = []
    for satu, persen in isi.items():
        indikator = tuple(_indikator(satu.id * 10 + nomor, satu, teks) for nomor, teks in enumerate(persen, 1))
        sasaran.append(EvaluasiSasaran(satu, indikator, Decimal(75), "Sedang", count(indikator), None))
    data = DataKinerja(Kantor("CONTOH", "CONTOH"), Pengaturan(), (), (), (), (), ())
    semua = [satu for sasaran_ in sasaran for satu in sasaran_.indikator]
    anggaran = EvaluasiAnggaran(2025, (), None, None, None, None)
    return Evaluasi(data, 2025, tuple(sasaran), Decimal(80), "Tinggi", count(semua), anggaran, ())


def test_tanpa_saringan_evaluasinya_tetap_sama() -> None:
    evaluasi = _evaluasi()
    assert narrow(evaluasi, None, SEMUA) is evaluasi


def test_satu_sasaran_utuh_membawa_rerata_dan_hitungannya_sendiri() -> None:
    bagian = narrow(_evaluasi(), PERTAMA.id, SEMUA)
    assert [satu.sasaran for satu in bagian.sasaran] == [PERTAMA]
    assert bagian.sasaran[0].rerata == Decimal(75)
    assert bagian.hitungan == Hitungan(2, 1, 0, 1, 0)
    assert bagian.rerata == Decimal(75)


def test_saringan_status_menghitung_rerata_bagiannya_dan_tidak_memberi_predikat_sasaran() -> None:
    bagian = narrow(_evaluasi(), None, {Ketercapaian.TERCAPAI})
    assert [satu.rerata for satu in bagian.sasaran] == [Decimal(110), Decimal(100)]
    assert [satu.predikat for satu in bagian.sasaran] == ["", ""]
    assert bagian.rerata == Decimal(105)
    assert [satu.hitungan.jumlah for satu in bagian.sasaran] == [1, 1]
    assert bagian.hitungan == Hitungan(2, 2, 0, 0, 0)


def test_sasaran_tanpa_sisa_tidak_tampil() -> None:
    bagian = narrow(_evaluasi(), None, {Ketercapaian.TIDAK_TERUKUR})
    assert [satu.sasaran for satu in bagian.sasaran] == [KEDUA]


def test_saringan_yang_tidak_mengenai_apa_pun_kosong_bukan_semua() -> None:
    bagian = narrow(_evaluasi(), None, {Ketercapaian.HAMPIR})
    assert bagian.sasaran == ()
    assert bagian.hitungan.jumlah == 0


def test_terendah_di_atas_dan_yang_tidak_terukur_paling_bawah() -> None:
    assert [satu.capaian.nilai for satu in worst_first(_evaluasi())] == [Decimal(40), Decimal(100), Decimal(110), None]


def test_capaian_nol_adalah_yang_terendah_bukan_yang_tidak_terukur() -> None:
    evaluasi = _evaluasi()
    nol = _indikator(99, PERTAMA, "0")
    isi = replace(evaluasi.sasaran[0], indikator=(*evaluasi.sasaran[0].indikator, nol))
    assert worst_first(replace(evaluasi, sasaran=(isi, evaluasi.sasaran[1])))[0] is nol


def test_sasaran_tetap_utuh_walau_indikatornya_disaring_menurut_status() -> None:
    evaluasi = _evaluasi()
    bagian = narrow(evaluasi, None, {Ketercapaian.TIDAK_TERCAPAI})
    (sasaran,) = whole_sasaran(evaluasi, bagian).sasaran
    assert sasaran == evaluasi.sasaran[0], "tanpa rata-rata sebagian dan tanpa predikat yang hilang"
    assert whole_sasaran(evaluasi, bagian).hitungan == sasaran.hitungan
    assert whole_sasaran(evaluasi, evaluasi) is evaluasi
