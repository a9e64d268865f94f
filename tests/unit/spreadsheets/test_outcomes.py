"""Every file of the corpus and of both generators has its outcome in a table; a changed outcome is a failing test."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from lkjip.spreadsheets.cells import Workbook
from lkjip.spreadsheets.files.inspect import shown_name
from tests.makers.invariants import Watch, assert_sentence
from tests.makers.outcomes import corpus, generated, index, outcome, read_all, refusal, table

BIG = bool(os.environ.get("LKJIP_UJI_BERAT"))  # bombs of 5 GiB: minutes to make
MACRO_OR_EMPTY = {"berkas_makro", "berkas_tanpa_isi", "teks_bukan_tabel", "berkas_terkunci"}


@pytest.fixture(scope="module")
def read_corpus(bad_files: Path) -> dict[str, Workbook]:
    return read_all(corpus())


def assert_as_in_table(name: str, read: dict[str, Workbook]) -> None:
    expected = table(name)
    found = {berkas: outcome(berkas, workbook) for berkas, workbook in read.items()}
    assert {berkas: one for berkas, one in found.items() if one != expected.get(berkas)} == {}
    assert set(found) == set(expected)


def assert_told(read: dict[str, Workbook]) -> None:
    """Cells, or exactly one refusal in a sentence that names the file and, where there is one, sheet and cell."""
    for berkas, workbook in read.items():
        why = refusal(workbook)
        assert (sum(len(sheet.cells) for sheet in workbook.sheets) > 0) is (why is None), berkas
        if why is None:
            continue
        assert (len(workbook.findings), workbook.sheets) == (1, ()), berkas
        csv_line = why.kode == "csv_kutip_tidak_ditutup"  # a text table has lines, no sheet
        where = () if csv_line else tuple(filter(None, (why.lembar, why.sel)))
        assert_sentence(why.pesan.replace(why.berkas, "BERKAS"), "BERKAS", *where)
        assert_sentence(why.saran)
        assert why.berkas == shown_name(Path(berkas).name)


def test_seluruh_korpus_berakhir_seperti_yang_dicatat(read_corpus: dict[str, Workbook]) -> None:
    assert len(read_corpus) == 212
    assert_as_in_table("corpus", read_corpus)
    assert_told(read_corpus)


def test_akhir_korpus_sesuai_golongan_dalam_indeksnya(bad_files: Path) -> None:
    outcomes, seen = table("corpus"), Counter()
    for row in index():
        hasil = outcomes[row["path"]].hasil
        seen[row["class"]] += 1
        if row["class"] == "encrypted":
            assert hasil == "berkas_terkunci", row["path"]
        elif row["class"] == "corrupt":
            assert hasil != "dibaca", row["path"]
        elif row["class"] == "valid":
            assert hasil in {"dibaca", *MACRO_OR_EMPTY}, row["path"]
    assert seen == {"valid": 140, "doubtful": 20, "strings": 18, "hostile": 17, "encrypted": 14, "corrupt": 3}


@pytest.mark.timeout(3_600 if BIG else 300)
def test_semua_buatan_kedua_pembangkit_berakhir_seperti_yang_dicatat(bad_files: Path, tmp_path: Path) -> None:
    made = generated(tmp_path, big=BIG)
    watch = Watch(data=tmp_path)
    read = read_all(made)
    assert_as_in_table("generated", read)
    assert_told(read)
    watch.assert_nothing_left()
    assert [found for folder in (tmp_path, *tmp_path.parents, Path.cwd()) for found in folder.glob("*pwned*")] == []
