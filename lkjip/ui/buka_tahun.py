"""Opening the year on screen: its gates, the disposisi, what is carried over from the year before."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.domain.tahun import Disposisi, TindakLanjut
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import buka_tahun
from lkjip.services.buka_tahun import KeadaanTahun
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import section

ISI = (
    "Susun LKjIP tahun {tahun} sesuai SOP: kumpulkan data dan informasi kinerja dari semua seksi dan sekretariat, "
    "analisis dan evaluasi, lalu sampaikan drafnya kepada saya untuk dikoreksi."
)


def sentence(keadaan: KeadaanTahun) -> str:
    """Whether the year is open, in a few words."""
    if keadaan.dibuka:
        return f"Tahun {keadaan.tahun} dibuka oleh {keadaan.dibuka_oleh} pada {keadaan.dibuka}"
    kurang = sum(not gate.terpenuhi for gate in keadaan.gerbang)
    if kurang:
        return f"Tahun {keadaan.tahun} belum dapat dibuka: {kurang} dari {len(keadaan.gerbang)} syarat belum terpenuhi"
    return f"Tahun {keadaan.tahun} siap dibuka oleh Sekretaris"


def show_gates(keadaan: KeadaanTahun) -> None:
    """Each condition with word and shape; what is missing stands below it."""
    section("Syarat membuka tahun", "Semua harus terpenuhi sebelum disposisi dicatat.")
    rows = [
        {
            "Syarat": gate.nama,
            "Keadaan": "● Terpenuhi" if gate.terpenuhi else "○ Belum",
            "Penjelasan": formats.plain(gate.kalimat),
        }
        for gate in keadaan.gerbang
    ]
    st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt="Syarat membuka tahun laporan")


def show_disposisi(sesi: Sesi, keadaan: KeadaanTahun) -> None:
    """The disposisi in force with its sheet, older ones folded; the form for whoever may open the year."""
    section("Disposisi", "Perintah Sekretaris untuk menyusun LKjIP (SOP langkah 1).")
    for place, satu in enumerate(keadaan.disposisi):
        if place == 0:
            _sheet(satu)
        else:
            st.caption(formats.plain(f"Sebelumnya: nomor {satu.nomor}, tenggat {formats.tanggal(satu.tenggat)}, "
                                     f"dicatat {satu.oleh} pada {satu.pada}"))  # fmt: skip
    if not sesi.may(Aksi.BUKA_TAHUN):
        if not keadaan.disposisi:
            st.info("Belum ada disposisi. Sekretaris mencatatnya di halaman ini.")
        return
    if not keadaan.siap_dibuka:
        st.info("Isian disposisi terbuka setelah semua syarat terpenuhi.")
        return
    judul = "Catat disposisi baru (perubahan tenggat atau isi)" if keadaan.disposisi else "Catat disposisi"
    with st.expander(judul, expanded=not keadaan.disposisi):
        _form(sesi, keadaan)


def _sheet(satu: Disposisi) -> None:
    with st.container(border=True):
        st.markdown(
            f"**Nomor {formats.plain(satu.nomor)}**, {formats.tanggal(satu.tanggal)}. Dari {formats.plain(satu.dari)} "
            f"kepada {formats.plain(satu.kepada)}. Tenggat **{formats.tanggal(satu.tenggat)}**."
        )
        st.markdown(formats.plain(satu.isi))
        st.link_button(
            "Unduh lembar disposisi (PDF)",
            f"/unduh/disposisi/{satu.tahun}/{satu.id}",
            icon=":material/download:",
            key="unduh_disposisi",
        )


def _form(sesi: Sesi, keadaan: KeadaanTahun) -> None:
    nama = f"disposisi_{keadaan.tahun}"
    lama = keadaan.disposisi[0] if keadaan.disposisi else None
    with st.form(f"form_{nama}", border=False):
        kiri, tengah, kanan = st.columns(3)
        nomor = kiri.text_input("Nomor disposisi", max_chars=100, key=editing.field_key(nama, "nomor"))
        tanggal = tengah.date_input(
            "Tanggal", formats.hari_ini(), format="DD/MM/YYYY", key=editing.field_key(nama, "tanggal")
        )
        due = lama.tenggat if lama else buka_tahun.default_due(keadaan.tahun, formats.hari_ini())
        tenggat = kanan.date_input(
            "Tenggat LKjIP selesai", due, format="DD/MM/YYYY", key=editing.field_key(nama, "tenggat")
        )
        kiri, kanan = st.columns(2)
        dari = kiri.text_input(
            "Dari", lama.dari if lama else f"Sekretaris {sesi.kantor.nama}", max_chars=200,
            key=editing.field_key(nama, "dari"),
        )  # fmt: skip
        kepada = kanan.text_input(
            "Kepada", lama.kepada if lama else "Kasubag Penyusunan Program dan Keuangan", max_chars=200,
            key=editing.field_key(nama, "kepada"),
        )  # fmt: skip
        isi = st.text_area(
            "Isi disposisi", ISI.format(tahun=keadaan.tahun), max_chars=buka_tahun.LONGEST_ISI,
            key=editing.field_key(nama, "isi"),
        )  # fmt: skip
        kata = "Simpan disposisi" if keadaan.dibuka else f"Buka tahun {keadaan.tahun}"
        if not st.form_submit_button(kata, type="primary", key=editing.button_key(nama)):
            return
    isian = Disposisi(0, keadaan.tahun, nomor, tanggal, isi, tenggat, dari, kepada)
    try:
        buka_tahun.open_year(sesi.store, sesi.actor, isian, kartu=editing.card(nama))
    except (AlreadyDoneError, StaleError) as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, f"Disposisi nomor {formats.plain(nomor)} tersimpan; tahun {keadaan.tahun} terbuka.")


def show_roll(sesi: Sesi, keadaan: KeadaanTahun) -> None:
    """The year beside the one before; the analyst carries its open promises in."""
    lalu = keadaan.tahun - 1
    gulir = buka_tahun.preview_roll(sesi.store, sesi.actor, keadaan.tahun)
    section(
        f"Dari tahun {lalu}",
        f"{len(gulir.tetap)} indikator tetap (rumusan, rumus, sasaran, penanggung jawab terbawa); "
        f"{len(gulir.perubahan)} perubahan; {len(gulir.janji)} tindak lanjut belum dibawa.",
    )
    if gulir.perubahan:
        rows = [
            {
                "Indikator": formats.plain(satu.indikator),
                "Perubahan": satu.apa,
                str(lalu): formats.plain(satu.sebelum) or formats.TANDA_HUBUNG,
                str(keadaan.tahun): formats.plain(satu.sesudah) or formats.TANDA_HUBUNG,
            }
            for satu in gulir.perubahan
        ]
        with st.expander(f"Yang berubah dari {lalu} ke {keadaan.tahun}"):
            st.table(pd.DataFrame(rows), hide_index=True, border="horizontal", alt="Perubahan antartahun")
    if gulir.janji:
        st.markdown("\n".join(f"- {formats.plain(satu.uraian)} ({satu.asal_tahun})" for satu in gulir.janji))
    if gulir.janji and sesi.may(Aksi.UBAH_RENCANA):
        nama = f"gulir_{keadaan.tahun}"
        if st.button(f"Bawa {len(gulir.janji)} tindak lanjut ke {keadaan.tahun}", key=editing.button_key(nama)):
            jumlah = buka_tahun.roll(sesi.store, sesi.actor, keadaan.tahun, kartu=editing.card(nama))
            editing.saved(nama, f"{jumlah} tindak lanjut dibawa ke tahun {keadaan.tahun}.")
    for satu in keadaan.tindak_lanjut:
        _promise(sesi, satu)


def _promise(sesi: Sesi, satu: TindakLanjut) -> None:
    nama = f"janji_{satu.id}"
    tanda = "● selesai" if satu.selesai else "○ terbuka"
    keterangan = f": {formats.plain(satu.keterangan)}" if satu.keterangan else ""
    st.markdown(f"{tanda}{keterangan} — {formats.plain(satu.uraian)} (dijanjikan {satu.asal_tahun})")
    if not sesi.may(Aksi.UBAH_RENCANA):
        return
    dilihat = editing.seen(nama, lambda: satu)
    with st.expander("Catat hasilnya", key=f"buka_{nama}"), st.form(f"form_{nama}", border=False):
        teks = st.text_input("Keterangan", dilihat.keterangan, max_chars=500, key=editing.field_key(nama, "ket"))
        selesai = st.checkbox("Selesai", dilihat.selesai, key=editing.field_key(nama, "selesai"))
        if not st.form_submit_button("Simpan", key=editing.button_key(nama)):
            return
    try:
        buka_tahun.settle(sesi.store, sesi.actor, dilihat, selesai=selesai, keterangan=teks)
    except StaleError as error:
        editing.show_newer(nama, error)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, "Tindak lanjut tersimpan.")
