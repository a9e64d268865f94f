"""The ledger of an indicator's targets on screen: every revision with its document, and the form for the next one."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.buku_target import RevisiTarget
from lkjip.domain.indikator import Indikator, JenisTarget
from lkjip.domain.showing import show_nilai, show_percent_sign
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import buku_target
from lkjip.services.buku_target import Revisi
from lkjip.services.isian import write_nilai
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi
from lkjip.ui.table import Kolom, show_table

NAMA = {JenisTarget.PK: "PK", JenisTarget.RENSTRA: "Renstra"}


def show_ledger(sesi: Sesi, indikator: Indikator) -> None:
    """Every entry, newest first, and the form to revise a target with its document."""
    entries = buku_target.entries(sesi.store, sesi.actor, indikator.id)
    if not entries:
        return
    with st.expander(f"Buku perubahan target ({len(entries)})"):
        show_table(
            [_row(satu) for satu in entries],
            [
                Kolom("tahun", "Tahun"),
                Kolom("jenis", "Target"),
                Kolom("lama", "Semula"),
                Kolom("baru", "Menjadi"),
                Kolom("akibat", "Capaian", bantuan="Realisasi yang sama terhadap target lama dan target baru"),
                Kolom("dokumen", "Dokumen", lebar=180),
                Kolom("alasan", "Alasan", lebar=160),
                Kolom("oleh", "Oleh", lebar=260),
            ],
            key=f"buku_target_{indikator.id}",
            alt="Perubahan target, yang terbaru di atas",
        )
        _form(sesi, indikator, entries)


def _row(satu: RevisiTarget) -> dict[str, object]:
    before = "" if satu.lama is None else f"{show_percent_sign(satu.capaian_lama)} → "
    effect = (
        f"{before}{show_percent_sign(satu.capaian_baru)}" if satu.capaian_baru is not None else formats.TANDA_HUBUNG
    )
    return {
        "tahun": str(satu.tahun),
        "jenis": NAMA[satu.jenis],
        "lama": show_nilai(satu.lama) if satu.lama is not None else formats.TANDA_HUBUNG,
        "baru": show_nilai(satu.baru),
        "akibat": effect,
        "dokumen": satu.dokumen or formats.TANDA_HUBUNG,
        "alasan": satu.alasan or formats.TANDA_HUBUNG,
        "oleh": f"{satu.oleh}, {satu.pada}",
    }


def _form(sesi: Sesi, indikator: Indikator, entries: tuple[RevisiTarget, ...]) -> None:
    nama = f"revisi_{indikator.id}"
    newest = {(satu.tahun, satu.jenis): satu for satu in reversed(entries)}
    st.markdown("**Ubah target dengan dokumen** (PK perubahan, perubahan Renstra)")
    with st.form(f"form_{nama}", border=False):
        kiri, tengah, kanan = st.columns(3)
        mana = kiri.selectbox(
            "Target yang diubah", sorted(newest, key=lambda satu: (-satu[0], satu[1].value)),
            format_func=lambda satu: f"{NAMA[satu[1]]} {satu[0]}: {write_nilai(newest[satu].baru)}",
            key=editing.field_key(nama, "mana"),
        )  # fmt: skip
        baru = tengah.text_input("Target baru", max_chars=60, key=editing.field_key(nama, "baru"))
        tanggal = kanan.date_input(
            "Tanggal dokumen", None, format="DD/MM/YYYY", key=editing.field_key(nama, "tanggal")
        )  # fmt: skip
        kiri, kanan = st.columns([1, 2])
        nomor = kiri.text_input("Nomor dokumen", max_chars=200, key=editing.field_key(nama, "nomor"))
        alasan = kanan.text_input("Alasan perubahan", max_chars=500, key=editing.field_key(nama, "alasan"))
        if not st.form_submit_button("Simpan perubahan target", key=editing.button_key(nama)) or mana is None:
            return
    isian = Revisi(mana[0], mana[1], baru, nomor, tanggal, alasan, write_nilai(newest[mana].baru))
    try:
        buku_target.revise(sesi.store, sesi.actor, indikator.id, isian, kartu=editing.card(nama))
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except StaleError as error:
        editing.show_newer(nama, error)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(
            nama, f"Target {NAMA[mana[1]]} {mana[0]} diubah menjadi {formats.plain(baru)}; yang lama tercatat."
        )
