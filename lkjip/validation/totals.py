"""Checks of sums: printed totals against the lines, parents against their children, quarters against the year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import Nilai, format_rupiah
from lkjip.domain.reading import Bacaan, BacaanAnggaran
from lkjip.validation.registry import check, some

TOLERANCE = Decimal(1)  # rupiah: cents cut off in print
Period = tuple[int | None, int | None, str]
MOST_NAMED = 10
_FIELDS: tuple[tuple[str, Callable[[BacaanAnggaran], Nilai]], ...] = (
    ("pagu", lambda line: line.pagu),
    ("realisasi", lambda line: line.realisasi),
)


def _period(line: BacaanAnggaran) -> Period:
    return (line.tahun, line.triwulan, line.kelompok)


def _by_period(bacaan: Bacaan) -> Iterator[tuple[Period, list[BacaanAnggaran]]]:
    for period in dict.fromkeys(_period(line) for line in bacaan.anggaran):
        yield period, [line for line in bacaan.anggaran if _period(line) == period]


def _sum(lines: Iterable[BacaanAnggaran], value: Callable[[BacaanAnggaran], Nilai]) -> Decimal:
    return sum((value(line).angka or Decimal(0) for line in lines), Decimal(0))


def _named(period: Period) -> str:
    year, quarter, group = period
    parts = (group.replace("_", " "), f"triwulan {quarter}" if quarter else "", str(year) if year else "")
    return " ".join(part for part in parts if part)


@check
def total_against_sum(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A printed total that no level adds up to; a subtotal is compared with the lines since the total before."""
    for period, lines in _by_period(bacaan):
        tops = [line for line in lines if line.induk is None and line.tingkat is not TingkatAnggaran.TOTAL]
        programs = [line for line in lines if line.tingkat is TingkatAnggaran.PROGRAM]
        for place, line in enumerate(lines):
            if line.tingkat is not TingkatAnggaran.TOTAL:
                continue
            for field, value in _FIELDS:
                printed = value(line).angka
                if printed is None or field not in line.sel:
                    continue
                complete = [group for group in (programs, tops) if group and all(value(one).terukur for one in group)]
                sums = [_sum(group, value) for group in (*complete, _lowest(lines))]
                sums += _running(lines, place, value)
                if all(abs(printed - amount) > TOLERANCE for amount in sums):
                    yield katalog.temuan(
                        "jumlah_berbeda",
                        lembar=bacaan.lembar,
                        sel=line.sel[field],
                        nilai=format_rupiah(printed),
                        kolom=" ".join((field, _named(period))).strip(),
                        hitungan=format_rupiah(sums[0]),
                        selisih=format_rupiah(printed - sums[0]),
                    )


def _lowest(lines: list[BacaanAnggaran]) -> list[BacaanAnggaran]:
    """Lines that are nobody's parent, totals left out."""
    parents = {line.induk for line in lines}
    return [line for line in lines if line.urutan not in parents and line.tingkat is not TingkatAnggaran.TOTAL]


def _running(lines: list[BacaanAnggaran], place: int, value: Callable[[BacaanAnggaran], Nilai]) -> Iterator[Decimal]:
    """What a subtotal may mean: any line above it, or the lowest lines since the total before."""
    start = next((i + 1 for i in range(place - 1, -1, -1) if lines[i].tingkat is TingkatAnggaran.TOTAL), 0)
    since = lines[start:place]
    if start or any(line.tingkat is TingkatAnggaran.TOTAL for line in lines[place + 1 :]):
        parents = {line.induk for line in since}
        yield _sum((line for line in since if line.urutan not in parents), value)
        for line in since:
            yield value(line).angka or Decimal(0)


@check
def parent_against_children(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A line whose direct parts do not add up to it."""
    for period, lines in _by_period(bacaan):
        children: dict[int, list[BacaanAnggaran]] = {}
        for line in lines:
            if line.induk is not None:
                children.setdefault(line.induk, []).append(line)
        for field, value in _FIELDS:
            wrong = [(line, _sum(children[line.urutan], value)) for line in lines if _differs(line, children, value)]
            if wrong:
                line, amount = wrong[0]
                yield katalog.temuan(
                    "rincian_tidak_sama",
                    lembar=bacaan.lembar,
                    sel=line.sel.get(field, ""),
                    uraian=line.uraian,
                    nilai=format_rupiah(value(line).angka or Decimal(0)),
                    hitungan=format_rupiah(amount),
                    kolom=" ".join((field, _named(period))).strip(),
                    banyak=len(wrong),
                    daftar=some(other.sel.get(field, "") for other, _ in wrong),
                )


def _differs(
    line: BacaanAnggaran, children: dict[int, list[BacaanAnggaran]], value: Callable[[BacaanAnggaran], Nilai]
) -> bool:
    below = children.get(line.urutan)
    own = value(line).angka
    if not below or own is None or not all(value(child).terukur for child in below):
        return False
    return abs(_sum(below, value) - own) > TOLERANCE


@check
def quarters_against_year(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """Four quarters that neither add up to the year's realisasi nor end at it."""
    groups: dict[tuple[int, int | None, str], dict[int, BacaanAnggaran]] = {}
    for line in bacaan.anggaran:
        groups.setdefault((line.urutan, line.tahun, line.kelompok), {})[line.triwulan or 0] = line
    wrong = []
    for lines in groups.values():
        year = lines.get(0)
        quarters = [lines[q].realisasi.angka for q in (1, 2, 3, 4) if q in lines]
        if year is None or year.realisasi.angka is None or len(quarters) < 4 or None in quarters:
            continue
        amount = sum((quarter or Decimal(0) for quarter in quarters), Decimal(0))
        if all(abs(year.realisasi.angka - other) > TOLERANCE for other in (amount, quarters[-1] or Decimal(0))):
            wrong.append((year, amount))
    totals_first = sorted(wrong, key=lambda pair: pair[0].tingkat is not TingkatAnggaran.TOTAL)
    for year, amount in totals_first[:MOST_NAMED]:
        yield katalog.temuan(
            "triwulan_tidak_sama_tahun",
            lembar=bacaan.lembar,
            sel=year.sel.get("realisasi", ""),
            nilai=format_rupiah(year.realisasi.angka or Decimal(0)),
            uraian=year.uraian,
            hitungan=format_rupiah(amount),
            selisih=format_rupiah(amount - (year.realisasi.angka or Decimal(0))),
            banyak=len(wrong),
        )
