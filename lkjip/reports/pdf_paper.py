"""The paper of the PDF: pages with head, seal and page label, one embedded typeface, text measured before it is set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import cast

from fpdf import FPDF
from fpdf.fonts import TTFFont

from lkjip.reports.model import Document
from lkjip.reports.text_fit import Measure, Printable

FONTS = Path(__file__).parent / "fonts"
FAMILY = "LKjIP Sans"
FACES = {"": "Regular", "B": "Bold", "I": "Italic"}
POINT = 0.352778  # mm
LEFT, RIGHT, TOP, BOTTOM = 27.0, 23.0, 24.0, 24.0
INK, MUTED, RULE, SHADE, MARK = (31, 41, 51), (82, 96, 109), (174, 184, 194), (237, 241, 245), (255, 246, 219)
WATERMARK = (243, 236, 226)


def _width(widths: Mapping[int, float], text: str) -> float:
    return float(sum(widths[ord(sign)] for sign in text))


class Paper(FPDF):
    """A4 pages of one document. Text is set word by word at measured places; nothing breaks a page behind our back."""

    def __init__(self, document: Document) -> None:
        super().__init__(unit="mm", format="A4")
        self._document = document
        self.set_margins(LEFT, TOP, RIGHT)
        self.set_auto_page_break(False)
        self.on_break: Callable[[], None] | None = None  # what comes first on a page that text runs on to
        for style, face in FACES.items():
            self.add_font(FAMILY, style, FONTS / f"LKjIPSans-{face}.ttf")
        faces = {style: cast(TTFFont, self.fonts[FAMILY.lower() + style]) for style in FACES}
        self._table = Printable(faces[""].cmap)
        self._measures = {style: Measure(partial(_width, face.cw)) for style, face in faces.items()}
        self.set_lang("id")
        self.set_title(document.title)
        self.set_author(document.author)
        self.set_subject(document.seal)
        self.set_creator("lkjip")
        self.set_font(FAMILY, "", 10.5)

    @property
    def missing(self) -> frozenset[str]:
        """Characters of user texts that the typeface lacks; each was set as the replacement sign."""
        return frozenset(self._table.missing)

    @property
    def floor(self) -> float:
        """The lowest place for text on this page."""
        return float(self.h - BOTTOM)

    @property
    def room(self) -> float:
        """The width between the margins."""
        return float(self.w - LEFT - RIGHT)

    def clean(self, text: str) -> str:
        """User text as the typeface can show it, in one line."""
        return text if text.isascii() and text.isprintable() else text.translate(self._table)

    def lines(self, text: str, width: float, size: float, style: str = "") -> tuple[str, ...]:
        """The lines of a text in `width` mm."""
        return self._measures[style].lines(self.clean(text), round(width / POINT / size * 1000, 1))

    def text_width(self, text: str, size: float, style: str = "") -> float:
        """The width of a clean line in mm."""
        return self._measures[style].width(text) * size * POINT / 1000

    def put(
        self, x: float, baseline: float, text: str, size: float, style: str = "", *, color: tuple[int, int, int] = INK
    ) -> None:
        """One line of clean text at a place."""
        if not text:
            return
        self.set_font(FAMILY, style, size)
        self.set_text_color(*color)
        self.text(x, baseline, text)

    def put_right(
        self, x: float, baseline: float, text: str, size: float, style: str = "", *, color: tuple[int, int, int] = INK
    ) -> None:
        """One line that ends at x."""
        self.put(x - self.text_width(text, size, style), baseline, text, size, style, color=color)

    def put_center(
        self, x: float, baseline: float, text: str, size: float, style: str = "", *, color: tuple[int, int, int] = INK
    ) -> None:
        """One line around x."""
        self.put(x - self.text_width(text, size, style) / 2, baseline, text, size, style, color=color)

    def justify(self, x: float, baseline: float, text: str, width: float, size: float) -> None:
        """One full line whose words are spread to both margins."""
        words = text.split(" ")
        free = width - sum(self.text_width(word, size) for word in words)
        gap = free / (len(words) - 1) if len(words) > 1 else 0.0
        natural = self.text_width(" ", size)
        if gap > natural * 4:  # a short line looks torn when spread
            self.put(x, baseline, text, size)
            return
        self.set_font(FAMILY, "", size)
        self.set_text_color(*INK)
        for word in words:
            self.text(x, baseline, word + " ")
            x += self.text_width(word, size) + gap

    def rule(self, x1: float, y1: float, x2: float, y2: float, width: float = 0.18) -> None:
        """A thin line."""
        self.set_draw_color(*RULE)
        self.set_line_width(width)
        self.line(x1, y1, x2, y2)

    def fill(self, x: float, y: float, w: float, h: float, color: tuple[int, int, int]) -> None:
        """A filled ground."""
        self.set_fill_color(*color)
        self.rect(x, y, w, h, style="F")

    def header(self) -> None:
        """Running title; on invented data the mark CONTOH across and above."""
        if self._document.demo:
            self._watermark()
        if self.page == 1:  # the cover
            return
        self.put(LEFT, 14, self.clean(self._document.running), 7.5, color=MUTED)
        if self._document.demo:
            self.put_right(self.w - RIGHT, 14, "CONTOH – data rekaan", 7.5, "B", color=MUTED)
        self.rule(LEFT, 16.5, self.w - RIGHT, 16.5)

    def _watermark(self) -> None:
        size = 110
        half = self.text_width("CONTOH", size, "B") / 2
        with self.rotation(45, self.w / 2, self.h / 2):
            self.put(self.w / 2 - half, self.h / 2 + size * POINT * 0.36, "CONTOH", size, "B", color=WATERMARK)

    def footer(self) -> None:
        """The seal of the data and the page label."""
        if self.page == 1:  # the cover
            return
        y = self.h - 12
        self.rule(LEFT, y - 4.5, self.w - RIGHT, y - 4.5)
        self.put(LEFT, y, self.clean(self._document.seal), 7.5, color=MUTED)
        self.put_right(self.w - RIGHT, y, self.get_page_label(), 9)
