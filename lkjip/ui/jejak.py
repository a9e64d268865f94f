"""The audit trail on screen: filters in the address, pages of fifty, one row in full, export."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from lkjip.services import audit_log
from lkjip.services.audit_log import Jejak, Saringan
from lkjip.ui import formats
from lkjip.ui.guard import Sesi
from lkjip.ui.table import Kolom, show_table

SEMUA = "Semua"
HASIL = {SEMUA: "", "Berhasil": "berhasil", "Tercatat (data tidak berubah)": "tercatat", "Ditolak": "ditolak"}
SEHALAMAN = 50


def sentence(jumlah: int, rusak: tuple[int, ...]) -> str:
    """How many rows, and whether the chain is whole."""
    if rusak:
        return f"Rantai jejak TIDAK utuh: segel baris {', '.join(map(str, rusak[:5]))} tidak cocok. Hubungi pengelola."
    return f"{jumlah} perbuatan tercatat; rantai segelnya utuh."


def choose(sesi: Sesi) -> Saringan:
    """The filters; they stand in the address."""
    ada = audit_log.choices(sesi.store, sesi.actor)
    satu, dua, tiga = st.columns(3)
    oleh = satu.selectbox("Oleh", [SEMUA, *ada.oleh], key="oleh", bind="query-params")
    perbuatan = dua.selectbox("Perbuatan", [SEMUA, *ada.perbuatan], key="perbuatan", bind="query-params")
    hasil = tiga.selectbox("Hasil", list(HASIL), key="hasil", bind="query-params")
    empat, lima, enam = st.columns(3)
    sejak = empat.date_input("Sejak tanggal", None, format="DD/MM/YYYY", key="jejak_sejak")
    sampai = lima.date_input("Sampai tanggal", None, format="DD/MM/YYYY", key="jejak_sampai")
    cari = enam.text_input("Cari kata", max_chars=100, key="cari", bind="query-params",
                           placeholder="objek, nilai sebelum atau sesudah")  # fmt: skip
    return Saringan(
        "" if oleh in (SEMUA, None) else oleh, "" if perbuatan in (SEMUA, None) else perbuatan,
        HASIL.get(hasil or SEMUA, ""), _day(sejak), _day(sampai), cari.strip(),
    )  # fmt: skip


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def show_rows(sesi: Sesi, saringan: Saringan) -> None:
    """One page of rows, the chosen row in full, and the export of all that fit."""
    tempat = st.session_state.get("halaman_jejak", 1)
    _rows, total = audit_log.rows(sesi.store, sesi.actor, saringan, count=1)
    halaman = max(1, -(-total // SEHALAMAN))
    mulai = (min(tempat, halaman) - 1) * SEHALAMAN
    found, total = audit_log.rows(sesi.store, sesi.actor, saringan, lewati=mulai, count=SEHALAMAN)
    if not found:
        st.info("Tidak ada baris dengan saringan ini.")
        return
    chosen = show_table(
        [_row(satu) for satu in found],
        [
            Kolom("nomor", "No.", lebar=50),
            Kolom("pada", "Waktu (WITA)", lebar=150),
            Kolom("oleh", "Oleh", lebar=150),
            Kolom("perbuatan", "Perbuatan", lebar=175),
            Kolom("objek", "Objek", lebar=220),
            Kolom("hasil", "Hasil", lebar=90),
        ],
        key=f"jejak_{found[0].id}_{mulai}",  # other rows: nothing is chosen, rather than the wrong one
        alt="Jejak audit, yang terbaru di atas",
        pilih=True,
    )
    kiri, kanan = st.columns([3, 1], vertical_alignment="bottom")
    kiri.caption(f"Baris {mulai + 1} sampai {mulai + len(found)} dari {total}. Pilih baris untuk melihat isinya.")
    if halaman > 1:
        kanan.number_input("Halaman", 1, halaman, key="halaman_jejak", step=1)
    if chosen is not None:
        _show_one(found[chosen])
    st.link_button("Unduh baris yang tersaring (CSV)", export_address(saringan), icon=":material/download:")


def export_address(saringan: Saringan) -> str:
    """The download route with the same filters."""
    asked = {name: value for name, value in asdict(saringan).items() if value}
    return "/unduh/jejak-audit" + (f"?{urlencode(asked)}" if asked else "")


def readable(isi: str) -> str:
    """What was recorded, a line a field; texts that are no set of fields stay as they are."""
    try:
        fields = json.loads(isi)
    except ValueError:
        fields = None
    if not isinstance(fields, dict):
        return isi or formats.TANDA_HUBUNG
    return "\n".join(f"{nama}: {_value(value)}" for nama, value in fields.items())


def _value(value: object) -> str:
    if value is None or value == "":
        return formats.TANDA_HUBUNG
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _row(satu: Jejak) -> dict[str, object]:
    return {
        "nomor": str(satu.id), "pada": f"{satu.pada:%d/%m/%Y %H.%M.%S}", "oleh": satu.oleh,
        "perbuatan": satu.perbuatan, "objek": satu.objek, "hasil": satu.hasil,
    }  # fmt: skip


def _show_one(satu: Jejak) -> None:
    with st.container(border=True):
        st.markdown(f"**Baris {satu.id}: {formats.plain(satu.perbuatan)}**, {satu.pada:%d/%m/%Y %H.%M.%S} WITA")
        st.caption(f"{formats.plain(satu.oleh)}, peran {satu.peran}. Hasil: {formats.plain(satu.hasil)}")
        st.markdown(f"Objek: {formats.plain(satu.objek) or formats.TANDA_HUBUNG}")
        kiri, kanan = st.columns(2)
        for tempat, judul, isi in ((kiri, "Sebelum", satu.sebelum), (kanan, "Sesudah", satu.sesudah)):
            tempat.markdown(f"**{judul}**")
            tempat.code(readable(isi), language=None, wrap_lines=True)
        st.caption(f"Segel: {satu.sidik}")
