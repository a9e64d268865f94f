"""Does a printed percentage follow from its target and realisasi? By which formula, or with which own number?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lkjip.domain.arithmetic import naik
from lkjip.domain.fast_init import fast_init
from lkjip.domain.fits import DIBATASI, TERPOTONG, Printed, Ragam, as_printed, cap_of, fit, fits_rounded_inputs
from lkjip.domain.formulas import FUNGSI, raw_percentages
from lkjip.domain.numbers import Nilai, format_ringkas
from lkjip.domain.showing import join_words, show_percent
from lkjip.domain.units import unit_note

_SATU_ANGKA = ("naik", "turun", "turun_rasio")
_RENTANG = {"naik": "rentang_naik", "turun": "rentang_turun"}
_RAGAM = {
    Ragam.TEPAT: "",
    Ragam.DIBATASI: "",
    Ragam.PECAHAN: "Tercetak sebagai pecahan, bukan persen.",
    Ragam.TERPOTONG: "Angka di belakang koma dipotong, tidak dibulatkan.",
    Ragam.KASAR: "Dibulatkan ke bilangan bulat, lalu dicetak dengan angka nol di belakang koma.",
    Ragam.MASUKAN_DIBULATKAN: "Dihitung dari target atau realisasi sebelum dibulatkan.",
}


@fast_init
@dataclass(frozen=True, slots=True)
class Cocok:
    """Verdict on a printed percentage.

    `hasil`: "ya" (a known formula gives it to its printed decimals), "pembulatan" (only by truncating, coarser
    rounding or rounded inputs), "tidak" (none fits), "tak_terperiksa" (nothing to compare).
    `rumus` names the formula ("naik", "turun", "turun_rasio", ...); `dibatasi` is the cap that explains it;
    `hitungan` is our own number by the formula in force (None: not computable); `catatan` one sentence.
    """

    hasil: str
    rumus: str = ""
    hitungan: Decimal | None = None
    dibatasi: Decimal | None = None
    catatan: str = ""


class _Calon(NamedTuple):
    """A formula that explains the printed number, and how."""

    ragam: Ragam
    rumus: str
    nilai: Decimal
    dibatasi: Decimal | None = None


def check_printed(target: Nilai, realisasi: Nilai, tercetak: Nilai, rumus: str = "") -> Cocok:
    """Compare a printed capaian with the known formulas; `rumus` is the one in force, "" where nobody has said.

    The best way of fitting wins; among equals the formula in force, else `naik`.
    """
    if tercetak.angka is None or tercetak.sampai is not None or target.angka is None or realisasi.angka is None:
        return Cocok("tak_terperiksa", catatan=_why_unchecked(target, realisasi, tercetak))
    nilai = _candidates(target, realisasi, rumus)
    sendiri = nilai.get(rumus or "naik")
    printed = as_printed(tercetak.angka)
    calon = list(_fitting(printed, nilai, rumus)) or _from_unrounded(printed, nilai, target.angka, realisasi.angka)
    if not calon and target.angka == 0 and rumus not in {"turun", "turun_rasio"}:
        return Cocok("tak_terperiksa", catatan="Target 0: capaian tidak dapat dihitung dengan realisasi ÷ target.")
    if not calon:
        return Cocok("tidak", hitungan=sendiri, catatan=_contradiction(printed, sendiri, target, realisasi))
    terpilih = min(calon, key=lambda satu: satu.ragam)
    hasil = "ya" if terpilih.ragam < TERPOTONG else "pembulatan"
    setara = [satu.rumus for satu in calon if satu.ragam is terpilih.ragam]
    catatan = _note(terpilih, setara, rumus, unit_note("naik", target, realisasi))
    if target.angka == realisasi.angka:
        catatan = "Realisasi sama dengan target: setiap rumus memberi 100%."
    hitungan = sendiri if rumus else terpilih.nilai
    return Cocok(hasil, terpilih.rumus, hitungan, terpilih.dibatasi, catatan)


def check_share(pagu: Nilai, realisasi: Nilai, tercetak: Nilai) -> Cocok:
    """Compare a printed absorption with realisasi ÷ pagu × 100."""
    if tercetak.angka is None or pagu.angka is None or realisasi.angka is None:
        return Cocok("tak_terperiksa", catatan=_why_unchecked(pagu, realisasi, tercetak, "pagu"))
    serapan = naik(pagu.angka, realisasi.angka).mentah
    if serapan is None:
        return Cocok("tak_terperiksa", catatan="Pagu 0: serapan tidak dapat dihitung.")
    ragam = fit(as_printed(tercetak.angka), serapan)
    if ragam is None:
        return Cocok("tidak", hitungan=serapan, catatan=f"Realisasi ÷ pagu × 100 = {show_percent(serapan)}%.")
    hasil = "ya" if ragam < TERPOTONG else "pembulatan"
    return Cocok(hasil, "serapan", serapan, catatan=_RAGAM[ragam])


def _candidates(target: Nilai, realisasi: Nilai, rumus: str) -> dict[str, Decimal]:
    """The raw percentage by every formula that can be computed here, the one in force first."""
    umum = _SATU_ANGKA if target.sampai is None else tuple(_RENTANG.values())
    if not rumus:
        return raw_percentages(umum, target, realisasi)
    berlaku = _RENTANG.get(rumus, rumus) if target.sampai is not None else rumus
    urutan = dict.fromkeys((berlaku, *umum) if berlaku in FUNGSI else umum)
    semua = raw_percentages(urutan, target, realisasi)
    return {rumus if satu == berlaku else satu: mentah for satu, mentah in semua.items()}


def _fitting(printed: Printed, nilai: dict[str, Decimal], rumus: str) -> Iterator[_Calon]:
    """The formulas that give the printed number from target and realisasi as they stand."""
    for satu, mentah in nilai.items():
        if ragam := fit(printed, mentah):
            yield _Calon(ragam, satu, mentah)
        elif (batas := cap_of(printed, mentah)) is not None and rumus in {"", satu}:
            yield _Calon(DIBATASI, satu, mentah, batas)


def _from_unrounded(printed: Printed, nilai: dict[str, Decimal], target: Decimal, realisasi: Decimal) -> list[_Calon]:
    """The worst way of fitting, asked only where no other fits."""
    return [
        _Calon(Ragam.MASUKAN_DIBULATKAN, satu, mentah)
        for satu, mentah in nilai.items()
        if satu in _SATU_ANGKA and fits_rounded_inputs(satu, printed, target, realisasi)
    ]


def _note(terpilih: _Calon, setara: list[str], rumus: str, satuan: str) -> str:
    bagian = [_RAGAM[terpilih.ragam]]
    if terpilih.dibatasi is not None:
        bagian = [f"{show_percent(terpilih.nilai)}% tercetak {format_ringkas(terpilih.dibatasi)}%: dibatasi."]
    if rumus and terpilih.rumus != rumus:
        bagian.append(f"Mengikuti rumus {terpilih.rumus}, bukan rumus yang berlaku ({rumus}).")
    elif len(setara) > 1:
        bagian.append(f"Cocok dengan lebih dari satu rumus: {', '.join(setara)}.")
    bagian.append(satuan)
    return " ".join(filter(None, bagian))


def _contradiction(printed: Printed, sendiri: Decimal | None, target: Nilai, realisasi: Nilai) -> str:
    """Our own number, and the usual slip behind the printed one where it shows."""
    bagian = [f"Hitungan aplikasi {show_percent(sendiri)}%."] if sendiri is not None else []
    if realisasi.angka == printed.angka:
        bagian.insert(0, "Angka capaian sama dengan realisasi: mungkin tersalin, bukan dihitung.")
    elif target.angka and realisasi.angka is not None:
        selisih = (target.angka - realisasi.angka) * 100 / target.angka
        if fit(printed, selisih) or abs(selisih - printed.angka) < 1:
            bagian.insert(0, "Angka ini selisih (target − realisasi) ÷ target × 100, bukan capaian.")
    return " ".join(bagian)


def _why_unchecked(target: Nilai, realisasi: Nilai, tercetak: Nilai, nama_target: str = "target") -> str:
    kurang = [
        nama
        for nama, nilai in ((nama_target, target), ("realisasi", realisasi), ("persentase tercetak", tercetak))
        if nilai.angka is None
    ]
    return f"Tidak diperiksa: {join_words(kurang)} bukan angka." if kurang else "Tidak diperiksa: tercetak rentang."
