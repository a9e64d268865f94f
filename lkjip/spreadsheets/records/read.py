"""A table with roles becomes records with the cell of each value, open questions, control totals and findings."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from lkjip.domain.aturan import Istilah
from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.reading import Bacaan, BacaanIndikator
from lkjip.spreadsheets.records.anggaran import PembacaAnggaran
from lkjip.spreadsheets.records.capaian import PembacaIndikator
from lkjip.spreadsheets.records.column_values import NilaiKolom
from lkjip.spreadsheets.records.control import control_totals
from lkjip.spreadsheets.records.notes import notes_capaian, notes_rows, notes_values, notes_year
from lkjip.spreadsheets.records.notes_budget import notes_anggaran
from lkjip.spreadsheets.records.notes_columns import notes_columns
from lkjip.spreadsheets.records.renstra import read_renstra, renstra_totals
from lkjip.spreadsheets.records.typed_over import notes_typed_over
from lkjip.spreadsheets.table import Jenis, Peran, Tabel


def read_records(  # noqa: PLR0917  (the six things a reading depends on)
    tabel: Tabel,
    istilah: Istilah,
    katalog: Katalog,
    program: Mapping[str, str],
    answers: Mapping[str, str],
    tahun: int | None = None,
) -> Bacaan:
    """All records of a table. `answers` are choices by `Pertanyaan.kunci`; `tahun` serves where the file names none."""
    if tabel.jenis is Jenis.LAIN:
        return Bacaan(tabel.lembar, tabel.nomor, temuan=(_not_understood(tabel, katalog),))
    nilai = NilaiKolom(tabel, istilah, answers)
    questions = nilai.questions()
    findings = notes_rows(tabel, katalog) + notes_values(tabel, nilai, questions, katalog)
    findings += notes_columns(tabel, nilai, tahun, katalog) + notes_typed_over(tabel, katalog)
    if tabel.jenis is Jenis.CAPAIAN:
        reader = PembacaIndikator(tabel, nilai, istilah, tahun)
        indicators = tuple(reader.baca())
        findings += notes_capaian(tabel, indicators, katalog)
        findings += notes_year(tabel, {record.tahun for record in indicators}, tahun, katalog)
        findings += [] if indicators else [_no_rows(tabel, katalog)]
        return Bacaan(tabel.lembar, tabel.nomor, indicators, (), tuple(findings), questions, _counts(indicators))
    budget = PembacaAnggaran(tabel, nilai, tahun)
    lines = tuple(budget.baca())
    findings += notes_anggaran(tabel, budget, program, katalog)
    findings += notes_year(tabel, {line.tahun for line in lines}, tahun, katalog)
    findings += [] if lines else [_no_rows(tabel, katalog)]
    plan = read_renstra(tabel, nilai, lines)
    totals = control_totals(lines) | renstra_totals(plan)
    return Bacaan(tabel.lembar, tabel.nomor, (), lines, tuple(findings), questions, totals, plan)


def _no_rows(tabel: Tabel, katalog: Katalog) -> Finding:
    """Nothing read is never success."""
    return katalog.temuan(
        "tabel_tanpa_baris", lembar=tabel.lembar, baris=tabel.baris_judul[0] if tabel.baris_judul else 1
    )


def _not_understood(tabel: Tabel, katalog: Katalog) -> Finding:
    """A table whose columns do not say enough: which are missing, and what must be chosen."""
    roles = {kolom.peran for kolom in tabel.kolom}
    if not tabel.baris_judul:
        return katalog.temuan("tabel_tanpa_judul_kolom", lembar=tabel.lembar, banyak=len(tabel.mentah))
    missing = []
    if not roles & {Peran.INDIKATOR, Peran.URAIAN, Peran.KODE}:
        missing.append("indikator atau program/kegiatan")
    if not roles & {Peran.TARGET, Peran.REALISASI, Peran.PAGU, Peran.PERSEN}:
        missing.append("target, realisasi, atau pagu")
    return katalog.temuan(
        "peran_kolom_kurang",
        lembar=tabel.lembar,
        sel=f"A{tabel.baris_judul[0]}",
        kurang=" dan ".join(missing) or "pasangan nama dan angkanya",
    )


def _counts(records: tuple[BacaanIndikator, ...]) -> dict[str, Decimal]:
    """Counts instead of sums: figures of different units are never added."""
    counts = {"Indikator": Decimal(len({record.urutan for record in records}))}
    filled: dict[tuple[str, int | None], int] = {}
    for record in records:
        if record.triwulan is not None:
            continue
        for field, measured in (
            ("target", record.target.angka is not None),
            ("realisasi", record.realisasi.angka is not None),
        ):
            if measured or field in record.sel:
                key = field, record.tahun or None
                filled[key] = filled.get(key, 0) + measured
    for (field, year), count in filled.items():
        counts[f"{field.capitalize()} terisi{f' {year}' if year else ''}"] = Decimal(count)
    return counts
