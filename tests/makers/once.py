"""The same bytes are read once per test process: a reading process costs more than most tests do with its answer.

What is read is frozen, so that sharing it changes nothing. The reading process has its own tests (unit/spreadsheets).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest

from lkjip.services import reading
from lkjip.spreadsheets.cells import Workbook

_KEPT: dict[tuple[str, str], Workbook] = {}
MOST_KEPT = 200_000  # bytes: a larger file is read anew


@pytest.fixture(scope="session", autouse=True)
def each_file_is_read_once() -> Iterator[None]:
    """For the tests of a folder whose conftest imports this."""
    read = reading.read_workbook

    def once(name: str, content: bytes, *more: object) -> Workbook:
        if len(content) > MOST_KEPT:
            return read(name, content, *more)
        key = name, hashlib.sha256(content).hexdigest()
        if key not in _KEPT:
            _KEPT[key] = read(name, content, *more)
        return _KEPT[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_workbook", once)
        yield
