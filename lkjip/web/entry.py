"""What `app.py` hands to `st.App`: the main script, routes, middleware and lifespan."""

from __future__ import annotations

from pathlib import Path

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit import file_util

from lkjip.web import assets
from lkjip.web.headers import SecurityHeaders
from lkjip.web.local_only import LocalOnly
from lkjip.web.shell import IndonesianShell
from lkjip.web.static_gzip import StaticGzip
from lkjip.web.warmup import lifespan

__all__ = ["MAIN_SCRIPT", "lifespan", "middleware", "routes"]

ROOT = Path(__file__).resolve().parents[2]
# Not beside `pages/`: Streamlit would run pages/x.py by its address without this script (see docs/decisions).
MAIN_SCRIPT = ROOT / "lkjip" / "ui" / "main.py"


def middleware() -> list[Middleware]:
    """From the outside inwards: headers on everything, the gate, compressed assets, the Indonesian page."""
    return [
        Middleware(SecurityHeaders),
        Middleware(LocalOnly),
        Middleware(StaticGzip, folder=Path(file_util.get_static_dir()) / "static"),
        Middleware(IndonesianShell),
    ]


def routes() -> list[Route]:
    """Addresses of our own beside Streamlit's."""
    return assets.routes()
