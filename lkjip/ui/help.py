"""The parts of the help page: written help from `docs/panduan`, rules and their examples from the rule files."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lkjip.services import aturan
from lkjip.ui import formats
from lkjip.ui.navigation import ROOT

FOLDER = ROOT / "docs" / "panduan"


def show_written(nama: str) -> None:
    """A chapter of the written guide."""
    st.markdown((FOLDER / f"{nama}.md").read_text(encoding="utf-8"))


def show_formulas() -> None:
    """Every formula as it is printed beside results, with a computed example and its source."""
    rows = []
    for rumus in aturan.current().rumus.values():
        contoh = aturan.example(rumus)
        rows.append(
            {
                "Rumus": f"**{formats.plain(rumus.nama)}**",
                "Cara menghitung": formats.plain(rumus.kalimat),
                "Ditulis": formats.plain(rumus.tulisan),
                "Contoh": formats.plain(
                    f"target {contoh.target}, realisasi {contoh.realisasi} → capaian {contoh.capaian}"
                ),
            }
        )
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt="Rumus capaian dengan contoh")


def show_scales(berlaku: str = "") -> None:
    """Every rating scale with its bands; the one in force is marked."""
    for skala in aturan.current().skala.values():
        with st.container(border=True):
            tanda = " :blue-badge[berlaku]" if skala.id == berlaku else ""
            st.markdown(f"**{formats.plain(skala.nama)}**{tanda}")
            bands = pd.DataFrame(aturan.bands(skala), columns=["Predikat", "Capaian (%)"])
            st.table(bands, hide_index=True, border="horizontal", width="content", alt=f"Skala {skala.nama}")
            st.caption(formats.plain(f"Sumber: {aturan.source_line(skala.sumber)}. {skala.catatan}".strip()))


def show_sources() -> None:
    """Every regulation, document or practice the rules rest on, and how sure we are of it."""
    rows = [
        {
            "Sumber": formats.plain(sumber.judul),
            "Keadaan": formats.plain(sumber.status or formats.TANDA_HUBUNG),
            "Keyakinan": aturan.KEYAKINAN[sumber.keyakinan],
        }
        for sumber in aturan.current().sumber.values()
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt="Sumber aturan")


def show_sop() -> None:
    """The steps of the SOP: who, what, standard time, result."""
    rows = [
        {
            "No.": str(langkah.nomor),
            "Kegiatan": formats.plain(langkah.kegiatan),
            "Pelaksana": formats.plain(langkah.pelaksana),
            "Waktu baku": f"{langkah.waktu} {langkah.satuan_waktu}",
            "Keluaran": formats.plain(langkah.keluaran),
        }
        for langkah in aturan.sop()
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt="Langkah SOP penyusunan LKjIP")
