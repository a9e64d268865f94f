"""A finding says where it is, once."""

from __future__ import annotations

import pytest

from lkjip.domain.finding import Finding, Tingkat
from lkjip.ui.findings_table import told


@pytest.mark.parametrize(
    ("lembar", "sel", "pesan", "tertulis"),
    [
        ("IKU", "F12", "Lembar 'IKU', sel F12: 'x' bukan angka.", "Lembar 'IKU', sel F12: 'x' bukan angka."),
        ("IKU", "F1", "Sel F12 dan F13 sama.", "Lembar 'IKU', sel F1: Sel F12 dan F13 sama."),
        ("IKU", "F1", "Sel AF1 kosong.", "Lembar 'IKU', sel F1: Sel AF1 kosong."),
        ("IKU", "F1", "Rumus di F1, bukan angka.", "Rumus di F1, bukan angka."),
        ("IKU", "", "Tidak ada tabel yang dikenali.", "Lembar 'IKU': Tidak ada tabel yang dikenali."),
        ("IKU", "", "Lembar 'IKU' kosong.", "Lembar 'IKU' kosong."),
        ("", "", "Berkas ini kosong.", "Berkas ini kosong."),
    ],
)
def test_tempat_temuan_tertulis_sekali(lembar: str, sel: str, pesan: str, tertulis: str) -> None:
    assert told(Finding("uji", Tingkat.GALAT, pesan, lembar=lembar, sel=sel)) == tertulis
