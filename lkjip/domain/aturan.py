"""The shapes of the rules. The rules themselves are dated data (`lkjip/rules/*.toml`), read by a strict loader."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lkjip.domain.finding import Katalog


@dataclass(frozen=True, slots=True)
class Sumber:
    """Where a rule stands: regulation or practice, with how sure we are ("Q", "S", "K", "D").

    `jenis` is "peraturan", "dokumen", "praktik" or "keputusan_program".
    """

    id: str
    judul: str
    tahun: int
    keyakinan: str
    pasal: str = ""
    catatan: str = ""
    jenis: str = "peraturan"
    nomor: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Rumus:
    """A formula as printed beside results. `fungsi` is its key in `lkjip.domain.formulas.FUNGSI`."""

    id: str
    nama: str
    kalimat: str
    tulisan: str
    fungsi: str
    arah: str
    berlaku_sejak: date
    sumber: Sumber
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Jenjang:
    """One band of a scale: from `mulai` (inclusive, or exclusive where the scale says so) upwards."""

    mulai: Decimal
    predikat: str


@dataclass(frozen=True, slots=True)
class Skala:
    """A rating scale: bands in falling order, the last starting at 0 and taking all below the others.

    `batas_masuk` False means "> mulai": the bound itself belongs to the band below.
    """

    id: str
    nama: str
    jenjang: tuple[Jenjang, ...]
    batas_masuk: bool
    berlaku_sejak: date
    sumber: Sumber
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Istilah:
    """Words of spreadsheets: header dictionary (role -> phrases), missing words by state, total and signature words.

    `tingkat` names budget levels, `tahap` promises and stages ("renstra", "pk", "sebelum", "sesudah"), `kelompok`
    spending groups, `satuan` units that may stand in brackets behind a name, `lintas_tahun` what makes a figure
    cumulated over years, `rincian` columns that only a plan has (role -> phrases). `urutan_label` holds ordered labels
    from low to high, spellings of one label joined by "|".
    """

    judul: Mapping[str, tuple[str, ...]]
    kosong: tuple[str, ...]
    tidak_berlaku: tuple[str, ...]
    jumlah: tuple[str, ...]
    tanda_tangan: tuple[str, ...]
    tingkat: Mapping[str, tuple[str, ...]]
    urutan_label: Mapping[str, tuple[str, ...]]
    tahap: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kelompok: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    satuan: tuple[str, ...] = ()
    lintas_tahun: tuple[str, ...] = ()
    rincian: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LangkahSop:
    """One step of the SOP. `kolom` are the actors marked in its table, `pelaksana` the actor according to its text.

    `waktu` with `satuan_waktu` ("menit", "jam", "hari") is the standard working time. `catatan` names oddities.
    """

    nomor: int
    kegiatan: str
    pelaksana: str
    kolom: tuple[str, ...]
    kelengkapan: str
    waktu: int
    satuan_waktu: str
    keluaran: str
    sumber: Sumber
    keterangan: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Aturan:
    """All rules in force, with `versi`: a short hash of the rule files."""

    rumus: Mapping[str, Rumus]
    skala: Mapping[str, Skala]
    istilah: Istilah
    program: Mapping[str, str]
    katalog: Katalog
    sumber: Mapping[str, Sumber]
    versi: str
