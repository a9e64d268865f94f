"""Budget tables by quarter: their year, where the table has one; else only as the user says the quarters are meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lkjip.domain.numbers import Nilai, terukur
from lkjip.domain.reading import Bacaan, BacaanAnggaran


def yearly_lines(bacaan: Bacaan, tahun: int, cara: str) -> tuple[list[BacaanAnggaran], str]:
    """The lines for whole years, and what stands against storing them ("" if nothing)."""
    groups: dict[tuple[int, int, str], list[BacaanAnggaran]] = {}
    for line in bacaan.anggaran:
        groups.setdefault((line.tahun or tahun, line.urutan, line.kelompok), []).append(line)
    lines, undecided = list[BacaanAnggaran](), False
    for group in groups.values():
        whole = [line for line in group if line.triwulan is None]
        if whole:
            lines.append(_first_filled(whole))
        elif cara:
            lines.append(_from_quarters(sorted(group, key=lambda line: line.triwulan or 0), cara))
        else:
            undecided = True
    if undecided:
        return [], (
            f"Lembar '{bacaan.lembar}': realisasi anggaran tertulis per triwulan tanpa jumlah setahun. "
            "Pilih apakah triwulan dijumlahkan atau sudah kumulatif."
        )
    return lines, ""


def _first_filled(lines: list[BacaanAnggaran]) -> BacaanAnggaran:
    """Of several stages of one budget (before, after the change) the last one counts, as far as it is filled."""
    line = lines[-1]
    pagu = (
        line.pagu if line.pagu.terukur else next((one.pagu for one in reversed(lines) if one.pagu.terukur), line.pagu)
    )
    real = next((one.realisasi for one in reversed(lines) if one.realisasi.terukur), line.realisasi)
    return replace(line, pagu=pagu, realisasi=real)


def _from_quarters(lines: list[BacaanAnggaran], cara: str) -> BacaanAnggaran:
    line = lines[-1]
    filled = [one.realisasi for one in lines if one.realisasi.terukur]
    pagu = next((one.pagu for one in lines if one.pagu.terukur), line.pagu)
    if not filled:
        return replace(line, pagu=pagu, triwulan=None)
    value = _sum(filled) if cara == "jumlah" else filled[-1]
    cells = [one.sel["realisasi"] for one in lines if one.sel.get("realisasi")]
    sel = {**line.sel, "realisasi": f"{cells[0]}:{cells[-1]}" if len(cells) > 1 else "".join(cells)}
    return replace(line, pagu=pagu, realisasi=value, triwulan=None, sel=sel)


def _sum(values: Iterable[Nilai]) -> Nilai:
    return terukur(sum((nilai.angka for nilai in values if nilai.angka is not None), start=terukur(0).angka or 0))
