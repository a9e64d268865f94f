"""Codes of budget lines, the level their form shows, and which line is part of which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.spreadsheets.table import BarisTabel, Kolom, Peran
from lkjip.spreadsheets.tables.grid import text_of
from lkjip.spreadsheets.tables.rows import Baris

T = TingkatAnggaran
ORDER = list(T)
Line = Baris | BarisTabel
_CODE = re.compile(r"^[\dxX]+(?:\.[\dxX]+)*\.?$")


def code_of(line: Line, kolom: Sequence[Kolom]) -> str:
    """The line's code as text; one part per column ("7", "01", "02") is put together, else the rightmost counts."""
    if line.jumlah:
        return ""
    cells = [line.cells[k.nomor] for k in kolom if k.peran is Peran.KODE and k.nomor in line.cells]
    texts = [text_of(cell).rstrip(".") for cell in sorted(cells, key=lambda cell: cell.column)]
    texts = [text for text in texts if text and text != "-"]
    if not texts:
        return ""
    parts = len(texts) > 1 and all(len(text) <= 5 and _CODE.match(text) for text in texts)
    if parts and not any(later.startswith(f"{texts[0]}.") for later in texts[1:]):
        return ".".join(texts)
    return texts[-1]


def level_of_code(code: str) -> TingkatAnggaran | None:
    """The level a code's form shows ("7.01.02" program, "7.01.02.2.01.0014" sub kegiatan, "5.1.02" account)."""
    if not _CODE.match(code):
        return None
    parts = code.rstrip(".").split(".")
    if parts[0] in {"4", "5", "6"} and len(parts) > 1 and len(parts[1]) == 1:
        return T.REKENING
    if len(parts) == 1:
        return T.REKENING if len(parts[0]) >= 3 else T.URUSAN
    if len(parts) >= 7:
        return T.SKPD if len(parts[2]) == 1 else T.REKENING
    return {2: T.BIDANG, 3: T.PROGRAM, 4: T.KEGIATAN, 5: T.KEGIATAN, 6: T.SUB_KEGIATAN}[len(parts)]


def parents(lines: Sequence[Line], levels: Sequence[TingkatAnggaran], kolom: Sequence[Kolom]) -> list[int | None]:
    """The place of each line's parent: the last line above of a higher level (accounts nest by the length of code)."""
    found: list[int | None] = []
    stack: list[tuple[tuple[int, int], int]] = []
    for place, (line, level) in enumerate(zip(lines, levels, strict=True)):
        if level is T.TOTAL:
            found.append(None)
            continue
        depth = len(code_of(line, kolom).split(".")) if level is T.REKENING else 0
        key = (ORDER.index(level), depth)
        while stack and stack[-1][0] >= key:
            stack.pop()
        found.append(stack[-1][1] if stack else None)
        stack.append((key, place))
    return found
