"""Rating scales: `scales/<id>.toml`. Gapless and without overlap, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lkjip.domain.aturan import Jenjang, Skala, Sumber
from lkjip.rules.checked import Checked
from lkjip.rules.files import read_rules, rule_names
from lkjip.rules.sources import source_of


def read_scales(folder: Path, sumber: Mapping[str, Sumber]) -> dict[str, Skala]:
    """All scales by id; the id must be the file's name."""
    skala = (_scale(folder, nama, sumber) for nama in rule_names(folder, "scales"))
    return {satu.id: satu for satu in skala}


def _scale(folder: Path, nama: str, sumber: Mapping[str, Sumber]) -> Skala:
    tabel = read_rules(folder, nama)
    skala = Skala(
        id=tabel.choice("id", (Path(nama).stem,)),
        nama=tabel.text("nama"),
        jenjang=_bands(tabel.tables("jenjang")),
        batas_masuk=tabel.truth("batas_masuk"),
        berlaku_sejak=tabel.day("berlaku_sejak"),
        sumber=source_of(tabel, sumber),
        catatan=tabel.text("catatan", ""),
    )
    tabel.done()
    return skala


def _bands(tabel: tuple[Checked, ...]) -> tuple[Jenjang, ...]:
    """Bands from the highest down. Each but the first says where it ends: exactly where the one above begins."""
    jenjang: list[Jenjang] = []
    for baris in tabel:
        predikat, mulai = baris.text("predikat"), baris.number("mulai")
        if jenjang:
            atas = jenjang[-1].mulai
            sampai = baris.number("sampai")
            if sampai != atas:
                sebutan = "celah" if sampai < atas else "tumpang tindih"
                baris.refuse("sampai", sampai, f"{atas}, awal jenjang di atasnya (sekarang ada {sebutan})")
            if mulai >= sampai:
                baris.refuse("mulai", mulai, f"angka di bawah {sampai}")
        if predikat in (satu.predikat for satu in jenjang):
            baris.refuse("predikat", predikat, "predikat yang belum dipakai jenjang lain")
        jenjang.append(Jenjang(mulai, predikat))
        baris.done()
    if jenjang[-1].mulai != 0:
        tabel[-1].refuse("mulai", jenjang[-1].mulai, "0 untuk jenjang terendah")
    return tuple(jenjang)
