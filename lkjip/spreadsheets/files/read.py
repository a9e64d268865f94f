"""From the bytes of an uploaded file to a `Workbook`: inspected, read in a process of its own, never an exception."""

from __future__ import annotations

import hashlib
from typing import Any

from lkjip.domain.finding import Finding, Katalog
from lkjip.spreadsheets.cells import Sheet, Workbook
from lkjip.spreadsheets.files.draft import sheet_from
from lkjip.spreadsheets.files.inspect import EXTENSIONS, identify, shown_name
from lkjip.spreadsheets.files.limits import Limits, Refused
from lkjip.spreadsheets.files.process import READERS, Readers

_MOST_NAMED_CELLS = 8


def read_workbook(
    name: str, content: bytes, katalog: Katalog, limits: Limits | None = None, readers: Readers = READERS
) -> Workbook:
    """The file as read. A refused file has no sheets and one GALAT that says what to do."""
    limits = limits or Limits()
    shown, sha256 = shown_name(name), hashlib.sha256(content).hexdigest()
    kind = ""
    try:
        kind = identify(content, limits)
        result = readers.read(kind, content, limits)
        kind = result["kind"]
        sheets = tuple(sheet_from(sheet, result["formats"]) for sheet in result["sheets"])
        if not any(sheet.cells for sheet in sheets):
            raise Refused("berkas_tanpa_isi")
    except Refused as refused:
        place = {"lembar": refused.lembar, "sel": refused.sel, "tempat": _place(refused.lembar, refused.sel)}
        why = katalog.temuan(refused.kode, berkas=shown, **place, **refused.isi)
        return Workbook(shown, sha256, kind, (), (why,))
    return Workbook(shown, sha256, kind, sheets, _notices(shown, kind, sheets, result["notes"], katalog))


def _place(lembar: str, sel: str) -> str:
    """ " (lembar 'IKU', sel F12)", as far as it is known."""
    known = [f"lembar '{lembar}'" if lembar else "", f"sel {sel}" if sel else ""]
    return f" ({', '.join(filter(None, known))})" if any(known) else ""


def _notices(
    berkas: str, kind: str, sheets: tuple[Sheet, ...], notes: list[dict[str, Any]], katalog: Katalog
) -> tuple[Finding, ...]:
    found = [
        katalog.temuan(note["kode"], berkas=berkas, lembar=note["lembar"], sel=note["sel"], **note["isi"])
        for note in notes
    ]
    extension = berkas.rpartition(".")[2].lower()
    if extension not in EXTENSIONS[kind]:
        found.append(katalog.temuan("berkas_nama_tidak_sesuai", berkas=berkas, nilai=extension, jenis=kind))
    for sheet in sheets:
        found += _sheet_notices(berkas, sheet, katalog)
    return tuple(found)


def _sheet_notices(berkas: str, sheet: Sheet, katalog: Katalog) -> list[Finding]:
    if not sheet.cells:
        return []
    place = {"berkas": berkas, "lembar": sheet.name}
    found = []
    if sheet.hidden:
        found.append(katalog.temuan("lembar_tersembunyi", **place, banyak=len(sheet.cells)))
    rows = {cell.row for cell in sheet.cells} & sheet.hidden_rows
    columns = {cell.column for cell in sheet.cells} & sheet.hidden_columns
    if rows:
        found.append(katalog.temuan("baris_tersembunyi", **place, banyak=len(rows), baris=_some(sorted(rows))))
    if columns:
        found.append(katalog.temuan("kolom_tersembunyi", **place, banyak=len(columns)))
    for kode, cells in (
        ("rumus_tanpa_nilai", [cell for cell in sheet.cells if cell.formula]),
        ("sel_galat", [cell for cell in sheet.cells if cell.galat]),
    ):
        if cells:
            named = _some([cell.address for cell in cells])
            found.append(
                katalog.temuan(
                    kode, **place, sel=cells[0].address, nilai=cells[0].galat, banyak=len(cells), daftar=named
                )
            )
    return found


def _some(items: list[Any]) -> str:
    named = ", ".join(str(item) for item in items[:_MOST_NAMED_CELLS])
    return f"{named}, ..." if len(items) > _MOST_NAMED_CELLS else named
