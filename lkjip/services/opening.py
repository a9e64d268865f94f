"""The store of a configuration, for those who may not know the store itself."""

from __future__ import annotations

from lkjip.store import Store, open_store

__all__ = ["Store", "open_store"]
