"""Checks of sums: printed totals against the lines, parents against their children, quarters against the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import Nilai, format_rupiah
from lkjip.domain.reading import Bacaan, BacaanAnggaran, BarisBertingkat
from lkjip.validation.registry import check, some

TOLERANCE = Decimal(1)  # rupiah: cents cut off in print
MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class _Kelompok:
    """Lines that may be added up: those of one period, or of the Renstra; `kolom` names their fields in words."""

    baris: Sequence[BarisBertingkat]
    kolom: Mapping[str, str]

    def nilai(self, line: BarisBertingkat, field: str) -> Nilai:
        """One amount of a line."""
        nilai: Nilai = getattr(line, field)
        return nilai

    def jumlah(self, lines: Iterable[BarisBertingkat], field: str) -> Decimal:
        """The sum of the measured amounts."""
        return sum((self.nilai(line, field).angka or Decimal(0) for line in lines), Decimal(0))

    def lengkap(self, lines: Iterable[BarisBertingkat], field: str) -> bool:
        """True where every line has an amount."""
        return all(self.nilai(line, field).terukur for line in lines)


def _groups(bacaan: Bacaan) -> Iterator[_Kelompok]:
    periods: dict[tuple[int | None, int | None, str], list[BacaanAnggaran]] = {}
    for line in bacaan.anggaran:
        periods.setdefault((line.tahun, line.triwulan, line.kelompok), []).append(line)
    for (year, quarter, group), lines in periods.items():
        parts = (group.replace("_", " "), f"triwulan {quarter}" if quarter else "", str(year) if year else "")
        name = " ".join(part for part in parts if part)
        yield _Kelompok(lines, {field: f"{field} {name}".strip() for field in ("pagu", "realisasi")})
    if bacaan.renstra:
        words = {field: bacaan.renstra[0].nama(field) for field in ("pagu", "realisasi_lalu", "realisasi")}
        yield _Kelompok(bacaan.renstra, {field: text[0].lower() + text[1:] for field, text in words.items()})


@check
def total_against_sum(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A printed total that no level adds up to; a subtotal is compared with the lines since the total before."""
    for group in _groups(bacaan):
        lines = group.baris
        tops = [line for line in lines if line.induk is None and line.tingkat is not TingkatAnggaran.TOTAL]
        programs = [line for line in lines if line.tingkat is TingkatAnggaran.PROGRAM]
        for place, line in enumerate(lines):
            if line.tingkat is not TingkatAnggaran.TOTAL:
                continue
            for field in group.kolom:
                printed = group.nilai(line, field).angka
                if printed is None or field not in line.sel:
                    continue
                complete = [level for level in (programs, tops) if level and group.lengkap(level, field)]
                sums = [group.jumlah(level, field) for level in (*complete, _lowest(lines))]
                sums += _running(group, place, field)
                if all(abs(printed - amount) > TOLERANCE for amount in sums):
                    yield katalog.temuan(
                        "jumlah_berbeda",
                        lembar=bacaan.lembar,
                        sel=line.sel[field],
                        nilai=format_rupiah(printed),
                        kolom=group.kolom[field],
                        hitungan=format_rupiah(sums[0]),
                        selisih=format_rupiah(printed - sums[0]),
                    )


def _lowest(lines: Sequence[BarisBertingkat]) -> list[BarisBertingkat]:
    """Lines that are nobody's parent, totals left out."""
    parents = {line.induk for line in lines}
    return [line for line in lines if line.urutan not in parents and line.tingkat is not TingkatAnggaran.TOTAL]


def _running(group: _Kelompok, place: int, field: str) -> Iterator[Decimal]:
    """What a subtotal may mean: any line above it, or the lowest lines since the total before."""
    lines = group.baris
    start = next((i + 1 for i in range(place - 1, -1, -1) if lines[i].tingkat is TingkatAnggaran.TOTAL), 0)
    since = lines[start:place]
    if start or any(line.tingkat is TingkatAnggaran.TOTAL for line in lines[place + 1 :]):
        parents = {line.induk for line in since}
        yield group.jumlah((line for line in since if line.urutan not in parents), field)
        for line in since:
            yield group.nilai(line, field).angka or Decimal(0)


@check
def parent_against_children(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A line whose direct parts do not add up to it."""
    for group in _groups(bacaan):
        children: dict[int, list[BarisBertingkat]] = {}
        for line in group.baris:
            if line.induk is not None:
                children.setdefault(line.induk, []).append(line)
        for field in group.kolom:
            wrong = [
                (line, group.jumlah(children[line.urutan], field))
                for line in group.baris
                if _differs(line, children, group, field)
            ]
            if wrong:
                line, amount = wrong[0]
                yield katalog.temuan(
                    "rincian_tidak_sama",
                    lembar=bacaan.lembar,
                    sel=line.sel.get(field, ""),
                    uraian=line.uraian,
                    nilai=format_rupiah(group.nilai(line, field).angka or Decimal(0)),
                    hitungan=format_rupiah(amount),
                    kolom=group.kolom[field],
                    banyak=len(wrong),
                    daftar=some(other.sel.get(field, "") for other, _ in wrong),
                )


def _differs(line: BarisBertingkat, children: dict[int, list[BarisBertingkat]], group: _Kelompok, field: str) -> bool:
    below = children.get(line.urutan)
    own = group.nilai(line, field).angka
    if not below or own is None or not group.lengkap(below, field):
        return False
    return abs(group.jumlah(below, field) - own) > TOLERANCE


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
