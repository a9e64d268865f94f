"""Clicks, page changes and cold starts in Chromium against the thinnest Streamlit pages that show as much.

Both sides take turns in one browser. Times are taken inside the page, from the press of mouse or Enter (or the start of
navigation) to the frame in which the script rests, the expected words stand there and every chart is drawn.
"""

from __future__ import annotations

import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from lkjip.config import Config
from lkjip.domain.access import Peran
from lkjip.services import users
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import open_store
from tests.benchmarks.measure import Row
from tests.makers.akun import open_session

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 9
NUMBERS = ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "3.1", "3.2", "4.1", "4.2", "4.3")  # indicators on both sides
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]
WATCH = """
window.state = () => {
  const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')];
  return {
    rests: !!document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]'),
    says: document.querySelector('[data-testid=stMain]')?.textContent ?? '',
    drawn: charts.filter(chart => chart.querySelector('.main-svg .trace')).length,
    pictures: charts.map(chart => chart.textContent).join('|'),
  };
};
window.watch = (start, {text, charts, changes}) => {
  const before = changes ? state().pictures : null;
  const times = {};
  return new Promise(resolve => {
    const look = () => {
      const now = state();
      if (!times.words && now.says.includes(text)) times.words = performance.now() - start;
      if (times.words && now.rests && now.drawn === charts && now.pictures !== before) {
        resolve({...times, all: performance.now() - start});
      } else requestAnimationFrame(look);
    };
    look();
  });
};
window.watchPress = goal => {
  window.measured = new Promise(resolve => {
    const pressed = event => {
      if (event.type === 'keydown' && event.key !== 'Enter') return;
      removeEventListener('pointerdown', pressed, true);
      removeEventListener('keydown', pressed, true);
      resolve(watch(performance.now(), goal));
    };
    addEventListener('pointerdown', pressed, true);
    addEventListener('keydown', pressed, true);
  });
};
"""


@dataclass(frozen=True, slots=True)
class Goal:
    """What stands on the page when a deed has had its effect."""

    text: str
    charts: int
    changes: bool = False

    @property
    def json(self) -> dict[str, Any]:
        return {"text": self.text, "charts": self.charts, "changes": self.changes}


@dataclass(frozen=True, slots=True)
class Side:
    """The application or the floor: where it listens and what its pages say."""

    url: str
    opening: Goal
    capaian: Goal
    anggaran: Goal
    text: tuple[str, Goal]  # the page without charts from which pages are changed: link, what it says
    detail: Callable[[str], str]  # what stands on the page once this option of the list of indicators is chosen
    token: str = "none"  # the login session of an analis; the floor has no accounts


@contextmanager
def server(script: str, folder: Path) -> Iterator[str]:
    """A warm Streamlit server on a free port with its own data folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless=true", f"--server.port={port}"]
    environment = {**os.environ, "LKJIP_DATA": str(folder), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
                break
            except OSError:
                time.sleep(0.25)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def pressed(page: Page, deed: Callable[[], None], goal: Goal) -> float:
    """Milliseconds from the next press of the mouse until the goal stands."""
    page.evaluate("goal => watchPress(goal)", goal.json)
    deed()
    return float(page.evaluate("measured")["all"])


def new_page(browser: Browser, side: Side) -> Page:
    """A browser profile that has never been here, logged in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": "lkjip_sesi", "value": side.token, "url": side.url}])
    page = context.new_page()
    page.add_init_script(WATCH)
    return page


def opened(browser: Browser, side: Side, goal: Goal) -> tuple[float, float]:
    """A browser that has never been here: milliseconds to readable words, and to charts drawn."""
    page = new_page(browser, side)
    page.goto(side.url, wait_until="commit")
    times = page.evaluate("goal => watch(0, goal)", goal.json)
    page.context.close()
    return float(times["words"]), float(times["all"])


def change_page(page: Page, side: Side, name: str, goal: Goal) -> float:
    """From the page without charts to the named one by the menu."""
    link, text = side.text
    sidebar = page.get_by_test_id("stSidebarNav")
    pressed(page, sidebar.get_by_role("link", name=link, exact=True).click, text)
    return pressed(page, sidebar.get_by_role("link", name=name, exact=True).click, goal)


def choose(page: Page, side: Side, number: str) -> float:
    """Another indicator from the list: its figures, its table and one chart change, two charts stay."""
    page.get_by_role("combobox", name="Rincian indikator").focus()
    page.keyboard.type(number)
    option = page.get_by_role("option").first
    option.wait_for()
    goal = Goal(side.detail(option.inner_text()), 3, changes=True)
    return pressed(page, lambda: page.keyboard.press("Enter"), goal)


OURS = {
    "opening": Goal("indikator mencapai target", 1),
    "capaian": Goal("Capaian kinerja", 2),
    "anggaran": Goal("Terserap", 2),
    "text": ("Draf LKjIP", Goal("Kesiapan data", 0)),
    "detail": lambda option: option.split(" ", 1)[1],
}
BARE = {
    "opening": Goal("indikator mencapai target", 1),
    "capaian": Goal("Capaian dasar", 2),
    "anggaran": Goal("Anggaran dasar", 2),
    "text": ("Teks", Goal("halaman tanpa grafik", 0)),
    "detail": lambda option: f"Rincian {option}",
}


Times = list[tuple[float, float]]  # of the application and of the floor, in turns


def in_turns(deed: Callable[[int], float]) -> Times:
    """One round of each to warm up, then `ROUNDS` of each in turns."""
    return [(deed(0), deed(1)) for _ in range(ROUNDS + 1)][1:]


def row(work: str, times: Times, limit: str) -> Row:
    ours, bare = (statistics.median(column) for column in zip(*times, strict=True))
    return Row(work, "bare Streamlit showing as much", ours, bare, limit)


def rows() -> list[Row]:
    """Each deed on both sides."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        environment = {**os.environ, "LKJIP_DATA": str(folder)}
        subprocess.run(
            [sys.executable, "-m", "lkjip", "contoh"], cwd=ROOT, env=environment, check=True, capture_output=True
        )
        store = open_store(Config.from_env({"LKJIP_DATA": str(folder)}))
        analis = next(satu for satu in users.accounts(store, OPERATOR) if satu.pengguna.peran is Peran.ANALIS)
        token = open_session(store, analis.pengguna.id).token
        store.close()
        sides = (
            Side(stack.enter_context(server("app.py", folder)), **OURS, token=token),
            Side(stack.enter_context(server("tests/benchmarks/bare_app.py", folder)), **BARE),
        )
        chromium = stack.enter_context(sync_playwright()).chromium
        browser = chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM)
        stack.callback(browser.close)
        return [*starts(browser, sides), *within(browser, sides)]


def starts(browser: Browser, sides: tuple[Side, Side]) -> list[Row]:
    found = [tuple(opened(browser, side, side.opening) for side in sides) for _ in range(ROUNDS + 1)][1:]
    words, charts = ([(ours[part], bare[part]) for ours, bare in found] for part in (0, 1))
    return [
        row("cold start → readable headline", words, "≤ 1.2 ×, before any chart"),
        row("cold start → first page with its charts", charts, "≤ 1.2 ×"),
    ]


def within(browser: Browser, sides: tuple[Side, Side]) -> list[Row]:
    """Page changes, then clicks on Capaian: with no indicator open, and from one indicator to another."""
    pages = []
    for side in sides:
        page = new_page(browser, side)
        page.goto(side.url, wait_until="commit")
        page.evaluate("goal => watch(0, goal)", side.opening.json)
        pages.append(page)
    anggaran = in_turns(lambda i: change_page(pages[i], sides[i], "Anggaran", sides[i].anggaran))
    capaian = in_turns(lambda i: change_page(pages[i], sides[i], "Capaian", sides[i].capaian))
    numbers = [iter(NUMBERS) for _ in sides]
    clicks = in_turns(lambda i: choose(pages[i], sides[i], next(numbers[i])))
    return [
        row("click: another indicator; 1 of 3 charts changes", clicks, "≤ 1.3 ×"),
        row("page change to Capaian (2 charts, 2 tables)", capaian, "≤ 1.3 ×"),
        row("page change to Anggaran (2 charts, 2 tables)", anggaran, "≤ 1.3 ×"),
    ]
