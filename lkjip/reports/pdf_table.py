"""Tables on paper: rows measured first, then laid on pages, then drawn; the header stands on every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lkjip.reports.model import Align, Column, Row, RowKind, Table
from lkjip.reports.pdf_columns import LINE, PAD_X, PAD_Y, SIZE, column_widths
from lkjip.reports.pdf_paper import LEFT, MUTED, SHADE, TOP, Paper
from lkjip.reports.pdf_rows import Laid, grown, run_length
from lkjip.reports.pdf_text import SMALL_LEAD, ensure

CAPTION = 5.0
AFTER = 4.0
BASE = 0.74  # the baseline within a line
SMALL_TABLE = 48.0  # mm of rows that are not parted
PARTED = 4  # rows of a table that may be parted
STEP = 3.0  # indent per level


class TableDrawing:
    """One table on one paper."""

    def __init__(self, paper: Paper, table: Table) -> None:
        self._paper = paper
        self._table = table
        self._widths = column_widths(paper, table)
        self._lefts = [LEFT + sum(self._widths[:place]) for place in range(len(self._widths))]
        self._merges = [place for place, column in enumerate(table.columns) if column.merge]
        self._head = self._laid_head()
        self._rows = grown([piece for row in table.rows for piece in self._pieces(self._laid(row))], self._merges)
        self._caption = paper.lines(table.caption, paper.room - self._label_width(), 9, "B")

    def lead_height(self, above: float = 0.0) -> float:
        """What must stand together: a small table whole, of a large one caption, header and first rows.

        A small table is parted all the same where, with the text `above` it, it would leave a quarter page blank.
        """
        head = len(self._caption) * CAPTION + 1.2 + self._head_height()
        whole = sum(laid.height for laid in self._rows)
        first = min(sum(laid.height for laid in self._rows[:2]), SMALL_TABLE)
        blank = self._paper.floor - self._paper.get_y()
        parted = len(self._rows) >= PARTED and above + head + whole > blank > (self._paper.floor - TOP) / 4
        return head + (whole if whole <= SMALL_TABLE and not parted else first)

    def draw(self) -> None:
        """Caption, rows over as many pages as needed, note."""
        self._draw_caption()
        self._draw_head()
        shown: Laid | None = None  # the row above on this page
        rows = self._rows
        for place, laid in enumerate(rows):
            if self._paper.get_y() + self._together(rows, place) > self._paper.floor:
                self._paper.add_page(same=True)
                self._paper.set_y(TOP)
                self._draw_continued()
                self._draw_head()
                shown = None
            self._draw_row(laid, shown, rows[place:])
            shown = laid
        self._close()

    def _together(self, rows: list[Laid], place: int) -> float:
        """What must stand on one page from this row on: a group line with its first row, the last two rows."""
        laid, left = rows[place], len(rows) - place
        if left == 1:
            return laid.height
        if laid.row.kind is RowKind.GROUP or left == 2:
            return laid.height + rows[place + 1].height
        run = run_length(rows, place, self._merges)
        return sum(rows[place + step].height for step in range(run)) if run <= 3 else laid.height

    def _label_width(self) -> float:
        return self._paper.text_width(f"Tabel {self._table.number}  ", 9, "B")

    def _draw_caption(self) -> None:
        paper, y = self._paper, self._paper.get_y()
        paper.put(LEFT, y + CAPTION * 0.75, f"Tabel {self._table.number}", 9, "B", color=MUTED)
        for line in self._caption:
            paper.put(LEFT + self._label_width(), y + CAPTION * 0.75, line, 9, "B")
            y += CAPTION
        paper.set_y(y + 1.2)

    def _draw_continued(self) -> None:
        """Which table it is that goes on here."""
        paper, y = self._paper, self._paper.get_y()
        paper.put(LEFT, y + CAPTION * 0.75, f"Tabel {self._table.number} (lanjutan)", 9, "B", color=MUTED)
        paper.set_y(y + CAPTION + 1.2)

    def _laid_head(self) -> list[tuple[str, ...]]:
        heads = []
        for column, width in zip(self._table.columns, self._widths, strict=True):
            lines = self._paper.lines(column.title, width - 2 * PAD_X, SIZE, "B")
            heads.append((*lines, f"({column.unit})") if column.unit else lines)
        return heads

    def _head_height(self) -> float:
        height = max(len(lines) for lines in self._head) * LINE + 2 * PAD_Y
        return height + (LINE + 0.6 if self._table.numbered_columns else 0.0)

    def _draw_head(self) -> None:
        paper, top = self._paper, self._paper.get_y()
        height = self._head_height()
        paper.fill(LEFT, top, paper.room, height, SHADE)
        tall = height - (LINE + 0.6 if self._table.numbered_columns else 0.0)
        for place, lines in enumerate(self._head):
            y = top + (tall - len(lines) * LINE) / 2
            center = self._lefts[place] + self._widths[place] / 2
            for line in lines:
                unit = line.startswith("(") and line == f"({self._table.columns[place].unit})"
                paper.put_center(center, y + LINE * BASE, line, SIZE, "" if unit else "B")
                y += LINE
            if self._table.numbered_columns:
                paper.put_center(center, top + height - LINE * 0.4, f"({place + 1})", 7, color=MUTED)
        if self._table.numbered_columns:
            paper.rule(LEFT, top + tall, LEFT + paper.room, top + tall)
        paper.rule(LEFT, top, LEFT + paper.room, top, 0.35)
        paper.rule(LEFT, top + height, LEFT + paper.room, top + height, 0.35)
        self._sides(top, height)
        paper.set_y(top + height)

    def _sides(self, top: float, height: float) -> None:
        for x in (*self._lefts, LEFT + self._paper.room):
            self._paper.rule(x, top, x, top + height)

    def _laid(self, row: Row) -> Laid:
        """Break every cell; a GROUP row is one cell across the table."""
        paper = self._paper
        if row.kind is RowKind.GROUP:
            cells: tuple[tuple[str, ...], ...] = (paper.lines(row.cells[0], paper.room - 2 * PAD_X, SIZE, "B"),)
        else:
            style = self._style(row)
            cells = tuple(
                paper.lines(text, width - 2 * PAD_X - self._indent(row, place), SIZE, style)
                for place, (text, width) in enumerate(zip(row.cells, self._widths, strict=True))
            )
        heights = [0 if self._merged(place) else len(lines) for place, lines in enumerate(cells)]
        return Laid(row, cells, max([1, *heights]) * LINE + 2 * PAD_Y)

    def _style(self, row: Row) -> str:
        """Sums are bold, and so are the uppermost of lines in levels."""
        levels = any(column.indented for column in self._table.columns)
        return "B" if row.kind is RowKind.TOTAL or (levels and row.kind is RowKind.NORMAL and not row.level) else ""

    def _indent(self, row: Row, place: int) -> float:
        """Levels move the name of a budget line to the right."""
        return row.level * STEP if self._table.columns[place].indented else 0.0

    def _merged(self, place: int) -> bool:
        return self._table.columns[place].merge

    def _pieces(self, laid: Laid) -> Iterator[Laid]:
        """A row higher than a page in pieces that fit, so that no text is lost."""
        most = int((self._paper.floor - TOP - CAPTION - 1.2 - self._head_height() - 2 * PAD_Y) // LINE)
        longest = max(len(lines) for lines in laid.cells)
        if longest <= most:
            yield laid
            return
        for start in range(0, longest, most):
            cells = tuple(lines[start : start + most] for lines in laid.cells)
            count = max(len(lines) for lines in cells)
            yield replace(laid, cells=cells, height=count * LINE + 2 * PAD_Y)

    def _draw_row(self, laid: Laid, above: Laid | None, rest: list[Laid]) -> None:
        paper, top = self._paper, self._paper.get_y()
        if laid.row.kind is not RowKind.NORMAL:
            paper.fill(LEFT, top, paper.room, laid.height, SHADE)
            paper.rule(LEFT, top, LEFT + paper.room, top)  # the ground has covered half of it
        if laid.row.kind is RowKind.GROUP:
            self._draw_lines(laid.cells[0], LEFT, top, paper.room, Column("", 1), style="B")
            paper.rule(LEFT, top, LEFT, top + laid.height)
            paper.rule(LEFT + paper.room, top, LEFT + paper.room, top + laid.height)
        else:
            style = self._style(laid.row)
            for place, lines in enumerate(laid.cells):
                if self._merged(place):
                    self._draw_merged(place, laid, above, rest, top)
                    continue
                indent = self._indent(laid.row, place)
                x, width = self._lefts[place] + indent, self._widths[place] - indent
                self._draw_lines(lines, x, top, width, self._table.columns[place], style=style)
            self._sides(top, laid.height)
        self._floor_line(laid, rest, top + laid.height)
        paper.set_y(top + laid.height)

    def _draw_lines(
        self, lines: tuple[str, ...], x: float, top: float, width: float, column: Column, *, style: str = ""
    ) -> None:
        y = top + PAD_Y + LINE * BASE
        for line in lines:
            if column.align is Align.RIGHT:
                self._paper.put_right(x + width - PAD_X, y, line, SIZE, style)
            elif column.align is Align.CENTER:
                self._paper.put_center(x + width / 2, y, line, SIZE, style)
            else:
                self._paper.put(x + PAD_X, y, line, SIZE, style)
            y += LINE

    def _run(self, place: int, rest: list[Laid]) -> float:
        """The height of the following rows with the same merged cell that still fit on this page."""
        free = self._paper.floor - self._paper.get_y()
        height = 0.0
        for laid in rest:
            if laid.row.kind is not RowKind.NORMAL or laid.row.cells[place] != rest[0].row.cells[place]:
                break
            if height + laid.height > free:
                break
            height += laid.height
        return height

    def _draw_merged(self, place: int, laid: Laid, above: Laid | None, rest: list[Laid], top: float) -> None:
        """A cell that spans equal rows: written once per page, at its top, in the lines that fit."""
        if laid.row.kind is RowKind.TOTAL:
            return
        if above is not None and above.row.kind is RowKind.NORMAL and above.row.cells[place] == laid.row.cells[place]:
            return
        fit = max(1, int((self._run(place, rest) - 2 * PAD_Y + 0.01) // LINE))
        lines = laid.cells[place]
        if len(lines) > fit:
            lines = (*lines[: fit - 1], f"{lines[fit - 1]} …")
        self._draw_lines(lines, self._lefts[place], top, self._widths[place], self._table.columns[place])

    def _floor_line(self, laid: Laid, rest: list[Laid], y: float) -> None:
        """The line under a row leaves merged cells open until their last row."""
        following = rest[1] if len(rest) > 1 else None
        for place, (x, width) in enumerate(zip(self._lefts, self._widths, strict=True)):
            same = (
                following is not None
                and self._merged(place)
                and laid.row.kind is following.row.kind is RowKind.NORMAL
                and following.row.cells[place] == laid.row.cells[place]
                and y + following.height <= self._paper.floor
            )
            if not same:
                self._paper.rule(x, y, x + width, y)

    def _close(self) -> None:
        paper = self._paper
        if self._table.note:
            for line in paper.lines(self._table.note, paper.room, 7.5):
                ensure(paper, SMALL_LEAD)
                paper.set_y(paper.get_y() + SMALL_LEAD - 0.6)
                paper.put(LEFT, paper.get_y() - 0.4, line, 7.5, color=MUTED)
        paper.set_y(paper.get_y() + AFTER)
