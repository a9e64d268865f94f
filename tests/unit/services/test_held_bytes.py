"""Files that wait: small ones in memory, large ones on disk, none of them left behind."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from lkjip.services import held_bytes
from lkjip.services.held_bytes import HeldBytes


@pytest.mark.parametrize(("size", "on_disk"), [(0, False), (9, False), (10, False), (11, True)])
def test_hanya_berkas_besar_ditaruh_di_cakram(size: int, on_disk: bool) -> None:
    content = bytes(range(size))
    held = HeldBytes(content, in_memory=10)
    assert (held.on_disk, held.size) == (on_disk, size)
    assert held.read() == held.read() == content


def test_dibaca_beberapa_orang_sekaligus_tetap_utuh() -> None:
    content = bytes(range(256)) * 4096
    held = HeldBytes(content)
    assert held.on_disk
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: held.read(), range(64))) == {content}


def test_tidak_ada_berkas_yang_terlihat_di_map_sementara(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held_bytes, "TemporaryFile", partial(TemporaryFile, dir=tmp_path))
    held = HeldBytes(b"x" * 20, in_memory=10)
    assert held.on_disk
    assert list(tmp_path.iterdir()) == []


class FullDisk:
    """A file on a disk that takes no more."""

    closed = False

    def write(self, _content: bytes) -> int:
        raise OSError(28, "No space left on device")

    def close(self) -> None:
        FullDisk.closed = True


def test_bila_cakram_penuh_berkas_tetap_di_ingatan(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(held_bytes, "TemporaryFile", lambda prefix: FullDisk())
    with caplog.at_level(logging.WARNING):
        held = HeldBytes(b"x" * 20, in_memory=10)
    assert (held.on_disk, held.read()) == (False, b"x" * 20)
    assert FullDisk.closed
    assert "No space left" in caplog.text


def test_bila_map_sementara_tidak_ada_berkas_tetap_di_ingatan(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(prefix: str) -> object:
        raise FileNotFoundError(prefix)

    monkeypatch.setattr(held_bytes, "TemporaryFile", nowhere)
    assert HeldBytes(b"x" * 20, in_memory=10).read() == b"x" * 20
