"""Values typed into a form: read by the same number parser as cells, refused where they can mean two things."""

from __future__ import annotations

from decimal import Decimal

from lkjip.domain.indikator import LONGEST_TEXT
from lkjip.domain.numbers import Nilai, StatusNilai, format_angka, round_half_up, terukur
from lkjip.domain.tanggal import FIRST_YEAR, LAST_YEAR, YEARS
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.spreadsheets.numbers.parse import parse_number

SEN = 2  # decimals of money
MOST_RUPIAH = Decimal(10) ** 15  # a thousand times the budget of a rich kabupaten; above it the text is no amount


def read_isian(teks: str, nama: str) -> Nilai:
    """The value of a typed text; "" is kosong. An ambiguous "1.234" is asked back with both readings."""
    nilai = parse_number(teks, load_aturan().istilah)
    if nilai.status is StatusNilai.AMBIGU:
        readings = " atau ".join(format_angka(angka) for angka in nilai.pilihan)
        raise RefusedError(f"{nama} '{teks}' dapat berarti {readings}. Tulis salah satu dengan jelas.")
    return nilai


def read_rupiah(teks: str, nama: str) -> Nilai:
    """An amount of money; "" is kosong. Money has no part smaller than a sen, so "600.000" can only mean 600000.

    Refused: what is not an amount, a range, less than nothing, more than any budget.
    """
    nilai = parse_number(teks, load_aturan().istilah)
    whole = [angka for angka in nilai.pilihan if _decimals(angka) <= SEN]
    if nilai.status is StatusNilai.AMBIGU and len(whole) == 1:
        nilai = terukur(whole[0], teks=nilai.teks)
    if nilai.status in {StatusNilai.KOSONG, StatusNilai.TIDAK_BERLAKU}:
        return nilai
    if nilai.angka is None or nilai.sampai is not None:
        raise RefusedError(f"{nama} '{teks}' bukan jumlah rupiah. Tulis misalnya 1.500.000.")
    if nilai.angka < 0:
        raise RefusedError(f"{nama} '{teks}' kurang dari nol. Tulis 0 atau lebih.")
    if nilai.angka > MOST_RUPIAH:
        raise RefusedError(f"{nama} '{teks}' terlalu besar untuk jumlah rupiah. Periksa jumlah angkanya.")
    if round_half_up(nilai.angka, SEN) != nilai.angka:
        raise RefusedError(f"{nama} '{teks}' lebih halus dari sen. Tulis paling banyak dua angka di belakang koma.")
    return nilai


def _decimals(angka: Decimal) -> int:
    exponent = angka.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def check_year(tahun: int) -> None:
    """Refuses a year that nothing can be of."""
    if tahun not in YEARS:
        raise RefusedError(f"Tahun {tahun} tidak dapat dipakai. Isi tahun antara {FIRST_YEAR} dan {LAST_YEAR}.")


def read_text(teks: str, nama: str) -> str:
    """A required text in one line; signs that cannot be seen (control, direction marks) are left out."""
    rapi = " ".join("".join(sign for sign in teks if sign.isprintable() or sign.isspace()).split())
    if not rapi:
        raise RefusedError(f"{nama} belum diisi. Isi dahulu, lalu simpan lagi.")
    if len(rapi) > LONGEST_TEXT:
        raise RefusedError(f"{nama} terlalu panjang ({len(rapi)} huruf, paling banyak {LONGEST_TEXT}). Ringkas dahulu.")
    return rapi


def read_paragraph(teks: str, nama: str) -> str:
    """A text that may be empty and may have lines; signs that cannot be seen are left out."""
    lines = ["".join(sign for sign in line if sign.isprintable() or sign == "\t") for line in teks.splitlines()]
    rapi = "\n".join(" ".join(line.split()) for line in lines).strip()
    if len(rapi) > LONGEST_TEXT:
        raise RefusedError(f"{nama} terlalu panjang ({len(rapi)} huruf, paling banyak {LONGEST_TEXT}). Ringkas dahulu.")
    return rapi


def write_nilai(nilai: Nilai | None) -> str:
    """A value as it stands in the audit trail and in messages."""
    if nilai is None:
        return "belum ada"
    return nilai.teks or nilai.alasan or nilai.status.value
