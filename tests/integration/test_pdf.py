"""The PDF of the invented office, read back page by page."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from pypdf import PdfReader

from lkjip.charts.build import document_charts
from lkjip.charts.print import to_svg
from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.showing import show_capaian, show_given
from lkjip.reports.build import build_document
from lkjip.reports.model import (
    Align,
    Column,
    Cover,
    Document,
    Figure,
    FigureImage,
    Heading,
    Paragraph,
    Place,
    Row,
    RowKind,
    Section,
    Table,
)
from lkjip.reports.pdf import draw_pdf, write_pdf
from tests.makers import pages
from tests.makers.kinerja import data_kinerja, evaluasi, evaluate_data

MADE = datetime(2026, 1, 20, 8, 0, tzinfo=UTC)


def document_of(hasil: Evaluasi) -> Document:
    charts = document_charts(hasil)
    return build_document(hasil, {k: FigureImage(to_svg(v), v.title, v.alt) for k, v in charts.items()})


@pytest.fixture(scope="module")
def contoh() -> Evaluasi:
    return evaluasi()


@pytest.fixture(scope="module")
def dokumen(contoh: Evaluasi) -> Document:
    return document_of(contoh)


@pytest.fixture(scope="module")
def pdf(dokumen: Document) -> PdfReader:
    return PdfReader(io.BytesIO(write_pdf(dokumen, MADE)))


@pytest.fixture(scope="module")
def halaman(pdf: PdfReader) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_setiap_judul_ada_sebagai_penanda_halaman(pdf: PdfReader, dokumen: Document, halaman: list[str]) -> None:
    bookmarks = dict(_bookmarks(pdf, pdf.outline))
    for heading in (block for block in dokumen.blocks() if isinstance(block, Heading)):
        assert heading.full in bookmarks
    page = bookmarks["BAB III Akuntabilitas Kinerja"]
    assert "AKUNTABILITAS KINERJA" in halaman[page]


def _bookmarks(pdf: PdfReader, outline: Any) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for item in outline:
        if isinstance(item, list):
            found.extend(_bookmarks(pdf, item))
        else:
            found.append((str(item.title), int(pdf.get_destination_page_number(item) or 0)))
    return found


def test_halaman_depan_bernomor_romawi_lalu_arab_dari_satu(pdf: PdfReader) -> None:
    labels = pdf.page_labels
    assert labels[0] == "Sampul"
    first = labels.index("1")
    assert labels[1:first] == ["i", "ii", "iii", "iv", "v", "vi", "vii"][: first - 1]
    assert labels[first:] == [str(number) for number in range(1, len(labels) - first + 1)]


def test_label_halaman_tercetak_di_kaki(pdf: PdfReader, halaman: list[str]) -> None:
    for label, text in list(zip(pdf.page_labels, halaman, strict=True))[1:]:
        assert re.search(rf"segel 3f9ac21b7e04 {label}\b", text) or text.endswith(label) or f" {label} " in text


def test_daftar_isi_menunjuk_halaman_yang_benar(pdf: PdfReader, dokumen: Document, halaman: list[str]) -> None:
    labels = pdf.page_labels
    contents = " ".join(halaman[: labels.index("1")])
    bookmarks = dict(_bookmarks(pdf, pdf.outline))
    for heading in (block for block in dokumen.blocks() if isinstance(block, Heading) and block.level <= 2):
        found = re.search(re.escape(heading.full) + r"[ .]*([ivx]+|\d+)\b", contents[contents.index("DAFTAR ISI") :])
        assert found, heading.full
        page = labels.index(found[1])
        assert _flat(heading.text).lower() in _flat(halaman[page]).lower()
        if heading.level == 1:
            assert bookmarks[heading.full] == page


def test_daftar_tabel_dan_gambar_menunjuk_halaman_yang_benar(pdf: PdfReader, halaman: list[str]) -> None:
    labels = pdf.page_labels
    contents = " ".join(halaman[: labels.index("1")])
    lists = contents[contents.index("DAFTAR TABEL") :]
    found = re.findall(r"((?:Tabel|Gambar) (?:\d|L|i)\.\d+) (.*?)(?: \.)+ ?([ivx]+|\d+)\b", lists)
    assert len(found) >= 30
    for number, caption, label in found:
        words = _flat(f"{number}{caption}")[:40]
        assert words in _flat(halaman[labels.index(label)]), (number, caption, label)


def test_daftar_isi_dapat_diklik(pdf: PdfReader) -> None:
    first = pdf.page_labels.index("1")
    links = sum(len(page.get("/Annots", [])) for page in pdf.pages[:first])
    assert links >= 40


def test_setiap_indikator_dengan_angkanya_ada(contoh: Evaluasi, halaman: list[str]) -> None:
    text = _flat(" ".join(halaman))
    for i in contoh.indikator:
        assert _flat(i.indikator.teks) in text
        for angka in (show_given(i.target), show_given(i.realisasi), show_capaian(i.capaian)):
            assert _flat(angka) in text


def test_tidak_ada_halaman_yang_kosong_lebih_dari_seperempat_di_tengah_bab(pdf: PdfReader) -> None:
    assert pages.torn_pages(pdf) == {}


def test_gambar_paling_jauh_satu_halaman_setelah_kalimat_yang_menyebutnya(
    dokumen: Document, halaman: list[str], pdf: PdfReader
) -> None:
    body = pdf.page_labels.index("1")
    before = 0  # several figures named on one page need more than the next
    for figure in (block for block in dokumen.blocks() if isinstance(block, Figure)):
        said = next(n for n, text in enumerate(halaman) if n >= body and f"pada Gambar {figure.number}." in text)
        drawn = next(
            n for n, text in enumerate(halaman) if n >= body and f"Gambar {figure.number} {figure.caption}" in text
        )
        assert said <= drawn <= max(said, before) + 1, figure.number
        before = drawn


def test_setiap_tempat_yang_harus_diisi_ada_di_halaman_yang_disebut_daftarnya(
    pdf: PdfReader, dokumen: Document, halaman: list[str]
) -> None:
    labels = pdf.page_labels
    listed = " ".join(halaman[labels.index("1") :])
    listed = listed[listed.index("Tabel L.5 Tempat yang harus diisi") :]
    places = [block for block in dokumen.blocks() if isinstance(block, Place)]
    assert len(places) > 20
    for place in places:
        label = next(n for n, text in zip(labels, halaman, strict=True) if _flat(place.shown) in _flat(text))
        assert _flat(place.text) + label in _flat(listed), place.text


def test_sampul_memuat_kantor_daerah_tahun_dan_tempat_lambang(halaman: list[str]) -> None:
    for teks in (
        "(LKjIP)",
        "TAHUN 2025",
        "PEMERINTAH KABUPATEN KUTAI KARTANEGARA",
        "KECAMATAN SAMBOJA",
        "lambang daerah",
    ):
        assert teks in halaman[0]


def test_daftar_isi_memuat_daftar_tabel_dan_daftar_gambar(pdf: PdfReader, halaman: list[str]) -> None:
    labels = pdf.page_labels
    contents = next(text for text in halaman if "DAFTAR ISI" in text)
    for judul in ("Daftar Isi", "Daftar Tabel", "Daftar Gambar"):
        found = re.search(re.escape(judul) + r"[ .]*([ivx]+)\b", contents)
        assert found
        assert judul.upper() in halaman[labels.index(found[1])]


def test_huruf_grafik_dapat_dicari(halaman: list[str]) -> None:
    assert any(
        "7 dari 12 indikator mencapai target 2025" in text and "Capaian (% dari target)" in text for text in halaman
    )


def test_contoh_tertulis_di_setiap_halaman(halaman: list[str]) -> None:
    assert all("CONTOH" in text for text in halaman)


def test_data_sungguhan_tidak_ditandai_contoh() -> None:
    data = data_kinerja(demo=False)
    reader = PdfReader(io.BytesIO(write_pdf(build_document(evaluate_data(data), {}), MADE)))
    assert "CONTOH" not in "".join(page.extract_text() for page in reader.pages[:5])
    assert "DRAF – belum disahkan" in reader.pages[0].extract_text()


def test_tidak_ada_huruf_yang_hilang(dokumen: Document) -> None:
    assert draw_pdf(dokumen, MADE).missing == frozenset()


def test_semua_huruf_tertanam(pdf: PdfReader) -> None:
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert "/FontFile2" in descriptor


def test_judul_bahasa_dan_cap_di_metadata(pdf: PdfReader) -> None:
    assert pdf.metadata is not None
    assert pdf.metadata.title == ("Laporan Kinerja Instansi Pemerintah (LKjIP) Kecamatan Samboja (CONTOH) Tahun 2025")
    assert pdf.metadata.author == "Kecamatan Samboja (CONTOH), Kabupaten Kutai Kartanegara"
    assert pdf.metadata.subject == "Versi data 7 · segel 3f9ac21b7e04"
    assert pdf.trailer["/Root"]["/Lang"] == "id"


def test_tabel_lebar_di_halaman_mendatar(pdf: PdfReader, halaman: list[str]) -> None:
    wide = [text for page, text in zip(pdf.pages, halaman, strict=True) if page.mediabox.width > page.mediabox.height]
    assert any("PENGUKURAN KINERJA" in text for text in wide)
    assert any("SUMBER DATA" in text for text in wide)


def _small(*blocks: Any, demo: bool = False) -> Document:
    return Document(Cover("Judul", "2025", "Kantor", "Kabupaten"), (Section(blocks),), "T", "A", "Kepala", "Cap", demo)


def _pages(document: Document) -> list[str]:
    reader = PdfReader(io.BytesIO(write_pdf(document, MADE)))
    return [" ".join(page.extract_text().split()) for page in reader.pages][1:]


def test_kepala_tabel_berulang_di_setiap_halaman() -> None:
    columns = (Column("No", 10), Column("Uraian Panjang", 90), Column("Angka", 20, Align.RIGHT, "Rp"))
    rows = tuple(Row((str(n), f"Baris {n}", f"{n}.000")) for n in range(1, 121))
    pages = _pages(_small(Heading(1, "Bab"), Table("1.1", "Tabel panjang", columns, rows)))
    assert len(pages) == 4
    assert all("Uraian Panjang" in page and "(Rp)" in page for page in pages)
    assert ["Tabel 1.1 (lanjutan)" in page for page in pages] == [False, True, True, True]
    assert all(f"Baris {n} {n}.000" in " ".join(pages) for n in range(1, 121))


def test_baris_lebih_tinggi_dari_halaman_dipotong_tanpa_kehilangan_kata() -> None:
    kata = " ".join(f"kata{n}" for n in range(3000))
    pages = _pages(_small(Table("1.1", "Raksasa", (Column("No", 8), Column("Isi", 92)), (Row(("1", kata)),))))
    assert len(pages) > 2
    words = set(" ".join(pages).split())
    assert all(f"kata{n}" in words for n in range(3000))


def test_judul_tidak_tertinggal_di_kaki_halaman() -> None:
    for count in range(1, 60):
        filler = tuple(Paragraph(f"Paragraf {n}.") for n in range(count))
        blocks = (*filler, Heading(2, "Judul Penting"), Paragraph("isi pertama " * 40))
        for page in _pages(_small(*blocks)):
            if "Judul Penting" in page:
                assert "isi pertama" in page, count


@pytest.mark.parametrize(("atas", "utuh"), [(18, True), (19, False), (22, False), (23, True)])
def test_tabel_kecil_pindah_utuh_kecuali_bila_seperempat_halaman_akan_kosong(atas: int, utuh: bool) -> None:
    """Rows of text above: it still fits, it is parted, it is parted for the last time, it moves whole."""
    columns = (Column("No", 10), Column("Isi", 90))
    rows = tuple(Row((str(n), f"baris {n}")) for n in range(1, 8))
    lines = tuple(Paragraph(f"Paragraf {n}.") for n in range(atas))
    announced = (Heading(2, "Bagian"), Paragraph("kata " * 60), Table("1.1", "Kecil", columns, rows))
    found = _pages(_small(*lines, *announced))
    assert any(all(f"baris {n}" in page for n in range(1, 8)) for page in found) is utuh


def test_gambar_yang_tidak_muat_menunggu_di_atas_halaman_berikut_dan_teks_terus_mengalir() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><rect width="9" height="9"/></svg>'
    figure = Figure("1.1", "Besar", FigureImage(svg, "Besar", "alt"))
    before, after = (tuple(Paragraph(f"{kata} {n}.") for n in range(20)) for kata in ("Sebelum", "Sesudah"))
    first, second = _pages(_small(*before, Paragraph("Lihat Gambar 1.1."), figure, Heading(3, "Bagian"), *after))
    assert "Bagian Sesudah 0." in first
    assert second.startswith("Kepala Gambar 1.1 Besar")


def test_gambar_yang_hampir_muat_dikecilkan_sedikit_dan_tetap_di_halamannya() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 100"><rect width="9" height="9"/></svg>'
    figure = Figure("1.1", "Besar", FigureImage(svg, "Besar", "alt"))
    (only,) = _pages(_small(*(Paragraph(f"Sebelum {n}.") for n in range(17)), figure))
    assert "Gambar 1.1 Besar" in only


def test_baris_kelompok_tidak_tertinggal_tanpa_anggotanya() -> None:
    columns = (Column("No", 8), Column("Isi", 90))
    rows: list[Row] = []
    for n in range(40):
        rows += [Row((f"Kelompok {n:02d}",), RowKind.GROUP), Row((str(n), f"anggota {n:02d}"))]
    for page in _pages(_small(Table("1.1", "Kelompok", columns, tuple(rows)))):
        for n in re.findall(r"Kelompok (\d\d)", page):
            assert f"anggota {n}" in page


def test_markdown_dan_html_dari_pengguna_tetap_teks() -> None:
    teks = "**tebal** __garis__ <b>x</b> [tautan](http://contoh) ~~coret~~"
    (page,) = _pages(_small(Paragraph(teks), Table("1.1", teks, (Column("A", 1),), (Row((teks,)),))))
    assert page.count("**tebal** __garis__ <b>x</b>") == 3


def test_huruf_yang_tidak_ada_diganti_dan_dilaporkan() -> None:
    paper = draw_pdf(_small(Paragraph("Desa \u4e2d maju \U0001f600 ≥ 3 ● ◐ ○ –")), MADE)
    assert paper.missing == {"\u4e2d", "\U0001f600"}
    pages = _pages(_small(Paragraph("Desa \u4e2d maju")))
    assert "1 jenis huruf dalam data tidak ada pada huruf dokumen ini" in pages[-1]
    assert "U+4E2D" in pages[-1]
    assert "Desa \ufffd maju" in pages[0]


def test_huruf_asing_di_dalam_grafik_juga_dilaporkan() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><text style="font-family: \'LKjIP Sans\'; '
    svg += 'font-size: 8pt" x="5" y="20">Desa \u4e2d</text></svg>'.encode()
    paper = draw_pdf(_small(Figure("1.1", "Grafik", FigureImage(svg, "Grafik", "alt"))), MADE)
    assert paper.missing == {"\u4e2d"}


def test_tanpa_huruf_asing_tidak_ada_catatan_cetak(halaman: list[str]) -> None:
    assert not any("Catatan cetak" in text for text in halaman)


def test_tahun_lain_memakai_angka_tahun_itu() -> None:
    hasil = evaluasi(tahun=2024)
    text = " ".join(_pages(document_of(hasil)))
    assert "target Perjanjian Kinerja 85. Capaian 102,94%" in text


def test_dokumen_tanpa_tabel_dan_gambar_tetap_jadi() -> None:
    kosong = replace(data_kinerja(), indikator=(), target=(), realisasi=(), anggaran=(), sasaran=())
    pages = _pages(build_document(evaluate_data(kosong), {}))
    assert any("BAB IV" in page for page in pages)
