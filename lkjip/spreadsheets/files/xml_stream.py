"""XML read as a stream by expat: no tree in memory, no document type, no entity but the five of XML itself."""

from __future__ import annotations

from typing import IO, Protocol
from xml.parsers import expat

from lkjip.spreadsheets.files.limits import Refused

_PIECE = 1024


class Handler(Protocol):
    """What a reader of one kind of part does with its elements and texts."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text stands between; may come in pieces."""


def parse(stream: IO[bytes], handler: Handler, *, namespaces: bool = False) -> None:
    """Feed a part to its handler: names without prefix ("x:row" is "row"), with `namespaces` as "uri name"."""
    parser = expat.ParserCreate(namespace_separator=" " if namespaces else None)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.CharacterDataHandler = handler.text

    def begin(name: str, attributes: dict[str, str]) -> None:
        prefixed = not namespaces and ":" in name
        parser.StartElementHandler = (lambda name, has: handler.start(_local(name), has)) if prefixed else handler.start
        parser.EndElementHandler = (lambda name: handler.end(_local(name))) if prefixed else handler.end
        parser.StartElementHandler(name, attributes)

    parser.StartElementHandler = begin
    try:
        parser.ParseFile(stream)
    except expat.ExpatError as error:
        raise Refused("berkas_rusak", rincian="isi XML di dalamnya tidak utuh") from error


def refuse_document_type(stream: IO[bytes]) -> None:
    """Refuse a part that declares a document type; what is no XML, or breaks before its first element, is let pass.

    XML allows the declaration only before the first element: so no part is read further than there.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse

    def begin(*_: object) -> None:
        parser.StartElementHandler = None  # which tells the loop to stop

    parser.StartElementHandler = begin
    try:
        while parser.StartElementHandler is not None and (piece := stream.read(_PIECE)):
            parser.Parse(piece)
    except expat.ExpatError:
        return


def _refuse(*_: object) -> None:
    raise Refused("berkas_berbahaya", rincian="deklarasi DTD atau entitas XML")


def _local(name: str) -> str:
    return name[name.rindex(":") + 1 :] if ":" in name else name
