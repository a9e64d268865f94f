"""An exception of ours reaches a visitor as a page with a number; what happened stands in the log, without ids."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from lkjip.errors import StoreError
from lkjip.web.headers import CONTENT_SECURITY_POLICY, SecurityHeaders
from lkjip.web.incidents import Incidents, incident_number
from lkjip.web.logs import hide_session_ids, without_ids
from tests.makers.asgi import Answer, ask, get
from tests.makers.invariants import assert_sentence

ID = "df410872-a908-485d-8994-12f14355aa38"


def failing(error: Exception, *, begun: bool = False) -> Incidents:
    async def inner(_scope: Any, _receive: Any, send: Any) -> None:
        if begun:
            await send({"type": "http.response.start", "status": 200, "headers": []})
        raise error

    return Incidents(inner)


def sentences(answer: Answer) -> list[str]:
    return re.findall(r"<p[^>]*>([^<]+)</p>", answer.text)


@pytest.mark.parametrize(
    "error",
    [
        ValueError("/home/lkjip/app.py: SELECT * FROM pengguna failed"),
        KeyError("Traceback (most recent call last)"),
        RuntimeError("<script>alert(1)</script>"),
    ],
)
def test_kesalahan_program_menjadi_halaman_dengan_nomor(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    answer = get(failing(error), "/capaian")
    assert answer.status == 500
    for sentence in sentences(answer):
        assert_sentence(sentence)
    assert "Terjadi kesalahan di dalam program." in answer.text
    assert str(error) not in answer.text
    number = re.search(r"nomor kejadian (\d{4}-\d{4}-[0-9A-F]{4})", answer.text)
    assert number is not None
    assert number[1] in caplog.text
    assert "Traceback" in caplog.text


def test_kesalahan_yang_kalimatnya_untuk_pengguna_ditunjukkan(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        answer = get(failing(StoreError("Disk penuh, tidak ada yang tersimpan.")), "/")
    assert "Disk penuh, tidak ada yang tersimpan." in answer.text


def test_jawaban_yang_sudah_mulai_tidak_disambung_halaman_lain() -> None:
    with pytest.raises(ValueError, match="x"):
        get(failing(ValueError("x"), begun=True), "/")


@pytest.mark.parametrize(
    ("path", "tertulis"),
    [
        (f"/_stcore/upload_file/{ID}/berkas", "'/_stcore/upload_file'"),
        ("/media/0123456789abcdef.xlsx", "'/media'"),
        ("/a%0aINSIDEN palsu", r"'/a\nINSIDEN palsu'"),
        ("/" + "a" * 5000, "'/" + "a" * 199 + "'"),
    ],
)
def test_log_tanpa_nomor_sesi_dan_dalam_satu_baris(caplog: pytest.LogCaptureFixture, path: str, tertulis: str) -> None:
    ask(failing(ValueError("x")), path)
    assert caplog.records[0].getMessage().endswith(f" pada {tertulis}")


def test_nomor_kejadian_dapat_diucapkan_dan_selalu_lain() -> None:
    numbers = {incident_number(datetime(2026, 2, 14, 9, 5, tzinfo=UTC)) for _ in range(20)}
    assert len(numbers) > 1
    assert all(re.fullmatch(r"0214-0905-[0-9A-F]{4}", number) for number in numbers)


def test_halaman_kejadian_cukup_dengan_kebijakan_isi_yang_ketat(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.CRITICAL):
        answer = get(SecurityHeaders(failing(ValueError("x"))), "/")
    assert answer.headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "script-src 'self';" in CONTENT_SECURITY_POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script" not in answer.text
    assert not re.search(r"<style|\s(?:style|on\w+)=", answer.text)


def record(message: str, *arguments: object) -> logging.LogRecord:
    return logging.LogRecord("streamlit", logging.WARNING, __file__, 1, message, arguments, None)


@pytest.mark.parametrize(
    ("message", "arguments", "tertulis"),
    [
        ("Session with id %s is already connected!", (ID,), "Session with id <sesi> is already connected!"),
        (f"/_stcore/upload_file/{ID.upper()}/x", (), "/_stcore/upload_file/<sesi>/x"),
        ("%s dan %s", (ID, ID), "<sesi> dan <sesi>"),
        ("kejadian %s", ("0214-0905-7F3A",), "kejadian 0214-0905-7F3A"),
        ("100 %", (), "100 %"),
    ],
)
def test_nomor_sesi_disembunyikan(message: str, arguments: tuple[object, ...], tertulis: str) -> None:
    assert without_ids(record(message, *arguments)).getMessage() == tertulis


def test_catatan_yang_salah_tulis_tidak_menghentikan_program() -> None:
    assert without_ids(record("%d", "x")).msg == "%d"


def test_setiap_log_proses_ini_tanpa_nomor_sesi(caplog: pytest.LogCaptureFixture) -> None:
    before = logging.getLogRecordFactory()
    try:
        hide_session_ids()
        once = logging.getLogRecordFactory()
        hide_session_ids()
        assert logging.getLogRecordFactory() is once
        logging.getLogger("streamlit.runtime").warning("sesi %s", ID)
        logging.getLogger("lain").error("sesi %s", ID)
    finally:
        logging.setLogRecordFactory(before)
    assert ID not in caplog.text
