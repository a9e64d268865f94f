"""Names of the programmes by code: `programs.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lkjip.domain.aturan import Sumber
from lkjip.rules.files import read_rules
from lkjip.rules.sources import source_of


def read_programs(folder: Path, sumber: Mapping[str, Sumber]) -> dict[str, str]:
    """Programme code (text, "7.01.02") -> name."""
    berkas = read_rules(folder, "programs.toml")
    source_of(berkas, sumber)
    tabel = berkas.table("program")
    program = {}
    for kode in tabel.keys():  # noqa: SIM118
        if not all(bagian.isdigit() for bagian in kode.split(".")):
            tabel.refuse(kode, kode, 'kode berisi angka dan titik dalam tanda kutip, misalnya "7.01.02"')
        program[kode] = tabel.text(kode)
    berkas.done()
    return program
