"""`Nilai` and `Source` as columns, and back."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping

from lkjip.domain import tanggal
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.domain.trace import Source


def nilai_columns(name: str, nilai: Nilai | None) -> dict[str, Any]:
    """The columns of one value; a value that was not there at all has no status."""
    if nilai is None:
        return dict.fromkeys(f"{name}_{part}" for part in ("status", "angka", "sampai", "teks", "satuan", "alasan"))
    return {
        f"{name}_status": nilai.status.value,
        f"{name}_angka": nilai.angka,
        f"{name}_sampai": nilai.sampai,
        f"{name}_teks": nilai.teks,
        f"{name}_satuan": nilai.satuan,
        f"{name}_alasan": nilai.alasan,
    }


def read_nilai(row: RowMapping, name: str) -> Nilai | None:
    """The value of these columns."""
    status = row[f"{name}_status"]
    if status is None:
        return None
    return Nilai(
        StatusNilai(status),
        row[f"{name}_angka"],
        row[f"{name}_sampai"],
        row[f"{name}_teks"] or "",
        row[f"{name}_satuan"] or "",
        row[f"{name}_alasan"] or "",
    )


def required_nilai(row: RowMapping, name: str) -> Nilai:
    """The value of columns that are always filled."""
    nilai = read_nilai(row, name)
    if nilai is None:
        raise ValueError(f"{name} tanpa status")
    return nilai


def read_source(row: RowMapping) -> Source:
    """The origin of a fact: the cell of a stored file, or the form entry of a person."""
    return Source(
        row["nama_berkas"] or "", row["lembar"], row["sel"], row["sha256"] or "", row["oleh"], write_moment(row["pada"])
    )


@lru_cache(maxsize=4096)
def write_moment(moment: datetime) -> str:
    """A stored moment in the clock of the office: "14 Februari 2025 pukul 09.05"."""
    return tanggal.write_moment(moment)
