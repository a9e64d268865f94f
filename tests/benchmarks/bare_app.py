"""The floor of `clicking`: the thinnest Streamlit pages that show as much as ours, with literals for our results.

Run as `streamlit run tests/benchmarks/bare_app.py`: same settings, warm-up and compressed assets as the application.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st
from starlette.middleware import Middleware
from streamlit import file_util
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lkjip.web.static_gzip import StaticGzip
from lkjip.web.warmup import lifespan

NAMES = [f"{i // 3 + 1}.{i % 3 + 1} Indikator kinerja kecamatan nomor {i + 1}" for i in range(12)]
PROGRAMMES = [f"Program urusan pemerintahan nomor {i + 1}" for i in range(6)]
SASARAN = [f"Sasaran strategis kecamatan nomor {i + 1}" for i in range(4)]
CELL = "contoh-capaian-2025.xlsx, lembar 'Triwulan 2025', sel E6"
YEARS = [2021, 2022, 2023, 2024, 2025]
NAME = "Kegiatan koordinasi penyelenggaraan urusan pemerintahan di tingkat kecamatan"  # as long as a name is
ONE_LINE, TWO_LINES = 36, 64  # pixels of a row
LOGO = Path(__file__).resolve().parents[2] / "lkjip" / "web" / "aset" / "nama.svg"


def draw(key: str, height: int, *traces: go.Bar | go.Scatter) -> None:
    st.markdown(f"**{key}**")
    figure = go.Figure(list(traces), layout={"height": height})
    st.plotly_chart(figure, key=key, theme=None, config={"displaylogo": False})
    st.caption("Sumber: data kinerja")


def bars(key: str, names: list[str], *rows: list[float]) -> None:
    marks = go.Scatter(x=[100] * len(names), y=names, mode="markers+text", text=[f"{v}" for v in rows[0]])
    draw(key, 46 * len(names), *(go.Bar(x=row, y=names, orientation="h") for row in rows), marks)


def metrics(*values: object) -> None:
    for column, value in zip(st.columns(len(values)), values, strict=True):
        with column.container(border=True):
            st.metric("Angka", value)
            st.caption("keterangan")


def table(key: str, rows: int, columns: int, height: int = ONE_LINE) -> None:
    """Rows of two lines hold a name."""
    texts = (f"isi {key}", NAME if height > ONE_LINE else "isi")
    cells = {f"Kolom {c}": [f"{texts[c]} {r}" if c < 2 else r * c / 7 for r in range(rows)] for c in range(columns)}
    st.dataframe(cells, key=key, hide_index=True, height="content", row_height=height)


def correction(key: str) -> None:
    st.toggle("Koreksi", key=key)


def section(title: str) -> None:
    st.subheader(title)
    st.caption("keterangan")


def tables_folded() -> None:
    with st.expander("Temuan"):
        st.table({"Langkah": ["satu", "dua"], "Isi": ["a", "b"]})
    with st.expander("Aturan"):
        st.markdown("- aturan")


def opening() -> None:
    st.title("Kinerja dasar")
    st.header("9 dari 12 indikator mencapai target.")
    metrics(1, 2, 3, 4)
    bars("status", SASARAN, [1.0, 2, 3, 4], [2.0, 2, 1, 0], [0.0, 1, 1, 2])
    table("kurang", 3, 3, TWO_LINES)


def text() -> None:
    st.title("Teks dasar")
    st.header("Draf dapat dibuat.")
    for number in range(12):
        with st.container(border=True):
            st.markdown(f"**Hal {number}** dan keterangannya")
    st.write("halaman tanpa grafik")


def achievement() -> None:
    st.title("Capaian dasar")
    st.header("9 dari 12 indikator mencapai target.")
    metrics(1, 2, 3, 4)
    left, right = st.columns([2, 3])
    left.selectbox("Sasaran", SASARAN, key="sasaran")
    right.pills("Status", ["Tercapai", "Hampir", "Tidak", "Tak terukur"], selection_mode="multi", key="status")
    bars("batang", NAMES, [95.0 + i for i in range(12)])
    chosen = st.selectbox("Rincian indikator", NAMES, index=None, key="indikator", bind="query-params")
    if chosen:
        detail(NAMES.index(chosen))
    section("Semua indikator")
    table("semua", 12, 7, TWO_LINES)
    section("Menurut sasaran")
    bars("menurut sasaran", SASARAN, [1.0, 2, 3, 4], [2.0, 2, 1, 0], [0.0, 1, 1, 2])
    table("tabel sasaran", 4, 5, TWO_LINES)
    tables_folded()
    correction("daftar")


def detail(number: int) -> None:
    with st.container(border=True):
        st.markdown(f"#### Rincian {NAMES[number]}")
        st.caption("Sasaran strategis kecamatan")
        metrics(number, number + 1, number + 2, number + 3)
        st.info("Capaian lebih dari 120%: target perlu ditinjau.")
        lines = [[number * 10 + shift + year % 7 for year in YEARS] for shift in (0, 3, 5)]
        draw("tren", 400, *(go.Scatter(x=YEARS, y=row, mode="lines+markers+text", text=row) for row in lines))
        table("riwayat", 5, 6)
        st.markdown("**Rumus.** Realisasi dibagi target.")
        st.caption("Sumber aturan")
        st.page_link(MENU["Persiapan"]["Perencanaan"], label="Ubah rumus", icon=":material/edit:")
        with st.expander("Asal angka", expanded=True):
            steps = [f"Langkah {i} dari {number}" for i in range(11)]
            st.table({"Langkah": steps, "Isi": ["85,5"] * 11, "Sumber": [CELL] * 11}, hide_index=True)
        correction("nilai")


def budget() -> None:
    st.title("Anggaran dasar")
    st.header("Terserap 95,00%.")
    metrics(1, 2, 3, 4)
    bars("program", PROGRAMMES, [5.0, 4, 3, 2, 1], [4.0, 3, 2, 1, 1])
    section("Program, kegiatan, dan sub kegiatan")
    st.pills("Sampai", ["Program", "Kegiatan", "Sub kegiatan"], key="sampai")
    table("pohon", 16, 6, TWO_LINES)
    correction("pagu")
    section("Capaian dan serapan menurut sasaran")
    draw("sebaran", 420, go.Scatter(x=[90, 95, 99, 80], y=[100, 101, 98, 70], mode="markers+text", text=SASARAN))
    table("efisiensi", 4, 7, TWO_LINES)
    for name in SASARAN:
        st.markdown(f"**{name}.** Efisien: capaian di atas serapan.")
    st.page_link(MENU["Persiapan"]["Perencanaan"], label="Hubungkan sasaran dengan programnya", icon=":material/link:")
    correction("daftar")


def other() -> None:
    st.title("Halaman lain")


def page(function: Callable[[], None], title: str) -> StreamlitPage:
    return st.Page(function, title=title, url_path=title.lower(), icon=":material/home:", default=function is opening)


MENU = {
    group: {title: page(function, title) for title, function in pages.items()}
    for group, pages in {
        "Ringkasan": {"Awal": opening},
        "Persiapan": {"Perencanaan": other, "Format": other},
        "Pengumpulan": {"Unggah": other, "Kelengkapan": other},
        "Analisis": {"Capaian": achievement, "Anggaran": budget},
        "Dokumen": {"Teks": text},
        "Administrasi": {"Pengaturan": other, "Panduan": other},
    }.items()
}  # as many pages in as many groups as an analis has


def main() -> None:
    """The script of each run."""
    st.set_page_config(layout="wide")
    chosen = st.navigation({group: list(pages.values()) for group, pages in MENU.items()})
    st.logo(str(LOGO), size="large")
    st.sidebar.selectbox("Tahun", YEARS, key="tahun")
    for words in ("Kecamatan", ":orange-badge[DEMO] :orange-badge[CONTOH]", "Nama"):
        st.sidebar.caption(words)
    st.sidebar.button("Keluar", icon=":material/logout:")
    st.caption("Kecamatan · Kabupaten · Tahun")
    st.warning("**DEMO.** Semua angka adalah contoh.", icon=":material/science:")
    st.segmented_control("Lihat sebagai", ["Seksi", "Analis", "Sekretaris", "Camat", "Admin"], key="peran")
    chosen.run()


if get_script_run_ctx(suppress_warning=True) is None:
    static = Path(file_util.get_static_dir()) / "static"
    app = st.App(__file__, lifespan=lifespan, middleware=[Middleware(StaticGzip, folder=static)])
else:
    main()
