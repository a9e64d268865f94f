"""A dropped section workbook: for which section and year, its findings by kind, explanations due, what would change."""

from __future__ import annotations

import streamlit as st

from lkjip.domain.access import Aksi, may
from lkjip.domain.finding import Tingkat
from lkjip.domain.isian_kiriman import KATA
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.errors import RefusedError
from lkjip.services import bertanda, kiriman
from lkjip.services import seksi as sections
from lkjip.services.kiriman import Pratinjau
from lkjip.services.kiriman_periksa import WajibJelas
from lkjip.services.reading import Reading
from lkjip.ui import formats
from lkjip.ui.antrean import waiting
from lkjip.ui.berkas import SEKSI, Berkas, addressed
from lkjip.ui.cached import evaluate
from lkjip.ui.filters import choose_one_or_all
from lkjip.ui.findings_table import show_by_kind
from lkjip.ui.guard import Sesi
from lkjip.ui.kiriman import show_changes, show_missing, show_versions
from lkjip.ui.navigation import page
from lkjip.ui.penjelasan import replace_words, word_fields


def choose_section(sesi: Sesi) -> None:
    """For whom workbooks are taken: a section's account sends its own, the analyst chooses (all: as each file says)."""
    if not may(sesi.actor, Aksi.UNGGAH, None):
        st.session_state[SEKSI] = sesi.actor.seksi
        return
    active = [satu for satu in sections.list_seksi(sesi.store) if satu.aktif]
    chosen = choose_one_or_all(f"Buku kerja {sesi.tahun} diterima dari seksi", active, "seksi", lambda satu: satu.nama)
    st.session_state[SEKSI] = chosen.id if chosen else None
    if not chosen and any(satu.identitas for satu in waiting()):
        st.caption("Setiap buku kerja masuk ke seksi menurut tanda pengenalnya. Pilih satu seksi untuk membatasinya.")


def show_section_file(sesi: Sesi, berkas: Berkas, reading: Reading) -> None:
    """The workbook from top to bottom: whose, what is wrong, what is due, what would be stored, the button."""
    assert berkas.identitas is not None  # noqa: S101 - asked by the caller
    untuk = addressed(sesi, berkas.identitas)
    try:
        seen = kiriman.preview(sesi.store, sesi.actor, reading, untuk, berkas.ketikan)
    except RefusedError as error:
        berkas.galat = max(1, berkas.galat)
        st.error(formats.plain(str(error)))
        return
    berkas.galat = sum(satu.tingkat is Tingkat.GALAT for satu in seen.temuan)
    if seen.bacaan.identitas is not None:
        st.markdown(formats.plain(f"Buku kerja {seen.isi.seksi} tahun {seen.isi.tahun}, menjadi versi {seen.versi}."))
    for catatan in seen.catatan:
        st.info(formats.plain(catatan), icon=":material/history:")
    _show_findings(sesi, berkas, seen)
    if seen.bacaan.identitas is not None:
        _explain(berkas, seen)
        _show_outcome(berkas, seen)
    _show_button(sesi, berkas, seen)


def _show_findings(sesi: Sesi, berkas: Berkas, seen: Pratinjau) -> None:
    if not seen.temuan:
        st.success("Tidak ada temuan.", icon=":material/check_circle:")
        return
    show_by_kind(seen.temuan, sesi.actor, f"seksi_{berkas.kunci}")
    if seen.bacaan.identitas is not None:
        key = bertanda.keep(sesi.actor, seen.isi.seksi_id, berkas.nama, berkas.isi.read(), seen.temuan)
        st.link_button(
            "Unduh buku kerja bertanda", f"/unduh/bertanda/{key}", icon=":material/download:",
            help="Berkas yang sama, dengan setiap temuan ditandai dan dijelaskan di selnya.",
        )  # fmt: skip


def _explain(berkas: Berkas, seen: Pratinjau) -> None:
    """Explanations that are due and not complete in the workbook can be typed here; they are stored with it."""
    due = [satu for satu in seen.wajib if satu.kurang or satu.indikator_id in berkas.ketikan]
    if not due:
        return
    with st.form(f"jelas_{berkas.kunci}", border=True):
        st.markdown(f"**Penjelasan wajib untuk {len(due)} indikator.** Ketik di sini, atau isi di lembar Analisis.")
        typed = {satu.indikator_id: _fields(berkas, satu, seen.isi.tahun) for satu in due}
        if st.form_submit_button("Pakai penjelasan ini", icon=":material/check:"):
            for key, (kata, texts) in typed.items():
                changed = any(texts[medan].strip() != getattr(kata, medan) for medan in KATA)
                if changed or key in berkas.ketikan:
                    berkas.ketikan[key] = replace_words(kata, texts)
            st.rerun()


def _fields(berkas: Berkas, satu: WajibJelas, tahun: int) -> tuple[Penjelasan, dict[str, str]]:
    st.markdown(f"**{formats.plain(satu.teks)}**: {formats.plain(satu.alasan)}")
    name = f"jelas_{berkas.kunci}_{satu.indikator_id}_{tahun}"
    return satu.kata, word_fields(name, satu.kata)


def _show_outcome(berkas: Berkas, seen: Pratinjau) -> None:
    """How complete the section would be, and what differs from the version in force."""
    missing = sum(len(satu.kurang) for satu in seen.bagian)
    title = f"Setelah disimpan masih kurang {missing} hal" if missing else "Setelah disimpan isinya lengkap"
    with st.expander(title, key=f"kurang_{berkas.kunci}", expanded=False):
        show_missing(seen.bagian)
    if seen.berlaku is not None:
        show_changes(seen.perubahan, seen.nama, f"Dibanding versi {seen.berlaku.versi}", berkas.kunci)


def _show_button(sesi: Sesi, berkas: Berkas, seen: Pratinjau) -> None:
    if berkas.ditolak:
        st.error(formats.plain(berkas.ditolak), icon=":material/error:")
    if seen.sudah_ada:
        st.info(formats.plain(seen.sudah_ada), icon=":material/history:")
    st.button(
        "Simpan", key=f"simpan_{berkas.kunci}", type="primary", icon=":material/save:", on_click=berkas.save,
        args=(sesi,), disabled=not seen.boleh_simpan,
    )  # fmt: skip
    if berkas.galat:
        st.markdown("**Belum dapat disimpan:** perbaiki galat di atas, lalu unggah lagi.")


def show_saved(berkas: Berkas) -> None:
    """Where to look at what was stored."""
    tahun = {"tahun": str(berkas.tahun)}
    with st.container(horizontal=True):
        st.page_link(page("kelengkapan"), label="Lihat kelengkapan", icon=":material/fact_check:", query_params=tahun)
        st.page_link(page("capaian"), label="Lihat capaian", icon=":material/monitoring:", query_params=tahun)


def show_own_versions(sesi: Sesi) -> None:
    """The versions of the section that is chosen (a section's account: its own), with what changed in each."""
    seksi_id = st.session_state.get(SEKSI)
    if seksi_id is None or not may(sesi.actor, Aksi.LIHAT_UNGGAHAN, seksi_id):
        return
    versi = kiriman.history(sesi.store, sesi.actor, sesi.tahun, seksi_id)
    if versi:
        show_versions(sesi, versi, {satu.indikator.id: satu.indikator.teks for satu in evaluate(sesi).indikator})
