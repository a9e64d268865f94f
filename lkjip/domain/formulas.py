"""Persentase capaian of one target and one realisasi: which formula, floor, cap, notes, trace.

Which formula an indicator uses, its words and its source are data (`lkjip/rules/formulas`); `FUNGSI` maps the
`fungsi` named there to the arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from lkjip.domain import arithmetic
from lkjip.domain.arithmetic import NOL, Hasil
from lkjip.domain.capaian import Capaian, StatusCapaian
from lkjip.domain.explain import Asal, explain_measured, explain_unmeasured
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import Nilai, StatusNilai, format_angka, format_ringkas
from lkjip.domain.showing import show_percent
from lkjip.domain.trace import LazyTrace
from lkjip.domain.units import unit_note

Label = Mapping[str, tuple[str, ...]]
Fungsi = Callable[[Nilai, Nilai, Pengaturan, Label], Hasil]

_TERUKUR = StatusCapaian.TERUKUR  # asked for every indicator, see numbers.py
_STANDAR = Pengaturan()
_TANPA_LABEL: Label = {}
_SATU_ANGKA = ("naik", "turun", "turun_rasio", "stabil")
_RENTANG = {"naik": "rentang_naik", "turun": "rentang_turun"}


def _angka(fungsi: Callable[[Decimal, Decimal], Hasil]) -> Fungsi:
    """A formula of two plain numbers."""

    def of_numbers(target: Nilai, realisasi: Nilai, pengaturan: Pengaturan, label: Label) -> Hasil:
        assert target.angka is not None and realisasi.angka is not None  # noqa: S101, PT018 - see `_must`
        return fungsi(target.angka, realisasi.angka)

    return of_numbers


def _batas(fungsi: Callable[[Decimal, Decimal], Hasil]) -> Fungsi:
    """A formula of a target range; a single number is a range from itself to itself."""
    return lambda target, realisasi, pengaturan, label: arithmetic.rentang(
        fungsi, _must(target), target.sampai if target.sampai is not None else _must(target), _must(realisasi)
    )


def _must(nilai: Nilai) -> Decimal:
    assert nilai.angka is not None  # noqa: S101 - `_obstacle` has answered for everything else
    return nilai.angka


FUNGSI: Mapping[str, Fungsi] = {
    "naik": _angka(arithmetic.naik),
    "turun": _angka(arithmetic.turun),
    "turun_rasio": lambda target, realisasi, pengaturan, label: arithmetic.turun_rasio(
        _must(target), _must(realisasi), pengaturan.rasio_nol
    ),
    "rentang_naik": _batas(arithmetic.naik),
    "rentang_turun": _batas(arithmetic.turun),
    "stabil": _angka(arithmetic.stabil),
    "predikat": arithmetic.predikat,
    "ya_tidak": lambda target, realisasi, pengaturan, label: arithmetic.ya_tidak(target, realisasi, label),
}
TANPA_ANGKA = frozenset({"predikat", "ya_tidak"})


def compute_capaian(
    rumus: str,
    target: Nilai,
    realisasi: Nilai,
    pengaturan: Pengaturan = _STANDAR,
    jenjang_label: Label = _TANPA_LABEL,
    *,
    fungsi: str = "",
    asal: Asal = None,
) -> Capaian:
    """The achievement by the formula `rumus` (its function: `fungsi`, by default of the same name).

    `asal`: the records target and realisasi were taken from, told first in the trace.
    A target written as a range under `naik` or `turun` is measured by their range forms. Never raises for values a
    user can write: what cannot be computed has a status and a reason.
    """
    kerja = fungsi or rumus
    if target.sampai is not None and kerja in _RENTANG:
        rumus = kerja = _RENTANG[kerja]
    halangan = _obstacle(kerja, target, realisasi)
    if halangan is None:
        hasil = FUNGSI[kerja](target, realisasi, pengaturan, jenjang_label)
        if hasil.mentah is not None:
            nilai, untuk_rerata = _bounded(hasil.mentah, pengaturan)
            catatan = _notes(hasil, hasil.mentah, pengaturan, unit_note(kerja, target, realisasi))
            jejak = LazyTrace(explain_measured, (kerja, realisasi, asal), hasil, nilai, catatan)
            return Capaian(_TERUKUR, rumus, nilai, hasil.mentah, untuk_rerata, "", catatan, jejak)
        halangan = StatusCapaian.TIDAK_DAPAT_DIHITUNG, hasil.alasan
    status, alasan = halangan
    return Capaian(status, rumus, alasan=alasan, trace=LazyTrace(explain_unmeasured, rumus, kerja, alasan, asal))


def raw_percentages(kerja: Iterable[str], target: Nilai, realisasi: Nilai) -> dict[str, Decimal]:
    """The bare percentage by some functions of `FUNGSI`, without notes and trace; those that have none left out."""
    found = {}
    t, r = target.angka, realisasi.angka
    plain = t is not None and r is not None and t.is_finite() and r.is_finite()
    plain = plain and target.sampai is None and realisasi.sampai is None  # then no formula has an obstacle
    for satu in kerja:
        if plain or _obstacle(satu, target, realisasi) is None:
            mentah = FUNGSI[satu](target, realisasi, _STANDAR, _TANPA_LABEL).mentah
            if mentah is not None:
                found[satu] = mentah
    return found


def _bounded(mentah: Decimal, pengaturan: Pengaturan) -> tuple[Decimal, Decimal]:
    """The percentage as shown and as averaged: floor at 0, cap as set."""
    nilai = NOL if mentah < NOL else mentah
    batas = pengaturan.batas
    if batas is None or nilai <= batas:
        return nilai, nilai
    return (batas if pengaturan.batas_untuk == "semua" else nilai), batas


def _notes(hasil: Hasil, mentah: Decimal, pengaturan: Pengaturan, satuan: str) -> tuple[str, ...]:
    """What is to be said beside the number: special case, units, and wherever floor or cap changed it."""
    catatan: tuple[str, ...] = (hasil.kasus,) if hasil.nyata else ()
    if satuan:
        catatan += (satuan,)
    if mentah < NOL:
        catatan += (f"Nilai mentah {show_percent(mentah)}% ditampilkan 0%: capaian tidak kurang dari 0.",)
    batas = pengaturan.batas
    if batas is not None and mentah > batas:
        catatan += (_cap_note(mentah, batas, pengaturan.batas_untuk),)
    if mentah > pengaturan.ambang_tinjau:
        ambang = format_ringkas(pengaturan.ambang_tinjau)
        catatan += (f"Capaian {show_percent(mentah)}% lebih dari {ambang}%: target perlu ditinjau.",)
    return catatan


def _cap_note(nilai: Decimal, batas: Decimal, batas_untuk: str) -> str:
    isi = f"{show_percent(nilai)}% dibatasi {format_ringkas(batas)}%"
    return f"{isi} menurut pengaturan." if batas_untuk == "semua" else f"{isi} dalam rata-rata menurut pengaturan."


def _obstacle(kerja: str, target: Nilai, realisasi: Nilai) -> tuple[StatusCapaian, str] | None:
    """Why there is nothing to compute: a value missing, infinite, or a range where one number is needed."""
    t, r = target.angka, realisasi.angka
    if t is None or r is None:
        return _missing_number(kerja, target, realisasi)
    if not (t.is_finite() and r.is_finite()):
        return StatusCapaian.TIDAK_DAPAT_DIHITUNG, "target atau realisasi bukan angka berhingga"
    if realisasi.sampai is not None:
        return StatusCapaian.TIDAK_DAPAT_DIHITUNG, f"realisasi '{realisasi.teks}' berupa rentang, bukan satu angka"
    if target.sampai is not None and kerja in _SATU_ANGKA:
        alasan = f"target '{target.teks}' berupa rentang; pilih rumus rentang_naik atau rentang_turun"
        return StatusCapaian.TIDAK_DAPAT_DIHITUNG, alasan
    return None


def _missing_number(kerja: str, target: Nilai, realisasi: Nilai) -> tuple[StatusCapaian, str] | None:
    """One of the two is no number: not applicable before not filled in before not readable; labels where they fit."""
    keduanya = (("target", target), ("realisasi", realisasi))
    for nama, nilai in keduanya:
        if nilai.status is StatusNilai.TIDAK_BERLAKU:
            return StatusCapaian.TIDAK_BERLAKU, _because(f"{nama} dinyatakan tidak berlaku", nilai)
    for nama, nilai in keduanya:
        if nilai.status is StatusNilai.KOSONG:
            return StatusCapaian.BELUM_ADA_DATA, _because(f"{nama} belum diisi", nilai)
    for nama, nilai in keduanya:
        if nilai.status is StatusNilai.AMBIGU:
            bacaan = " atau ".join(format_angka(satu) for satu in nilai.pilihan) or "lebih dari satu angka"
            return StatusCapaian.TIDAK_DAPAT_DIHITUNG, f"{nama} '{nilai.teks}' dapat dibaca sebagai {bacaan}"
        if nilai.status is StatusNilai.TEKS and kerja not in TANPA_ANGKA:
            return StatusCapaian.TIDAK_DAPAT_DIHITUNG, f"{nama} '{nilai.teks}' bukan angka"
    return None


def _because(isi: str, nilai: Nilai) -> str:
    sebab = nilai.alasan or (f"tertulis '{nilai.teks}'" if nilai.teks else "")
    return f"{isi} ({sebab})" if sebab else isi
