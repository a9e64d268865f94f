"""Fixtures every test may ask for."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.makers.forked import readers_forked
from tests.makers.statements import share_statements

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


MEMORY = Path("/dev/shm")  # noqa: S108 (Linux; pytest makes its own folder in it, for this user alone)
ROOM = 2 * 1024**3


def _data_in_memory() -> None:
    """Where memory holds files, databases of tests need not wait for the disk; a folder named by the user is kept."""
    named = {"TMPDIR", "PYTEST_DEBUG_TEMPROOT", "LKJIP_UJI_BERAT"} & set(os.environ)
    if not named and MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        os.environ["TMPDIR"] = os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.tempdir = str(MEMORY)


_data_in_memory()
gc.disable()  # five thousand tests stay: walking over them again and again took a sixteenth of the processor time


def pytest_collection_finish() -> None:
    """What has been collected stays to the end; what tests leave is collected, less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)
    gc.enable()


def _folder(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(
            f"folder '../shared/{name}' (data terbuka kantor lain, tidak disalin ke repositori) tidak ada di sini"
        )
    return folder


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Published figures and spreadsheets of real offices, beside the checkout where they are available."""
    return _folder("real-data")


@pytest.fixture(scope="session")
def bad_files() -> Path:
    """Hostile and broken spreadsheets, beside the checkout where they are available."""
    return _folder("bad-files")


@pytest.fixture(scope="session", autouse=True)
def reading_processes_forked() -> Iterator[None]:
    """A file is read apart from the tests, but Python is not started and loaded anew for each."""
    with readers_forked():
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Every test opens a store of its own; what one has compiled need not be compiled again for the next."""
    with pytest.MonkeyPatch.context() as patch:
        share_statements(patch)
        yield
