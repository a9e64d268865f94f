"""From a cell to a `Nilai`: a number, or the named reason why there is none. Never a guess, never an exception.

What can be read in two ways ("1.234", "21,276,070,424,00") becomes AMBIGU with `pilihan` in the fixed order
(reading with decimal comma, reading with decimal point), unless `style` says which mark is the decimal one:
either proved by the column itself (`column_style`) or answered by the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache

from lkjip.domain.aturan import Istilah
from lkjip.domain.numbers import Nilai, StatusNilai, kosong, plain_digits
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.numbers.body import KOMA, NOTHING, TITIK, Body, read_body, read_mantissa
from lkjip.spreadsheets.numbers.text import LONGEST, Writing, normalize, split_range, take_apart

__all__ = ["KOMA", "TITIK", "column_style", "parse_number"]

MOST_EXPONENT = 30
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.')
_ERROR = re.compile(r"#(?:DIV/0|REF|VALUE|NAME|NUM|NULL|N/A|SPILL|CALC)[!?]?|Err:[0-9]+", re.IGNORECASE)
_SHORTEST_PREFIX_WORD = 4
_ONE = Decimal(1)
_TERUKUR = StatusNilai.TERUKUR  # see domain.numbers


def parse_number(cell: Cell | str, istilah: Istilah, style: str = "") -> Nilai:
    """The value of a cell or a text; `style` is "" (nothing known), "desimal_koma" or "desimal_titik"."""
    if isinstance(cell, str):
        return _parse_text(cell, istilah, style)
    if isinstance(cell.value, Decimal):
        return _from_number(cell.value, cell.format)
    if cell.galat:
        return kosong(f"sel berisi galat {cell.galat}", cell.galat)
    if cell.formula:
        return kosong("rumus belum dihitung: nilainya tidak tersimpan dalam berkas")
    if isinstance(cell.value, str):
        return _parse_text(cell.value, istilah, style)
    return kosong() if cell.value is None else _from_value(cell.value)


def column_style(cells: Iterable[Cell | str], istilah: Istilah) -> str:
    """The decimal mark that the texts of a column prove; "" when none, both, or a malformed number speaks."""
    proved: set[str] = set()
    for cell in cells:
        text = cell if isinstance(cell, str) else cell.value
        if not isinstance(text, str) or len(text) > LONGEST:
            continue
        for body in _bodies(normalize(text)):
            if body.malformed:
                return ""
            proved.add(body.proves)
    proved.discard("")
    return proved.pop() if len(proved) == 1 else ""


def _from_value(value: bool | date) -> Nilai:
    if isinstance(value, bool):
        return _text("BENAR" if value else "SALAH", "benar/salah, bukan angka")
    return _text(value.isoformat(), "tanggal, bukan angka (Excel mengubah isian seperti 7.01.02 atau 10-12)")


def _from_number(value: Decimal, number_format: str) -> Nilai:
    if not value.is_finite():
        return _text(str(value), "bukan angka")
    kind, unit = _format_says(number_format)
    if kind == "jam":
        return _text(format(value, "f"), "jam, bukan angka (Excel mengubah isian seperti 1:20)")
    if kind == "persen":
        value = value.scaleb(2)
        unit = "%"
    if not value.same_quantum(_ONE) and value == value.to_integral_value():  # written with ".0" or as "1E+3"
        value = value.quantize(Decimal(1)) if abs(value) < Decimal("1e20") else value
    written = plain_digits(value)
    return Nilai(_TERUKUR, value, None, f"{written}%" if kind == "persen" else written, unit)


@lru_cache(maxsize=512)
def _format_says(number_format: str) -> tuple[str, str]:
    """("persen" | "jam" | "", literal unit) of an Excel number format: '0.00%' scales, '0"%"' only writes a sign."""
    section = number_format.split(";", 1)[0]
    bare = _LITERAL.sub("", section)
    if "%" in bare:
        return "persen", "%"
    if re.search(r"[hs]", bare, re.IGNORECASE) and not re.search(r"[yd0#]", bare, re.IGNORECASE):
        return "jam", ""
    last_digit = max(section.rfind(mark) for mark in "0#?")
    after = section[last_digit + 1 :] if last_digit >= 0 else ""
    unit = "".join(quoted or escaped for quoted, escaped in _LITERAL.findall(after)).strip()
    return "", unit if unit == "%" or re.fullmatch(r"[^\W\d_][\w .²³/]*", unit) else ""


def _parse_text(written: str, istilah: Istilah, style: str) -> Nilai:
    teks = written.strip()
    if len(written) > LONGEST:
        return _text(teks, "tulisan panjang, bukan angka")
    text = normalize(written)
    missing = _missing(text, istilah)
    if missing is not None:
        return Nilai(missing, teks=teks, alasan=f"ditulis '{teks}'" if teks else "sel kosong")
    if _ERROR.fullmatch(text):
        return kosong(f"sel berisi galat {text}", teks)
    pair = split_range(text)
    if pair is not None:
        return _range(teks, pair, style)
    writing = take_apart(text)
    return _text(teks, writing) if isinstance(writing, str) else _single(teks, writing, style)


def _single(teks: str, writing: Writing, style: str) -> Nilai:
    if writing.exponent is not None and abs(writing.exponent) > MOST_EXPONENT:
        return _text(teks, "angka terlalu besar atau terlalu kecil")
    if writing.rupiah and writing.unit in ("M", "T", "B"):
        return _text(teks, f"singkatan '{writing.unit}' dapat berarti beberapa hal; tulis jumlahnya lengkap")
    body = _body(writing)
    koma, titik, certain = (_scaled(value, writing) for value in (body.koma, body.titik, body.under(style)))
    if certain is not None:
        return Nilai(StatusNilai.TERUKUR, certain, teks=teks, satuan=writing.unit, alasan=_note(writing, body))
    if koma is None or titik is None:
        return _text(teks, "bukan angka")
    return _ambiguous(teks, writing.unit, koma, titik, body.malformed)


def _range(teks: str, pair: tuple[str, str], style: str) -> Nilai:
    """A range such as "80-90"; both ends are read with the same decimal mark, the first uncertain end is asked."""
    writings = [take_apart(part) for part in pair]
    low, high = writings
    if isinstance(low, str) or isinstance(high, str) or low.exponent is not None or high.exponent is not None:
        return _text(teks, "bukan angka")
    low_body, high_body = _body(low), _body(high)
    style = style or low_body.proves or high_body.proves
    first, last = _scaled(low_body.under(style), low), _scaled(high_body.under(style), high)
    unit = high.unit or low.unit
    if first is not None and last is not None:
        if first > last:
            return _text(teks, "rentang terbalik: angka pertama lebih besar")
        return Nilai(StatusNilai.TERUKUR, first, last, teks, unit)
    asked, end = (low_body, low) if low_body.certain is None else (high_body, high)
    koma, titik = _scaled(asked.koma, end), _scaled(asked.titik, end)
    if koma is None or titik is None or NOTHING in (low_body, high_body):
        return _text(teks, "bukan angka")
    return _ambiguous(teks, unit, koma, titik, malformed=False)


def _body(writing: Writing) -> Body:
    """Both readings of the digits, narrowed by what stands around them."""
    if writing.exponent is not None:
        return read_mantissa(writing.body)
    if writing.dash:
        closed = read_body(f"{writing.body}{writing.dash}00")
        if closed.certain is not None:
            return closed
    body = read_body(writing.body)
    if writing.rupiah and body.certain is None and not body.malformed and body.koma is not None:
        # An amount of money never carries three decimals: the mark before three digits separates thousands.
        mark = "." if "." in writing.body else ","
        return Body(body.koma, None) if mark == "." else Body(None, body.titik)
    return body


def _scaled(value: Decimal | None, writing: Writing) -> Decimal | None:
    if value is None:
        return None
    shift = (writing.exponent or 0) + writing.scale
    if shift:
        value = value.scaleb(shift)
        if value == value.to_integral_value():
            value = value.quantize(Decimal(1))
    return -value if writing.negative and value else value


def _note(writing: Writing, body: Body) -> str:
    """What a reader of the number must still know about how it was written."""
    notes = []
    if writing.exponent is not None and writing.exponent > len(writing.body.replace(",", ".").partition(".")[2]):
        notes.append("ditulis dengan pangkat (E+..): angka di belakang hilang, nilai tepatnya tidak diketahui")
    if body.malformed:
        notes.append("pemisah ribuan tidak teratur; dibaca menurut jawaban Anda")
    if writing.bound:
        notes.append(f"ditulis sebagai batas ({writing.bound})")
    if writing.remark:
        notes.append(f"tulisan lain di dalam sel: {writing.remark}")
    return "; ".join(notes)


def _ambiguous(teks: str, unit: str, koma: Decimal, titik: Decimal, malformed: bool) -> Nilai:
    reason = (
        "pemisah ribuan tidak teratur: tanda terakhir pemisah desimal, atau ada angka yang hilang"
        if malformed
        else "tanda pemisahnya dapat berarti ribuan atau desimal"
    )
    return Nilai(StatusNilai.AMBIGU, teks=teks, satuan=unit, alasan=reason, pilihan=(koma, titik))


def _bodies(text: str) -> tuple[Body, ...]:
    """The digits of a text as evidence for the decimal mark; scientific notation is evidence of nothing."""
    writings = [take_apart(part) for part in split_range(text) or (text,)]
    return tuple(_body(writing) for writing in writings if isinstance(writing, Writing) and writing.exponent is None)


def _missing(text: str, istilah: Istilah) -> StatusNilai | None:
    lowered = " ".join(text.lower().split())
    for status, exact, beginnings in _missing_words(istilah.tidak_berlaku, istilah.kosong):
        filled = lowered in exact or lowered.rstrip(".!") in exact
        if filled or (beginnings and beginnings.match(lowered)):
            return status
    return None


@lru_cache(maxsize=8)
def _missing_words(
    tidak_berlaku: tuple[str, ...], kosong_words: tuple[str, ...]
) -> tuple[tuple[StatusNilai, frozenset[str], re.Pattern[str] | None], ...]:
    """Per state: words that must fill the cell, and the longer ones with which it may begin."""
    return tuple(
        (status, frozenset((*words, "") if status is StatusNilai.KOSONG else words), _beginnings(words))
        for status, words in ((StatusNilai.TIDAK_BERLAKU, tidak_berlaku), (StatusNilai.KOSONG, kosong_words))
    )


def _beginnings(words: tuple[str, ...]) -> re.Pattern[str] | None:
    long = [re.escape(word) for word in words if sum(map(str.isalpha, word)) >= _SHORTEST_PREFIX_WORD]
    return re.compile(rf"(?:- ?)?(?:{'|'.join(long)})(?!\w)") if long else None


def _text(teks: str, alasan: str) -> Nilai:
    return Nilai(StatusNilai.TEKS, teks=teks, alasan=alasan)
