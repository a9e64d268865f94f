"""Headers, the Indonesian page, compressed assets: against small fake applications and Streamlit's real files."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from streamlit import file_util

from lkjip.web import assets
from lkjip.web.headers import CONTENT_SECURITY_POLICY, SecurityHeaders
from lkjip.web.shell import IndonesianShell, indonesian
from lkjip.web.static_gzip import StaticGzip
from tests.makers.asgi import get

STREAMLIT = Path(file_util.get_static_dir())
INDEX = (STREAMLIT / "index.html").read_text(encoding="utf-8")


def page_app() -> Starlette:
    async def page(_request: object) -> Response:
        return HTMLResponse(INDEX, headers={"ETag": '"streamlit"', "Last-Modified": "x"})

    async def text(_request: object) -> Response:
        return PlainTextResponse("<title>bukan halaman</title>")

    return Starlette(routes=[Route("/", page), Route("/capaian", page), Route("/media/x", text)])


def test_halaman_berbahasa_indonesia_tanpa_skrip_sebaris() -> None:
    html = indonesian(INDEX)
    assert '<html lang="id"' in html
    assert "<title>LKjIP</title>" in html
    assert "memerlukan JavaScript" in html
    assert "You need to enable JavaScript" not in html
    assert re.search(r"<script>", html) is None, "skrip sebaris dilarang oleh Content-Security-Policy"
    assert assets.asset_url("bahasa.js") in html
    assert html.index(assets.asset_url("layar.js")) < html.index("</head>"), "sebelum Streamlit menyambung"


def test_streamlit_masih_punya_semua_bagian_yang_kita_ganti() -> None:
    for bagian in ('<html lang="en"', "<title>Streamlit</title>", "<script>", "<noscript>", 'rel="shortcut icon"'):
        assert bagian in INDEX, f"index.html Streamlit berubah: {bagian} tidak ada; sesuaikan lkjip/web/shell.py"


@pytest.mark.parametrize("path", ["/", "/capaian"])
def test_setiap_alamat_halaman_ditulis_ulang_dan_panjangnya_benar(path: str) -> None:
    answer = get(IndonesianShell(page_app()), path)
    assert answer.text == indonesian(INDEX)
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert "etag" not in answer.headers
    assert "last-modified" not in answer.headers


def test_alamat_lebih_dalam_dari_halaman_diarahkan_ke_beranda() -> None:
    answer = get(IndonesianShell(page_app()), "/pages/capaian", {"accept": "text/html,*/*"})
    assert (answer.status, answer.headers["location"]) == (307, "/")
    assert get(IndonesianShell(page_app()), "/media/x", {"accept": "text/html"}).status == 200


def test_jawaban_yang_bukan_halaman_tidak_disentuh() -> None:
    assert get(IndonesianShell(page_app()), "/media/x").text == "<title>bukan halaman</title>"


def test_setiap_jawaban_membawa_tajuk_keamanan() -> None:
    app = SecurityHeaders(page_app())
    for path in ("/", "/media/x", "/tidak-ada"):
        headers = get(app, path).headers
        assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
        assert headers["x-content-type-options"] == "nosniff"
    assert get(app, "/media/x").headers["cache-control"] == "private, no-store"


def test_kebijakan_skrip_tidak_mengizinkan_sebaris_eval_atau_situs_lain() -> None:
    rules = dict(rule.split(" ", 1) for rule in CONTENT_SECURITY_POLICY.split("; "))
    assert rules["script-src"] == "'self'"
    assert rules["default-src"] == "'none'"
    assert "http" not in CONTENT_SECURITY_POLICY


def big_script() -> str:
    scripts = sorted((STREAMLIT / "static" / "js").glob("index.*.js"), key=lambda file: file.stat().st_size)
    return f"/static/js/{scripts[-1].name}"


async def _not_found(scope: object, receive: object, send: object) -> None:
    await PlainTextResponse("lewat", status_code=404)(scope, receive, send)  # type: ignore[arg-type]


def test_skrip_dikirim_terkompresi_dan_sama_isinya() -> None:
    app = StaticGzip(_not_found, STREAMLIT / "static")
    answer = get(app, big_script())
    original = (STREAMLIT / big_script().lstrip("/")).read_bytes()
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.content == original
    assert int(answer.headers["content-length"]) < len(original) / 2
    assert get(app, big_script()).content == original


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        (big_script(), {"accept-encoding": "identity"}),
        (big_script(), {"range": "bytes=0-9"}),
        ("/static/../config.py", {}),
        ("/static/%2e%2e/config.py", {}),
        ("/media/x.js", {}),
    ],
)
def test_yang_lain_diteruskan_ke_streamlit(path: str, headers: dict[str, str]) -> None:
    assert get(StaticGzip(_not_found, STREAMLIT / "static"), path, headers).text == "lewat"


def test_berkas_sendiri_dilayani_dengan_alamat_yang_ikut_isinya() -> None:
    answer = get(Starlette(routes=list(assets.routes())), assets.asset_url("bahasa.js"))
    assert answer.content == (assets.FOLDER / "bahasa.js").read_bytes()
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["/aset/x/tidak-ada.js", "/aset/x/..%2fassets.py", "/aset/x/lambang.png"])
def test_hanya_berkas_yang_dikenal_yang_dilayani(path: str) -> None:
    assert get(Starlette(routes=list(assets.routes())), path).status == 404


def test_kompresi_selalu_sama() -> None:
    from lkjip.web.static_gzip import _compress

    file = STREAMLIT / big_script().lstrip("/")
    assert _compress(file) == _compress(file)
    assert gzip.decompress(_compress(file)) == file.read_bytes()
