"""Pages run through the real entry, `lkjip/ui/main.py`, on a database of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from lkjip.config import Config
from lkjip.domain.access import PERAN_AKUN, Peran
from lkjip.domain.kantor import Kantor
from lkjip.services import kantor as kantor_service
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.opening import Store, shared_store
from lkjip.services.seksi import add_seksi
from lkjip.store import pengguna
from lkjip.ui import context
from tests.makers import akun, ready
from tests.makers.once import each_file_is_read_once  # noqa: F401 (a fixture)
from tests.makers.ready import demo_office

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "lkjip" / "ui" / "main.py"
PATIENCE = 60
PENGUJI = Actor("Penguji", Peran.ANALIS)  # looks at the outcome with an analyst's eyes, without a session
Visit = Callable[..., AppTest]
Login = Callable[[Peran | None], str | None]
Seat = Callable[[str | None], None]


@pytest.fixture(scope="session", autouse=True)
def scan_packages_once() -> Iterator[None]:
    """Streamlit reads what every installed package says of itself for each AppTest (0.5 s); a server does it once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty data folder for this test, and nothing cached from another."""
    monkeypatch.setenv("LKJIP_DATA", str(tmp_path))
    monkeypatch.delenv("LKJIP_DATABASE_URL", raising=False)
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


@pytest.fixture
def store(own_data: Path, request: pytest.FixtureRequest) -> Store:
    """The same database as the pages see it, with what the test's module (or else this one) fills it with."""
    of_module: dict[str, ready.Fill] = getattr(request.module, "FILLINGS", {})
    wanted = [fill for name, fill in [*of_module.items(), *FILLINGS.items()] if name in request.fixturenames]
    config = Config.from_env()
    ready.lay(config, wanted[0] if wanted else ready.nothing)
    return shared_store(config)


@pytest.fixture
def demo(store: Store, login: Login) -> Store:
    """The demo office, with its analis at the screen."""
    login(Peran.ANALIS)
    return store


@pytest.fixture
def kantor_baru(store: Store, login: Login) -> Store:
    """An office that has just begun, without data, with one account a role and its analis at the screen."""
    login(Peran.ANALIS)
    return store


def add_accounts(store: Store) -> None:
    """One account for each role; the section one is bound to 'Seksi Uji'."""
    seksi = add_seksi(store, OPERATOR, "Seksi Uji")
    for peran in PERAN_AKUN:
        home = seksi if peran is Peran.SEKSI else None
        akun.add_account(store, f"uji.{peran.value}", f"Uji {peran.value} (CONTOH)", peran, home)


def begun_office(store: Store) -> None:
    kantor_service.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=2025))
    add_accounts(store)


FILLINGS: dict[str, ready.Fill] = {"demo": demo_office, "kantor_baru": begun_office}


@pytest.fixture
def seat(store: Store, monkeypatch: pytest.MonkeyPatch) -> Seat:
    """Sit down with a token: AppTest has no browser, so the cookie is handed to the pages."""

    def sit(token: str | None) -> None:
        monkeypatch.setattr(context, "session_token", lambda: token)

    sit(None)
    return sit


@pytest.fixture
def login(store: Store, seat: Seat) -> Login:
    """Sit down with a fresh session of the account with this role (or of nobody)."""

    def sit(peran: Peran | None) -> str | None:
        token = None if peran is None else session_of(store, peran)
        seat(token)
        return token

    return sit


def session_of(store: Store, peran: Peran) -> str:
    """A fresh login session of the first account with this role."""
    with store.read() as connection:
        owner = next(satu for satu in pengguna.load_pengguna(connection) if satu.peran is peran)
    return akun.open_session(store, owner.id).token


@pytest.fixture
def visit() -> Visit:
    """Open the application at the named page ("" is Beranda), as its address does; fails where the page raised."""

    def go(halaman: str = "", **query: str) -> AppTest:
        app = AppTest.from_file(str(MAIN), default_timeout=PATIENCE)
        for name, value in query.items():
            app.query_params[name] = value
        if halaman and halaman != "beranda":
            app.switch_page(str(ROOT / "pages" / f"{halaman}.py"))
        app.run()
        assert not app.exception, [error.value for error in app.exception]
        return app

    return go


def open_part(app: AppTest, nama: str, key: str = "bagian") -> AppTest:
    """Click on the tab of this name; the parts that were open before stay drawn."""
    app.session_state[key] = nama
    app.query_params[key] = nama  # the browser writes it into the address
    return app.run()


def texts(app: AppTest) -> str:
    """Everything a reader can read on the page."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "success", "info", "warning", "error")
    return "\n".join(str(element.value) for kind in kinds for element in getattr(app, kind))
