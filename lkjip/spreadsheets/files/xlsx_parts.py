"""The parts of an xlsx around its sheets: which sheets there are, where they and what they share lie."""

from __future__ import annotations

from dataclasses import dataclass, field

from lkjip.spreadsheets.files.package import Package, resolve
from lkjip.spreadsheets.files.xml_stream import Handler, parse, refuse_document_type


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
        if name == "Relationship" and attributes.get("TargetMode", "") != "External":
            kind = attributes.get("Type", "").rsplit("/", 1)[-1]
            self.found.append(Relation(attributes.get("Id", ""), kind, attributes.get("Target", "")))

    def end(self, name: str) -> None:
        """Nothing ends here."""

    def text(self, text: str) -> None:
        """No texts here."""


@dataclass
class Contents:
    """Handler of workbook.xml: (name, hidden, relation) of every sheet, and from which year its days count."""

    sheets: list[tuple[str, bool, str]] = field(default_factory=list)
    since_1904: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """See `xml_stream.Handler`."""
        if name == "sheet":
            relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            self.sheets.append((attributes.get("name", ""), attributes.get("state", "visible") != "visible", relation))
        elif name == "workbookPr":
            self.since_1904 = attributes.get("date1904", "") in ("1", "true")

    def end(self, name: str) -> None:
        """Nothing ends here."""

    def text(self, text: str) -> None:
        """No texts here."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts are: (name, hidden, part) of every worksheet in order, the styles, the shared texts."""

    sheets: tuple[tuple[str, bool, str], ...]
    styles: str
    texts: str
    since_1904: bool
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
    one = {relation.kind: resolve(book, relation.target) for relation in relations}
    return Layout(
        sheets,
        one.get("styles", "xl/styles.xml"),
        one.get("sharedStrings", "xl/sharedstrings.xml"),
        contents.since_1904,
        "externalLink" in one,
    )


def check_document_types(package: Package) -> None:
    """Refuse a document type (entity bombs, external entities) in any XML part, also in those that nobody reads."""
    for name in package.names():
        with package.open(name) as stream:
            refuse_document_type(stream)


def parse_part(package: Package, part: str, handler: Handler) -> None:
    """Feed one part of the package to its handler (see `xml_stream.parse`)."""
    with package.open(part) as stream:
        parse(stream, handler)


def _relations(package: Package, base: str) -> list[Relation]:
    folder, _, name = base.rpartition("/")
    part = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    relations = Relations()
    if part in package:
        parse_part(package, part, relations)
    return relations.found
