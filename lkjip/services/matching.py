"""Which stored indicator is meant by a line of a file? Texts are compared without case, spacing and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lkjip.domain.indikator import UNGROUPED, Indikator, JenisTarget, Sasaran
from lkjip.domain.reading import BacaanIndikator

_NUMBERING = re.compile(r"^\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\s+", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NO_WORD = re.compile(r"[\W_]+")


def text_key(teks: str) -> str:
    """The comparable form: "1. Nilai  SAKIP (Kec.)" -> "nilai sakip kec"."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", teks)).casefold()
    return _NO_WORD.sub(" ", _NUMBERING.sub("", plain.strip())).strip() or " ".join(plain.split())


@dataclass(frozen=True, slots=True)
class Kunci:
    """What a file calls an indicator: sasaran and text in comparable form, and which of several equal lines it is."""

    sasaran: str
    indikator: str
    ke: int = 0

    def __str__(self) -> str:
        return f"{self.sasaran}|{self.indikator}|{self.ke}"


Slot = tuple[int | None, int | None, JenisTarget]


@dataclass(slots=True)
class Baris:
    """The rows of one indicator, and what they have spoken of so far."""

    rows: set[int] = field(default_factory=set)
    slots: set[Slot] = field(default_factory=set)

    def takes(self, row: int, slot: Slot) -> bool:
        """True for a row already counted here, or one that speaks of something new."""
        return row in self.rows or slot not in self.slots


def keys_of(records: Sequence[BacaanIndikator]) -> list[Kunci]:
    """The key of each record of one table.

    Equal texts on several rows are one indicator as long as each row speaks of another year, quarter or promise;
    a row that says the same thing again is a second indicator of that name.
    """
    lines: dict[tuple[str, str], list[Baris]] = {}
    keys = []
    for record in records:
        pair = (text_key(record.sasaran), text_key(record.indikator))
        known = lines.setdefault(pair, [])
        slot = (record.tahun, record.triwulan, record.jenis_target)
        place = next((place for place, line in enumerate(known) if line.takes(record.urutan, slot)), len(known))
        if place == len(known):
            known.append(Baris())
        known[place].rows.add(record.urutan)
        known[place].slots.add(slot)
        keys.append(Kunci(*pair, place))
    return keys


@dataclass(slots=True)
class Known:
    """The stored plan, to look up what a file names."""

    sasaran: dict[str, Sasaran] = field(default_factory=dict)
    by_both: dict[tuple[str, str], list[Indikator]] = field(default_factory=dict)
    by_text: dict[str, list[Indikator]] = field(default_factory=dict)

    @classmethod
    def of(cls, sasaran: Iterable[Sasaran], indikator: Iterable[Indikator]) -> Known:
        """Index a stored plan."""
        known = cls({text_key(satu.teks): satu for satu in sasaran})
        names = {satu.id: key for key, satu in known.sasaran.items()}
        for satu in indikator:
            text = text_key(satu.teks)
            known.by_both.setdefault((names.get(satu.sasaran_id, ""), text), []).append(satu)
            known.by_text.setdefault(text, []).append(satu)
        return known

    def find(self, key: Kunci, *, alone: bool) -> Indikator | None:
        """The stored indicator: by sasaran and text, else by text where nothing else bears it.

        `alone` says that the file uses this text under one sasaran only.
        """
        found = self.by_both.get((key.sasaran, key.indikator), [])
        if not found:
            same_text = self.by_text.get(key.indikator, [])
            together = len({satu.sasaran_id for satu in same_text}) == 1
            unsaid = not key.sasaran and together
            moved = len(same_text) == 1 and (alone or self._ungrouped(same_text[0]))
            found = same_text if unsaid or moved else []
        return found[key.ke] if key.ke < len(found) else None

    def _ungrouped(self, satu: Indikator) -> bool:
        nowhere = self.sasaran.get(text_key(UNGROUPED))
        return nowhere is not None and satu.sasaran_id == nowhere.id
