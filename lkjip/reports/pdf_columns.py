"""How wide the columns of a table are, and the measures of its type."""

from __future__ import annotations

from lkjip.reports.model import RowKind, Table
from lkjip.reports.pdf_paper import Paper

SIZE, LINE = 8.5, 4.05
PAD_X, PAD_Y = 1.5, 1.15


def column_widths(paper: Paper, table: Table) -> list[float]:
    """Widths in mm: as asked, but no column narrower than its longest word."""
    whole = sum(column.width for column in table.columns)
    asked = [column.width / whole * paper.room for column in table.columns]
    least = [_longest_word(paper, table, place) + 2 * PAD_X + 0.2 for place in range(len(asked))]
    if sum(least) >= paper.room:
        return [width / sum(least) * paper.room for width in least]
    narrow = {place for place, width in enumerate(asked) if width < least[place]}
    while True:
        free = paper.room - sum(least[place] for place in narrow)
        wide = sum(width for place, width in enumerate(asked) if place not in narrow)
        widths = [least[p] if p in narrow else width / wide * free for p, width in enumerate(asked)]
        more = {place for place, width in enumerate(widths) if width < least[place] - 0.001}
        if not more:
            return widths
        narrow |= more


def _longest_word(paper: Paper, table: Table, place: int) -> float:
    """The widest word of a column, up to a quarter of the page (longer ones are cut)."""
    words = {(word, "B") for word in paper.clean(table.columns[place].title).split()}
    levels = any(column.indented for column in table.columns)
    for row in table.rows:
        if row.kind is not RowKind.GROUP:
            style = "B" if row.kind is RowKind.TOTAL or (levels and not row.level) else ""
            words.update((word, style) for word in paper.clean(row.cells[place]).split())
    widest = max((paper.text_width(word, SIZE, style) for word, style in words), default=0.0)
    return min(widest, paper.room / 4)
