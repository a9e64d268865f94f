"""The numbers of a table's columns: the style each column proves or the user has answered, and the open questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from lkjip.domain.aturan import Istilah
from lkjip.domain.numbers import Nilai, StatusNilai, format_ringkas, kosong
from lkjip.domain.reading import Pertanyaan
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.numbers.parse import KOMA, TITIK, column_style, parse_number
from lkjip.spreadsheets.table import BarisTabel, Jenis, Kolom, Peran, Tabel
from lkjip.spreadsheets.tables.headers import VALUES
from lkjip.spreadsheets.tables.words import tokens

EXAMPLES = 5
BLANKS = "spasi di dalam angka dihapus"
_BLANK = re.compile(r"(?<=[\d.,])\s+(?=[\d.,])")
_GROUPED = re.compile(r"^[1-9]\d{0,2}(?:\.\d{3}){2,}(?:,\d{1,2})?$|^[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d{1,2})?$")
SCALED = "dikalikan menurut satuan di judul"
_POWERS = {
    "ribu": 3, "ribuan": 3, "juta": 6, "jutaan": 6, "miliar": 9, "miliaran": 9, "milyar": 9, "triliun": 12,
}  # fmt: skip
_NO_COLUMN = kosong("kolomnya tidak ada dalam tabel")
_NO_CELL = kosong()
_MONEY = frozenset({Peran.PAGU, Peran.REALISASI})
_PROMISED = frozenset({Peran.TARGET, Peran.AWAL, Peran.AKHIR})
_READING = {KOMA: "koma sebagai tanda desimal", TITIK: "titik sebagai tanda desimal"}
_BROKEN = {
    ",": {KOMA: "koma terakhir adalah tanda desimal", TITIK: "koma memisahkan ribuan dan satu angka terakhir hilang"},
    ".": {KOMA: "titik memisahkan ribuan dan satu angka terakhir hilang", TITIK: "titik terakhir adalah tanda desimal"},
}


class NilaiKolom:
    """Parses the cells of one table, column by column, and remembers what stayed ambiguous."""

    def __init__(
        self, tabel: Tabel, istilah: Istilah, answers: Mapping[str, str], roles: frozenset[Peran] = VALUES
    ) -> None:
        self.tabel = tabel
        self.istilah = istilah
        self.kolom = {kolom.nomor: kolom for kolom in tabel.kolom if kolom.peran in roles}
        self.cells = {nomor: [row.cells[nomor] for row in tabel.baris if nomor in row.cells] for nomor in self.kolom}
        self.texts = {
            nomor: [cell.value for cell in cells if isinstance(cell.value, str)] for nomor, cells in self.cells.items()
        }
        self.style = {
            nomor: answers.get(self.kunci(kolom), "") or self._proved(kolom) for nomor, kolom in self.kolom.items()
        }
        self.scale = {nomor: self._scale(kolom) for nomor, kolom in self.kolom.items()}
        self._known: dict[tuple[int, int, int], Nilai] = {}

    def kunci(self, kolom: Kolom) -> str:
        """The column's name in the memory of answers: sheet and header words, so that next month's file finds it."""
        return f"{self.tabel.lembar}|{' '.join(tokens(kolom.judul))}|{kolom.peran}"

    def _scale(self, kolom: Kolom) -> int:
        """The power of ten of a money column in thousands or millions, by its header or the lines above the table."""
        if self.tabel.jenis is not Jenis.ANGGARAN or kolom.peran not in _MONEY:
            return 0
        said = [kolom.judul, *(line for line in self.tabel.judul_atas if "dalam" in tokens(line))]
        return next((power for text in said for word, power in _POWERS.items() if word in tokens(text)), 0)

    def _proved(self, kolom: Kolom) -> str:
        """The style the column's own texts prove; lacking proof, what all columns of the same kind prove together."""
        own = column_style(self.texts[kolom.nomor], self.istilah)
        if own:
            return own
        alike = [other for other in self.kolom.values() if other.peran is kolom.peran]
        if self.tabel.kolom_peran(Peran.PAGU):
            alike = [other for other in self.kolom.values() if (other.peran in _MONEY) == (kolom.peran in _MONEY)]
        return column_style([text for other in alike for text in self.texts[other.nomor]], self.istilah)

    def at(self, row: BarisTabel, nomor: int | None) -> Nilai:
        """The value of a row in a column; a missing cell or column says why there is none."""
        if nomor is None:
            return _NO_COLUMN
        cell = row.cells.get(nomor)
        if cell is None:
            return _NO_CELL
        key = (nomor, cell.row, cell.column)
        nilai = self._known.get(key)
        if nilai is None:
            nilai = self._known[key] = self._parsed(cell, nomor)
        return nilai

    def reads(self, cell: Cell, nomor: int) -> bool:
        """True where the cell of this column holds a number, be it one of two readings."""
        return self._parsed(cell, nomor).status in (StatusNilai.TERUKUR, StatusNilai.AMBIGU)

    def _parsed(self, cell: Cell, nomor: int) -> Nilai:
        nilai = parse_number(cell, self.istilah, self.style[nomor])
        if isinstance(cell.value, str) and nilai.status is StatusNilai.TEKS:
            nilai = self._without_blanks(cell.value, nilai, self.style[nomor])
        kolom = self.kolom[nomor]
        shift = self.scale[nomor]
        if shift and nilai.angka is not None:
            nilai = replace(nilai, angka=nilai.angka.scaleb(shift), alasan=SCALED)
        if kolom.persen and kolom.peran in _PROMISED and nilai.terukur and not nilai.satuan:
            return replace(nilai, satuan="%")
        return nilai

    def _without_blanks(self, written: str, nilai: Nilai, style: str) -> Nilai:
        """ "1 00.000.000": a conversion's blank inside a fully grouped amount is taken out, and said."""
        joined = _BLANK.sub("", written.strip())
        if joined == written.strip() or not _GROUPED.match(joined):
            return nilai
        whole = parse_number(joined, self.istilah, style)
        return replace(whole, teks=nilai.teks, alasan=BLANKS) if whole.terukur else nilai

    def questions(self) -> tuple[Pertanyaan, ...]:
        """One question for each column in which a number can be read in two ways."""
        asked = []
        for nomor, kolom in self.kolom.items():
            open_cells = []
            for row in self.tabel.baris if self.texts[nomor] else ():
                nilai = self.at(row, nomor)
                if nilai.status is StatusNilai.AMBIGU:
                    open_cells.append((row.cells[nomor], nilai))
            if open_cells:
                asked.append(self._question(kolom, open_cells))
        return tuple(asked)

    def _question(self, kolom: Kolom, open_cells: list[tuple[Cell, Nilai]]) -> Pertanyaan:
        return Pertanyaan(
            kunci=self.kunci(kolom),
            lembar=self.tabel.lembar,
            kolom=kolom.nomor,
            judul=kolom.judul,
            contoh=tuple(nilai.teks for _, nilai in open_cells[:EXAMPLES]),
            sel=tuple(cell.address for cell, _ in open_cells),
            pilihan=_choices(open_cells[0][1]),
        )


def _choices(nilai: Nilai) -> tuple[tuple[str, str], ...]:
    """Both readings of the first example in a sentence; the order is that of `Nilai.pilihan`."""
    sentences = []
    for style, angka in zip((KOMA, TITIK), nilai.pilihan, strict=True):
        broken = "tidak teratur" in nilai.alasan
        mark = "," if nilai.teks.count(",") > 1 else "."
        how = _BROKEN[mark][style] if broken else _READING[style]
        sentences.append((style, f"{nilai.teks} = {format_ringkas(angka, 6)} ({how})"))
    return tuple(sentences)
