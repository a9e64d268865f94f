"""SOP steps 1-3 in a real browser: what the Sekretaris wrote is printed, each section fetches its own workbook."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from lkjip.domain.access import Peran
from lkjip.domain.tahun import Disposisi
from lkjip.services import buka_tahun, distribusi, format_seksi, seksi
from lkjip.services.actor import Actor
from lkjip.services.opening import Store
from tests.browser.conftest import Furnish
from tests.browser.test_peran import as_role
from tests.makers.ready import demo_office

pytestmark = pytest.mark.browser
HARI = date(2026, 1, 5)
SEKRETARIS = Actor("Dewi Contoh", Peran.SEKRETARIS)
ANALIS = Actor("Siti Contoh", Peran.ANALIS)


def handed_over(store: Store) -> None:
    """The demo: its year opened, all workbooks made and handed over (through the page: test_satu_tahun)."""
    demo_office(store)
    disposisi = Disposisi(0, 2025, "B.12/Kec/2026", HARI, "Susun", HARI, "Sekretaris", "Kasubag")
    buka_tahun.open_year(store, SEKRETARIS, disposisi)
    format_seksi.make(store, ANALIS, 2025)
    homes = [satu.id for satu in seksi.list_seksi(store)]
    distribusi.hand_over(store, ANALIS, 2025, homes, cara="Surat dinas", tanggal=HARI, tenggat=HARI)


def test_disposisi_dan_buku_kerja_diambil_dan_diterima(furnish: Furnish) -> None:
    visitor = furnish(handed_over)
    page = visitor.page
    visitor.open("/format_pengumpulan")
    as_role(visitor, "Sekretaris")
    visitor.open("/format_pengumpulan")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh lembar disposisi (PDF)").click()
    assert waiting.value.path().read_bytes().startswith(b"%PDF")
    as_role(visitor, "Seksi")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Unduh buku kerja seksi Anda").click()
    book = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    assert {"Petunjuk", "Indikator", "Analisis", "Anggaran", "Data Dukung"} <= set(book.sheetnames)
    visitor.click("button", "Nyatakan sudah diterima")
    visitor.see("penerimaan tercatat")
