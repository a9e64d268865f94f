"""Pages run through the real entry, `lkjip/ui/main.py`, on a database of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lkjip.config import Config
from lkjip.domain.access import PERAN_AKUN, Peran
from lkjip.domain.kantor import Kantor
from lkjip.services import accounts, contoh, users
from lkjip.services import kantor as kantor_service
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store, shared_store
from lkjip.services.seksi import add_seksi
from lkjip.store import pengguna
from lkjip.ui import context

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "lkjip" / "ui" / "main.py"
PATIENCE = 60
Visit = Callable[..., AppTest]
Login = Callable[[Peran | None], str | None]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder for this test, and nothing cached from another."""
    monkeypatch.setenv("LKJIP_DATA", str(tmp_path))
    monkeypatch.delenv("LKJIP_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


@pytest.fixture
def store(own_data: Path) -> Store:
    """The same database as the pages see it."""
    return shared_store(Config.from_env())


@pytest.fixture
def demo(store: Store, login: Login) -> Store:
    """The demo office, with its analis at the screen."""
    contoh.load_demo(store, OPERATOR)
    login(Peran.ANALIS)
    return store


@pytest.fixture
def kantor_baru(store: Store, login: Login) -> Store:
    """An office that has just begun, without data, with one account a role and its analis at the screen."""
    kantor_service.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=2025))
    add_accounts(store)
    login(Peran.ANALIS)
    return store


def add_accounts(store: Store) -> None:
    """One account for each role; the section one is bound to 'Seksi Uji'."""
    seksi = add_seksi(store, OPERATOR, "Seksi Uji")
    for peran in PERAN_AKUN:
        home = seksi if peran is Peran.SEKSI else None
        users.create(store, OPERATOR, f"uji.{peran.value}", f"Uji {peran.value} (CONTOH)", peran, seksi=home)
    with store.deed(OPERATOR, "uji") as deed:
        for satu in pengguna.load_pengguna(deed.connection):
            pengguna.change_pengguna(deed, satu.id, satu.versi, {"harus_ganti": False})


@pytest.fixture
def login(store: Store, monkeypatch: pytest.MonkeyPatch) -> Login:
    """Sit down as somebody: AppTest has no browser, so the cookie is handed to the pages."""

    def sit(peran: Peran | None) -> str | None:
        token = None if peran is None else session_of(store, peran)
        monkeypatch.setattr(context, "session_token", lambda: token)
        return token

    monkeypatch.setattr(context, "session_token", lambda: None)
    return sit


def session_of(store: Store, peran: Peran) -> str:
    """A fresh login session of the account with this role."""
    with store.deed(OPERATOR, "uji") as deed:
        owner = next(satu for satu in pengguna.load_pengguna(deed.connection) if satu.peran is peran)
        return accounts.open_session(deed, owner, "127.0.0.1").token


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
