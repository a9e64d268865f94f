"""Collection: workbooks handed out, what the sections sent back, what was said and shown, and its state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lkjip.domain.numbers import Nilai
from lkjip.domain.trace import Source


class Keadaan(StrEnum):
    """Where the data of one section stand."""

    MENUNGGU = "menunggu"  # nothing received
    SEBAGIAN = "sebagian"  # received, not complete by content
    SIAP = "siap"  # complete, not yet accepted
    DITERIMA = "diterima"
    DIKEMBALIKAN = "dikembalikan"  # with a reason


class Peristiwa(StrEnum):
    """What happened to a workbook on its way to a section."""

    DISAMPAIKAN = "disampaikan"
    DITERIMA = "diterima"  # the section says it has it
    DIINGATKAN = "diingatkan"


@dataclass(frozen=True, slots=True)
class FormatSeksi:
    """A workbook made for one section and year. `sidik` is the fingerprint of what was filled in beforehand."""

    id: int
    tahun: int
    seksi_id: int
    versi_templat: str
    sidik: str
    sha256: str
    oleh: str = ""
    pada: str = ""


@dataclass(frozen=True, slots=True)
class Distribusi:
    """One event of the distribution list. `id` 0 while it is not stored yet."""

    id: int
    tahun: int
    seksi_id: int
    peristiwa: Peristiwa
    tanggal: date
    format_id: int | None = None
    kepada: str = ""
    cara: str = ""
    tenggat: date | None = None
    catatan: str = ""
    oleh: str = ""
    pada: str = ""


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One version of what a section sent for a year; the highest version is in force.

    `isi` maps the name of each field ("indikator 3 | TW II | realisasi") to what was written, to compare versions.
    """

    id: int
    tahun: int
    seksi_id: int
    versi: int
    impor_id: int
    format_id: int | None = None
    isi: Mapping[str, str] = field(default_factory=dict)
    oleh: str = ""
    pada: str = ""
    tanggal: date | None = None  # the day it was stored, for timeliness


@dataclass(frozen=True, slots=True)
class PutusanKiriman:
    """The analyst's word about one version: DITERIMA, or DIKEMBALIKAN with the reason."""

    kiriman_id: int
    keadaan: Keadaan
    alasan: str = ""
    oleh: str = ""
    pada: str = ""


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """Why an indicator stands where it does, in the section's words."""

    indikator_id: int
    tahun: int
    pendorong: str = ""
    penghambat: str = ""
    upaya: str = ""
    tindak_lanjut: str = ""
    sumber: Source = Source()


@dataclass(frozen=True, slots=True)
class DataDukung:
    """One piece of evidence of an indicator's realisasi: link or document number, page, date."""

    indikator_id: int
    tahun: int
    urutan: int
    uraian: str = ""
    tautan: str = ""
    nomor: str = ""
    halaman: str = ""
    tanggal: date | None = None
    sumber: Source = Source()


@dataclass(frozen=True, slots=True)
class SerapanSeksi:
    """What a section says it spent on a code: in one quarter (1-4) or the whole year (`triwulan` None)."""

    seksi_id: int
    tahun: int
    kode: str
    nilai: Nilai
    triwulan: int | None = None
    sumber: Source = Source()
