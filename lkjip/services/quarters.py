"""Budget tables by quarter: their year, where the table has one; else only as the user says the quarters are meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lkjip.domain.numbers import Nilai, terukur
from lkjip.domain.reading import Bacaan, BacaanAnggaran

Identity = tuple[int, str, str, str, str]


@dataclass(slots=True)
class Pos:
    """All that a table says about one budget line: its quarters side by side, or row under row."""

    lines: list[BacaanAnggaran] = field(default_factory=list)

    def takes(self, line: BacaanAnggaran) -> bool:
        """True for another column of the same row, or another row about another quarter."""
        same_row = any(one.urutan == line.urutan for one in self.lines)
        return same_row or (line.triwulan is not None and all(one.triwulan != line.triwulan for one in self.lines))


def yearly_lines(bacaan: Bacaan, tahun: int, cara: str) -> tuple[list[BacaanAnggaran], str]:
    """The lines for whole years, and what stands against storing them ("" if nothing)."""
    found = _gather(bacaan.anggaran, tahun)
    if not cara and any(all(line.triwulan is not None for line in pos.lines) for pos in found):
        return [], (
            f"Lembar '{bacaan.lembar}': realisasi anggaran tertulis per triwulan tanpa jumlah setahun. "
            "Pilih apakah triwulan dijumlahkan atau sudah kumulatif."
        )
    first_row = {line.urutan: pos.lines[0].urutan for pos in found for line in pos.lines}
    lines = [_of_year(pos.lines, cara) for pos in found]
    return [_under_first(line, first_row) for line in lines], ""


def _under_first(line: BacaanAnggaran, first_row: dict[int, int]) -> BacaanAnggaran:
    """Rows of one line are counted by the first of them, also where they are parents."""
    induk = None if line.induk is None else first_row.get(line.induk, line.induk)
    return replace(line, urutan=first_row[line.urutan], induk=induk)


def _gather(lines: Iterable[BacaanAnggaran], tahun: int) -> list[Pos]:
    known: dict[Identity, list[Pos]] = {}
    found: list[Pos] = []
    for line in lines:
        identity = (line.tahun or tahun, line.kode, line.uraian.casefold(), line.tingkat.value, line.kelompok)
        places = known.setdefault(identity, [])
        pos = next((pos for pos in places if pos.takes(line)), None)
        if pos is None:
            pos = Pos()
            places.append(pos)
            found.append(pos)
        pos.lines.append(line)
    return found


def _of_year(lines: list[BacaanAnggaran], cara: str) -> BacaanAnggaran:
    whole = [line for line in lines if line.triwulan is None]
    return whole[-1] if whole else _from_quarters(sorted(lines, key=lambda line: line.triwulan or 0), cara)


def _from_quarters(lines: list[BacaanAnggaran], cara: str) -> BacaanAnggaran:
    line = lines[-1]
    filled = [one.realisasi for one in lines if one.realisasi.terukur]
    pagu = next((one.pagu for one in reversed(lines) if one.pagu.terukur), line.pagu)
    if not filled:
        return replace(line, pagu=pagu, triwulan=None)
    value = _sum(filled) if cara == "jumlah" else filled[-1]
    cells = [one.sel["realisasi"] for one in lines if one.sel.get("realisasi") and one.realisasi.terukur]
    sel = {**line.sel, "realisasi": " + ".join(cells) if cara == "jumlah" else "".join(cells[-1:])}
    return replace(line, pagu=pagu, realisasi=value, triwulan=None, sel=sel)


def _sum(values: Iterable[Nilai]) -> Nilai:
    return terukur(sum((nilai.angka for nilai in values if nilai.angka is not None), Decimal(0)))
