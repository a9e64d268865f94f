"""Persentase capaian of one target and one realisasi: which formula, floor, cap, notes, trace.

Which formula an indicator uses, its words and its source are data (`lkjip/rules/formulas`); `FUNGSI` maps the
`fungsi` named there to the arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from lkjip.domain import arithmetic
from lkjip.domain.arithmetic import NOL, Hasil
from lkjip.domain.capaian import Capaian, StatusCapaian
from lkjip.domain.explain import Perkara, explain_measured, explain_unmeasured
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import Nilai, StatusNilai, format_angka, format_ringkas
from lkjip.domain.showing import show_percent
from lkjip.domain.trace import LazyTrace, Trace
from lkjip.domain.units import unit_note

Label = Mapping[str, tuple[str, ...]]
Fungsi = Callable[[Nilai, Nilai, Pengaturan, Label], Hasil]

_STANDAR = Pengaturan()
_TANPA_LABEL: Label = {}
_SATU_ANGKA = ("naik", "turun", "turun_rasio", "stabil")
_RENTANG = {"naik": "rentang_naik", "turun": "rentang_turun"}


def _angka(fungsi: Callable[[Decimal, Decimal], Hasil]) -> Fungsi:
    """A formula of two plain numbers."""
    return lambda target, realisasi, pengaturan, label: fungsi(_must(target), _must(realisasi))


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
    asal: Trace = (),
) -> Capaian:
    """The achievement by the formula `rumus` (its function: `fungsi`, by default of the same name).

    `asal` are steps to stand first in the trace: where target and realisasi came from.
    A target written as a range under `naik` or `turun` is measured by their range forms. Never raises for values a
    user can write: what cannot be computed has a status and a reason.
    """
    kerja = fungsi or rumus
    if target.sampai is not None and kerja in _RENTANG:
        rumus = kerja = _RENTANG[kerja]
    perkara = Perkara(rumus, kerja, target, realisasi, asal)
    halangan = _obstacle(kerja, target, realisasi)
    if halangan is not None:
        return _unmeasured(perkara, *halangan)
    hasil = FUNGSI[kerja](target, realisasi, pengaturan, jenjang_label)
    if hasil.mentah is None:
        return _unmeasured(perkara, StatusCapaian.TIDAK_DAPAT_DIHITUNG, hasil.alasan)
    return _measured(perkara, hasil, hasil.mentah, pengaturan)


def raw_percentage(kerja: str, target: Nilai, realisasi: Nilai) -> Decimal | None:
    """The bare percentage by one function of `FUNGSI`, without notes, cap and trace; None where there is none."""
    if _obstacle(kerja, target, realisasi) is not None:
        return None
    return FUNGSI[kerja](target, realisasi, _STANDAR, _TANPA_LABEL).mentah


def _unmeasured(perkara: Perkara, status: StatusCapaian, alasan: str) -> Capaian:
    return Capaian(status, perkara.rumus, alasan=alasan, trace=LazyTrace(explain_unmeasured, perkara, alasan))


def _measured(perkara: Perkara, hasil: Hasil, mentah: Decimal, pengaturan: Pengaturan) -> Capaian:
    """Floor at 0, cap as set, and say so wherever either changed the number."""
    catatan: tuple[str, ...] = (hasil.kasus,) if hasil.nyata else ()
    if satuan := unit_note(perkara.kerja, perkara.target, perkara.realisasi):
        catatan += (satuan,)
    nilai = mentah
    if mentah < NOL:
        nilai = NOL
        catatan += (f"Nilai mentah {show_percent(mentah)}% ditampilkan 0%: capaian tidak kurang dari 0.",)
    untuk_rerata = nilai
    batas = pengaturan.batas
    if batas is not None and nilai > batas:
        untuk_rerata = batas
        catatan += (_cap_note(nilai, batas, pengaturan.batas_untuk),)
        if pengaturan.batas_untuk == "semua":
            nilai = batas
    if mentah > pengaturan.ambang_tinjau:
        ambang = format_ringkas(pengaturan.ambang_tinjau)
        catatan += (f"Capaian {show_percent(mentah)}% lebih dari {ambang}%: target perlu ditinjau.",)
    jejak = LazyTrace(explain_measured, perkara, hasil, mentah, nilai, catatan)
    return Capaian(StatusCapaian.TERUKUR, perkara.rumus, nilai, mentah, untuk_rerata, "", catatan, jejak)


def _cap_note(nilai: Decimal, batas: Decimal, batas_untuk: str) -> str:
    isi = f"{show_percent(nilai)}% dibatasi {format_ringkas(batas)}%"
    return f"{isi} menurut pengaturan." if batas_untuk == "semua" else f"{isi} dalam rata-rata menurut pengaturan."


def _obstacle(kerja: str, target: Nilai, realisasi: Nilai) -> tuple[StatusCapaian, str] | None:
    """Why there is nothing to compute: not applicable before not filled in before not readable."""
    if target.angka is not None and realisasi.angka is not None:
        return _unfit_number(kerja, target, realisasi)
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


def _unfit_number(kerja: str, target: Nilai, realisasi: Nilai) -> tuple[StatusCapaian, str] | None:
    """Numbers that no formula can take: infinite ones, and a range where one number is needed."""
    if not (_must(target).is_finite() and _must(realisasi).is_finite()):
        return StatusCapaian.TIDAK_DAPAT_DIHITUNG, "target atau realisasi bukan angka berhingga"
    if realisasi.sampai is not None:
        return StatusCapaian.TIDAK_DAPAT_DIHITUNG, f"realisasi '{realisasi.teks}' berupa rentang, bukan satu angka"
    if target.sampai is not None and kerja in _SATU_ANGKA:
        alasan = f"target '{target.teks}' berupa rentang; pilih rumus rentang_naik atau rentang_turun"
        return StatusCapaian.TIDAK_DAPAT_DIHITUNG, alasan
    return None
