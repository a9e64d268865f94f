"""Browsers that go from test to test: what one has loaded and compiled of the application stays loaded and compiled.

A browser that is taken is as good as new: no cookie, nothing stored, nothing routed, no listener of another test.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from playwright.sync_api import Error

PATIENCE_MS = 60_000
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
PLAIN = "body > main"
STANDING = f"{READY}, {PLAIN}"
SCREEN = {"width": 1366, "height": 768}
STILL = "/_stcore/health"  # a word of the same server: at `about:blank` Chromium would drop all it has compiled
LOOK = {"locale": "id-ID", "timezone_id": "Asia/Makassar", "accept_downloads": True}
# Whether a run of the page's script is still to come, as the page and its server tell each other: a run is asked for
# (BackMsg 11), begins (ForwardMsg 4), ends (6; with status 2 another follows at once). And when it last drew something.
TALK = """(() => {
  const talk = window.lkjipTalk = {asked: false, running: false, leaving: 0, changed: performance.now()};
  const fields = data => {
    const bytes = new Uint8Array(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength), found = {};
    let at = 0;
    const number = () => {
      let value = 0, place = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * place; place *= 128; } while (byte & 128);
      return value;
    };
    while (at < bytes.length) {
      const tag = number(), kind = tag & 7, value = kind === 0 || kind === 2 ? number() : 0;
      found[tag >>> 3] = value;
      at += kind === 2 ? value : kind === 5 ? 4 : kind === 1 ? 8 : 0;
    }
    return found;
  };
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (data) {
    if (!this.heard) {
      this.heard = true;
      this.addEventListener('message', ({data}) => {
        const said = fields(data);
        if (4 in said) Object.assign(talk, {asked: false, running: true});
        if (6 in said) Object.assign(talk, {asked: talk.asked || said[6] === 2, running: false});
      });
      this.addEventListener('close', () => Object.assign(talk, {asked: false, running: false}));
    }
    if (11 in fields(data)) talk.asked = true;
    return send.call(this, data);
  };
  addEventListener('beforeunload', () => { talk.leaving = performance.now(); });
  new MutationObserver(() => { talk.changed = performance.now(); })
    .observe(document, {subtree: true, childList: true, characterData: true, attributes: true});
})()"""
# Done when no run is to come, the page stays, and nothing has changed for a moment (what never rests is let be).
QUIET = """ready => new Promise(done => {
  const talk = window.lkjipTalk, begin = performance.now();
  const look = () => {
    const now = performance.now();
    const leaving = talk.leaving && now - talk.leaving < 2000;
    const idle = document.querySelector(ready) && !talk.asked && !talk.running && !leaving;
    const still = now - Math.max(talk.changed, begin) > 80 || now - begin > 3000;
    idle && still ? done(true) : now - begin > 30000 ? done(false) : setTimeout(look, 20);
  };
  look();
})"""


def settle(page: Any) -> None:
    """Wait until the script has run and what it sent is drawn, or a plain page of our own stands there."""
    for _ in range(5):
        page.wait_for_selector(STANDING, timeout=PATIENCE_MS)
        try:
            if page.evaluate(QUIET, STANDING):
                return
        except Error as moved:  # another document came meanwhile
            if "Execution context was destroyed" not in str(moved):
                raise
    raise AssertionError("the page does not come to rest")


class Browsers:
    """The Chromium of this process, and its browsers (a context with one page each) that nobody uses now."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium
        self._free: list[Any] = []

    def new_context(self, **look: Any) -> Any:
        """A context of one's own, to be closed by whoever asked for it."""
        context = self._chromium.new_context(**(LOOK | {"viewport": SCREEN} | look))
        context.add_init_script(TALK)
        return context

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
