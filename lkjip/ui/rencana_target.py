"""The targets of one indicator as a small table of fields: a row per year, a column per promise."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from lkjip.domain.evaluasi import EvaluasiIndikator
from lkjip.domain.indikator import Indikator, JenisTarget
from lkjip.errors import RefusedError, StaleError
from lkjip.services import tabel_target
from lkjip.services.tabel_target import Isian, Tempat
from lkjip.ui import editing, formats
from lkjip.ui.guard import Sesi

KOLOM = (JenisTarget.RENSTRA, JenisTarget.PK)
LEBAR = (1, 2, 2)


def show_form(sesi: Sesi, indikator: Indikator) -> None:
    """Years with their Renstra and PK target; saved together or not at all."""
    nama = f"target_{indikator.id}"
    berlaku = tabel_target.load(sesi.store, sesi.actor, indikator.id)
    tahun = tabel_target.years(list(berlaku.values()), sesi.tahun)
    sekarang = {(satu, jenis): tabel_target.written(berlaku.get((satu, jenis))) for satu in tahun for jenis in KOLOM}
    dilihat = editing.seen(nama, lambda: sekarang)
    with st.form(f"form_{nama}"):
        diketik = _fields(nama, indikator, dilihat, sesi.tahun)
        st.caption("Tulis 87,5 atau 80-90 atau BB. Nilai lama tetap tercatat; yang terbaru yang dipakai.")
        if not st.form_submit_button("Simpan target", type="primary", key=f"simpan_{nama}"):
            return
    isian = {tempat: Isian(dilihat.get(tempat, ""), teks) for tempat, teks in diketik.items()}
    try:
        jumlah = tabel_target.save(sesi.store, sesi.actor, indikator.id, isian)
    except StaleError as error:
        editing.show_stale(nama, error, _texts(diketik), _texts(sekarang), sekarang)
    except RefusedError as error:
        st.error(formats.plain(str(error)))
    else:
        kalimat = f"{jumlah} target tersimpan. Capaian sudah dihitung ulang." if jumlah else "Tidak ada yang berubah."
        editing.saved(nama, kalimat)


def show_doubt(satu: EvaluasiIndikator) -> None:
    """A target the formula cannot use: it is stored as typed, but the user learns at once that nothing is measured."""
    if satu.target is not None and satu.capaian.nilai is None and satu.realisasi is not None:
        alasan = satu.capaian.alasan
        st.warning(formats.plain(f"Capaian {satu.tahun} tidak terukur: {alasan}."), icon=":material/warning:")


def _fields(nama: str, indikator: Indikator, dilihat: Mapping[Tempat, str], tahun_laporan: int) -> dict[Tempat, str]:
    satuan = f" ({formats.plain(indikator.satuan)})" if indikator.satuan else ""
    kepala = st.columns(LEBAR)
    kepala[0].markdown("**Tahun**")
    for kolom, jenis in zip(kepala[1:], KOLOM, strict=True):
        kolom.markdown(f"**Target {tabel_target.NAMA[jenis]}**{satuan}")
    diketik: dict[Tempat, str] = {}
    for tahun in sorted({tempat[0] for tempat in dilihat}):
        baris = st.columns(LEBAR, vertical_alignment="center")
        baris[0].markdown(f"**{tahun}**" if tahun == tahun_laporan else str(tahun))
        for kolom, jenis in zip(baris[1:], KOLOM, strict=True):
            diketik[tahun, jenis] = kolom.text_input(
                f"Target {tabel_target.NAMA[jenis]} {tahun}", dilihat[tahun, jenis],
                key=editing.field_key(nama, f"{jenis.value}_{tahun}"), label_visibility="collapsed", max_chars=60,
                placeholder="belum ada",
            )  # fmt: skip
    return diketik


def _texts(isi: Mapping[Tempat, str]) -> dict[str, str]:
    return {f"Target {tabel_target.NAMA[jenis]} {tahun}": teks.strip() for (tahun, jenis), teks in isi.items()}
