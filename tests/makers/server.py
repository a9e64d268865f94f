"""The real application as its own process: `streamlit run app.py` on a free port with its own data folder."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.makers import nursery
from tests.makers.nursery import Child

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Server:
    """A running application: its address and its data folder."""

    url: str
    data: Path
    process: subprocess.Popen[bytes] | Child
    log: Path


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@cache
def _used_ports() -> list[int]:
    return []


def _steady_port() -> int:
    """A port this process had a server on and that is free again, else a new one.

    A browser knows the application by its address: at the same address it need not load and compile it anew.
    """
    for port in _used_ports():
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
    _used_ports().append(free_port())
    return _used_ports()[-1]


def network_address() -> str:
    """The address other machines know this one by; without a network the test is skipped."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing; tells our own address in the network
            address = str(probe.getsockname()[0])
        except OSError:
            address = "127.0.0.1"
    if address.startswith("127."):
        pytest.skip("komputer ini tidak punya alamat jaringan")
    return address


def start_server(
    data: Path, port: int | None = None, *, listen: str = "", plain: bool = False, **setting: str
) -> Server:
    """`streamlit run app.py`, as the README has it, with the data in `data`.

    `listen`: `--server.address`, for other desks; `plain`: from the command line, with imports and all;
    `setting`: LKJIP_ALAMAT and the like.
    """
    port = port or _steady_port()
    data.mkdir(parents=True, exist_ok=True)
    log = data / "server.log"
    environment = nursery.clean_environment() | {"LKJIP_DATA": str(data), **setting}
    arguments = ["run", "app.py", "--server.port", str(port), "--server.headless=true"]
    arguments += ["--server.address", listen] if listen else []
    process: subprocess.Popen[bytes] | Child
    if plain or not nursery.POSSIBLE:
        with log.open("ab") as out:
            command = [sys.executable, "-m", "streamlit", *arguments]
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out)
    else:
        process = nursery.bear(arguments, environment, log)
    server = Server(f"http://127.0.0.1:{port}", data, process, log)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            with urlopen(f"{server.url}/_stcore/health", timeout=1) as answer:
                if answer.status == 200:
                    return server
        except (URLError, OSError):
            assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")
            time.sleep(0.1)
    stop_server(server)
    pytest.fail(f"server tidak siap dalam 60 detik:\n{log.read_text(encoding='utf-8', errors='replace')}")


def stop_server(server: Server) -> None:
    """As `docker stop` and systemd do it: asked first, after ten seconds made to."""
    if server.process.poll() is not None:
        return
    server.process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + 10
    while server.process.poll() is None:
        if time.monotonic() > deadline:
            server.process.kill()
        time.sleep(0.05)
