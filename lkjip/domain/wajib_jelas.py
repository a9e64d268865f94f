"""When a section has to explain an indicator: it missed its target, or it is worse than the year before."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.aturan import Aturan
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import EvaluasiIndikator
from lkjip.domain.formulas import compute_capaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import Nilai
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.domain.showing import show_nilai

DI_BAWAH_TARGET = frozenset({Ketercapaian.HAMPIR, Ketercapaian.TIDAK_TERCAPAI})
_LEBIH_BAIK_NAIK = {"naik": True, "turun": False, "turun_rasio": False}
_SERATUS = 100


def why_explain(satu: EvaluasiIndikator, aturan: Aturan, pengaturan: Pengaturan) -> str:
    """Why an explanation is due, as a clause ("target tidak tercapai: 81, target 90"); "" where none is.

    Nothing is due while the year is provisional (quarters missing) or cannot be measured.
    """
    realisasi, target = satu.realisasi, satu.target
    if realisasi is None or satu.sementara:
        return ""
    reasons = []
    if target is not None and satu.ketercapaian in DI_BAWAH_TARGET:
        reasons.append(f"target tidak tercapai: {show_nilai(realisasi.nilai)}, target {show_nilai(target.nilai)}")
    before = next((setahun.realisasi for setahun in satu.riwayat if setahun.tahun == satu.tahun - 1), None)
    if before is not None and is_worse(satu, realisasi.nilai, before.nilai, aturan, pengaturan):
        reasons.append(
            f"lebih buruk dari tahun lalu: {show_nilai(realisasi.nilai)}, tahun lalu {show_nilai(before.nilai)}"
        )
    return "; ".join(reasons)


def is_worse(satu: EvaluasiIndikator, now: Nilai, before: Nilai, aturan: Aturan, pengaturan: Pengaturan) -> bool:
    """Worse than the year before, in the direction of its formula.

    Formulas of one direction compare the two values; labels are ranked with the earlier one as target; a range or a
    fixed value is compared by how both years do against the target of this year.
    """
    rumus = aturan.rumus.get(satu.indikator.rumus)
    if rumus is None:
        return False
    if rumus.fungsi in _LEBIH_BAIK_NAIK:
        return _is_behind(now, before, rising=_LEBIH_BAIK_NAIK[rumus.fungsi])
    label, kerja = aturan.istilah.urutan_label, rumus.fungsi

    def reached(target: Nilai, realisasi: Nilai) -> Decimal | None:
        return compute_capaian(satu.indikator.rumus, target, realisasi, pengaturan, label, fungsi=kerja).mentah

    if kerja == "predikat":
        ranked = reached(before, now)
        return ranked is not None and ranked < _SERATUS
    if satu.target is None:
        return False
    mine, theirs = reached(satu.target.nilai, now), reached(satu.target.nilai, before)
    return mine is not None and theirs is not None and mine < theirs


def _is_behind(now: Nilai, before: Nilai, *, rising: bool) -> bool:
    if now.angka is None or before.angka is None or now.sampai is not None or before.sampai is not None:
        return False
    return now.angka < before.angka if rising else now.angka > before.angka


def lacking_words(kata: Penjelasan | None) -> tuple[str, ...]:
    """What an explanation that is due still lacks: the obstacle, and what is done about it."""
    if kata is None:
        return ("penghambat", "upaya atau tindak lanjut")
    lacking = [] if says_something(kata.penghambat) else ["penghambat"]
    if not says_something(kata.upaya) and not says_something(kata.tindak_lanjut):
        lacking.append("upaya atau tindak lanjut")
    return tuple(lacking)


def says_something(teks: str) -> bool:
    """More than blanks and dashes."""
    return any(huruf.isalnum() for huruf in teks)
