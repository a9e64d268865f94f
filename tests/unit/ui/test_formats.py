"""What the screen adds: safe text, words with shapes, amounts, dates."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip.domain.access import Actor, Peran
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.finding import Finding, Tingkat
from lkjip.ui import formats
from lkjip.ui.findings_table import _kind_row, _row, sentence


@pytest.mark.parametrize(
    ("teks", "aman"),
    [
        ("Biaya $5 dan $6", r"Biaya \$5 dan \$6"),
        ("**tebal** _miring_", r"\*\*tebal\*\* \_miring\_"),
        ("[tautan](http://x)", r"\[tautan\]\(http\://x\)"),
        (":red[merah]", r"\:red\[merah\]"),
        ("<script>", r"\<script\>"),
        ("dua\n\nbaris", "dua baris"),
    ],
)
def test_tulisan_pengguna_tidak_dibaca_sebagai_markdown(teks: str, aman: str) -> None:
    assert formats.plain(teks) == aman


@given(st.text())
def test_setiap_tanda_yang_bermakna_didahului_garis_miring(teks: str) -> None:
    aman = formats.plain(teks)
    for tanda in "*_`[]$<>:#~|":
        for tempat in (place for place, huruf in enumerate(aman) if huruf == tanda):
            assert aman[tempat - 1] == "\\"


def test_keadaan_selalu_kata_dan_bentuk() -> None:
    assert formats.tingkat(Tingkat.GALAT) == "✕\u00a0Galat"
    assert formats.status_badge(Ketercapaian.HAMPIR) == ":orange-badge[◐ Hampir tercapai]"
    assert len({bentuk for bentuk, _ in formats.TINGKAT.values()}) == len(Tingkat)


def test_rupiah_kosong_bukan_nol() -> None:
    assert formats.rupiah(None) == formats.rupiah_ringkas(None) == "–"
    assert formats.rupiah(Decimal(0)) == "Rp0"


def test_tanggal_dan_waktu_indonesia() -> None:
    assert formats.tanggal(date(2025, 2, 14)) == "14 Februari 2025"
    assert formats.waktu(datetime(2025, 12, 1, 9, 5, tzinfo=UTC)) == "1 Desember 2025 pukul 17.05", (
        "the clock of the office (WITA), not that of the server"
    )


def test_kalimat_temuan_menyebut_galat_lebih_dahulu() -> None:
    temuan = [Finding("a", Tingkat.CATATAN, "x"), Finding("b", Tingkat.GALAT, "y"), Finding("c", Tingkat.GALAT, "z")]
    assert sentence(temuan) == "2 galat, 1 catatan"
    assert sentence([]) == ""


ANALIS = Actor("Siti Contoh", Peran.ANALIS)


def test_tempat_disebut_sekali_saja() -> None:
    tanpa = Finding("a", Tingkat.GALAT, "'x' bukan angka.", lembar="IKU", sel="F12")
    sudah = Finding("a", Tingkat.GALAT, "Lembar 'IKU', sel F12: 'x' bukan angka.", lembar="IKU", sel="F12")
    assert _row(tanpa, ANALIS, False)["Temuan"] == "Lembar 'IKU', sel F12: 'x' bukan angka."
    assert _row(sudah, ANALIS, False)["Temuan"] == sudah.pesan


def test_temuan_sejenis_menyebut_sel_yang_lain_dan_banyaknya_bila_terlalu_banyak() -> None:
    banyak = [Finding("a", Tingkat.GALAT, "'x' bukan angka.", lembar="IKU", sel=f"F{baris}") for baris in range(1, 12)]
    assert _kind_row(banyak[:3], ANALIS)["Temuan"].endswith("bukan angka. Juga di lembar 'IKU', sel F2, F3.")
    assert _kind_row(banyak[:9], ANALIS)["Temuan"].endswith("F8, F9.")
    assert _kind_row(banyak, ANALIS)["Temuan"].endswith("F8, F9; dan 2 tempat lain.")
    assert "Juga" not in _kind_row(banyak[:1], ANALIS)["Temuan"]
