"""The zip around a workbook (xlsx, ods): its directory is judged before anything in it is unpacked."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import IO

from lkjip.spreadsheets.files.limits import Limits, Refused

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class Package:
    """The parts of a checked zip, found by name in any case and with either slash."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _BROKEN as error:
            raise Refused("berkas_rusak", rincian="arsip zip terpotong atau tidak utuh") from error
        self._parts = _checked_directory(self._zip.infolist(), len(content), limits)
        self._check_sums()

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._parts

    def names(self) -> tuple[str, ...]:
        """All part names, small letters, forward slashes."""
        return tuple(self._parts)

    def open(self, name: str) -> IO[bytes]:
        """The stream of a part; its checksum is verified at its end."""
        try:
            return self._zip.open(self._parts[_key(name)])
        except KeyError as error:
            raise Refused("berkas_rusak", rincian="bagian yang dirujuk tidak ada di dalam berkas") from error

    def _check_sums(self) -> None:
        try:
            broken = self._zip.testzip()
        except _BROKEN as error:
            raise Refused("berkas_rusak", rincian="isi arsip zip tidak dapat dibuka") from error
        if broken is not None:
            raise Refused("berkas_rusak", rincian="jumlah periksa (CRC) tidak cocok")


def resolve(base: str, target: str) -> str:
    """The part that a relationship of the part `base` points to."""
    target = target.replace("\\", "/")
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(base), target)
    return _key(posixpath.normpath(path))


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _checked_directory(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    if len(entries) > limits.parts:
        raise Refused("berkas_bagian_terlalu_banyak", paling_banyak=limits.parts)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes or (
        unpacked > limits.ratio_applies_from_bytes and unpacked > limits.unpacked_ratio * size
    ):
        raise Refused("berkas_mengembang", paling_banyak=limits.unpacked_bytes // (1024 * 1024))
    parts: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        key = _key(entry.filename)
        if ".." in key.split("/") or ":" in key:
            raise Refused("berkas_berbahaya", rincian="nama bagian yang menunjuk ke luar berkas")
        if entry.flag_bits & 1:
            raise Refused("berkas_terkunci")
        if entry.is_dir() or not key:
            continue
        if key in parts:
            raise Refused("berkas_berbahaya", rincian="dua bagian dengan nama yang sama")
        parts[key] = entry
    return parts
