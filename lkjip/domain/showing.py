"""How values are written for people: one wording for screen, chart, document and workbook."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lkjip.domain.capaian import Capaian, Ketercapaian, StatusCapaian
from lkjip.domain.indikator import Realisasi, Target
from lkjip.domain.numbers import Nilai, StatusNilai, format_angka, format_ringkas, round_half_up

KATA_KETERCAPAIAN = {
    Ketercapaian.TERCAPAI: "Tercapai",
    Ketercapaian.HAMPIR: "Hampir tercapai",
    Ketercapaian.TIDAK_TERCAPAI: "Tidak tercapai",
    Ketercapaian.TIDAK_TERUKUR: "Tidak terukur",
}
TANDA_KETERCAPAIAN = {
    Ketercapaian.TERCAPAI: "●",
    Ketercapaian.HAMPIR: "◐",
    Ketercapaian.TIDAK_TERCAPAI: "○",
    Ketercapaian.TIDAK_TERUKUR: "–",
}
KATA_STATUS = {
    StatusCapaian.TERUKUR: "terukur",
    StatusCapaian.BELUM_ADA_DATA: "belum ada data",
    StatusCapaian.TIDAK_BERLAKU: "tidak berlaku",
    StatusCapaian.TIDAK_DAPAT_DIHITUNG: "tidak dapat dihitung",
}
KATA_NILAI = {
    StatusNilai.KOSONG: "belum ada data",
    StatusNilai.TIDAK_BERLAKU: "tidak berlaku",
    StatusNilai.AMBIGU: "belum pasti",
}
SATUAN_TANPA_NAMA = frozenset({"nilai", "indeks", "skor", "angka", "predikat", "opini", "level", "kategori", ""})
PALING_HALUS = 12


def show_percent(angka: Decimal | None, tempat: int = 2) -> str:
    """A percentage without its sign, "–" for None.

    Rounding never carries a value onto a whole number it does not reach, because grades begin at whole
    numbers: 99,996 is written "99,996", not "100,00".
    """
    if angka is None:
        return "–"
    while tempat < PALING_HALUS and angka != (kasar := round_half_up(angka, tempat)) == kasar.to_integral_value():
        tempat += 1
    return format_angka(angka, tempat)


def show_percent_sign(angka: Decimal | None, tempat: int = 2) -> str:
    """A percentage with its sign, "–" for None."""
    return "–" if angka is None else f"{show_percent(angka, tempat)}%"


def show_capaian(capaian: Capaian) -> str:
    """The percentage, or the reason in one phrase."""
    return show_percent(capaian.nilai) if capaian.nilai is not None else KATA_STATUS[capaian.status]


def show_nilai(nilai: Nilai | None) -> str:
    """A target or realisasi as it stands in a table: number, range, label, or the word for its absence."""
    if nilai is None:
        return "–"
    if nilai.angka is not None:
        bawah = format_ringkas(nilai.angka, 6)
        return bawah if nilai.sampai is None else f"{bawah}–{format_ringkas(nilai.sampai, 6)}"
    return nilai.teks if nilai.status is StatusNilai.TEKS else KATA_NILAI[nilai.status]


def value_of(isi: Target | Realisasi | None) -> Nilai | None:
    """The value of a target or realisasi, None where there is no record."""
    return isi.nilai if isi else None


def show_given(isi: Target | Realisasi | None) -> str:
    """A target or realisasi in a table; "–" where there is no record."""
    return show_nilai(value_of(isi))


def with_unit(teks: str, satuan: str) -> str:
    """A number with its unit in a sentence: "87,5%", "12 kejadian", "BB"."""
    bersih = satuan.strip()
    if bersih in {"%", "persen", "Persen"}:
        return f"{teks}%"
    return teks if bersih.lower() in SATUAN_TANPA_NAMA else f"{teks} {bersih}"


def show_status(ketercapaian: Ketercapaian) -> str:
    """Shape and word, so that colour is never the only sign."""
    return f"{TANDA_KETERCAPAIAN[ketercapaian]} {KATA_KETERCAPAIAN[ketercapaian]}"


def show_apart(angka: Iterable[Decimal], tempat: int = 2) -> tuple[str, ...]:
    """Write several numbers so that different ones look different: (82.551, 82.549) -> ("82,551", "82,549")."""
    semua = tuple(angka)
    while tempat < PALING_HALUS and len({round_half_up(satu, tempat) for satu in semua}) < len(set(semua)):
        tempat += 1
    return tuple(show_percent(satu, tempat) for satu in semua)


def join_words(kata: Iterable[str]) -> str:
    """Words in a row: `a`, `a dan b`, `a, b, dan c`."""
    daftar = tuple(kata)
    if len(daftar) < 3:
        return " dan ".join(daftar)
    return f"{', '.join(daftar[:-1])}, dan {daftar[-1]}"
