"""One indicator: its figures, the years against the Renstra, the rule in words, and where each number comes from."""

from __future__ import annotations

from typing import Any

import streamlit as st

from lkjip.domain.evaluasi import EvaluasiIndikator, TahunIndikator
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.numbers import Nilai
from lkjip.domain.showing import show_capaian, show_nilai, show_percent_sign, with_unit
from lkjip.services import aturan
from lkjip.ui import formats
from lkjip.ui.layout import Angka, details, figures
from lkjip.ui.navigation import page
from lkjip.ui.table import Kolom, show_table
from lkjip.ui.trace_panel import show_trace

NAMA_TARGET = {JenisTarget.PK: "Target PK", JenisTarget.RENSTRA: "Target Renstra"}


def label(satu: EvaluasiIndikator) -> str:
    """How an indicator is named in a list and in the address: "2.1 Nilai SAKIP"."""
    return f"{satu.sasaran.urutan}.{satu.indikator.urutan} {' '.join(satu.indikator.teks.split())}"


def show_heading(satu: EvaluasiIndikator) -> None:
    """Name, sasaran and status."""
    st.markdown(f"#### {formats.plain(satu.indikator.teks)} {formats.status_badge(satu.ketercapaian)}")
    st.caption(f"Sasaran {satu.sasaran.urutan}: {formats.plain(satu.sasaran.teks)}")


def show_figures(satu: EvaluasiIndikator) -> None:
    """Target, realisasi, capaian and the way to the last Renstra target, each with its ground."""
    realisasi = satu.realisasi.nilai if satu.realisasi else None
    figures(
        [
            Angka(_target_name(satu), _written(satu.target, satu), _source(satu.target)),
            Angka("Realisasi", _with_unit(realisasi, satu), _ground(satu)),
            Angka("Capaian", show_percent_sign(satu.capaian.nilai), satu.capaian.alasan or satu.predikat),
            *_end_of_renstra(satu),
        ]
    )
    for catatan in (*satu.catatan, *satu.capaian.catatan):
        st.info(formats.plain(catatan), icon=":material/info:")


def show_years(satu: EvaluasiIndikator) -> None:
    """The table beside the trend: every year with data."""
    rows = [_year_row(tahun) for tahun in satu.riwayat]
    columns = [
        Kolom("tahun", "Tahun"),
        Kolom("pk", f"Target PK{_unit(satu)}", "ringkas"),
        Kolom("renstra", f"Target Renstra{_unit(satu)}", "ringkas"),
        Kolom("realisasi", f"Realisasi{_unit(satu)}", "ringkas"),
        Kolom("capaian", "Capaian (%)", "persen"),
        Kolom("capaian_renstra", "Capaian terhadap Renstra (%)", "persen"),
    ]
    show_table(
        rows,
        [kolom for kolom in columns if any(row[kolom.nama] not in (None, formats.TANDA_HUBUNG) for row in rows)],
        key="riwayat_indikator",
        alt=f"Target dan realisasi {satu.indikator.teks} menurut tahun",
    )


def show_rule_and_trace(satu: EvaluasiIndikator, *, boleh_ubah: bool) -> None:
    """The rule in words with its source, every step down to the cell, and where to change it (for whoever may)."""
    rumus = aturan.current().rumus[satu.indikator.rumus]
    st.markdown(f"**Rumus: {formats.plain(rumus.nama)}.** {formats.plain(rumus.kalimat)}")
    ditetapkan = "sudah ditetapkan" if satu.indikator.rumus_ditetapkan else "rumus usulan, belum ditetapkan"
    st.caption(formats.plain(f"{rumus.tulisan} · {aturan.source_line(rumus.sumber)} · {ditetapkan}"))
    _show_printed(satu)
    if boleh_ubah:
        st.page_link(
            page("perencanaan"),
            label="Ubah rumus, satuan, atau target indikator ini",
            icon=":material/edit:",
            query_params={"indikator": label(satu), "bagian": "Indikator dan target"},
        )
    with details("Asal angka: langkah hitungan sampai berkas, lembar, dan sel", terbuka=True):
        show_trace(satu.capaian.trace, f"Langkah hitungan capaian {satu.indikator.teks}")


def _show_printed(satu: EvaluasiIndikator) -> None:
    """The percentage printed in the file beside our own, where the file had one."""
    tercetak = satu.realisasi.capaian_tercetak if satu.realisasi else None
    if tercetak is not None and tercetak.angka is not None:
        st.caption(
            f"Persentase yang tertulis di berkas: {formats.plain(show_nilai(tercetak))}; "
            f"hitungan program: {formats.plain(show_capaian(satu.capaian))}."
        )


def cell(nilai: Nilai | None) -> Any:
    """A value for a number column: the Decimal where there is one number, else its words."""
    if nilai is not None and nilai.angka is not None and nilai.sampai is None:
        return nilai.angka
    return show_nilai(nilai)


def _target_name(satu: EvaluasiIndikator) -> str:
    return f"{NAMA_TARGET[satu.dasar]} {satu.tahun}" if satu.dasar else f"Target {satu.tahun}"


def _unit(satu: EvaluasiIndikator) -> str:
    return f" ({satu.indikator.satuan})" if satu.indikator.satuan else ""


def _with_unit(nilai: Nilai | None, satu: EvaluasiIndikator) -> str:
    ditulis = show_nilai(nilai)
    return with_unit(ditulis, satu.indikator.satuan) if nilai is not None and nilai.terukur else ditulis


def _written(target: Target | None, satu: EvaluasiIndikator) -> str:
    return _with_unit(target.nilai if target else None, satu)


def _source(target: Target | None) -> str:
    return formats.plain(str(target.sumber)) if target else "belum ditetapkan"


def _ground(satu: EvaluasiIndikator) -> str:
    if satu.sementara:
        return "Sementara"
    if any(step.langkah.startswith("Triwulan ") for step in satu.capaian.trace):
        return "dihitung dari triwulan"
    return formats.plain(str(satu.realisasi.sumber)) if satu.realisasi else ""


def _end_of_renstra(satu: EvaluasiIndikator) -> list[Angka]:
    if satu.akhir_renstra is None or satu.capaian_akhir is None or satu.capaian_akhir.nilai is None:
        return []
    target = f"target {_written(satu.akhir_renstra, satu)}"
    return [
        Angka(f"Terhadap akhir Renstra {satu.akhir_renstra.tahun}", show_percent_sign(satu.capaian_akhir.nilai), target)
    ]


def _year_row(tahun: TahunIndikator) -> dict[str, Any]:
    return {
        "tahun": tahun.tahun,
        "pk": cell(tahun.target_pk.nilai if tahun.target_pk else None),
        "renstra": cell(tahun.target_renstra.nilai if tahun.target_renstra else None),
        "realisasi": cell(tahun.realisasi.nilai if tahun.realisasi else None),
        "capaian": tahun.capaian.nilai,
        "capaian_renstra": tahun.capaian_renstra.nilai,
    }
