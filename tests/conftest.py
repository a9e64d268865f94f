"""Fixtures every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


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
