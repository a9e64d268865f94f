"""The area of a table below its header: data rows, title lines above, footer and signature block left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lkjip.domain.aturan import Istilah
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import BarisTabel, Peran
from lkjip.spreadsheets.tables.grid import Grid, is_number, small_int, text_of
from lkjip.spreadsheets.tables.headers import VALUES, Block, is_numbering, label_paths
from lkjip.spreadsheets.tables.words import Kamus, tokens, years_of

_NOTE = re.compile(r"^(?:catatan|keterangan|ket|sumber|sumber data|note|\*+\)?|ttd)\s*[:.]?", re.I)
_PLACE_DATE = re.compile(
    r",\s*(?:\d{1,2}\s+)?(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember)\s+\d{4}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Region:
    """One header (and its repetitions) with the sheet rows that belong to it."""

    block: Block
    paths: dict[int, tuple[str, ...]]
    rows: tuple[int, ...]


def regions(grid: Grid, blocks: list[Block], kamus: Kamus) -> list[Region]:
    """Each header with the rows below it; a header that repeats the one before (page break) opens no new table."""
    found: list[tuple[Block, dict[int, tuple[str, ...]], list[int]]] = []
    numbers = grid.row_numbers()
    for place, block in enumerate(blocks):
        paths = label_paths(grid, block, kamus)
        end = blocks[place + 1].first if place + 1 < len(blocks) else (numbers[-1] + 1 if numbers else 0)
        rows = [row for row in numbers if block.last < row < end and not is_numbering(grid.row(row))]
        if found and _same(found[-1][1], paths):
            found[-1][2].extend(rows)
        else:
            found.append((block, paths, rows))
    return [Region(block, paths, tuple(rows)) for block, paths, rows in found]


def _same(one: Mapping[int, tuple[str, ...]], other: Mapping[int, tuple[str, ...]]) -> bool:
    """The same header again: nearly every column bears the same words (conversions may shift one)."""
    words = [tokens(" ".join(path)) for path in one.values()]
    again = [tokens(" ".join(path)) for path in other.values()]
    common = sum(1 for path in again if path in words)
    return bool(again) and common * 5 >= max(len(words), len(again)) * 4


def side_by_side(
    paths: Mapping[int, tuple[str, ...]], grid: Grid, rows: tuple[int, ...], kamus: Kamus
) -> list[list[int]]:
    """The columns of each table where two stand beside each other: an empty column, or the first header again."""
    columns = sorted(paths)
    segments: list[list[int]] = [[]]
    seen: set[Peran] = set()
    for place, column in enumerate(columns):
        label = kamus.label(paths[column][-1])
        gap = place > 0 and column - columns[place - 1] > 1
        if gap:
            between = range(columns[place - 1] + 1, column)
            gap = not any(between_column in grid.rows[row] for row in rows for between_column in between)
        opens = label.peran in (Peran.NOMOR, Peran.INDIKATOR, Peran.URAIAN, Peran.SASARAN, Peran.KODE)
        again = place > 0 and not gap and _begins_again(segments[-1], column, columns[place:], paths, kamus)
        if (gap or again) and opens and label.peran in seen and seen & VALUES:
            segments.append([])
            seen = set()
        segments[-1].append(column)
        if label.peran is not None:
            seen.add(label.peran)
    return segments


def _begins_again(
    segment: list[int], column: int, rest: list[int], paths: Mapping[int, tuple[str, ...]], kamus: Kamus
) -> bool:
    """The segment's first header once more, with a name and a value among the columns from here on."""
    if tokens(paths[segment[0]][-1]) != tokens(paths[column][-1]):
        return False
    roles = {kamus.label(paths[other][-1]).peran for other in rest}
    return bool(roles & VALUES) and bool(roles & {Peran.INDIKATOR, Peran.URAIAN})


def physical_rows(grid: Grid, rows: tuple[int, ...], first: int, last: int) -> tuple[BarisTabel, ...]:
    """The sheet rows of a table between two columns; a cell merged downwards stands in each of its rows."""
    hidden = grid.sheet.hidden_rows
    merged = {column for (_, column) in grid.merge_of if first <= column <= last}
    found = []
    for row in rows:
        cells = {column: cell for column, cell in grid.rows[row].items() if first <= column <= last}
        for column in merged - set(cells):
            merge = grid.merge_of.get((row, column))
            if merge is not None and merge[1] == column and merge[0] < row:
                above = grid.at(merge[0], merge[1])
                if above is not None and merge[0] >= rows[0]:
                    cells[column] = above
        if any(cell.row == row for cell in cells.values()):
            found.append(BarisTabel(row, cells, tersembunyi=row in hidden))
    return tuple(found)


def without_footer(
    mentah: tuple[BarisTabel, ...], roles: Mapping[int, Peran], istilah: Istilah
) -> tuple[BarisTabel, ...]:
    """The rows up to the last one with data; notes, place and date, signature below it are no data."""
    values = {column for column, role in roles.items() if role in VALUES}
    names = {column for column, role in roles.items() if role in (Peran.INDIKATOR, Peran.URAIAN, Peran.SASARAN)}
    ident = {column for column, role in roles.items() if role in (Peran.NOMOR, Peran.KODE)}
    last = len(mentah) - 1
    while last >= 0:
        own = {column: cell for column, cell in mentah[last].cells.items() if cell.row == mentah[last].row}
        filled = len(values & set(own)) >= 2 and bool(names & set(own))  # no note or signature fills so many columns
        if filled or (_has_record(own, values, names, ident) and not _is_signature(own, istilah)):
            break
        last -= 1
    end = last + 1
    split = end < len(mentah) and any(_is_nameless(raw, names, ident) for raw in mentah[:end])
    while (
        end < len(mentah)
        and mentah[end].row == mentah[end - 1].row + 1
        and _is_rest(mentah[end], mentah[end - 1], names, istilah, small_only=not split)
    ):
        end += 1
    return mentah[:end] if last >= 0 else ()


def _has_record(own: dict[int, Cell], values: set[int], names: set[int], ident: set[int]) -> bool:
    numbers = sum(1 for column, cell in own.items() if is_number(cell) and column not in ident)
    named = any(column in own for column in names)
    filled = any(column in own for column in values)
    return (
        numbers >= 2
        or (named and (filled or any(column in own for column in ident)))
        or (numbers == 1 and (named or filled) and len(own) > 1)
    )


def _is_nameless(raw: BarisTabel, names: set[int], ident: set[int]) -> bool:
    """A numbered row without its name: the names of this table stand on the rows around their figures."""
    own = [column for column, cell in raw.cells.items() if cell.row == raw.row]
    return any(column in ident for column in own) and not any(column in names for column in own)


def _is_rest(raw: BarisTabel, before: BarisTabel, names: set[int], istilah: Istilah, *, small_only: bool) -> bool:
    """The last name's remainder: one short text straight below it, begun in a small letter where names are whole."""
    own = {column: cell for column, cell in raw.cells.items() if cell.row == raw.row}
    if len(own) != 1 or not set(own) <= names | set(before.cells):
        return False
    text = text_of(next(iter(own.values())))
    return text[:1].islower() or (not small_only and len(text.split()) <= 8 and not _is_signature(own, istilah))


def _is_signature(own: dict[int, Cell], istilah: Istilah) -> bool:
    """Place and date, an office or "NIP", and no figure beside it."""
    texts = [text_of(cell) for cell in own.values()]
    if any(_PLACE_DATE.search(text) for text in texts):
        return True
    if any(is_number(cell) for cell in own.values()):
        return False
    return any(
        _NOTE.match(text) or any(tokens(text)[: len(tokens(word))] == tokens(word) for word in istilah.tanda_tangan)
        for text in texts
    )


def titles_above(grid: Grid, first_row: int, after: int) -> tuple[str, ...]:
    """The lines of text above a table that belong to no other one, at most eight, top to bottom."""
    lines = []
    for row in reversed([row for row in grid.row_numbers() if after < row < first_row]):
        texts = [text_of(cell) for cell in grid.row(row) if not is_number(cell) or small_int(cell)]
        if texts:
            lines.append(" ".join(texts))
    return tuple(reversed(lines[:8]))


def year_of_titles(titles: tuple[str, ...]) -> int | None:
    """The one year a title names, the nearest line first; a period such as "2021-2026" is no year."""
    for line in reversed(titles):
        years = set(years_of(line))
        if len(years) == 1:
            return years.pop()
    return None
