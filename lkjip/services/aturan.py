"""The rules in force, for pages that choose among them or explain them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lkjip.domain.aturan import Aturan, LangkahSop, Rumus, Skala, Sumber
from lkjip.domain.formulas import compute_capaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.numbers import Nilai, StatusNilai, format_ringkas, terukur
from lkjip.domain.showing import show_capaian, show_nilai
from lkjip.rules import load_aturan
from lkjip.rules.sop import load_sop

KEYAKINAN = {
    "Q": "dibaca pada naskahnya",
    "S": "terlihat dipakai pada laporan kantor lain",
    "K": "umum diketahui, naskah belum diperiksa",
    "D": "ketentuan aplikasi ini",
}


def current() -> Aturan:
    """All rules in force; `versi` changes when a rule file changes."""
    return load_aturan()


def sop() -> tuple[LangkahSop, ...]:
    """The steps of the SOP in order."""
    return load_sop()


@dataclass(frozen=True, slots=True)
class Contoh:
    """A small computed example of a formula, by the same function that computes the report."""

    target: str
    realisasi: str
    capaian: str


_NILAI_CONTOH: dict[str, tuple[Nilai, Nilai]] = {
    "rentang_naik": (terukur(80, sampai=Decimal(90)), terukur(72)),
    "rentang_turun": (terukur(10, sampai=Decimal(12)), terukur(15)),
    "predikat": (Nilai(StatusNilai.TEKS, teks="A"), Nilai(StatusNilai.TEKS, teks="BB")),
    "ya_tidak": (Nilai(StatusNilai.TEKS, teks="Ya"), Nilai(StatusNilai.TEKS, teks="Ya")),
}
_CONTOH_BIASA = (terukur(10), terukur(8))


def example(rumus: Rumus) -> Contoh:
    """What this formula gives for a small target and realisasi."""
    target, realisasi = _NILAI_CONTOH.get(rumus.fungsi, _CONTOH_BIASA)
    label = load_aturan().istilah.urutan_label
    capaian = compute_capaian(rumus.id, target, realisasi, Pengaturan(), label, fungsi=rumus.fungsi)
    satuan = "%" if capaian.nilai is not None else ""
    return Contoh(show_nilai(target), show_nilai(realisasi), show_capaian(capaian) + satuan)


def bands(skala: Skala) -> tuple[tuple[str, str], ...]:
    """(grade, bounds in words) of a scale, from the highest band down: ("Tinggi", "76 sampai di bawah 91")."""
    mulai, atas = ("mulai", "sampai di bawah") if skala.batas_masuk else ("di atas", "sampai dengan")
    rows = []
    atas_sebelumnya: Decimal | None = None
    for jenjang in skala.jenjang:
        bawah = format_ringkas(jenjang.mulai)
        lowest = jenjang is skala.jenjang[-1]
        if atas_sebelumnya is None:
            kata = f"{mulai} {bawah}"
        elif lowest:
            kata = f"{'di bawah' if skala.batas_masuk else 'sampai dengan'} {format_ringkas(atas_sebelumnya)}"
        else:
            kata = f"{mulai} {bawah} {atas} {format_ringkas(atas_sebelumnya)}"
        rows.append((jenjang.predikat, kata))
        atas_sebelumnya = jenjang.mulai
    return tuple(rows)


def source_line(sumber: Sumber) -> str:
    """Where a rule stands, and how sure we are: "Judul, pasal (dibaca pada naskahnya)"."""
    pasal = f", {sumber.pasal}" if sumber.pasal else ""
    return f"{sumber.judul}{pasal} ({KEYAKINAN[sumber.keyakinan]})"
