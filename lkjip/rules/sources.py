"""Sources of rules: `sources.toml`, and the reference each rule must carry."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lkjip.domain.aturan import Sumber
from lkjip.rules.checked import Checked
from lkjip.rules.files import read_rules

KEYAKINAN = ("Q", "S", "K", "D")
JENIS = ("peraturan", "dokumen", "praktik", "keputusan_program")


def read_sources(folder: Path) -> dict[str, Sumber]:
    """All sources by id."""
    berkas = read_rules(folder, "sources.toml")
    return {kunci: _source(kunci, berkas.table(kunci)) for kunci in berkas.keys()}  # noqa: SIM118


def _source(kunci: str, tabel: Checked) -> Sumber:
    sumber = Sumber(
        id=kunci,
        judul=tabel.text("judul"),
        tahun=tabel.whole("tahun"),
        keyakinan=tabel.choice("keyakinan", KEYAKINAN),
        pasal=tabel.text("pasal", ""),
        catatan=tabel.text("catatan", ""),
        jenis=tabel.choice("jenis", JENIS),
        nomor=tabel.text("nomor", ""),
        status=tabel.text("status", ""),
    )
    tabel.done()
    return sumber


def source_of(tabel: Checked, sumber: Mapping[str, Sumber]) -> Sumber:
    """The source a rule names under "sumber"; it must stand in `sources.toml`."""
    kunci = tabel.text("sumber")
    if kunci not in sumber:
        tabel.refuse("sumber", kunci, "kunci sumber yang ada dalam sources.toml, misalnya " + ", ".join(sumber))
    return sumber[kunci]
