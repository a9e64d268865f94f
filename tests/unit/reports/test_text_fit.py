"""Breaking text into lines and replacing what the typeface cannot show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lkjip.reports.text_fit import Measure, Printable


def test_baris_penuh_tepat_selebar_kolom_tidak_dipecah() -> None:
    ukur = Measure(len)
    assert ukur.lines("lima lima", 9) == ("lima lima",)
    assert ukur.lines("lima lima", 8) == ("lima", "lima")


def test_kata_lebih_lebar_dari_kolom_dipotong() -> None:
    assert Measure(len).lines("abcdefgh ij", 3) == ("abc", "def", "gh", "ij")


def test_teks_kosong_tetap_satu_baris() -> None:
    assert Measure(len).lines("", 5) == ("",)
    assert Measure(len).lines("   ", 5) == ("",)


@given(st.text(alphabet="ab c\u00e9", max_size=80), st.integers(min_value=1, max_value=20))
def test_tidak_ada_huruf_hilang_dan_tidak_ada_baris_terlalu_lebar(teks: str, lebar: int) -> None:
    lines = Measure(len).lines(teks, lebar)
    assert "".join(lines).replace(" ", "") == "".join(teks.split())
    assert all(len(line) <= lebar for line in lines)


def test_huruf_tak_dikenal_diganti_dan_dicatat() -> None:
    tabel = Printable({ord("a"): 1})
    assert "a\u4e2da".translate(tabel) == "a\ufffda"
    assert tabel.missing == {"\u4e2d"}


def test_baris_baru_menjadi_spasi_dan_huruf_kendali_hilang() -> None:
    assert "a\na\x00\u200ba".translate(Printable({ord("a"): 1})) == "a aa"
