"""Pages run through the real entry, `lkjip/ui/main.py`, on a database of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lkjip.config import Config
from lkjip.domain.kantor import Kantor
from lkjip.services import contoh
from lkjip.services import kantor as kantor_service
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store, open_store

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "lkjip" / "ui" / "main.py"
PATIENCE = 60
Visit = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder for this test, and nothing cached from another."""
    monkeypatch.setenv("LKJIP_DATA", str(tmp_path))
    monkeypatch.delenv("LKJIP_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


@pytest.fixture
def store(own_data: Path) -> Iterator[Store]:
    """The same database as the pages see it."""
    opened = open_store(Config.from_env())
    yield opened
    opened.close()


@pytest.fixture
def demo(store: Store) -> Store:
    """The demo office."""
    contoh.load_demo(store, OPERATOR)
    return store


@pytest.fixture
def kantor_baru(store: Store) -> Store:
    """An office that has just begun: no data yet."""
    kantor_service.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=2025))
    return store


@pytest.fixture
def visit() -> Visit:
    """Open the application, then the named page ("" is Beranda); fails where the page raised."""

    def go(halaman: str = "", **query: str) -> AppTest:
        app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        if halaman and halaman != "beranda":
            app.switch_page(str(ROOT / "pages" / f"{halaman}.py")).run()
        assert not app.exception, [error.value for error in app.exception]
        return app

    return go


def texts(app: AppTest) -> str:
    """Everything a reader can read on the page."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "success", "info", "warning", "error")
    return "\n".join(str(element.value) for kind in kinds for element in getattr(app, kind))
