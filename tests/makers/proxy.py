"""A small reverse proxy as a data centre puts one before the application: it may end TLS, and says who came."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SAID_BY_PROXIES = (b"x-forwarded-", b"forwarded:", b"x-real-ip:", b"via:")


@contextlib.contextmanager
def reverse_proxy(listen: str, port: int, to: int, certificate: Path | None = None) -> Iterator[None]:
    """Listen on `listen`:`port` (TLS with a certificate) and pass everything on to this machine's port `to`.

    `Host` is kept, X-Forwarded-For and X-Forwarded-Proto are set, and those of the client are not believed.
    """
    scheme = b"https" if certificate else b"http"

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, ssl.SSLError):
            request, *lines = (await reader.readuntil(b"\r\n\r\n"))[:-4].split(b"\r\n")
            upgrade = any(line.lower().startswith(b"upgrade:") for line in lines)
            dropped = SAID_BY_PROXIES if upgrade else (*SAID_BY_PROXIES, b"connection:")
            kept = [line for line in lines if not line.lower().startswith(dropped)]
            came = writer.get_extra_info("peername")[0].encode()
            told = [b"X-Forwarded-For: " + came, b"X-Forwarded-Proto: " + scheme]
            told += [] if upgrade else [b"Connection: close"]  # one request a connection: each gets its headers
            behind_reader, behind = await asyncio.open_connection("127.0.0.1", to)
            behind.write(b"\r\n".join([request, *kept, *told, b"", b""]))
            await asyncio.gather(_pass_on(reader, behind), _pass_on(behind_reader, writer))

    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)  # of its own: Playwright has a loop in this one
    thread.start()
    starting = asyncio.start_server(serve, listen, port, ssl=context)
    server = asyncio.run_coroutine_threadsafe(starting, loop).result(10)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(server.close)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError, ssl.SSLError):
        while part := await reader.read(65536):
            writer.write(part)
            await writer.drain()
    writer.close()


def self_signed(folder: Path, address: str) -> Path:
    """A certificate with its key for this address, good for a day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "LKjIP CONTOH")])
    now = datetime.now(UTC)
    owner = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(owner, critical=False).sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )  # fmt: skip
    path = folder / "proxy.pem"
    path.write_bytes(pem + certificate.public_bytes(serialization.Encoding.PEM))
    return path
