"""The other fifteen published documents, written in their printed layout and read back: rows and verdicts."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from lkjip.domain.reading import BacaanAnggaran, BacaanIndikator
from tests.makers import documents
from tests.makers.sheets import Terbaca, read_bytes

NUMBERS = ("01", "12", "13", "17", "18", "21", "26", "28", "33", "37", "39", "45", "53", "61", "64")

# Where the source's own check rests on something the table does not print.
OTHERWISE = {
    # "Two units in one cell; the capaian uses the second": from the printed figures it follows only by rounding.
    ("28", "Persentase peningkatan Jalan Berkualitas Baik", 2015): "pembulatan",
    # "2,55 Perubahan Target": the source did not check it; the figure gives 115, printed capped at 100.
    ("64", "Tingkat Inflasi", 2024): "ya",
}


@lru_cache(maxsize=len(NUMBERS))
def _read(real_data: Path, number: str) -> tuple[dict[str, Any], Terbaca]:
    document = documents.load(real_data, number)
    return document, read_bytes(f"{number}.xlsx", documents.workbook(document, number), tahun=document["tahun"])


def _indicators(terbaca: Terbaca) -> list[BacaanIndikator]:
    return [one for bacaan in terbaca.bacaan for one in bacaan.indikator]


def _lines(terbaca: Terbaca) -> list[BacaanAnggaran]:
    return [line for bacaan in terbaca.bacaan for line in bacaan.anggaran]


def _expected(check: dict[str, Any]) -> str:
    """The verdict of the source's own check in our words."""
    verdict, rounding = check["verdict"], check.get("rounding", "-")
    if verdict == "not_checkable":
        return "tak_terperiksa"
    if verdict in ("wrong", "(T-R)/T*100"):
        return "tidak"
    return "ya" if rounding in ("exact", "-") else "pembulatan"


@pytest.mark.parametrize("number", NUMBERS)
def test_setiap_indikator_dan_tahun_ditemukan_dengan_angkanya(real_data: Path, number: str) -> None:
    document, terbaca = _read(real_data, number)
    expected = Counter(
        (" ".join(one["indikator"].split()), year, str(figures["target"]), str(figures.get("realisasi")))
        for one in document["indicators"]
        for year, figures in documents.years_of(one, document["tahun"]).items()
    )
    found = Counter(
        (one.indikator, one.tahun, one.target.teks or one.target.alasan, one.realisasi.teks)
        for one in _indicators(terbaca)
        if "target" in one.sel
    )
    assert found == expected


@pytest.mark.parametrize("number", NUMBERS)
def test_setiap_capaian_tercetak_dinilai_seperti_pemeriksaan_sumbernya(real_data: Path, number: str) -> None:
    document, terbaca = _read(real_data, number)
    found = {(one.indikator, one.tahun): one for one in _indicators(terbaca) if "target" in one.sel}
    different = []
    for one in document["indicators"]:
        for year, figures in documents.years_of(one, document["tahun"]).items():
            record = found[" ".join(one["indikator"].split()), year]
            expected = OTHERWISE.get((number, one["indikator"], year), _expected(figures["check"]))
            if record.cocok.hasil != expected:
                different.append((one["indikator"], year, figures["check"], record.cocok))
    assert not different


@pytest.mark.parametrize("number", NUMBERS)
def test_setiap_baris_anggaran_ditemukan_dengan_angka_dan_tingkatnya(real_data: Path, number: str) -> None:
    document, terbaca = _read(real_data, number)
    found = _lines(terbaca)
    assert len(found) == len(document["budget"])
    for line, printed in zip(sorted(found, key=lambda one: one.urutan), _in_order(document), strict=True):
        assert line.uraian == " ".join(printed["program_kegiatan"].split())
        assert line.tingkat.value == printed.get("level", line.tingkat.value)
        assert (line.pagu.teks, line.realisasi.teks) == (str(printed["pagu"]), str(printed["realisasi"]))


def _in_order(document: dict[str, Any]) -> list[dict[str, Any]]:
    names = list(dict.fromkeys(line["program_kegiatan"] for line in document["budget"]))
    if any("tahun" in line for line in document["budget"]):
        return sorted(document["budget"], key=lambda line: (names.index(line["program_kegiatan"]), line["tahun"]))
    return list(document["budget"])


@pytest.mark.parametrize("number", NUMBERS)
def test_setiap_persentase_anggaran_dinilai_seperti_pemeriksaan_sumbernya(real_data: Path, number: str) -> None:
    document, terbaca = _read(real_data, number)
    different = []
    for line, printed in zip(sorted(_lines(terbaca), key=lambda one: one.urutan), _in_order(document), strict=True):
        if "persen_printed" not in printed:
            continue
        expected = "tidak" if printed["persen_check"].startswith("wrong") else "ya"
        if line.cocok.hasil != expected:
            different.append((printed, line.cocok))
    assert not different


@pytest.mark.parametrize("number", NUMBERS)
def test_tidak_ada_galat_dalam_dokumen_terbit(real_data: Path, number: str) -> None:
    _, terbaca = _read(real_data, number)
    every = (*terbaca.umum, *(finding for some in terbaca.temuan for finding in some))
    assert [finding.pesan for finding in every if finding.tingkat == "galat"] == []


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("number", [number for number in NUMBERS if number not in ("21", "45")])
def test_daftar_datar_dari_basis_data_terbaca_sama(real_data: Path, number: str, separator: str) -> None:
    document = documents.load(real_data, number)
    terbaca = read_bytes(f"{number}.csv", documents.flat_csv(document, separator))
    expected = [
        (
            " ".join(one["indikator"].split()),
            year,
            OTHERWISE.get((number, one["indikator"], year), _expected(figures["check"])),
        )
        for one in document["indicators"]
        for year, figures in documents.years_of(one, document["tahun"]).items()
    ]
    assert [(one.indikator, one.tahun, one.cocok.hasil) for one in _indicators(terbaca)] == expected
