"""What a table was read as: records with the cell of each value, ready to be stored once no error stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.fast_init import fast_init
from lkjip.domain.finding import Finding
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.numbers import Nilai
from lkjip.domain.printed import Cocok


@fast_init
@dataclass(frozen=True, slots=True)
class BacaanIndikator:
    """One indicator in one year as read. `sel` maps field name ("indikator", "target", ...) to its cell address."""

    urutan: int
    sasaran: str
    indikator: str
    satuan: str
    tahun: int | None
    triwulan: int | None
    jenis_target: JenisTarget
    target: Nilai
    realisasi: Nilai
    capaian_tercetak: Nilai
    cocok: Cocok
    sel: dict[str, str]
    predikat_tercetak: str = ""


@fast_init
@dataclass(frozen=True, slots=True)
class BacaanAnggaran:
    """One budget line in one year as read; `induk` is the `urutan` of its parent line in the same table."""

    urutan: int
    induk: int | None
    kode: str
    uraian: str
    tingkat: TingkatAnggaran
    kelompok: str
    tahun: int | None
    triwulan: int | None
    pagu: Nilai
    realisasi: Nilai
    persen_tercetak: Nilai
    cocok: Cocok
    sel: dict[str, str]


@dataclass(frozen=True, slots=True)
class BacaanRenstra:
    """The plan's side of one budget line in an evaluation of the Renja; read, checked and shown, never stored.

    `pagu` is the money of the whole Renstra to its end year `tahun_akhir`, `realisasi_lalu` what was spent of it up to
    `tahun_lalu`, `realisasi` up to `tahun`; `persen_tercetak` the share the file prints. `urutan` and `induk` are those
    of the budget line of the same row.
    """

    urutan: int
    induk: int | None
    kode: str
    uraian: str
    tingkat: TingkatAnggaran
    tahun_akhir: int | None
    tahun_lalu: int | None
    tahun: int | None
    pagu: Nilai
    realisasi_lalu: Nilai
    realisasi: Nilai
    persen_tercetak: Nilai
    cocok: Cocok
    sel: dict[str, str]

    def nama(self, field: str) -> str:
        """What a field is, with its year: "Pagu Renstra 2030", "Realisasi Renstra s.d. 2024"."""
        if field == "pagu":
            return f"Pagu Renstra {self.tahun_akhir or ''}".strip()
        if field == "realisasi_lalu":
            return f"Realisasi Renstra s.d. {self.tahun_lalu or 'tahun lalu'}"
        until = f"Renstra s.d. {self.tahun or 'tahun ini'}"
        return f"Realisasi {until}" if field == "realisasi" else f"Capaian {until} (%)"


class BarisBertingkat(Protocol):
    """A line that has its place among others: what sums over one level need to know."""

    @property
    def urutan(self) -> int:
        """Its number in the table."""

    @property
    def induk(self) -> int | None:
        """The number of the line it is a part of."""

    @property
    def tingkat(self) -> TingkatAnggaran:
        """Its level."""

    @property
    def uraian(self) -> str:
        """Its name."""

    @property
    def sel(self) -> dict[str, str]:
        """The cell of each field."""


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """A question asked once per column: how is an ambiguous number meant? `kunci` identifies the column for the memory.

    `pilihan` are (id, sentence with an example) pairs, e.g. ("desimal_koma", "21,276,070,424,00 = 21.276.070.424,00").
    """

    kunci: str
    lembar: str
    kolom: int
    judul: str
    contoh: tuple[str, ...]
    sel: tuple[str, ...]
    pilihan: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bacaan:
    """The records of one table with findings, open questions and control totals (label -> amount)."""

    lembar: str
    nomor: int
    indikator: tuple[BacaanIndikator, ...] = ()
    anggaran: tuple[BacaanAnggaran, ...] = ()
    temuan: tuple[Finding, ...] = ()
    pertanyaan: tuple[Pertanyaan, ...] = ()
    kontrol: dict[str, Decimal] = field(default_factory=dict)
    renstra: tuple[BacaanRenstra, ...] = ()
