"""The steps of a computation as sentences: the rule in words, the numbers put in, the result."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.arithmetic import Hasil
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.numbers import Nilai, format_angka, round_half_up, truncate
from lkjip.domain.periode import Setahun
from lkjip.domain.showing import show_nilai, show_percent
from lkjip.domain.trace import Step

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


SEBUTAN_TARGET = {JenisTarget.PK: "Target PK", JenisTarget.RENSTRA: "Target Renstra"}

Asal = tuple[Target, Setahun] | None  # the records the two values were taken from, None where they were typed in
Perkara = tuple[str, Nilai, Asal]  # the function of the formula, the realisasi put into it, and the records


def explain_unmeasured(rumus: str, kerja: str, alasan: str, asal: Asal) -> tuple[Step, ...]:
    """Where the values came from, the rule, and why it gave nothing."""
    return (*_origin(asal), Step("Rumus", TULISAN.get(kerja, rumus)), Step("Tidak dihitung", alasan))


def explain_measured(perkara: Perkara, hasil: Hasil, nilai: Decimal, catatan: tuple[str, ...]) -> tuple[Step, ...]:
    """Where the values came from, the rule, the numbers put in (or the special case), the result, floor and cap."""
    kerja, realisasi, asal = perkara
    mentah = hasil.mentah
    assert mentah is not None  # noqa: S101 - without a percentage there is nothing measured
    langkah = [
        *_origin(asal),
        Step("Rumus", TULISAN[kerja]),
        Step("Angka dimasukkan", _filled(kerja, realisasi, hasil)),
        Step("Hasil", _result(mentah)),
    ]
    langkah.extend(Step("Catatan", isi) for isi in catatan if isi != hasil.kasus)
    if nilai != mentah:
        langkah.append(Step("Ditampilkan", f"{show_percent(nilai)}%"))
    return tuple(langkah)


def _origin(asal: Asal) -> tuple[Step, ...]:
    """The first steps of a trace: target, quarters and realisasi, each with its source."""
    if asal is None:
        return ()
    target, (realisasi, _kurang, langkah) = asal
    awal = Step(f"{SEBUTAN_TARGET[target.jenis]} {target.tahun}", show_nilai(target.nilai), target.sumber)
    if realisasi is None:
        return (awal, *langkah)
    return (awal, *langkah, Step(f"Realisasi {realisasi.tahun}", show_nilai(realisasi.nilai), realisasi.sumber))


def _filled(kerja: str, realisasi: Nilai, hasil: Hasil) -> str:
    if hasil.kasus or realisasi.angka is None:
        return hasil.kasus
    return _DENGAN_ANGKA[kerja].format(t=_operand(hasil.acuan), r=_operand(realisasi.angka))


def _operand(angka: Decimal) -> str:
    tertulis = format_angka(angka)
    return f"({tertulis})" if angka < 0 else tertulis


def _result(mentah: Decimal) -> str:
    """The percentage to two decimals, and what it was rounded from."""
    if mentah == round_half_up(mentah, 2):
        return f"{show_percent(mentah)}%"
    return f"{show_percent(mentah)}% (dibulatkan dari {format(truncate(mentah, 6), 'f').replace('.', ',')}…)"
