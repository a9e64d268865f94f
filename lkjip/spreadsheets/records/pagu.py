"""The pagu of a budget table for one stage of the budget, whatever else its columns say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lkjip.domain.aturan import Istilah
from lkjip.domain.reading import BacaanAnggaran, Pertanyaan
from lkjip.spreadsheets.records.anggaran import PembacaAnggaran
from lkjip.spreadsheets.records.column_values import NilaiKolom
from lkjip.spreadsheets.table import Kolom, Peran, Tabel

_OTHER = {True: "sebelum", False: "sesudah"}  # by "is it the revised budget": the stage whose column does not count


def read_pagu(
    tabel: Tabel, istilah: Istilah, answers: Mapping[str, str], tahun: int, *, perubahan: bool
) -> tuple[tuple[BacaanAnggaran, ...], tuple[Pertanyaan, ...]]:
    """All lines with the pagu before (`perubahan` False) or after the revision; a single pagu column serves both."""
    pagu = [kolom for kolom in tabel.kolom_peran(Peran.PAGU) if kolom.tahap != "renstra"]
    rest = [kolom for kolom in pagu if kolom.tahap != _OTHER[perubahan]]
    kept = {kolom.nomor for kolom in rest or pagu}
    only = replace(tabel, kolom=tuple(_aside(kolom, kept) for kolom in tabel.kolom))
    nilai = NilaiKolom(only, istilah, answers, frozenset({Peran.PAGU}))
    return tuple(PembacaAnggaran(only, nilai, tahun).baca()), nilai.questions()


def _aside(kolom: Kolom, kept: set[int]) -> Kolom:
    money = kolom.peran in (Peran.PAGU, Peran.REALISASI, Peran.PERSEN)
    return replace(kolom, peran=Peran.ABAIKAN) if money and kolom.nomor not in kept else kolom
