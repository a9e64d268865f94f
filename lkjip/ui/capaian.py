"""Achievement of the year at a glance: filters in the address, figures, status by sasaran, table of indicators."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from lkjip.domain.access import Actor
from lkjip.domain.capaian import Ketercapaian
from lkjip.domain.evaluasi import Evaluasi, EvaluasiIndikator, EvaluasiSasaran
from lkjip.domain.showing import TANDA_KETERCAPAIAN, show_capaian, show_status
from lkjip.services.charts import capaian_bars
from lkjip.services.pilihan import narrow, worst_first
from lkjip.ui import formats
from lkjip.ui.filters import choose_few, choose_one_or_all
from lkjip.ui.findings_table import sentence, show_findings
from lkjip.ui.grafik import show_chart
from lkjip.ui.indikator import cell, label
from lkjip.ui.layout import details
from lkjip.ui.table import Kolom, show_table, width_for

KUNCI_INDIKATOR = "indikator"  # the chosen indicator stands in the address: ?indikator=...
BATANG = "batang_capaian"


def choose_part(evaluasi: Evaluasi) -> tuple[Evaluasi, bool]:
    """The filters (sasaran, status), kept in the address; without a choice the whole year. True: only some status."""
    kiri, kanan = st.columns([2, 3], vertical_alignment="top", gap="medium")
    with kiri:
        sasaran = choose_one_or_all("Sasaran", evaluasi.sasaran, "sasaran", _sasaran_label)
    with kanan:
        status = choose_few("Status", list(Ketercapaian), "status", show_status)
    return narrow(evaluasi, sasaran.sasaran.id if sasaran else None, status), len(status) < len(Ketercapaian)


def choose_indicator(bagian: Evaluasi) -> EvaluasiIndikator | None:
    """One indicator by list; the same choice is made by a click on its bar, and it stands in the address."""
    pilihan = {label(satu): satu for satu in bagian.indikator}
    sebelum = st.session_state.get(KUNCI_INDIKATOR)
    if sebelum is None:
        st.session_state.pop(KUNCI_INDIKATOR, None)  # so that the address counts, where it names one by now
    elif sebelum not in pilihan:
        st.session_state[KUNCI_INDIKATOR] = None  # not removed: the browser would go on showing it
    chosen = st.selectbox(
        "Rincian indikator",
        list(pilihan),
        index=None,
        key=KUNCI_INDIKATOR,
        bind="query-params",
        on_change=_let_go,
        placeholder="Klik sebuah batang, atau pilih indikator di sini",
    )
    return pilihan.get(chosen) if chosen else None


def list_title(evaluasi: Evaluasi, bagian: Evaluasi) -> str:
    """A filtered list says that it is one."""
    tampil, semua = len(bagian.indikator), len(evaluasi.indikator)
    return "Semua indikator" if tampil == semua else f"Indikator yang dipilih: {tampil} dari {semua}"


def show_by_sasaran(bagian: Evaluasi) -> None:
    """Status counts, mean and grade of each sasaran; a mean says how many indicators it counts."""
    show_table(
        [_sasaran_row(satu) for satu in bagian.sasaran],
        [
            Kolom("sasaran", "Sasaran", lebar=380),
            Kolom("status", "Status indikator"),
            Kolom("rerata", "Rata-rata (%)", "persen"),
            Kolom("dasar", "Dihitung dari"),
            Kolom("predikat", "Predikat"),
        ],
        key="tabel_sasaran",
        alt="Status dan rata-rata capaian menurut sasaran",
    )


def show_indicators(bagian: Evaluasi) -> None:
    """All indicators of the part, the lowest first."""
    rows = [_indicator_row(satu) for satu in worst_first(bagian)]
    bersatuan = any(row["satuan"] for row in rows)
    show_table(
        rows,
        [
            Kolom("status", "Status"),
            Kolom("indikator", "Indikator", lebar=262),
            *(
                [Kolom("satuan", "Satuan", lebar=width_for(_words(rows, "satuan"), least=68, most=120))]
                if bersatuan
                else []
            ),
            Kolom("target", "Target", "ringkas"),
            Kolom("realisasi", "Realisasi", "ringkas", lebar=112),
            Kolom("capaian", "Capaian (%)", "persen", lebar=150),
            Kolom("predikat", "Predikat"),
        ],
        key="tabel_indikator",
        alt="Target, realisasi, capaian, predikat, dan status setiap indikator",
    )


def _words(rows: Sequence[dict[str, Any]], nama: str) -> list[str]:
    return [word for row in rows for word in str(row[nama]).split()]


def show_bars(bagian: Evaluasi, by_status: bool) -> None:
    """The sorted bars; a click on one chooses its indicator in the list below."""
    show_chart(capaian_bars(bagian, by_status=by_status), _bars_key(), pilih=partial(_choose, bagian))


def _bars_key() -> str:
    """Another key is another chart, with no bar selected (and drawn anew)."""
    return f"{BATANG}_{st.session_state.get(BATANG, 0)}"


def _let_go() -> None:
    """A choice in the list lets go of the clicked bar, else a click on that bar would mean letting go."""
    if (st.session_state.get(_bars_key()) or {}).get("selection", {}).get("points"):
        st.session_state[BATANG] = st.session_state.get(BATANG, 0) + 1


def _choose(bagian: Evaluasi, indikator_id: str) -> None:
    for satu in bagian.indikator:
        if str(satu.indikator.id) == indikator_id:
            st.session_state[KUNCI_INDIKATOR] = label(satu)


def show_rules(evaluasi: Evaluasi, actor: Actor) -> None:
    """The rules in force for these figures, and what looks odd in them."""
    if evaluasi.temuan:
        with details(f"Yang perlu diperiksa: {sentence(evaluasi.temuan)}"):
            show_findings(evaluasi.temuan, actor, "temuan_capaian")
    with details("Aturan yang dipakai"):
        st.markdown("\n".join(f"- {formats.plain(kalimat)}" for kalimat in evaluasi.aturan))


def _sasaran_label(satu: EvaluasiSasaran) -> str:
    return f"{satu.sasaran.urutan}. {' '.join(satu.sasaran.teks.split())}"


def _sasaran_row(satu: EvaluasiSasaran) -> dict[str, Any]:
    hitungan = satu.hitungan
    menurut = {
        Ketercapaian.TERCAPAI: hitungan.tercapai,
        Ketercapaian.HAMPIR: hitungan.hampir,
        Ketercapaian.TIDAK_TERCAPAI: hitungan.tidak_tercapai,
        Ketercapaian.TIDAK_TERUKUR: hitungan.tidak_terukur,
    }
    return {
        "sasaran": _sasaran_label(satu),
        "status": "  ".join(f"{TANDA_KETERCAPAIAN[status]} {jumlah}" for status, jumlah in menurut.items() if jumlah),
        "rerata": satu.rerata,
        "dasar": f"{hitungan.terukur} dari {hitungan.jumlah} indikator",
        "predikat": satu.predikat,
    }


def _indicator_row(satu: EvaluasiIndikator) -> dict[str, Any]:
    return {
        "status": show_status(satu.ketercapaian),
        "indikator": label(satu),
        "satuan": satu.indikator.satuan,
        "target": cell(satu.target.nilai if satu.target else None),
        "realisasi": cell(satu.realisasi.nilai if satu.realisasi else None),
        "capaian": satu.capaian.nilai if satu.capaian.nilai is not None else show_capaian(satu.capaian),
        "predikat": satu.predikat,
    }
