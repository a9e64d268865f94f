"""One dropped file: what was found, what is wrong or unclear, the tables, the choices, and what saving would do."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lkjip.domain.finding import Finding, Tingkat
from lkjip.domain.reading import Pertanyaan
from lkjip.services import hasil_baca, importing
from lkjip.services.reading import Reading
from lkjip.ui import antrean, formats, unggah_pilihan, unggah_seksi, unggah_tabel
from lkjip.ui.berkas import Berkas
from lkjip.ui.findings_table import sentence, show_findings
from lkjip.ui.guard import Sesi
from lkjip.ui.navigation import page
from lkjip.ui.unggah_simpan import show_preview


def show_file(sesi: Sesi, berkas: Berkas) -> None:
    """The file from top to bottom; once saved only the answer and the way on."""
    with st.container(border=True):
        nama, buang = st.columns([5, 1], vertical_alignment="center")
        nama.markdown(f"### {formats.plain(berkas.nama)}")
        buang.button(
            "Buang dari daftar", key=f"buang_{berkas.kunci}", type="tertiary", on_click=antrean.discard,
            args=(berkas.kunci,), help="Yang sudah tersimpan tidak berubah.",
        )  # fmt: skip
        if berkas.tersimpan is not None:
            _show_saved(berkas)
        elif (reading := reading_of(berkas)) is None:
            st.error(formats.plain(berkas.ditolak))
        elif reading.identitas is not None:
            unggah_seksi.show_section_file(sesi, berkas, reading)
        else:
            _show_open(sesi, berkas, reading)


def reading_of(berkas: Berkas) -> Reading | None:
    """The reading; a large one that was let go is made again, and the place in line is shown meanwhile."""
    place = st.empty()
    reading = berkas.read(lambda urutan: place.info(antrean.place_sentence(urutan), icon=":material/hourglass_top:"))
    place.empty()
    return reading


def _show_open(sesi: Sesi, berkas: Berkas, reading: Reading) -> None:
    kalimat = [
        formats.plain(hasil_baca.table_sentence(tabel, bacaan))
        for tabel, bacaan in zip(reading.tabel, reading.bacaan, strict=True)
    ]
    st.markdown("\n".join(f"- {satu}" for satu in kalimat) if len(kalimat) > 1 else "".join(kalimat))
    show_questions(berkas, reading.pertanyaan)
    show_findings_of(sesi, berkas, reading.temuan)
    if not reading.tabel:
        st.caption("Tidak ada tabel yang dapat disimpan dari berkas ini. Perbaiki berkasnya, lalu unggah lagi.")
        return
    unggah_tabel.show_tables(berkas, reading)
    unggah_pilihan.show_choices(berkas, reading)
    preview = importing.preview(sesi.store, sesi.actor, reading, berkas.tahun, berkas.pilihan)
    show_preview(sesi, berkas, preview)


def show_questions(berkas: Berkas, pertanyaan: Sequence[Pertanyaan]) -> None:
    """Each ambiguous column once, with both readings of its own numbers; the answer is remembered when saved."""
    for tanya in pertanyaan:
        with st.container(border=True):
            contoh = ", ".join(f"{sel}: {teks}" for sel, teks in zip(tanya.sel, tanya.contoh, strict=False))
            st.markdown(f":orange-badge[? Perlu dijawab] **Bagaimana kolom '{formats.plain(tanya.judul)}' dibaca?**")
            st.caption(f"Lembar '{formats.plain(tanya.lembar)}', misalnya {formats.plain(contoh)}")
            kunci = f"tanya_{berkas.kunci}_{tanya.kunci}"
            kalimat = dict(tanya.pilihan)
            st.radio(
                "Cara membaca", list(kalimat), index=None, format_func=kalimat.__getitem__, key=kunci,
                on_change=_answered, args=(berkas, tanya.kunci, kunci), label_visibility="collapsed",
            )  # fmt: skip
    if berkas.jawaban_baru and not pertanyaan:
        st.caption("Jawaban Anda dipakai untuk seluruh kolom dan diingat setelah berkas disimpan.")
    if berkas.jawaban_baru:
        st.button(
            "Ubah jawaban", key=f"ulang_tanya_{berkas.kunci}", type="tertiary", on_click=_ask_again, args=(berkas,)
        )


def _answered(berkas: Berkas, pertanyaan: str, kunci: str) -> None:
    jawaban = st.session_state.get(kunci)
    if jawaban:
        berkas.answers[pertanyaan] = jawaban
        berkas.jawaban_baru.add(pertanyaan)
        berkas.interpret()


def _ask_again(berkas: Berkas) -> None:
    for pertanyaan in berkas.jawaban_baru:
        berkas.answers.pop(pertanyaan, None)
    berkas.jawaban_baru.clear()
    berkas.interpret()


def show_findings_of(sesi: Sesi, berkas: Berkas, temuan: tuple[Finding, ...]) -> None:
    """Errors open, the rest folded behind their counts."""
    galat = [satu for satu in temuan if satu.tingkat is Tingkat.GALAT]
    lain = [satu for satu in temuan if satu.tingkat is not Tingkat.GALAT]
    if galat:
        st.markdown(f"**{len(galat)} galat. Selama masih ada, berkas ini tidak dapat disimpan.**")
        show_findings(galat, sesi.actor, f"galat_{berkas.kunci}")
    if lain:
        with st.expander(f"{sentence(lain)} (tidak menghalangi penyimpanan)", key=f"lain_{berkas.kunci}"):
            show_findings(lain, sesi.actor, f"temuan_{berkas.kunci}")


def _show_saved(berkas: Berkas) -> None:
    """What was stored, and where to look at it."""
    if berkas.tersimpan is None:
        return
    if berkas.tersimpan.sudah_ada:
        st.info(formats.plain(f"{berkas.tersimpan.kalimat} Tidak ada yang disimpan dua kali."))
    else:
        st.success(formats.plain(berkas.tersimpan.kalimat), icon=":material/check_circle:")
    if berkas.identitas is not None:
        unggah_seksi.show_saved(berkas)
        return
    tahun = {"tahun": str(max(berkas.tahun_isi))} if berkas.tahun_isi else None
    with st.container(horizontal=True):
        st.page_link(page("capaian"), label="Lihat capaian", icon=":material/monitoring:", query_params=tahun)
        st.page_link(page("anggaran"), label="Lihat anggaran", icon=":material/payments:", query_params=tahun)
        st.page_link(page("draf_lkjip"), label="Buat draf LKjIP", icon=":material/description:", query_params=tahun)
