"""The arithmetic of persentase capaian: each formula as a pure function on exact decimals.

Each answers with the raw percentage or with the reason why there is none. What is common to all (missing values,
floor, cap, notes, trace) lives in `formulas.py`. R × 100 ÷ T is rounded once, so that 0,99 of 1,1 is exactly 90.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from lkjip.domain.kantor import Pengaturan
from lkjip.domain.labels import Label, common_labels, find_label
from lkjip.domain.numbers import Nilai, format_angka

SERATUS = Decimal(100)
DUA = Decimal(2)
NOL = Decimal(0)


class Hasil(NamedTuple):
    """What a formula answers.

    `mentah` is None where `alasan` says why. `acuan` is the target put into the formula. `kasus` is the rule
    sentence where the formula itself was not used (target 0, inside the range, labels); `nyata` makes it a note.
    """

    mentah: Decimal | None
    acuan: Decimal = NOL
    kasus: str = ""
    nyata: bool = False
    alasan: str = ""


def _tidak(alasan: str) -> Hasil:
    return Hasil(None, alasan=alasan)


def naik(target: Decimal, realisasi: Decimal) -> Hasil:
    """Higher is better: R / T × 100."""
    if target > NOL:
        return Hasil(realisasi * SERATUS / target, target)
    if target == 0:
        return _tidak("target 0 sehingga realisasi tidak dapat dibagi target")
    return _tidak(f"target {format_angka(target)} negatif, rumus ini tidak bermakna untuknya")


def turun(target: Decimal, realisasi: Decimal) -> Hasil:
    """Lower is better: (2T − R) / T × 100."""
    if target > NOL:
        return Hasil((DUA * target - realisasi) * SERATUS / target, target)
    return _turun_nol(target, realisasi)


def turun_rasio(target: Decimal, realisasi: Decimal, rasio_nol: Decimal | None = None) -> Hasil:
    """Lower is better, the alternative: T / R × 100."""
    if target <= NOL:
        return _turun_nol(target, realisasi)
    if realisasi > NOL:
        return Hasil(target * SERATUS / realisasi, target)
    if realisasi < 0:
        return _tidak(f"realisasi {format_angka(realisasi)} negatif, rumus ini tidak bermakna untuknya")
    if rasio_nol is None:
        return _tidak("realisasi 0 sehingga target tidak dapat dibagi realisasi")
    return Hasil(rasio_nol, target, f"Realisasi 0: capaian {format_angka(rasio_nol)}% menurut pengaturan.", True)


def _turun_nol(target: Decimal, realisasi: Decimal) -> Hasil:
    """Target 0 where lower is better: reached with 0, missed with anything above."""
    if target < 0:
        return _tidak(f"target {format_angka(target)} negatif, rumus ini tidak bermakna untuknya")
    if realisasi > 0:
        tertulis = format_angka(realisasi)
        return Hasil(NOL, target, f"Target 0 dan realisasi {tertulis}, lebih dari 0: capaian 0%.", True)
    return Hasil(SERATUS, target, f"Target 0 dan realisasi {format_angka(realisasi)}: capaian 100%.", True)


def stabil(target: Decimal, realisasi: Decimal) -> Hasil:
    """The target is to be hit: 100 − |R − T| / T × 100."""
    if target > 0:
        return Hasil(SERATUS - abs(realisasi - target) * SERATUS / target, target)
    if target < 0:
        return _tidak(f"target {format_angka(target)} negatif, rumus ini tidak bermakna untuknya")
    if realisasi == 0:
        return Hasil(SERATUS, target, "Target 0 dan realisasi 0: capaian 100%.", True)
    return _tidak("target 0 sehingga jarak dari target tidak dapat dibagi target")


def rentang(di_luar: Callable[[Decimal, Decimal], Hasil], bawah: Decimal, atas: Decimal, realisasi: Decimal) -> Hasil:
    """The target is a range: 100 inside, outside the formula `di_luar` on the nearer bound."""
    if bawah > atas:
        return _tidak(f"rentang target terbalik ({format_angka(bawah)} sampai {format_angka(atas)})")
    if bawah <= realisasi <= atas:
        isi = f"Realisasi {format_angka(realisasi)} di dalam rentang target {format_angka(bawah)}–{format_angka(atas)}"
        return Hasil(SERATUS, bawah, f"{isi}: capaian 100%.")
    return di_luar(atas if realisasi > atas else bawah, realisasi)


def predikat(
    target: Nilai, realisasi: Nilai, pengaturan: Pengaturan, jenjang_label: Mapping[str, tuple[str, ...]]
) -> Hasil:
    """Ordered labels: reached or better 100, else the ordinal ratio (or 0 by setting). Scores go before labels."""
    if pasangan := common_labels(target.teks, realisasi.teks, jenjang_label):
        return _dari_label(*pasangan, ordinal=pengaturan.predikat_ordinal)
    if target.angka is not None and realisasi.angka is not None:
        return _dari_skor(target.angka, realisasi.angka)
    return _tidak(f"'{target.teks}' dan '{realisasi.teks}' tidak terdapat dalam satu urutan predikat yang dikenal")


def _dari_skor(target: Decimal, realisasi: Decimal) -> Hasil:
    hasil = naik(target, realisasi)
    if hasil.mentah is None:
        return hasil
    isi = f"Dihitung dari skornya: {format_angka(realisasi)} ÷ {format_angka(target)} × 100."
    return Hasil(hasil.mentah, target, isi, True)


def _dari_label(target: Label, realisasi: Label, *, ordinal: bool) -> Hasil:
    if target.skor is not None and realisasi.skor is not None:
        return _dari_skor(target.skor, realisasi.skor)
    tempat = (
        f"Urutan '{target.daftar}': target {target.sebutan} ke-{target.tempat}, "
        f"realisasi {realisasi.sebutan} ke-{realisasi.tempat} dari {target.banyak}"
    )
    if realisasi.tempat >= target.tempat:
        return Hasil(SERATUS, kasus=f"{tempat}: target tercapai, capaian 100%.", nyata=True)
    if not ordinal:
        return Hasil(NOL, kasus=f"{tempat}: di bawah target, capaian 0% menurut pengaturan.", nyata=True)
    mentah = realisasi.tempat * SERATUS / target.tempat
    return Hasil(mentah, kasus=f"{tempat}: {realisasi.tempat} ÷ {target.tempat} × 100.", nyata=True)


def ya_tidak(target: Nilai, realisasi: Nilai, jenjang_label: Mapping[str, tuple[str, ...]]) -> Hasil:
    """Done 100, not done 0; numbers count as done from the target on."""
    if target.angka is not None and realisasi.angka is not None:
        tercapai = realisasi.angka >= target.angka
    else:
        rencana, nyata = _terlaksana(target, jenjang_label), _terlaksana(realisasi, jenjang_label)
        if rencana is None or nyata is None:
            asing = target if rencana is None else realisasi
            return _tidak(f"'{asing.teks}' tidak dapat dibaca sebagai terlaksana atau tidak (tulis Ya atau Tidak)")
        tercapai = nyata >= rencana
    sebutan = "memenuhi" if tercapai else "tidak memenuhi"
    isi = f"Realisasi '{realisasi.teks}' {sebutan} target '{target.teks}'"
    return Hasil(SERATUS if tercapai else NOL, kasus=f"{isi}: capaian {100 if tercapai else 0}%.")


def _terlaksana(nilai: Nilai, jenjang_label: Mapping[str, tuple[str, ...]]) -> bool | None:
    if nilai.angka is not None:
        return bool(nilai.angka) if nilai.angka in (0, 1, 100) else None
    label = find_label(nilai.teks, "ya_tidak", jenjang_label.get("ya_tidak", ()))
    return label.tempat > 1 if label else None
