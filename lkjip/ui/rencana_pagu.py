"""Lines of the programme tree of a year: the list with its pagu, one line changed, added or taken out."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.domain.anggaran import SEBUTAN_TINGKAT
from lkjip.domain.dokumen import Tahap
from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.numbers import format_rupiah
from lkjip.domain.pagu import BarisPagu, plan_in_force, sums_that_differ
from lkjip.domain.pohon_pagu import TINGKAT_POHON, tree_of
from lkjip.services import pohon_program
from lkjip.services.pohon_program import name_of
from lkjip.ui import formats, rencana_baris_pagu
from lkjip.ui.anggaran import INDENT
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import section
from lkjip.ui.table import Kolom, show_table

NAMA_TAHAP = {Tahap.MURNI: "Murni", Tahap.PERUBAHAN: "Perubahan"}
PALING_BANYAK = 5  # lines whose parts do not add up, named one by one


def show(sesi: Sesi, data: DataKinerja) -> None:
    """The tree of the year and stage, what does not add up, and the forms."""
    section(f"Program dan pagu {sesi.tahun}", _sentence(data.pagu, sesi.tahun))
    berubah = any(satu.tahun == sesi.tahun and satu.tahap is Tahap.PERUBAHAN for satu in data.pagu)
    tahap = st.segmented_control(
        "Tahap anggaran", list(Tahap), default=Tahap.PERUBAHAN if berubah else Tahap.MURNI, required=True,
        format_func=NAMA_TAHAP.__getitem__, key=f"tahap_pagu_{sesi.tahun}",
    )  # fmt: skip
    lines = tree_of(data.pagu, sesi.tahun, tahap)
    if tahap is Tahap.PERUBAHAN and not berubah:
        st.info(
            "Belum ada pagu perubahan. Yang pertama diubah di sini memulainya sebagai salinan pagu murni."
            if lines
            else "Belum ada pagu perubahan, dan belum ada pagu murni yang dapat disalin.",
            icon=":material/info:",
        )
    if lines:
        _show_lines(lines, sesi.tahun, tahap)
        _show_sums(lines)
        rencana_baris_pagu.change_form(sesi, lines)
    rencana_baris_pagu.new_form(sesi, lines, sesi.tahun, tahap)


def _sentence(pagu: Sequence[BarisPagu], tahun: int) -> str:
    of_year = [satu for satu in pagu if satu.tahun == tahun]
    if not of_year:
        return "Belum ada. Impor DPA di bagian Impor, atau tambahkan barisnya di bawah."
    counts = ", ".join(f"{sum(satu.tahap is tahap for satu in of_year)} baris {tahap.value}" for tahap in Tahap)
    return f"{counts}. Yang berlaku: {plan_in_force(pagu, tahun)[0].tahap.value}."


def _show_lines(lines: Sequence[BarisPagu], tahun: int, tahap: Tahap) -> None:
    rows = [
        {
            "kode": satu.kode or formats.TANDA_HUBUNG,
            "uraian": INDENT * TINGKAT_POHON.index(satu.tingkat) + satu.uraian,
            "tingkat": SEBUTAN_TINGKAT[satu.tingkat],
            "pagu": satu.pagu.angka if satu.pagu.angka is not None else pohon_program.amount_of(satu.pagu),
        }
        for satu in lines
    ]
    show_table(
        rows,
        [
            *([Kolom("kode", "Kode", lebar=140)] if any(satu.kode for satu in lines) else []),
            Kolom("uraian", "Uraian", lebar=420),
            Kolom("tingkat", "Tingkat", lebar=110),
            Kolom("pagu", "Pagu (Rp)", "rupiah"),
        ],
        key=f"pohon_{tahun}_{tahap.value}",
        alt=f"Program, kegiatan, dan sub kegiatan {tahun} dengan pagu {tahap.value}",
        utuh=True,
    )


def _show_sums(lines: Sequence[BarisPagu]) -> None:
    """Lines whose parts do not add up to them."""
    beda = sums_that_differ(lines)
    texts = [
        f"{name_of(satu)}: {pohon_program.amount_of(satu.pagu)}, jumlah bagiannya {format_rupiah(total)}"
        for satu, total in beda[:PALING_BANYAK]
    ]
    if beda:
        more = f" Dan {len(beda) - PALING_BANYAK} baris lain." if len(beda) > PALING_BANYAK else ""
        st.warning(
            formats.plain(f"Pagu yang tidak sama dengan jumlah bagiannya: {'; '.join(texts)}.{more}"),
            icon=":material/warning:",
        )
