"""From header texts to columns with roles: what each column of a table means, and what kind of table it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lkjip.spreadsheets.table import Jenis, Kolom, Peran
from lkjip.spreadsheets.tables.headers import NAMES, VALUES
from lkjip.spreadsheets.tables.words import Kamus, Label, tokens

JUDUL_SEP = " / "


@dataclass(frozen=True, slots=True)
class Dugaan:
    """What the header alone says of one column, before its neighbours and its cells are asked.

    `uang`: money (True), performance (False), not said (None).
    """

    kolom: Kolom
    uang: bool | None = None
    tahun_ke: int | None = None
    kumulatif: bool = False
    lintas_tahun: bool = False
    tanpa_persen: bool = False

    @property
    def peran(self) -> Peran:
        """The role guessed so far."""
        return self.kolom.peran


def propose(paths: Mapping[int, tuple[str, ...]], kamus: Kamus) -> dict[int, Dugaan]:
    """Each column's role by its own labels, leaf first; year, quarter, stage and group from any of its labels."""
    labels = {column: [kamus.label(text) for text in path] for column, path in paths.items()}
    parents: dict[str, int] = {}
    for path in paths.values():
        if len(path) > 1:
            parents[path[-2]] = parents.get(path[-2], 0) + 1
    found = {}
    for column, path in paths.items():
        shared = len(path) > 1 and parents.get(path[-2], 0) > 1
        found[column] = _one(column, path, labels[column], shared)
    return found


def _one(column: int, path: tuple[str, ...], labels: list[Label], shared: bool) -> Dugaan:
    leaf = labels[-1]
    role, decisive = _role(labels)
    money = _money(labels)
    if leaf.satuan == "%" and role in (Peran.REALISASI, Peran.PAGU) and shared:
        role = Peran.PERSEN
    elif role is Peran.TARGET and (leaf.satuan == "rp" or (leaf.tahap == "renstra" and _ends_in_money(leaf))):
        role = Peran.PAGU
    elif leaf.satuan and role is None:
        role = {"%": Peran.PERSEN, "rp": Peran.PAGU}.get(leaf.satuan)
    if role is Peran.PAGU:
        money = True
    elif role is Peran.TARGET:
        money = False
    lowest_first = list(reversed(labels))
    kolom = Kolom(
        column,
        JUDUL_SEP.join(dict.fromkeys(path)),
        role or Peran.ABAIKAN,
        tahun=next((label.tahun for label in lowest_first if label.tahun), None),
        tahap=next((label.tahap for label in lowest_first if label.tahap), ""),
        kelompok=next((label.kelompok for label in lowest_first if label.kelompok), ""),
        triwulan=next((label.triwulan for label in lowest_first if label.triwulan), None),
        persen=any(label.persen for label in labels),
    )
    ordinal = next((label.tahun_ke for label in lowest_first if label.tahun_ke), None)
    if ordinal is None and leaf.teks.strip("() ").isdigit() and len(leaf.teks.strip("() ")) == 1 and len(labels) > 1:
        ordinal = int(leaf.teks.strip("() "))
    plain = decisive is not None and not decisive.persen and decisive.teks.lower().lstrip().startswith("capaian")
    cumulated, over_years = any(label.kumulatif for label in labels), any(label.lintas_tahun for label in labels)
    return Dugaan(kolom, money, ordinal, cumulated, over_years, plain)


def _ends_in_money(label: Label) -> bool:
    """ "Target Renstra pada Tahun 2026 (Rp)" in one cell."""
    return tokens(label.teks)[-1] in ("rp", "rupiah")


def _role(labels: list[Label]) -> tuple[Peran | None, Label | None]:
    """The lowest label that names a role decides; a name under a value ("Target / IKK") and anything ignored do not."""
    named = [label for label in labels if label.peran is not None]
    if not named:
        return None, None
    above = [label for label in named[:-1] if label.di_awal]
    deciding = named[-1]
    if any(label.peran is Peran.ABAIKAN for label in above):
        return Peran.ABAIKAN, deciding
    if deciding.peran in NAMES and any(label.peran in VALUES for label in above):
        return Peran.ABAIKAN, deciding
    if deciding.peran in (Peran.TAHUN, Peran.TRIWULAN) and above:
        deciding = above[-1]
    return deciding.peran, deciding


def _money(labels: list[Label]) -> bool | None:
    """Whether a column holds money: "(Rp)" or a spending group says yes, "K" or "Kinerja" no; the leaf speaks first."""
    for label in reversed(labels):
        words = label.teks.lower()
        if label.satuan == "rp" or label.kelompok:
            return True
        if label.satuan == "k":
            return False
        money = "anggaran" in words or "keuangan" in words or "(rp" in words or "belanja" in words
        work = "kinerja" in words or "indikator" in words or "fisik" in words
        if money != work:
            return money
    return None


def kind_of(columns: Iterable[Dugaan]) -> set[Jenis]:
    """Which kinds of records a set of columns can give: indicators, budget lines, both or none."""
    all_columns = list(columns)
    roles = {found.peran for found in all_columns}
    kinds = set()
    if Peran.PAGU in roles and roles & {Peran.URAIAN, Peran.KODE}:
        kinds.add(Jenis.ANGGARAN)
    work = {found.peran for found in all_columns if found.uang is not True}
    promised = Peran.PAGU not in roles and {Peran.TARGET, Peran.URAIAN} <= roles
    if (Peran.INDIKATOR in roles and work & VALUES) or promised:
        kinds.add(Jenis.CAPAIAN)
    elif not kinds and Peran.URAIAN in roles and Peran.REALISASI in roles and Peran.PERSEN in roles:
        kinds.add(Jenis.ANGGARAN)
    return kinds


def settle_money(columns: dict[int, Dugaan]) -> dict[int, Dugaan]:
    """Beside both indicators and money: value columns that say neither follow the target or pagu before them."""
    roles = {found.peran for found in columns.values()}
    if Peran.PAGU not in roles or Peran.INDIKATOR not in roles:
        money = True if Peran.PAGU in roles else None
        return {
            column: replace(found, uang=money) if found.peran in VALUES and money else found
            for column, found in columns.items()
        }
    settled, last = {}, Peran.TARGET not in roles
    for column in sorted(columns):
        found = columns[column]
        if found.peran in (Peran.TARGET, Peran.PAGU):
            last = found.peran is Peran.PAGU
        if found.peran in (Peran.REALISASI, Peran.PERSEN) and found.uang is None:
            found = replace(found, uang=last)
        settled[column] = found
    return settled


def view(columns: Mapping[int, Dugaan], jenis: Jenis) -> tuple[Kolom, ...]:
    """The columns as one kind of table sees them; the other kind's columns are ignored."""
    seen = []
    has_indicator = any(found.peran is Peran.INDIKATOR for found in columns.values())
    plan = _beside_plan(columns)
    for column in sorted(columns):
        found = columns[column]
        kolom, role = found.kolom, found.peran
        if jenis is Jenis.CAPAIAN and (role is Peran.PAGU or (role in VALUES and found.uang)):
            role = Peran.ABAIKAN
        elif jenis is Jenis.CAPAIAN and role is Peran.URAIAN:
            role = Peran.KETERANGAN if has_indicator else Peran.INDIKATOR
        elif jenis is Jenis.ANGGARAN and (
            role in (Peran.INDIKATOR, Peran.TARGET, Peran.SATUAN) or (role in VALUES and found.uang is False)
        ):
            role = Peran.ABAIKAN
        if role in VALUES and ((found.kumulatif and kolom.tahap == "renstra") or (plan and found.lintas_tahun)):
            kolom = replace(kolom, tahap="kumulatif")
        seen.append(replace(kolom, peran=role))
    return tuple(seen)


def _beside_plan(columns: Mapping[int, Dugaan]) -> bool:
    """An evaluation of the Renja: the plan's target or pagu beside the year's realisasi.

    There "Realisasi s/d 2024" belongs to the plan although its header does not say "Renstra".
    """
    promised = any(
        found.kolom.tahap == "renstra" and found.peran in (Peran.TARGET, Peran.PAGU) for found in columns.values()
    )
    yearly = any(found.peran is Peran.REALISASI and not found.lintas_tahun for found in columns.values())
    return promised and yearly
