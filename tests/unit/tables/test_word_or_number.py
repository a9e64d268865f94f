"""The quick look at a text says the same as the whole examination."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.rules import load_aturan
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.tables.grid import _is_number_text, as_text, is_number
from lkjip.spreadsheets.tables.words import Kamus, tokens

KAMUS = Kamus(load_aturan().istilah)
KNOWN = sorted({phrase for phrases in load_aturan().istilah.judul.values() for phrase in phrases})
NUMBERS = [
    "98,5",
    "Rp 1.000,-",
    "rp. 5",
    "(Rp 2.500)",
    "12 %",
    "1e5",
    "#DIV/0!",
    " #n/a ",
    "#REF!",
    "7.",
    "\u200b5",
    "-3",
]
WORDS = ["", "Rp", "r2d2", "98 orang", "#N/A ya", "1e", "5a", "é5", "Target 2025", "1234567890123456789", "ſ5"]


@pytest.mark.parametrize("text", NUMBERS + WORDS)
def test_angka_dan_kata_dikenali(text: str) -> None:
    assert is_number(Cell(1, 1, text)) is (text in NUMBERS)


@given(st.text(alphabet="019 .,-–+()%rRpPeE#/!NAaé²\u00a0\u200b\n", max_size=8) | st.text(max_size=8))
def test_pandangan_sekilas_sama_dengan_pemeriksaan_utuh(text: str) -> None:
    assert is_number(Cell(1, 1, text)) is _is_number_text(as_text(text))


@given(st.text(max_size=12) | st.tuples(st.sampled_from(KNOWN), st.text(max_size=6)).map(" ".join))
def test_yang_dilewati_memang_tidak_menyebut_arti_kolom(text: str) -> None:
    if not KAMUS.may_name_role(text):
        assert KAMUS.label(text).peran is None


@pytest.mark.parametrize("phrase", KNOWN)
def test_setiap_kata_judul_yang_dikenal_tidak_dilewati(phrase: str) -> None:
    assert KAMUS.label(phrase).peran is None or Kamus(load_aturan().istilah).may_name_role(phrase)


@given(st.text(alphabet="aAzZ09", min_size=1))
def test_satu_kata_polos_tetap_satu_kata(text: str) -> None:
    assert tokens(text) == (text.lower(),)
