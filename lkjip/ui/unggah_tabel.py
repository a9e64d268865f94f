"""One table of a file: whether it is stored, what its columns mean (the user may correct that), and what was read."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pandas as pd
import streamlit as st

from lkjip.services import hasil_baca, kolom
from lkjip.services.kolom import BarisKolom
from lkjip.services.reading import Reading, TableKey
from lkjip.ui import editing, formats
from lkjip.ui.berkas import Berkas
from lkjip.ui.table import Kolom, show_table

JUDUL = {
    "huruf": "Kolom",
    "judul": "Judul di berkas",
    "contoh": "Isi, misalnya",
    "arti": "Arti",
    "tahun": "Tahun",
    "tahap": "Tahap",
    "triwulan": "Triwulan",
}
MEDAN = {judul: nama for nama, judul in JUDUL.items()}
INDIKATOR = (
    Kolom("indikator", "Indikator", lebar=260),
    Kolom("satuan", "Satuan"),
    Kolom("waktu", "Waktu"),
    Kolom("target", "Target", "ringkas"),
    Kolom("realisasi", "Realisasi", "ringkas"),
    Kolom("tercetak", "Tercetak (%)", "ringkas"),
    Kolom("hitungan", "Hitungan (%)", "persen"),
    Kolom("cocok", "Kecocokan"),
    Kolom("sel", "Sel"),
    Kolom("sasaran", "Sasaran", lebar="medium"),
)
ANGGARAN = (
    Kolom("kode", "Kode"),
    Kolom("uraian", "Uraian", lebar=260),
    Kolom("tingkat", "Tingkat"),
    Kolom("kelompok", "Kelompok"),
    Kolom("waktu", "Waktu"),
    Kolom("pagu", "Pagu (Rp)", "rupiah"),
    Kolom("realisasi", "Realisasi (Rp)", "rupiah"),
    Kolom("tercetak", "Tercetak (%)", "ringkas"),
    Kolom("cocok", "Kecocokan"),
    Kolom("sel", "Sel"),
)
RENSTRA = (
    Kolom("uraian", "Uraian", lebar=260),
    Kolom("tingkat", "Tingkat"),
    Kolom("pagu", "Pagu Renstra (Rp)", "rupiah"),
    Kolom("lalu", "Realisasi s.d. tahun lalu (Rp)", "rupiah"),
    Kolom("realisasi", "Realisasi s.d. tahun ini (Rp)", "rupiah"),
    Kolom("tercetak", "Tercetak (%)", "ringkas"),
    Kolom("cocok", "Kecocokan"),
    Kolom("sel", "Sel"),
)
PALING_BANYAK = 2  # tables shown below each other
TETAP = [JUDUL["huruf"], JUDUL["judul"], JUDUL["contoh"]]


def show_tables(berkas: Berkas, reading: Reading) -> None:
    """Up to two tables are shown; of more, the one the user wants to look at."""
    nomor = range(len(reading.tabel))
    if len(nomor) > PALING_BANYAK:
        names = [_name(tabel) for tabel in reading.tabel]
        chosen = st.selectbox("Periksa tabel", nomor, format_func=names.__getitem__, key=f"periksa_{berkas.kunci}")
        nomor = range(chosen, chosen + 1)
    for satu in nomor:
        _show_panel(berkas, reading, satu)


def _name(tabel: kolom.Tabel) -> str:
    return f"'{tabel.lembar}'" + (f" tabel {tabel.nomor}" if tabel.nomor > 1 else "")


def _show_panel(berkas: Berkas, reading: Reading, nomor: int) -> None:
    """Columns and contents of one table, folded unless the program did not understand it."""
    tabel, bacaan = reading.tabel[nomor], reading.bacaan[nomor]
    kunci = hasil_baca.table_key(tabel)
    dikenali = hasil_baca.is_known(tabel)
    nama = _name(tabel)
    alamat = f"{berkas.kunci}_{kunci[0]}_{kunci[1]}"
    terbuka = not dikenali and len(reading.tabel) == 1
    with st.expander(f"Arti kolom {formats.plain(nama)}", expanded=terbuka, key=f"arti_{alamat}"):
        if not dikenali:
            st.caption(
                "Tabel ini belum dikenali. Tunjukkan kolom indikator, target, dan realisasi; atau uraian dan pagu."
            )
        _columns_editor(berkas, kunci, tabel)
    jumlah = len(bacaan.indikator) + len(bacaan.anggaran)
    if jumlah:
        with st.expander(f"Isi yang terbaca dari {formats.plain(nama)} ({jumlah} baris)", key=f"terbaca_{alamat}"):
            _show_records(berkas, kunci, bacaan)
            if bacaan.renstra:
                st.caption("Kolom Renstra: diperiksa, tidak disimpan.")
                show_table(
                    hasil_baca.renstra_rows(bacaan), RENSTRA, key=f"renstra_{alamat}", alt="Kolom Renstra dari berkas"
                )


def _columns_editor(berkas: Berkas, kunci: TableKey, tabel: kolom.Tabel) -> None:
    nama = f"kolom_{berkas.kunci}_{kunci[0]}_{kunci[1]}"
    dilihat = editing.seen(nama, lambda: kolom.column_rows(tabel))
    widget = editing.field_key(nama, "arti")
    st.caption("Klik dua kali sel 'Arti', 'Tahun', 'Tahap', atau 'Triwulan' untuk mengubahnya. Isi lain tidak hilang.")
    st.data_editor(
        pd.DataFrame([_shown(row) for row in dilihat]),
        hide_index=True,
        num_rows="fixed",
        placeholder="",
        disabled=TETAP,
        column_config=_column_config(),
        key=widget,
        alt=f"Arti setiap kolom di lembar {kunci[0]}",
    )
    if _edited(berkas, kunci, dilihat, widget):
        st.rerun()
    if kunci in berkas.changes:
        st.button(
            "Kembalikan ke usulan program", key=f"usulan_{nama}", type="tertiary", on_click=_restore,
            args=(berkas, kunci, nama),
        )  # fmt: skip


def _shown(row: BarisKolom) -> dict[str, Any]:
    isi = asdict(row)
    return {judul: isi[nama] for nama, judul in JUDUL.items()}


def _column_config() -> dict[str, Any]:
    config = st.column_config
    return {
        JUDUL["huruf"]: config.TextColumn(width=60),
        JUDUL["judul"]: config.TextColumn(width=190),
        JUDUL["contoh"]: config.TextColumn(width=160),
        JUDUL["arti"]: config.SelectboxColumn(options=list(kolom.ARTI.values()), required=True, width=165),
        JUDUL["tahun"]: config.NumberColumn(
            format="%d", width=70, min_value=kolom.TAHUN.start, max_value=kolom.TAHUN.stop - 1
        ),
        JUDUL["tahap"]: config.SelectboxColumn(options=list(kolom.TAHAP.values()), width=105),
        JUDUL["triwulan"]: config.SelectboxColumn(options=[1, 2, 3, 4], width=80),
    }


def _edited(berkas: Berkas, kunci: TableKey, dilihat: tuple[BarisKolom, ...], widget: str) -> bool:
    """Take over what may be changed, and read the table anew if anything was; what else is sent is passed over."""
    rows = (st.session_state.get(widget) or {}).get("edited_rows", {})
    edits = {
        int(place): {MEDAN[judul]: isi for judul, isi in fields.items() if judul in MEDAN}
        for place, fields in rows.items()
    }
    usulan = berkas.usulan.get(kunci)
    changes = kolom.changed_columns(usulan, kolom.edited(dilihat, edits)) if usulan is not None else {}
    if usulan is None or changes == berkas.changes.get(kunci, {}):
        return False
    if changes:
        berkas.changes[kunci] = changes
    else:
        berkas.changes.pop(kunci, None)
    berkas.interpret()
    return True


def _restore(berkas: Berkas, kunci: TableKey, nama: str) -> None:
    berkas.changes.pop(kunci, None)
    editing.forget(nama)
    berkas.interpret()


def _show_records(berkas: Berkas, kunci: TableKey, bacaan: Any) -> None:
    """The records as read; columns that are empty throughout are left out."""
    rows = hasil_baca.indicator_rows(bacaan) if bacaan.indikator else hasil_baca.budget_rows(bacaan)
    columns = INDIKATOR if bacaan.indikator else ANGGARAN
    show_table(
        rows,
        [satu for satu in columns if any(row[satu.nama] not in (None, "") for row in rows)],
        key=f"isi_{berkas.kunci}_{kunci[0]}_{kunci[1]}",
        alt="Yang terbaca dari berkas",
    )
