"""Corrections apply where the old value still stands, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.domain.indikator import Realisasi
from lkjip.domain.koreksi import Koreksi, ObjekKoreksi, apply, in_force, key_of, same
from lkjip.domain.numbers import Nilai, StatusNilai, kosong, terukur

FAKTA = (Realisasi(1, 2025, terukur("85"), 2), Realisasi(1, 2025, terukur("85"), 3))
KOREKSI = Koreksi(7, ObjekKoreksi.REALISASI, "1|2025|2", 2025, terukur("85"), terukur("58"), "salah ketik", oleh="Siti",
                  pada="1 Maret 2026")  # fmt: skip


def key(satu: Realisasi) -> str:
    return key_of(satu.indikator_id, satu.tahun, satu.triwulan)


def run(*koreksi: Koreksi, facts: tuple[Realisasi, ...] = FAKTA) -> tuple[tuple[Realisasi, ...], tuple[Koreksi, ...]]:
    return apply(facts, in_force(koreksi), ObjekKoreksi.REALISASI, key)


def test_koreksi_mengganti_hanya_nilai_yang_dimaksud_dan_menyebut_asalnya() -> None:
    (first, second), stale = run(KOREKSI)
    assert (first.nilai, second.nilai, stale) == (terukur("58"), terukur("85"), ())
    assert first.sumber.oleh == "Siti (koreksi 7: salah ketik)"
    assert second.sumber == FAKTA[1].sumber
    assert FAKTA[0].nilai == terukur("85")


def test_nilai_lama_yang_sudah_lain_membuat_koreksi_basi() -> None:
    facts = (replace(FAKTA[0], nilai=terukur("90")),)
    assert run(KOREKSI, facts=facts) == (facts, (KOREKSI,))


def test_unggahan_baru_yang_sudah_benar_bukan_koreksi_basi() -> None:
    facts = (replace(FAKTA[0], nilai=terukur("58.0")),)
    assert run(KOREKSI, facts=facts) == (facts, ())


def test_koreksi_terbaru_yang_berlaku_dan_yang_dicabut_tidak() -> None:
    later = replace(KOREKSI, id=9, baru=terukur("59"))
    assert run(KOREKSI, later)[0][0].nilai == terukur("59")
    gone = replace(KOREKSI, id=10, mencabut=9)
    assert run(KOREKSI, later, gone)[0][0].nilai == terukur("58")
    assert run(KOREKSI, replace(KOREKSI, id=11, mencabut=7))[0] == FAKTA


@pytest.mark.parametrize(
    ("satu", "lain", "sama"),
    [
        (terukur("85"), terukur("85.00"), True),
        (terukur("80", sampai=terukur("90").angka), terukur("80"), False),
        (terukur("0"), kosong(), False),
        (kosong(), kosong("dikosongkan"), True),
        (Nilai(StatusNilai.TEKS, teks="BB"), Nilai(StatusNilai.TEKS, teks=" BB "), True),
        (Nilai(StatusNilai.TEKS, teks="BB"), Nilai(StatusNilai.TEKS, teks="B"), False),
    ],
)
def test_nilai_sama_menurut_angkanya_bukan_tulisannya(satu: Nilai, lain: Nilai, sama: bool) -> None:
    assert same(satu, lain) is sama


@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=2), min_size=1, max_size=6))
def test_tanpa_koreksi_tidak_ada_yang_berubah_dan_koreksi_tidak_menambah_atau_membuang(angka: list[object]) -> None:
    facts = tuple(Realisasi(1, 2025, terukur(str(satu)), place) for place, satu in enumerate(angka))
    assert run(facts=facts) == (facts, ())
    assert len(run(KOREKSI, facts=facts)[0]) == len(facts)
