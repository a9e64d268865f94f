"""Tables: a name that does not fit its column gets a second line instead of being cut."""

from __future__ import annotations

from decimal import Decimal

from lkjip.ui.table import LONGEST_SHOWN, ONE_LINE, TWO_LINES, Kolom, _styled, row_height

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


def test_kolom_tanpa_lebar_tetap_menyesuaikan_isinya() -> None:
    assert row_height(((PANJANG,),), (Kolom("nama", "Indikator"),)) == ONE_LINE


def test_angka_yang_tidak_ada_menulis_alasannya_dan_diurutkan_di_bawah_semua_angka() -> None:
    styler = _styled((("IKM", Decimal(-80)), ("SPI", "belum ada data")), KOLOM)
    assert styler.data["Target"].idxmin() == 1
    assert "belum ada data" in styler.to_html()
