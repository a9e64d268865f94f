"""The demo data laid out as the workbooks an office would send: titles, headers, and the cell of every value."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from lkjip.config import SAMPLE_FOLDER

RENSTRA, PK, CAPAIAN, ANGGARAN = (
    "contoh-renstra-2021-2025.xlsx",
    "contoh-pk-2021-2025.xlsx",
    "contoh-capaian-2025.xlsx",
    "contoh-anggaran-2021-2025.xlsx",
)
TRIWULAN = ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV")
NAMES = ("No", "Sasaran Strategis", "Indikator Kinerja", "Satuan")
FIRST_ROW = 6  # of the indicators, after three title lines and two header rows
FIRST_BUDGET_ROW = 5


@dataclass(frozen=True, slots=True)
class Lajur:
    """A group of value columns: its heading, and the heading, kind and year (quarter) of each column."""

    judul: str
    anak: tuple[str, ...]
    jenis: str
    tahun: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet of indicators: all of them, those measured each quarter, or those measured once a year."""

    berkas: str
    nama: str
    judul: str
    lajur: tuple[Lajur, ...]
    triwulanan: bool | None = None

    def rows(self) -> Iterator[tuple[int, int, dict[str, Any], bool]]:
        """Row (from 1), number of the sasaran, indicator, and whether it is the first of its sasaran here."""
        row = FIRST_ROW
        for number, sasaran in enumerate(sample()["sasaran"], 1):
            first = True
            for satu in sasaran["indikator"]:
                if self.triwulanan in (None, "triwulan" in satu):
                    yield row, number, satu, first
                    row, first = row + 1, False

    def columns(self) -> Iterator[tuple[int, Lajur, int]]:
        """Column number (from 1), its group, its place in the group."""
        column = len(NAMES)
        for lajur in self.lajur:
            for place in range(len(lajur.anak)):
                column += 1
                yield column, lajur, place


@cache
def sample() -> dict[str, Any]:
    """The demo office as written in `data/contoh/kecamatan.toml`."""
    return tomllib.loads((SAMPLE_FOLDER / "kecamatan.toml").read_text(encoding="utf-8"))


def sheets() -> tuple[Lembar, ...]:
    """The indicator sheets of the three workbooks."""
    tahun: tuple[int, ...] = tuple(sample()["tahun"])
    names, last = tuple(map(str, tahun)), tahun[-1]
    renstra = (
        Lajur("Target Renstra Tahun", names, "renstra", tahun),
        Lajur("Realisasi Tahun", names[:-1], "realisasi", tahun[:-1]),
    )
    promise = Lajur(f"Target PK {last}", (f"Target PK {last}",), "pk", (last,))
    quarters = Lajur(f"Realisasi {last}", TRIWULAN, "triwulan", (1, 2, 3, 4))
    yearly = Lajur(f"Realisasi {last}", (f"Realisasi {last}",), "realisasi", (last,))
    title = f"CAPAIAN KINERJA TAHUN {last}"
    return (
        Lembar(RENSTRA, "Renstra", f"TARGET DAN REALISASI RENSTRA {tahun[0]}-{last}", renstra),
        Lembar(PK, "PK", f"PERJANJIAN KINERJA {tahun[0]}-{last}", (Lajur("Target PK Tahun", names, "pk", tahun),)),
        Lembar(CAPAIAN, f"Triwulan {last}", title, (promise, quarters), triwulanan=True),
        Lembar(CAPAIAN, f"Tahunan {last}", title, (promise, yearly), triwulanan=False),
    )


def written(satu: dict[str, Any], lajur: Lajur, place: int) -> str:
    """What stands in a value cell of an indicator, as an office writes it; "" for an empty cell."""
    tahun: list[int] = sample()["tahun"]
    index = place if lajur.jenis == "triwulan" else tahun.index(lajur.tahun[place])
    values: list[str] = satu[lajur.jenis]
    return values[index] if index < len(values) else ""


@dataclass(frozen=True, slots=True)
class Pos:
    """A budget line of the demo office, with the row it stands in on the sheet of its year."""

    tahun: int
    row: int
    kode: str
    uraian: str
    tingkat: str
    pagu: Decimal
    realisasi: Decimal


@cache
def budget() -> tuple[Pos, ...]:
    """The budget lines of `data/contoh/anggaran.csv`, numbered within their year."""
    text = (SAMPLE_FOLDER / "anggaran.csv").read_text(encoding="utf-8")
    lines, count = [], dict[int, int]()
    for line in csv.DictReader(io.StringIO(text), delimiter=";"):
        tahun = int(line["tahun"])
        count[tahun] = count.get(tahun, 0) + 1
        row = FIRST_BUDGET_ROW - 1 + count[tahun]
        pagu, realisasi = Decimal(line["pagu"]), Decimal(line["realisasi"])
        lines.append(Pos(tahun, row, line["kode"], line["uraian"], line["tingkat"], pagu, realisasi))
    return tuple(lines)
