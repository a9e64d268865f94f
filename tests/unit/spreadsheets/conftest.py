"""The rules every reading test needs."""

from __future__ import annotations

import pytest

from lkjip.domain.aturan import Istilah
from lkjip.domain.finding import Katalog
from lkjip.rules.load import load_aturan


@pytest.fixture(scope="session")
def istilah() -> Istilah:
    return load_aturan().istilah


@pytest.fixture(scope="session")
def katalog() -> Katalog:
    return load_aturan().katalog
