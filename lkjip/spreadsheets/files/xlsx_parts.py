"""The parts of an xlsx around its sheets: which sheets there are and where, and the rewriting of unusual packages."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from lkjip.spreadsheets.files.limits import Refused
from lkjip.spreadsheets.files.package import Package, resolve
from lkjip.spreadsheets.files.xml_stream import Handler, local, parse

_STRICT = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """One line of a .rels part; `kind` is the last word of its type."""

    id: str
    kind: str
    target: str


@dataclass
class Relations:
    """Handler of a .rels part: the relations that stay inside the package."""

    found: list[Relation] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `xml_stream.Handler`."""
        if local(name) == "Relationship" and attributes.get("TargetMode", "") != "External":
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            self.found.append(Relation(attributes.get("Id", ""), kind, attributes.get("Target", "")))

    def end(self, name: str) -> None:
        """Nothing ends here."""

    def text(self, text: str) -> None:
        """No texts here."""


@dataclass
class Contents:
    """Handler of workbook.xml: (name, hidden, relation) of every sheet."""

    sheets: list[tuple[str, bool, str]] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `xml_stream.Handler`."""
        if local(name) == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((attributes.get("name", ""), attributes.get("state", "visible") != "visible", relation))

    def end(self, name: str) -> None:
        """Nothing ends here."""

    def text(self, text: str) -> None:
        """No texts here."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts are: the workbook, and (name, hidden, part) of every worksheet in order."""

    book: str
    sheets: tuple[tuple[str, bool, str], ...]
    external_links: bool


def layout(package: Package) -> Layout:
    """Follow the relations from the package to its worksheets; chart and macro sheets hold no cells."""
    book = next(
        (resolve("", relation.target) for relation in _relations(package, "") if relation.kind == "officeDocument"),
        "xl/workbook.xml",
    )
    contents = Contents()
    parse_part(package, book, contents)
    relations = _relations(package, book)
    parts = {relation.id: resolve(book, relation.target) for relation in relations if relation.kind == "worksheet"}
    sheets = tuple((name, hidden, parts[number]) for name, hidden, number in contents.sheets if number in parts)
    return Layout(book, sheets, any(relation.kind == "externalLink" for relation in relations))


def check_document_types(package: Package, already_parsed: frozenset[str]) -> None:
    """Refuse a document type (entity bombs, external entities) in any XML part; broken drawings are nobody's loss."""
    for name in package.names():
        if name not in already_parsed and _is_xml(package, name):
            try:
                parse_part(package, name, None)
            except Refused as refused:
                if refused.kode != "berkas_rusak":
                    raise


def _is_xml(package: Package, name: str) -> bool:
    """By its first letters: a relation may lead to XML under any name."""
    with package.open(name) as stream:
        head = stream.read(64)
    return head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.lstrip(b"\xef\xbb\xbf \t\r\n\x00").startswith(b"<")


def parse_part(package: Package, part: str, handler: Handler | None) -> None:
    """Feed one part of the package to its handler (see `xml_stream.parse`)."""
    with package.open(part) as stream:
        parse(stream, handler)


def rewritten(package: Package, book: str) -> bytes | None:
    """The package as openpyxl expects it (usual namespaces, plain part names), None where it already is so."""
    if not package.odd_names and b"purl.oclc.org/ooxml" not in package.read(book):
        return None
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in package.names():
            content = package.read(name)
            if name.endswith((".xml", ".rels")):
                for strict, usual in _STRICT:
                    content = content.replace(strict, usual)
            archive.writestr(package.plain_name(name), content)
    return out.getvalue()


def _relations(package: Package, base: str) -> list[Relation]:
    folder, _, name = base.rpartition("/")
    part = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    relations = Relations()
    if part in package:
        parse_part(package, part, relations)
    return relations.found
