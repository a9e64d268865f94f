"""A table of a rule file that hands out values only with the right type, and refuses keys nobody asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NoReturn

from lkjip.errors import RuleError


class Checked:
    """One TOML table with its place (`berkas`, `jalur`); every error names file, key, what was found, what to write."""

    def __init__(self, berkas: str, isi: object, jalur: str = "") -> None:
        self.berkas = berkas
        self.jalur = jalur
        if not isinstance(isi, dict):
            self.refuse("", isi, "sebuah tabel, misalnya [nama] diikuti baris kunci = nilai")
        self._isi: dict[str, object] = isi
        self._dibaca: set[str] = set()

    def refuse(self, kunci: str, ditemukan: object, tulis: str) -> NoReturn:
        """Raise the one kind of error a rule file can have."""
        tempat = ".".join(bagian for bagian in (self.jalur, kunci) if bagian) or "(seluruh berkas)"
        raise RuleError(f"{self.berkas}, kunci '{tempat}': ditemukan {_shown(ditemukan)}. Tulis {tulis}.")

    def keys(self) -> tuple[str, ...]:
        """The keys in the order written; each must still be read."""
        return tuple(self._isi)

    def text(self, kunci: str, default: str | None = None) -> str:
        """A text; without a default it must be there and must not be blank."""
        if default is not None and kunci not in self._isi:
            return default
        nilai = self._take(kunci, 'teks, misalnya "..."')
        if not isinstance(nilai, str) or not nilai.strip():
            self.refuse(kunci, nilai, 'teks yang tidak kosong, misalnya "..."')
        return nilai

    def choice(self, kunci: str, pilihan: tuple[str, ...]) -> str:
        """A text out of a closed list."""
        nilai = self.text(kunci)
        if nilai not in pilihan:
            self.refuse(kunci, nilai, "salah satu dari: " + ", ".join(pilihan))
        return nilai

    def whole(self, kunci: str) -> int:
        """A whole number."""
        nilai = self._take(kunci, "bilangan bulat, misalnya 2025")
        if not isinstance(nilai, int) or isinstance(nilai, bool):
            self.refuse(kunci, nilai, "bilangan bulat, misalnya 2025")
        return nilai

    def number(self, kunci: str) -> Decimal:
        """A finite decimal number (never a binary float)."""
        nilai = self._take(kunci, "angka, misalnya 90 atau 90.5")
        if isinstance(nilai, bool) or not isinstance(nilai, int | Decimal) or not Decimal(nilai).is_finite():
            self.refuse(kunci, nilai, "angka, misalnya 90 atau 90.5")
        return Decimal(nilai)

    def truth(self, kunci: str) -> bool:
        """True or false."""
        nilai = self._take(kunci, "true atau false")
        if not isinstance(nilai, bool):
            self.refuse(kunci, nilai, "true atau false")
        return nilai

    def day(self, kunci: str) -> date:
        """A date without time."""
        nilai = self._take(kunci, "tanggal, misalnya 2017-01-01")
        if type(nilai) is not date:
            self.refuse(kunci, nilai, "tanggal, misalnya 2017-01-01")
        return nilai

    def words(self, kunci: str, *, boleh_kosong: bool = False) -> tuple[str, ...]:
        """A list of texts without repetition; an empty list only where allowed."""
        nilai = self._take(kunci, 'daftar teks, misalnya ["a", "b"]')
        if not isinstance(nilai, list) or not all(isinstance(satu, str) for satu in nilai):
            self.refuse(kunci, nilai, 'daftar teks, misalnya ["a", "b"]')
        if not nilai and not boleh_kosong:
            self.refuse(kunci, nilai, "paling sedikit satu teks")
        kembar = [satu for tempat, satu in enumerate(nilai) if satu in nilai[:tempat]]
        if kembar:
            self.refuse(kunci, kembar[0], "setiap teks satu kali saja")
        return tuple(nilai)

    def table(self, kunci: str) -> Checked:
        """The table under a key."""
        return Checked(self.berkas, self._take(kunci, f"tabel [{kunci}]"), self._below(kunci))

    def tables(self, kunci: str) -> tuple[Checked, ...]:
        """The tables of an array of tables, at least one."""
        nilai = self._take(kunci, f"satu atau beberapa tabel [[{kunci}]]")
        if not isinstance(nilai, list) or not nilai:
            self.refuse(kunci, nilai, f"satu atau beberapa tabel [[{kunci}]]")
        return tuple(Checked(self.berkas, satu, f"{self._below(kunci)}[{n}]") for n, satu in enumerate(nilai, 1))

    def done(self) -> None:
        """Refuse every key that nobody read: a misspelt key must not pass unnoticed."""
        for kunci, nilai in self._isi.items():
            if kunci not in self._dibaca:
                dikenal = ", ".join(sorted(self._dibaca))
                self.refuse(kunci, nilai, f"hanya kunci yang dikenal: {dikenal}")

    def _below(self, kunci: str) -> str:
        return f"{self.jalur}.{kunci}" if self.jalur else kunci

    def _take(self, kunci: str, tulis: str) -> object:
        self._dibaca.add(kunci)
        if kunci not in self._isi:
            self.refuse(kunci, None, tulis)
        return self._isi[kunci]


def _shown(nilai: object) -> str:
    if nilai is None:
        return "tidak ada"
    if isinstance(nilai, str):
        return f"'{nilai}'"
    if isinstance(nilai, Mapping):
        return "sebuah tabel"
    return f"daftar berisi {len(nilai)} nilai" if isinstance(nilai, list) else f"'{nilai}'"
