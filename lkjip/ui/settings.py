"""The forms of Pengaturan: the office and its head, the rules in force, and leaving the demo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.numbers import format_ringkas
from lkjip.domain.tanggal import FIRST_YEAR, LAST_YEAR
from lkjip.errors import RefusedError, StaleError
from lkjip.services import aturan, first_start
from lkjip.services import kantor as kantor_service
from lkjip.ui import editing
from lkjip.ui.guard import Sesi

ISIAN_KANTOR = {
    "nama": "Nama kantor",
    "kabupaten": "Kabupaten atau kota",
    "ibu_kota": "Tempat surat ditandatangani",
    "kode": "Kode perangkat daerah",
    "alamat": "Alamat",
    "jabatan_pimpinan": "Jabatan pimpinan",
    "nama_pimpinan": "Nama pimpinan",
    "pangkat_pimpinan": "Pangkat",
    "nip_pimpinan": "NIP",
}
BATAS = (None, Decimal(100), Decimal(110), Decimal(120))
BATAS_UNTUK = {"rerata": "hanya untuk rata-rata", "semua": "untuk semua capaian yang ditampilkan"}
RASIO_NOL: dict[Decimal | None, str] = {None: "tidak dapat dihitung", Decimal(100): "capaian 100%"}
ORDINAL = {True: "dihitung menurut urutan predikat", False: "bernilai 0"}
BULATKAN = {False: "angka yang belum dibulatkan", True: "angka yang sudah dibulatkan"}
AMBANG = (100, 1000)
T = TypeVar("T")
STATUS_SAJA = "tiga_tingkat"


def office_form(sesi: Sesi) -> None:
    """Office, head and the year in work."""
    dilihat = editing.seen("kantor", lambda: sesi.kantor)
    with st.form("kantor", border=True):
        isi = _office_fields(dilihat)
        tahun = st.number_input(
            "Tahun laporan yang dikerjakan",
            FIRST_YEAR,
            LAST_YEAR,
            value=dilihat.tahun_aktif,
            step=1,
            key=editing.field_key("kantor", "tahun"),
        )
        if not st.form_submit_button("Simpan data kantor", type="primary", key="simpan_kantor"):
            return
    baru = replace(dilihat, **isi, tahun_aktif=int(tahun))  # type: ignore[arg-type]
    try:
        kantor_service.change_office(sesi.store, sesi.actor, baru)
    except StaleError as error:
        editing.show_stale("kantor", error, _office_texts(baru), _office_texts(sesi.kantor), sesi.kantor)
    except RefusedError as error:
        st.error(str(error))
    else:
        editing.saved("kantor", "Data kantor tersimpan.")


def _office_fields(dilihat: Kantor) -> dict[str, str]:
    kiri, kanan = st.columns(2)
    kolom = [kiri] * 5 + [kanan] * 4
    return {
        nama: tempat.text_input(
            judul, value=getattr(dilihat, nama), max_chars=200, key=editing.field_key("kantor", nama)
        )
        for (nama, judul), tempat in zip(ISIAN_KANTOR.items(), kolom, strict=True)
    }


def _office_texts(kantor: Kantor) -> dict[str, str]:
    texts = {judul: str(getattr(kantor, nama)) for nama, judul in ISIAN_KANTOR.items()}
    return texts | {"Tahun laporan": str(kantor.tahun_aktif)}


def rules_form(sesi: Sesi) -> None:
    """Scale, cap and treatments in force. Each choice is printed beside the results."""
    dilihat, versi = editing.seen("pengaturan", lambda: kantor_service.pengaturan(sesi.store))
    with st.form("pengaturan", border=True):
        baru = _rules_fields(dilihat)
        if not st.form_submit_button("Simpan aturan", type="primary", key="simpan_pengaturan"):
            return
    try:
        kantor_service.set_pengaturan(sesi.store, sesi.actor, baru, versi)
    except StaleError as error:
        terbaru = kantor_service.pengaturan(sesi.store)
        editing.show_stale("pengaturan", error, rules_texts(baru), rules_texts(terbaru[0]), terbaru)
    except RefusedError as error:
        st.error(str(error))
    else:
        editing.saved("pengaturan", "Aturan tersimpan. Semua capaian dan predikat sudah dihitung ulang.")


def _rules_fields(dilihat: Pengaturan) -> Pengaturan:
    kiri, kanan = st.columns(2)
    skala = [satu.id for satu in aturan.current().skala.values() if satu.id != STATUS_SAJA or dilihat.skala == satu.id]
    batas = list(BATAS) if dilihat.batas in BATAS else [*BATAS, dilihat.batas]
    return replace(
        dilihat,
        skala=kiri.selectbox(
            "Skala predikat", skala, skala.index(dilihat.skala), format_func=_scale_name, key=_key("skala")
        ),
        batas=kiri.selectbox(
            "Batas capaian",
            batas,
            batas.index(dilihat.batas),
            format_func=_cap_name,
            key=_key("batas"),
            help="Capaian di atas batas dihitung sebesar batas itu; angka aslinya tetap disebut.",
        ),
        batas_untuk=_either(kiri, "Batas berlaku", BATAS_UNTUK, dilihat.batas_untuk, "batas_untuk"),
        rasio_nol=_either(kanan, "Rumus perbandingan terbalik, bila realisasi 0", RASIO_NOL, dilihat.rasio_nol, "nol"),
        predikat_ordinal=_either(
            kanan, "Indikator berpredikat yang di bawah target", ORDINAL, dilihat.predikat_ordinal, "ordinal"
        ),
        bulatkan_dulu=_either(kanan, "Predikat ditentukan dari", BULATKAN, dilihat.bulatkan_dulu, "bulatkan"),
        ambang_tinjau=Decimal(
            kanan.number_input(
                "Sarankan meninjau target bila capaian di atas (%)",
                *AMBANG,
                value=int(dilihat.ambang_tinjau),
                step=10,
                key=_key("ambang"),
            )
        ),
    )


def _either(tempat: DeltaGenerator, judul: str, pilihan: Mapping[T, str], sekarang: T, isian: str) -> T:
    """One of two treatments, both in words."""
    semua = list(pilihan)
    chosen = tempat.radio(judul, semua, semua.index(sekarang), format_func=lambda satu: pilihan[satu], key=_key(isian))
    return sekarang if chosen is None and None not in pilihan else chosen


def _key(isian: str) -> str:
    return editing.field_key("pengaturan", isian)


def show_rules(pengaturan: Pengaturan) -> None:
    """The settings in force in one line."""
    texts = {judul: isi for judul, isi in rules_texts(pengaturan).items() if judul != "Skala predikat"}
    st.caption(" · ".join(f"{judul}: {isi}" for judul, isi in texts.items()))


def rules_texts(pengaturan: Pengaturan) -> dict[str, str]:
    """The settings as the user reads them."""
    return {
        "Skala predikat": _scale_name(pengaturan.skala),
        "Batas capaian": _cap_name(pengaturan.batas),
        "Batas berlaku": BATAS_UNTUK[pengaturan.batas_untuk],
        "Perbandingan terbalik, realisasi 0": RASIO_NOL[pengaturan.rasio_nol],
        "Predikat di bawah target": ORDINAL[pengaturan.predikat_ordinal],
        "Predikat ditentukan dari": BULATKAN[pengaturan.bulatkan_dulu],
        "Ambang tinjau target (%)": format_ringkas(pengaturan.ambang_tinjau),
    }


def _scale_name(nama: str) -> str:
    return aturan.current().skala[nama].nama


def _cap_name(batas: Decimal | None) -> str:
    return "tanpa batas" if batas is None else f"{format_ringkas(batas)}%"


def leave_demo(sesi: Sesi) -> None:
    """End the demo after a second look; the first-start page comes next."""
    yakin = st.checkbox("Ya, hapus data contoh beserta akunnya", key="yakin_akhiri_contoh")
    if st.button("Mulai untuk kantor sendiri", key="akhiri_contoh", disabled=not yakin):
        first_start.end_demo(sesi.store, sesi.actor)
        st.logout()
