"""The real server on a free port with its own data folder, and a real Chromium.

Where there is no Chromium the tests are skipped with a reason; in CI (CI=true) that is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.domain.kantor import Kantor
from lkjip.services import kantor
from lkjip.services.actor import OPERATOR
from lkjip.store import Store, open_store, pengguna
from lkjip.web.cookies import SESI
from tests.makers import ready
from tests.makers.akun import SANDI, add_account, open_session
from tests.makers.browser import PATIENCE_MS, READY, STANDING, Browsers, Listener, settle
from tests.makers.invariants import contents
from tests.makers.ready import demo_office
from tests.makers.server import ROOT, Server, free_port, start_server, stop_server

__all__ = ["ROOT", "Server", "free_port", "start_server", "stop_server"]
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # another tab of a browser knows what the first has loaded and compiled
)
PAGES = {"" if page.stem == "beranda" else page.stem for page in (ROOT / "pages").glob("*.py")}
# As the browser's own back button: the address first, then the page that stands there. Done when its run has begun.
GO_INSIDE = """path => new Promise(done => {
  const app = document.querySelector('[data-testid=stApp]');
  const end = moved => { watch.disconnect(); done(moved); };
  const watch = new MutationObserver(() => app.dataset.testScriptState === 'notRunning' || end(true));
  watch.observe(app, {attributes: true, attributeFilter: ['data-test-script-state']});
  history.pushState({}, '', path);
  dispatchEvent(new PopStateEvent('popstate', {state: {}}));
  setTimeout(() => end(false), 5000);
})"""


def _chromium() -> str | None:
    candidates = (os.environ.get("LKJIP_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in candidates if name and (found := shutil.which(name))), None)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browsers]:
    """The browsers of this process."""
    path = _chromium()
    if path is None:
        reason = "Chromium tidak ada di komputer ini (pasang paket 'chromium', atau isi LKJIP_CHROMIUM)"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}; di CI uji peramban wajib berjalan")
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield Browsers(browser)
        browser.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server that nobody has used yet."""
    running = start_server(tmp_path / "data", plain=True)
    yield running
    stop_server(running)


@dataclass
class Visitor:
    """A browser page with what went past it: requests to other hosts, script errors, blocked contents."""

    page: Any
    server: Server
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    _loaded: bool = False  # the application stands open with the cookie of now

    def begin_office(self, nama: str, kabupaten: str, tahun: str = "2025", camat: str = "") -> None:
        """The first start, as the page offers it: the office, and its admin `agus`, who is then logged in."""
        self.open()
        page = self.page
        fields = {"Nama kantor": nama, "Kabupaten atau kota": kabupaten, "Tahun laporan": tahun,
                  "Nama Camat (boleh diisi nanti)": camat, "Nama lengkap Anda": "Agus Contoh", "Nama pengguna": "agus",
                  "Kata sandi": SANDI, "Ulangi kata sandi": SANDI}  # fmt: skip
        for label, isi in fields.items():
            page.get_by_label(label, exact=True).fill(isi)
        self.click("button", "Mulai untuk kantor ini")

    def log_in(self, pengguna: str, sandi: str = SANDI) -> None:
        """Log in through the page, whoever was logged in before."""
        self.open("/auth/logout")
        self.page.get_by_label("Nama pengguna").fill(pengguna)
        self.page.get_by_label("Kata sandi").fill(sandi)
        self.click("button", "Masuk")

    def work_as_analis(self) -> None:
        """An account for an analis, and log in with it."""
        store = open_store(database(self.server.data))
        add_account(store, "siti", "Siti Contoh", Peran.ANALIS)
        store.close()
        self.log_in("siti")

    def sit_as(self, peran: Peran) -> None:
        """A session of this browser's own for the first account of this role, as a login leaves it."""
        store = open_store(database(self.server.data))
        with store.read() as connection:
            keys = [satu.id for satu in pengguna.load_pengguna(connection) if satu.peran is peran]
        token = open_session(store, keys[0]).token
        store.close()
        cookie = {"name": SESI, "value": token, "url": self.server.url, "httpOnly": True, "sameSite": "Lax"}
        self.page.context.add_cookies([cookie])
        self._loaded = False

    def open(self, path: str = "/", *, fresh: bool = False) -> None:
        """Go to an address: inside the application, as its menu does, where it stands open; else, or `fresh`, load it.

        Loading takes the browser four times as long.
        """
        if fresh or not self._go_inside(path):
            self.page.goto(self.server.url + path)
            self._loaded = True
        self.settle()

    def _go_inside(self, path: str) -> bool:
        """False where the address is none of its pages or says more than the page, or another session began."""
        here = urlsplit(self.page.url.removeprefix(self.server.url)).path
        between = {here.strip("/"), path.strip("/")}  # with `?...` it is none of them
        if not self._loaded or len(between) < 2 or not between <= PAGES or not self.page.locator(READY).count():
            return False
        return bool(self.page.evaluate(GO_INSIDE, path))

    def settle(self) -> None:
        """Wait until the script has run and what it sent is drawn, or a plain page of our own stands there."""
        settle(self.page)

    def click(self, role: str, name: str) -> None:
        self.page.get_by_role(role, name=name, exact=True).click()
        self.settle()

    def see(self, text: str) -> None:
        """Wait until this text stands on the page, and all that is drawn with it: a click meanwhile may be lost."""
        self.page.get_by_text(text).first.wait_for(timeout=PATIENCE_MS)
        self.page.wait_for_selector(STANDING, timeout=PATIENCE_MS)

    def text(self) -> str:
        return str(self.page.evaluate("document.body.innerText"))


def database(data: Path) -> Config:
    """Where the server of this folder has its database."""
    return Config(data, f"sqlite:///{data / 'lkjip.db'}")


def own_office(store: Store) -> None:
    """An office of one's own without data, with its analis `siti` and its admin `agus`."""
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=2025))
    add_account(store, "agus", "Agus Contoh", Peran.ADMIN)
    add_account(store, "siti", "Siti Contoh", Peran.ANALIS)


@pytest.fixture(scope="package")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server with the demo office for every test that only looks: nothing in it has changed in the end."""
    data = tmp_path_factory.mktemp("contoh")
    ready.lay(database(data), demo_office)
    store = open_store(database(data))
    before = contents(store)
    running = start_server(data)
    yield running
    stop_server(running)
    after = contents(store)
    store.close()
    changed = sorted(name for name in after if after[name] != before[name])
    assert changed == [], "a test changed the office all others look at: let it ask for `own_demo`"


@pytest.fixture
def demo(chromium: Browsers, demo_server: Server) -> Iterator[Visitor]:
    """A browser of the demo's analis, with a session of its own, which has not opened a page yet."""
    for visitor in visit(chromium, demo_server):
        visitor.sit_as(Peran.ANALIS)
        yield visitor


Furnish = Callable[[ready.Fill], Visitor]


@pytest.fixture
def furnish(chromium: Browsers, tmp_path: Path) -> Iterator[Furnish]:
    """A server of the test's own on the office that a function fills, and a browser of its analis."""
    open_now: list[tuple[Server, Iterator[Visitor]]] = []

    def begin(fill: ready.Fill) -> Visitor:
        data = tmp_path / f"kantor{len(open_now)}"
        ready.lay(database(data), fill)
        running = start_server(data)
        browser = visit(chromium, running)
        open_now.append((running, browser))
        visitor = next(browser)
        visitor.sit_as(Peran.ANALIS)
        return visitor

    yield begin
    try:
        for _, browser in open_now:
            next(browser, None)  # closes it, and complains of what went past it
    finally:
        for running, _ in open_now:
            stop_server(running)


@pytest.fixture
def own_demo(furnish: Furnish) -> Visitor:
    """The analis of a demo office that the test may change."""
    return furnish(demo_office)


@pytest.fixture
def analis(furnish: Furnish) -> Visitor:
    """The analis of an office without data that the test may change."""
    return furnish(own_office)


@pytest.fixture
def visitor(chromium: Browsers, server: Server) -> Iterator[Visitor]:
    """A visitor of the fresh server; the test fails where a page asked another host for anything."""
    yield from visit(chromium, server)


def visit(chromium: Browsers, server: Server) -> Iterator[Visitor]:
    """A browser in front of this server; fails where a page asked another host for anything, or stumbled."""
    own = server.url.startswith("https")  # a certificate that the test signed itself
    page = chromium.new_context(ignore_https_errors=True).new_page() if own else chromium.take()
    visitor = Visitor(page, server)
    local = (server.url, server.url.replace("http", "ws", 1), "data:", "blob:")
    heard = Listener(page)
    heard.on("request", lambda request: None if request.url.startswith(local) else visitor.foreign.append(request.url))
    heard.on("pageerror", lambda error: visitor.errors.append(str(error)))
    heard.on(
        "console", lambda message: visitor.errors.append(message.text) if "Content Security" in message.text else 0
    )
    yield visitor
    heard.stop()
    if own:
        page.context.close()
    else:
        chromium.give_back(page)
    assert visitor.foreign == [], "halaman meminta sesuatu dari luar komputer ini"
    assert visitor.errors == []
