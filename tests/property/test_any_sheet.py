"""Whatever stands in a sheet: reading never fails, and never invents a number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip.domain.numbers import StatusNilai
from lkjip.rules import load_aturan
from lkjip.spreadsheets.records.read import read_records
from lkjip.spreadsheets.table import Kolom, Peran
from lkjip.spreadsheets.tables.find import with_roles
from tests.makers.sheets import book, read, sheet

WORDS = (
    "No", "Indikator", "Target", "Realisasi", "Capaian (%)", "Program", "Kegiatan", "Kode", "Pagu", "Sebelum Perubahan",
    "Triwulan I", "K", "Rp", "%", "2024", "2023", "Tahun ke-", "1",
    "2", "3", "JUMLAH", "Rata-rata", "Sasaran", "-", "N/A",
    "7.01.02", "7.01.02.2.01", "5.1.02",
    "1.234", "21,276,070,424,00", "87,50", "#DIV/0!", "Meningkatnya pelayanan",
    "Program Penunjang Urusan", "dan seterusnya", "WTP", "Contoh, 31 Desember 2024",
    "NIP. 1970", "I", "A", "1.1", "(1)",
    "Nilai 10 20 30 40", "Operasi", "Modal", "Total", "s.d. 2024", "\\n", "  ", "None",
)  # fmt: skip
VALUES = st.one_of(
    st.none(), st.sampled_from(WORDS), st.integers(-10, 10**13), st.just(date(2002, 1, 7)), st.booleans(),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.text(max_size=12),
)  # fmt: skip
ROWS = st.lists(st.lists(VALUES, max_size=9), max_size=14)
MERGES = st.lists(
    st.tuples(st.integers(1, 8), st.integers(1, 8), st.integers(0, 3), st.integers(0, 3)).map(
        lambda span: f"{chr(64 + span[0])}{span[1]}:{chr(64 + span[0] + span[2])}{span[1] + span[3]}"
    ),
    max_size=4,
)
ROLES = st.lists(st.sampled_from(list(Peran)), min_size=1, max_size=9)


@settings(max_examples=200, deadline=None)
@given(ROWS, MERGES)
def test_lembar_apa_pun_dibaca_tanpa_kegagalan(rows: list[list[Any]], merges: list[str]) -> None:
    terbaca = read(book(sheet(rows, merges=merges)), tahun=2024)
    assert terbaca.bacaan or terbaca.umum or not any(any(value not in (None, "") for value in row) for row in rows)


@settings(max_examples=150, deadline=None)
@given(ROWS, MERGES, ROLES)
def test_peran_kolom_apa_pun_boleh_dipilih(rows: list[list[Any]], merges: list[str], roles: list[Peran]) -> None:
    aturan = load_aturan()
    changes = {number: Kolom(number, "", role) for number, role in enumerate(roles, 1)}
    for tabel in read(book(sheet(rows, merges=merges)), tahun=2024).tabel:
        changed = with_roles(tabel, changes, aturan.istilah)
        read_records(changed, aturan.istilah, aturan.katalog, aturan.program, {}, 2024)


@settings(max_examples=200, deadline=None)
@given(ROWS, MERGES)
def test_tidak_ada_angka_yang_tidak_tertulis(rows: list[list[Any]], merges: list[str]) -> None:
    terbaca = read(book(sheet(rows, merges=merges)), tahun=2024)
    written = {str(value) for row in rows for value in row}
    for bacaan in terbaca.bacaan:
        values = [nilai for one in bacaan.indikator for nilai in (one.target, one.realisasi, one.capaian_tercetak)]
        values += [nilai for one in bacaan.anggaran for nilai in (one.pagu, one.realisasi, one.persen_tercetak)]
        for nilai in values:
            if nilai.status is StatusNilai.TERUKUR:
                assert nilai.angka is not None
                assert (
                    nilai.teks in written
                    or any(_same(nilai.angka, value) for row in rows for value in row)
                    or (any(nilai.teks in text for text in written))
                )


def _same(angka: Decimal, value: Any) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and Decimal(str(value)) == angka
