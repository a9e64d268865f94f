"""Text tables (.csv, .txt): encoding, delimiter, and the quote that is never closed. All values stay text.

A row is a record, as in Excel; so the cell addresses are those the user sees there.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from lkjip.spreadsheets.files.draft import TEXT, Draft, SheetDraft
from lkjip.spreadsheets.files.limits import Refused

SHEET_NAME = "CSV"
DELIMITERS = (";", ",", "\t", "|")

_SAMPLE_RECORDS = 60
_SAMPLE_LETTERS = 200_000


def read_csv(content: bytes, draft: Draft) -> None:
    """Fill the draft with the one sheet of a text table."""
    text = decode(content, draft)
    sheet = draft.sheet(SHEET_NAME)
    text, delimiter = _declared_delimiter(text)
    delimiter = delimiter or sniff_delimiter(text)
    if not delimiter:
        raise Refused("teks_bukan_tabel")
    csv.field_size_limit(draft.limits.text_length + 1)
    row = begun = 0
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        for row, record in enumerate(reader, start=1):
            _add_record(sheet, row, record)
            last, begun = begun, reader.line_num
    except csv.Error as error:
        raise Refused("csv_kutip_tidak_ditutup", lembar=SHEET_NAME, baris=row + 1) from error
    if row and _ends_inside_quotes(text, last, delimiter):
        raise Refused("csv_kutip_tidak_ditutup", lembar=SHEET_NAME, baris=row)


def decode(content: bytes, draft: Draft) -> str:
    """UTF-8 or UTF-16 (with or without mark), else the old Windows alphabet; line ends become "\\n"."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    elif content[1:4096:2].count(0) > len(content[:4096]) // 3:
        text = content.decode("utf-16-le", "replace")
    elif content[0:4096:2].count(0) > len(content[:4096]) // 3:
        text = content.decode("utf-16-be", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
            draft.note("csv_pengodean_lama", lembar=SHEET_NAME)
    if "\x00" in text:
        draft.note("csv_karakter_nol", lembar=SHEET_NAME, banyak=text.count("\x00"))
        text = text.replace("\x00", "")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def sniff_delimiter(text: str) -> str:
    """The delimiter that gives most records the same number of fields; "" where none gives two."""
    sample = text[:_SAMPLE_LETTERS]
    best, best_score = "", (0.0, 0)
    for delimiter in DELIMITERS:
        counts = Counter(len(record) for record in _records(sample, delimiter) if any(map(str.strip, record)))
        several = [(times, fields) for fields, times in counts.items() if fields > 1]
        if not several:
            continue
        times, fields = max(several)
        score = (times / counts.total(), fields)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _records(sample: str, delimiter: str) -> Iterator[list[str]]:
    try:
        yield from islice(csv.reader(io.StringIO(sample), delimiter=delimiter), _SAMPLE_RECORDS)
    except csv.Error:
        return


def _declared_delimiter(text: str) -> tuple[str, str]:
    """Excel's own "sep=;" line, kept as an empty first row so that addresses stay right."""
    first, newline, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:
        return newline + rest, first[4]
    return text, ""


def _add_record(sheet: SheetDraft, row: int, record: list[str]) -> None:
    for column, field in enumerate(record, start=1):
        if field and not field.isspace():
            sheet.add(row, column, TEXT, field)


def _ends_inside_quotes(text: str, lines_before: int, delimiter: str) -> bool:
    """True when the last record (after so many lines) runs to the end of the file inside an open quote."""
    lines = text.split("\n")
    if len(lines) - lines_before <= 1:
        last = lines[-1] if lines[-1] else lines[-2] if len(lines) > 1 else ""
    else:
        last = "\n".join(lines[lines_before:])
    try:
        list(csv.reader(io.StringIO(last), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
