"""Forms: at most 4 KB, one content type, valid UTF-8, the browser's own token; addresses to go on to stay inside."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from starlette.requests import Request

from lkjip.errors import RefusedError
from lkjip.web.forms import FORM, LARGEST, inside, read_form
from tests.makers.asgi import scope_of
from tests.makers.invariants import assert_sentence


def read(body: bytes | list[bytes], kind: str = FORM, cookie: str = "lkjip_formulir=t") -> dict[str, str]:
    pieces = [body] if isinstance(body, bytes) else list(body)
    headers = [("host", "127.0.0.1"), ("content-type", kind), ("cookie", cookie)]

    async def receive() -> dict[str, object]:
        piece = pieces.pop(0)
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    return dict(asyncio.run(read_form(Request(scope_of("/masuk", headers, method="POST"), receive))))


def refused(body: bytes | list[bytes], kind: str = FORM, cookie: str = "lkjip_formulir=t") -> str:
    with pytest.raises(RefusedError) as caught:
        read(body, kind, cookie)
    assert_sentence(str(caught.value))
    return str(caught.value)


def of_size(size: int) -> bytes:
    return b"formulir=t&x=" + b"a" * (size - 13)


def test_isian_sampai_4_kb_dibaca() -> None:
    assert LARGEST == 4096
    assert len(read(of_size(4095))["x"]) == 4082
    assert len(read(of_size(4096))["x"]) == 4083
    assert "terlalu panjang" in refused(of_size(4097))


def test_yang_terlalu_panjang_tidak_dibaca_sampai_habis() -> None:
    pieces = [b"a" * 4000] * 1000
    assert "terlalu panjang" in refused(pieces)


@pytest.mark.parametrize(
    "kind", ["", "text/plain", "multipart/form-data; boundary=x", "application/json", FORM + "x", "x" + FORM]
)
def test_jenis_isian_lain_ditolak(kind: str) -> None:
    refused(b"formulir=t&x=1", kind)


@pytest.mark.parametrize("kind", [FORM, FORM + "; charset=utf-8", "Application/X-WWW-Form-URLencoded", f" {FORM} ;x"])
def test_penulisan_jenis_yang_sah_diterima(kind: str) -> None:
    assert read(b"formulir=t&x=1", kind)["x"] == "1"


@pytest.mark.parametrize(
    ("body", "cookie"),
    [
        (b"x=1", "lkjip_formulir=t"),
        (b"formulir=&x=1", "lkjip_formulir=t"),
        (b"formulir=salah", "lkjip_formulir=t"),
        (b"formulir=t", "lkjip_formulir=tt"),
        (b"formulir=", "lkjip_formulir="),
        (b"formulir=", ""),
        (b"formulir=t", ""),
        ("formulir=é".encode(), "lkjip_formulir=t"),
        (b"", "lkjip_formulir=t"),
    ],
)
def test_tanpa_tanda_formulir_milik_peramban_ini_ditolak(body: bytes, cookie: str) -> None:
    assert "sekali lagi" in refused(body, cookie=cookie)


@pytest.mark.parametrize(
    "body", [b"formulir=t&x=\xff\xfe", b"formulir=t&x=%ff", b"formulir=t&x=%C3", b"formulir=t&x=%00"]
)
def test_huruf_yang_bukan_utf8_ditolak(body: bytes) -> None:
    assert "tidak dapat dibaca" in refused(body)


def test_sampai_20_isian() -> None:
    assert len(read(b"formulir=t" + b"".join(b"&a%d=1" % n for n in range(19)))) == 20
    refused(b"formulir=t" + b"".join(b"&a%d=1" % n for n in range(20)))


def test_huruf_indonesia_dan_spasi_terbaca_utuh() -> None:
    body = b"formulir=t&nama=Siti+%C3%89lan%20%26%20<b>"
    assert read([body[:25], body[25:]])["nama"] == "Siti Élan & <b>"


OUTSIDE = [
    "//x", "///x", "/\\x", "\\\\x", "\\/x", "/x\\y", "http:", "http://x", "https://127.0.0.1/", "javascript:alert(1)",
    "data:text/html,x", "", " /x", "x", "@x", "/masuk", "/masuk?lanjut=/", "/mulai", "/mulai/contoh", "/auth/logout",
    "/_stcore/metrics", "/media/x", "/x\r\nSet-Cookie: a=b", "/\tx", "/\x00", "/x\x7f", "/\u0085x", "/\u2028x",
]  # fmt: skip


@pytest.mark.parametrize("address", OUTSIDE)
def test_alamat_lanjutan_tidak_pernah_ke_luar(address: str) -> None:
    assert inside(address) == "/"


@pytest.mark.parametrize(
    "address", ["/", "/capaian", "/capaian?tahun=2024", "/unduh/jejak-audit?cari=%0d%0a", "/%0d%0aSet-Cookie:x", "/a#b"]
)
def test_alamat_di_dalam_aplikasi_tetap(address: str) -> None:
    assert inside(address) == address


@given(st.text(max_size=40))
@example("//")
def test_apa_pun_yang_ditulis_hasilnya_alamat_di_dalam(address: str) -> None:
    result = inside(address)
    assert result.startswith("/")
    assert not result.startswith(("//", "/\\"))
    assert "\r" not in result
    assert "\n" not in result
