"""The document as a value: blocks in sections, numbered tables and figures; writers know nothing of performance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Align(StrEnum):
    """Where text stands in its column."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


class RowKind(StrEnum):
    """NORMAL; GROUP, a line across the table that names what follows; TOTAL, a sum."""

    NORMAL = "normal"
    GROUP = "group"
    TOTAL = "total"


class PageNumbers(StrEnum):
    """i, ii, iii before Bab I; 1, 2, 3 from there on."""

    ROMAN = "roman"
    ARABIC = "arabic"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (Bab, Lampiran) to 4; `label` ("BAB I") stands above or before it."""

    level: int
    text: str
    label: str = ""

    @property
    def full(self) -> str:
        """As it stands in the contents and the bookmarks."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `note` makes it small and grey."""

    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A marked place for what only the office can write; listed at the end of the draft.

    `room` keeps that many millimetres free, framed, for what is drawn (an organisation chart).
    """

    text: str
    room: float = 0.0

    @property
    def shown(self) -> str:
        """As it stands in the draft."""
        return f"[Diisi: {self.text}]"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `numbered` counts 1. 2. 3., `small` sets it in the size of an annex."""

    items: tuple[str, ...]
    numbered: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; `width` is relative to the others, `unit` stands under the title.

    `merge` writes equal cells of following rows once; `indented` moves the text by the level of its row.
    """

    title: str
    width: float
    align: Align = Align.LEFT
    unit: str = ""
    merge: bool = False
    indented: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; `level` indents the text of the column marked `indented` (budget levels)."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.NORMAL
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A numbered table ("3.1") with its caption; its header is repeated on each page.

    `place_pages`: its rows are the marked places of the document in order, and the writer, who alone knows the
    pages, puts the page of each into the last column.
    """

    number: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    numbered_columns: bool = False
    place_pages: bool = False


def without_empty(table: Table, *titles: str) -> Table:
    """The table without those of the named columns that say nothing in any row (no codes, no units)."""
    plain = [row for row in table.rows if row.kind is RowKind.NORMAL]
    keep = [
        place
        for place, column in enumerate(table.columns)
        if column.title not in titles or any(row.cells[place] not in {"", "–"} for row in plain)
    ]
    if len(keep) == len(table.columns):
        return table
    rows = tuple(
        row if row.kind is RowKind.GROUP else replace(row, cells=tuple(row.cells[place] for place in keep))
        for row in table.rows
    )
    return replace(table, columns=tuple(table.columns[place] for place in keep), rows=rows)


@dataclass(frozen=True, slots=True)
class FigureImage:
    """A rendered chart, handed in by those who may draw: SVG with paths, what it shows, and its source."""

    svg: bytes
    title: str
    alt: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A numbered figure with its caption."""

    number: str
    caption: str
    image: FigureImage


@dataclass(frozen=True, slots=True)
class Signature:
    """Place, date and office of the signer; what is not known is a marked place, never invented."""

    place_and_date: str
    position: str
    name: str
    rank: str = ""
    nip: str = ""
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """Here stand Daftar Isi, Daftar Tabel and Daftar Gambar."""


Block = Heading | Paragraph | Place | Bullets | Table | Figure | Signature | Contents


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one numbering and one orientation; begins on a new page."""

    blocks: tuple[Block, ...]
    numbers: PageNumbers = PageNumbers.ARABIC
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover; `badge` marks a draft or invented data, `emblem` names the place kept for the emblem."""

    title: str
    year: str
    office: str
    region: str
    badge: str = ""
    address: str = ""
    emblem: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The whole. `running` heads each page, `seal` ties each page to its data, `demo` marks invented data."""

    cover: Cover
    sections: tuple[Section, ...]
    title: str
    author: str
    running: str
    seal: str
    demo: bool = False

    def blocks(self) -> Iterator[Block]:
        """All blocks in order."""
        for section in self.sections:
            yield from section.blocks


@dataclass(frozen=True, slots=True)
class Listed:
    """A marked place in the list of them: its chapter, its heading there, and what is to be written."""

    chapter: str
    heading: str
    text: str


def places_of(sections: tuple[Section, ...]) -> tuple[Listed, ...]:
    """Every place to be filled with its chapter (within a chapter: its sasaran) and the heading it stands under."""
    found: list[Listed] = []
    path: dict[int, str] = {}
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                path = {level: text for level, text in path.items() if level < block.level} | {block.level: block.full}
            texts = (block.text,) if isinstance(block, Place) else block.places if isinstance(block, Signature) else ()
            found.extend(Listed(_chapter(path), path[max(path)] if path else "", text) for text in texts)
    return tuple(found)


def _chapter(path: dict[int, str]) -> str:
    return " – ".join(path[level] for level in (1, 3) if level in path)
