"""Tables: a name that does not fit its column gets a second line instead of being cut."""

from __future__ import annotations

from decimal import Decimal

from lkjip.ui.table import LETTER, LONGEST_SHOWN, ONE_LINE, PADDING, TWO_LINES, Kolom, _styled, row_height, width_for

KOLOM = (Kolom("nama", "Indikator", lebar=275), Kolom("target", "Target", "ringkas", lebar=40))
PANJANG = "Persentase usulan Musrenbang kecamatan yang diakomodasi"


def test_nama_pendek_cukup_satu_baris() -> None:
    assert row_height((("Nilai SAKIP", 70), (None, 80)), KOLOM) == ONE_LINE


def test_nama_panjang_mendapat_baris_kedua() -> None:
    assert row_height((("Nilai SAKIP", 70), (PANJANG, 80)), KOLOM) == TWO_LINES


def test_angka_tidak_menambah_baris() -> None:
    assert row_height((("IKM", "belum ada data sama sekali"),), KOLOM) == ONE_LINE


def test_tabel_panjang_tetap_satu_baris_dan_digulir() -> None:
    assert row_height(((PANJANG, 80),) * (LONGEST_SHOWN + 1), KOLOM) == ONE_LINE


def test_tabel_panjang_yang_namanya_utuh_mendapat_baris_setinggi_nama_terpanjangnya() -> None:
    def height(letters: int) -> int:
        return row_height((("x" * letters, 80),) * (LONGEST_SHOWN + 1), (Kolom("nama", "Nama", lebar=316),), utuh=True)

    assert height(45) == ONE_LINE, "297 of the 300 pixels"
    assert height(46) == TWO_LINES
    assert height(118) == TWO_LINES, "holds three lines"
    assert height(118) < height(119) < height(190)
    assert height(190) == height(2000), "one endless name does not blow up the table"


def test_kolom_tanpa_lebar_tetap_menyesuaikan_isinya() -> None:
    assert row_height(((PANJANG,),), (Kolom("nama", "Indikator"),)) == ONE_LINE


def test_angka_yang_tidak_ada_menulis_alasannya_dan_diurutkan_di_bawah_semua_angka() -> None:
    styler = _styled((("IKM", Decimal(-80)), ("SPI", "belum ada data")), KOLOM, {})
    assert styler.data["Target"].idxmin() == 1
    assert "belum ada data" in styler.to_html()


def test_kolom_selebar_teks_terpanjangnya_supaya_alamat_sel_tidak_terpotong() -> None:
    sel = ["Anggaran 2025 C5", "Anggaran 2025 C10", None]
    assert width_for(sel, least=40) >= len("Anggaran 2025 C10") * LETTER + PADDING
    assert width_for(sel, least=300, most=400) == 300
    assert width_for(["x" * 100], least=40, most=120) == 120
    assert width_for([], least=40) == 40
