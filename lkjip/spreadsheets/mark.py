"""A returned workbook with its findings in it: cells marked, comments added, a first sheet Temuan. Never in-process.

The work is done in the limited reading process: the file is somebody else's.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from lkjip.domain.finding import Finding, sorted_findings
from lkjip.errors import RefusedError
from lkjip.spreadsheets.files.inspect import identify, shown_name
from lkjip.spreadsheets.files.limits import Limits, Refused
from lkjip.spreadsheets.files.process import READERS, Readers

__all__ = ["mark_workbook", "marked_name"]


def mark_workbook(
    name: str,
    content: bytes,
    findings: Sequence[Finding],
    label: Mapping[str, tuple[str, ...]] | None = None,
    readers: Readers = READERS,
) -> bytes:
    """The same workbook as .xlsx with every finding at its cell and listed on the sheet Temuan, errors first.

    An .xlsx keeps its sheets, validations, protection and hidden identity, so that it can be mended and sent again. Of
    another kind a new .xlsx is made from the cells: of a section workbook with all its locks (`label`: the ordered
    labels of its drop-downs), of anything else with bare values. `RefusedError` where the file cannot be marked.
    """
    limits = Limits(written_bytes=Limits().unpacked_bytes)
    marks = [asdict(satu) for satu in sorted_findings(tuple(findings))]
    try:
        result = readers.mark(identify(content, limits), content, limits, {"marks": marks, "label": label or {}})
    except Refused as refused:
        raise RefusedError(
            f"Berkas '{shown_name(name)}' tidak dapat ditandai ({refused.kode.replace('_', ' ')}). "
            "Pakai daftar temuan di layar untuk memperbaikinya."
        ) from refused
    return base64.b64decode(result["content"])


def marked_name(name: str) -> str:
    """The name under which the marked workbook goes back: "isian (ditandai).xlsx"."""
    stem = re.sub(r"\.[A-Za-z0-9]{2,5}$", "", name) or "berkas"
    return f"{stem.removesuffix(' (ditandai)')} (ditandai).xlsx"
