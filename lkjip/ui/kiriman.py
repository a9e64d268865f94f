"""One section on the board: what is missing by name, its versions, what changed, and the analyst's word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from lkjip.domain.access import Aksi, may
from lkjip.domain.isian_kiriman import PerubahanIsian, name_of
from lkjip.domain.kelengkapan import Kelengkapan
from lkjip.domain.pengumpulan import Keadaan
from lkjip.errors import LkjipError
from lkjip.services import kiriman
from lkjip.services.kiriman import RiwayatKiriman
from lkjip.services.papan import BarisPapan
from lkjip.ui import editing, formats, penjelasan
from lkjip.ui.guard import Sesi
from lkjip.ui.papan import GALAT, badge, part_mark
from lkjip.ui.table import Kolom, show_table


def show_section(sesi: Sesi, baris: BarisPapan) -> None:
    """Everything about one section, as far as this person may see it."""
    with st.container(border=True):
        st.markdown(f"### {formats.plain(baris.seksi.nama)}  \n{badge(baris.keadaan)} {formats.plain(_timing(baris))}")
        if baris.putusan is not None and baris.putusan.alasan:
            st.info(formats.plain(f"{baris.putusan.oleh}, {baris.putusan.pada}: {baris.putusan.alasan}"))
        show_missing(baris.bagian)
        penjelasan.show(sesi, baris)
        if not may(sesi.actor, Aksi.LIHAT_UNGGAHAN, baris.seksi.id):
            return
        versi = kiriman.history(sesi.store, sesi.actor, sesi.tahun, baris.seksi.id)
        if versi:
            show_versions(sesi, versi, {satu.id: satu.teks for satu in baris.diminta.indikator})
            if sesi.may(Aksi.NILAI_KIRIMAN):
                _judge(sesi, baris, versi[0])


def _timing(baris: BarisPapan) -> str:
    waktu = baris.waktu
    parts = [waktu.kalimat]
    if waktu.tenggat:
        parts.append(f"tenggat {formats.tanggal(waktu.tenggat)}")
    if waktu.pertama:
        parts.append(f"kiriman pertama {formats.tanggal(waktu.pertama)}")
    if waktu.terakhir and waktu.terakhir != waktu.pertama:
        parts.append(f"terakhir {formats.tanggal(waktu.terakhir)}")
    return "; ".join(parts)


def show_missing(bagian: Sequence[Kelengkapan]) -> None:
    """Each part with its count, and by name what it lacks."""
    for satu in bagian:
        if not satu.dari:
            continue
        st.markdown(f"**{satu.bagian.value}** {part_mark(satu)}" + ("" if satu.kurang else " lengkap"))
        if satu.kurang:
            st.markdown("\n".join(f"- {formats.plain(kurang)}" for kurang in satu.kurang))


def show_versions(sesi: Sesi, versi: Sequence[RiwayatKiriman], nama: Mapping[int, str]) -> None:
    """All versions, newest first; of the chosen one (else the newest) its file and what changed in it."""
    seksi_id = versi[0].kiriman.seksi_id
    st.markdown("**Versi kiriman**")
    place = show_table(
        [_version_row(satu, newest=not nomor) for nomor, satu in enumerate(versi)],
        [
            Kolom("versi", "Versi", lebar=110),
            Kolom("pada", "Diterima aplikasi", lebar=210),
            Kolom("oleh", "Oleh", lebar=150),
            Kolom("isi", "Isian terisi", "ringkas", lebar=95),
            Kolom("putusan", "Putusan analis", lebar=300),
        ],
        key=f"versi_{seksi_id}_{versi[0].kiriman.id}",
        alt="Versi kiriman, yang terbaru di atas",
        pilih=len(versi) > 1,
    )
    chosen = place or 0
    satu = versi[chosen]
    with st.container(horizontal=True):
        _link(f"Unduh berkas asli versi {satu.kiriman.versi}", f"/unduh/asli/{satu.kiriman.impor_id}")
        _link(f"Unduh versi {satu.kiriman.versi} bertanda", f"/unduh/kiriman/{satu.kiriman.id}/bertanda")
    if chosen + 1 < len(versi):
        before = versi[chosen + 1].kiriman
        changes = kiriman.changes(sesi.store, sesi.actor, before.id, satu.kiriman.id)
        show_changes(changes, nama, f"Versi {satu.kiriman.versi} dibanding versi {before.versi}", str(satu.kiriman.id))


def _link(label: str, alamat: str) -> None:
    st.link_button(formats.plain(label), alamat, key=alamat, icon=":material/download:")


def _version_row(satu: RiwayatKiriman, *, newest: bool) -> dict[str, object]:
    word = satu.putusan
    said = f"{word.keadaan.value} oleh {word.oleh}" + (f": {word.alasan}" if word.alasan else "") if word else ""
    return {
        "versi": f"{satu.kiriman.versi} (berlaku)" if newest else str(satu.kiriman.versi),
        "pada": satu.kiriman.pada,
        "oleh": satu.kiriman.oleh,
        "isi": len(satu.kiriman.isi),
        "putusan": said or formats.TANDA_HUBUNG,
    }


def show_changes(changes: Sequence[PerubahanIsian], nama: Mapping[int, str], judul: str, key: str) -> None:
    """What two versions say differently, field by field."""
    if not changes:
        st.caption(f"{judul}: tidak ada isian yang berubah.")
        return
    with st.expander(f"{judul}: {len(changes)} isian berubah", key=f"beda_{key}"):
        show_table(
            [
                {
                    "isian": name_of(satu.kunci, nama),
                    "sebelum": satu.sebelum or "(kosong)",
                    "sesudah": satu.sesudah or "(dikosongkan)",
                }
                for satu in changes
            ],
            [Kolom("isian", "Isian", lebar=360), Kolom("sebelum", "Sebelum", lebar=200),
             Kolom("sesudah", "Sesudah", lebar=200)],
            key=f"tabel_beda_{key}",
            alt=judul,
        )  # fmt: skip


def _judge(sesi: Sesi, baris: BarisPapan, newest: RiwayatKiriman) -> None:
    """Accept or return the version in force; what was seen goes with it."""
    satu, seen = newest.kiriman, newest.putusan
    name = f"putusan_{satu.id}"
    alasan = st.text_area(
        "Catatan untuk seksi (wajib bila dikembalikan)",
        key=editing.field_key(name, "alasan"),
        max_chars=2000,
        height=80,
    )
    with st.container(horizontal=True):
        st.button(
            f"Terima versi {satu.versi}", key=f"terima_{satu.id}", type="primary", icon=":material/check:",
            on_click=_say, disabled=baris.keadaan is Keadaan.DITERIMA,
            args=(partial(kiriman.accept, sesi.store, sesi.actor, satu.id, seen, alasan or ""), name, "diterima"),
            help="" if baris.keadaan is not Keadaan.SEBAGIAN else "Belum lengkap; yang kurang tetap terlihat di sini.",
        )  # fmt: skip
        st.button(
            "Kembalikan ke seksi", key=f"kembali_{satu.id}", icon=":material/undo:", on_click=_say,
            args=(
                partial(kiriman.return_with_reason, sesi.store, sesi.actor, satu.id, seen, alasan or ""), name,
                "dikembalikan",
            ),
        )  # fmt: skip


def _say(deed: partial[None], name: str, kata: str) -> None:
    try:
        deed()
    except LkjipError as error:
        st.session_state[GALAT] = str(error)
        return
    editing.tell(name, f"Kiriman {kata}.")
