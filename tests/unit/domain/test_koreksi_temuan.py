"""A correction whose old value stands no longer is told in its own year, and only there."""

from __future__ import annotations

from dataclasses import replace

from lkjip.domain.evaluation_findings import correction_findings
from lkjip.domain.koreksi import Koreksi, ObjekKoreksi
from lkjip.domain.numbers import terukur
from lkjip.rules import load_aturan
from tests.makers.kinerja import data_kinerja

KOREKSI = Koreksi(7, ObjekKoreksi.REALISASI, "1|2025|", 2025, terukur("85"), terukur("58"), "salah ketik")


def test_koreksi_basi_disebut_pada_tahunnya() -> None:
    data = replace(data_kinerja(), koreksi_basi=(KOREKSI,))
    (finding,) = correction_findings(data, 2025, load_aturan())
    assert finding.kode == "koreksi_basi"
    assert "85" in finding.pesan
    assert list(correction_findings(data, 2024, load_aturan())) == []
