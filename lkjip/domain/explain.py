"""The steps of a computation as sentences: the rule in words, the numbers put in, the result."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from lkjip.domain.arithmetic import Hasil
from lkjip.domain.numbers import Nilai, format_angka, round_half_up, truncate
from lkjip.domain.showing import show_percent
from lkjip.domain.trace import Step, Trace

# The same words stand in `lkjip/rules/formulas/*.toml` (tulisan); a test holds them together.
TULISAN = {
    "naik": "realisasi ÷ target × 100",
    "turun": "(2 × target − realisasi) ÷ target × 100",
    "turun_rasio": "target ÷ realisasi × 100",
    "rentang_naik": "di dalam rentang 100; di luar rentang realisasi ÷ batas terdekat × 100",
    "rentang_turun": "di dalam rentang 100; di luar rentang (2 × batas terdekat − realisasi) ÷ batas terdekat × 100",
    "stabil": "100 − |realisasi − target| ÷ target × 100",
    "predikat": "mencapai predikat target 100; di bawahnya urutan realisasi ÷ urutan target × 100",
    "ya_tidak": "terlaksana 100; tidak terlaksana 0",
}
_DENGAN_ANGKA = {
    "naik": "{r} ÷ {t} × 100",
    "turun": "(2 × {t} − {r}) ÷ {t} × 100",
    "turun_rasio": "{t} ÷ {r} × 100",
    "rentang_naik": "{r} ÷ {t} × 100",
    "rentang_turun": "(2 × {t} − {r}) ÷ {t} × 100",
    "stabil": "100 − |{r} − {t}| ÷ {t} × 100",
}


class Perkara(NamedTuple):
    """What was to be computed: the formula's id, its function, the two values, and the steps that led to them."""

    rumus: str
    kerja: str
    target: Nilai
    realisasi: Nilai
    asal: Trace = ()


def explain_unmeasured(perkara: Perkara, alasan: str) -> tuple[Step, ...]:
    """Where the values came from, the rule, and why it gave nothing."""
    aturan = TULISAN.get(perkara.kerja, perkara.rumus)
    return (*perkara.asal, Step("Rumus", aturan), Step("Tidak dihitung", alasan))


def explain_measured(
    perkara: Perkara, hasil: Hasil, mentah: Decimal, nilai: Decimal, catatan: tuple[str, ...]
) -> tuple[Step, ...]:
    """Where the values came from, the rule, the numbers put in (or the special case), the result, floor and cap."""
    langkah = [
        *perkara.asal,
        Step("Rumus", TULISAN[perkara.kerja]),
        Step("Angka dimasukkan", _filled(perkara, hasil)),
        Step("Hasil", _result(mentah)),
    ]
    langkah.extend(Step("Catatan", isi) for isi in catatan if isi != hasil.kasus)
    if nilai != mentah:
        langkah.append(Step("Ditampilkan", f"{show_percent(nilai)}%"))
    return tuple(langkah)


def _filled(perkara: Perkara, hasil: Hasil) -> str:
    if hasil.kasus or perkara.realisasi.angka is None:
        return hasil.kasus
    return _DENGAN_ANGKA[perkara.kerja].format(t=_operand(hasil.acuan), r=_operand(perkara.realisasi.angka))


def _operand(angka: Decimal) -> str:
    tertulis = format_angka(angka)
    return f"({tertulis})" if angka < 0 else tertulis


def _result(mentah: Decimal) -> str:
    """The percentage to two decimals, and what it was rounded from."""
    if mentah == round_half_up(mentah, 2):
        return f"{show_percent(mentah)}%"
    return f"{show_percent(mentah)}% (dibulatkan dari {format(truncate(mentah, 6), 'f').replace('.', ',')}…)"
