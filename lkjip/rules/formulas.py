"""Formulas as printed beside results: `formulas/<id>.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lkjip.domain.aturan import Rumus, Sumber
from lkjip.domain.formulas import FUNGSI
from lkjip.rules.files import read_rules, rule_names
from lkjip.rules.sources import source_of

ARAH = ("naik", "turun", "tetap")


def read_formulas(folder: Path, sumber: Mapping[str, Sumber]) -> dict[str, Rumus]:
    """All formulas by id; the id must be the file's name, the function one that exists."""
    rumus = (_formula(folder, nama, sumber) for nama in rule_names(folder, "formulas"))
    return {satu.id: satu for satu in rumus}


def _formula(folder: Path, nama: str, sumber: Mapping[str, Sumber]) -> Rumus:
    tabel = read_rules(folder, nama)
    rumus = Rumus(
        id=tabel.choice("id", (Path(nama).stem,)),
        nama=tabel.text("nama"),
        kalimat=tabel.text("kalimat"),
        tulisan=tabel.text("tulisan"),
        fungsi=tabel.choice("fungsi", tuple(FUNGSI)),
        arah=tabel.choice("arah", ARAH),
        berlaku_sejak=tabel.day("berlaku_sejak"),
        sumber=source_of(tabel, sumber),
        catatan=tabel.text("catatan", ""),
    )
    tabel.done()
    return rumus
