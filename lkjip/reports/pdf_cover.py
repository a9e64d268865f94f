"""The cover: place of the emblem, title and year, whose report it is; the badge of a draft."""

from __future__ import annotations

from lkjip.reports.model import Cover
from lkjip.reports.pdf_paper import INK, MARK, MUTED, RULE, Paper
from lkjip.reports.text_fit import capitals

EMBLEM_WIDTH, EMBLEM_HEIGHT = 30.0, 36.0
BADGE = (176, 78, 0)


def draw_cover(paper: Paper, cover: Cover, seal: str) -> None:
    """Emblem or its marked place above, title and year in the middle, office and region at the foot."""
    paper.add_page(label_prefix="Sampul")
    middle = paper.w / 2
    paper.fill(0, 0, paper.w, 9, INK)
    if cover.emblem:
        _emblem_place(paper, middle - EMBLEM_WIDTH / 2, 30, cover.emblem)
    y = 96.0
    for line in paper.lines(capitals(cover.title), 140, 22, "B"):
        paper.put_center(middle, y, line, 22, "B")
        y += 11
    paper.put_center(middle, y + 6, f"TAHUN {cover.year}", 18, "B", color=MUTED)
    paper.rule(middle - 30, y + 17, middle + 30, y + 17, 0.6)
    if cover.badge:
        paper.put_center(middle, y + 28, paper.clean(cover.badge), 11, "B", color=BADGE)
    _owner(paper, cover, middle)
    paper.put_center(middle, paper.h - 20, paper.clean(seal), 8, color=MUTED)


def _emblem_place(paper: Paper, x: float, y: float, text: str) -> None:
    """Where the emblem of the region will stand: a dashed frame that says so."""
    paper.fill(x, y, EMBLEM_WIDTH, EMBLEM_HEIGHT, MARK)
    paper.set_draw_color(*RULE)
    paper.set_line_width(0.3)
    with paper.local_context(dash_pattern={"dash": 1.6, "gap": 1.2, "phase": 0}):
        paper.rect(x, y, EMBLEM_WIDTH, EMBLEM_HEIGHT, style="D")
    lines = paper.lines(f"[Diisi: {text}]", EMBLEM_WIDTH - 4, 8, "I")
    top = y + (EMBLEM_HEIGHT - len(lines) * 4) / 2
    for place, line in enumerate(lines, 1):
        paper.put_center(x + EMBLEM_WIDTH / 2, top + place * 4 - 1, line, 8, "I", color=MUTED)


def _owner(paper: Paper, cover: Cover, middle: float) -> None:
    """Region, office and address, as on the letterhead."""
    office = paper.lines(capitals(cover.office), 150, 17, "B")
    address = paper.lines(cover.address, 150, 9.5) if cover.address else ()
    y = paper.h - 46 - 9 * (len(office) - 1) - 5 * len(address)
    paper.put_center(middle, y - 9, paper.clean(f"PEMERINTAH {capitals(cover.region)}"), 13, color=MUTED)
    for line in office:
        paper.put_center(middle, y, line, 17, "B")
        y += 9
    for line in address:
        paper.put_center(middle, y - 1, line, 9.5, color=MUTED)
        y += 5
