"""The store of a configuration, for those who may not know the store itself."""

from __future__ import annotations

from functools import lru_cache

from lkjip.config import Config
from lkjip.store import Store, open_store

__all__ = ["Store", "open_store", "shared_store"]


@lru_cache(maxsize=4)
def shared_store(config: Config) -> Store:
    """The one open store of this process for a configuration (connections are taken per operation).

    Pages and gate share it; a failure to open is not remembered.
    """
    return open_store(config)
