"""The catalogue of findings: `findings.toml`."""

from __future__ import annotations

import string
from pathlib import Path

from lkjip.domain.finding import FindingText, Katalog, Tingkat
from lkjip.rules.checked import Checked
from lkjip.rules.files import read_rules


def read_findings(folder: Path) -> Katalog:
    """All finding texts by code."""
    berkas = read_rules(folder, "findings.toml")
    return Katalog({kode: _text(kode, berkas.table(kode)) for kode in berkas.keys()})  # noqa: SIM118


def _text(kode: str, tabel: Checked) -> FindingText:
    teks = FindingText(
        kode,
        Tingkat(tabel.choice("tingkat", tuple(Tingkat))),
        _fillable(tabel, "pesan"),
        _fillable(tabel, "saran"),
    )
    tabel.done()
    return teks


def _fillable(tabel: Checked, kunci: str) -> str:
    """A text whose {places} are plain names, so that filling it cannot fail on the text itself."""
    teks = tabel.text(kunci)
    try:
        nama = [tempat for _, tempat, _, _ in string.Formatter().parse(teks) if tempat is not None]
    except ValueError:
        tabel.refuse(kunci, teks, "kurung kurawal yang berpasangan, misalnya {sel}")
    for tempat in nama:
        if not tempat.isidentifier():
            tabel.refuse(kunci, "{" + tempat + "}", "nama di dalam kurung kurawal, misalnya {sel}")
    return teks
