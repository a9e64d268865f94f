"""Ordered labels ("CC" < "B", "Level 3" < "Level 3 Plus"): where a written label stands, and the score behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_AWALAN = re.compile(r"^(?:opini|predikat|kategori|nilai|peringkat|kriteria|kualifikasi)\s+")
_SISA = re.compile(r"^(?:\s*$|\s*[(/,:;=]|\s+[\d–—-]|\s*\.{2,}|\s+(?:dengan\s+)?(?:skor|nilai|score)\b)")
_SKOR = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its list: `tempat` counts from 1, the lowest; `skor` is the number written behind it, if any."""

    daftar: str
    sebutan: str
    tempat: int
    banyak: int
    skor: Decimal | None


def common_labels(
    target: str, realisasi: str, jenjang_label: Mapping[str, tuple[str, ...]]
) -> tuple[Label, Label] | None:
    """Both texts as labels of the first list that knows both; None where no list does."""
    for daftar, urutan in jenjang_label.items():
        satu, dua = find_label(target, daftar, urutan), find_label(realisasi, daftar, urutan)
        if satu and dua:
            return satu, dua
    return None


@lru_cache(maxsize=4096)
def find_label(teks: str, daftar: str, urutan: tuple[str, ...]) -> Label | None:
    """The label a text begins with, the longest spelling first, so that "Level 3 Plus" is not "Level 3"."""
    rapi = _AWALAN.sub("", " ".join(teks.casefold().split()))
    ejaan = ((satu, tempat, label) for tempat, label in enumerate(urutan, 1) for satu in label.split("|"))
    for satu, tempat, label in sorted(ejaan, key=lambda baris: -len(baris[0])):
        if rapi.startswith(satu.casefold()) and _SISA.match(sisa := rapi[len(satu) :]):
            return Label(daftar, label.split("|")[0], tempat, len(urutan), _score(sisa))
    return None


def _score(sisa: str) -> Decimal | None:
    angka = _SKOR.search(sisa)
    return Decimal(angka[0].replace(",", ".")) if angka else None
