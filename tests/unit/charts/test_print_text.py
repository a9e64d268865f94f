"""Text on printed charts stays inside its room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lkjip.charts.print_axes import nice_steps
from lkjip.charts.print_text import text_inches, wrap_inches

NAMA = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA"


def test_nama_program_berhuruf_besar_tidak_melewati_tepi() -> None:
    for width in (1.5, 2.45, 6.3):
        assert all(text_inches(line, 7.5) <= width for line in wrap_inches(NAMA, width, 7.5).split("\n"))


def test_yang_muat_tepat_tidak_dipecah_dan_yang_kurang_sedikit_dipecah() -> None:
    tepat = text_inches("DUA KATA", 7.5)
    assert wrap_inches("DUA KATA", tepat, 7.5) == "DUA KATA"
    assert wrap_inches("DUA KATA", tepat - 0.01, 7.5) == "DUA\nKATA"


@given(st.text(alphabet="AWij kop ", max_size=120), st.floats(min_value=0.3, max_value=4), st.integers(1, 3))
def test_tidak_ada_baris_terlalu_lebar_dan_kata_hilang_hanya_dengan_elipsis(
    teks: str, width: float, lines: int
) -> None:
    found = wrap_inches(teks, width, 8, "Bold", lines)
    assert len(found.split("\n")) <= lines
    assert all(text_inches(line, 8, "Bold") <= width for line in found.split("\n"))
    assert "…" in found or " ".join(found.split()) == " ".join(teks.split())


def test_skala_tidak_melangkah_lima_belas() -> None:
    assert nice_steps(0, 112, 7) == [0, 20, 40, 60, 80, 100]
    assert nice_steps(1, 3, 5, whole=True) == [1, 2, 3]
