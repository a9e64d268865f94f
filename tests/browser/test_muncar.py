"""The published figures of Kecamatan Muncar, as grids and as workbooks: uploaded, stored, and printed as a draft."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.kantor import Kantor
from lkjip.services import evaluation, kantor
from lkjip.services.actor import OPERATOR
from lkjip.store import Store, open_store
from tests.browser.conftest import Furnish, Server
from tests.browser.test_unggah_data import drop
from tests.makers import muncar
from tests.makers.akun import add_account

pytestmark = pytest.mark.browser

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def muncar_office(store: Store) -> None:
    """The office of the publication without data, with its analis."""
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Muncar", "Kabupaten Uji", tahun_aktif=2024))
    add_account(store, "siti", "Siti Contoh", Peran.ANALIS)


def grids(real_data: Path) -> list[Any]:
    return [real_data / "pdf-grids" / name for name in ("muncar_p28_kinerja.csv", "muncar_p31_33_anggaran.csv")]


def workbooks(real_data: Path) -> list[Any]:
    made = {"kinerja.xlsx": muncar.kinerja_workbook, "anggaran.xlsx": muncar.anggaran_workbook}
    return [{"name": name, "mimeType": XLSX, "buffer": make(real_data)} for name, make in made.items()]


def stored(server: Server) -> DataKinerja:
    store = open_store(Config(server.data, f"sqlite:///{server.data / 'lkjip.db'}"))
    try:
        return evaluation.load(store, OPERATOR)
    finally:
        store.close()


def pdf_text(pdf: bytes) -> str:
    """All words of a PDF, blanks folded."""
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


@pytest.mark.parametrize("files", [grids, workbooks])
def test_kecamatan_muncar_dari_berkas_sampai_draf_2024(
    furnish: Furnish, real_data: Path, files: Callable[[Path], list[Any]]
) -> None:
    visitor = furnish(muncar_office)
    page = visitor.page
    visitor.open("/unggah_data")
    drop(visitor, *files(real_data))
    visitor.see("9 indikator, tahun 2020–2024")
    visitor.click("button", "Simpan semua yang siap (2)")
    visitor.see("Semua berkas di daftar sudah tersimpan.")

    data = stored(visitor.server)
    assert len(data.indikator) == 9
    assert len({(satu.indikator_id, satu.tahun) for satu in data.realisasi}) == 45
    assert len(data.anggaran) == 225

    visitor.open("/draf_lkjip")
    with page.expect_download(timeout=60_000) as unduhan:
        page.get_by_role("link", name="Buat PDF").click()
    teks = pdf_text(Path(unduhan.value.path()).read_bytes())
    for satu in muncar.document(real_data)["indicators"]:
        printed = Decimal(satu["capaian_printed"].replace(",", "."))
        assert f"{printed:.2f}".replace(".", ",") in teks, satu["indikator"]
    assert "3.831.102.351" in teks
    assert "3.361.311.356" in teks
