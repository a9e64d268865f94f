"""SQL written once per process: each engine compiles its statements anew, and every test opens an engine of its own."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from sqlalchemy import create_engine

from lkjip.store import engine


class Statements(dict[Any, Any]):
    """What engines of one kind have compiled: SQLAlchemy's key begins with the dialect of one engine."""

    def get(self, key: Any, default: Any = None) -> Any:
        """As of a dict, for the kind of this dialect."""
        return super().get(_of_kind(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_of_kind(key), compiled)


def _of_kind(key: Any) -> Any:
    dialect, *rest = key
    return (dialect.name, dialect.driver, *rest)


def share_statements(patch: pytest.MonkeyPatch) -> None:
    """From now on the stores of this process share what they have compiled."""
    shared = partial(create_engine, execution_options={"compiled_cache": Statements()})
    patch.setattr(engine, "create_engine", shared)
