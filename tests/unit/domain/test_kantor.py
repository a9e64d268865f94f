"""The office's own facts as they are written out."""

from __future__ import annotations

import pytest

from lkjip.domain.kantor import Kantor


@pytest.mark.parametrize(
    ("tertulis", "daerah"),
    [
        ("Kutai Kartanegara", "Kabupaten Kutai Kartanegara"),
        ("Kabupaten Contoh", "Kabupaten Contoh"),
        ("KABUPATEN CONTOH", "KABUPATEN CONTOH"),
        ("Kab. Contoh", "Kab. Contoh"),
        ("Kota Contoh", "Kota Contoh"),
        ("Kotabaru", "Kabupaten Kotabaru"),
    ],
)
def test_kabupaten_atau_kota_disebut_sekali_saja(tertulis: str, daerah: str) -> None:
    assert Kantor(nama="Kecamatan CONTOH", kabupaten=tertulis).daerah == daerah
