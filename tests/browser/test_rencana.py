"""Perencanaan in a real browser: the plan imported from files, changed, and a column corrected on the way."""

from __future__ import annotations

import pytest

from lkjip.config import Config
from lkjip.domain.indikator import JenisTarget
from lkjip.services import evaluation
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import open_store
from tests.browser.conftest import Server, Visitor
from tests.makers import rencana as maker

pytestmark = pytest.mark.browser


def drop(visitor: Visitor, content: bytes, nama: str) -> None:
    berkas = {"name": nama, "mimeType": "application/octet-stream", "buffer": content}
    visitor.page.locator("input[type=file]").set_input_files([berkas])
    visitor.page.get_by_role("heading", name=nama).wait_for()
    visitor.settle()


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


def test_rencana_diimpor_dari_matriks_sampai_pk(analis: Visitor) -> None:
    visitor, server = analis, analis.server
    visitor.open("/perencanaan?bagian=Impor")
    drop(visitor, maker.matrix(), "matriks.xlsx")
    visitor.see("Yang akan berubah")
    visitor.click("button", "Terapkan")
    visitor.see("Lihat hasilnya di bagian Ikhtisar dan Renstra.")
    assert targets(server, JenisTarget.RENSTRA) == dict.fromkeys(range(2025, 2030), 3)

    visitor.click("button", "Berkas lain")
    visitor.page.get_by_text("Perjanjian Kinerja (PK)").first.click()
    visitor.settle()
    drop(visitor, maker.pk(maker.PK), "pk.xlsx")
    visitor.see("Isi nomor dan tanggal PK murni.")
    visitor.page.get_by_label("Nomor PK").fill("1/PK/2025")
    visitor.page.get_by_label("Nomor PK").press("Enter")
    visitor.settle()
    visitor.see("Isi tanggal PK murni.")
    assert visitor.page.get_by_role("button", name="Terapkan", exact=True).is_disabled()
    assert targets(server, JenisTarget.PK) == {}
    visitor.page.get_by_role("tabpanel", name="Impor").get_by_test_id("stDateInputField").click()
    visitor.page.keyboard.type("15012025")
    visitor.page.keyboard.press("Escape")
    visitor.page.get_by_label("Nomor PK").click()
    visitor.settle()
    visitor.click("button", "Terapkan")
    visitor.see("Lihat hasilnya di bagian Ikhtisar dan Rekonsiliasi.")
    assert targets(server, JenisTarget.PK) == {2025: 3}

    visitor.click("tab", "Renstra")
    visitor.see("Tahun 2025 diukur menurut Renstra 2025-2029 (satu-satunya yang memuatnya).")
    visitor.click("tab", "Ikhtisar")
    assert "3 indikator; 3 memakai rumus yang belum ditetapkan" in visitor.text()
    assert visitor.errors == []
