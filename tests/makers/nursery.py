"""A process that has loaded what the application loads, and forks one server after the other from there.

Each server is a process of its own that runs `streamlit run app.py` to the letter; only the two seconds of imports are
shared. The first-start tests and the benchmarks start it from the command line. Other programs that a test wants in a
process of their own (`victims`) are born here, too.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import pkgutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parents[2]
MODULES = (
    "streamlit.web.cli",
    "streamlit.web.bootstrap",
    "pandas",
    "plotly.graph_objects",
    "uvicorn.lifespan.on",
    "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto",
    "anyio._backends._asyncio",
)
POSSIBLE = hasattr(os, "fork")


class Child:
    """A process born here, as `subprocess.Popen` would hold it."""

    def __init__(self, pid: int) -> None:
        self.pid = pid

    def poll(self) -> int | None:
        """None while it lives (whoever ends is reaped by the nursery at once)."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def send_signal(self, number: int) -> None:
        """To the server alone."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, number)

    def kill(self) -> None:
        """At once."""
        self.send_signal(signal.SIGKILL)

    def gone(self, seconds: float) -> bool:
        """Has it ended, at the latest after this time?"""
        end = time.monotonic() + seconds
        while self.poll() is None and time.monotonic() < end:
            time.sleep(0.001)
        return self.poll() is not None


def bear(arguments: list[str], environment: dict[str, str], log: Path) -> Child:
    """`python -m streamlit <arguments>` in the folder of the application."""
    return _born("streamlit", arguments, environment, log)


def start(program: Callable[..., None], *arguments: str, out: Path, **setting: str) -> Child:
    """A function of `victims`, with these settings of the application; what it says goes to `out`."""
    return _born(program.__name__, list(arguments), clean_environment() | setting, out)


def _born(program: str, arguments: list[str], environment: dict[str, str], out: Path) -> Child:
    nursery = _nursery()
    assert nursery.stdin
    assert nursery.stdout
    nursery.stdin.write(json.dumps([program, arguments, environment, str(out)]) + "\n")
    nursery.stdin.flush()
    return Child(int(nursery.stdout.readline()))


def clean_environment() -> dict[str, str]:
    """Ours without settings of the application, and with compiled modules kept: else each server compiles all anew."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STREAMLIT_", "LKJIP_"))}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


@cache
def _nursery() -> subprocess.Popen[str]:
    """Ends when its input does, that is with the tests."""
    command = [sys.executable, "-m", "tests.makers.nursery"]
    return subprocess.Popen(
        command, cwd=ROOT, env=clean_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def _load() -> None:
    """What a server has loaded after its first page."""
    for name in MODULES:
        importlib.import_module(name)
    for package in ("lkjip.domain", "lkjip.services", "lkjip.ui", "lkjip.web", "lkjip.charts"):
        for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
            if module.name != "lkjip.ui.main":  # the script itself
                importlib.import_module(module.name)
    from streamlit.components.v2 import manifest_scanner

    from lkjip.web.warmup import warm_up
    from tests.makers import victims  # noqa: F401

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
    manifest_scanner.scan_component_manifests()  # what every installed package says of itself
    warm_up()


def _become(program: str, arguments: list[str], environment: dict[str, str], out: str) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    heard = os.open(out, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for stream in (1, 2):
        os.dup2(heard, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(environment)
    code: Any = 0
    try:
        _run(program, arguments)
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


def _run(program: str, arguments: list[str]) -> None:
    if program != "streamlit":
        from tests.makers import victims

        getattr(victims, program)(*arguments)
        return
    sys.argv = ["streamlit", *arguments]
    from streamlit.web import cli

    cli.main(prog_name="streamlit")


def main() -> None:
    """Load, then one process for each line that comes in."""
    _load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _become(*json.loads(line))
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
