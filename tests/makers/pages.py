"""A PDF read back page by page: where its text ends, and which pages begin a chapter."""

from __future__ import annotations

import io
from typing import Any

from pypdf import PageObject, PdfReader

MM = 72 / 25.4
TOP, BOTTOM = 24.0, 24.0  # mm, as in lkjip/reports/pdf_paper.py


def read(content: bytes) -> PdfReader:
    """The document."""
    return PdfReader(io.BytesIO(content))


def words(page: PageObject) -> str:
    """Its text in one line."""
    return " ".join(page.extract_text().split())


def blank_share(page: PageObject) -> float:
    """The part of the text area under the lowest line of text, letters of charts included."""
    height = float(page.mediabox.height) / MM
    lowest = height - TOP

    def see(text: str, cm: list[float], tm: list[float], _font: Any, _size: Any) -> None:
        nonlocal lowest
        y = (cm[1] * tm[4] + cm[3] * tm[5] + cm[5]) / MM
        if text.strip() and y >= BOTTOM - 1:
            lowest = min(lowest, y)

    page.extract_text(visitor_text=see)
    return (lowest - BOTTOM) / (height - TOP - BOTTOM)


def chapter_starts(pdf: PdfReader) -> set[int]:
    """The pages that begin with a Bab, a Lampiran or a part before Bab I."""
    return {int(pdf.get_destination_page_number(item) or 0) for item in pdf.outline if not isinstance(item, list)}


def torn_pages(pdf: PdfReader, most: float = 0.25) -> dict[str, float]:
    """Pages that the text runs on from although more than `most` of them is blank, by label.

    The last page of a chapter and the page before a turned one may be short, and so may the lists after the
    contents; the frame kept for the organisation chart is not blank.
    """
    starts, labels = chapter_starts(pdf), pdf.page_labels
    first = labels.index("1")
    torn = {}
    for place in range(first, len(pdf.pages) - 1):
        page, following = pdf.pages[place], pdf.pages[place + 1]
        turned = page.mediabox.width != following.mediabox.width
        if place + 1 in starts or turned or "bagan struktur organisasi" in words(page):
            continue
        if (share := blank_share(page)) > most:
            torn[labels[place]] = round(share, 2)
    return torn
