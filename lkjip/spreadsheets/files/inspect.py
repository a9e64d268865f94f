"""What a file is, judged by its bytes and never by its name, before any reader touches it.

Kinds that are read: xlsx, ods, xls, html (tables that web applications export as ".xls"), csv.
Everything else is refused with the way to a file that can be read. Files with macros are refused although their
cells could be read: the original is kept and handed to colleagues, and no report needs a program in it.
"""

from __future__ import annotations

import re
import unicodedata

from lkjip.spreadsheets.files.limits import Limits, Refused
from lkjip.spreadsheets.files.package import Package

__all__ = ["EXTENSIONS", "Limits", "check_package", "identify", "shown_name"]

EXTENSIONS = {
    "xlsx": ("xlsx",),
    "xls": ("xls",),
    "ods": ("ods",),
    "csv": ("csv", "txt", "tsv"),
    "html": ("xls", "html"),
}

_LONGEST_NAME = 80
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RAW_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_OTHERS = (
    (b"%PDF", "dokumen PDF"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"{\\rtf", "dokumen RTF"),
    (b"\x89PNG", "gambar"),
    (b"\xff\xd8\xff", "gambar"),
    (b"GIF8", "gambar"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
)
_MAIN_PARTS = (
    ("word/document.xml", "dokumen Word"),
    ("ppt/presentation.xml", "presentasi PowerPoint"),
)
_ODF_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 65_536


def identify(content: bytes, limits: Limits) -> str:
    """The kind of the content: "zip" (xlsx or ods, see `check_package`), "xls", "html" or "csv"; else `Refused`."""
    if len(content) > limits.file_bytes:
        raise Refused("berkas_terlalu_besar", paling_banyak=limits.file_bytes // (1024 * 1024))
    head = content[:_HEAD]
    if not head.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe") and not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Refused("berkas_kosong")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if head.startswith(_OLE2):
        return _ole2_kind(content)
    if head.startswith(_RAW_BIFF):
        return "xls"
    for magic, what in _OTHERS:
        if head.startswith(magic):
            raise Refused("berkas_bukan_tabel", jenis=what)
    return _text_kind(head)


def check_package(package: Package) -> str:
    """The kind of a zip: "xlsx" or "ods"; refuses macros, binary workbooks, passwords and other documents."""
    if "[content_types].xml" in package:
        return _ooxml_kind(package)
    if "mimetype" in package:
        with package.open("mimetype") as stream:
            kind = stream.read(200)
        if kind.startswith(_ODF_SHEET):
            return _ods_kind(package)
        raise Refused("berkas_bukan_tabel", jenis="dokumen OpenDocument yang bukan lembar kerja")
    if "content.xml" in package and "meta-inf/manifest.xml" in package:
        return _ods_kind(package)
    raise Refused("berkas_bukan_tabel", jenis="arsip zip")


def shown_name(name: str) -> str:
    """A file name fit to be shown: the last part of any path, no control or direction marks, not longer than a line."""
    last = re.split(r"[/\\]", name)[-1]
    plain = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip()
    if len(plain) > _LONGEST_NAME:
        plain = f"{plain[: _LONGEST_NAME - 12]}…{plain[-11:]}"
    return plain or "tanpa nama"


def _ooxml_kind(package: Package) -> str:
    names = package.names()
    if any(name.endswith("workbook.bin") for name in names):
        raise Refused("berkas_xlsb")
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise Refused("berkas_makro")
    for part, what in _MAIN_PARTS:
        if part in names:
            raise Refused("berkas_bukan_tabel", jenis=what)
    if not any(name.endswith("workbook.xml") or "/worksheets/" in name for name in names):
        raise Refused("berkas_bukan_tabel", jenis="dokumen Office yang bukan buku kerja")
    return "xlsx"


def _ods_kind(package: Package) -> str:
    if "meta-inf/manifest.xml" in package:
        with package.open("meta-inf/manifest.xml") as stream:
            if b"encryption-data" in stream.read():
                raise Refused("berkas_terkunci")
    if any(
        name.startswith(("basic/", "scripts/")) and name.endswith((".xml", ".py", ".js")) for name in package.names()
    ):
        raise Refused("berkas_makro")
    return "ods"


def _ole2_kind(content: bytes) -> str:
    """Excel 97-2003, or what else is kept in the same container; stream names stand in it as UTF-16, in any case."""

    def holds(stream: str) -> bool:
        return any(name.encode("utf-16-le") in content for name in (stream, stream.upper()))

    if holds("EncryptedPackage"):
        raise Refused("berkas_terkunci")
    if holds("WordDocument"):
        raise Refused("berkas_bukan_tabel", jenis="dokumen Word")
    if holds("_VBA_PROJECT_CUR"):
        raise Refused("berkas_makro")
    if holds("Workbook") or holds("Book"):
        return "xls"
    raise Refused("berkas_bukan_tabel", jenis="dokumen Office yang bukan buku kerja")


def _text_kind(head: bytes) -> str:
    if head.startswith(_UTF16) or (head.count(b"\x00") * 3 > len(head) and _looks_utf16(head)):
        head = head.replace(b"\x00", b"")
    elif head.count(b"\x00") * 3 > len(head):
        raise Refused("berkas_bukan_tabel", jenis="berkas yang tidak dikenal")
    if sum(head.count(bytes([code])) for code in (*range(1, 9), *range(14, 27))) * 20 > len(head):
        raise Refused("berkas_bukan_tabel", jenis="berkas yang tidak dikenal")
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith(b"<?xml") and (b"office:spreadsheet" in start or b"excel.sheet" in start):
        raise Refused("berkas_xml_2003")
    if start.startswith(b"mime-version"):
        raise Refused("berkas_bukan_tabel", jenis="halaman web tersimpan (MHTML)")
    if start.startswith(b"<"):
        if b"<table" in start or b"<tr" in start:
            return "html"
        raise Refused("berkas_bukan_tabel", jenis="halaman web atau XML tanpa tabel")
    return "csv"


def _looks_utf16(head: bytes) -> bool:
    """Nearly every second byte is zero, and only every second."""
    return abs(head[0::2].count(0) - head[1::2].count(0)) > len(head) // 4
