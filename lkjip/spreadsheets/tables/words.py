"""Header words: which role a label names, and what it says of year, quarter, unit, stage and spending group.

Matching is exact on normalised words: a phrase fits where its words stand in the label in the same order without a
gap. No similarity measure is used ("Realisasi TW I" is near to "Triwulan II" for every one of them).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lkjip.domain.aturan import Istilah
from lkjip.spreadsheets.table import Peran

_YEAR = re.compile(r"^(?:19|20)\d\d$")
_QUARTERS = {
    **{"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4},
    **{"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4},
}
_QUARTER_WORDS = {"tw", "triwulan", "tribulan", "kuartal", "trw", "trwln"}
_FILLER = {"tahun", "th", "thn", "ta", "ke", "pada", "dalam", "rp", "rupiah", "ribuan", "juta", "jutaan", "%", "yang"}
_LEADING = {"tahun", "th", "thn", "ta", "nilai", "besar", "besaran", "jumlah", "total", "nama", "data"}
_MONEY = {"rp", "rupiah", "keu", "keuangan"}
_MONEY_PHRASES = {"anggaran", "anggaran rp", "keuangan rp", "jumlah rp", "dana", "dana rp", "pendanaan"}
_WORK = {"k", "kinerja", "fisik", "vol", "volume", "kinerja k"}
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|–|—|s\.?\s?/?\s?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d\d)\b")
_UNTIL = re.compile(r"\bs\s*[./]\s*d\b\.?")
_HYPHENATED = re.compile(r"([a-z])-\s*\n\s*([a-z])")
_NO_WORD = re.compile(r"[^\w%]|_")
_QUOTES = str.maketrans("", "", "'’‘`´\"“”")


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    """Small letters, one token a word, "%" its own token, apostrophes dropped: "SDG's (%)" -> ("sdgs", "%")."""
    if text.isascii() and text.isalnum():
        return (text.lower(),)
    plain = unicodedata.normalize("NFKC", text).lower().translate(_QUOTES).replace("%", " % ")
    plain = _HYPHENATED.sub(r"\1\2", _UNTIL.sub(" sd ", plain))
    return tuple(_NO_WORD.sub(" ", plain).split())


@dataclass(frozen=True, slots=True)
class Label:
    """What one header cell says. `kuat`: most of its words are the phrase, so it can hardly be anything else."""

    teks: str
    peran: Peran | None = None
    kuat: bool = False
    di_awal: bool = False
    tahun: int | None = None
    tahun_ke: int | None = None
    triwulan: int | None = None
    satuan: str = ""  # "rp" | "k" | "%" | ""
    tahap: str = ""
    kelompok: str = ""
    persen: bool = False
    kumulatif: bool = False
    lintas_tahun: bool = False
    tahun_berurut: bool = False

    @property
    def anak(self) -> bool:
        """A label that only completes the one above it (a year, a quarter, "(Rp)", "K", a stage, a group)."""
        return self.peran is None and bool(
            self.tahun or self.tahun_ke or self.triwulan or self.satuan or self.tahap or self.kelompok
        )


class Phrases:
    """Names by phrase. Most labels hold no first word of any: they are passed over without a search."""

    def __init__(self, words_by_name: Mapping[str, Iterable[str]]) -> None:
        self._names = {tokens(word): name for name, words in words_by_name.items() for word in words}
        self._first = frozenset(phrase[0] for phrase in self._names if phrase)

    def longest(self, words: tuple[str, ...]) -> str:
        """The name of the longest phrase that stands in the words, "" if none does."""
        if self._first.isdisjoint(words):
            return ""
        found: tuple[int, str] = (0, "")
        for phrase, name in self._names.items():
            if len(phrase) > found[0] and any(words[i : i + len(phrase)] == phrase for i in range(len(words))):
                found = (len(phrase), name)
        return found[1]


class Kamus:
    """The header dictionary, prepared once for matching."""

    def __init__(self, istilah: Istilah) -> None:
        self.istilah = istilah
        roles = {peran.value for peran in Peran}
        self._phrases: dict[tuple[str, ...], Peran] = {}
        for name, phrases in istilah.judul.items():
            if name in roles:
                for phrase in phrases:
                    self._phrases.setdefault(tokens(phrase), Peran(name))
        self._phrases.pop((), None)
        self._longest = max((len(phrase) for phrase in self._phrases), default=0)
        self._first = frozenset(phrase[0] for phrase in self._phrases)
        self._tahap = Phrases(istilah.tahap)
        self._lintas_tahun = Phrases({word: [word] for word in istilah.lintas_tahun})
        self._kelompok = Phrases(istilah.kelompok)
        self._known: dict[str, Label] = {}

    def may_name_role(self, text: str) -> bool:
        """False where no word of the text begins the name of a role: its label need not be read (most data)."""
        return text in self._known or not self._first.isdisjoint(tokens(text))

    def label(self, text: str) -> Label:
        """Read one header text."""
        if text not in self._known:
            self._known[text] = self._read(text)
        return self._known[text]

    def _read(self, text: str) -> Label:
        words = tokens(text)
        years = [int(word) for word in words if _YEAR.match(word)]
        span = _SPAN.search(text)
        bare = tuple(word for word in words if not _YEAR.match(word) and word not in _FILLER)
        role, strong, first = self._role(words)
        unit = _unit(words, bare)
        if role is not None and unit and bare in {("k",), ()}:
            role = None
        return Label(
            text,
            role,
            strong,
            first,
            tahun=years[-1] if years and not span else None,
            tahun_ke=_ordinal(words),
            triwulan=_quarter(words),
            satuan=unit,
            tahap=self._tahap.longest(words),
            kelompok=self._kelompok.longest(words),
            persen="%" in words or "persen" in words[-1:],
            lintas_tahun=bool(self._lintas_tahun.longest(tuple("tahun" if _YEAR.match(w) else w for w in words))),
            kumulatif="sd" in words or "sampai dengan" in " ".join(words),
            tahun_berurut=words[-2:] == ("tahun", "ke") or words[-1:] == ("tahun",),
        )

    def _role(self, words: tuple[str, ...]) -> tuple[Peran | None, bool, bool]:
        """The role of the best phrase: at the beginning before elsewhere, then the longest, then the leftmost."""
        start = 0
        while start < len(words) - 1 and (_YEAR.match(words[start]) or words[start] in _LEADING):
            start += 1
        core = [word for word in words if not _YEAR.match(word) and word not in _FILLER]
        best: tuple[bool, int, int, Peran] | None = None
        for place in range(len(words)):
            for length in range(min(self._longest, len(words) - place), 0, -1):
                phrase = words[place : place + length]
                role = self._phrases.get(phrase)
                alone = length == len(words) or (length == 1 and tuple(core) == phrase)
                if role is None or (len("".join(phrase)) < 2 and not alone):
                    continue
                found = (place in (0, start), length, -place, role)
                if best is None or found[:3] > best[:3]:
                    best = found
                break
        if best is None:
            return None, False, False
        counted = sum(1 for word in words[-best[2] : -best[2] + best[1]] if word in core) or best[1]
        return best[3], counted * 2 >= len(core) and best[0], best[0]


def _ordinal(words: tuple[str, ...]) -> int | None:
    """ "Tahun ke-3" -> 3 (the year counted from the start of the plan)."""
    for before, word in pairwise(words):
        if before == "ke" and word.isdigit() and len(word) == 1:
            return int(word)
    return None


def _quarter(words: tuple[str, ...]) -> int | None:
    """ "TW II", "Triwulan 3", "IV" alone; not the "I" inside a name."""
    for place, word in enumerate(words):
        if word in _QUARTER_WORDS and place + 1 < len(words):
            return _QUARTERS.get(words[place + 1].removeprefix("ke"))
        glued = re.match(r"^(?:tw|triwulan)([1-4]|i{1,3}|iv)$", word)
        if glued:
            return _QUARTERS[glued[1]]
    return _QUARTERS.get(words[0]) if len(words) == 1 and words[0].isalpha() else None


def _unit(words: tuple[str, ...], bare: tuple[str, ...]) -> str:
    """ "rp", "k" or "%" for a label that is nothing but a unit."""
    whole = " ".join(words)
    if bare == () and "%" in words:
        return "%"
    if whole in _WORK:
        return "k"
    return "rp" if words and (set(words) <= _MONEY or whole in _MONEY_PHRASES) else ""


def quarter_in(text: str) -> int | None:
    """The quarter a text names: "Triwulan II" -> 2."""
    return _quarter(tokens(text))


def level_word(header: str) -> str:
    """The one budget level a header names ("Sub Kegiatan"), "" where it names none or several."""
    words = " ".join(tokens(header)).replace("subkegiatan", "sub kegiatan").replace("progam", "program")
    found = ["sub_kegiatan"] if "sub kegiatan" in words else []
    words = words.replace("sub kegiatan", "")
    found += [word for word in ("program", "kegiatan") if word in words.split()]
    return found[0] if len(found) == 1 else ""


def years_of(text: str) -> tuple[int, ...]:
    """All years a text names, in order."""
    return tuple(int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text))


def span_of(text: str) -> tuple[int, int] | None:
    """The plan's period a text names: "Renstra 2021-2026" -> (2021, 2026)."""
    found = _SPAN.search(text)
    return (int(found[1]), int(found[2])) if found and int(found[1]) < int(found[2]) else None
