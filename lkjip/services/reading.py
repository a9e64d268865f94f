"""A file as read, without storing: workbook, tables, records, findings, open questions. Corrections re-read no byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lkjip.domain.finding import Finding
from lkjip.domain.isian_format import Identitas
from lkjip.domain.reading import Bacaan, Pertanyaan
from lkjip.rules import load_aturan
from lkjip.spreadsheets.cells import Workbook
from lkjip.spreadsheets.files.inspect import shown_name
from lkjip.spreadsheets.files.process import READERS, OnWait
from lkjip.spreadsheets.files.read import read_workbook
from lkjip.spreadsheets.records.read import read_records
from lkjip.spreadsheets.table import Kolom, Tabel
from lkjip.spreadsheets.tables.find import find_tables, with_roles
from lkjip.spreadsheets.template.read import identify
from lkjip.validation import validate

__all__ = ["Changes", "OnWait", "Reading", "TableKey", "read", "reinterpret", "shown_name", "turn", "unique_questions"]

TableKey = tuple[str, int]  # sheet name and number of the table in it
Changes = Mapping[TableKey, Mapping[int, Kolom]]
turn = READERS.turn


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says. `bacaan` and `temuan_tabel` run parallel to `tabel`; `temuan_berkas`: of the whole file.

    `identitas`: whose section workbook this is; it has a layout of its own, and no tables are looked for in it.
    """

    berkas: str
    sha256: str
    workbook: Workbook
    tabel: tuple[Tabel, ...]
    bacaan: tuple[Bacaan, ...]
    temuan_berkas: tuple[Finding, ...]
    temuan_tabel: tuple[tuple[Finding, ...], ...]
    changes: Changes = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    tahun: int | None = None
    identitas: Identitas | None = None

    @property
    def temuan(self) -> tuple[Finding, ...]:
        """All findings: of the file, then table by table."""
        every = (satu for some in (self.temuan_berkas, *self.temuan_tabel) for satu in some)
        return tuple(dict.fromkeys(every))  # two tables over the same cells say the same of them

    @property
    def pertanyaan(self) -> tuple[Pertanyaan, ...]:
        """Open questions, each once."""
        return unique_questions(self.bacaan)


def unique_questions(bacaan: Iterable[Bacaan]) -> tuple[Pertanyaan, ...]:
    """The open questions of some tables, each once."""
    return tuple({satu.kunci: satu for table in bacaan for satu in table.pertanyaan}.values())


def read(
    name: str,
    content: bytes,
    *,
    changes: Changes | None = None,
    answers: Mapping[str, str] | None = None,
    tahun: int | None = None,
) -> Reading:
    """Read a file; a bad file gives findings, never an exception. `answers`: see `importing.remembered_answers`.

    Two files are read at a time in the whole process: whoever holds large bytes elsewhere than in memory stands in
    line with `turn` and fetches them when it has come.
    """
    with turn():
        workbook = read_workbook(name, content, load_aturan().katalog)
        return _interpret(workbook, changes or {}, answers or {}, tahun)


def reinterpret(reading: Reading, changes: Changes, answers: Mapping[str, str], tahun: int | None) -> Reading:
    """The same file with the user's columns, answers and year; the bytes are not read again."""
    return _interpret(reading.workbook, changes, answers, tahun)


def _interpret(workbook: Workbook, changes: Changes, answers: Mapping[str, str], tahun: int | None) -> Reading:
    identitas = identify(workbook.sheets)
    if identitas is not None:
        return Reading(workbook.name, workbook.sha256, workbook, (), (), workbook.findings, (), identitas=identitas)
    aturan = load_aturan()
    found, findings = find_tables(workbook, aturan.istilah, aturan.katalog)
    tables = tuple(_corrected(tabel, changes) for tabel in found)
    read_tables = []
    for tabel in tables:
        read_tables.append(read_records(tabel, aturan.istilah, aturan.katalog, aturan.program, answers, tahun))
    return Reading(
        workbook.name,
        workbook.sha256,
        workbook,
        tables,
        tuple(read_tables),
        workbook.findings + findings,
        tuple(bacaan.temuan + validate(bacaan, aturan.katalog) for bacaan in read_tables),
        changes,
        answers,
        tahun,
    )


def _corrected(tabel: Tabel, changes: Changes) -> Tabel:
    mine = changes.get((tabel.lembar, tabel.nomor))
    return with_roles(tabel, mine, load_aturan().istilah) if mine else tabel
