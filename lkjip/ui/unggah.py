"""Upload: the place to drop files, the list of those that wait, and what was received before."""

from __future__ import annotations

import re
from collections.abc import Iterable

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.services import importing
from lkjip.services.choices import Hitung
from lkjip.services.importing import RiwayatImpor
from lkjip.ui import antrean, formats
from lkjip.ui.berkas import Berkas
from lkjip.ui.cached import evaluate
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import section
from lkjip.ui.table import Kolom, show_table

PUTARAN = "putaran_pengunggah"
PESAN = "pesan_pengunggah"
TAHUN_DI_UJUNG = re.compile(r" \d{4}$")


def sentence() -> str:
    """What waits, in one sentence."""
    semua = antrean.waiting()
    belum = [satu for satu in semua if satu.tersimpan is None]
    if not semua:
        return "Tarik berkas ke kotak di bawah. Tidak ada yang tersimpan sebelum Anda menekan Simpan."
    if not belum:
        return "Semua berkas di daftar sudah tersimpan."
    return f"{len(belum)} dari {len(semua)} berkas di daftar belum disimpan."


def reader_sentence() -> str:
    """For those who may look at what was received but not send anything."""
    return "Berkas yang sudah diterima, dan berkas aslinya. Mengunggah dilakukan analis dan seksi."


def show_own_indicators(sesi: Sesi) -> None:
    """For a section: whose realisasi it may send; anything else in a file stands against saving."""
    if sesi.may(Aksi.UBAH_RENCANA):
        return
    milik = [satu.indikator.teks for satu in evaluate(sesi).indikator if satu.indikator.seksi == sesi.actor.seksi]
    if not milik:
        st.info("Belum ada indikator untuk seksi Anda. Minta analis menetapkannya di Perencanaan.")
        return
    st.caption(formats.plain(f"Yang diterima dari seksi Anda: realisasi {'; '.join(milik)}."))


def show_uploader(sesi: Sesi) -> None:
    """Take over what is dropped and read it, once; the box is then empty again and the files stand in the list."""
    putaran = st.session_state.get(PUTARAN, 0)
    tabel = "kinerja atau anggaran" if sesi.may(Aksi.UBAH_RENCANA) else "kinerja"
    dropped = st.file_uploader(
        f"Berkas tabel {tabel}, atau buku kerja seksi (.xlsx, .xls, .ods, .csv), boleh beberapa sekaligus, "
        "paling besar 15 MB",
        accept_multiple_files=True,
        key=f"pengunggah_{putaran}",
    )
    if dropped:
        st.session_state[PESAN] = antrean.take(dropped)
        st.session_state[PUTARAN] = putaran + 1
    if dropped or antrean.arrived():
        with st.status("Membaca berkas ...") as status:
            antrean.read_arrived(sesi, lambda teks: status.update(label=formats.plain(teks)))
        st.rerun()
    for kalimat in st.session_state.pop(PESAN, []):
        st.warning(formats.plain(kalimat))


def choose_file(sesi: Sesi) -> Berkas | None:
    """The file to look at: the first that still waits, or the one chosen in the list."""
    semua = antrean.waiting()
    if len(semua) < 2:
        return semua[0] if semua else None
    menurut_kunci = {satu.kunci: satu for satu in semua}
    siap = sum(satu.siap for satu in semua)
    if st.session_state.get(antrean.DIPILIH) not in menurut_kunci:
        st.session_state[antrean.DIPILIH] = semua[0].kunci
    kiri, kanan = st.columns([3, 1], vertical_alignment="top")
    with kiri:
        chosen = st.radio(
            f"{len(semua)} berkas",
            list(menurut_kunci),
            format_func=lambda kunci: menurut_kunci[kunci].nama,
            captions=[formats.plain(satu.keadaan) for satu in semua],
            key=antrean.DIPILIH,
        )
    with kanan:
        st.button(
            f"Simpan semua yang siap ({siap})",
            key="simpan_semua",
            width="stretch",
            disabled=not siap,
            on_click=_save_all,
            args=(sesi,),
            help="Berkas yang masih bergalat atau berpertanyaan dilewati.",
        )
        st.button("Kosongkan daftar", key="kosongkan", width="stretch", on_click=_clear)
    return menurut_kunci.get(chosen or "", semua[0])


def _save_all(sesi: Sesi) -> None:
    for satu in antrean.waiting():
        if satu.siap:
            satu.save(sesi)


def _clear() -> None:
    for satu in list(antrean.waiting()):
        antrean.discard(satu.kunci)


def show_history(sesi: Sesi) -> None:
    """What was received before, newest first; the original file of a row can be had back unchanged."""
    riwayat = importing.history(sesi.store, sesi.actor)
    section("Riwayat unggahan", "" if riwayat else "Belum ada berkas yang disimpan.")
    if not riwayat:
        return
    place = show_table(
        [_history_row(satu) for satu in riwayat],
        [
            Kolom("pada", "Disimpan"),
            Kolom("berkas", "Berkas", lebar=220),
            *([Kolom("isi", "Isi", lebar=240)] if any(satu.hitung for satu in riwayat) else []),
            Kolom("oleh", "Oleh", lebar=140),
            Kolom("ukuran", "KB", "ringkas", lebar=60),
        ],
        key=f"riwayat_unggahan_{riwayat[0].id}",  # after another upload nothing is chosen, rather than the wrong one
        alt="Berkas yang pernah disimpan, yang terbaru di atas",
        pilih=True,
    )
    if place is None:
        st.caption("Pilih baris untuk mengunduh berkas aslinya.")
        return
    satu = riwayat[place]
    st.link_button(
        f"Unduh berkas asli: {formats.plain(satu.berkas)}",
        f"/unduh/asli/{satu.id}",
        key=f"asli_{satu.id}",
        icon=":material/download:",
    )


def _by_kind(hitung: Iterable[Hitung]) -> dict[str, tuple[int, int]]:
    """New and changed facts of each kind, all years together: five years of a budget would not fit their cell."""
    found: dict[str, tuple[int, int]] = {}
    for satu in hitung:
        jenis = TAHUN_DI_UJUNG.sub("", satu.jenis)
        baru, berubah = found.get(jenis, (0, 0))
        found[jenis] = (baru + satu.baru, berubah + satu.berubah)
    return found


def _history_row(satu: RiwayatImpor) -> dict[str, object]:
    isi = [
        f"{jenis}: "
        + ", ".join(f"{banyak} {kata}" for banyak, kata in ((baru, "baru"), (berubah, "berubah")) if banyak)
        for jenis, (baru, berubah) in _by_kind(satu.hitung).items()
        if baru or berubah
    ]
    return {
        "pada": formats.waktu(satu.pada),
        "berkas": satu.berkas,
        "isi": "; ".join(isi) or formats.TANDA_HUBUNG,
        "oleh": satu.oleh,
        "ukuran": max(1, satu.ukuran // 1024),
    }
