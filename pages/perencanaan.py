"""Perencanaan: Renstra periods, import of plans, sasaran, indicators, formulas, targets, programmes."""

from __future__ import annotations

from lkjip.ui import (
    editing,
    rencana,
    rencana_buku,
    rencana_impor,
    rencana_indikator,
    rencana_pagu,
    rencana_posisi,
    rencana_rekonsiliasi,
    rencana_renstra,
    rencana_sasaran,
    rencana_target,
)
from lkjip.ui.bagian import show_parts
from lkjip.ui.cached import evaluate
from lkjip.ui.guard import guard
from lkjip.ui.layout import empty_state, headline, section

sesi = guard("perencanaan")
evaluasi = evaluate(sesi)
headline("Perencanaan", rencana.sentence(evaluasi))
editing.show_notice()


def show_overview() -> None:
    """All indicators with their targets, or where to begin."""
    if evaluasi.data.sasaran:
        rencana.show_overview(evaluasi)
        return
    empty_state(
        "Belum ada sasaran dan indikator",
        "Impor matriks Renstra di bagian Impor, atau unggah tabel kinerja: sasaran, indikator, dan target terbaca "
        "dari sana. Atau tulis sasaran pertama di bagian Tambah.",
        "unggah_data",
        "Unggah data",
    )


def show_indicator() -> None:
    """One indicator: form, targets, their history, removal."""
    pilihan = rencana.choose_indicator(evaluasi)
    if pilihan is None:
        return
    rencana_indikator.show_form(sesi, evaluasi.data, pilihan)
    section("Target", "Renstra: rencana lima tahun. PK: janji tahun itu; capaian diukur terhadap target PK.")
    for dinilai in evaluasi.indikator:
        if dinilai.indikator.id == pilihan.id:
            rencana_target.show_doubt(dinilai)
    rencana_target.show_form(sesi, pilihan)
    rencana_buku.show_ledger(sesi, pilihan)
    if evaluasi.data.rencana.renstra:
        section("Kondisi awal dan target akhir", "Dari mana indikator ini berangkat, dan di mana Renstra berakhir.")
        rencana_posisi.show(sesi, evaluasi.data.rencana, pilihan)
    rencana.show_removal(sesi, pilihan)


def show_sasaran() -> None:
    """A form for each sasaran; the programme tree with its pagu."""
    for satu in evaluasi.data.sasaran:
        rencana_sasaran.show_form(sesi, evaluasi, satu)
    rencana_pagu.show(sesi, evaluasi.data)


def show_new() -> None:
    """What can be added."""
    if evaluasi.data.sasaran:
        section("Indikator baru")
        rencana_indikator.new_form(sesi, evaluasi.data)
    section("Sasaran baru")
    rencana_sasaran.new_form(sesi)


show_parts(
    {
        "Ikhtisar": show_overview,
        "Renstra": lambda: rencana_renstra.show_tab(sesi, evaluasi.data),
        "Impor": lambda: rencana_impor.show_tab(sesi),
        "Indikator dan target": show_indicator,
        "Sasaran dan program": show_sasaran,
        "Rekonsiliasi": lambda: rencana_rekonsiliasi.show(sesi),
        "Tambah": show_new,
    },
    key="bagian",
)
