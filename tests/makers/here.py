"""Files read in this process, for what is not about the reading process: starting one costs more than reading."""

from __future__ import annotations

import gc
import json
from typing import Any

from lkjip.rules import load_aturan
from lkjip.services import importing
from lkjip.services.reading import Reading
from lkjip.spreadsheets.files import child
from lkjip.spreadsheets.files.limits import Limits
from lkjip.spreadsheets.files.process import Readers
from lkjip.spreadsheets.files.read import read_workbook


class Here(Readers):
    """What the child process does, in this process: the same reader without collector, its answer through JSON."""

    def read(self, kind: str, content: bytes, limits: Limits) -> dict[str, Any]:
        gc.disable()
        try:
            draft = json.dumps(child.read(kind, content, limits), separators=(",", ":")).encode("ascii")
        finally:
            gc.enable()
        result: dict[str, Any] = json.loads(draft)
        return result


def read_here(name: str, content: bytes, tahun: int | None = None) -> Reading:
    """The whole path without starting a process: cells, tables, records, verdicts, findings."""
    workbook = read_workbook(name, content, load_aturan().katalog, readers=Here())
    nothing = Reading(workbook.name, workbook.sha256, workbook, (), (), (), ())
    return importing.reinterpret(nothing, {}, {}, tahun)
