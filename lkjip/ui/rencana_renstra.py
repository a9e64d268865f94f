"""Renstra periods: which there are, the form of each, and which one the report year is measured against."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.renstra import RencanaRenstra, Renstra, TahunLaporan, next_period, renstra_of
from lkjip.domain.tanggal import FIRST_YEAR, LAST_YEAR
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import renstra
from lkjip.ui import editing, formats, rencana_tujuan
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import section
from lkjip.ui.table import Kolom, show_table


def show_tab(sesi: Sesi, data: DataKinerja) -> None:
    """The year's choice, the list, the forms."""
    rencana = data.rencana
    st.markdown(f"**{formats.plain(renstra.measured_by(rencana, sesi.tahun))}**")
    if rencana.renstra:
        _year_form(sesi, rencana)
        _show_list(data)
        for satu in rencana.renstra:
            with st.expander(f"Ubah {formats.plain(satu.nama)}", key=f"ubah_renstra_{satu.id}"):
                _form(sesi, satu)
                _removal(sesi, satu)
        for satu in rencana.renstra:
            banyak = sum(tujuan.renstra_id == satu.id for tujuan in rencana.tujuan)
            with st.expander(f"Tujuan {formats.plain(satu.nama)} ({banyak})", key=f"tujuan_renstra_{satu.id}"):
                rencana_tujuan.show(sesi, data, satu)
    section("Renstra baru", "" if rencana.renstra else "Indikator dan targetnya diimpor di bagian Impor.")
    _new_form(sesi, rencana)


def _show_list(data: DataKinerja) -> None:
    """Each Renstra with what belongs to it."""
    rows = []
    for satu in data.rencana.renstra:
        places = [posisi for posisi in data.rencana.posisi if posisi.renstra_id == satu.id and posisi.berlaku]
        targets = [t for t in data.target if t.jenis is JenisTarget.RENSTRA and t.renstra == satu.id]
        rows.append(
            {
                "nama": satu.nama,
                "tahun": f"{satu.mulai}–{satu.akhir}",
                "dokumen": satu.dokumen or formats.TANDA_HUBUNG,
                "tujuan": sum(tujuan.renstra_id == satu.id for tujuan in data.rencana.tujuan),
                "indikator": len(places),
                "target": len(targets),
            }
        )
    show_table(
        rows,
        [
            Kolom("nama", "Renstra", lebar=230),
            Kolom("tahun", "Tahun"),
            Kolom("dokumen", "Penetapan", lebar=260),
            Kolom("tujuan", "Tujuan", "ringkas"),
            Kolom("indikator", "Indikator", "ringkas"),
            Kolom("target", "Target", "ringkas"),
        ],
        key="daftar_renstra",
        alt="Semua Renstra dengan tahun, penetapan, dan isinya",
    )


def _year_form(sesi: Sesi, rencana: RencanaRenstra) -> None:
    """Only a year that lies in several Renstra needs a choice; the others say which one is used."""
    inside = [satu for satu in rencana.renstra if satu.memuat(sesi.tahun)]
    chosen = renstra.year_of(rencana, sesi.tahun)
    if len(inside) < 2 and chosen.renstra_id is None:
        return
    nama = f"tahun_renstra_{sesi.tahun}"
    dilihat = editing.seen(nama, lambda: chosen)
    names: dict[int | None, str] = {satu.id: satu.nama for satu in inside}
    newest = renstra_of(RencanaRenstra(rencana.renstra), sesi.tahun)
    names = {None: f"Yang terbaru ({newest.nama})" if newest else "Yang terbaru", **names}
    with st.form(f"form_{nama}"):
        kiri, kanan = st.columns([3, 1], vertical_alignment="bottom")
        ada = list(names)
        picked = kiri.selectbox(
            f"Renstra untuk mengukur tahun {sesi.tahun}", ada,
            ada.index(dilihat.renstra_id) if dilihat.renstra_id in ada else 0,
            format_func=names.__getitem__, key=editing.field_key(nama, "renstra"),
        )  # fmt: skip
        if not kanan.form_submit_button("Simpan pilihan", key=f"simpan_{nama}", width="stretch"):
            return
    _choose(sesi, nama, dilihat, picked)


def _choose(sesi: Sesi, nama: str, dilihat: TahunLaporan, picked: int | None) -> None:
    try:
        renstra.choose(sesi.store, sesi.actor, sesi.tahun, picked, dilihat.versi)
    except StaleError as error:
        editing.show_newer(nama, error)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, f"Pilihan Renstra tahun {sesi.tahun} tersimpan. Capaian sudah dihitung ulang.")


def _fields(nama: str, satu: Renstra) -> Renstra:
    """The fields of one Renstra; returns what is typed."""
    kiri, tengah, kanan = st.columns([3, 1, 1])
    teks = kiri.text_input("Nama Renstra", satu.nama, key=editing.field_key(nama, "nama"), max_chars=200,
                           placeholder=f"Renstra {satu.mulai}-{satu.akhir}")  # fmt: skip
    mulai = tengah.number_input(
        "Tahun pertama", FIRST_YEAR, LAST_YEAR, satu.mulai, key=editing.field_key(nama, "mulai")
    )
    akhir = kanan.number_input(
        "Tahun terakhir", FIRST_YEAR, LAST_YEAR, satu.akhir, key=editing.field_key(nama, "akhir")
    )
    dokumen = st.text_input("Penetapan (nomor dan tanggal keputusan)", satu.dokumen, max_chars=300,
                            key=editing.field_key(nama, "dokumen"))  # fmt: skip
    return Renstra(satu.id, teks, int(mulai), int(akhir), dokumen, satu.versi)


def _form(sesi: Sesi, sekarang: Renstra) -> None:
    nama = f"renstra_{sekarang.id}"
    dilihat = editing.seen(nama, lambda: sekarang)
    with st.form(f"form_{nama}", border=False):
        diketik = _fields(nama, dilihat)
        if not st.form_submit_button("Simpan Renstra", key=f"simpan_{nama}"):
            return
    try:
        renstra.change(sesi.store, sesi.actor, diketik)
    except StaleError as error:
        editing.show_stale(nama, error, _texts(diketik), _texts(sekarang), sekarang)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Renstra tersimpan.")


def _new_form(sesi: Sesi, rencana: RencanaRenstra) -> None:
    nama = "renstra_baru"
    with st.form(f"form_{nama}"):
        diketik = _fields(nama, Renstra(0, "", *next_period(rencana.renstra, sesi.tahun)))
        if not st.form_submit_button("Tambah Renstra", type="primary", key=editing.button_key(nama)):
            return
    try:
        renstra.add(sesi.store, sesi.actor, diketik, kartu=editing.card(nama))
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Renstra ditambahkan. Impor matriksnya di bagian Impor.")


def _removal(sesi: Sesi, satu: Renstra) -> None:
    if st.button("Hapus Renstra ini", key=f"hapus_renstra_{satu.id}", type="tertiary", icon=":material/delete:"):
        try:
            renstra.remove(sesi.store, sesi.actor, satu.id, satu.versi)
        except RefusedError as error:
            st.error(formats.plain(str(error)))
        else:
            editing.saved(f"renstra_{satu.id}", "Renstra dihapus dari daftar.")


def _texts(satu: Renstra) -> dict[str, str]:
    return {"Nama": satu.nama, "Tahun": f"{satu.mulai}-{satu.akhir}", "Penetapan": satu.dokumen}
