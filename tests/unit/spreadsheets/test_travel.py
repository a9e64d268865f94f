"""What the reading process found arrives whole, in pieces."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from lkjip.spreadsheets.files.travel import PIECE, pack, unpack


def sheet(name: str, cells: int, formulas: int = 0) -> dict[str, Any]:
    return {
        "name": name,
        "cells": [[number, 1, 0, f"baris\n{number} – é", 0, 0, 0] for number in range(1, cells + 1)],
        "formulas": [[number, 1, 0] for number in range(1, formulas + 1)],
        "merges": [[1, 1, 2, 2]],
    }


def travelled(result: dict[str, Any], before: bytes = b"") -> dict[str, Any]:
    out = io.BytesIO()
    out.write(before)
    pack(result, out)
    return unpack(out.getvalue(), len(before))


@pytest.mark.parametrize("cells", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 1])
def test_isi_lembar_tiba_utuh_dan_berurutan(cells: int) -> None:
    result = {"kind": "xlsx", "sheets": [sheet("a", cells, cells), sheet("b", 2)], "formats": [""], "notes": []}
    assert travelled(result, before=b"siap\n") == result


def test_penolakan_dan_berkas_tanpa_lembar_tiba_utuh() -> None:
    assert travelled({"refused": {"kode": "berkas_rusak", "isi": {}}}) == {
        "refused": {"kode": "berkas_rusak", "isi": {}}
    }
    assert travelled({"kind": "ods", "sheets": [], "formats": [""]}) == {"kind": "ods", "sheets": [], "formats": [""]}


def test_tidak_ada_potongan_yang_panjang_dan_asalnya_tidak_berubah() -> None:
    """A piece is what others wait for; the draft itself is not taken apart."""
    result, out = {"sheets": [sheet("a", 3 * PIECE)]}, io.BytesIO()
    pack(result, out)
    lines = out.getvalue().splitlines()
    assert [len(json.loads(line)[2]) for line in lines[1:]] == [PIECE] * 3
    assert len(result["sheets"][0]["cells"]) == 3 * PIECE


def test_jawaban_yang_terpotong_tidak_dianggap_utuh() -> None:
    out = io.BytesIO()
    pack({"sheets": [sheet("a", PIECE)]}, out)
    with pytest.raises(ValueError, match="not found"):
        unpack(out.getvalue()[:-1])
