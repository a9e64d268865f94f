"""Where the server listens, and what that forbids: invented data and accounts without passwords stay here."""

from __future__ import annotations

from streamlit import config as streamlit_config

from lkjip.config import Config
from lkjip.errors import RefusedError
from lkjip.services import kantor
from lkjip.services.opening import shared_store
from lkjip.web.perimeter import LOCAL_NAMES, is_loopback, public_name

DEMO_LOCAL = (
    "Data contoh hanya untuk komputer ini, tetapi server mendengarkan di alamat {alamat}. "
    "Jalankan tanpa --server.address (bawaannya 127.0.0.1), atau mulai dengan kantor sendiri."
)
NO_ADDRESS = (
    "LKJIP_ALAMAT '{alamat}' bukan alamat. Tulis lengkap dengan http:// atau https://, "
    "misalnya https://lkjip.kantor.example, lalu jalankan lagi."
)


def is_local(address: str | None) -> bool:
    """Does a server with this `server.address` answer this machine only? (None: every address)."""
    return address is not None and (address in LOCAL_NAMES or is_loopback(address))


def must_be_local() -> None:
    """Refuse the demo where other machines could reach it."""
    address = streamlit_config.get_option("server.address")
    if not is_local(address):
        raise RefusedError(DEMO_LOCAL.format(alamat=address or "semua alamat"))


def check_at_start(config: Config) -> None:
    """At the start of the server: a demo office refuses to listen beyond this machine."""
    office = kantor.current(shared_store(config))
    if office is not None and office.demo:
        must_be_local()


def allow_public_address(config: Config) -> None:
    """Tell Streamlit's own check of the Host about the public address; refuse to start with one that is none."""
    if config.alamat:
        if not (name := public_name(config.alamat)):
            raise RefusedError(NO_ADDRESS.format(alamat=config.alamat))
        names = [*sorted(LOCAL_NAMES - {"::1"}), name]
        streamlit_config.set_option("server.allowedHosts", names)
