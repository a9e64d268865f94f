"""The rules in force as sentences, to be printed beside the results they produced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lkjip.domain.anggaran import SEBUTAN_TINGKAT, EvaluasiAnggaran
from lkjip.domain.aturan import Aturan, Skala, Sumber
from lkjip.domain.evaluasi import EvaluasiIndikator
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.measure import STATUS
from lkjip.domain.numbers import format_ringkas

_KEYAKINAN = {
    "Q": "",
    "S": ", menurut kutipan laporan kantor lain",
    "K": ", belum dicocokkan dengan naskah resminya",
    "D": "",
}


def rule_sentences(
    aturan: Aturan, pengaturan: Pengaturan, indikator: Sequence[EvaluasiIndikator], anggaran: EvaluasiAnggaran
) -> tuple[str, ...]:
    """Formulas in use, mean, floor and cap, settings that matter for them, scale, status, budget level."""
    dipakai = dict.fromkeys(satu.capaian.rumus for satu in indikator)
    kalimat = [
        f"{rumus.nama}: {rumus.kalimat} Sumber: {cite(rumus.sumber)}."
        for rumus in (aturan.rumus.get(kunci) for kunci in dipakai)
        if rumus is not None
    ]
    kalimat.append(
        "Rata-rata capaian adalah rata-rata sederhana indikator yang terukur; yang tidak terukur tidak dihitung 0."
    )
    kalimat.append(_bounds(pengaturan))
    kalimat.extend(_settings(dipakai, pengaturan))
    kalimat.append(_scale("Predikat", aturan.skala[pengaturan.skala], pengaturan))
    kalimat.append(_scale("Status", aturan.skala[STATUS], pengaturan))
    if anggaran.tingkat_jumlah is not None:
        kalimat.append(f"Jumlah anggaran dihitung pada tingkat {SEBUTAN_TINGKAT[anggaran.tingkat_jumlah]} saja.")
    kalimat.append(
        "Efisien berarti capaian paling sedikit 100% dengan serapan di bawah 100%; serapan rendah saja bukan efisiensi."
    )
    return tuple(kalimat)


def cite(sumber: Sumber) -> str:
    """The source as printed, with how sure we are of it."""
    return f"{sumber.judul}{_KEYAKINAN[sumber.keyakinan]}"


def _bounds(pengaturan: Pengaturan) -> str:
    if pengaturan.batas is None:
        return "Capaian tidak dibatasi ke atas; nilai di bawah 0 ditampilkan 0."
    untuk = "dalam rata-rata" if pengaturan.batas_untuk == "rerata" else "di mana pun"
    return f"Capaian dibatasi {format_ringkas(pengaturan.batas)}% {untuk}; nilai di bawah 0 ditampilkan 0."


def _settings(dipakai: Iterable[str], pengaturan: Pengaturan) -> Iterator[str]:
    """Settings that matter for the formulas in use, and only then."""
    if "turun_rasio" in dipakai:
        nol = pengaturan.rasio_nol
        sebutan = "tidak dapat dihitung" if nol is None else f"{format_ringkas(nol)}%"
        yield f"Realisasi 0 pada rumus target ÷ realisasi: capaian {sebutan}."
    if "predikat" in dipakai:
        cara = "menurut perbandingan urutan" if pengaturan.predikat_ordinal else "0%"
        yield f"Predikat realisasi di bawah predikat target: capaian {cara}."


def _scale(nama: str, skala: Skala, pengaturan: Pengaturan) -> str:
    tanda = "≥" if skala.batas_masuk else ">"
    jenjang = [f"{tanda} {format_ringkas(satu.mulai)} {satu.predikat}" for satu in skala.jenjang[:-1]]
    jenjang.append(f"selebihnya {skala.jenjang[-1].predikat}")
    cara = "dibulatkan dahulu ke persen utuh" if pengaturan.bulatkan_dulu else "dari angka yang belum dibulatkan"
    return f"{nama}: {skala.nama} ({'; '.join(jenjang)}), dinilai {cara}. Sumber: {cite(skala.sumber)}."
