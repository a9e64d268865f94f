"""Where the year stands, in one sentence and a handful of figures: the same on Beranda and on the pages behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.numbers import format_ringkas, format_rupiah, round_half_up
from lkjip.domain.showing import join_words, show_percent_sign

BESARAN = ((Decimal(10) ** 12, "triliun"), (Decimal(10) ** 9, "miliar"), (Decimal(10) ** 6, "juta"))
RATUSAN = 100  # from here on decimals say little, and the figure would not fit its card


@dataclass(frozen=True, slots=True)
class Angka:
    """One headline figure: label, value as text, and a line that says what it is measured against."""

    judul: str
    nilai: str
    keterangan: str = ""
    bantuan: str = ""


def sentence(evaluasi: Evaluasi) -> str:
    """The year in one sentence, honest where nothing can be measured."""
    hitungan, tahun = evaluasi.hitungan, evaluasi.tahun
    if not hitungan.jumlah:
        return f"Belum ada indikator untuk tahun {tahun}."
    if not hitungan.terukur:
        return f"{hitungan.jumlah} indikator tahun {tahun} belum dapat diukur."
    kalimat = f"{hitungan.tercapai} dari {hitungan.jumlah} indikator mencapai target {tahun}"
    kalimat = f"{kalimat}, dengan rata-rata capaian {show_percent_sign(evaluasi.rerata)} ({evaluasi.predikat})."
    return " ".join(filter(None, (kalimat, _measured_against(evaluasi))))


def _measured_against(evaluasi: Evaluasi) -> str:
    """Which indicators are not measured against the PK: the reader would take the target for the promised one."""
    renstra = sum(satu.dasar is JenisTarget.RENSTRA and satu.capaian.nilai is not None for satu in evaluasi.indikator)
    if not renstra:
        return ""
    siapa = "Semuanya" if renstra == evaluasi.hitungan.terukur else f"{renstra} indikator"
    return f"{siapa} diukur terhadap target Renstra karena belum ada target PK."


def figures(evaluasi: Evaluasi) -> tuple[Angka, ...]:
    """Indicators, mean, what could not be measured, and the budget, as far as there is something to say."""
    return (*_indicator_figures(evaluasi), *_budget_figures(evaluasi))


def _indicator_figures(evaluasi: Evaluasi) -> tuple[Angka, ...]:
    hitungan = evaluasi.hitungan
    if not hitungan.jumlah:
        return ()
    sisa = [f"{hitungan.hampir} hampir tercapai"] if hitungan.hampir else []
    sisa += [f"{hitungan.tidak_tercapai} tidak tercapai"] if hitungan.tidak_tercapai else []
    sisa += [f"{hitungan.tidak_terukur} tidak terukur"] if hitungan.tidak_terukur else []
    tercapai = Angka("Indikator tercapai", f"{hitungan.tercapai} dari {hitungan.jumlah}", join_words(sisa))
    if evaluasi.rerata is None:
        return (tercapai,)
    dasar = f"{evaluasi.predikat}, dari {hitungan.terukur} indikator terukur"
    return tercapai, Angka("Rata-rata capaian", show_percent_sign(evaluasi.rerata), dasar)


def _budget_figures(evaluasi: Evaluasi) -> tuple[Angka, ...]:
    anggaran = evaluasi.anggaran
    if anggaran.pagu is None:
        return ()
    pagu = Angka("Pagu anggaran", show_amount(anggaran.pagu), format_rupiah(anggaran.pagu))
    if anggaran.realisasi is None:
        return (pagu,)
    terserap = f"{show_amount(anggaran.realisasi)} dari {show_amount(anggaran.pagu)}"
    return pagu, Angka("Serapan anggaran", show_percent_sign(anggaran.serapan), terserap)


def show_amount(angka: Decimal) -> str:
    """A large amount for a headline: "Rp1,25 miliar", "Rp695 miliar"; the exact amount stands in the table."""
    tanda = "-" if angka < 0 else ""
    for besar, kata in BESARAN:
        bagian = round_half_up(abs(angka) / besar, 2)
        if bagian >= 1:
            dibulatkan = bagian if bagian < RATUSAN else round_half_up(abs(angka) / besar, 0)
            return f"{tanda}Rp{format_ringkas(dibulatkan)} {kata}"
    return format_rupiah(angka)
