"""The steps of the SOP: `sop.toml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lkjip.domain.aturan import LangkahSop, Sumber
from lkjip.rules.checked import Checked
from lkjip.rules.files import FOLDER, read_rules
from lkjip.rules.sources import read_sources, source_of

SATUAN_WAKTU = ("menit", "jam", "hari")


@cache
def load_sop(folder: Path = FOLDER) -> tuple[LangkahSop, ...]:
    """The steps in order, numbered 1, 2, 3 ... without a gap."""
    berkas = read_rules(folder, "sop.toml")
    sumber = source_of(berkas, read_sources(folder))
    langkah = tuple(_step(tabel, nomor, sumber) for nomor, tabel in enumerate(berkas.tables("langkah"), 1))
    berkas.done()
    return langkah


def _step(tabel: Checked, nomor: int, sumber: Sumber) -> LangkahSop:
    if (tertulis := tabel.whole("nomor")) != nomor:
        tabel.refuse("nomor", tertulis, f"{nomor}: langkah bernomor urut tanpa celah")
    langkah = LangkahSop(
        nomor=nomor,
        kegiatan=tabel.text("kegiatan"),
        pelaksana=tabel.text("pelaksana"),
        kolom=tabel.words("kolom", boleh_kosong=True),
        kelengkapan=tabel.text("kelengkapan"),
        waktu=tabel.whole("waktu"),
        satuan_waktu=tabel.choice("satuan_waktu", SATUAN_WAKTU),
        keluaran=tabel.text("keluaran"),
        sumber=sumber,
        keterangan=tabel.text("keterangan", ""),
        catatan=tabel.text("catatan", ""),
    )
    tabel.done()
    return langkah
