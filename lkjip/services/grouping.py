"""The records of the chosen tables, gathered indicator by indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from lkjip.domain.indikator import UNGROUPED, Indikator
from lkjip.domain.reading import Bacaan, BacaanIndikator
from lkjip.services.matching import Known, Kunci, keys_of

Record = tuple[str, BacaanIndikator]  # the sheet a record stands in, and the record


@dataclass(slots=True)
class Kelompok:
    """All lines of a file about one indicator. `nomor` is its stored id, or a negative number for a new one."""

    kunci: Kunci
    sasaran: str
    records: list[Record] = field(default_factory=list)
    stored: Indikator | None = None
    nomor: int = 0

    @property
    def teks(self) -> str:
        """The indicator as the file writes it."""
        return " ".join(self.records[0][1].indikator.split())

    @property
    def satuan(self) -> str:
        """The unit, from the first line that names one."""
        return next((record.satuan for _sheet, record in self.records if record.satuan), "")

    @property
    def plain(self) -> list[BacaanIndikator]:
        """The records without their sheets."""
        return [record for _sheet, record in self.records]


def gather(bacaan: Iterable[Bacaan], known: Known, sasaran: str) -> list[Kelompok]:
    """Groups in file order, each tied to its stored indicator; `sasaran` is for lines without one."""
    groups: dict[Kunci, Kelompok] = {}
    for table in bacaan:
        for key, record in zip(keys_of(table.indikator), table.indikator, strict=True):
            written = " ".join(record.sasaran.split()) or sasaran or UNGROUPED
            groups.setdefault(key, Kelompok(key, written)).records.append((table.lembar, record))
    merged = _without_doubles(groups)
    texts = Counter(group.kunci.indikator for group in merged if group.kunci.ke == 0)
    for place, group in enumerate(merged, 1):
        group.stored = known.find(group.kunci, alone=texts[group.kunci.indikator] == 1)
        group.nomor = group.stored.id if group.stored else -place
    return merged


def _without_doubles(groups: dict[Kunci, Kelompok]) -> list[Kelompok]:
    """An indicator named with its sasaran in one table and without in another is one indicator."""
    for key in [key for key in groups if not key.sasaran]:
        named = [other for other in groups if other.sasaran and (other.indikator, other.ke) == (key.indikator, key.ke)]
        if len(named) == 1:
            groups[named[0]].records += groups.pop(key).records
    return list(groups.values())


def doubles(groups: Iterable[Kelompok]) -> list[str]:
    """A sentence for each text that stands on several rows of one table."""
    times: Counter[str] = Counter()
    for group in groups:
        if group.kunci.ke > 0 and group.stored is None:
            times[group.teks] += 1
    return [f"Indikator '{teks}' {_written_again(jumlah)}" for teks, jumlah in times.items()]


def _written_again(jumlah: int) -> str:
    if jumlah == 1:
        return "tertulis pada lebih dari satu baris; baris yang kedua disimpan sebagai indikator tersendiri."
    return f"tertulis pada lebih dari satu baris; {jumlah} baris berikutnya masing-masing disimpan tersendiri."
