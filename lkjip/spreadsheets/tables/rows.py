"""From physical to logical rows: split names joined, values taken from a neighbouring row, headings kept apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lkjip.domain.aturan import Istilah
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import BarisTabel, Jenis, Kolom, Peran
from lkjip.spreadsheets.tables.attach import attach, mapped
from lkjip.spreadsheets.tables.centred import OPEN_END, Fisik, recentre
from lkjip.spreadsheets.tables.grid import is_number, text_of
from lkjip.spreadsheets.tables.headers import VALUES
from lkjip.spreadsheets.tables.run_in import RUN_IN, take_apart_row
from lkjip.spreadsheets.tables.words import level_word, tokens

_GOAL = re.compile(r"^(?:(?:sasaran|tujuan|misi|visi)\b|(?:me|ter|ber|pe)\w{3,}nya\b|optimalnya\b)", re.I)
_NO_NUMBER = re.compile(r"^[-–—.\s]*$")


@dataclass(slots=True)
class Baris:
    """A logical row while it is put together."""

    row: int
    cells: dict[int, Cell]
    rows: list[int]
    hidden: bool
    jumlah: bool = False
    catatan: str = ""


@dataclass(slots=True)
class Susunan:
    """What came out: records, rows that are no records, and the goal headings by row."""

    baris: list[Baris] = field(default_factory=list)
    lain: list[Baris] = field(default_factory=list)
    sasaran: list[tuple[int, str]] = field(default_factory=list)


class Perakit:
    """Puts the physical rows of one table together, given what its columns mean."""

    def __init__(self, jenis: Jenis, kolom: tuple[Kolom, ...], istilah: Istilah) -> None:
        self.jenis = jenis
        self.kolom = {satu.nomor: satu for satu in kolom}
        self.nama = [k.nomor for k in kolom if k.peran is (Peran.INDIKATOR if jenis is Jenis.CAPAIAN else Peran.URAIAN)]
        self.ident = [k.nomor for k in kolom if k.peran in (Peran.NOMOR, Peran.KODE)]
        self.nilai = [k.nomor for k in kolom if k.peran in VALUES]
        self.satuan = next((k.nomor for k in kolom if k.peran is Peran.SATUAN), None)
        self.konteks = {k.nomor for k in kolom if k.peran in (Peran.SASARAN, Peran.SATUAN)}
        self.units = frozenset(istilah.satuan)
        self.waktu = [k.nomor for k in kolom if k.peran in (Peran.TAHUN, Peran.TRIWULAN)]
        self.bertingkat = len({level_word(self.kolom[nomor].judul) for nomor in self.nama} - {""}) > 1
        self.judul_kini: dict[int, str] = {}
        totals = {tokens(word) for word in istilah.jumlah} | {("jumlah",), ("total",)}
        self.total = {first: [total for total in totals if total[:1] == first] for first in {t[:1] for t in totals}}
        self.levels = {tokens(word) for words in istilah.tingkat.values() for word in words}

    def rakit(self, mentah: tuple[BarisTabel, ...]) -> Susunan:
        """The logical rows of a table."""
        hasil = Susunan()
        attached = attach(self.kolom, mentah, self.nama)
        physical = [Fisik(raw, mapped(raw, attached, self.kolom), (raw.row,)) for raw in mentah]
        physical = recentre(physical, self.nama, [*self.nilai, *self.ident])
        wrapped = self._is_wrapped([row.cells for row in physical])
        last_named = next((row.raw.row for row in reversed(physical) if self.name_of(row.cells, row.raw.row)), 0)
        for row in physical:
            self._take(row, hasil, wrapped=wrapped, after=row.raw.row > last_named)
        return hasil

    def name_of(self, cells: Mapping[int, Cell], row: int) -> Cell | None:
        """The row's own name cell: the rightmost name column written on this very row."""
        own = [cells[column] for column in self.nama if column in cells and cells[column].row == row]
        texts = [cell for cell in own if not _NO_NUMBER.match(text_of(cell))]
        return max(texts, key=lambda cell: cell.column) if texts else None

    def _is_wrapped(self, rows: list[dict[int, Cell]]) -> bool:
        """Names in this table run over several rows: some row holds a name's rest only, begun in a small letter."""
        for cells in rows:
            if len(cells) == 1:
                ((column, cell),) = cells.items()
                if column in self.nama and text_of(cell)[:1].islower():
                    return True
        return False

    def _take(self, row: Fisik, hasil: Susunan, *, wrapped: bool, after: bool) -> None:
        raw, cells = row.raw, row.cells
        if self.bertingkat:
            self._take_columns_of_levels(raw, cells, hasil)
        name = self.name_of(cells, raw.row)
        own = {column: cell for column, cell in cells.items() if cell.row == raw.row}
        values = [column for column in self.nilai if column in own]
        ident = [column for column in self.ident if column in own and not _NO_NUMBER.match(text_of(own[column]))]
        line = Baris(raw.row, cells, list(row.rows), raw.tersembunyi)
        last = hasil.baris[-1] if hasil.baris else None
        if self._is_total(own, name, values):
            line.jumlah = True
            hasil.baris.append(line)
        elif name is None:
            self._take_nameless(line, own, values, ident, hasil, after=after)
        elif values or (ident and not self._continues(last, name, ident, wrapped)):
            self._take_named(line, name, ident, hasil, wrapped=wrapped)
        elif last is not None and self._continues(last, name, ident, wrapped):
            _extend(last, cells, name, self.nama)
        elif RUN_IN.search(text_of(name)):
            self._take_run_in(line, name, hasil)
        else:
            self._take_heading(line, name, hasil)

    def _take_columns_of_levels(self, raw: BarisTabel, cells: dict[int, Cell], hasil: Susunan) -> None:
        """Program | Kegiatan | Sub Kegiatan side by side in one row: the upper ones become lines of their own, once."""
        own = [nomor for nomor in self.nama if nomor in cells and cells[nomor].row == raw.row and text_of(cells[nomor])]
        for place, nomor in enumerate(own):
            text = text_of(cells[nomor])
            if place < len(own) - 1 and self.judul_kini.get(nomor) != text:
                hasil.baris.append(Baris(raw.row, {nomor: cells[nomor]}, [raw.row], raw.tersembunyi))
            if self.judul_kini.get(nomor) != text:
                self.judul_kini = {known: old for known, old in self.judul_kini.items() if known < nomor}
                self.judul_kini[nomor] = text
            if place < len(own) - 1:
                del cells[nomor]

    def _take_named(self, line: Baris, name: Cell, ident: list[int], hasil: Susunan, *, wrapped: bool) -> None:
        """A row with a name and values; it completes the row before where that one had the name's beginning only."""
        last = hasil.baris[-1] if hasil.baris else None
        unfinished = last is not None and not last.jumlah and not any(column in last.cells for column in self.nilai)
        if last is not None and unfinished and not ident and self._continues(last, name, ident, wrapped):
            _extend(last, line.cells, name, self.nama)
        else:
            hasil.baris.append(line)

    def _take_nameless(
        self, line: Baris, own: dict[int, Cell], values: list[int], ident: list[int], hasil: Susunan, *, after: bool
    ) -> None:
        """Values without a name: the rest of the row before, a further year of it, an unlabelled total, or stray."""
        last = hasil.baris[-1] if hasil.baris else None
        numbers = [column for column, cell in own.items() if is_number(cell) and column not in self.ident]
        if any(column in own for column in self.waktu) and last is not None and values:
            carried = {column: cell for column, cell in last.cells.items() if column not in self.nilai}
            line.cells = {**carried, **line.cells}
            hasil.baris.append(line)
        elif last is not None and not last.jumlah and not ident and not any(c in last.cells for c in values + numbers):
            merged = {column: cell for column, cell in own.items() if column not in last.cells}
            if merged:
                last.cells.update(merged)
                last.rows.append(line.row)
        elif after and len([column for column in values if is_number(own[column])]) >= 2 and hasil.baris:
            line.jumlah, line.catatan = True, "tanpa_label"
            hasil.baris.append(line)
        elif self.jenis is Jenis.ANGGARAN and ident and values:
            hasil.baris.append(line)
        elif numbers and (values or self.jenis is Jenis.ANGGARAN) and not self._is_wordy(own, ident or numbers[1:]):
            line.catatan = "liar"
            hasil.lain.append(line)

    def _is_wordy(self, own: Mapping[int, Cell], figures: list[int]) -> bool:
        """A text of some length says what the row is: no sasaran and no unit, where the row is one of figures."""
        named = [cell for column, cell in own.items() if not (figures and column in self.konteks)]
        return any(len(text_of(cell)) >= 8 and not is_number(cell) for cell in named)

    def _take_run_in(self, line: Baris, name: Cell, hasil: Susunan) -> None:
        """Name and figures in one cell: taken apart where there are as many figures as columns, else reported."""
        apart = take_apart_row(name, self.nilai, self.satuan, self.units) if self.jenis is Jenis.CAPAIAN else None
        line.catatan = "pecah" if apart is None else "dipulihkan"
        if apart is None:
            hasil.lain.append(line)
        else:
            line.cells = {**line.cells, **apart, self.nama[0]: apart[0]}
            del line.cells[0]
            hasil.baris.append(line)

    def _take_heading(self, line: Baris, name: Cell, hasil: Susunan) -> None:
        """A text without values or number: a goal heading, a budget line without amounts, or a heading only."""
        text = text_of(name)
        words = tokens(text)
        levelled = any(words[: len(level)] == level for level in self.levels)
        if self.jenis is Jenis.ANGGARAN and levelled:
            hasil.baris.append(line)
            return
        line.catatan = "kelompok"
        hasil.lain.append(line)
        if self.jenis is Jenis.CAPAIAN and (_GOAL.match(text) or (len(words) > 2 and not levelled)):
            goal = re.sub(r"^(?:sasaran(?:\s+strategis)?|tujuan)\s*[\w.]{0,4}\s*[:.)]\s*", "", text, flags=re.I) or text
            if not re.match(r"^(?:tujuan|misi|visi)\b", text, re.I):
                hasil.sasaran.append((line.row, goal))

    def _continues(self, last: Baris | None, name: Cell, ident: list[int], wrapped: bool) -> bool:
        """This text is the rest of the name above."""
        before = self._last_name(last) if last is not None and not last.jumlah and not ident else None
        if last is None or before is None or before.column != name.column:
            return False
        text, previous = text_of(name), text_of(before)
        if self._is_last_word(last, name) or text[:1].islower() or text[:1] in "/,)&":
            return True
        if OPEN_END.search(previous) and not RUN_IN.search(text):
            return True
        if not wrapped or RUN_IN.search(text) or _GOAL.match(text):
            return False
        words = tokens(text)
        opens = words[:1] in {("program",), ("progam",), ("kegiatan",)} or words[:2] == ("sub", "kegiatan")
        return not opens and text.isupper() == previous.isupper()

    def _is_last_word(self, last: Baris, name: Cell) -> bool:
        """One or two plain words straight below an indicator's name end it; a heading would say more."""
        text = text_of(name)
        plain = not (name.bold or name.merged or text.isupper() or _GOAL.match(text))
        return plain and self.jenis is Jenis.CAPAIAN and len(text.split()) <= 2 and name.row == last.rows[-1] + 1

    def _last_name(self, line: Baris) -> Cell | None:
        return max((line.cells[c] for c in self.nama if c in line.cells), key=lambda cell: cell.column, default=None)

    def _is_total(self, own: dict[int, Cell], name: Cell | None, values: list[int]) -> bool:
        """A row that sums others, by its first word; "Jumlah Dokumen" with a target of its own is an indicator."""
        places = [own[column] for column in [*self.ident, *self.nama] if column in own]
        if name is None:  # a total written under another column, often that of the sasaran
            places += [cell for column, cell in own.items() if column not in self.nilai and cell not in places]
        if not places or not values:
            return False
        for cell in places:
            words = tuple([word for word in tokens(text_of(cell)) if word not in ("rp", "%")])
            starts = [total for total in self.total.get(words[:1], ()) if words[: len(total)] == total]
            if not starts:
                continue
            numbered = any(column in own for column in self.ident)
            if words in starts or cell.column in self.ident or (self.jenis is Jenis.ANGGARAN and not numbered):
                return True
            targets = [c for c in values if self.kolom[c].peran is Peran.TARGET]
            if self.jenis is Jenis.CAPAIAN and not numbered and self._has_targets() and not targets:
                return True
        return False

    def _has_targets(self) -> bool:
        return any(kolom.peran is Peran.TARGET for kolom in self.kolom.values())


def _extend(line: Baris, cells: dict[int, Cell], name: Cell, names: list[int]) -> None:
    """Append a name's rest, and take over values that the row above did not have."""
    for column in names:
        if cells.get(column) is name and column in line.cells:
            before = line.cells[column]
            joined = f"{text_of(before)} {text_of(name)}"
            line.cells[column] = replace(before, value=joined)
    for column, cell in cells.items():
        line.cells.setdefault(column, cell)
    if name.row not in line.rows:
        line.rows.append(name.row)
