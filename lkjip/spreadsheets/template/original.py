"""What one of our own workbooks was filled with. Only for bytes that we wrote and kept under their SHA-256."""

from __future__ import annotations

from functools import lru_cache

from lkjip.domain.isian_format import IsiFormat
from lkjip.spreadsheets.files.draft import Draft, sheet_from
from lkjip.spreadsheets.files.limits import Limits, Refused
from lkjip.spreadsheets.files.package import Package
from lkjip.spreadsheets.files.xlsx import read_xlsx
from lkjip.spreadsheets.template.locate import prefilled_in


@lru_cache(maxsize=64)
def prefilled_of(content: bytes) -> IsiFormat | None:
    """The content kept inside; None where the bytes are no workbook of ours (never an upload: those are read apart)."""
    limits = Limits()
    draft = Draft(limits)
    try:
        read_xlsx(Package(content, limits), draft)
        data = draft.finish()
    except Refused:
        return None
    return prefilled_in([sheet_from(sheet, data["formats"]) for sheet in data["sheets"]])
