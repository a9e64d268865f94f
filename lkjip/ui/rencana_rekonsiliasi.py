"""Renstra, PK and budget side by side: the differences of the year, and settling each with a reason."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.domain.rekonsiliasi import JenisBeda
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import rekonsiliasi
from lkjip.services.rekonsiliasi import BarisRekonsiliasi, Dasar, Keputusan
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import section
from lkjip.ui.table import Kolom, show_table


def show(sesi: Sesi) -> None:
    """How many differences there are, the table, and the form of the chosen one."""
    lines = rekonsiliasi.overview(sesi.store, sesi.actor, sesi.tahun)
    section(f"Renstra, PK, dan anggaran {sesi.tahun}", _sentence(lines))
    if not lines:
        return
    place = show_table(
        [_row(satu) for satu in lines],
        [
            Kolom("keadaan", "Keadaan", lebar=110),
            Kolom("jenis", "Perbedaan", lebar=110),
            Kolom("apa", "Tentang", lebar=200),
            Kolom("renstra", "Renstra", lebar=85),
            Kolom("pk", "PK / DPA", lebar=110),
            Kolom("anggaran", "Laporan", lebar=110),
            Kolom("alasan", "Keputusan", lebar=170),
        ],
        key=f"rekonsiliasi_{sesi.tahun}_{len(lines)}_{sum(satu.terbuka for satu in lines)}",
        alt="Perbedaan antara Renstra, PK, dan anggaran; yang belum diputuskan di atas",
        pilih=True,
    )
    if place is None:
        st.caption("Pilih baris untuk memutuskannya.")
    else:
        _form(sesi, lines[place])


def _sentence(lines: Sequence[BarisRekonsiliasi]) -> str:
    if not lines:
        return "Tidak ada perbedaan antara Renstra, PK, dan anggaran."
    terbuka = sum(satu.terbuka for satu in lines)
    return (
        f"{len(lines)} perbedaan; {terbuka} belum diputuskan."
        if terbuka
        else f"{len(lines)} perbedaan, semua sudah diputuskan."
    )


def _row(satu: BarisRekonsiliasi) -> dict[str, object]:
    beda, putusan = satu.beda, satu.putusan
    return {
        "keadaan": "○ terbuka" if satu.terbuka else "● diputuskan",
        "jenis": beda.jenis.value,
        "apa": beda.apa,
        "renstra": beda.renstra or formats.TANDA_HUBUNG,
        "pk": beda.pk or formats.TANDA_HUBUNG,
        "anggaran": beda.anggaran or formats.TANDA_HUBUNG,
        "alasan": f"{putusan.keputusan}: {putusan.alasan} ({putusan.oleh})" if putusan else formats.TANDA_HUBUNG,
    }


def _choices(satu: BarisRekonsiliasi) -> list[Keputusan]:
    if not satu.terbuka:
        return [Keputusan.DIBUKA]
    of_target = satu.beda.jenis in (JenisBeda.TARGET, JenisBeda.HANYA_RENSTRA)
    return [Keputusan.DITERIMA, *([Keputusan.SAMAKAN] if of_target else [])]


def _form(sesi: Sesi, satu: BarisRekonsiliasi) -> None:
    nama = f"putusan_{satu.beda.kunci}"
    pilihan = _choices(satu)
    with st.form(f"form_{nama}"):
        st.markdown(f"**{satu.beda.jenis.value.capitalize()}: {formats.plain(satu.beda.apa)}**")
        keputusan = st.radio(
            "Keputusan", pilihan, format_func=lambda isi: isi.value, key=editing.field_key(nama, "putusan"),
            horizontal=True,
        )  # fmt: skip
        alasan = st.text_input("Alasan", max_chars=500, key=editing.field_key(nama, "alasan"))
        nomor, tanggal = "", None
        if Keputusan.SAMAKAN in pilihan:
            kiri, kanan = st.columns(2)
            nomor = kiri.text_input(
                "Nomor PK perubahan (bila disamakan)", max_chars=200, key=editing.field_key(nama, "nomor")
            )
            tanggal = kanan.date_input(
                "Tanggal PK perubahan", None, format="DD/MM/YYYY", key=editing.field_key(nama, "tanggal")
            )
        if not st.form_submit_button("Simpan keputusan", type="primary", key=editing.button_key(nama)):
            return
    try:
        rekonsiliasi.settle(
            sesi.store, sesi.actor, sesi.tahun, satu.beda.kunci, keputusan=keputusan,
            dasar=Dasar(alasan, nomor, tanggal), kartu=editing.card(nama),
        )  # fmt: skip
    except (AlreadyDoneError, StaleError) as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Keputusan tersimpan.")
