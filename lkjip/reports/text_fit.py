"""Breaking text into lines by the widths of a face, each word measured once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping


class Measure:
    """Widths of one face, in thousandths of its size; asks the font once per character and once per word."""

    def __init__(self, width_of: Callable[[str], float]) -> None:
        self._width_of = width_of
        self._words: dict[str, float] = {}
        self._lines: dict[tuple[str, float], tuple[str, ...]] = {}
        self.space = width_of(" ")

    def width(self, text: str) -> float:
        """The width of a word or line."""
        known = self._words.get(text)
        if known is None:
            known = self._words[text] = self._width_of(text)
        return known

    def lines(self, text: str, room: float) -> tuple[str, ...]:
        """The lines of a text in a column of `room`; a word wider than the column is cut. Never empty."""
        key = (text, room)
        known = self._lines.get(key)
        if known is None:
            known = self._lines[key] = tuple(self._break(text, room)) or ("",)
        return known

    def _break(self, text: str, room: float) -> list[str]:
        found: list[str] = []
        line: list[str] = []
        used = 0.0
        for word in self._words_of(text, room):
            wide = self.width(word)
            if line and used + self.space + wide > room:
                found.append(" ".join(line))
                line, used = [word], wide
            else:
                used += wide + (self.space if line else 0.0)
                line.append(word)
        if line:
            found.append(" ".join(line))
        return found

    def _words_of(self, text: str, room: float) -> list[str]:
        words: list[str] = []
        for word in text.split():
            words.extend([word] if self.width(word) <= room else self._cut(word, room))
        return words

    def _cut(self, word: str, room: float) -> list[str]:
        """Pieces of a word wider than the column; at least one character each."""
        pieces, piece = [], ""
        for sign in word:
            if piece and self._width_of(piece + sign) > room:
                pieces.append(piece)
                piece = ""
            piece += sign
        return [*pieces, piece]


def capitals(text: str) -> str:
    """Capitals for titles; abbreviations with a spelling of their own (LKjIP, APBDes) keep it."""
    return re.sub(r"\w+", lambda word: word[0] if re.search(r"[A-Z].*[a-z].*[A-Z]", word[0]) else word[0].upper(), text)


class Printable(dict[int, str]):
    """A translation table that fills itself: what the font cannot show becomes the replacement sign."""

    def __init__(self, known: Mapping[int, object]) -> None:
        super().__init__()
        self._known = known
        self.missing: set[str] = set()

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if sign.isspace() or not sign.isprintable():
            shown = " " if sign.isspace() else ""
        elif code in self._known:
            shown = sign
        else:
            shown = "\N{REPLACEMENT CHARACTER}"
            self.missing.add(sign)
        self[code] = shown
        return shown
