"""Write a Document as PDF."""

from __future__ import annotations

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
    Section,
    Signature,
    Table,
)
from lkjip.reports.pdf_contents import Lists
from lkjip.reports.pdf_figure import draw_figure, figure_height
from lkjip.reports.pdf_paper import INK, MUTED, TOP, Paper
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

    def cover(self, cover: Cover) -> None:
        """Title, office and year; the badge of a draft."""
        paper = self._paper
        paper.add_page(label_prefix="Sampul")
        middle = paper.w / 2
        paper.fill(0, 0, paper.w, 9, INK)
        y = 62.0
        for line in paper.lines(cover.title.upper(), 140, 22, "B"):
            paper.put_center(middle, y, line, 22, "B")
            y += 11
        paper.put_center(middle, y + 8, f"TAHUN {cover.year}", 18, "B", color=MUTED)
        paper.rule(middle - 30, y + 22, middle + 30, y + 22, 0.6)
        if cover.badge:
            paper.put_center(middle, y + 34, paper.clean(cover.badge), 11, "B", color=(176, 78, 0))
        y = paper.h - 62
        for line in paper.lines(cover.office.upper(), 150, 17, "B"):
            paper.put_center(middle, y, line, 17, "B")
            y += 9
        paper.put_center(middle, y + 1, paper.clean(cover.region.upper()), 13, color=MUTED)
        paper.put_center(middle, paper.h - 20, paper.clean(self._document.seal), 8, color=MUTED)

    def section(self, section: Section) -> None:
        """A section on its own pages. A figure that no longer fits waits for the next page while the text runs on."""
        self._open(section)
        waiting: list[Figure] = []
        for place, block in enumerate(section.blocks):
            rest = section.blocks[place:]
            if isinstance(block, Figure):
                waiting.append(block)
            else:
                self._make_room(rest, section, waiting, first=not place)
                self._draw(block, section)
            if not self._leads(rest):
                self._place_figures(waiting, section)
        self._place_figures(waiting, section, at_once=True)

    def _make_room(self, rest: tuple[Block, ...], section: Section, waiting: list[Figure], *, first: bool) -> None:
        """Room for a block and what must follow it; on a fresh page the waiting figures come first."""
        block, paper = rest[0], self._paper
        if isinstance(block, Heading) and block.level <= 3:
            self._place_figures(waiting, section, at_once=True)
        if isinstance(block, Heading) and block.level == 1 and not first:
            self._page(section)
        if isinstance(block, Heading | Paragraph) and paper.get_y() + self._together(rest) > paper.floor:
            ensure(paper, self._together(rest))
            self._place_figures(waiting, section)
            ensure(paper, self._together(rest))

    @staticmethod
    def _leads(rest: tuple[Block, ...]) -> bool:
        """True for what must not be parted from its successor: a heading, a sentence that announces a table."""
        announces = isinstance(rest[0], Paragraph) and len(rest) > 1 and isinstance(rest[1], Table)
        return announces or isinstance(rest[0], Heading)

    def _place_figures(self, waiting: list[Figure], section: Section, *, at_once: bool = False) -> None:
        """Draw the waiting figures that fit here; all of them where the text ends."""
        paper = self._paper
        while waiting and (at_once or paper.get_y() + figure_height(paper, waiting[0]) <= paper.floor):
            self._draw(waiting.pop(0), section)

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
                return height + self._lead(block)
        return height

    def _lead(self, block: Block) -> float:
        if isinstance(block, Table):
            return TableDrawing(self._paper, block).lead_height()
        if isinstance(block, Figure):
            return figure_height(self._paper, block)
        return lead_height(self._paper, block)

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
            case Signature():
                draw_signature(paper, block)
            case Table():
                drawing = TableDrawing(paper, block)
                ensure(paper, drawing.lead_height())
                self._lists.note(block, paper.get_y())
                drawing.draw()
            case Figure():
                ensure(paper, figure_height(paper, block))
                self._lists.note(block, paper.get_y())
                draw_figure(paper, block)
            case Contents():
                self._page(section)
                paper.insert_toc_placeholder(self._lists.render, pages=self._lists.pages)
                self._fresh = True
