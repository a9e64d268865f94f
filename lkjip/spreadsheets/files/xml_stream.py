"""XML read as a stream by expat: no tree in memory, no document type, no entity but the five of XML itself."""

from __future__ import annotations

from typing import IO, Protocol
from xml.parsers import expat

from lkjip.spreadsheets.files.limits import Refused

_PIECE = 4096


class Handler(Protocol):
    """What a reader of one kind of part does with its elements and texts."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text stands between; may come in pieces."""


def parse(stream: IO[bytes], handler: Handler, *, namespaces: bool = False) -> None:
    """Feed a part to its handler; with `namespaces` names come as "uri name"."""
    parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
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


def refuse_document_type(stream: IO[bytes]) -> None:
    """Refuse a part that declares a document type; what is no XML, or breaks before its first element, is let pass.

    XML allows the declaration only before the first element: so no part is read further than there.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    begun: list[str] = []
    parser.StartElementHandler = lambda name, _: begun.append(name)
    try:
        while not begun and (piece := stream.read(_PIECE)):
            parser.Parse(piece)
    except expat.ExpatError:
        return


def _refuse(*_: object) -> None:
    raise Refused("berkas_berbahaya", rincian="deklarasi DTD atau entitas XML")
