"""Colours of Okabe and Ito (told apart by the colour-blind); status always goes with shape and word."""

from __future__ import annotations

from lkjip.domain.capaian import Ketercapaian

TERCAPAI = "#009E73"
HAMPIR = "#E69F00"
TIDAK_TERCAPAI = "#D55E00"
TIDAK_TERUKUR = "#B4B8BD"

STATUS = {
    Ketercapaian.TERCAPAI: TERCAPAI,
    Ketercapaian.HAMPIR: HAMPIR,
    Ketercapaian.TIDAK_TERCAPAI: TIDAK_TERCAPAI,
    Ketercapaian.TIDAK_TERUKUR: TIDAK_TERUKUR,
}

# In a field of many cells the reached ones step back and the missed ones stand out, in grey print too.
CELLS = {
    Ketercapaian.TERCAPAI: "#A6DDCE",
    Ketercapaian.HAMPIR: "#F2CB78",
    Ketercapaian.TIDAK_TERCAPAI: TIDAK_TERCAPAI,
    Ketercapaian.TIDAK_TERUKUR: "#E4E7EB",
}

REALISASI = "#0072B2"
PAGU = "#C9D6E2"
TARGET = "#1F2933"
RENSTRA = "#7B8794"
TEXT = "#1F2933"
MUTED = "#52606D"
BAND = "#EEF0F2"
GRID = "#E4E7EB"
GROUND = "#FFFFFF"
