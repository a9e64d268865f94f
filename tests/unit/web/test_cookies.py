"""The cookies: no script reads them, no other site sends them along, encrypted where the address is."""

from __future__ import annotations

import pytest
from starlette.requests import HTTPConnection
from starlette.responses import Response

from lkjip.web import cookies
from tests.makers.asgi import scope_of


def connection(cookie: str = "") -> HTTPConnection:
    return HTTPConnection(scope_of("/", [("host", "x"), ("cookie", cookie)]))


def given(answer: Response) -> str:
    return answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("alamat", "aman"),
    [("", False), ("http://lkjip.example", False), ("https://lkjip.example", True), ("HTTPS://x", True)],
)
def test_kuki_sesi(alamat: str, aman: bool) -> None:
    answer = Response()
    cookies.set_session(answer, "rahasia", alamat)
    assert given(answer).startswith("lkjip_sesi=rahasia;")
    assert "HttpOnly" in given(answer)
    assert "SameSite=lax" in given(answer)
    assert "Path=/" in given(answer)
    assert ("Secure" in given(answer)) is aman
    assert "expires" not in given(answer).lower()  # it ends with the browser
    assert "domain" not in given(answer).lower()


@pytest.mark.parametrize(("alamat", "aman"), [("", False), ("https://lkjip.example", True)])
def test_kuki_formulir(alamat: str, aman: bool) -> None:
    answer = Response()
    cookies.set_form_token(answer, "t", alamat)
    assert "HttpOnly" in given(answer)
    assert "SameSite=strict" in given(answer)
    assert ("Secure" in given(answer)) is aman


def test_keluar_menghapus_kuki() -> None:
    answer = Response()
    cookies.clear_session(answer)
    assert 'lkjip_sesi=""' in given(answer)
    assert "Max-Age=0" in given(answer)


def test_tanda_formulir_baru_bila_belum_ada_dan_tetap_bila_ada() -> None:
    assert len(cookies.form_token(connection())) >= 32
    assert cookies.form_token(connection()) != cookies.form_token(connection())
    assert cookies.form_token(connection("lkjip_formulir=lama")) == "lama"


@pytest.mark.parametrize(
    ("cookie", "dikirim", "sama"),
    [
        ("lkjip_formulir=a", "a", True),
        ("lkjip_formulir=a", "b", False),
        ("", "", False),
        ("lkjip_formulir=a", "", False),
    ],
)
def test_tanda_formulir_dibandingkan(cookie: str, dikirim: str, sama: bool) -> None:
    assert cookies.same_form(connection(cookie), dikirim) is sama
