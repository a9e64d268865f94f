"""A visitor without a browser: logs in by the HTML form, speaks Streamlit's websocket, sends what no browser would."""

from __future__ import annotations

import re
import socket
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.makers.akun import SANDI

SESI = "lkjip_sesi"
PATIENCE = 60.0  # seconds, on a busy machine
FINISHED = (0, 1, 3)  # ForwardMsg.script_finished: well, not compiled, a fragment; 2 (for a rerun) goes on
HTML = {"Accept": "text/html"}
Widgets = Mapping[str, tuple[str, Any]]  # id -> (field of WidgetState, value)


class Visit:
    """One browser profile: its cookies."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = requests.Session()

    def get(self, path: str, **headers: str) -> requests.Response:
        """One GET as it is written (`path` is not tidied up), redirects not followed."""
        return self.ask("GET", path, headers=headers)

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        """Any request, redirects not followed."""
        prepared = self.http.prepare_request(requests.Request(method, self.url + "/", **more))
        prepared.url = self.url + path
        return self.http.send(prepared, allow_redirects=False, timeout=PATIENCE)

    def post(self, path: str, fields: Mapping[str, str], page: str = "") -> requests.Response:
        """Send a form with the token that its page (`page`, else the same address) gave this browser."""
        written = re.search(r'name="formulir" value="([^"]*)"', self.get(page or path, **HTML).text)
        token = written[1] if written else self.http.cookies.get("lkjip_formulir", default="") or ""
        return self.ask("POST", path, data={"formulir": token, **fields}, headers=HTML)

    def log_in(self, pengguna: str, sandi: str = SANDI) -> requests.Response:
        """The login form."""
        return self.post("/masuk", {"pengguna": pengguna, "sandi": sandi})

    @property
    def token(self) -> str:
        """What the cookie of the login session says."""
        return self.http.cookies.get(SESI, default="") or ""

    def tab(self, *, session_id: str = "", **headers: str) -> Tab:
        """A new tab: a websocket of its own; `session_id`: present this Streamlit session as one's own."""
        return Tab(self, session_id=session_id, headers=headers)

    def upload(self, session_id: str, file_id: str, name: str, content: bytes, method: str = "PUT") -> int:
        """Status of an upload into this Streamlit session."""
        self.get("/_stcore/health")  # gives the XSRF cookie
        headers = {"X-Xsrftoken": self.http.cookies.get("_streamlit_xsrf", default="") or ""}
        files = {"file": (name, content, "application/octet-stream")}
        address = f"/_stcore/upload_file/{session_id}/{file_id}"
        return self.ask(method, address, headers=headers, files=files).status_code


@dataclass
class Tab:
    """One websocket and what the last run of the script has sent."""

    visit: Visit
    session_id: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    page_hash: str = ""
    patience: float = PATIENCE
    messages: list[ForwardMsg] = field(default_factory=list)
    passed: list[ForwardMsg] = field(default_factory=list)  # also of runs that only ended to begin anew
    here: str = ""  # hash of the page that was run
    pages: dict[str, str] = field(default_factory=dict)  # address -> hash
    _known: dict[str, ForwardMsg] = field(default_factory=dict)
    _socket: ClientConnection | None = None

    def __enter__(self) -> Tab:
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.visit.http.cookies)
        wanted = ["streamlit", self.visit.http.cookies.get("_streamlit_xsrf", default="") or "x"]
        wanted += [self.session_id] if self.session_id else []
        url = urlsplit(self.visit.url)
        headers = {**({"Cookie": cookies} if cookies else {}), **self.headers}
        self._socket = connect(
            f"ws://{headers.pop('Host', url.netloc)}/_stcore/stream",
            sock=socket.create_connection((url.hostname or "", url.port or 80), PATIENCE),
            subprotocols=[Subprotocol(name) for name in wanted],
            additional_headers=headers,
            max_size=None,
            open_timeout=PATIENCE,
            ping_interval=None,
            proxy=None,
        )
        return self

    def __exit__(self, *_: object) -> None:
        if self._socket is not None:
            self._socket.close()

    def run(
        self,
        page: str = "",
        widgets: Widgets | None = None,
        *,
        page_hash: str = "",
        query: str = "",
        fragment: str = "",
    ) -> Tab:
        """Run the script for a page (by address or by hash) with these widget states, and take what it sends."""
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_name, rerun.page_script_hash = query, page, page_hash
        rerun.fragment_id = fragment
        for key, (kind, value) in (widgets or {}).items():
            state = rerun.widget_states.widgets.add()
            state.id = key
            _fill(state, kind, value)
        assert self._socket is not None
        self._socket.send(message.SerializeToString())
        self.messages = self._take()
        return self

    def _take(self) -> list[ForwardMsg]:
        assert self._socket is not None
        taken: list[ForwardMsg] = []
        self.passed = []
        end = time.monotonic() + self.patience
        while True:
            message = ForwardMsg()
            received = self._socket.recv(timeout=max(0.0, end - time.monotonic()))
            assert isinstance(received, bytes)
            message.ParseFromString(received)
            if message.WhichOneof("type") == "ref_hash":
                message = self._known[message.ref_hash]
            elif message.hash:
                self._known[message.hash] = message
            kind = message.WhichOneof("type")
            self.passed.append(message)
            if kind == "new_session":
                taken.clear()
            taken.append(message)
            if kind == "new_session":
                self.session_id = message.new_session.initialize.session_id or self.session_id
                self.page_hash = message.new_session.page_script_hash
            if kind == "navigation":
                self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
                self.here = message.navigation.page_script_hash or self.here
            if kind == "script_finished" and message.script_finished in FINISHED:
                return taken

    def drop(self, *files: tuple[str, bytes], label: str = "Berkas tabel") -> Tab:
        """Drop files (name, content) into the uploader of the page, and wait until they have been read."""
        sent = []
        for name, content in files:
            file_id = str(uuid.uuid4())
            status = self.visit.upload(self.session_id, file_id, name, content)
            assert status == 204, f"'{name}' tidak diterima: {status}"
            sent.append((self.session_id, file_id, name, len(content)))
        box = self.widget("file_uploader", label)
        return self.run(widgets={box.id: ("file_uploader_state_value", sent)}, page_hash=self.here)

    def press(self, label: str) -> Tab:
        """Press the button with these words."""
        button = self.widget("button", label)
        return self.run(widgets={button.id: ("trigger_value", True)}, page_hash=self.here)

    def elements(self) -> list[tuple[str, Any]]:
        """What the script has drawn: kind and message of each element, in order."""
        found = []
        for message in self.messages:
            if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                kind = element.WhichOneof("type")
                found.append((kind, getattr(element, kind)))
        return found

    def text(self) -> str:
        """Every word of the run: elements, dialogs, labels; for "this stands nowhere"."""
        return "\n".join(str(message) for message in self.messages if message.WhichOneof("type") == "delta")

    def says(self) -> str:
        """The sentences of the page: markdown, alerts, headings."""
        return "\n".join(
            str(getattr(element, "body", "")) for kind, element in self.elements() if hasattr(element, "body")
        )

    def widget(self, kind: str, label: str) -> Any:
        """The element of this kind whose label (or key) has these words."""
        for found, element in self.elements():
            if found == kind and (label in getattr(element, "label", "") or label in getattr(element, "id", "")):
                return element
        raise AssertionError(f"tidak ada {kind} '{label}': {[k for k, _ in self.elements()]}")

    def buttons(self, label: str) -> list[Any]:
        """Every button with exactly these words."""
        return [element for kind, element in self.elements() if kind == "button" and element.label == label]

    def ids(self) -> dict[str, str]:
        """Every widget of the run: id -> kind."""
        found = {element.id: kind for kind, element in self.elements() if getattr(element, "id", "")}
        return found | {key: "tab_container" for key in (self.parts_id(),) if key}

    def parts_id(self) -> str:
        """The widget of the parts (tabs) of the page; "" where it has none."""
        blocks = [
            message.delta.add_block
            for message in self.messages
            if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "add_block"
        ]
        return next((block.tab_container.id for block in blocks if block.tab_container.id), "")

    def open_part(self, page: str, name: str) -> Tab:
        """Click on a part of this page."""
        return self.run(page, {self.parts_id(): ("string_value", name)})


def _fill(state: Any, kind: str, value: Any) -> None:
    if kind in ("string_array_value", "double_array_value", "int_array_value"):
        getattr(state, kind).data.extend(value)
    elif kind == "string_trigger_value":
        state.string_trigger_value.data = value
    elif kind == "file_uploader_state_value":
        for session_id, file_id, name, size in value:
            info = state.file_uploader_state_value.uploaded_file_info.add()
            address = f"/_stcore/upload_file/{session_id}/{file_id}"
            info.file_id, info.name, info.size = file_id, name, size
            info.file_urls.file_id, info.file_urls.upload_url, info.file_urls.delete_url = file_id, address, address
    else:
        setattr(state, kind, value)
