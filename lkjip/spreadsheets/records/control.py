"""Control totals: what the lines of a budget table add up to, no level counted twice, and the printed totals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TypeVar

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.numbers import Nilai
from lkjip.domain.reading import BacaanAnggaran, BarisBertingkat

Line = TypeVar("Line", bound=BarisBertingkat)
PRINTED = " menurut baris jumlah"
_ABOVE = frozenset({TingkatAnggaran.URUSAN, TingkatAnggaran.BIDANG, TingkatAnggaran.SKPD, TingkatAnggaran.PROGRAM})


def control_lines(records: Sequence[Line]) -> list[Line]:
    """The lines that add up to the whole without counting a rupiah twice: the programmes, else the topmost lines."""
    programs = [line for line in records if line.tingkat is TingkatAnggaran.PROGRAM]
    tops = _tops(records)
    below = {line.urutan: line.induk for line in records}
    outside = [top for top in tops if top.tingkat not in _ABOVE and not _is_program_or_above(top, programs, below)]
    return programs + outside if programs else tops


def _tops(records: Sequence[Line]) -> list[Line]:
    return [line for line in records if line.induk is None and line.tingkat is not TingkatAnggaran.TOTAL]


def _is_program_or_above(
    top: BarisBertingkat, programs: Sequence[BarisBertingkat], below: dict[int, int | None]
) -> bool:
    """True where the line is a programme itself or holds one."""
    for program in programs:
        place: int | None = program.urutan
        while place is not None:
            if place == top.urutan:
                return True
            place = below.get(place)
    return False


def whole_sum(records: Sequence[Line], value: Callable[[Line], Nilai]) -> Decimal | None:
    """What the lines of one period add up to; None where nothing was measured.

    A level with missing amounts gives way to the topmost lines where those are complete, else to the lowest lines.
    """
    parents = {line.induk for line in records}
    lowest = [one for one in records if one.urutan not in parents and one.tingkat is not TingkatAnggaran.TOTAL]
    levels = (control_lines(records), _tops(records))
    complete = [some for some in levels if all(value(line).terukur for line in some)]
    amounts = [angka for line in next(iter(complete), lowest) if (angka := value(line).angka) is not None]
    return sum(amounts, Decimal(0)) if amounts else None


def control_totals(records: Sequence[BacaanAnggaran]) -> dict[str, Decimal]:
    """Sums of pagu and realisasi by year, quarter and group, and the printed totals beside them."""
    totals: dict[str, Decimal] = {}
    periods: dict[tuple[int | None, int | None, str], list[BacaanAnggaran]] = {}
    for line in records:
        periods.setdefault((line.tahun, line.triwulan, line.kelompok), []).append(line)
    for lines in periods.values():
        for name in ("pagu", "realisasi"):
            amount = whole_sum(lines, _value_of(name))
            if amount is not None:
                totals[_label(lines[0], name)] = amount
    for line in records:
        if line.tingkat is TingkatAnggaran.TOTAL:
            for name in ("pagu", "realisasi"):
                amount, label = _value_of(name)(line).angka, _label(line, name) + PRINTED
                if amount is not None and amount >= totals.get(label, amount):
                    totals[label] = amount
    return totals


def _value_of(name: str) -> Callable[[BacaanAnggaran], Nilai]:
    return lambda line: line.pagu if name == "pagu" else line.realisasi


def _label(line: BacaanAnggaran, name: str) -> str:
    """Such as "Pagu modal 2026"."""
    group, quarter = line.kelompok.replace("_", " "), f"triwulan {line.triwulan}" if line.triwulan else ""
    parts = (name.capitalize(), group, quarter, str(line.tahun) if line.tahun else "")
    return " ".join(part for part in parts if part)
