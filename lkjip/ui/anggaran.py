"""The year's budget: the tree of lines as an indented table, and capaian beside serapan for each sasaran."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import streamlit as st

from lkjip.domain.anggaran import BarisAnggaran, EvaluasiAnggaran, SerapanBaris, TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.evaluasi import Evaluasi, EvaluasiSasaran
from lkjip.domain.numbers import format_rupiah
from lkjip.domain.pagu import BarisPagu
from lkjip.domain.showing import show_percent_sign
from lkjip.domain.trace import place
from lkjip.services.ringkasan import show_amount
from lkjip.ui import formats
from lkjip.ui.indikator import cell
from lkjip.ui.layout import Angka
from lkjip.ui.navigation import page
from lkjip.ui.table import Kolom, show_table, width_for

NAMA_TINGKAT = {
    TingkatAnggaran.TOTAL: "Jumlah",
    TingkatAnggaran.URUSAN: "Urusan",
    TingkatAnggaran.BIDANG: "Bidang",
    TingkatAnggaran.SKPD: "SKPD",
    TingkatAnggaran.PROGRAM: "Program",
    TingkatAnggaran.KEGIATAN: "Kegiatan",
    TingkatAnggaran.SUB_KEGIATAN: "Sub kegiatan",
    TingkatAnggaran.REKENING: "Rekening",
}
INDENT = "\u2003"  # an em space: Streamlit's grid keeps it


def sentence(anggaran: EvaluasiAnggaran) -> str:
    """The year's budget in one sentence."""
    if not anggaran.baris:
        return f"Belum ada data anggaran untuk tahun {anggaran.tahun}."
    if anggaran.pagu is None or anggaran.realisasi is None or anggaran.serapan is None:
        return f"{len(anggaran.baris)} baris anggaran {anggaran.tahun}; serapannya belum dapat dihitung."
    dari = f"{format_rupiah(anggaran.realisasi)} dari {format_rupiah(anggaran.pagu)}"
    return f"Terserap {show_percent_sign(anggaran.serapan)}: {dari}."


def key_figures(anggaran: EvaluasiAnggaran) -> list[Angka]:
    """Pagu, realisasi, serapan and how many programmes; a budget without that level counts its lines instead."""
    program = len(anggaran.setingkat(TingkatAnggaran.PROGRAM))
    jumlah = f"{len(anggaran.baris)} baris anggaran"
    tingkat = (
        f"dijumlahkan dari tingkat {NAMA_TINGKAT[anggaran.tingkat_jumlah].lower()}" if anggaran.tingkat_jumlah else ""
    )
    return [
        Angka("Pagu", _amount(anggaran.pagu), formats.plain(formats.rupiah(anggaran.pagu))),
        Angka("Realisasi", _amount(anggaran.realisasi), formats.plain(formats.rupiah(anggaran.realisasi))),
        Angka("Serapan", show_percent_sign(anggaran.serapan), tingkat),
        Angka("Program", str(program), jumlah) if program else Angka("Baris anggaran", str(len(anggaran.baris))),
    ]


def show_notes(anggaran: EvaluasiAnggaran) -> None:
    """How totals were made, and what was left out of them."""
    for catatan in anggaran.catatan:
        st.info(formats.plain(catatan), icon=":material/info:")


def show_link_to_programmes(evaluasi: Evaluasi, *, boleh: bool) -> None:
    """How many sasaran lack programmes: who gives them, and the way there for whoever may."""
    tanpa = sum(not satu.sasaran.program for satu in evaluasi.sasaran)
    if tanpa:
        siapa = "" if boleh else " Analis menghubungkannya di halaman Perencanaan."
        st.caption(f"{tanpa} sasaran belum dihubungkan dengan program.{siapa}")
    if not boleh:
        return
    st.page_link(
        page("perencanaan"),
        label="Hubungkan sasaran dengan programnya",
        icon=":material/link:",
        query_params={"bagian": "Sasaran dan program"},
    )


def choose_depth(anggaran: EvaluasiAnggaran) -> TingkatAnggaran | None:
    """Down to which level the tree is shown; kept in the address."""
    ada = [tingkat for tingkat in TingkatAnggaran if anggaran.setingkat(tingkat)]
    if len(ada) < 2:
        return ada[0] if ada else None
    by_text = {NAMA_TINGKAT[tingkat]: tingkat for tingkat in ada}
    awal = NAMA_TINGKAT[TingkatAnggaran.KEGIATAN if TingkatAnggaran.KEGIATAN in ada else ada[-1]]
    chosen = st.segmented_control(
        "Tampilkan sampai", list(by_text), default=awal, required=True, key="sampai", bind="query-params"
    )
    return by_text.get(chosen or awal)


def show_tree(anggaran: EvaluasiAnggaran, sampai: TingkatAnggaran | None, rencana: Sequence[BarisPagu] = ()) -> None:
    """Budget lines in file order, indented by depth. Lines below `sampai` are left out.

    `rencana`: the programme tree; its pagu murni and perubahan stand beside the reported pagu, joined by code.
    """
    order = list(TingkatAnggaran)
    terdalam = order.index(sampai) if sampai else len(order)
    tampil = [satu for satu in anggaran.baris if order.index(satu.baris.tingkat) <= terdalam]
    ada = sorted({order.index(satu.baris.tingkat) for satu in tampil})
    planned = {(satu.tahap, satu.kode): satu.pagu for satu in rencana if satu.tahun == anggaran.tahun and satu.kode}
    tahap = [satu for satu in Tahap if any(key[0] is satu for key in planned)]
    lembar = _only_sheet(tampil)
    rows = [
        _line_row(satu, ada.index(order.index(satu.baris.tingkat)), lembar)
        | {stage.value: cell(planned.get((stage, satu.baris.kode))) for stage in tahap}
        for satu in tampil
    ]
    show_table(
        rows,
        [
            *([Kolom("kode", "Kode")] if any(row["kode"] for row in rows) else []),
            Kolom("uraian", "Uraian", lebar=305),
            *(Kolom(stage.value, f"Pagu {stage.value} (Rp)", "rupiah") for stage in tahap),
            Kolom("pagu", "Pagu (Rp)", "rupiah", lebar=_amount_width(tampil)),
            Kolom("realisasi", "Realisasi (Rp)", "rupiah", lebar=_amount_width(tampil)),
            Kolom("serapan", "Serapan (%)", "persen"),
            Kolom("sumber", "Lembar dan sel" if lembar is None else "Sel", lebar=_source_width(rows, lembar)),
        ],
        key="pohon_anggaran",
        alt="Pagu, realisasi, dan serapan menurut program, kegiatan, dan sub kegiatan",
        utuh=True,
    )
    berkas = sorted({satu.baris.sumber.berkas for satu in tampil if satu.baris.sumber.berkas})
    if berkas:
        di = f", {place(lembar, awal=False)}" if lembar else ""
        st.caption(formats.plain(f"Berkas sumber: {', '.join(berkas)}{di}."))


def show_efficiency(evaluasi: Evaluasi) -> None:
    """Capaian and serapan of each sasaran, then the sentence each of them earns."""
    dengan = [satu for satu in evaluasi.sasaran if satu.efisiensi is not None]
    if dengan:
        show_table(
            [_efficiency_row(satu) for satu in dengan],
            [
                Kolom("sasaran", "Sasaran", lebar=230),
                Kolom("pagu", "Pagu (Rp)", "rupiah"),
                Kolom("realisasi", "Realisasi (Rp)", "rupiah"),
                Kolom("serapan", "Serapan (%)", "persen"),
                Kolom("capaian", "Capaian (%)", "persen"),
                Kolom("selisih", "Capaian − serapan", "persen"),
                Kolom("sisa", "Sisa anggaran (Rp)", "rupiah"),
            ],
            key="tabel_efisiensi",
            alt="Capaian dan serapan anggaran menurut sasaran",
        )
    for satu in evaluasi.sasaran:
        kalimat = satu.efisiensi.kalimat if satu.efisiensi else "Belum dihubungkan dengan program anggaran."
        st.markdown(f"**Sasaran {satu.sasaran.urutan}.** {formats.plain(kalimat)}")


def programmes(evaluasi: Evaluasi) -> list[BarisAnggaran]:
    """The programme lines of the year."""
    return [satu.baris for satu in evaluasi.anggaran.setingkat(TingkatAnggaran.PROGRAM)]


def programme_key(baris: BarisAnggaran) -> str:
    """How a sasaran names a programme: by its code, lacking one by its text."""
    return baris.kode or baris.uraian


def _amount(angka: Decimal | None) -> str:
    return formats.TANDA_HUBUNG if angka is None else show_amount(angka)


def _amount_width(tampil: Sequence[SerapanBaris]) -> int:
    """A number cut at its front reads as another number: the column is as wide as its longest amount."""
    nilai = [satu.angka for baris in tampil for satu in (baris.baris.pagu, baris.baris.realisasi) if satu is not None]
    ditulis = [formats.rupiah(angka) for angka in nilai if angka is not None]
    return max(120, 24 + 8 * max(map(len, ditulis), default=0))


def _only_sheet(tampil: Sequence[SerapanBaris]) -> str | None:
    """The sheet that all lines come from, named once below the table; None where there are several."""
    sheets = {(satu.baris.sumber.berkas, satu.baris.sumber.lembar) for satu in tampil}
    return next(iter(sheets))[1] if len(sheets) == 1 else None


def _source_width(rows: Sequence[dict[str, Any]], lembar: str | None) -> int:
    return width_for((row["sumber"] for row in rows), least=110 if lembar is None else 60)


def _line_row(satu: SerapanBaris, depth: int, lembar: str | None) -> dict[str, Any]:
    baris = satu.baris
    return {
        "kode": baris.kode,
        "uraian": INDENT * depth + baris.uraian + (f" ({baris.kelompok})" if baris.kelompok else ""),
        "pagu": cell(baris.pagu),
        "realisasi": cell(baris.realisasi),
        "serapan": satu.serapan if satu.serapan is not None else satu.alasan,
        "sumber": place(baris.sumber.lembar, baris.sumber.sel) if lembar is None else baris.sumber.sel,
    }


def _efficiency_row(satu: EvaluasiSasaran) -> dict[str, Any]:
    efisiensi = satu.efisiensi
    assert efisiensi is not None  # noqa: S101  # only sasaran with programmes come here
    return {
        "sasaran": f"{satu.sasaran.urutan}. {satu.sasaran.teks}",
        "pagu": efisiensi.pagu,
        "realisasi": efisiensi.realisasi,
        "serapan": efisiensi.serapan,
        "capaian": efisiensi.capaian,
        "selisih": efisiensi.selisih,
        "sisa": efisiensi.sisa,
    }
