"""Where the parts of a section workbook are in a returned file: identity, sheets, header rows, columns, rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lkjip.domain.isian_format import Identitas, IsiFormat
from lkjip.domain.tanggal import YEARS
from lkjip.spreadsheets.cells import Cell, Sheet
from lkjip.spreadsheets.template import schema
from lkjip.spreadsheets.template.cover import LABEL_KANTOR, LABEL_SEKSI
from lkjip.spreadsheets.template.prefilled import read_pieces
from lkjip.spreadsheets.template.schema import LembarFormat

_LOOKED_AT = 60  # rows in which a header is looked for
_FEWEST = 3
Baris = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class LembarTerbaca:
    """A sheet of the schema as found: name in the file, header row, column numbers by key, data rows by row number.

    `lain` are cells below the header in columns the schema does not know.
    """

    lembar: LembarFormat
    nama: str
    baris_judul: int
    kolom: Mapping[str, int]
    baris: tuple[tuple[int, Baris], ...]
    lain: tuple[Cell, ...]


def identify(sheets: Sequence[Sheet]) -> Identitas | None:
    """Whose section workbook this is: from its hidden sheet, else from what stands on Petunjuk; None: it is none."""
    return _hidden_identity(sheets) or _visible_identity(sheets)


def hidden_identity_kept(sheets: Sequence[Sheet]) -> bool:
    """False where only Petunjuk still says whose workbook it is."""
    return _hidden_identity(sheets) is not None


def prefilled_in(sheets: Sequence[Sheet]) -> IsiFormat | None:
    """What the workbook says it was filled with. Believe it only of an original that we kept ourselves."""
    pairs = _pairs(sheets)
    pieces: list[str] = []
    while (piece := pairs.get(f"isi {len(pieces) + 1}")) is not None:
        pieces.append(piece)
    return read_pieces(pieces) if pieces else None


def find_sheet(sheets: Sequence[Sheet], lembar: LembarFormat, tahun: int) -> LembarTerbaca | None:
    """The sheet by its name, else the one whose heads fit; None where no sheet has these heads."""
    taken = {plain(nama) for nama in schema.LEMBAR}
    by_name = [sheet for sheet in sheets if plain(sheet.name) == plain(lembar.nama)]
    for candidates in (by_name, [sheet for sheet in sheets if plain(sheet.name) not in taken]):
        found = [_heads(sheet, lembar, tahun) for sheet in candidates]
        best = max((satu for satu in found if satu), key=lambda satu: len(satu[2]), default=None)
        if best is not None:
            return _located(lembar, *best)
    return None


def plain(text: str) -> str:
    """A text as it is compared: single spaces, small letters."""
    return " ".join(text.casefold().split())


def text_of(cell: Cell | None) -> str:
    """What a cell says as text; a day as 31-12-2025, a number with its digits, an error or empty cell as ""."""
    value = cell.value if cell else None
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and abs(value) < Decimal("1e15")
        return format(value.quantize(Decimal(1)) if whole else value, "f")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, bool):
        return "BENAR" if value else "SALAH"
    return value.strip() if value else ""


def _pairs(sheets: Sequence[Sheet]) -> dict[str, str]:
    found: dict[str, str] = {}
    for sheet in sheets:
        if plain(sheet.name) == schema.SEMBUNYI:
            cells = {(cell.row, cell.column): text_of(cell) for cell in sheet.cells}
            found |= {text: cells.get((row, 2), "") for (row, column), text in cells.items() if column == 1}
    return found


def _hidden_identity(sheets: Sequence[Sheet]) -> Identitas | None:
    pairs = _pairs(sheets)
    seksi_id, tahun = _whole(pairs.get("seksi_id", "")), _whole(pairs.get("tahun", ""))
    if seksi_id is None or tahun is None or not pairs.get("sidik") or tahun not in YEARS:
        return None
    rest = (pairs.get("versi_templat", ""), pairs["sidik"])
    return Identitas(pairs.get("kantor", ""), seksi_id, pairs.get("seksi", ""), tahun, *rest)


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _visible_identity(sheets: Sequence[Sheet]) -> Identitas | None:
    for sheet in sheets:
        codes = (
            schema.KODE_FORMAT.fullmatch(cell.value.strip()) for cell in sheet.cells if isinstance(cell.value, str)
        )
        code = next((code for code in codes if code and int(code[2]) in YEARS), None)
        if code is None:
            continue
        labels = {cell.row: text_of(cell) for cell in sheet.cells if cell.column == 1}
        beside = {labels.get(cell.row, ""): text_of(cell) for cell in sheet.cells if cell.column == 2}
        kantor, seksi = beside.get(LABEL_KANTOR, ""), beside.get(LABEL_SEKSI, "")
        return Identitas(kantor, int(code[3]), seksi, int(code[2]), code[1], code[4])
    return None


def _heads(sheet: Sheet, lembar: LembarFormat, tahun: int) -> tuple[Sheet, int, dict[str, int]] | None:
    """(sheet, header row, columns by key) of the row that has most of the heads, at least half of them."""
    keys = {plain(kolom.judul_tahun(tahun)): kolom.kunci for kolom in lembar.kolom} | {schema.KOLOM_ID: schema.KOLOM_ID}
    rows: dict[int, dict[str, int]] = {}
    for cell in sheet.cells:
        key = keys.get(plain(text_of(cell))) if cell.row <= _LOOKED_AT else None
        if key:
            rows.setdefault(cell.row, {}).setdefault(key, cell.column)
    row = max(rows, key=lambda number: len(rows[number]), default=0)
    if not row or len(rows[row]) < max(_FEWEST, len(lembar.kolom) / 2):
        return None
    return sheet, row, rows[row]


def _located(lembar: LembarFormat, sheet: Sheet, row: int, columns: dict[str, int]) -> LembarTerbaca:
    keys = {number: key for key, number in columns.items()}
    rows: dict[int, dict[str, Cell]] = {}
    others = []
    for cell in sheet.cells:
        if cell.row <= row:
            continue
        key = keys.get(cell.column)
        if key is None:
            others.append(cell)
        else:
            rows.setdefault(cell.row, {})[key] = cell
    return LembarTerbaca(lembar, sheet.name, row, columns, tuple(sorted(rows.items())), tuple(others))
