"""Whose Streamlit session is it? Its id is worth nothing in the hands of another login.

Streamlit gives a session to whoever presents its id as third websocket subprotocol, also while its owner is connected,
and takes uploads for whoever names it in the address. It only compares what it was told about the user. So the gate
tells it: a header that nobody can send from outside, named to Streamlit as identity of the user.
"""

from __future__ import annotations

from starlette.types import Scope
from streamlit import config as streamlit_config
from streamlit import runtime

HEADER = "x-lkjip-sesi"


def bind_sessions() -> None:
    """Let Streamlit compare the login whenever a session id is presented; another login gets a new session."""
    streamlit_config.set_option("server.trustedUserHeaders", {HEADER: "sesi"})


def with_owner(scope: Scope, sesi: str) -> Scope:
    """The request with the seal of its login; what was sent under that name is thrown away."""
    headers = [pair for pair in scope["headers"] if pair[0].lower() != HEADER.encode()]
    return {**scope, "headers": [*headers, (HEADER.encode(), sesi.encode())]}


def owner_of(session_id: str) -> str | None:
    """The seal of the login to which this connected Streamlit session belongs; None: there is no such session."""
    if not runtime.exists():
        return None
    client = runtime.get_instance().get_client(session_id)
    context = client.client_context if client is not None else None
    return dict(context.headers).get(HEADER) if context is not None else None
