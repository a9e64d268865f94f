"""The document: its chapters, its tables, its honest places."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip.domain.evaluasi import Evaluasi
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.numbers import terukur
from lkjip.reports.build import build_document
from lkjip.reports.model import (
    Bullets,
    Document,
    Figure,
    FigureImage,
    Heading,
    Paragraph,
    Place,
    RowKind,
    Signature,
    Table,
)
from tests.makers.kinerja import data_kinerja, evaluasi, evaluate_data

GAMBAR = {
    name: FigureImage(b'<svg viewBox="0 0 100 50"></svg>', f"Temuan {name}", "alt")
    for name in ("capaian_bars", "sasaran_status", "riwayat_heat", "trend_sasaran_1", "anggaran_bars")
}


@pytest.fixture(scope="module")
def contoh() -> Evaluasi:
    return evaluasi()


@pytest.fixture(scope="module")
def dokumen(contoh: Evaluasi) -> Document:
    return build_document(contoh, GAMBAR, dasar_hukum=("Peraturan contoh",))


def _texts(document: Document) -> str:
    texts = []
    for block in document.blocks():
        if isinstance(block, Heading | Paragraph | Place):
            texts.append(block.text)
        elif isinstance(block, Bullets):
            texts.extend(block.items)
    return "\n".join(texts)


def _tables(document: Document) -> dict[str, Table]:
    return {block.number: block for block in document.blocks() if isinstance(block, Table)}


def test_bab_dan_lampiran_berurutan(dokumen: Document) -> None:
    chapters = [block.full for block in dokumen.blocks() if isinstance(block, Heading) and block.level == 1]
    assert chapters == [
        "Kata Pengantar",
        "Ikhtisar Eksekutif",
        "BAB I Pendahuluan",
        "BAB II Perencanaan Kinerja",
        "BAB III Akuntabilitas Kinerja",
        "BAB IV Penutup",
        "LAMPIRAN 1 Pengukuran Kinerja",
        "LAMPIRAN 2 Rincian Realisasi Anggaran",
        "LAMPIRAN 3 Aturan Perhitungan yang Dipakai",
        "LAMPIRAN 4 Sumber Data",
        "LAMPIRAN 5 Bagian yang Masih Harus Diisi",
        "LAMPIRAN 6 Pernyataan Telah Direviu",
    ]


def test_setiap_sasaran_memuat_tujuh_analisis(dokumen: Document, contoh: Evaluasi) -> None:
    headings = [block for block in dokumen.blocks() if isinstance(block, Heading)]
    first = [place for place, block in enumerate(headings) if block.label.startswith("Sasaran")]
    assert len(first) == len(contoh.sasaran)
    for place in first:
        assert [block.label for block in headings[place + 1 : place + 8]] == [f"{n})" for n in range(1, 8)]


def test_setiap_tabel_dan_gambar_dirujuk_dalam_kalimat_sebelumnya(dokumen: Document) -> None:
    said = ""
    for block in dokumen.blocks():
        if isinstance(block, Paragraph):
            said += block.text
        elif isinstance(block, Table):
            assert f"Tabel {block.number}" in said
        elif isinstance(block, Figure):
            assert f"Gambar {block.number}" in said


def test_nomor_tabel_dan_gambar_tidak_berulang(dokumen: Document) -> None:
    for kind in (Table, Figure):
        numbers = [block.number for block in dokumen.blocks() if isinstance(block, kind)]
        assert len(numbers) == len(set(numbers))


def test_setiap_baris_tabel_selengkap_kepalanya(dokumen: Document) -> None:
    for table in _tables(dokumen).values():
        for row in table.rows:
            assert len(row.cells) == (1 if row.kind is RowKind.GROUP else len(table.columns))


def test_pengukuran_kinerja_memuat_setiap_indikator_sekali(dokumen: Document, contoh: Evaluasi) -> None:
    rows = [row for row in _tables(dokumen)["L.1"].rows if row.kind is RowKind.NORMAL]
    assert [row.cells[2] for row in rows] == [i.indikator.teks for i in contoh.indikator]
    assert rows[0].cells[3:] == ("Nilai", "86", "88,95", "103,43", "Sangat Tinggi", "realisasi ÷ target × 100")
    assert rows[10].cells[4:8] == ("100", "–", "belum ada data", "–")


def test_rincian_anggaran_sampai_sub_kegiatan_dengan_jumlah_satu_tingkat(dokumen: Document) -> None:
    table = _tables(dokumen)["L.2"]
    assert [row.level for row in table.rows[:3]] == [0, 1, 2]
    assert table.rows[-1].cells == ("", "Jumlah", "13.125.550.000", "12.072.377.810", "91,98")


def test_sumber_menyebut_berkas_lembar_dan_sel(dokumen: Document) -> None:
    assert _tables(dokumen)["L.3"].rows[0].cells[3] == "contoh-capaian-2021-2025.xlsx, lembar 'Pengukuran', sel G5"


def test_setiap_tempat_yang_harus_diisi_terdaftar(dokumen: Document) -> None:
    places = [block.text for block in dokumen.blocks() if isinstance(block, Place)]
    signature = next(block for block in dokumen.blocks() if isinstance(block, Signature))
    listed = [row.cells[2] for row in _tables(dokumen)["L.5"].rows if row.kind is RowKind.NORMAL]
    assert listed == ["lambang daerah", places[0], *signature.places, *places[1:]]
    assert any("penyebab" in place for place in places)


def test_dasar_hukum_disertai_catatan_bahwa_keberlakuannya_belum_diperiksa(contoh: Evaluasi) -> None:
    document = build_document(contoh, {}, dasar_hukum=("Aturan",))
    notes = [block.text for block in document.blocks() if isinstance(block, Paragraph) and block.note]
    assert any("periksa keberlakuannya" in note for note in notes)


def test_dasar_hukum_yang_tidak_diketahui_menjadi_tempat_diisi(contoh: Evaluasi) -> None:
    assert any("dasar hukum" in place for place in _places(build_document(contoh, {})))
    assert not any("dasar hukum" in place for place in _places(build_document(contoh, {}, dasar_hukum=("Aturan",))))


def _places(document: Document) -> list[str]:
    return [block.text for block in document.blocks() if isinstance(block, Place)]


def test_tidak_ada_klaim_kesesuaian_peraturan(dokumen: Document) -> None:
    assert not re.search(r"sesuai (dengan )?(Permen|Peraturan|ketentuan)", _texts(dokumen), re.IGNORECASE)


def test_gambar_yang_tidak_ada_tidak_disebut(contoh: Evaluasi) -> None:
    assert "Gambar" not in _texts(build_document(contoh, {}))


def test_tanpa_pk_memakai_renstra_dan_mengatakannya() -> None:
    data = data_kinerja()
    hanya = tuple(target for target in data.target if target.jenis is JenisTarget.RENSTRA)
    document = build_document(evaluate_data(replace(data, target=hanya)), {})
    texts = _texts(document)
    assert "Target Perjanjian Kinerja Tahun 2025 belum tercatat" in texts
    assert "seluruh indikator memakai target Renstra" in texts
    assert "di atas target Renstra 86" in texts


def test_tanpa_anggaran_tanpa_tahun_lalu_dan_tanpa_indikator_tetap_jujur() -> None:
    data = data_kinerja()
    kini = tuple(satu for satu in data.realisasi if satu.tahun == 2025)
    texts = _texts(build_document(evaluate_data(replace(data, anggaran=(), realisasi=kini)), {}))
    assert "Data anggaran tahun 2025 belum ada" in texts
    assert "Belum ada realisasi tahun sebelumnya" in texts
    kosong = replace(data, indikator=(), target=(), realisasi=(), anggaran=())
    assert "Belum ada indikator kinerja tahun 2025" in _texts(build_document(evaluate_data(kosong), {}))


def test_renstra_panjang_mendapat_halaman_mendatar() -> None:
    data = data_kinerja()
    lagi = tuple(Target(1, tahun, JenisTarget.RENSTRA, terukur(Decimal(90))) for tahun in (2027, 2028))
    document = build_document(evaluate_data(replace(data, target=(*data.target, *lagi))), {})
    wide = [section for section in document.sections if section.landscape and len(section.blocks) == 1]
    assert [block.number for section in wide for block in section.blocks if isinstance(block, Table)] == ["2.1"]


def test_cap_dokumen_memuat_versi_dan_sidik(dokumen: Document) -> None:
    assert dokumen.seal == "Versi data 7 · segel 3f9ac21b7e04"
    assert dokumen.demo
    assert "CONTOH" in dokumen.cover.badge


def test_halaman_reviu_tidak_diisi(dokumen: Document) -> None:
    blocks = dokumen.sections[-1].blocks
    assert len(blocks) == 2
    assert "tidak diisi oleh aplikasi" in _texts(dokumen).splitlines()[-1]
