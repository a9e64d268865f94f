"""Levels of budget lines: by code, by words, by numbering, by place and capitals, and by what adds up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.aturan import Istilah
from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.table import Kolom, Peran
from lkjip.spreadsheets.tables.codes import ORDER, Line, code_of, level_of_code
from lkjip.spreadsheets.tables.grid import text_of
from lkjip.spreadsheets.tables.sums import parents_by_sum, rough_amount
from lkjip.spreadsheets.tables.words import level_word, tokens

T = TingkatAnggaran
_WORKED = (T.PROGRAM, T.KEGIATAN, T.SUB_KEGIATAN, T.REKENING)
_ROMAN = re.compile(r"^[IVX]+[.)]?$")
_LETTER = re.compile(r"^[A-Za-z][.)]?$")
_DECIMAL = re.compile(r"^\d+(?:\.\d+)+\.?$")
Style = tuple[int, bool, int, bool]


def rank(level: TingkatAnggaran | None) -> int | None:
    """The level's place from the total (0) down."""
    return ORDER.index(level) if level is not None else None


class Penentu:
    """Finds the level of every line of one budget table."""

    def __init__(self, lines: Sequence[Line], kolom: tuple[Kolom, ...], istilah: Istilah) -> None:
        self.lines = lines
        self.kolom = kolom
        self.names = [k.nomor for k in kolom if k.peran is Peran.URAIAN]
        self.titles = {k.nomor: k.judul for k in kolom if k.peran is Peran.URAIAN}
        self.numbers = [k.nomor for k in kolom if k.peran is Peran.NOMOR]
        self.amounts = [k.nomor for k in kolom if k.peran in (Peran.PAGU, Peran.REALISASI)]
        words = {tokens(word): T(level) for level, phrases in istilah.tingkat.items() for word in phrases}
        self.words = dict(sorted(words.items(), key=lambda item: -len(item[0])))
        codes = [code_of(line, kolom) for line in lines]
        plans = {code.split(".")[0] for code in codes if level_of_code(code) in (T.BIDANG, T.PROGRAM)}
        self.accounts = {code.split(".")[0] for code in codes if level_of_code(code) is T.REKENING} - plans
        self.levels: list[TingkatAnggaran | None] = [self._direct(line) for line in lines]

    def tentukan(self) -> list[TingkatAnggaran]:
        """Evidence in falling order of strength; what nothing decides takes the level the header names."""
        self._by_numbering()
        parents = self._parents_by_sum()
        self._by_sums(parents)
        self._by_place()
        default = self._from_header()
        levels = [level or default for level in self.levels]
        for place, parent in sorted(parents.items()):
            alike = levels[place] is levels[parent] and levels[parent] in _WORKED[:-1]
            if alike and self._direct(self.lines[place]) is None:
                levels[place] = _WORKED[_WORKED.index(levels[parent]) + 1]
        return levels

    def _direct(self, line: Line) -> TingkatAnggaran | None:
        if line.jumlah:
            return T.TOTAL
        code = code_of(line, self.kolom)
        if code in self.accounts:
            return T.REKENING
        return level_of_code(code) or self._by_column(line) or self._by_words(line)

    def _by_column(self, line: Line) -> TingkatAnggaran | None:
        """The level that the header of the line's name column names, where each level has a column of its own."""
        word = {nomor: level_word(titles) for nomor, titles in self.titles.items()}
        own = [nomor for nomor in self.names if nomor in line.cells]
        if len(set(word.values()) - {""}) < 2 or not own:
            return None
        return T(word[own[-1]]) if word[own[-1]] else None

    def _by_words(self, line: Line) -> TingkatAnggaran | None:
        text = text_of(self._name(line))
        words = tokens(text)
        for phrase, level in self.words.items():
            if words[: len(phrase)] == phrase and level is not T.TOTAL:
                return level
        glued = re.match(r"^sub[\s-]*kegiatan", text, re.I)
        return T.SUB_KEGIATAN if glued else None

    def _name(self, line: Line) -> Cell | None:
        own = [line.cells[column] for column in self.names if column in line.cells]
        return max(own, key=lambda cell: cell.column) if own else None

    def _numbering(self, line: Line) -> str:
        """The kind of ordinal before the name: "A", "IV", "1.1", or none that tells a level."""
        for column in self.numbers:
            text = text_of(line.cells.get(column))
            if _ROMAN.match(text) and text.rstrip(".)") not in {"C", "D"}:
                return "roman"
            if _LETTER.match(text):
                return "letter"
            if _DECIMAL.match(text):
                return f"decimal{text.rstrip('.').count('.')}"
            if text:
                return "number"
        return ""

    def _by_numbering(self) -> None:
        """Lines numbered alike are of one level: the one words give, or one below the line they first follow."""
        kinds = [self._numbering(line) for line in self.lines]
        telling = set(kinds) - ({"", "number"} if len(set(kinds) - {""}) < 2 else {""})
        votes: dict[str, Counter[TingkatAnggaran]] = {}
        for kind, level in zip(kinds, self.levels, strict=True):
            if kind in telling and level is not None and level is not T.TOTAL:
                votes.setdefault(kind, Counter())[level] += 1
        settled = {kind: counted.most_common(1)[0][0] for kind, counted in votes.items()}
        for place, kind in enumerate(kinds):
            before = self.levels[place - 1] if place else None
            if self.levels[place] is not None or kind not in telling:
                continue
            if kind not in settled and before in _WORKED[:-1] and kinds[place - 1] != kind:
                settled[kind] = _WORKED[_WORKED.index(before) + 1]
            self.levels[place] = settled.get(kind)

    def _parents_by_sum(self) -> dict[int, int]:
        """Line -> the line it is part of, where the amounts prove it."""
        places = [place for place, line in enumerate(self.lines) if not line.jumlah]
        if all(self.levels[place] is not None for place in places):
            return {}
        amounts = [
            tuple(rough_amount(self.lines[place].cells.get(column)) for column in self.amounts) for place in places
        ]
        below_program = ORDER.index(T.PROGRAM) * 20
        floors = [-1 if self._may_stand_above_programs(self.lines[place]) else below_program for place in places]
        found = parents_by_sum(amounts, [self._fine_rank(place) for place in places], floors)
        return {places[i]: places[parent] for i, parent in enumerate(found) if parent is not None}

    def _may_stand_above_programs(self, line: Line) -> bool:
        """Urusan, bidang and unit lines are printed in capitals or bold, or begin with such a word."""
        cell = self._name(line)
        return cell is not None and (cell.bold or text_of(cell).isupper())

    def _fine_rank(self, place: int) -> int | None:
        """The level's rank; accounts are told apart by the length of their codes."""
        level = self.levels[place]
        if level is None:
            return None
        depth = len(code_of(self.lines[place], self.kolom).split(".")) if level is T.REKENING else 0
        return ORDER.index(level) * 20 + depth

    def _by_sums(self, parents: dict[int, int]) -> None:
        """Lines that add up to the line above are one level below it; levels already known are kept."""
        children: dict[int, list[int]] = {}
        for child, parent in parents.items():
            children.setdefault(parent, []).append(child)
        for place in sorted(children, reverse=True):
            self._raise_above(place, children[place])
        for place, parent in sorted(parents.items()):
            level = self.levels[parent]
            if self.levels[place] is None and level in _WORKED[:-1]:
                self.levels[place] = _WORKED[_WORKED.index(level) + 1]

    def _raise_above(self, place: int, children: list[int]) -> None:
        """A line is one level above the lines it adds up (above programmes: bidang, then urusan)."""
        below = [found for child in children if (found := rank(self.levels[child])) is not None]
        own = rank(self.levels[place])
        if not below or (own is not None and (own < min(below) or min(below) > ORDER.index(T.PROGRAM))):
            return
        highest = ORDER[min(below)]
        if highest in _WORKED[1:]:
            self.levels[place] = _WORKED[_WORKED.index(highest) - 1]
        else:
            self.levels[place] = {T.PROGRAM: T.BIDANG, T.SKPD: T.BIDANG}.get(highest, T.URUSAN)

    def _by_place(self) -> None:
        """Lines alike in column, capitals and indent are of one level, below the line they first follow."""
        open_places = [place for place, level in enumerate(self.levels) if level is None]
        if not open_places:
            return
        style: dict[Style, TingkatAnggaran | None] = {}
        known = Counter((self._style(line), level) for line, level in zip(self.lines, self.levels, strict=True))
        for place in open_places:
            key = self._style(self.lines[place])
            if key not in style:
                same = [level for (other, level), _ in known.most_common() if other == key and level in _WORKED]
                style[key] = same[0] if same and key[1] else self._below(place, key, style)
            self.levels[place] = style[key] or self._as_before(place)

    def _below(self, place: int, key: Style, seen: dict[Style, TingkatAnggaran | None]) -> TingkatAnggaran | None:
        """One level below the line before a style's first line; only where styles or words tell lines apart."""
        before = next((level for level in reversed(self.levels[:place]) if level is not T.TOTAL), None)
        if before in _WORKED[:-1] and (
            self._style(self.lines[place - 1]) != key or self._by_words(self.lines[place - 1])
        ):
            below = _WORKED[_WORKED.index(before) + 1]
            return below if self._allowed(below) or seen else None
        return None

    def _as_before(self, place: int) -> TingkatAnggaran | None:
        """The level of the last line of its kind (with or without code), one below where that one names its level."""
        coded = bool(code_of(self.lines[place], self.kolom))
        for before in range(place - 1, -1, -1):
            level, line = self.levels[before], self.lines[before]
            if line.jumlah or bool(code_of(line, self.kolom)) is not coded:
                continue
            if level in _WORKED[:-1] and self._by_words(line):
                below = _WORKED[_WORKED.index(level) + 1]
                return below if self._allowed(below) else level
            return level
        return None

    def _allowed(self, level: TingkatAnggaran) -> bool:
        """The header does not say that the table holds programmes only."""
        named = self._header_levels()
        return not named or level in named or max(ORDER.index(one) for one in named) > ORDER.index(level)

    def _style(self, line: Line) -> Style:
        cell = self._name(line)
        text = text_of(cell)
        return (cell.column if cell else 0, text.isupper(), cell.indent if cell else 0, bool(code_of(line, self.kolom)))

    def _header_levels(self) -> list[TingkatAnggaran]:
        """Levels the name column's header lists ("Program/Kegiatan/Sub Kegiatan")."""
        header = " ".join(k.judul for k in self.kolom if k.peran is Peran.URAIAN)
        words = " ".join(tokens(header)).replace("subkegiatan", "sub kegiatan").replace("progam", "program")
        found = [T.SUB_KEGIATAN] if "sub kegiatan" in words else []
        words = words.replace("sub kegiatan", "")
        return [level for word, level in (("program", T.PROGRAM), ("kegiatan", T.KEGIATAN)) if word in words] + found

    def _from_header(self) -> TingkatAnggaran:
        named = self._header_levels()
        return named[0] if named else T.REKENING if self._all_belanja() else T.KEGIATAN

    def _all_belanja(self) -> bool:
        return any(level is T.REKENING for level in self.levels)
