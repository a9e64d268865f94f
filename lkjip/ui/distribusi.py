"""The section workbooks on screen: make them, fetch them, hand them over, see who has them, remind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from lkjip.domain.access import Aksi
from lkjip.domain.pengumpulan import Peristiwa
from lkjip.domain.showing import join_words
from lkjip.domain.tanggal import days_left
from lkjip.errors import AlreadyDoneError, RefusedError
from lkjip.services import distribusi
from lkjip.services.distribusi import BarisDistribusi, TeksSeksi
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi
from lkjip.ui.layout import section
from lkjip.ui.navigation import page
from lkjip.ui.table import Kolom, show_table

CARA = ("Aplikasi", "Surat dinas", "WhatsApp", "Surel", "Diserahkan langsung")
HARI_PENGISIAN = 7
TIDAK_DIMINTA = "○ tidak ada yang diminta"


def sentence(baris: Sequence[BarisDistribusi]) -> str:
    """How far the workbooks are, counted over the sections that get one; the others by name."""
    diminta = [satu for satu in baris if satu.diminta]
    lain = [satu.seksi.nama for satu in baris if not satu.diminta]
    tanpa = f"; tidak diminta: {join_words(map(formats.plain, lain))}" if lain else ""
    if not any(satu.format for satu in diminta):
        return f"belum ada format yang dibuat untuk {len(diminta)} seksi{tanpa}"
    banyak = sum(satu.disampaikan is not None for satu in diminta)
    return f"format disampaikan kepada {banyak} dari {len(diminta)} seksi{tanpa}"


def show_list(baris: Sequence[BarisDistribusi]) -> None:
    """Every section with its workbook, handing over, due date and what came back."""
    section("Daftar penyampaian", "Kepada siapa, kapan, tenggatnya, dan apa yang sudah kembali.")
    show_table(
        [_row(satu, formats.hari_ini()) for satu in baris],
        [
            Kolom("seksi", "Seksi", lebar=180),
            Kolom("format", "Format dibuat", lebar=175),
            Kolom("disampaikan", "Disampaikan", lebar=165),
            Kolom("tenggat", "Tenggat", lebar=150),
            Kolom("diterima", "Diterima seksi", lebar=125),
            Kolom("kembali", "Kembali", lebar=100),
        ],
        key="daftar_penyampaian",
        alt="Daftar penyampaian format kepada seksi",
    )


def _row(satu: BarisDistribusi, today: date) -> dict[str, object]:
    if not satu.diminta:
        nothing = dict.fromkeys(("disampaikan", "tenggat", "diterima", "kembali"), formats.TANDA_HUBUNG)
        return {"seksi": satu.seksi.nama, "format": TIDAK_DIMINTA, **nothing}
    handed, due = satu.disampaikan, satu.tenggat
    note = " (ada format lebih baru)" if satu.usang else ""
    return {
        "seksi": satu.seksi.nama,
        "format": satu.format.pada.split(" pukul")[0] if satu.format else "○ belum dibuat",
        "disampaikan": f"● {formats.tanggal(handed.tanggal)}, {handed.cara}{note}" if handed else "○ belum",
        "tenggat": _due(due, satu.kiriman, today) if due else formats.TANDA_HUBUNG,
        "diterima": f"● {formats.tanggal(satu.diterima.tanggal)}" if satu.diterima else "○ belum",
        "kembali": f"● versi {satu.kiriman}" if satu.kiriman else "○ belum",
    }


def _due(due: date, received: int, today: date) -> str:
    return formats.tanggal(due) + ("" if received else f" ({days_left(today, due)})")


def show_handing_over(sesi: Sesi, baris: Sequence[BarisDistribusi]) -> None:
    """Record in one form to whom the workbooks were handed, how, and due when."""
    nama = f"sampaikan_{sesi.tahun}"
    siap = {satu.seksi.id: satu for satu in baris if satu.format is not None}
    if not siap:
        return
    section("Catat penyampaian")
    with st.form(f"form_{nama}"):
        kepada = st.multiselect(
            "Kepada seksi", list(siap), [key for key, satu in siap.items() if satu.belum or satu.usang],
            format_func=lambda key: siap[key].seksi.nama, key=editing.field_key(nama, "kepada"),
            placeholder="Pilih seksi",
        )  # fmt: skip
        kiri, tengah, kanan = st.columns(3)
        cara = kiri.selectbox("Cara", CARA, key=editing.field_key(nama, "cara"))
        tanggal = tengah.date_input(
            "Tanggal", formats.hari_ini(), format="DD/MM/YYYY", key=editing.field_key(nama, "tanggal")
        )
        tenggat = kanan.date_input(
            "Tenggat kembali", formats.hari_ini() + timedelta(days=HARI_PENGISIAN), format="DD/MM/YYYY",
            key=editing.field_key(nama, "tenggat"),
        )  # fmt: skip
        if not st.form_submit_button("Simpan penyampaian", type="primary", key=editing.button_key(nama)):
            return
    try:
        jumlah = distribusi.hand_over(
            sesi.store, sesi.actor, sesi.tahun, kepada, cara=cara, tanggal=tanggal, tenggat=tenggat,
            kartu=editing.card(nama),
        )  # fmt: skip
    except AlreadyDoneError as error:
        editing.saved(nama, str(error))
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(nama, f"Penyampaian kepada {jumlah} seksi tercatat.")


def show_texts(sesi: Sesi, baris: Sequence[BarisDistribusi], teks: dict[int, TeksSeksi]) -> None:
    """The texts for one section, ready to be copied; a reminder that was sent is recorded."""
    section("Surat dan pengingat", "Salin teksnya; yang sudah dikirim dicatat di sini.")
    names = {satu.seksi.id: satu for satu in baris if satu.diminta}
    chosen = st.selectbox(
        "Untuk seksi", list(names), format_func=lambda key: names[key].seksi.nama, key="teks_untuk"
    )  # fmt: skip
    if chosen is None:
        return
    satu = teks[chosen]
    for judul, isi in (
        (f"Surat pengantar: {satu.pengantar.perihal}", satu.pengantar.isi),
        (f"Surat pengingat: {satu.pengingat.perihal}", satu.pengingat.isi),
        ("Pesan pendek (WhatsApp)", satu.pendek),
    ):
        with st.expander(judul):
            st.code(isi, language=None, wrap_lines=True)
    line = names[chosen]
    if line.diingatkan:
        last = line.diingatkan[-1]
        st.caption(f"Diingatkan {len(line.diingatkan)} kali, terakhir {formats.tanggal(last.tanggal)}.")
    if line.disampaikan is not None and st.button("Catat: sudah diingatkan hari ini", key=f"ingatkan_{chosen}"):
        _record(sesi, chosen, Peristiwa.DIINGATKAN, "Pengingat tercatat.")


def show_own(sesi: Sesi, satu: BarisDistribusi) -> None:
    """What a section does here: fetch its workbook, say that it has it."""
    if not satu.diminta:
        st.info(f"Seksi Anda tidak diminta mengirim data tahun {sesi.tahun}: tidak ada indikator maupun kode anggaran "
                "yang menjadi tanggung jawabnya. Bila keliru, sampaikan kepada analis.")  # fmt: skip
        return
    if satu.format is None:
        st.info("Format untuk seksi Anda belum dibuat. Analis menyampaikannya lewat halaman ini.")
        return
    if satu.tenggat is not None:
        st.markdown(f"Kembalikan paling lambat **{formats.tanggal(satu.tenggat)}** "
                    f"({days_left(formats.hari_ini(), satu.tenggat)}).")  # fmt: skip
    st.link_button(
        "Unduh buku kerja seksi Anda", f"/unduh/format/{satu.format.id}", type="primary", icon=":material/download:",
        key="unduh_milik",
    )  # fmt: skip
    st.page_link(page("unggah_data"), label="Kirim buku kerja yang sudah terisi", icon=":material/upload_file:")
    if satu.disampaikan is not None and satu.diterima is None:
        if st.button("Nyatakan sudah diterima", key="terima_format"):
            _record(sesi, satu.seksi.id, Peristiwa.DITERIMA, "Terima kasih; penerimaan tercatat.")
    elif satu.diterima is not None:
        st.caption(f"Diterima {formats.tanggal(satu.diterima.tanggal)}.")


def show_receipts(sesi: Sesi, baris: Sequence[BarisDistribusi]) -> None:
    """The analyst records receipts that were given on paper."""
    open_ones = {satu.seksi.id: satu for satu in baris if satu.disampaikan is not None and satu.diterima is None}
    if not open_ones or not sesi.may(Aksi.FORMAT):
        return
    with st.expander(f"Catat tanda terima ({len(open_ones)} belum)"):
        key = st.selectbox(
            "Diterima oleh seksi", list(open_ones), format_func=lambda key: open_ones[key].seksi.nama, key="terima_dari"
        )
        if key is not None and st.button("Catat diterima hari ini", key="catat_terima"):
            _record(sesi, key, Peristiwa.DITERIMA, "Penerimaan tercatat.")


def _record(sesi: Sesi, seksi: int, peristiwa: Peristiwa, kalimat: str) -> None:
    try:
        distribusi.record(sesi.store, sesi.actor, sesi.tahun, seksi, peristiwa, tanggal=formats.hari_ini())
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        editing.saved(f"{peristiwa.value}_{seksi}", kalimat)
