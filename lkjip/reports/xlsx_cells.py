"""The values of a workbook: what is a percentage, an amount, a number or a text, and how a sheet is made up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Percent:
    """A number shown with two decimals."""

    angka: Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """Whole rupiah."""

    angka: Decimal


Cell = str | Decimal | int | Percent | Amount


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: columns with their widths in characters; `frozen` columns stay in sight, `printed` (all) go to paper."""

    name: str
    title: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int = 0
    printed: int = 0
