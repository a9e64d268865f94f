"""Checks of indicators: missing or worded targets, duplicates, two indicators in one, targets far exceeded."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import StatusNilai, format_ringkas
from lkjip.domain.reading import Bacaan, BacaanIndikator
from lkjip.domain.units import unit_note
from lkjip.validation.numbers import spoilt
from lkjip.validation.registry import check, some

REVIEW_ABOVE = Decimal(120)


def _annual(bacaan: Bacaan) -> list[BacaanIndikator]:
    return [record for record in bacaan.indikator if record.triwulan is None]


def _by_year(bacaan: Bacaan, katalog: Katalog, kode: str, field: str, gone: list[BacaanIndikator]) -> Iterable[Finding]:
    """One finding a year that lists the indicators without this value, at the first one's cell."""
    for year in dict.fromkeys(record.tahun for record in gone):
        lacking = [record for record in gone if record.tahun == year]
        yield katalog.temuan(
            kode,
            lembar=bacaan.lembar,
            sel=lacking[0].sel.get(field, lacking[0].sel["indikator"]),
            tahun=year or "",
            banyak=len(lacking),
            daftar=some(f"'{record.indikator}'" for record in lacking),
        )


@check
def below_zero(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A target or realisasi below zero: true of growth and change, a dash or bracket gone astray elsewhere."""
    found: dict[str, str] = {}
    for record in bacaan.indikator:
        for field, nilai in (("target", record.target), ("realisasi", record.realisasi)):
            if nilai.angka is not None and nilai.angka < 0 and field in record.sel:
                found.setdefault(record.sel[field], nilai.teks or format_ringkas(nilai.angka))
    if found:
        cell, text = next(iter(found.items()))
        yield katalog.temuan(
            "nilai_negatif", lembar=bacaan.lembar, sel=cell, nilai=text, banyak=len(found), daftar=some(found)
        )


@check
def missing_target(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A target column stands in the table and this indicator's cell is empty or says that there is none."""
    columns = {(record.tahun, record.jenis_target) for record in bacaan.indikator if "target" in record.sel}
    gone = [
        record
        for record in _annual(bacaan)
        if record.target.status in (StatusNilai.KOSONG, StatusNilai.TIDAK_BERLAKU)
        and (record.tahun, record.jenis_target) in columns
    ]
    yield from _by_year(bacaan, katalog, "target_kosong", "target", gone)


@check
def missing_realisasi(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A realisasi column stands in the table and this indicator's cell holds no figure."""
    years = {record.tahun for record in _annual(bacaan) if "realisasi" in record.sel}
    gone = [
        record
        for record in _annual(bacaan)
        if record.realisasi.status is StatusNilai.KOSONG
        and record.tahun in years
        and not record.realisasi.alasan.startswith("tercatat pada")
    ]
    yield from _by_year(bacaan, katalog, "realisasi_kosong", "realisasi", gone)


@check
def words_against_number(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A target in words with a realisasi in figures, or the other way round."""
    for record in bacaan.indikator:
        states = {record.target.status, record.realisasi.status}
        if states == {StatusNilai.TEKS, StatusNilai.TERUKUR} and not _garbled(record):
            words = "target" if record.target.status is StatusNilai.TEKS else "realisasi"
            yield katalog.temuan(
                "target_teks_realisasi_angka",
                lembar=bacaan.lembar,
                sel=record.sel.get(words, ""),
                nilai=record.target.teks,
                indikator=record.indikator,
                realisasi=record.realisasi.teks,
            )


def _garbled(record: BacaanIndikator) -> bool:
    """One of both is a spoilt number, reported as such."""
    return any(spoilt(record, nilai) for nilai in (record.target, record.realisasi) if nilai.status is StatusNilai.TEKS)


@check
def target_in_words(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """Targets such as "Tinggi" or "WTP": measured by the order of labels, if their formula is `predikat`."""
    worded = {
        record.urutan: record
        for record in bacaan.indikator
        if StatusNilai.TEKS in (record.target.status, record.realisasi.status)
        and StatusNilai.TERUKUR not in (record.target.status, record.realisasi.status)
        and not re.match(r"^\s*\d", record.target.teks)
    }
    for record in worded.values():
        field = "target" if record.target.status is StatusNilai.TEKS else "realisasi"
        yield katalog.temuan(
            "nilai_berupa_kata",
            lembar=bacaan.lembar,
            sel=record.sel.get(field, ""),
            nilai=record.target.teks or record.realisasi.teks,
            indikator=record.indikator,
        )


@check
def duplicate_names(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """The same indicator twice in one table."""
    places = {record.urutan: record for record in bacaan.indikator}
    names = Counter(_same_name(record) for record in places.values())
    for (sasaran, name), count in names.items():
        if count > 1:
            same = [record for record in places.values() if _same_name(record) == (sasaran, name)]
            yield katalog.temuan(
                "indikator_ganda",
                lembar=bacaan.lembar,
                sel=same[0].sel["indikator"],
                nilai=same[0].indikator,
                banyak=count,
                daftar=some(record.sel["indikator"] for record in same),
            )


def _same_name(record: BacaanIndikator) -> tuple[str, str]:
    """Sasaran and name without case, spacing and the ways in which one letter with its mark can be stored."""
    sasaran, name = (
        " ".join(unicodedata.normalize("NFKC", text).casefold().split()) for text in (record.sasaran, record.indikator)
    )
    return sasaran, name


@check
def unnamed_indicator(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A row of figures whose name cell is empty cannot be stored."""
    for record in {record.urutan: record for record in bacaan.indikator if not record.indikator.strip()}.values():
        place = next(iter(cell for cell in record.sel.values() if cell), "")
        yield katalog.temuan("indikator_tanpa_nama", lembar=bacaan.lembar, sel=place)


@check
def far_above_target(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """Above 120 %: the target wants a second look; a ratio of 10 or 100 speaks for two units."""
    for record in _annual(bacaan):
        printed, own = record.capaian_tercetak.angka, record.cocok.hitungan
        if own is None and record.target.angka and record.realisasi.angka is not None:
            own = record.realisasi.angka * 100 / record.target.angka
        note = unit_note("naik", record.target, record.realisasi)
        if note:
            yield katalog.temuan(
                "satuan_berbeda",
                lembar=bacaan.lembar,
                sel=record.sel.get("realisasi", ""),
                nilai=record.realisasi.teks,
                indikator=record.indikator,
                target=record.target.teks,
                catatan=note,
            )
        reached = printed if printed is not None and record.cocok.hasil in ("ya", "pembulatan") else own
        if reached is not None and reached > REVIEW_ABOVE:
            yield katalog.temuan(
                "capaian_di_atas_120",
                lembar=bacaan.lembar,
                sel=record.sel.get("capaian_tercetak", record.sel.get("realisasi", "")),
                nilai=format_ringkas(reached),
                indikator=record.indikator,
                tahun=record.tahun or "",
            )
