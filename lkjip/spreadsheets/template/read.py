"""A returned section workbook, from the cells the reading process found: values with their cells, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from lkjip.domain.aturan import Istilah
from lkjip.domain.finding import Finding, Katalog, sorted_findings
from lkjip.domain.isian_format import VERSI_TEMPLAT, BacaanFormat, Identitas, IsiFormat, RealisasiFormat
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.domain.pengumpulan import Penjelasan, SerapanSeksi
from lkjip.spreadsheets.cells import Sheet, Workbook, address
from lkjip.spreadsheets.template import schema
from lkjip.spreadsheets.template.evidence import read_evidence
from lkjip.spreadsheets.template.join import MOST_NAMED, Pasangan, columns_missing, join, name_of
from lkjip.spreadsheets.template.locate import (
    LembarTerbaca,
    find_sheet,
    hidden_identity_kept,
    identify,
    plain,
    prefilled_in,
    text_of,
)
from lkjip.spreadsheets.template.notes import Catatan
from lkjip.spreadsheets.template.rows import rows_of
from lkjip.spreadsheets.template.schema import KolomFormat, LembarFormat, Status
from lkjip.spreadsheets.template.values import Tempat, read_rupiah, read_value, read_words

__all__ = ["file_findings", "identify", "prefilled_in", "read_isian"]

_OUR_OWN = frozenset({"lembar_tersembunyi", "kolom_tersembunyi", "sel_galat", "rumus_tanpa_nilai"})


def read_isian(workbook: Workbook, isi: IsiFormat, istilah: Istilah, katalog: Katalog) -> BacaanFormat:
    """What a section wrote. `isi`: what this workbook was filled with beforehand (the one of its fingerprint).

    Whether it is the right section and year is the caller's question. A file that is no section workbook has no
    `identitas`. Findings: errors first.
    """
    identitas = identify(workbook.sheets)
    if identitas is None:
        return BacaanFormat(None)
    catatan = Catatan(workbook.name, workbook.sha256, istilah, katalog)
    _version(identitas, workbook.sheets, catatan)
    bacaan = BacaanFormat(identitas)
    for lembar in schema.LEMBAR.values():
        found = _sheet(workbook.sheets, lembar, isi, catatan)
        if found is not None:
            bacaan = _read_sheet(found, isi, catatan, bacaan)
    return replace(bacaan, temuan=sorted_findings(tuple(dict.fromkeys(catatan.temuan))))


def file_findings(workbook: Workbook) -> tuple[Finding, ...]:
    """What the reading of the file noticed, without what a section workbook hides itself and what is said per cell."""
    return tuple(satu for satu in workbook.findings if satu.kode not in _OUR_OWN)


def _version(identitas: Identitas, sheets: Sequence[Sheet], catatan: Catatan) -> None:
    if not hidden_identity_kept(sheets):
        catatan.add("format_identitas_hilang")
    written = identitas.versi_templat
    if written == VERSI_TEMPLAT:
        return
    older = written.isdigit() and int(written) < int(VERSI_TEMPLAT)
    kode = "format_versi_lama" if older else "format_versi_tak_dikenal"
    catatan.add(kode, nilai=written, versi=VERSI_TEMPLAT)


def _sheet(sheets: Sequence[Sheet], lembar: LembarFormat, isi: IsiFormat, catatan: Catatan) -> LembarTerbaca | None:
    """The sheet with all the columns that cannot be missed; anything less is a finding."""
    found = find_sheet(sheets, lembar, isi.tahun)
    if found is None:
        needed = isi.anggaran if lembar is schema.ANGGARAN else isi.indikator
        if needed:
            catatan.add("format_lembar_hilang", lembar.nama)
        return None
    missing = columns_missing(found, isi.tahun)
    if missing:
        catatan.add(
            "format_kolom_hilang", found.nama, address(found.baris_judul, 1),
            daftar=", ".join(f"'{judul}'" for judul in missing.values()),
        )  # fmt: skip
    if found.lain:
        places = ", ".join(cell.address for cell in found.lain[:MOST_NAMED])
        more = ", ..." if len(found.lain) > MOST_NAMED else ""
        catatan.add("format_di_luar_kolom", found.nama, found.lain[0], text_of(found.lain[0]), daftar=places + more)
    return found


def _read_sheet(found: LembarTerbaca, isi: IsiFormat, catatan: Catatan, bacaan: BacaanFormat) -> BacaanFormat:
    if found.lembar is schema.DATA_DUKUNG:
        return replace(bacaan, data_dukung=read_evidence(found, isi, catatan))
    pairs = join(found, rows_of(found.lembar.nama, isi), catatan)
    if found.lembar is schema.INDIKATOR:
        return replace(bacaan, realisasi=tuple(chain.from_iterable(_realisasi(found, pair, catatan) for pair in pairs)))
    if found.lembar is schema.ANALISIS:
        said = (_penjelasan(found, pair, isi.tahun, catatan) for pair in pairs)
        return replace(bacaan, penjelasan=tuple(satu for satu in said if satu is not None))
    return replace(bacaan, serapan=tuple(chain.from_iterable(_serapan(found, pair, isi, catatan) for pair in pairs)))


def _place(found: LembarTerbaca, pair: Pasangan, kolom: KolomFormat) -> Tempat | None:
    cell = pair.cells.get(kolom.kunci)
    return Tempat(found.nama, cell, f"{kolom.judul} '{name_of(pair.format)}'") if cell else None


def _realisasi(found: LembarTerbaca, pair: Pasangan, catatan: Catatan) -> list[RealisasiFormat]:
    indikator = pair.format.indikator
    assert indikator is not None  # noqa: S101 - rows of this sheet are indicators
    values = []
    for kolom in found.lembar.isian():
        place = _place(found, pair, kolom)
        if place is None or kolom.kunci in ("status", "keterangan"):
            continue
        nilai = read_value(place, indikator, catatan)
        if nilai is not None:
            source = catatan.source(found.nama, place.cell)
            values.append(RealisasiFormat(indikator.indikator_id, kolom.triwulan, nilai, source))
    return values + _status(found, pair, values, catatan)


def _status(
    found: LembarTerbaca, pair: Pasangan, values: list[RealisasiFormat], catatan: Catatan
) -> list[RealisasiFormat]:
    """What the status column says instead of a number for the year; against a number it is a contradiction."""
    cell, indikator = pair.cells.get("status"), pair.format.indikator
    written = plain(text_of(cell))
    if cell is None or not written or indikator is None:
        return []
    status = next((satu for satu in Status if plain(satu.value) == written), None)
    if status is None:
        catatan.add("isian_status_tak_dikenal", found.nama, cell, text_of(cell), nama=name_of(pair.format))
        return []
    if status is Status.TERSEDIA:
        return []
    if any(satu.nilai.status not in (StatusNilai.KOSONG, StatusNilai.TIDAK_BERLAKU) for satu in values):
        if status is Status.TIDAK_BERLAKU or any(satu.triwulan is None for satu in values):
            catatan.add("isian_status_bertentangan", found.nama, cell, status.value, nama=name_of(pair.format))
        return []
    if any(satu.triwulan is None for satu in values):
        return []
    note = pair.cells.get("keterangan")
    reason = text_of(note) or status.value.lower()
    kind = StatusNilai.TIDAK_BERLAKU if status is Status.TIDAK_BERLAKU else StatusNilai.KOSONG
    nilai = Nilai(kind, teks=status.value, alasan=reason)
    return [RealisasiFormat(indikator.indikator_id, None, nilai, catatan.source(found.nama, cell))]


def _penjelasan(found: LembarTerbaca, pair: Pasangan, tahun: int, catatan: Catatan) -> Penjelasan | None:
    assert pair.format.indikator is not None  # noqa: S101 - rows of this sheet are indicators
    places = [(kolom.kunci, _place(found, pair, kolom)) for kolom in found.lembar.isian()]
    said = {key: read_words(place, catatan) for key, place in places if place is not None}
    if not any(said.values()):
        return None
    first = next(place.cell for key, place in places if place is not None and said[key])
    return Penjelasan(pair.format.indikator.indikator_id, tahun, **said, sumber=catatan.source(found.nama, first))


def _serapan(found: LembarTerbaca, pair: Pasangan, isi: IsiFormat, catatan: Catatan) -> list[SerapanSeksi]:
    values = []
    for kolom in found.lembar.isian():
        place = _place(found, pair, kolom)
        nilai = read_rupiah(place, catatan) if place is not None else None
        if place is not None and nilai is not None:
            source = catatan.source(found.nama, place.cell)
            values.append(SerapanSeksi(isi.seksi_id, isi.tahun, pair.format.kode, nilai, kolom.triwulan, source))
    return values
