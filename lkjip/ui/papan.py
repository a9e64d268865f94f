"""The board: state of each section in word, shape and colour; the filters, the table, the switch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.domain.kelengkapan import Bagian, Kelengkapan
from lkjip.domain.ketepatan import Ketepatan
from lkjip.domain.pengumpulan import Keadaan
from lkjip.errors import LkjipError
from lkjip.services import evaluation, papan
from lkjip.services import kantor as kantor_service
from lkjip.services.actor import Actor
from lkjip.services.papan import BarisPapan, Papan
from lkjip.ui import editing, formats
from lkjip.ui.context import config
from lkjip.ui.filters import choose_few
from lkjip.ui.formats import Warna
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import Angka
from lkjip.ui.table import Kolom, show_table

KEADAAN: Mapping[Keadaan, tuple[Warna, str]] = {
    Keadaan.MENUNGGU: ("gray", "○ Menunggu"),
    Keadaan.SEBAGIAN: ("orange", "◐ Sebagian"),
    Keadaan.SIAP: ("blue", "◕ Siap diterima"),
    Keadaan.DITERIMA: ("green", "● Diterima"),
    Keadaan.DIKEMBALIKAN: ("red", "↩ Dikembalikan"),
}
WAKTU: Mapping[Ketepatan, str] = {
    Ketepatan.TEPAT: "●",
    Ketepatan.TERLAMBAT: "▲",
    Ketepatan.BELUM: "○",
    Ketepatan.LEWAT: "✕",
    Ketepatan.TANPA_TENGGAT: "–",
}
LEBAR = {Bagian.REALISASI: 72, Bagian.PENJELASAN: 84, Bagian.DATA_DUKUNG: 90, Bagian.ANGGARAN: 78}
SAKELAR = "hanya_diterima"
GALAT = "galat_papan"


def load(sesi: Sesi) -> Papan:
    """The board of the year in work, kept between reruns until data or day change."""
    data = evaluation.data_version(sesi.store)
    return _board(
        sesi.store, sesi.actor, config().database_url, data, sesi.actor.peran, sesi.tahun, str(formats.hari_ini())
    )


@st.cache_resource(max_entries=12, show_spinner="Memeriksa kelengkapan ...")
def _board(_store: Any, _actor: Actor, database: str, data: int, role: str, tahun: int, hari: str) -> Papan:
    return papan.board(_store, _actor, tahun)


def show_error() -> None:
    """Why the last deed on this page was refused, once."""
    if error := st.session_state.pop(GALAT, ""):
        st.error(formats.plain(error))


def key_figures(isi: Papan) -> tuple[Angka, ...]:
    """How many have sent, been accepted, wait for the analyst, are late."""
    banyak = len(isi.baris)
    sent = banyak - isi.count(Keadaan.MENUNGGU)
    late = [satu for satu in isi.baris if satu.waktu.ketepatan is Ketepatan.TERLAMBAT]
    return (
        Angka("Sudah mengirim", f"{sent} dari {banyak}", "seksi"),
        Angka("Diterima", f"{isi.count(Keadaan.DITERIMA)} dari {banyak}", "seksi"),
        Angka("Menunggu analis", str(isi.count(Keadaan.SIAP)), "lengkap, belum diterima"),
        Angka("Melewati tenggat", str(len(isi.lewat) + len(late)), f"{len(isi.lewat)} belum mengirim"),
    )


def choose(isi: Papan) -> tuple[BarisPapan, ...]:
    """The filters by state and timeliness, kept in the address."""
    present = [satu for satu in Keadaan if isi.count(satu)]
    keadaan = choose_few("Keadaan", present, "keadaan", lambda satu: KEADAAN[satu][1])
    times = [satu for satu in Ketepatan if any(baris.waktu.ketepatan is satu for baris in isi.baris)]
    waktu = choose_few("Waktu", times, "waktu", lambda satu: f"{WAKTU[satu]} {satu.value.capitalize()}")
    return tuple(satu for satu in isi.baris if satu.keadaan in keadaan and satu.waktu.ketepatan in waktu)


def show_board(baris: tuple[BarisPapan, ...]) -> BarisPapan | None:
    """Section × part; the selected row."""
    place = show_table(
        [_row(satu) for satu in baris],
        [
            Kolom("seksi", "Seksi", lebar=150),
            Kolom("keadaan", "Keadaan", lebar=114),
            *(Kolom(bagian.name, bagian.value, lebar=LEBAR[bagian]) for bagian in Bagian),
            Kolom("tenggat", "Tenggat", lebar=90),
            Kolom("waktu", "Ketepatan", lebar=116),
            Kolom("kiriman", "Kiriman", lebar=90, bantuan="Versi yang berlaku dan hari diterimanya"),
        ],
        key=f"papan_{len(baris)}",
        alt="Keadaan kiriman setiap seksi menurut bagian",
        pilih=True,
        warna={"Keadaan": _colour},
    )
    return baris[place] if place is not None else None


def own_row(baris: tuple[BarisPapan, ...], sesi: Sesi) -> BarisPapan | None:
    """What a section sees while it has chosen no row: its own."""
    return next((satu for satu in baris if sesi.actor.seksi == satu.seksi.id), None)


def _row(satu: BarisPapan) -> dict[str, object]:
    waktu, berlaku = satu.waktu, satu.berlaku
    return {
        "seksi": satu.seksi.nama,
        "keadaan": KEADAAN[satu.keadaan][1],
        **{bagian.name: part_mark(satu.part(bagian)) for bagian in Bagian},
        "tenggat": formats.tanggal_ringkas(waktu.tenggat) if waktu.tenggat else formats.TANDA_HUBUNG,
        "waktu": f"{WAKTU[waktu.ketepatan]} {waktu.kalimat}",
        "kiriman": f"versi {berlaku.versi}, {formats.tanggal_ringkas(berlaku.tanggal)}"
        if berlaku and berlaku.tanggal
        else formats.TANDA_HUBUNG,
    }


def part_mark(bagian: Kelengkapan) -> str:
    """ "● 5/5", "◐ 2/5", "○ 0/5"; a dash where nothing is asked."""
    if not bagian.dari:
        return formats.TANDA_HUBUNG
    mark = "●" if bagian.lengkap else "◐" if bagian.ada else "○"
    return f"{mark} {bagian.ada}/{bagian.dari}"


def _colour(tertulis: str) -> str:
    """The colour of a state as it stands in the table."""
    return next(formats.TEKS_WARNA[warna] for warna, kata in KEADAAN.values() if kata == tertulis)


def badge(keadaan: Keadaan) -> str:
    """The state as a coloured badge with shape and word."""
    warna, kata = KEADAAN[keadaan]
    return f":{warna}-badge[{kata}]"


def show_switch(sesi: Sesi) -> None:
    """Leave out of all results what nobody has accepted: for those who may set the rules."""
    pengaturan, versi = kantor_service.pengaturan(sesi.store)
    if not sesi.may(Aksi.NILAI_KIRIMAN) or not sesi.may(Aksi.ATUR_ATURAN):
        if pengaturan.hanya_diterima:
            st.caption("Capaian dan draf hanya menghitung kiriman yang sudah diterima.")
        return
    st.session_state[SAKELAR] = pengaturan.hanya_diterima
    st.toggle(
        "Capaian dan draf hanya menghitung kiriman yang sudah diterima",
        key=SAKELAR,
        on_change=_set_switch,
        args=(sesi, versi),
        help="Realisasi dari kiriman yang belum diterima disisihkan dari Capaian, Anggaran, dan Draf LKjIP.",
    )


def _set_switch(sesi: Sesi, versi: int) -> None:
    pengaturan, _ = kantor_service.pengaturan(sesi.store)
    wanted = bool(st.session_state.get(SAKELAR))
    try:
        kantor_service.set_pengaturan(sesi.store, sesi.actor, replace(pengaturan, hanya_diterima=wanted), versi)
    except LkjipError as error:
        st.session_state[GALAT] = str(error)
        return
    which = "hanya menghitung kiriman yang sudah diterima" if wanted else "menghitung semua kiriman"
    editing.tell(SAKELAR, f"Tersimpan. Capaian, anggaran, dan draf sekarang {which}.")
