"""Numbers typed over a formula: in a column of copies of one formula, a constant that the formula would not give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import format_ringkas
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.files.xlsx_formulas import UNKNOWN
from lkjip.spreadsheets.numbers.row_formula import is_of_row, value_at, written_at
from lkjip.spreadsheets.records.notes import some
from lkjip.spreadsheets.table import Jenis, Peran, Tabel
from lkjip.spreadsheets.tables.headers import VALUES

LEAST = 4  # so many copies make a formula the column's own
NEARLY_ALL = Decimal("0.8")  # of the column's cells, subtotals apart
CENT = Decimal("0.005")  # whole numbers: less is the noise of binary fractions
RUPIAH = Decimal(1)  # amounts: cents cut off
_MONEY = frozenset({Peran.PAGU, Peran.REALISASI})

Places = Mapping[tuple[int, int], Cell]


def notes_typed_over(tabel: Tabel, katalog: Katalog) -> list[Finding]:
    """One finding for each value column in which constants stand between the copies of its formula and differ."""
    if not any(cell.shape for row in tabel.baris for cell in row.cells.values()):
        return []
    places = {(cell.row, cell.column): cell for raw in tabel.mentah for cell in raw.cells.values()}
    found = []
    for kolom in tabel.kolom:
        if kolom.peran not in VALUES:
            continue
        cells = [row.cells[kolom.nomor] for row in tabel.baris if not row.jumlah and kolom.nomor in row.cells]
        shape = _common_shape(cells)
        least = RUPIAH if tabel.jenis is Jenis.ANGGARAN and kolom.peran in _MONEY else CENT
        wrong = [pair for pair in _typed(cells, shape, places) if _differs(*pair, least)] if shape else []
        if wrong:
            cell, expected = wrong[0]
            found.append(
                katalog.temuan(
                    "rumus_tertimpa",
                    lembar=tabel.lembar,
                    sel=cell.address,
                    nilai=_written(cell),
                    hitungan=format_ringkas(expected),
                    rumus=written_at(shape, cell.row, cell.column),
                    banyak=len(wrong),
                    daftar=some(
                        f"{one.address} {_written(one)}, menurut rumus {format_ringkas(n)}" for one, n in wrong
                    ),
                )
            )
    return found


def _common_shape(cells: Sequence[Cell]) -> str:
    """The one formula of nearly all cells, "" where there is none; what sums other rows is a subtotal, not counted."""
    shapes = Counter(cell.shape for cell in cells if cell.shape)
    of_row = [(count, shape) for shape, count in shapes.items() if is_of_row(shape)]
    if not of_row:
        return ""
    count, shape = max(of_row, key=itemgetter(0))
    subtotals = shapes.total() - shapes[UNKNOWN] - sum(count for count, _ in of_row)
    nearly_all = count >= LEAST and count >= NEARLY_ALL * (len(cells) - subtotals)
    return shape if nearly_all else ""


def _typed(cells: Sequence[Cell], shape: str, places: Places) -> Iterator[tuple[Cell, Decimal]]:
    """Typed numbers between two copies of the formula, with what the formula would give where that can be told."""
    own = [place for place, cell in enumerate(cells) if cell.shape == shape]
    for cell in cells[own[0] : own[-1]]:
        if not cell.shape and isinstance(cell.value, Decimal):
            expected = value_at(shape, cell.row, cell.column, lambda row, column: places.get((row, column)))
            if expected is not None:
                yield cell, expected


def _differs(cell: Cell, expected: Decimal, least: Decimal) -> bool:
    """More than rounding: "87,5" is what the formula gives as 87,4977, half a unit of the last decimal typed."""
    typed = cell.value if isinstance(cell.value, Decimal) else expected
    exponent = typed.normalize().as_tuple().exponent
    rounding = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) and exponent < 0 else least
    return abs(expected - typed) > max(rounding, least)


def _written(cell: Cell) -> str:
    return format_ringkas(cell.value) if isinstance(cell.value, Decimal) else ""
