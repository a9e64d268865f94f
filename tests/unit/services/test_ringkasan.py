"""The year in one sentence and a handful of figures, honest where there is nothing to say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator, Hitungan
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.numbers import terukur as angka_terukur
from lkjip.services import ringkasan
from tests.makers import kinerja


@pytest.fixture(scope="module")
def evaluasi() -> Evaluasi:
    return kinerja.evaluasi()


def test_kalimat_menyebut_yang_tercapai_rata_rata_dan_predikat(evaluasi: Evaluasi) -> None:
    contoh = replace(evaluasi, hitungan=Hitungan(12, 7, 2, 1, 2), rerata=Decimal("97.288"), predikat="Sangat Tinggi")
    assert ringkasan.sentence(contoh) == (
        f"7 dari 12 indikator mencapai target {evaluasi.tahun}, dengan rata-rata capaian 97,29% (Sangat Tinggi)."
    )


@pytest.mark.parametrize(
    ("menurut_renstra", "akhir"),
    [
        (0, "(Sangat Tinggi)."),
        (1, "1 indikator diukur terhadap target Renstra karena belum ada target PK."),
        (None, "Semuanya diukur terhadap target Renstra karena belum ada target PK."),
    ],
)
def test_kalimat_mengaku_bila_targetnya_bukan_target_pk(
    evaluasi: Evaluasi, menurut_renstra: int | None, akhir: str
) -> None:
    terukur = [satu.indikator.id for satu in evaluasi.indikator if satu.capaian.nilai is not None]
    renstra = terukur if menurut_renstra is None else terukur[:menurut_renstra]

    def dasar(satu: EvaluasiIndikator) -> EvaluasiIndikator:
        jenis = JenisTarget.RENSTRA if satu.indikator.id in renstra else JenisTarget.PK
        janji = Target(satu.indikator.id, satu.tahun, jenis, angka_terukur(80))
        return replace(satu, ini=replace(satu.ini, target_pk=janji))

    sasaran = tuple(replace(satu, indikator=tuple(map(dasar, satu.indikator))) for satu in evaluasi.sasaran)
    contoh = replace(evaluasi, sasaran=sasaran, predikat="Sangat Tinggi")
    assert ringkasan.sentence(contoh).endswith(akhir)


def test_tanpa_indikator_dan_tanpa_ukuran_dikatakan_apa_adanya(evaluasi: Evaluasi) -> None:
    tanpa = replace(evaluasi, sasaran=(), hitungan=Hitungan(0, 0, 0, 0, 0), rerata=None, predikat="")
    belum = replace(evaluasi, hitungan=Hitungan(3, 0, 0, 0, 3), rerata=None, predikat="")
    assert ringkasan.sentence(tanpa) == f"Belum ada indikator untuk tahun {evaluasi.tahun}."
    assert ringkasan.sentence(belum) == f"3 indikator tahun {evaluasi.tahun} belum dapat diukur."
    assert not [angka for angka in ringkasan.figures(tanpa) if "capaian" in angka.judul.lower()]
    assert [angka.judul for angka in ringkasan.figures(belum)][:1] == ["Indikator tercapai"]


def test_tidak_lebih_dari_lima_angka_dan_serapan_sama_dengan_evaluasi(evaluasi: Evaluasi) -> None:
    angka = {satu.judul: satu for satu in ringkasan.figures(evaluasi)}
    assert 3 <= len(angka) <= 5
    assert evaluasi.anggaran.serapan is not None
    assert angka["Indikator tercapai"].nilai == f"{evaluasi.hitungan.tercapai} dari {evaluasi.hitungan.jumlah}"
    assert "Serapan anggaran" in angka


def test_tanpa_anggaran_tidak_ada_angka_anggaran(evaluasi: Evaluasi) -> None:
    tanpa = replace(evaluasi, anggaran=replace(evaluasi.anggaran, pagu=None, realisasi=None, serapan=None))
    belum = replace(evaluasi, anggaran=replace(evaluasi.anggaran, realisasi=None, serapan=None))
    assert not [angka for angka in ringkasan.figures(tanpa) if "anggaran" in angka.judul]
    assert [angka.judul for angka in ringkasan.figures(belum) if "anggaran" in angka.judul] == ["Pagu anggaran"]


@pytest.mark.parametrize(
    ("angka", "tulisan"),
    [
        ("994999.99", "Rp994.999,99"),
        ("1000000", "Rp1 juta"),
        ("999999999", "Rp1 miliar"),
        ("1000000000", "Rp1 miliar"),
        ("3219750000", "Rp3,22 miliar"),
        ("-3219750000", "-Rp3,22 miliar"),
        ("1250000000000", "Rp1,25 triliun"),
        ("99990000000", "Rp99,99 miliar"),
        ("99995000000", "Rp100 miliar"),
        ("694778217882.55", "Rp695 miliar"),
        ("994999999999", "Rp995 miliar"),
        ("995000000000", "Rp1 triliun"),
        ("0", "Rp0"),
    ],
)
def test_jumlah_besar_ditulis_ringkas(angka: str, tulisan: str) -> None:
    assert ringkasan.show_amount(Decimal(angka)) == tulisan
