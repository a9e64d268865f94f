"""Correcting a single value on screen: choose it, say the new one and why; the register of what was corrected."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import koreksi
from lkjip.services.koreksi import BarisKoreksi, DapatDikoreksi, NasibKoreksi
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi
from lkjip.ui.table import Kolom, show_table

TANDA = {
    NasibKoreksi.BERLAKU: "● berlaku",
    NasibKoreksi.BASI: "▲ tidak cocok lagi",
    NasibKoreksi.DIGANTI: "○ diganti",
    NasibKoreksi.DICABUT: "– dicabut",
}


def show_for_indicator(sesi: Sesi, indikator_id: int) -> None:
    """For the analyst, folded under an indicator; nothing is loaded while it is folded."""
    nama = f"koreksi_{indikator_id}_{sesi.tahun}"
    if sesi.may(Aksi.UBAH_RENCANA) and _open(nama):
        _form(sesi, nama, koreksi.values_of_indicator(sesi.store, sesi.actor, indikator_id, sesi.tahun))


def show_for_budget(sesi: Sesi) -> None:
    """For the analyst, folded under the tree of the budget."""
    nama = f"koreksi_anggaran_{sesi.tahun}"
    if sesi.may(Aksi.UBAH_RENCANA) and _open(nama):
        _form(sesi, nama, koreksi.values_of_budget(sesi.store, sesi.actor, sesi.tahun))


def _open(nama: str) -> bool:
    return st.toggle("Koreksi satu nilai (tanpa mengunggah ulang)", key=f"buka_{nama}")


def _form(sesi: Sesi, nama: str, values: Sequence[DapatDikoreksi]) -> None:
    if not values:
        st.info("Belum ada nilai tersimpan yang dapat dikoreksi.")
        return
    by_key = {(satu.objek, satu.kunci): satu for satu in values}
    with st.container(border=True):
        st.caption("Nilai lama tetap tersimpan; koreksi berlaku selama nilai lama itu masih yang tersimpan.")
        kunci = st.selectbox(
            "Nilai yang dikoreksi", list(by_key), None, placeholder="Pilih nilai yang keliru",
            format_func=lambda key: f"{by_key[key].apa}: {by_key[key].tertulis}",
            key=editing.field_key(nama, "nilai"),
        )  # fmt: skip
        if kunci is None:
            return
        satu = editing.seen(f"{nama}_{kunci}", lambda: by_key[kunci])
        with st.form(f"form_{nama}", border=False):
            kiri, kanan = st.columns(2)
            baru = kiri.text_input(
                "Nilai baru", max_chars=60, placeholder=f"sekarang {satu.tertulis}",
                key=editing.field_key(nama, "baru"),
            )  # fmt: skip
            dokumen = kanan.text_input("Dokumen (nomor, tanggal)", max_chars=200, key=editing.field_key(nama, "dok"))
            alasan = st.text_input("Alasan", max_chars=500, key=editing.field_key(nama, "alasan"))
            if not st.form_submit_button("Simpan koreksi", type="primary", key=editing.button_key(nama)):
                return
        _save(sesi, nama, satu, (baru, alasan, dokumen))


def _save(sesi: Sesi, nama: str, satu: DapatDikoreksi, isian: tuple[str, str, str]) -> None:
    baru, alasan, dokumen = isian
    try:
        koreksi.declare(
            sesi.store, sesi.actor, satu, baru, alasan=alasan, dokumen=dokumen, kartu=editing.card(nama)
        )  # fmt: skip
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except StaleError as error:
        editing.show_newer(f"{nama}_{(satu.objek, satu.kunci)}", error)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.forget(f"{nama}_{(satu.objek, satu.kunci)}")
        editing.saved(nama, formats.plain(f"{satu.apa} dikoreksi menjadi {baru}. Capaian sudah dihitung ulang."))


def show_register(sesi: Sesi) -> None:
    """All corrections of the year; a chosen one can be taken back with a reason."""
    if not st.toggle(f"Daftar koreksi nilai {sesi.tahun}", key="daftar_koreksi"):
        return
    rows = koreksi.register(sesi.store, sesi.actor, sesi.tahun)
    if not rows:
        st.caption(f"Belum ada nilai tahun {sesi.tahun} yang dikoreksi.")
        return
    with st.container(border=True):
        place = show_table(
            [_row(satu) for satu in rows],
            [
                Kolom("nomor", "Nomor", lebar=70),
                Kolom("apa", "Nilai", lebar=260),
                Kolom("lama", "Semula"),
                Kolom("baru", "Menjadi"),
                Kolom("alasan", "Alasan", lebar=200),
                Kolom("dokumen", "Dokumen"),
                Kolom("oleh", "Oleh", lebar=180),
                Kolom("nasib", "Keadaan", lebar=140),
            ],
            key=f"tabel_koreksi_{rows[0].koreksi.id}",
            alt="Koreksi nilai, yang terbaru di atas",
            pilih=sesi.may(Aksi.UBAH_RENCANA),
        )
        if place is not None and rows[place].nasib in (NasibKoreksi.BERLAKU, NasibKoreksi.BASI):
            _withdraw(sesi, rows[place])


def _withdraw(sesi: Sesi, satu: BarisKoreksi) -> None:
    nama = f"cabut_{satu.koreksi.id}"
    with st.form(f"form_{nama}"):
        alasan = st.text_input(
            f"Alasan mencabut koreksi {satu.koreksi.id}", max_chars=500, key=editing.field_key(nama, "alasan")
        )
        if not st.form_submit_button("Cabut koreksi ini", key=editing.button_key(nama)):
            return
    try:
        koreksi.withdraw(sesi.store, sesi.actor, satu.koreksi.id, alasan, kartu=editing.card(nama))
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, f"Koreksi {satu.koreksi.id} dicabut; nilai yang tersimpan berlaku lagi.")


def _row(satu: BarisKoreksi) -> dict[str, object]:
    return {
        "nomor": str(satu.koreksi.id),
        "apa": satu.apa,
        "lama": koreksi.written(satu.koreksi.objek, satu.koreksi.lama),
        "baru": koreksi.written(satu.koreksi.objek, satu.koreksi.baru),
        "alasan": satu.koreksi.alasan,
        "dokumen": satu.koreksi.dokumen,
        "oleh": f"{satu.koreksi.oleh}, {satu.koreksi.pada}",
        "nasib": TANDA[satu.nasib],
    }
