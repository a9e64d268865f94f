"""Findings on their way: where the reader is, and what it has found so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lkjip.domain.aturan import Istilah
from lkjip.domain.finding import Finding, Katalog, quoted
from lkjip.domain.trace import Source
from lkjip.spreadsheets.cells import Cell


@dataclass(slots=True)
class Catatan:
    """The file being read, the words and texts it is read with, and the findings."""

    berkas: str
    sha256: str
    istilah: Istilah
    katalog: Katalog
    temuan: list[Finding] = field(default_factory=list)

    @property
    def label(self) -> Mapping[str, tuple[str, ...]]:
        """The ordered labels."""
        return self.istilah.urutan_label

    def add(self, kode: str, lembar: str = "", cell: Cell | str = "", nilai: str = "", **isi: object) -> None:
        """One more finding, at a cell; long texts are cut, they stand in the cell."""
        sel = cell if isinstance(cell, str) else cell.address
        fill: dict[str, Any] = {name: quoted(value) if isinstance(value, str) else value for name, value in isi.items()}
        found = self.katalog.temuan(
            kode, berkas=self.berkas, lembar=lembar, sel=sel, nilai=quoted(nilai), **fill
        )  # fmt: skip
        self.temuan.append(found)

    def source(self, lembar: str, cell: Cell) -> Source:
        """Where a value was read."""
        return Source(self.berkas, lembar, cell.address, self.sha256)
