"""Checks of single values: what is no number, what lost digits, what the machine wrote instead of an amount."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.domain.reading import Bacaan, BacaanAnggaran, BacaanIndikator
from lkjip.validation.registry import check, some

Placed = tuple[str, str, Nilai]  # field, cell, value
LONGEST_FIGURE = 15  # digits before the comma; Excel keeps no more, and no figure of an office needs them
_WORD = re.compile(r"[^\W\d_]+")
_NO_WORDS = frozenset({"rp", "e", "x"})
_MARKUP = re.compile(r"<[^<>]*>")
GARBLED = re.compile(r"^[\s\d.,'%()+\-–Rrp]*\d[\s\d.,'%()+\-–Rrp]*$")
_RATIO = re.compile(r"^\s*\d+\s*:\s*[\d.,]+")
_NO_FIGURE = frozenset({"none", "null", "nan", "nil", "inf", "-inf", "infinity", "-infinity"})
_LOST = "ditulis dengan pangkat"
_ERROR = re.compile(r"^#[A-Z/0!?#]+")


Record = BacaanIndikator | BacaanAnggaran
Odd = Sequence[tuple[Record, list[Placed]]]


def _all(bacaan: Bacaan) -> list[Record]:
    return [*bacaan.indikator, *bacaan.anggaran]


@check
def single_values(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """All checks of single values, over those that are not plain numbers: of nearly every record there are none."""
    odd = [(record, some_odd) for record in _all(bacaan) if (some_odd := odd_values(record))]
    for one in _OF_VALUES if odd else ():
        yield from one(bacaan.lembar, odd, katalog)


def odd_values(record: Record) -> list[Placed]:
    """The values of a record with field name and cell, plain numbers left out: there is nothing to be told of them."""
    reached, sel = record.realisasi, record.sel
    if isinstance(record, BacaanIndikator):
        (promised, first), (printed, last) = (("target", record.target), ("capaian_tercetak", record.capaian_tercetak))
    else:
        (promised, first), (printed, last) = (("pagu", record.pagu), ("persen_tercetak", record.persen_tercetak))
    numbers = first.angka is not None and reached.angka is not None and last.angka is not None
    if numbers and not (first.alasan or reached.alasan or last.alasan):  # nearly every record
        return []
    pairs = ((promised, first), ("realisasi", reached), (printed, last))
    return [(name, sel[name], one) for name, one in pairs if name in sel and (one.angka is None or one.alasan)]


def not_a_number(lembar: str, odd: Odd, katalog: Katalog) -> Iterable[Finding]:
    """A garbled number ("98.5.3") must not be stored as words; neither may any word stand as an amount."""
    seen: set[str] = set()
    for record, values in odd:
        money = isinstance(record, BacaanAnggaran)
        for field, cell, nilai in values:
            if nilai.status is not StatusNilai.TEKS or cell in seen or _RATIO.match(nilai.teks):
                continue
            if spoilt(record, nilai) or (money and field != "persen_tercetak"):
                seen.add(cell)
                yield katalog.temuan(
                    "bukan_angka",
                    lembar=lembar,
                    sel=cell,
                    nilai=nilai.teks,
                    alasan="" if nilai.alasan in ("", "bukan angka") else f" ({nilai.alasan})",
                    contoh=_proposal(nilai.teks),
                )


def spoilt(record: Record, nilai: Nilai) -> bool:
    """True for a text that was to be a figure: digits with stray marks, or digits without a word beside a number.

    "98.5.3" is spoilt wherever it stands; "31/02/2025", "=8" and "<b>8</b>" may be meant as words ("3/4" for a target
    "3/4"), but not where the other side of the comparison is a number.
    """
    if GARBLED.match(nilai.teks):
        return True
    if isinstance(record, BacaanAnggaran) or not any(one.terukur for one in (record.target, record.realisasi)):
        return False
    words = {word.lower() for word in _WORD.findall(_MARKUP.sub(" ", nilai.teks))}
    return any(map(str.isdigit, nilai.teks)) and words <= _NO_WORDS


def _proposal(text: str) -> str:
    """How the writer may have meant it: stray blanks taken out, points after the first dropped; else an example."""
    joined = re.sub(r"(?<=[\d.,])\s+(?=[\d.,])", "", text.strip())
    if joined != text.strip() and re.fullmatch(r"\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,2})?", joined):
        return f"misalnya {joined}"
    whole, *rest = re.split(r"[.,]", text.strip())
    if len(rest) > 1 and all(part.isdigit() and len(part) < 3 for part in (whole, *rest)):
        return f"misalnya {whole},{''.join(rest)}"
    return "misalnya 98,53 atau 1.500.000"


@check
def overlong_figure(bacaan: Bacaan, katalog: Katalog) -> Iterable[Finding]:
    """A NIK or NIP in a column of figures: Excel keeps 15 digits, no performance or amount needs more."""
    seen: set[str] = set()
    for record in _all(bacaan):
        money = isinstance(record, BacaanAnggaran)
        promised = record.pagu if isinstance(record, BacaanAnggaran) else record.target
        for field, nilai in (("pagu" if money else "target", promised), ("realisasi", record.realisasi)):
            cell = record.sel.get(field, "")
            if nilai.angka is not None and abs(nilai.angka) >= 10**LONGEST_FIGURE and cell not in seen:
                seen.add(cell)
                yield katalog.temuan(
                    "angka_terlalu_panjang",
                    lembar=bacaan.lembar,
                    sel=cell,
                    nilai=nilai.teks,
                    arti="jumlah rupiah" if money else field,
                )


def ratio_as_value(lembar: str, odd: Odd, katalog: Katalog) -> Iterable[Finding]:
    """ "1:32" is kept as written; no percentage is computed from it."""
    cells = [
        (cell, nilai)
        for record, values in odd
        for _, cell, nilai in values
        if isinstance(record, BacaanIndikator) and nilai.status is StatusNilai.TEKS and _RATIO.match(nilai.teks)
    ]
    if cells:
        yield katalog.temuan(
            "perbandingan_bukan_angka",
            lembar=lembar,
            sel=cells[0][0],
            nilai=cells[0][1].teks,
            daftar=some(dict.fromkeys(cell for cell, _ in cells)),
        )


def lost_precision(lembar: str, odd: Odd, katalog: Katalog) -> Iterable[Finding]:
    """ "3,50001E+11" has lost its last digits."""
    for cell, nilai in _distinct(odd, lambda nilai: nilai.alasan.startswith(_LOST)):
        yield katalog.temuan("angka_terpotong", lembar=lembar, sel=cell, nilai=nilai.teks)


def none_as_amount(lembar: str, odd: Odd, katalog: Katalog) -> Iterable[Finding]:
    """A machine wrote "None", "null" or "inf" where an amount belongs: missing, not zero."""
    found = _distinct(odd, lambda nilai: nilai.teks.strip().lower() in _NO_FIGURE)
    yield from _together(lembar, katalog, "none_sebagai_angka", found)


def error_in_value(lembar: str, odd: Odd, katalog: Katalog) -> Iterable[Finding]:
    """#DIV/0! and its kind where a value belongs."""
    found = _distinct(odd, lambda nilai: bool(_ERROR.match(nilai.teks)) and not nilai.terukur)
    yield from _together(lembar, katalog, "galat_sebagai_nilai", found)


def remark_in_cell(lembar: str, odd: Odd, katalog: Katalog) -> Iterable[Finding]:
    """Words beside the number ("2,55 Perubahan Target"): the number is used, the words are shown."""
    for cell, nilai in _distinct(odd, lambda nilai: "tulisan lain di dalam sel" in nilai.alasan):
        yield katalog.temuan("keterangan_dalam_sel", lembar=lembar, sel=cell, nilai=nilai.teks)


def _together(lembar: str, katalog: Katalog, kode: str, found: list[tuple[str, Nilai]]) -> Iterable[Finding]:
    """One finding for all cells of a kind: the first with its text, the others listed."""
    if found:
        yield katalog.temuan(
            kode,
            lembar=lembar,
            sel=found[0][0],
            nilai=found[0][1].teks,
            banyak=len(found),
            daftar=some(cell for cell, _ in found),
        )


def _distinct(odd: Odd, wanted: Callable[[Nilai], bool]) -> list[tuple[str, Nilai]]:
    """Each cell once whose value the test wants."""
    found: dict[str, Nilai] = {}
    for _, values in odd:
        for _, cell, nilai in values:
            if wanted(nilai):
                found.setdefault(cell, nilai)
    return list(found.items())


def blanks_in_number(lembar: str, odd: Odd, katalog: Katalog) -> Iterable[Finding]:
    """A blank inside an amount ("1 00.000.000") was taken out."""
    found = _distinct(odd, lambda nilai: nilai.alasan == "spasi di dalam angka dihapus")
    if found:
        yield katalog.temuan(
            "spasi_dalam_angka",
            lembar=lembar,
            sel=found[0][0],
            nilai=found[0][1].teks,
            banyak=len(found),
            daftar=some(cell for cell, _ in found),
        )


_OF_VALUES = (
    not_a_number,
    ratio_as_value,
    lost_precision,
    none_as_amount,
    error_in_value,
    remark_in_cell,
    blanks_in_number,
)
