"""The database: open, migrate, read, and write one deed in one transaction."""

from lkjip.store.database import open_store
from lkjip.store.deed import Deed
from lkjip.store.engine import Store

__all__ = ["Deed", "Store", "open_store"]
