"""A process that has loaded what the application loads, and forks one server after the other from there.

Each server is a process of its own that runs `streamlit run app.py` to the letter; only the two seconds of imports are
shared. The first-start tests and the benchmarks start it from the command line.
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
    """A server born here, as `subprocess.Popen` would hold it."""

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


def bear(arguments: list[str], environment: dict[str, str], log: Path) -> Child:
    """`python -m streamlit <arguments>` in the folder of the application."""
    nursery = _nursery()
    assert nursery.stdin
    assert nursery.stdout
    nursery.stdin.write(json.dumps([arguments, environment, str(log)]) + "\n")
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

    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
    manifest_scanner.scan_component_manifests()  # what every installed package says of itself
    warm_up()


def _be_server(arguments: list[str], environment: dict[str, str], log: str) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.setsid()
    out = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for stream in (1, 2):
        os.dup2(out, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["streamlit", *arguments]
    from streamlit.web import cli

    code: Any = 0
    try:
        cli.main(prog_name="streamlit")
    except SystemExit as end:
        code = end.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


def main() -> None:
    """Load, then one server for each line that comes in."""
    _load()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _be_server(*json.loads(line))
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
