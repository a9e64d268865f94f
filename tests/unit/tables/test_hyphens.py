"""A header word broken over two rows is one word; a name broken in the data is none of it."""

from __future__ import annotations

from typing import Any

import pytest

from lkjip.spreadsheets.table import Peran
from lkjip.spreadsheets.tables.hyphens import join_hyphenated
from tests.makers.sheets import read_rows, sheet

DATA: list[list[Any]] = [[1, "Indeks Kepuasan", "Nilai", 80, 82], [2, "Nilai SAKIP", "Nilai", 70, 63]]
BROKEN = [["No", "Indikator", "Sa-", "Tar-", "Reali-"], [None, None, "tuan", "get", "sasi"]]


def test_judul_terpenggal_dua_baris_dibaca_utuh() -> None:
    terbaca = read_rows([*BROKEN, *DATA], tahun=2024)
    roles = {kolom.judul: kolom.peran for kolom in terbaca.tabel[0].kolom}
    assert (roles["Satuan"], roles["Target"], roles["Realisasi"]) == (Peran.SATUAN, Peran.TARGET, Peran.REALISASI)
    assert [(one.target.angka, one.realisasi.angka) for one in terbaca.bacaan[0].indikator] == [(80, 82), (70, 63)]


def test_judul_terpenggal_di_bawah_judul_kelompok() -> None:
    head = [["No", "Indikator", "Tahun 2024", None], [None, None, "Tar-", "Reali-"], [None, None, "get", "sasi"]]
    rows = [*head, [1, "Indeks Kepuasan", 80, 82], [2, "Nilai SAKIP", 70, 63]]
    (first, _) = read_rows(rows, ["C1:D1"]).bacaan[0].indikator
    assert (first.tahun, first.target.angka, first.realisasi.angka) == (2024, 80, 82)


@pytest.mark.parametrize(
    "rows",
    [
        [["Program pe-", 5], ["layanan", None]],
        [["Tar-", "Satuan"], ["Get", None]],
        [["-", "Satuan"], ["belum", None]],
        [["Penyusunan dokumen perencanaan perangkat da-", "x"], ["erah", None]],
    ],
    ids=["baris berangka", "huruf besar", "tanda kosong", "kalimat panjang"],
)
def test_yang_bukan_judul_terpenggal_tetap(rows: list[list[Any]]) -> None:
    made = sheet(rows)
    assert join_hyphenated(made) == made
