"""Which formula do the printed percentages follow?"""

from __future__ import annotations

import pytest

from lkjip.domain.indikator import JenisTarget
from lkjip.domain.numbers import Nilai, StatusNilai, kosong, terukur
from lkjip.domain.printed import Cocok
from lkjip.domain.reading import BacaanIndikator
from lkjip.services.proposals import propose


def _baris(target: Nilai, realisasi: Nilai, tercetak: str | None = None, tahun: int = 2025) -> BacaanIndikator:
    printed = kosong() if tercetak is None else terukur(tercetak)
    return BacaanIndikator(
        1, "", "Indikator", "", tahun, None, JenisTarget.PK, target, realisasi, printed, Cocok("ya"), {}
    )


def _kata(teks: str) -> Nilai:
    return Nilai(StatusNilai.TEKS, teks=teks)


@pytest.mark.parametrize(("tercetak", "rumus"), [("80.00", "naik"), ("120.00", "turun"), ("125.00", "turun_rasio")])
def test_rumus_yang_memberi_persentase_tercetak(tercetak: str, rumus: str) -> None:
    usul = propose("k", [_baris(terukur(10), terukur(8), tercetak)])
    assert usul is not None
    assert (usul.rumus, usul.cocok, usul.dari) == (rumus, 1, 1)


def test_tahun_dengan_realisasi_sama_dengan_target_tidak_ikut_bersuara() -> None:
    rows = [_baris(terukur(10), terukur(10), "100"), _baris(terukur(10), terukur(8), "120", 2024)]
    usul = propose("k", rows)
    assert usul is not None
    assert (usul.rumus, usul.cocok, usul.dari) == ("turun", 1, 1)


def test_setengah_dari_yang_tercetak_belum_cukup_untuk_usulan() -> None:
    rows = [_baris(terukur(10), terukur(8), "80"), _baris(terukur(10), terukur(8), "120", 2024)]
    assert propose("k", rows) is None
    usul = propose("k", [*rows, _baris(terukur(10), terukur(9), "110", 2023)])
    assert usul is not None
    assert (usul.rumus, usul.cocok, usul.dari) == ("turun", 2, 3)


def test_persentase_yang_tidak_mengikuti_rumus_mana_pun_tidak_diusulkan() -> None:
    assert propose("k", [_baris(terukur(10), terukur(8), "37.5")]) is None


def test_tanpa_persentase_tercetak_tidak_ada_usulan_untuk_angka() -> None:
    assert propose("k", [_baris(terukur(10), terukur(8))]) is None


@pytest.mark.parametrize(("tercetak", "rumus"), [(None, "rentang_naik"), ("102.22", "rentang_naik")])
def test_target_rentang(tercetak: str | None, rumus: str) -> None:
    usul = propose("k", [_baris(terukur(80, sampai=terukur(90).angka), terukur(92), tercetak)])
    assert usul is not None
    assert usul.rumus == rumus


@pytest.mark.parametrize(
    ("target", "rumus"), [("BB", "predikat"), ("WTP", "predikat"), ("Ya", "ya_tidak"), ("Terlaksana", "ya_tidak")]
)
def test_target_berupa_sebutan(target: str, rumus: str) -> None:
    usul = propose("k", [_baris(_kata(target), _kata(target))])
    assert usul is not None
    assert (usul.rumus, usul.kalimat) == (rumus, "Target berupa sebutan.")


def test_target_berupa_kalimat_tidak_diusulkan() -> None:
    assert propose("k", [_baris(_kata("Tersusunnya dokumen"), _kata("selesai"))]) is None
