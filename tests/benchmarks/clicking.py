"""Click and page change in Chromium against the thinnest Streamlit page with the same figures."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.measure import Row

ROOT = Path(__file__).resolve().parents[2]
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync", "--no-first-run"]

BARE = '''
import streamlit as st
import plotly.graph_objects as go

def chart(name, values):
    figure = go.Figure(go.Bar(x=values, y=[f"Indikator {i}" for i in range(len(values))], orientation="h"))
    st.plotly_chart(figure, key=name, config={"displayModeBar": False})

def first():
    st.write("halaman pertama")

def second():
    choice = st.selectbox("Pilih", ["semua", "separuh"], key="pilih")
    chart("a", list(range(12)) if choice == "semua" else list(range(6)))
    chart("b", [3, 1, 2, 4])
    st.dataframe({"indikator": [f"Indikator {i}" for i in range(12)], "capaian": list(range(12))})

st.navigation([st.Page(first, title="Pertama", default=True), st.Page(second, title="Kedua", url_path="kedua")]).run()
'''


@contextmanager
def server(script: Path, folder: Path) -> Iterator[str]:
    """A Streamlit server on a free port with its own data folder."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.headless=true", f"--server.port={port}"]
    environment = {**os.environ, "LKJIP_DATA": str(folder)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
                break
            except OSError:
                time.sleep(0.5)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


def timed(page: Page, deed: object, shows: str) -> float:
    """Milliseconds from the deed until what it leads to stands on the page and the script rests."""
    start = time.perf_counter()
    deed()  # type: ignore[operator]
    page.locator(shows).first.wait_for()
    page.wait_for_selector(DONE)
    return (time.perf_counter() - start) * 1000


def page_changes(page: Page, first: tuple[str, str], second: tuple[str, str], rounds: int = 7) -> float:
    """Median of going to `second` (link name, selector of what it shows) from `first` inside the app."""
    times = []
    for _ in range(rounds):
        timed(page, page.get_by_role("link", name=first[0]).first.click, first[1])
        times.append(timed(page, page.get_by_role("link", name=second[0]).first.click, second[1]))
    return statistics.median(times)


def selections(page: Page, options: tuple[str, str], rounds: int = 7) -> float:
    """Median of choosing the other option in the page's first select box until the script rests."""
    times = []
    for number in range(rounds):
        box = page.get_by_test_id("stSelectbox").first
        box.locator("input").click()
        option = page.get_by_role("option").nth(number % 2 if options == ("", "") else 0)
        start = time.perf_counter()
        option.click()
        page.wait_for_timeout(20)
        page.wait_for_selector(DONE)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)
