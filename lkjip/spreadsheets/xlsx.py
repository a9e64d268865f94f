"""An xlsx (also Strict Open XML, prefixed names, absent addresses or wrong dimensions) read into a `Draft`."""

from __future__ import annotations

from lkjip.spreadsheets.draft import Draft
from lkjip.spreadsheets.limits import Refused
from lkjip.spreadsheets.package import Package, resolve
from lkjip.spreadsheets.xlsx_sheet import SheetHandler
from lkjip.spreadsheets.xlsx_styles import CellStyle, Contents, Relations, SharedStrings, Styles
from lkjip.spreadsheets.xml_stream import Handler, parse


def read_xlsx(package: Package, draft: Draft) -> None:
    """Fill the draft with every worksheet; chart and macro sheets hold no cells and are left out."""
    book = next(
        (resolve("", target) for _, kind, target, external in _relations(package, "") if kind == "officeDocument"),
        "xl/workbook.xml",
    )
    contents = Contents()
    _parse(package, book, contents)
    relations = _relations(package, book)
    targets = {number: resolve(book, target) for number, kind, target, _ in relations if kind == "worksheet"}
    strings, styles = _strings(package, book, relations, draft), _styles(package, book, relations)
    if any(kind == "externalLink" for _, kind, _, _ in relations):
        draft.note("berkas_tautan_luar")
    for name, hidden, number in contents.sheets:
        if number in targets:
            sheet = draft.sheet(name, hidden)
            _parse(package, targets[number], SheetHandler(sheet, strings, styles, since_1904=contents.since_1904))


def _relations(package: Package, base: str) -> list[tuple[str, str, str, bool]]:
    folder, _, name = base.rpartition("/")
    part = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    relations = Relations()
    if part in package:
        _parse(package, part, relations)
    return [relation for relation in relations.found if not relation[3]]


def _strings(package: Package, book: str, relations: list[tuple[str, str, str, bool]], draft: Draft) -> list[str]:
    handler = SharedStrings(draft.limits)
    for part in _targets(package, book, relations, "sharedStrings"):
        _parse(package, part, handler)
    return handler.strings


def _styles(package: Package, book: str, relations: list[tuple[str, str, str, bool]]) -> list[CellStyle]:
    handler = Styles()
    for part in _targets(package, book, relations, "styles"):
        _parse(package, part, handler)
    return handler.cell_styles


def _targets(
    package: Package, book: str, relations: list[tuple[str, str, str, bool]], wanted: str
) -> tuple[str, ...]:
    found = (resolve(book, target) for _, kind, target, _ in relations if kind == wanted)
    return tuple(part for part in found if part in package)[:1]


def _parse(package: Package, part: str, handler: Handler) -> None:
    with package.open(part) as stream:
        try:
            parse(stream, handler)
        except (ValueError, KeyError) as error:
            raise Refused("berkas_rusak", rincian="isi salah satu bagiannya tidak menurut bentuk xlsx") from error
