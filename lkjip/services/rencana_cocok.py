"""Which stored indicator each line of a plan means; lines of one indicator put together; near names offered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from lkjip.domain.baca_rencana import BacaanRencana, BarisRencana, TargetTerbaca
from lkjip.domain.finding import Finding
from lkjip.domain.indikator import UNGROUPED, Indikator, Sasaran
from lkjip.rules import load_aturan
from lkjip.services.matching import Known, Kunci, text_key
from lkjip.services.rencana_pilihan import BARU, PilihanRencana, TakDikenal

NEAR = 0.75  # share of equal letters from which two names may mean the same
OFFERED = 3


@dataclass(slots=True)
class Butir:
    """One indicator of the file. `nomor`: its stored id, or a negative number for a new one."""

    kunci: str
    utama: BarisRencana
    baris: list[BarisRencana] = field(default_factory=list)
    stored: Indikator | None = None
    nomor: int = 0

    @property
    def sasaran(self) -> str:
        """The sasaran as written, or the stand-in where the file names none."""
        return self.utama.sasaran or UNGROUPED

    def first(self, name: str) -> BarisRencana:
        """The first line in which this field is filled, else the first line."""
        return next((line for line in self.baris if getattr(line, name)), self.utama)

    @property
    def target(self) -> list[tuple[BarisRencana, TargetTerbaca]]:
        """All targets with their lines."""
        return [(line, satu) for line in self.baris for satu in line.target]


@dataclass(slots=True)
class Cocokan:
    """The indicators of a file with what could not be settled."""

    butir: list[Butir] = field(default_factory=list)
    tak_dikenal: list[TakDikenal] = field(default_factory=list)
    temuan: list[Finding] = field(default_factory=list)


def match(
    plans: Iterable[BacaanRencana], sasaran: Sequence[Sasaran], indikator: Sequence[Indikator], pilihan: PilihanRencana
) -> Cocokan:
    """The indicators of the file, in its order, each tied to its stored one where there is one."""
    result = Cocokan()
    gathered: dict[tuple[str, str], Butir] = {}
    for line in (line for plan in plans for line in plan.baris if line.indikator):
        pair = (text_key(line.sasaran), text_key(line.indikator))
        item = gathered.setdefault(pair, Butir("|".join(pair), line))
        item.baris.append(line)
    known = Known.of(sasaran, indikator)
    texts = Counter(pair[1] for pair in gathered)
    for place, (pair, item) in enumerate(gathered.items(), 1):
        item.stored = known.find(Kunci(*pair), alone=texts[pair[1]] == 1)
        item.nomor = -place
        result.butir.append(item)
    named = {item.stored.id for item in result.butir if item.stored}
    free = {satu.id: satu for satu in indikator if satu.id not in named}
    taken: dict[int, Butir] = {}
    for item in result.butir:
        if item.stored is None:
            item.stored = _chosen(item, free, pilihan, result)
        item.nomor = item.stored.id if item.stored else item.nomor
        if item.nomor in taken:
            result.temuan.append(_twice(item, taken[item.nomor]))
        taken[item.nomor] = item
    return result


def _chosen(item: Butir, free: dict[int, Indikator], pilihan: PilihanRencana, result: Cocokan) -> Indikator | None:
    """What the user said an unknown name means; where it resembles a stored one and nobody has said, an error."""
    calon = [free[key] for key in _near(text_key(item.utama.indikator), _names(free))]
    if calon:
        place = item.utama.sel.get("indikator", "")
        offered = tuple((satu.id, satu.teks) for satu in calon)
        result.tak_dikenal.append(
            TakDikenal(item.kunci, item.utama.indikator, item.utama.lembar, place, offered)
        )  # fmt: skip
    answer = pilihan.padanan.get(item.kunci)
    if answer is not None and answer != BARU:
        return free.get(answer)
    if calon and answer is None and not pilihan.semua_baru:
        result.temuan.append(
            load_aturan().katalog.temuan(
                "rencana_indikator_mirip", lembar=item.utama.lembar, sel=item.utama.sel.get("indikator", ""),
                nilai=item.utama.indikator, mirip=calon[0].teks,
            )
        )  # fmt: skip
    return None


def _names(indikator: dict[int, Indikator]) -> tuple[tuple[int, str], ...]:
    return tuple((key, text_key(satu.teks)) for key, satu in indikator.items())


@lru_cache(maxsize=4096)  # the same question comes again at every step of the user
def _near(teks: str, names: tuple[tuple[int, str], ...]) -> tuple[int, ...]:
    """The ids of the names that resemble this one, the nearest first."""
    wanted = SequenceMatcher(b=teks, autojunk=False)
    found = []
    for key, name in names:
        wanted.set_seq1(name)
        if wanted.real_quick_ratio() >= NEAR and wanted.quick_ratio() >= NEAR and (near := wanted.ratio()) >= NEAR:
            found.append((near, key))
    return tuple(key for _, key in sorted(found, key=lambda item: -item[0])[:OFFERED])


def _twice(item: Butir, before: Butir) -> Finding:
    return load_aturan().katalog.temuan(
        "rencana_indikator_ganda", lembar=item.utama.lembar, sel=item.utama.sel.get("indikator", ""),
        nilai=item.utama.indikator, lain=before.utama.sel.get("indikator", ""),
    )  # fmt: skip
