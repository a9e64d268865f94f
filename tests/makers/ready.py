"""Ready databases to copy: migrated, and filled, once per process instead of once per test.

What is made once is what `open_store` itself makes; tests of opening and migrating begin without it.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from sqlalchemy.engine import make_url

from lkjip.config import Config
from lkjip.services import contoh
from lkjip.services.actor import OPERATOR
from lkjip.store import Store, open_store

Fill = Callable[[Store], object]


def nothing(_store: Store) -> None:
    """A database nobody has used yet."""


def demo_office(store: Store) -> None:
    """The demo office, as the first start loads it."""
    contoh.load_demo(store, OPERATOR)


def lay(config: Config, fill: Fill = nothing) -> None:
    """Put a database with what `fill` writes where this configuration has its SQLite file."""
    path = Path(make_url(config.database_url).database or "")
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_made(fill), path)


def opened(config: Config, fill: Fill = nothing) -> Store:
    """A store with what `fill` writes, in a SQLite file that does not exist yet."""
    lay(config, fill)
    return open_store(config)


@cache
def _folder() -> Path:
    folder = tempfile.mkdtemp(prefix="lkjip-uji-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@cache
def _made(fill: Fill) -> Path:
    path = _folder() / f"{fill.__module__}.{fill.__qualname__}.db"
    if fill is not nothing:
        shutil.copyfile(_made(nothing), path)
    store = open_store(Config(_folder(), f"sqlite:///{path}"))
    fill(store)
    store.close()
    rest = [other.name for other in _folder().glob(f"{path.name}-*")]
    assert rest == [], "copying the file alone would lose what lies beside it"
    return path
