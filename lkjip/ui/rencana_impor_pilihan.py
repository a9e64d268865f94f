"""What only the user knows about a plan: which Renstra, year and document; which indicator a new name means."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date
from typing import Any

import streamlit as st

from lkjip.domain.dokumen import Tahap
from lkjip.domain.renstra import Renstra, next_period, renstra_of
from lkjip.domain.tanggal import FIRST_DAY, FIRST_YEAR, LAST_DAY, LAST_YEAR
from lkjip.domain.trace import place
from lkjip.services import renstra
from lkjip.services.reading import Reading, TableKey
from lkjip.services.rencana_baca import fits, target_years
from lkjip.services.rencana_pilihan import BARU, NAMA_TAHAP, JenisRencana, PilihanRencana, PratinjauRencana
from lkjip.ui import formats
from lkjip.ui.guard import Sesi

ASKED = 25  # so many unknown names are asked about at a time


def out_key(jenis: JenisRencana, sha256: str) -> str:
    """Key of the field that says what is taken out: of this file and this kind only."""
    return f"keluarkan_{jenis}_{sha256}"


def choose(sesi: Sesi, reading: Reading, jenis: JenisRencana, padanan: MutableMapping[str, int]) -> PilihanRencana:
    """The choices this kind of plan asks for."""
    fields: dict[str, Any] = {"tabel": _tables(reading, jenis), "padanan": dict(padanan)}
    if jenis is JenisRencana.RENSTRA:
        fields |= _renstra(sesi, reading)
        fields["tahun"] = sesi.tahun
    else:
        fields |= _document(sesi, jenis)
    return PilihanRencana(
        jenis,
        **fields,
        semua_baru=bool(st.session_state.get("semua_baru_rencana")),
        ganti_satuan=bool(st.session_state.get("ganti_satuan_rencana")),
        keluarkan=frozenset(st.session_state.get(out_key(jenis, reading.sha256)) or ()),
        keluarkan_semua=bool(st.session_state.get(f"{out_key(jenis, reading.sha256)}_semua")),
    )


def _tables(reading: Reading, jenis: JenisRencana) -> frozenset[TableKey] | None:
    """With several fitting tables the user says which are used."""
    fitting = [(tabel.lembar, tabel.nomor) for tabel in reading.tabel if fits(tabel, jenis)]
    if len(fitting) < 2:
        return None
    chosen = st.multiselect(
        "Tabel yang dipakai", fitting, fitting, key=f"tabel_rencana_{jenis}", placeholder="Pilih tabel",
        format_func=lambda key: f"{key[0]}" + (f", tabel {key[1]}" if key[1] > 1 else ""),
    )  # fmt: skip
    return frozenset(chosen)


def _renstra(sesi: Sesi, reading: Reading) -> dict[str, Any]:
    """A stored Renstra, or a new one whose years the file proposes."""
    rencana = renstra.load(sesi.store, sesi.actor)
    names = {satu.id: f"{satu.nama} ({satu.mulai}–{satu.akhir})" for satu in rencana.renstra}
    years = target_years(reading)
    fit = next((satu for satu in rencana.renstra if years and satu.memuat(years[0]) and satu.memuat(years[-1])), None)
    start = fit or (None if years else renstra_of(rencana, sesi.tahun))
    ada = [*names, 0]
    key = st.selectbox(
        "Renstra yang diisi", ada, ada.index(start.id if start else 0), key="renstra_impor",
        format_func=lambda satu: names.get(satu, "Renstra baru"),
    )  # fmt: skip
    if key:
        return {"renstra_id": key}
    first, last = (years[0], years[-1]) if years else next_period(rencana.renstra, sesi.tahun)
    kiri, tengah, kanan = st.columns([3, 1, 1])
    nama = kiri.text_input("Nama Renstra", f"Renstra {first}-{last}", key=f"nama_renstra_{first}", max_chars=200)
    mulai = tengah.number_input("Tahun pertama", FIRST_YEAR, LAST_YEAR, first, key=f"mulai_renstra_{first}")
    akhir = kanan.number_input("Tahun terakhir", FIRST_YEAR, LAST_YEAR, last, key=f"akhir_renstra_{last}")
    dokumen = st.text_input("Penetapan (nomor dan tanggal keputusan)", key="penetapan_renstra", max_chars=300)
    return {"renstra_baru": Renstra(0, nama, int(mulai), int(akhir), dokumen)} if nama.strip() else {}


def _document(sesi: Sesi, jenis: JenisRencana) -> dict[str, Any]:
    """Year, stage, number, date; the reason of a revised PK."""
    satu, dua, tiga, empat = st.columns(4)
    tahun = satu.number_input("Tahun", FIRST_YEAR, LAST_YEAR, sesi.tahun, key="tahun_rencana")
    tahap = dua.selectbox("Tahap", list(Tahap), format_func=NAMA_TAHAP.__getitem__, key="tahap_rencana")
    wajib = "" if jenis is JenisRencana.PK else " (bila ada)"
    nama = "PK" if jenis is JenisRencana.PK else "DPA"
    nomor = tiga.text_input(f"Nomor {nama}{wajib}", key=f"nomor_{jenis}", max_chars=200)
    tanggal: date | None = empat.date_input(
        f"Tanggal {nama}{wajib}", None, min_value=FIRST_DAY, max_value=LAST_DAY,
        format="DD/MM/YYYY", key=f"tanggal_{jenis}",
    )  # fmt: skip
    alasan = ""
    if jenis is JenisRencana.PK and tahap is Tahap.PERUBAHAN:
        alasan = st.text_input("Alasan perubahan", key="alasan_rencana", max_chars=1000)
    return {"tahun": int(tahun), "tahap": tahap, "nomor": nomor, "tanggal": tanggal, "alasan": alasan}


def answer_unknown(shown: PratinjauRencana, padanan: MutableMapping[str, int]) -> None:
    """For each name that resembles a stored one: is it the same indicator, or a new one? And whose unit counts."""
    if any(satu.kode == "rencana_satuan_berbeda" for satu in shown.temuan) or st.session_state.get(
        "ganti_satuan_rencana"
    ):
        st.checkbox("Pakai satuan dari berkas", key="ganti_satuan_rencana")
    asked = shown.usulan.tak_dikenal
    if not asked:
        return
    st.markdown(f"**{len(asked)} nama indikator mirip dengan yang tersimpan**")
    st.checkbox("Yang belum dijawab memang indikator baru", key="semua_baru_rencana")
    for satu in asked[:ASKED]:
        names = {**dict(satu.calon), BARU: "Indikator baru"}
        widget = f"padanan_{satu.kunci}"
        ada = list(names)
        answer = padanan.get(satu.kunci)
        st.selectbox(
            formats.plain(f"'{satu.teks}' ({place(satu.lembar, satu.sel, awal=False)}) sama dengan"), ada,
            ada.index(answer) if answer in ada else None, placeholder="Pilih", key=widget,
            format_func=names.__getitem__, on_change=_answered,
            args=(padanan, satu.kunci, widget),
        )  # fmt: skip


def _answered(padanan: MutableMapping[str, int], kunci: str, widget: str) -> None:
    answer = st.session_state.get(widget)
    if answer is None:
        padanan.pop(kunci, None)
    else:
        padanan[kunci] = int(answer)
