"""Errors that reach the top: refusals as they are, everything else with a number and without details."""

from __future__ import annotations

import logging
import re
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from lkjip.errors import RefusedError, StoreError
from lkjip.ui.incident import incident_number, on_script_error


def shown(error: Exception) -> AppTest:
    def script(error: Exception) -> None:
        from lkjip.ui.incident import on_script_error

        on_script_error(error)

    return AppTest.from_function(script, kwargs={"error": error}).run()


def test_penolakan_tampil_apa_adanya() -> None:
    app = shown(RefusedError("Indikator ini sudah dihapus. Muat ulang halaman."))
    assert [warning.value for warning in app.warning] == ["Indikator ini sudah dihapus. Muat ulang halaman."]
    assert not app.error


def test_kesalahan_mesin_menyebut_sebabnya_dan_nomor() -> None:
    text = shown(StoreError("Disk penuh, tidak ada yang tersimpan.")).error[0].value
    assert "Disk penuh" in text
    assert re.search(r"\*\*\d{4}-\d{4}-[0-9A-F]{4}\*\*", text)


def test_kesalahan_program_tidak_membuka_isinya() -> None:
    text = shown(ValueError("/home/rahasia/lkjip.db: SELECT * FROM kantor")).error[0].value
    assert "rahasia" not in text
    assert "SELECT" not in text
    assert "Terjadi kesalahan di dalam program" in text


def test_rincian_tercatat_dengan_nomor_yang_sama(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="lkjip.insiden"):
        assert on_script_error(ValueError("rinci")) is True
    (record,) = caplog.records
    assert re.search(r"insiden \d{4}-\d{4}-[0-9A-F]{4}", record.getMessage())
    assert record.exc_info is not None
    assert "rinci" in str(record.exc_info[1])


def test_nomor_kejadian_pendek_dan_berbeda() -> None:
    now = datetime(2026, 2, 14, 9, 5, tzinfo=UTC)
    numbers = {incident_number(now) for _ in range(20)}
    assert all(number.startswith("0214-0905-") for number in numbers)
    assert len(numbers) > 1
