"""One capaian from typed texts, for the command line and for trying a formula out."""

from __future__ import annotations

from lkjip.domain.capaian import Capaian
from lkjip.domain.formulas import compute_capaian
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.predikat import grade
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.services.isian import read_isian


def hitung(rumus: str, target: str, realisasi: str) -> tuple[Capaian, str]:
    """The capaian by this formula under the default settings, and its grade ("" where there is none)."""
    aturan, pengaturan = load_aturan(), Pengaturan()
    if rumus not in aturan.rumus:
        raise RefusedError(f"Rumus '{rumus}' tidak dikenal. Pilih salah satu: {', '.join(aturan.rumus)}.")
    capaian = compute_capaian(
        rumus,
        read_isian(target, "Target"),
        read_isian(realisasi, "Realisasi"),
        pengaturan,
        aturan.istilah.urutan_label,
        fungsi=aturan.rumus[rumus].fungsi,
    )
    predikat = grade(aturan.skala[pengaturan.skala], capaian.nilai, pengaturan) if capaian.nilai is not None else ""
    return capaian, predikat
