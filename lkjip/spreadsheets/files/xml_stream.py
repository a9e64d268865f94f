"""XML read as a stream by expat: no tree in memory, no document type, no entity but the five of XML itself."""

from __future__ import annotations

from typing import IO, Protocol
from xml.parsers import expat

from lkjip.spreadsheets.files.limits import Refused


class Handler(Protocol):
    """What a reader of one kind of part does with its elements and texts."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text stands between; may come in pieces."""


def parse(stream: IO[bytes], handler: Handler | None, *, namespaces: bool = False) -> None:
    """Feed a part to its handler (None: only a document type in it is seen); with `namespaces` as "uri name"."""
    parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_document_type
    if handler is not None:
        parser.StartElementHandler = handler.start
        parser.EndElementHandler = handler.end
        parser.CharacterDataHandler = handler.text
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise Refused("berkas_rusak", rincian="isi XML di dalamnya tidak utuh") from error


def local(name: str) -> str:
    """The name without its prefix: "x:row" -> "row"."""
    return name[name.rindex(":") + 1 :] if ":" in name else name


def _refuse_document_type(*_: object) -> None:
    raise Refused("berkas_berbahaya", rincian="deklarasi DTD atau entitas XML")
