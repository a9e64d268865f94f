"""Readings are kept up to a number of cells: the longest unused is let go, the one at work never."""

from __future__ import annotations

import gc

from lkjip.services.kept import Shelf, Slot
from lkjip.services.reading import Reading
from lkjip.spreadsheets.cells import Cell, Sheet, Workbook


def reading(cells: int) -> Reading:
    sheet = Sheet("IKU", hidden=False, cells=tuple(Cell(row, 1, "x") for row in range(1, cells + 1)))
    return Reading("a.xlsx", str(cells), Workbook("a.xlsx", str(cells), "xlsx", (sheet,)), (), (), (), ())


def test_yang_paling_lama_tidak_dipakai_dilepas_lebih_dahulu() -> None:
    shelf, slots = Shelf(most_cells=30), [Slot(), Slot(), Slot()]
    shelf.put(slots[0], reading(9))
    shelf.put(slots[1], reading(9))
    assert shelf.get(slots[0]) is not None  # now the second is the longest unused
    shelf.put(slots[2], reading(9))
    assert [shelf.get(slot) is None for slot in slots] == [False, False, False]  # 3 × (9 + 1) is just the limit
    fourth = Slot()
    shelf.put(fourth, reading(9))
    assert [slot.reading is None for slot in (*slots, fourth)] == [True, False, False, False]
    assert shelf.cells == 30


def test_yang_sedang_dikerjakan_tidak_pernah_dilepas_sebesar_apa_pun() -> None:
    shelf, small, large = Shelf(most_cells=30), Slot(), Slot()
    shelf.put(small, reading(5))
    shelf.put(large, reading(500))
    assert small.reading is None
    assert shelf.get(large) is not None


def test_yang_tersimpan_atau_mati_bersama_sesinya_tidak_dihitung() -> None:
    shelf, saved, forgotten = Shelf(most_cells=30), Slot(), Slot()
    shelf.put(saved, reading(5))
    shelf.put(forgotten, reading(5))
    shelf.drop(saved)
    assert (saved.reading, shelf.get(saved), shelf.cells) == (None, None, 6)
    del forgotten
    gc.collect()
    assert shelf.cells == 0
