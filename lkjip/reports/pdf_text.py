"""Headings, paragraphs, lists, marked places and signatures on paper."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.reports.model import Block, Bullets, Heading, Paragraph, Place, Signature
from lkjip.reports.pdf_paper import INK, LEFT, MARK, MUTED, RULE, TOP, Paper
from lkjip.reports.text_fit import capitals

BODY, LEAD = 10.5, 5.7
ANNEX, ANNEX_LEAD = 9.5, 5.0
SMALL, SMALL_LEAD = 8.5, 4.4
BAR = (230, 159, 0)
AFTER = 2.6
INDENT = 6.0


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """Size, leading and the space around a heading."""

    size: float
    lead: float
    before: float
    after: float


STYLES = {
    1: HeadingStyle(15, 7.4, 0, 4.5),
    2: HeadingStyle(12.5, 6.2, 4.4, 2.2),
    3: HeadingStyle(11.2, 5.8, 5, 2.4),
    4: HeadingStyle(10.5, 5.6, 4, 1.8),
}


def break_page(paper: Paper) -> None:
    """The next page, same orientation; text begins at its top, or under the figures that waited for it."""
    paper.add_page(same=True)
    paper.set_y(TOP)
    if paper.on_break:
        paper.on_break()


def ensure(paper: Paper, height: float) -> None:
    """Go to the next page unless `height` still fits (or the page is fresh)."""
    while paper.get_y() + height > paper.floor and paper.get_y() > TOP + 0.1:
        break_page(paper)


def heading_height(paper: Paper, heading: Heading) -> float:
    """How much a heading takes."""
    style = STYLES[heading.level]
    lines = len(paper.lines(heading.full, paper.room, style.size, "B"))
    return style.before + lines * style.lead + style.after + (style.lead if heading.level == 1 and heading.label else 0)


def draw_heading(paper: Paper, heading: Heading) -> None:
    """A heading with its bookmark; Bab and Lampiran stand centred with their label above."""
    style = STYLES[heading.level]
    fresh = paper.get_y() <= TOP + 0.1
    y = paper.get_y() + (0 if fresh else style.before)
    paper.set_y(y)
    paper.start_section(paper.clean(heading.full), heading.level - 1, strict=False)
    if heading.level == 1:
        rows = [paper.clean(heading.label)] if heading.label else []
        rows += paper.lines(capitals(heading.text), paper.room, style.size, "B")
        for row in rows:
            y += style.lead
            paper.put_center(paper.w / 2, y - style.lead * 0.25, row, style.size, "B")
    else:
        label = paper.clean(heading.label)
        hang = paper.text_width(label + " ", style.size, "B") if label else 0.0
        for place, row in enumerate(paper.lines(heading.text, paper.room - hang, style.size, "B")):
            y += style.lead
            if place == 0 and label:
                paper.put(LEFT, y - style.lead * 0.25, label, style.size, "B")
            paper.put(LEFT + hang, y - style.lead * 0.25, row, style.size, "B")
    paper.set_y(y + style.after)


def _flow(
    paper: Paper, rows: tuple[str, ...], x: float, width: float, *, size: float = BODY, lead: float = LEAD
) -> None:
    """Lines over pages: never a single line left below or carried over."""
    for place, row in enumerate(rows):
        left = len(rows) - place
        keep = min(left, 3 if left == 3 else 2) if place == 0 or left == 2 else 1
        ensure(paper, keep * lead)
        y = paper.get_y() + lead
        if size == SMALL:
            paper.put(x, y - lead * 0.28, row, size, color=MUTED)
        elif left == 1:
            paper.put(x, y - lead * 0.28, row, size)
        else:
            paper.justify(x, y - lead * 0.28, row, width, size)
        paper.set_y(y)


def draw_paragraph(paper: Paper, block: Paragraph) -> None:
    """Running text, justified; notes small and grey."""
    size, lead = (SMALL, SMALL_LEAD) if block.note else (BODY, LEAD)
    _flow(paper, paper.lines(block.text, paper.room, size), LEFT, paper.room, size=size, lead=lead)
    paper.set_y(paper.get_y() + AFTER)


def paragraph_height(paper: Paper, block: Paragraph) -> float:
    """How much a paragraph takes when it stands on one page."""
    size, lead = (SMALL, SMALL_LEAD) if block.note else (BODY, LEAD)
    return len(paper.lines(block.text, paper.room, size)) * lead + AFTER


def draw_bullets(paper: Paper, block: Bullets) -> None:
    """A list with hanging indent, wide enough for its highest number."""
    size, lead = (ANNEX, ANNEX_LEAD) if block.small else (BODY, LEAD)
    indent = INDENT + (2.0 if block.numbered and len(block.items) > 9 else 0.0)
    laid = [paper.lines(item, paper.room - indent, size) for item in block.items]
    for number, rows in enumerate(laid, 1):
        last = len(laid[number]) if number == len(laid) - 1 else 0  # the last item is not left alone
        least = 3 if len(rows) == 3 else min(2, len(rows))
        ensure(paper, (len(rows) + last if 0 < last <= 3 and len(rows) <= 3 else least) * lead)
        sign = f"{number}." if block.numbered else "•"
        paper.put(LEFT + (0 if block.numbered else 1.5), paper.get_y() + lead * 0.72, sign, size)
        _flow(paper, rows, LEFT + indent, paper.room - indent, size=size, lead=lead)
        paper.set_y(paper.get_y() + 0.9)
    paper.set_y(paper.get_y() + AFTER - 0.9)


def draw_place(paper: Paper, block: Place) -> None:
    """A place to be filled, on a light ground with a bar: seen at once, in grey print too."""
    rows = paper.lines(block.shown, paper.room - 8, BODY, "I")
    lead = LEAD - 0.3
    ensure(paper, min(len(rows), 20) * lead + 2.4 + block.room)
    for start in range(0, len(rows), 20):
        part = rows[start : start + 20]
        ensure(paper, len(part) * lead + 2.4)
        y = paper.get_y()
        height = len(part) * lead + 2.4 + (block.room if start == 0 else 0.0)
        paper.fill(LEFT, y, paper.room, height, MARK)
        paper.fill(LEFT, y, 1.0, height, BAR)
        if block.room:
            paper.set_draw_color(*RULE)
            paper.rect(LEFT + 1.0, y, paper.room - 1.0, height, style="D")
        below = y + height + 1.6
        for row in part:
            y += lead
            paper.put(LEFT + 4, y - lead * 0.22 + 0.6, row, BODY, "I")
        paper.set_y(below)


def draw_signature(paper: Paper, block: Signature) -> None:
    """Place, date, office, room for the signature, name, rank and NIP, in the right half."""
    ensure(paper, 58)
    x = LEFT + paper.room * 0.52
    width = paper.room * 0.48
    y = paper.get_y() + 6

    def lines(text: str, style: str = "") -> None:
        nonlocal y
        for row in paper.lines(text, width, BODY, style):
            y += LEAD
            if "[Diisi" in row:
                paper.fill(x, y - LEAD * 0.78, paper.text_width(row, BODY, style), LEAD, MARK)
            paper.put(x, y, row, BODY, style)

    lines(block.place_and_date)
    lines(f"{block.position},")
    y += 24
    lines(block.name or "[Diisi: nama]", "B")
    drawn = paper.text_width(paper.clean(block.name or "[Diisi: nama]"), BODY, "B")
    paper.set_draw_color(*INK)
    paper.line(x, y + 0.9, x + min(drawn, width), y + 0.9)
    for text in (block.rank, f"NIP {block.nip or '[Diisi: NIP]'}"):
        if text:
            lines(text)
    paper.set_y(y + AFTER)


def lead_height(paper: Paper, block: Block) -> float:
    """The least of a text block that must stand under its heading."""
    if isinstance(block, Heading):
        return heading_height(paper, block)
    if isinstance(block, Signature):
        return 58.0
    if isinstance(block, Place):
        return min(3, len(paper.lines(block.shown, paper.room - 8, BODY, "I"))) * LEAD + 2.4 + block.room
    return 2 * LEAD
