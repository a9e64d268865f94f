"""How much a file may be, and how a reader says that it goes no further."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one upload may cost. Far above any office's workbook, far below what harms the server.

    500,000 cells cost the server about 280 MB for a moment (measured); the largest real workbook seen has 32,000.
    """

    file_bytes: int = 15 * MEBIBYTE
    unpacked_bytes: int = 150 * MEBIBYTE
    unpacked_ratio: int = 200
    ratio_applies_from_bytes: int = 10 * MEBIBYTE
    parts: int = 3_000
    sheets: int = 50
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 500_000
    text_length: int = 32_767
    memory_bytes: int = 768 * MEBIBYTE
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    written_bytes: int = 0  # into temporary files of its own folder; reading writes none


class Refused(Exception):  # internal to this room: becomes a Finding in read.py
    """A file that will not be read: the code of the finding, its place, and what to fill into its text."""

    def __init__(self, kode: str, *, lembar: str = "", sel: str = "", **isi: object) -> None:
        super().__init__(kode)
        self.kode = kode
        self.lembar = lembar
        self.sel = sel
        self.isi: dict[str, Any] = {nama: _written(nama, nilai) for nama, nilai in isi.items()}


def _written(nama: str, nilai: object) -> object:
    """A limit with points between thousands; row numbers and texts as they are."""
    return f"{nilai:,}".replace(",", ".") if nama == "paling_banyak" and isinstance(nilai, int) else nilai
