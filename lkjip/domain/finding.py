"""What is wrong (or worth knowing) about the user's data: a value, never an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

LONGEST_QUOTE = 160  # letters of a cell's text in a message
_QUOTED = frozenset({"nilai", "indikator", "uraian", "target", "realisasi"})


def quoted(text: str) -> str:
    """A cell's text as a message shows it: cut where it is longer than a line or two."""
    if len(text) <= LONGEST_QUOTE:
        return text
    return f"{text[: LONGEST_QUOTE - 1]}…" + ("'" if text.endswith("'") else "")


class Tingkat(StrEnum):
    """GALAT blocks saving; PERINGATAN and CATATAN do not."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    CATATAN = "catatan"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: what (`kode`, `pesan`), where (`berkas`, `lembar`, `sel`), which value, and the cure (`saran`).

    Texts come from the catalogue in `lkjip/rules/findings.toml`, so that each code has one wording.
    """

    kode: str
    tingkat: Tingkat
    pesan: str
    saran: str = ""
    berkas: str = ""
    lembar: str = ""
    sel: str = ""
    nilai: str = ""


def blocks(findings: tuple[Finding, ...]) -> bool:
    """True while an error stands: nothing may be stored."""
    return any(finding.tingkat is Tingkat.GALAT for finding in findings)


def sorted_findings(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Errors first, then warnings, then notes; within a level in the order found."""
    order = {tingkat: place for place, tingkat in enumerate(Tingkat)}
    return tuple(sorted(findings, key=lambda finding: order[finding.tingkat]))


@dataclass(frozen=True, slots=True)
class FindingText:
    """One entry of the catalogue: level, text and cure with {named} places to fill."""

    kode: str
    tingkat: Tingkat
    pesan: str
    saran: str


@dataclass(frozen=True, slots=True)
class Katalog:
    """All finding texts by code, as loaded from `lkjip/rules/findings.toml`."""

    teks: Mapping[str, FindingText]

    def temuan(
        self, kode: str, *, berkas: str = "", lembar: str = "", sel: str = "", nilai: str = "", **isi: object
    ) -> Finding:
        """The finding `kode` at a place; {lembar}, {sel}, {nilai} and every keyword in `isi` may stand in its texts."""
        entry = self.teks[kode]
        nilai = quoted(nilai)
        cells = {
            name: quoted(text) if name in _QUOTED and isinstance(text, str) else text for name, text in isi.items()
        }
        fill = {"berkas": berkas, "lembar": lembar, "sel": sel, "nilai": nilai, **cells}
        return Finding(
            kode, entry.tingkat, entry.pesan.format(**fill), entry.saran.format(**fill), berkas, lembar, sel, nilai
        )
