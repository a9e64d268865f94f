"""What holds for every number and every text: written numbers come back, nothing is guessed, nothing raises."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from lkjip.domain.numbers import StatusNilai, format_angka, format_ringkas, format_rupiah
from lkjip.rules.load import load_aturan
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.numbers.parse import KOMA, TITIK, column_style, parse_number
from lkjip.spreadsheets.numbers.text import normalize

ISTILAH = load_aturan().istilah
NUMBERS = st.decimals(-(10**15), 10**15, allow_nan=False, allow_infinity=False, places=4)
NUMBER_LIKE = st.text("0123456789.,-%() RpE+–:/", min_size=1, max_size=24)


@given(NUMBERS, st.integers(0, 4))
def test_angka_yang_kita_tulis_terbaca_kembali(angka: Decimal, tempat: int) -> None:
    ditulis = format_angka(angka, tempat)
    nilai = parse_number(ditulis, ISTILAH, KOMA)
    assert nilai.angka == round(angka, 10).quantize(Decimal(1).scaleb(-tempat), rounding="ROUND_HALF_UP")


@given(NUMBERS)
def test_tulisan_ringkas_dan_rupiah_terbaca_kembali(angka: Decimal) -> None:
    bulat = angka.quantize(Decimal("0.01"), rounding="ROUND_HALF_UP")
    assert parse_number(format_ringkas(angka), ISTILAH, KOMA).angka == bulat
    assert parse_number(format_rupiah(bulat), ISTILAH).angka == bulat


@given(NUMBERS)
def test_tanpa_gaya_angka_kita_terbaca_benar_atau_ditanyakan(angka: Decimal) -> None:
    nilai = parse_number(format_angka(angka), ISTILAH)
    assert nilai.angka == angka or (nilai.status is StatusNilai.AMBIGU and angka in nilai.pilihan)


@given(NUMBERS)
def test_gaya_inggris_terbaca_dengan_gayanya(angka: Decimal) -> None:
    assert parse_number(format(angka, ",f"), ISTILAH, TITIK).angka == angka


@given(st.text(max_size=300) | NUMBER_LIKE, st.sampled_from(["", KOMA, TITIK, "lain"]))
def test_tulisan_apa_pun_tidak_pernah_menggagalkan(tulisan: str, gaya: str) -> None:
    nilai = parse_number(tulisan, ISTILAH, gaya)
    assert nilai.teks == tulisan.strip()
    assert (nilai.status is StatusNilai.TERUKUR) == (nilai.angka is not None)
    assert nilai.angka is None or nilai.angka.is_finite()
    assert nilai.terukur or nilai.alasan
    column_style([tulisan, Cell(1, 1, tulisan)], ISTILAH)


@given(NUMBER_LIKE)
def test_yang_terbaca_tanpa_gaya_tidak_berubah_oleh_gaya(tulisan: str) -> None:
    """A certain number is certain: knowing the column's style changes nothing."""
    pasti = parse_number(tulisan, ISTILAH)
    if pasti.terukur:
        assert parse_number(tulisan, ISTILAH, KOMA).angka == pasti.angka
        assert parse_number(tulisan, ISTILAH, TITIK).angka == pasti.angka


@given(NUMBER_LIKE)
def test_jawaban_memilih_salah_satu_pilihan(tulisan: str) -> None:
    nilai = parse_number(tulisan, ISTILAH)
    if nilai.status is StatusNilai.AMBIGU:
        assert len(set(nilai.pilihan)) == 2
        dijawab = [parse_number(tulisan, ISTILAH, gaya) for gaya in (KOMA, TITIK)]
        for jawaban, pilihan in zip(dijawab, nilai.pilihan, strict=True):
            assert not jawaban.terukur or pilihan in (jawaban.angka, jawaban.sampai)


@given(st.text(max_size=60))
@example("' 98,5")
@example("'\x1f0")
@example("' ' 0")
def test_perapian_teks_tetap_bila_diulang(tulisan: str) -> None:
    assert normalize(normalize(tulisan)) == normalize(tulisan)
