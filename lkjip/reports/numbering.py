"""Numbers of tables and figures by chapter: Tabel 3.1, Gambar 3.2; Lampiran count as L1, L2."""

from __future__ import annotations


class Numbering:
    """Counts while a chapter is built; the builder asks for the number before it writes the sentence that names it."""

    def __init__(self, chapter: str) -> None:
        self._chapter = chapter
        self._tables = 0
        self._figures = 0

    def table(self) -> str:
        """The number of the next table."""
        self._tables += 1
        return f"{self._chapter}.{self._tables}"

    def figure(self) -> str:
        """The number of the next figure."""
        self._figures += 1
        return f"{self._chapter}.{self._figures}"
