"""Findings about two columns that say the same thing of the same year: only one of them can be used."""

from __future__ import annotations

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.spreadsheets.cells import column_letter
from lkjip.spreadsheets.records.capaian import default_year, is_final_target
from lkjip.spreadsheets.records.column_values import NilaiKolom
from lkjip.spreadsheets.table import Jenis, Kolom, Peran, Tabel
from lkjip.spreadsheets.tables.words import tokens

_TWICE = {
    Jenis.CAPAIAN: (Peran.TARGET, Peran.REALISASI),
    Jenis.ANGGARAN: (Peran.PAGU, Peran.REALISASI),
    Jenis.LAIN: (),
}


def notes_columns(tabel: Tabel, nilai: NilaiKolom, tahun: int | None, katalog: Katalog) -> list[Finding]:
    """Two columns of one meaning with different contents: an error where their headers are equal, else a warning.

    Several realisasi of a budget table under different headers are chosen by its percentages (`realisasi_ganda`).
    """
    used: dict[tuple[object, ...], Kolom] = {}
    found = []
    for kolom in tabel.kolom:
        if kolom.peran not in _TWICE[tabel.jenis] or kolom.tahap == "kumulatif":
            continue
        if kolom.peran is Peran.TARGET and is_final_target(kolom):
            continue
        year = kolom.tahun if kolom.tahun is not None else default_year(tabel, tahun)
        first = used.setdefault((kolom.peran, kolom.tahap, kolom.kelompok, year, kolom.triwulan), kolom)
        same_header = tokens(first.judul) == tokens(kolom.judul)
        chosen_otherwise = tabel.jenis is Jenis.ANGGARAN and kolom.peran is Peran.REALISASI and not same_header
        if first is not kolom and not chosen_otherwise:
            found += _difference(tabel, nilai, first, kolom, katalog)
    return found


def _difference(tabel: Tabel, nilai: NilaiKolom, first: Kolom, other: Kolom, katalog: Katalog) -> list[Finding]:
    """The finding about the first row in which the column left out says something else."""
    for row in tabel.baris:
        ours, theirs = nilai.at(row, first.nomor), nilai.at(row, other.nomor)
        if other.nomor not in row.cells or theirs.status is StatusNilai.KOSONG or _same(ours, theirs):
            continue
        same_header = tokens(first.judul) == tokens(other.judul)
        place = row.cells.get(first.nomor, row.cells[other.nomor])
        return [
            katalog.temuan(
                "kolom_ganda" if same_header else "kolom_sejenis",
                lembar=tabel.lembar,
                sel=place.address,
                nilai=ours.teks or "kosong",
                kedua=theirs.teks,
                judul=first.judul,
                kolom=column_letter(first.nomor),
                lain=column_letter(other.nomor) if same_header else other.judul,
            )
        ]
    return []


def _same(one: Nilai, other: Nilai) -> bool:
    if one.angka is not None and other.angka is not None:
        return (one.angka, one.sampai) == (other.angka, other.sampai)
    return one.status is other.status and one.teks == other.teks
