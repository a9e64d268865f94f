"""What a page tells those who may read but not work there: another title, and whom to ask."""

from __future__ import annotations

import pytest

from lkjip.domain.access import Actor, Peran
from lkjip.domain.finding import Finding, Tingkat
from lkjip.ui.findings_table import cure
from lkjip.ui.navigation import halaman

SARAN = "Isi target 2025 di halaman Perencanaan."


def orang(peran: Peran) -> Actor:
    return Actor("Contoh", peran, "contoh", 1, 1 if peran is Peran.SEKSI else None, "x")


def temuan(saran: str) -> Finding:
    return Finding(kode="UJI", tingkat=Tingkat.PERINGATAN, pesan="Target kosong.", saran=saran)


@pytest.mark.parametrize("peran", [Peran.SEKSI, Peran.CAMAT, Peran.SEKRETARIS])
def test_yang_tidak_membuka_perencanaan_diberi_tahu_siapa_yang_diminta(peran: Peran) -> None:
    assert cure(temuan(SARAN), orang(peran)) == f"{SARAN} Minta analis: halaman itu dikerjakan analis."


def test_analis_dan_saran_yang_lain_tetap_seperti_tertulis() -> None:
    assert cure(temuan(SARAN), orang(Peran.ANALIS)) == SARAN
    assert cure(temuan("Tulis 98,53."), orang(Peran.SEKSI)) == "Tulis 98,53."
    assert cure(temuan(""), orang(Peran.SEKSI)) == ""


@pytest.mark.parametrize(
    ("peran", "judul"), [(Peran.SEKSI, "Unggah data"), (Peran.ANALIS, "Unggah data"), (Peran.CAMAT, "Unggahan")]
)
def test_menu_menyebut_yang_dilakukan_pembacanya(peran: Peran, judul: str) -> None:
    assert halaman("unggah_data").judul_bagi(orang(peran)) == judul
    assert halaman("capaian").judul_bagi(orang(peran)) == "Capaian"
