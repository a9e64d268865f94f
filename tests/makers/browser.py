"""Browsers that go from test to test: what one has loaded and compiled of the application stays loaded and compiled.

A browser that is taken is as good as new: no cookie, nothing stored, nothing routed, no listener of another test.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

PATIENCE_MS = 60_000
SCREEN = {"width": 1366, "height": 768}
STILL = "/_stcore/health"  # a word of the same server: at `about:blank` Chromium would drop all it has compiled
LOOK = {"locale": "id-ID", "timezone_id": "Asia/Makassar", "accept_downloads": True}


class Browsers:
    """The Chromium of this process, and its browsers (a context with one page each) that nobody uses now."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium
        self._free: list[Any] = []

    def new_context(self, **look: Any) -> Any:
        """A context of one's own, to be closed by whoever asked for it."""
        return self._chromium.new_context(**(LOOK | {"viewport": SCREEN} | look))

    def take(self) -> Any:
        """The page of a browser nobody has used, or that was given back."""
        page = self._free.pop() if self._free else self.new_context().new_page()
        page.set_viewport_size(SCREEN)
        page.context.set_default_timeout(PATIENCE_MS)
        return page

    def give_back(self, page: Any) -> None:
        """Clean it for the next test; one whose page the test has closed is closed as a whole."""
        context = page.context
        for other in context.pages:
            if other is not page:
                other.close()
        if page.is_closed():
            context.close()
            return
        page.unroute_all()
        if page.url.startswith("http"):
            page.goto(urljoin(page.url, STILL))
            page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        context.clear_cookies()
        self._free.append(page)


class Listener:
    """What a test hears of a page, until it stops listening."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self._heard: list[tuple[str, Callable[[Any], object]]] = []

    def on(self, event: str, hear: Callable[[Any], object]) -> None:
        """As `page.on`."""
        self._page.on(event, hear)
        self._heard.append((event, hear))

    def stop(self) -> None:
        """Hear nothing more."""
        for event, hear in self._heard:
            self._page.remove_listener(event, hear)
