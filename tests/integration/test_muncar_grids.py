"""Kecamatan Muncar: all 9 indicators x 5 years and 225 budget rows, from the converted PDF grids and from workbooks."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lkjip.domain.numbers import Nilai
from lkjip.domain.reading import Bacaan
from tests.makers import muncar
from tests.makers.sheets import Terbaca, read_bytes, read_path

VERDICT = {"exact": "ya", "truncated": "pembulatan", "rounded_inputs": "pembulatan", "coarse": "pembulatan"}


def _number(text: str) -> Decimal | None:
    """A printed figure of this document: points and commas are decimal marks in the indicator table."""
    return None if text.startswith(("#", "-")) else Decimal(text.replace("%", "").replace(",", "."))


@pytest.fixture(scope="module", params=["grid", "xlsx"])
def kinerja(request: pytest.FixtureRequest, real_data: Path) -> Terbaca:
    if request.param == "grid":
        return read_path(real_data / "pdf-grids" / "muncar_p28_kinerja.csv")
    return read_bytes("muncar.xlsx", muncar.kinerja_workbook(real_data))


@pytest.fixture(scope="module", params=["grid", "xlsx"])
def anggaran(request: pytest.FixtureRequest, real_data: Path) -> Terbaca:
    if request.param == "grid":
        return read_path(real_data / "pdf-grids" / "muncar_p31_33_anggaran.csv")
    return read_bytes("muncar_anggaran.xlsx", muncar.anggaran_workbook(real_data))


def _one(terbaca: Terbaca) -> Bacaan:
    assert len(terbaca.bacaan) == 1
    return terbaca.bacaan[0]


def test_sembilan_indikator_lima_tahun_tepat_seperti_terbit(kinerja: Terbaca, real_data: Path) -> None:
    expected = {}
    for place, indicator in enumerate(muncar.document(real_data)["indicators"], 1):
        for year in muncar.YEARS:
            figures = muncar.year_of(indicator, year)
            expected[place, year] = tuple(_number(figures[key]) for key in ("target", "realisasi", "capaian_printed"))
    found = {
        (one.urutan, one.tahun): (one.target.angka, one.realisasi.angka, one.capaian_tercetak.angka)
        for one in _one(kinerja).indikator
    }
    assert found == expected
    assert len(_one(kinerja).indikator) == 45


def test_nama_indikator_utuh_walau_terpecah_baris(kinerja: Terbaca, real_data: Path) -> None:
    expected = [" ".join(one["indikator"].split()) for one in muncar.document(real_data)["indicators"]]
    assert list(dict.fromkeys(one.indikator for one in _one(kinerja).indikator)) == expected


def test_setiap_capaian_tercetak_dinilai_seperti_pemeriksaannya(kinerja: Terbaca, real_data: Path) -> None:
    expected = {}
    for place, indicator in enumerate(muncar.document(real_data)["indicators"], 1):
        for year in muncar.YEARS:
            expected[place, year] = VERDICT[muncar.year_of(indicator, year)["check"]["rounding"]]
    assert {(one.urutan, one.tahun): one.cocok.hasil for one in _one(kinerja).indikator} == expected


def test_tidak_ada_galat_dan_titik_di_antara_koma_disebut(kinerja: Terbaca) -> None:
    assert not [finding for finding in kinerja.umum if finding.tingkat == "galat"]
    assert "desimal_campur" in kinerja.kode
    assert "97.5" in kinerja.dengan("desimal_campur")[0].nilai
    assert not _one(kinerja).pertanyaan


def test_225_baris_anggaran_tepat_seperti_terbit(anggaran: Terbaca, real_data: Path) -> None:
    lines = muncar.document(real_data)["budget"]
    found = _one(anggaran).anggaran
    assert len(found) == len(lines) == 225
    for one, printed in zip(found, lines, strict=True):
        assert (one.uraian, one.tahun, one.tingkat.value) == (
            printed["program_kegiatan"], printed["tahun"], muncar.expected_level(printed),
        )  # fmt: skip
        assert _amounts(one.pagu, one.realisasi) == (_rupiah(printed["pagu"]), _rupiah(printed["realisasi"]))


def _amounts(*values: Nilai) -> tuple[Decimal | None, ...]:
    return tuple(value.angka for value in values)


def _rupiah(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def test_setiap_persentase_anggaran_dinilai_seperti_pemeriksaannya(anggaran: Terbaca, real_data: Path) -> None:
    for one, printed in zip(_one(anggaran).anggaran, muncar.document(real_data)["budget"], strict=True):
        expected = "ya" if printed["persen_check"] == "exact" else "tak_terperiksa"
        assert one.cocok.hasil == expected, (one.uraian, one.tahun, one.cocok)


def test_jumlah_program_sama_dengan_baris_jumlah_setiap_tahun(anggaran: Terbaca) -> None:
    kontrol = _one(anggaran).kontrol
    for year in muncar.YEARS:
        for word in ("Pagu", "Realisasi"):
            assert kontrol[f"{word} {year}"] == kontrol[f"{word} {year} menurut baris jumlah"]
    assert kontrol["Pagu 2024"] == Decimal("3831102351")
    assert "jumlah_berbeda" not in anggaran.kode


def test_induk_setiap_baris_anggaran_satu_tingkat_di_atasnya(anggaran: Terbaca) -> None:
    level: dict[int, Any] = {one.urutan: one.tingkat.value for one in _one(anggaran).anggaran}
    above = {"kegiatan": "program", "sub_kegiatan": "kegiatan"}
    for one in _one(anggaran).anggaran:
        expected = above.get(one.tingkat.value)
        assert (level[one.induk] if one.induk else None) == expected, one.uraian
    assert "rincian_tidak_sama" not in anggaran.kode


def test_galat_bagi_nol_tercetak_disebut(anggaran: Terbaca) -> None:
    assert "galat_sebagai_nilai" in anggaran.kode
