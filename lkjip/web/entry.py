"""What `app.py` hands to `st.App`: the main script, routes, middleware and lifespan."""

from __future__ import annotations

from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import file_util

from lkjip.config import Config
from lkjip.web import assets, listening, logs, masuk, memory, mulai, ownership, unduh
from lkjip.web.gate import Gate
from lkjip.web.headers import SecurityHeaders
from lkjip.web.incidents import Incidents
from lkjip.web.perimeter import Perimeter
from lkjip.web.shell import IndonesianShell
from lkjip.web.static_gzip import StaticGzip
from lkjip.web.warmup import lifespan

__all__ = ["MAIN_SCRIPT", "lifespan", "middleware", "routes"]

ROOT = Path(__file__).resolve().parents[2]
# Not beside `pages/`: Streamlit would run pages/x.py by its address without this script (see docs/decisions).
MAIN_SCRIPT = ROOT / "lkjip" / "ui" / "main.py"


def middleware() -> list[Middleware]:
    """From the outside inwards: headers on everything, errors, the wall, the gate, assets, the Indonesian page."""
    config = Config.from_env()
    listening.allow_public_address(config)
    ownership.bind_sessions()
    logs.hide_session_ids()
    memory.give_back_large_blocks()
    return [
        Middleware(SecurityHeaders),
        Middleware(Incidents),
        Middleware(Perimeter, alamat=config.alamat),
        Middleware(Gate),
        Middleware(StaticGzip, folder=Path(file_util.get_static_dir()) / "static"),
        Middleware(IndonesianShell),
    ]


def routes() -> list[Route]:
    """Addresses of our own beside Streamlit's."""
    return [*assets.routes(), *masuk.routes(), *mulai.routes(), *unduh.routes()]
