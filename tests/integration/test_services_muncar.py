"""Kecamatan Muncar through the whole path: file in, stored, evaluated; the printed percentages come out again."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from lkjip.config import Config
from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.kantor import Kantor
from lkjip.domain.numbers import round_half_up, truncate
from lkjip.services import evaluation, importing, kantor, reporting
from lkjip.services.actor import OPERATOR
from lkjip.services.choices import Pilihan
from lkjip.store import Store
from tests.conftest import SHARED
from tests.integration.conftest import ANALIS
from tests.makers import muncar, pages, ready


def from_grids(store: Store) -> None:
    """The office with both published tables, from the converted PDF."""
    grids = SHARED / "real-data" / "pdf-grids"
    files = {"kinerja.csv": "muncar_p28_kinerja.csv", "anggaran.csv": "muncar_p31_33_anggaran.csv"}
    _fill(store, {nama: (grids / path).read_bytes() for nama, path in files.items()})


def from_workbooks(store: Store) -> None:
    """The same from workbooks in the printed layout."""
    published = SHARED / "real-data"
    files = {
        "kinerja.xlsx": muncar.kinerja_workbook(published),
        "anggaran.xlsx": muncar.anggaran_workbook(published),
    }
    _fill(store, files)


def _fill(store: Store, files: dict[str, bytes]) -> None:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Muncar", "Banyuwangi", tahun_aktif=2024))
    for nama, content in files.items():
        reading = importing.read(nama, content, tahun=2024)
        preview = importing.preview(store, OPERATOR, reading, 2024)
        assert preview.halangan == ()
        accepted = frozenset(usul.kunci for usul in preview.usulan)
        importing.save(store, ANALIS, reading, content, tahun=2024, pilihan=Pilihan(rumus_diterima=accepted))


FILLINGS = {"office": {"grid": from_grids, "xlsx": from_workbooks}}


@pytest.fixture(params=["grid", "xlsx"])
def office(real_data: Path, store: Store) -> Store:
    return store


def test_semua_indikator_dan_anggaran_tersimpan(office: Store) -> None:
    data = evaluation.load(office, OPERATOR)
    assert (len(data.indikator), len(data.target), len(data.realisasi), len(data.anggaran)) == (9, 45, 45, 225)
    assert evaluation.years(office) == muncar.YEARS


def test_setiap_capaian_tercetak_dihitung_kembali_sampai_angka_di_belakang_komanya(
    office: Store, real_data: Path
) -> None:
    printed = muncar.document(real_data)["indicators"]
    for year in muncar.YEARS:
        evaluasi = evaluation.evaluate(office, OPERATOR, year)
        for published, satu in zip(printed, evaluasi.indikator, strict=True):
            figures = muncar.year_of(published, year)
            expected = Decimal(figures["capaian_printed"].replace(",", "."))
            assert satu.capaian.nilai is not None
            rule = truncate if figures["check"]["rounding"] == "truncated" else round_half_up
            assert rule(satu.capaian.nilai, figures["check"]["printed_decimals"]) == expected, (
                year,
                satu.indikator.teks,
            )


def test_jumlah_anggaran_setiap_tahun_seperti_yang_tercetak(office: Store, real_data: Path) -> None:
    totals = {
        line["tahun"]: tuple(Decimal(line[name].replace(",", "")) for name in ("pagu", "realisasi"))
        for line in muncar.document(real_data)["budget"]
        if line["program_kegiatan"].strip().upper() == "JUMLAH"
    }
    for year in muncar.YEARS:
        budget = evaluation.evaluate(office, OPERATOR, year).anggaran
        assert (budget.pagu, budget.realisasi) == totals[year], "satu tingkat saja yang dijumlahkan"
        assert len(budget.setingkat(TingkatAnggaran.TOTAL)) == 1


@pytest.mark.parametrize("fill", FILLINGS["office"].values(), ids=FILLINGS["office"])
def test_draf_2024_mengalir_tanpa_halaman_yang_setengah_kosong(
    fill: ready.Fill, real_data: Path, sqlite_config: Config
) -> None:
    office = ready.opened(sqlite_config, fill)
    draf = pages.read(reporting.build_pdf(evaluation.evaluate(office, OPERATOR, 2024)))
    assert pages.torn_pages(draf) == {}
    text = " ".join(pages.words(page) for page in draf.pages)
    assert "Tabel L.1 memuat pengukuran kinerja Kecamatan Muncar tahun 2024" in text
    assert "1 sasaran strategis" not in text
    assert "sasaran strategis dari 9 indikator yang belum dikelompokkan" in text
    assert "Sebanyak 5 indikator tepat mencapai target Renstra" in text
