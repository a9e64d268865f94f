"""Write a Document as PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from lkjip.reports.model import (
    Block,
    Bullets,
    Contents,
    Cover,
    Document,
    Figure,
    Heading,
    PageNumbers,
    Paragraph,
    Place,
    RowKind,
    Section,
    Signature,
    Table,
)
from lkjip.reports.pdf_contents import Lists
from lkjip.reports.pdf_cover import draw_cover
from lkjip.reports.pdf_figure import draw_figure, figure_height, fitting_scale
from lkjip.reports.pdf_paper import TOP, Paper
from lkjip.reports.pdf_table import TableDrawing
from lkjip.reports.pdf_text import (
    draw_bullets,
    draw_heading,
    draw_paragraph,
    draw_place,
    draw_signature,
    ensure,
    heading_height,
    lead_height,
    paragraph_height,
)

SHRUNK, SHRUNK_LAST = 0.85, 0.72  # how small a figure may become to stay with its text; where else a page stays blank
TEXT_BELOW = 45.0  # mm of text under a figure that leads a page
LABELS = {PageNumbers.ROMAN: "r", PageNumbers.ARABIC: "D"}


def write_pdf(document: Document, made: datetime | None = None) -> bytes:
    """The PDF file. `made` is the date in its metadata (now, unless a test says otherwise)."""
    return bytes(draw_pdf(document, made).output())


def draw_pdf(document: Document, made: datetime | None = None) -> Paper:
    """The drawn pages before they become a file; knows which characters the typeface lacks."""
    paper = Paper(document)
    paper.set_creation_date(made or datetime.now(UTC))
    writer = _Writer(paper, document)
    writer.cover(document.cover)
    for section in document.sections:
        writer.section(section)
    if paper.missing:
        writer.section(Section((Paragraph(_unprintable(paper)),)))
    return paper


def _unprintable(paper: Paper) -> str:
    """What the reader must know about characters that were replaced."""
    signs = ", ".join(f"U+{ord(sign):04X}" for sign in sorted(paper.missing))
    return (
        f"Catatan cetak: {len(paper.missing)} jenis huruf dalam data tidak ada pada huruf dokumen ini dan tercetak "
        f"sebagai '\N{REPLACEMENT CHARACTER}' ({signs}). Ganti huruf itu pada data, lalu buat ulang dokumen ini."
    )


class _Writer:
    """Walks the sections; knows which numbering runs and whether a fresh page waits."""

    def __init__(self, paper: Paper, document: Document) -> None:
        self._paper = paper
        self._lists = Lists(paper, document)
        self._numbers: PageNumbers | None = None
        self._fresh = False
        self._document = document
        self._waiting: list[Figure] = []
        self._place_pages: list[str] = []

    def cover(self, cover: Cover) -> None:
        """The first page; the place of the emblem counts among the places to be filled."""
        draw_cover(self._paper, cover, self._document.seal)
        if cover.emblem:
            self._note_places(1)

    def section(self, section: Section) -> None:
        """A section on its own pages. A figure that no longer fits waits for the next page while the text runs on."""
        self._open(section)
        self._waiting = []
        self._paper.on_break = self._lead_page
        for place, block in enumerate(section.blocks):
            rest = section.blocks[place:]
            if isinstance(block, Figure):
                self._waiting.append(block)
            else:
                led = place > 0 and self._leads(section.blocks[place - 1 :])
                self._make_room(rest, section, first=not place, led=led)
                self._draw(block, section)
            if not self._leads(rest):
                self._place_figures(SHRUNK)
        self._paper.on_break = None
        self._place_figures(SHRUNK_LAST, at_once=True)

    def _make_room(self, rest: tuple[Block, ...], section: Section, *, first: bool, led: bool) -> None:
        """Room for a block and what must follow it."""
        block = rest[0]
        if isinstance(block, Heading) and block.level == 1 and not first:
            self._place_figures(SHRUNK_LAST, at_once=True)
            self._page(section)
        parts = isinstance(block, Heading) and block.level <= 3  # what waits belongs to the part before
        if parts:
            self._place_figures(SHRUNK_LAST)
        if isinstance(block, Heading | Paragraph | Table) and not led:
            ensure(self._paper, self._together(rest))
            if parts and self._waiting:
                self._place_figures(SHRUNK_LAST)
                ensure(self._paper, self._together(rest))

    @staticmethod
    def _leads(rest: tuple[Block, ...]) -> bool:
        """True for what must not be parted from its successor: a heading, a sentence that announces a table."""
        announces = isinstance(rest[0], Paragraph) and len(rest) > 1 and isinstance(rest[1], Table)
        return announces or isinstance(rest[0], Heading)

    def _lead_page(self) -> None:
        """A page that text runs on to begins with the figures that waited, as long as text still follows there."""
        paper = self._paper
        while self._waiting and figure_height(paper, self._waiting[0]) <= paper.floor - paper.get_y() - TEXT_BELOW:
            self._draw_figure(self._waiting.pop(0), 1.0)

    def _place_figures(self, least: float, *, at_once: bool = False) -> None:
        """Draw the waiting figures that fit here, a little smaller if need be; all of them where the text ends."""
        paper = self._paper
        while self._waiting:
            scale = fitting_scale(paper, self._waiting[0], least)
            if not scale and not at_once:
                return
            self._draw_figure(self._waiting.pop(0), scale or 1.0)

    def _draw_figure(self, figure: Figure, scale: float) -> None:
        ensure(self._paper, figure_height(self._paper, figure, scale))
        self._lists.note(figure, self._paper.get_y())
        draw_figure(self._paper, figure, scale)

    def _note_places(self, count: int) -> None:
        """Remember on which page marked places stand, in the order in which they are listed."""
        self._place_pages.extend([str(self._paper.get_page_label())] * count)

    def _open(self, section: Section) -> None:
        """A new page unless the contents left one; numbering starts anew when its kind changes."""
        label = LABELS[section.numbers] if section.numbers is not self._numbers else None
        if self._fresh and not section.landscape:
            if label:
                self._paper.set_page_label(label, "", 1)
        else:
            self._page(section, label)
        self._fresh = False
        self._numbers = section.numbers
        self._paper.set_y(TOP)

    def _page(self, section: Section, label: str | None = None) -> None:
        orientation = "L" if section.landscape else "P"
        if label:
            self._paper.add_page(orientation=orientation, label_style=label, label_prefix="", label_start=1)
        else:
            self._paper.add_page(orientation=orientation)
        self._paper.set_y(TOP)

    def _together(self, blocks: tuple[Block, ...]) -> float:
        """Headings, and the sentence that announces a table, with the beginning of what they lead to."""
        height = 0.0
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            if isinstance(block, Heading):
                height += heading_height(self._paper, block)
            elif isinstance(block, Paragraph) and isinstance(following, Table):
                height += paragraph_height(self._paper, block)
            else:
                return height + self._lead(block, height)
        return height

    def _lead(self, block: Block, above: float) -> float:
        if isinstance(block, Table):
            return TableDrawing(self._paper, block).lead_height(above)
        if isinstance(block, Figure):
            return figure_height(self._paper, block)
        return lead_height(self._paper, block)

    def _numbered(self, table: Table) -> Table:
        """The list of marked places with the page of each."""
        pages = iter(self._place_pages)
        rows = tuple(
            replace(row, cells=(*row.cells[:-1], next(pages, ""))) if row.kind is RowKind.NORMAL else row
            for row in table.rows
        )
        return replace(table, rows=rows)

    def _draw(self, block: Block, section: Section) -> None:
        paper = self._paper
        match block:
            case Heading():
                draw_heading(paper, block)
                self._lists.note(block, paper.get_y())
            case Paragraph():
                draw_paragraph(paper, block)
            case Bullets():
                draw_bullets(paper, block)
            case Place():
                draw_place(paper, block)
                self._note_places(1)
            case Signature():
                draw_signature(paper, block)
                self._note_places(len(block.places))
            case Table():
                self._lists.note(block, paper.get_y())
                TableDrawing(paper, self._numbered(block) if block.place_pages else block).draw()
            case Contents():
                self._page(section)
                paper.start_section(self._lists.begin(), 0, strict=False)
                paper.insert_toc_placeholder(self._lists.render, pages=self._lists.pages)
                self._fresh = True
