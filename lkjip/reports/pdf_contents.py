"""Daftar Isi, Daftar Tabel and Daftar Gambar: reserved while writing, filled when the pages are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lkjip.reports.model import Contents, Document, Figure, Heading, Table
from lkjip.reports.pdf_paper import LEFT, RIGHT, TOP, Paper

SIZE, LINE = 10.0, 5.6
DEEPEST = 3  # heading levels in the contents
TITLE = 14.0
CHAPTER_AIR = 1.2
DAFTAR_ISI = "Daftar Isi"
END = 14.0  # room for the page label


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: what, how deep; its page is found when it is written."""

    text: str
    level: int
    key: str


class Lists:
    """The three lists of a document; `pages` is how many pages they will take."""

    def __init__(self, paper: Paper, document: Document) -> None:
        blocks = list(document.blocks())
        headings = [b for b in blocks if isinstance(b, Heading) and b.level <= DEEPEST]
        self._paper = paper
        self._places: dict[str, tuple[int, float]] = {}
        tables = [_numbered("Tabel", b) for b in blocks if isinstance(b, Table)]
        figures = [_numbered("Gambar", b) for b in blocks if isinstance(b, Figure)]
        chapters = [Entry(b.full, b.level, f"h{place}") for place, b in enumerate(headings)]
        lists = [(DAFTAR_ISI, chapters), ("Daftar Tabel", tables), ("Daftar Gambar", figures)]
        self._lists = [(title, entries) for title, entries in lists if entries]
        if Contents() in blocks:
            before = sum(isinstance(b, Heading) and b.level <= DEEPEST for b in blocks[: blocks.index(Contents())])
            chapters[before:before] = [Entry(title, 1, f"h{title}") for title, _ in self._lists]
        self._headings = 0
        self.pages = len(self._layout())

    def begin(self) -> str:
        """The lists begin on this page; their own lines in the contents point to them. The name for the bookmark."""
        for number, page in enumerate(self._layout()):
            for y, item in page:
                if isinstance(item, str):
                    self._places[f"h{item}"] = (self._paper.page + number, y)
        return DAFTAR_ISI

    def note(self, block: Heading | Table | Figure, y: float) -> None:
        """Remember where a block came to stand."""
        if isinstance(block, Heading):
            if block.level > DEEPEST:
                return
            key = f"h{self._headings}"
            self._headings += 1
        else:
            key = _numbered("Tabel" if isinstance(block, Table) else "Gambar", block).key
        self._places[key] = (self._paper.page, y)

    def render(self, paper: Any, _outline: Any) -> None:
        """Fill the reserved pages; called by fpdf2 at the end."""
        for number, page in enumerate(self._layout()):
            if number:
                paper.add_page(same=True)
            for y, item in page:
                if isinstance(item, str):
                    paper.put_center(paper.w / 2, y, item.upper(), 15, "B")
                else:
                    self._draw(y, *item)

    def _layout(self) -> list[list[tuple[float, str | tuple[Entry, tuple[str, ...]]]]]:
        """Pages of placed lines; every list begins with its title, and on a new page unless it fits whole."""
        paper = self._paper
        pages: list[list[tuple[float, str | tuple[Entry, tuple[str, ...]]]]] = [[]]
        y, floor = TOP, paper.h - TOP - 4
        for title, entries in self._lists:
            whole = TITLE + sum(self._height(entry, title) for entry in entries)
            if y > TOP and y + 6 + whole > floor:
                pages.append([])
                y = TOP
            y += 0 if y == TOP else 6
            pages[-1].append((y + 6, title))
            y += TITLE
            for entry in entries:
                height = self._height(entry, title)
                if y + height > floor:
                    pages.append([])
                    y = TOP
                lines = self._lines(entry)
                pages[-1].append((y + height - len(lines) * LINE, (entry, lines)))
                y += height
        return pages

    def _height(self, entry: Entry, title: str) -> float:
        """The lines of an entry, with a little air above a chapter."""
        return len(self._lines(entry)) * LINE + (CHAPTER_AIR if entry.level == 1 and title == DAFTAR_ISI else 0.0)

    def _indent(self, entry: Entry) -> float:
        return (entry.level - 1) * 6.0

    def _lines(self, entry: Entry) -> tuple[str, ...]:
        width = 160.0 - self._indent(entry) - END
        return self._paper.lines(entry.text, width, SIZE, "B" if entry.level == 1 and entry.key[0] == "h" else "")

    def _draw(self, y: float, entry: Entry, lines: tuple[str, ...]) -> None:
        """The text, dots, and the label of its page, all of it a link."""
        paper = self._paper
        style = "B" if entry.level == 1 and entry.key[0] == "h" else ""
        x = LEFT + self._indent(entry)
        top = y
        for line in lines:
            y += LINE
            paper.put(x, y - LINE * 0.28, line, SIZE, style)
        page, at = self._places[entry.key]
        label = paper.pages[page].get_label()
        end = paper.w - RIGHT
        dots_from = x + paper.text_width(lines[-1], SIZE, style) + 1.5
        dots_to = end - paper.text_width(label, SIZE, style) - 1.5
        dot = paper.text_width(" .", SIZE)
        if dots_to > dots_from:
            count = int((dots_to - dots_from) / dot)
            paper.put(dots_to - count * dot, y - LINE * 0.28, " ." * count, SIZE, color=(140, 150, 160))
        paper.put_right(end, y - LINE * 0.28, label, SIZE, style)
        link = paper.add_link(page=page, y=max(at - 6, 0))
        paper.link(x, top, end - x, y - top, link)


def _numbered(kind: str, block: Table | Figure) -> Entry:
    return Entry(f"{kind} {block.number}  {block.caption}", 1, f"{kind} {block.number}")
