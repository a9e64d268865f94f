"""Rules as the pages explain them."""

from __future__ import annotations

import pytest

from lkjip.services import aturan

RUMUS = aturan.current().rumus


@pytest.mark.parametrize(
    ("rumus", "capaian"),
    [
        ("naik", "80,00%"),
        ("turun", "120,00%"),
        ("turun_rasio", "125,00%"),
        ("ya_tidak", "100,00%"),
        ("stabil", "80,00%"),
    ],
)
def test_contoh_dihitung_dengan_rumusnya_sendiri(rumus: str, capaian: str) -> None:
    assert aturan.example(RUMUS[rumus]).capaian == capaian


def test_setiap_rumus_punya_contoh_yang_terhitung() -> None:
    assert {nama for nama, rumus in RUMUS.items() if not aturan.example(rumus).capaian.endswith("%")} == set()


def test_batas_skala_ditulis_dengan_kata_yang_membedakan_tepat_di_batas() -> None:
    skala = aturan.current().skala
    assert aturan.bands(skala["permendagri_86_2017"]) == (
        ("Sangat Tinggi", "mulai 91"),
        ("Tinggi", "mulai 76 sampai di bawah 91"),
        ("Sedang", "mulai 66 sampai di bawah 76"),
        ("Rendah", "mulai 51 sampai di bawah 66"),
        ("Sangat Rendah", "di bawah 51"),
    )
    lama = dict(aturan.bands(skala["memuaskan_lama"]))
    assert lama["Memuaskan"] == "di atas 85"
    assert lama["Sangat Baik"] == "di atas 75 sampai dengan 85"
    assert lama["Kurang"] == "sampai dengan 30"


def test_sumber_menyebut_seberapa_yakin() -> None:
    for sumber in aturan.current().sumber.values():
        assert aturan.source_line(sumber).endswith(f"({aturan.KEYAKINAN[sumber.keyakinan]})")


def test_langkah_sop_lengkap_dan_berurutan() -> None:
    assert [langkah.nomor for langkah in aturan.sop()] == list(range(1, 12))
