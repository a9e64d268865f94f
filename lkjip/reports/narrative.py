"""Indonesian sentences from numbers. Comparing words are chosen from the same values, as written, that the table shows.

What the numbers cannot say (why, and what was done about it) is never made up: it is a marked place in the draft.
"""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator, EvaluasiSasaran, Hitungan, TahunIndikator
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.numbers import Nilai, StatusNilai, format_rupiah, round_half_up
from lkjip.domain.showing import (
    KATA_KETERCAPAIAN,
    join_words,
    show_apart,
    show_nilai,
    show_percent_sign,
    value_of,
    with_unit,
)

LEBIH_RENDAH = frozenset({"turun", "turun_rasio", "rentang_turun"})
TANPA_ARAH = frozenset({"stabil"})
SEBUTAN = {JenisTarget.PK: "Perjanjian Kinerja", JenisTarget.RENSTRA: "Renstra"}


def compare_word(kiri: Decimal, kanan: Decimal) -> str:
    """Where `kiri` stands beside `kanan`, both as they are written (six decimals at most)."""
    a, b = round_half_up(kiri, 6), round_half_up(kanan, 6)
    if a == b:
        return "sama dengan"
    return "di atas" if a > b else "di bawah"


def beside_range(nilai: Decimal, bawah: Decimal, atas: Decimal) -> str:
    """Where a value stands beside a target range."""
    if compare_word(nilai, bawah) == "di bawah":
        return "di bawah"
    return "di atas" if compare_word(nilai, atas) == "di atas" else "di dalam rentang"


def beside_target(realisasi: Nilai | None, target: Nilai | None) -> str:
    """`di atas`, `sama dengan`, `di bawah`, `di dalam rentang`; "" where there is nothing to compare.

    Labels (BB, Ya) are only compared for being the same.
    """
    if realisasi is None or target is None:
        return ""
    if realisasi.status is target.status is StatusNilai.TEKS:
        return "sama dengan" if realisasi.teks.casefold() == target.teks.casefold() else ""
    if realisasi.angka is None or target.angka is None:
        return ""
    if target.sampai is not None:
        return beside_range(realisasi.angka, target.angka, target.sampai)
    return compare_word(realisasi.angka, target.angka)


def achievement(satu: EvaluasiIndikator) -> str:
    """Target and realisasi of the report year of one indicator, with its achievement and grade."""
    satuan, tahun = satu.indikator.satuan, satu.tahun
    realisasi, target = value_of(satu.realisasi), value_of(satu.target)
    janji = SEBUTAN[satu.dasar] if satu.dasar else "tahun ini"
    if satu.capaian.nilai is None:
        return (
            f"{satu.indikator.teks}: target {in_words(target, satuan)}, realisasi {in_words(realisasi, satuan)}. "
            f"Capaian tidak dihitung karena {satu.capaian.alasan or 'datanya belum lengkap'}."
        )
    kata = beside_target(realisasi, target)
    banding = f", {kata} target {janji}" if kata else f", dengan target {janji}"
    arah = " (makin rendah makin baik)" if kata and satu.indikator.rumus in LEBIH_RENDAH else ""
    teks = (
        f"{satu.indikator.teks}: realisasi tahun {tahun} {_amounts_to(realisasi)} {in_words(realisasi, satuan)}"
        f"{banding} {in_words(target, satuan)}{arah}. Capaian {show_percent_sign(satu.capaian.nilai)} "
        f"({satu.predikat or 'tanpa predikat'}, {KATA_KETERCAPAIAN[satu.ketercapaian].lower()})."
    )
    return teks + (" Angka ini sementara." if satu.sementara else "")


def _amounts_to(nilai: Nilai | None) -> str:
    """A number needs a word between it and its year: "tahun 2024 sebesar 97,66"."""
    return "sebesar" if nilai is not None and nilai.angka is not None else "adalah"


def in_words(nilai: Nilai | None, satuan: str) -> str:
    """A value with its unit as it stands in a sentence: "97,66", "12 kejadian", "BB", "belum ada data"."""
    teks = "belum ada data" if nilai is None else show_nilai(nilai)
    return with_unit(teks, satuan) if nilai is not None and nilai.angka is not None else teks


def against_last_year(satu: EvaluasiIndikator) -> str:
    """Realisasi and achievement beside the nearest earlier year with data; honest where there is none."""
    lalu = _last_measured(satu)
    kini = satu.realisasi.nilai if satu.realisasi else None
    if lalu is None or lalu.realisasi is None:
        return f"{satu.indikator.teks}: belum ada realisasi tahun sebelumnya yang dapat dibandingkan."
    dulu, baru = (in_words(nilai, satu.indikator.satuan) for nilai in (lalu.realisasi.nilai, kini))
    akhir = f"{_capaian_change(lalu, satu)}."
    if kini is not None and dulu == baru:
        return f"{satu.indikator.teks}: realisasi {satu.tahun} tetap {baru} seperti pada {lalu.tahun}{akhir}"
    if kini is None or kini.angka is None or lalu.realisasi.nilai.angka is None:
        return f"{satu.indikator.teks}: {_unlike(lalu.tahun, dulu, satu.tahun, baru, kini)}{akhir}"
    perubahan = change(lalu.realisasi.nilai.angka, kini.angka, satu.indikator.rumus)
    return (
        f"{satu.indikator.teks}: realisasi {perubahan}, dari {dulu} pada {lalu.tahun} menjadi {baru} pada "
        f"{satu.tahun}{akhir}"
    )


def _unlike(tahun_lalu: int, dulu: str, tahun: int, baru: str, kini: Nilai | None) -> str:
    """Labels, and a year without data, which is said and not compared."""
    if kini is not None and (kini.angka is not None or kini.status is StatusNilai.TEKS):
        return f"realisasi berubah dari {dulu} pada {tahun_lalu} menjadi {baru} pada {tahun}"
    return f"realisasi {tahun_lalu} tercatat {dulu}; realisasi {tahun} {baru}, sehingga belum dapat dibandingkan"


def change(dulu: Decimal, kini: Decimal, rumus: str) -> str:
    """`naik (membaik)`, `naik (memburuk)`, `tetap`: the direction, and whether it is good under the formula."""
    kata = compare_word(kini, dulu)
    if kata == "sama dengan":
        return "tetap"
    naik = kata == "di atas"
    arah = "naik" if naik else "turun"
    if rumus in TANPA_ARAH:
        return arah
    return f"{arah} ({'membaik' if naik != (rumus in LEBIH_RENDAH) else 'memburuk'})"


def _capaian_change(lalu: TahunIndikator, satu: EvaluasiIndikator) -> str:
    dulu, kini = lalu.capaian_tahun.nilai, satu.capaian.nilai
    if dulu is None or kini is None:
        return ""
    if dulu == kini:
        return f"; capaian terhadap target tetap {show_percent_sign(kini)}"
    kata = "naik" if kini > dulu else "turun"
    tulis_dulu, tulis_kini = show_apart((dulu, kini))
    return f"; capaian terhadap target {kata} dari {tulis_dulu}% menjadi {tulis_kini}%"


def _last_measured(satu: EvaluasiIndikator) -> TahunIndikator | None:
    written = (StatusNilai.TERUKUR, StatusNilai.TEKS)
    known = [t for t in satu.riwayat if t.tahun < satu.tahun and t.realisasi and t.realisasi.nilai.status in written]
    return known[-1] if known else None


def against_renstra(satu: EvaluasiIndikator) -> str:
    """This year's realisasi beside the last Renstra target."""
    akhir = satu.akhir_renstra
    if akhir is None:
        return f"{satu.indikator.teks}: target akhir Renstra belum tercatat, sehingga belum dapat dibandingkan."
    tujuan = f"target akhir Renstra ({in_words(akhir.nilai, satu.indikator.satuan)} pada {akhir.tahun})"
    capaian = satu.capaian_akhir
    if capaian is None or capaian.nilai is None:
        return f"{satu.indikator.teks}: belum dapat dibandingkan dengan {tujuan}."
    kata = beside_target(value_of(satu.realisasi), akhir.nilai)
    letak = f"{kata} {tujuan}" if kata else f"dengan {tujuan}"
    return (
        f"{satu.indikator.teks}: realisasi {in_words(value_of(satu.realisasi), satu.indikator.satuan)} {letak}; "
        f"tingkat kemajuan {show_percent_sign(capaian.nilai)}."
    )


def counts(hitungan: Hitungan) -> str:
    """`7 tercapai, 3 hampir tercapai, dan 1 tidak terukur`."""
    jumlah = {
        Ketercapaian.TERCAPAI: hitungan.tercapai,
        Ketercapaian.HAMPIR: hitungan.hampir,
        Ketercapaian.TIDAK_TERCAPAI: hitungan.tidak_tercapai,
        Ketercapaian.TIDAK_TERUKUR: hitungan.tidak_terukur,
    }
    return join_words(f"{banyak} {KATA_KETERCAPAIAN[status].lower()}" for status, banyak in jumlah.items() if banyak)


def spread(hitungan: Hitungan, apa: str) -> str:
    """How the indicators stand, in one sentence."""
    if max(hitungan.tercapai, hitungan.hampir, hitungan.tidak_tercapai, hitungan.tidak_terukur) == hitungan.jumlah > 1:
        return f"Seluruh {hitungan.jumlah} {apa} {counts(hitungan).removeprefix(f'{hitungan.jumlah} ')}."
    return f"Dari {hitungan.jumlah} {apa}, {counts(hitungan)}."


def overall(evaluasi: Evaluasi) -> str:
    """The year in two sentences."""
    hitungan = evaluasi.hitungan
    if not hitungan.jumlah:
        return f"Belum ada indikator kinerja tahun {evaluasi.tahun} yang dapat dilaporkan."
    awal = spread(hitungan, f"indikator kinerja tahun {evaluasi.tahun}")
    if evaluasi.rerata is None:
        return f"{awal} Rata-rata capaian belum dapat dihitung karena belum ada indikator yang terukur."
    return (
        f"{awal} Rata-rata capaian {show_percent_sign(evaluasi.rerata)} ({evaluasi.predikat}), dihitung dari "
        f"{_counted(hitungan)}."
    )


def of_sasaran(satu: EvaluasiSasaran) -> str:
    """One sasaran: mean, grade, counts."""
    if satu.rerata is None:
        return f"Capaian sasaran ini belum dapat dihitung: {counts(satu.hitungan) or 'belum ada indikator'}."
    apa = "indikator ini" if satu.sasaran.ungrouped else "indikator sasaran ini"
    return (
        f"{spread(satu.hitungan, apa)} Rata-rata capaiannya "
        f"{show_percent_sign(satu.rerata)} ({satu.predikat}), dihitung dari {_counted(satu.hitungan)}."
    )


def _counted(hitungan: Hitungan) -> str:
    """On how many indicators a mean rests: "11 indikator yang terukur", "seluruh 9 indikator", "1 indikator"."""
    if hitungan.terukur < hitungan.jumlah:
        return f"{hitungan.terukur} indikator yang terukur"
    return f"seluruh {hitungan.jumlah} indikator" if hitungan.jumlah > 1 else "1 indikator"


def budget(evaluasi: Evaluasi) -> str:
    """The year's spending in one sentence."""
    uang = evaluasi.anggaran
    if uang.pagu is None:
        return f"Data anggaran tahun {evaluasi.tahun} belum ada, sehingga realisasi anggaran belum dapat disajikan."
    if uang.realisasi is None or uang.serapan is None:
        return f"Pagu anggaran tahun {evaluasi.tahun} {format_rupiah(uang.pagu)}; realisasinya belum ada."
    selisih = uang.pagu - uang.realisasi
    lebih = f"melampaui pagu {format_rupiah(-selisih)}"
    akhir = f"sehingga tersisa {format_rupiah(selisih)}" if selisih >= 0 else lebih
    return (
        f"Dari pagu anggaran tahun {evaluasi.tahun} sebesar {format_rupiah(uang.pagu)}, terealisasi "
        f"{format_rupiah(uang.realisasi)} atau {show_percent_sign(uang.serapan)}, {akhir}."
    )


def efficiency(satu: EvaluasiSasaran) -> str:
    """Spending beside achievement of one sasaran."""
    uang = satu.efisiensi
    if uang is None:
        return (
            "Sasaran ini belum dihubungkan dengan program dan anggarannya, sehingga efisiensi penggunaan sumber daya "
            "belum dapat dihitung."
        )
    return (
        f"Program yang menunjang sasaran ini menyerap {format_rupiah(uang.realisasi)} dari pagu "
        f"{format_rupiah(uang.pagu)}. {uang.kalimat}"
    )
