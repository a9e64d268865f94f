"""The writing around a number: sign, Rp, percent, unit, remark, range. What it is, not yet what it is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 200

_SPACES = re.compile(r"[\t \u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BEFORE = "'" + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())  # 'text, and blanks around it
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_MINUS = {0x2212: "-", 0xFE63: "-"}
_BODY = r"(?:[0-9](?:[0-9.,' ]*[0-9])?|[.,][0-9]+)"
_NUMBER = re.compile(
    rf"""(?P<bound>≥|≤|>=|<=|>|<|(?:minimal|maksimal|min\.?|maks\.?|max\.?)(?=[ 0-9]))?\s*
         (?P<open>\()?\s*(?P<sign>[-–+])?(?P<rp>(?:rp\.?|idr)\s*)?(?P<sign_after>-)?
         (?P<body>{_BODY})(?P<exponent>e[-+][0-9]{{1,4}})?(?P<dash>[,.]\s?[-–—=]+)?
         \s*(?P<percent>%)?\s*(?P<close>\))?\s*(?P<percent_after>%)?(?P<tail>.*)""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_RANGE = re.compile(r"(?<=[0-9%])\s*(?:[-–—]|s/d|s\.d\.?|sd|sampai dengan|sampai|hingga)\s*(?=[0-9])", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?P<before>\([^()]*\))?\s*(?P<words>[^\W\d_][^\d()\n]{0,59})?\s*(?P<after>\([^()]*\))?[.;,]?")
_REMARKS = re.compile(
    r"\b(?:perubahan|revisi|target|setelah|sebelum|sementara|predikat|kategori|perkiraan|prognosis|realisasi|capaian)\b",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
    r"|jan|feb|mar|apr|jun|jul|agu|agt|aug|sept?|okt|oct|nov|des|dec)\b",
    re.IGNORECASE,
)
MULTIPLIERS = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12, "trilyun": 12}


@dataclass(frozen=True, slots=True)
class Writing:
    """A number as written, taken apart. `scale` is the power of ten of a word such as "juta"; `remark` is the rest."""

    body: str
    negative: bool = False
    rupiah: bool = False
    exponent: int | None = None
    dash: str = ""
    unit: str = ""
    scale: int = 0
    bound: str = ""
    remark: str = ""


def normalize(text: str) -> str:
    """Spaces of every kind become one blank, invisible characters go, full-width letters become plain ones."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text).translate(_FULL_WIDTH).translate(_MINUS)).rstrip().lstrip(_BEFORE)


def split_range(text: str) -> tuple[str, str] | None:
    """("80", "90") of "80-90", "80 – 90", "80 s.d. 90"; None where there is not exactly one such sign."""
    parts = _RANGE.split(text)
    return (parts[0], parts[1]) if len(parts) == 2 else None


def take_apart(text: str) -> Writing | str:
    """The parts of a normalized text, or the reason why it is not a number."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return "bukan angka"
    if bool(found["open"]) != bool(found["close"]):
        return "tanda kurung tidak berpasangan"
    minus = [sign for sign in (found["open"], found["sign"], found["sign_after"]) if sign and sign != "+"]
    if len(minus) > 1:
        return "lebih dari satu tanda minus"
    tail = _read_tail(found["tail"])
    return tail if isinstance(tail, str) else _writing(found, *tail, negative=bool(minus))


def _writing(found: re.Match[str], words: str, remark: str, *, negative: bool) -> Writing:
    unit, scale, note = _unit(words)
    if found["percent"] or found["percent_after"]:
        unit, note = "%", words
    return Writing(
        body=found["body"],
        negative=negative,
        rupiah=bool(found["rp"]),
        exponent=int(found["exponent"][1:]) if found["exponent"] else None,
        dash=(found["dash"] or "")[:1],
        unit=unit,
        scale=scale,
        bound=found["bound"] or "",
        remark=" ".join(filter(None, (note, remark))),
    )


def _read_tail(tail: str) -> tuple[str, str] | str:
    """(words, remark in brackets) after the number, or the reason why the whole is not a number."""
    if tail.lstrip().startswith(":"):
        return "perbandingan (rasio), bukan satu angka"
    if tail.lstrip().startswith("/") and tail.lstrip()[1:2].strip().isdigit():
        return "pecahan atau tanggal, bukan satu angka"
    if "\n" in tail.strip():
        return "lebih dari satu baris dalam satu sel"
    found = _TAIL.fullmatch(tail)
    if not found:
        return "bukan angka"
    words = (found["words"] or "").strip(" .;,")
    if _MONTHS.match(words):
        return "tanggal, bukan angka"
    return words, " ".join(filter(None, (found["before"], found["after"])))


def _unit(words: str) -> tuple[str, int, str]:
    """(unit, power of ten, remark) of the words behind a number: "juta orang" -> ("orang", 6, "")."""
    if not words:
        return "", 0, ""
    first, _, rest = words.partition(" ")
    if first.lower() in MULTIPLIERS:
        return rest, MULTIPLIERS[first.lower()], ""
    if first.lower() in ("persen", "prosen"):
        return "%", 0, rest
    if _REMARKS.search(words):
        return "", 0, words
    return words, 0, ""
