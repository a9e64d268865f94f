"""What becomes of every class of odd sheet and odd cell (04-quality §2), in one line of a table each.

The table is `tests/unit/spreadsheets/outcomes/classes.csv`. After a wanted change `python -m tests.makers.odd_classes`
writes it anew; the difference is looked at line by line before it is kept.
"""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from decimal import Decimal
from pathlib import Path

from lkjip.config import Config
from lkjip.domain.finding import Finding
from lkjip.domain.numbers import Nilai, terukur
from lkjip.services import batch, importing
from lkjip.services.actor import OPERATOR
from lkjip.services.choices import Preview
from lkjip.services.reading import Reading
from lkjip.spreadsheets.records.control import PRINTED
from lkjip.store import Store, open_store
from tests.makers.here import read_here
from tests.makers.odd_cells import CELLS
from tests.makers.odd_files import ANGGARAN, KINERJA, book
from tests.makers.odd_sheets import SHEETS

TABLE = Path(__file__).resolve().parents[1] / "unit" / "spreadsheets" / "outcomes" / "classes.csv"
TAHUN = 2025
LEVELS = {"lembar": SHEETS, "sel": CELLS}


@dataclass(frozen=True, slots=True)
class Walked:
    """One example all the way: bytes, reading, and what saving it would do."""

    golongan: str
    kelas: str
    contoh: str
    berkas: str
    isi: bytes
    reading: Reading
    preview: Preview


@dataclass(frozen=True, slots=True)
class ClassOutcome:
    """A line of the table.

    `hasil`: "ditolak" (nothing is read), "tidak dapat disimpan" (an error to repair), "ditanyakan" (a question first),
    "dapat disimpan". `indikator`, `anggaran`: records read. `janji`, `realisasi`: the sum of targets and of realisasi,
    of a budget the control totals; what is no number is counted by its state. `temuan`: code@sheet!cell.
    """

    golongan: str
    kelas: str
    contoh: str
    hasil: str
    indikator: str = ""
    anggaran: str = ""
    janji: str = ""
    realisasi: str = ""
    temuan: str = ""


def examples() -> Iterator[tuple[str, str, str, Callable[[], bytes]]]:
    """(level, class, example, maker) of every example."""
    for golongan, classes in LEVELS.items():
        for kelas, makers in classes.items():
            for contoh, make in makers.items():
                yield golongan, kelas, contoh, make


def office(folder: Path) -> Store:
    """A store whose office has the plan and the budget of the base tables, of the year before."""
    store = open_store(Config(folder, f"sqlite:///{folder / 'lkjip.db'}"))
    batch.open_office(store, OPERATOR, None, TAHUN)
    known = book(
        ("Kinerja", [[str(value).replace("2025", "2024") if place < 1 else value for value in row]
                     for place, row in enumerate(KINERJA)]),
        ("Anggaran", [[str(value).replace("2025", "2024") if place < 1 else value for value in row]
                      for place, row in enumerate(ANGGARAN)]),
    )  # fmt: skip
    reading = importing.read("2024.xlsx", known, tahun=TAHUN - 1)
    importing.save(store, OPERATOR, reading, known, tahun=TAHUN - 1)
    return store


def walk_all(store: Store) -> list[Walked]:
    """Every example through inspection, reader, tables, records, checks and preview, as an upload of 2025."""
    return [walk(store, *example) for example in examples()]


def walk(store: Store, golongan: str, kelas: str, contoh: str, make: Callable[[], bytes]) -> Walked:
    """One example."""
    isi = make()
    berkas = "odd.xlsx" if isi.startswith(b"PK") else "odd.csv"
    reading = read_here(berkas, isi, TAHUN)
    return Walked(golongan, kelas, contoh, berkas, isi, reading, importing.preview(store, OPERATOR, reading, TAHUN))


def outcome(walked: Walked) -> ClassOutcome:
    """The line of an example."""
    reading, preview = walked.reading, walked.preview
    indikator = [record for table in reading.bacaan for record in table.indikator]
    anggaran = [line for table in reading.bacaan for line in table.anggaran]
    return ClassOutcome(
        walked.golongan,
        walked.kelas,
        walked.contoh,
        _result(reading, preview),
        str(len(indikator) or ""),
        str(len(anggaran) or ""),
        _sum([record.target for record in indikator]) or _control(reading, "Pagu", [line.pagu for line in anggaran]),
        _sum([record.realisasi for record in indikator])
        or _control(reading, "Realisasi", [line.realisasi for line in anggaran]),
        " ".join(_place(finding) for finding in reading.temuan),
    )


def _result(reading: Reading, preview: Preview) -> str:
    if not reading.workbook.sheets:
        return "ditolak"
    if preview.boleh_simpan:
        return "dapat disimpan"
    return "ditanyakan" if reading.pertanyaan and len(preview.halangan) == 1 else "tidak dapat disimpan"


def _control(reading: Reading, label: str, values: list[Nilai]) -> str:
    """The control total of a kind of amount over all tables, and what is no number."""
    totals = [
        terukur(total)
        for table in reading.bacaan
        for name, total in table.kontrol.items()
        if name.startswith(label) and not name.endswith(PRINTED)
    ]
    return _sum(totals + [nilai for nilai in values if not nilai.terukur])


def _sum(values: Iterable[Nilai]) -> str:
    some = list(values)
    numbers = [nilai.angka for nilai in some if nilai.angka is not None]
    states = Counter(nilai.status.value for nilai in some if nilai.angka is None)
    total = [format(sum(numbers, Decimal(0)).normalize(), "f")] if numbers else []
    return " + ".join([*total, *(f"{count} {state}" for state, count in sorted(states.items()))])


def _place(finding: Finding) -> str:
    where = "!".join(filter(None, (finding.lembar, finding.sel)))
    return f"{finding.kode}@{where}" if where else finding.kode


def table() -> dict[tuple[str, str, str], ClassOutcome]:
    """The table as it is kept."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [ClassOutcome(**row) for row in csv.DictReader(lines)]
    return {(row.golongan, row.kelas, row.contoh): row for row in rows}


def main() -> None:
    """Write the table anew."""
    with tempfile.TemporaryDirectory() as folder:
        store = office(Path(folder))
        outcomes = [outcome(walked) for walked in walk_all(store)]
        store.close()
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow([field.name for field in fields(ClassOutcome)])
        writer.writerows(astuple(one) for one in outcomes)


if __name__ == "__main__":
    main()
