"""Perencanaan in a real browser: a Renstra matrix imported (a PK with its number and date: test_satu_tahun)."""

from __future__ import annotations

import pytest

from lkjip.config import Config
from lkjip.domain.indikator import JenisTarget
from lkjip.services import evaluation
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import open_store
from tests.browser.conftest import Server, Visitor
from tests.browser.test_satu_tahun import give
from tests.makers import rencana as maker

pytestmark = pytest.mark.browser


def targets(server: Server, jenis: JenisTarget) -> dict[int, int]:
    """How many targets of each year the database holds."""
    store = open_store(Config(server.data, f"sqlite:///{server.data / 'lkjip.db'}"))
    try:
        found: dict[int, int] = {}
        for satu in evaluation.load(store, OPERATOR).target:
            if satu.jenis is jenis:
                found[satu.tahun] = found.get(satu.tahun, 0) + 1
        return found
    finally:
        store.close()


def test_rencana_diimpor_dari_matriks(analis: Visitor) -> None:
    visitor, server = analis, analis.server
    visitor.open("/perencanaan?bagian=Impor")
    give(visitor, "matriks.xlsx", maker.matrix())
    visitor.see("Yang akan berubah")
    visitor.click("button", "Terapkan")
    visitor.see("Lihat hasilnya di bagian Ikhtisar dan Renstra.")
    assert targets(server, JenisTarget.RENSTRA) == dict.fromkeys(range(2025, 2030), 3)

    visitor.click("tab", "Renstra")
    visitor.see("Tahun 2025 diukur menurut Renstra 2025-2029 (satu-satunya yang memuatnya).")
    visitor.click("tab", "Ikhtisar")
    visitor.see("2 sasaran, 3 indikator; 3 belum punya target PK 2025 dan 3 memakai rumus yang belum ditetapkan.")
    assert visitor.errors == []
