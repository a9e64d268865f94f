"""Budget lines and their levels. Sums use one level only, so that no rupiah counts twice."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkjip.domain.numbers import Nilai
from lkjip.domain.trace import Source


class TingkatAnggaran(StrEnum):
    """Level of a budget line, from the total down to the account."""

    TOTAL = "total"
    URUSAN = "urusan"
    BIDANG = "bidang"
    SKPD = "skpd"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    REKENING = "rekening"


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """One budget line of one year. `urutan` is its place in the file, `induk` the place of the line it is part of.

    `kode` is text ("7.01.02.2.01.0014"), "" where the source has none. `kelompok` is the spending group
    ("operasi", "modal", ...) where the source splits them, else "".
    """

    tahun: int
    urutan: int
    kode: str
    uraian: str
    tingkat: TingkatAnggaran
    pagu: Nilai
    realisasi: Nilai
    induk: int | None = None
    kelompok: str = ""
    persen_tercetak: Nilai | None = None
    sumber: Source = Source()


@dataclass(frozen=True, slots=True)
class SerapanBaris:
    """A budget line with its absorption (percent, None with `alasan` where pagu is 0 or missing)."""

    baris: BarisAnggaran
    serapan: Decimal | None
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class EvaluasiAnggaran:
    """The year's budget: every line with its absorption, and totals counted on one level only (`tingkat_jumlah`)."""

    tahun: int
    baris: tuple[SerapanBaris, ...]
    pagu: Decimal | None
    realisasi: Decimal | None
    serapan: Decimal | None
    tingkat_jumlah: TingkatAnggaran | None
    catatan: tuple[str, ...] = ()

    def setingkat(self, tingkat: TingkatAnggaran) -> tuple[SerapanBaris, ...]:
        """The lines of one level, in file order."""
        return tuple(baris for baris in self.baris if baris.baris.tingkat is tingkat)
