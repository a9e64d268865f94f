"""The data door for the faces of the program: pages and command line open the store here, never in `lkjip.store`."""

from lkjip.store import Store, open_store

__all__ = ["Store", "open_store"]
