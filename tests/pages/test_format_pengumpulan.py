"""Format pengumpulan: opening the year, workbooks, handing over, texts; each role sees what is its own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from streamlit.testing.v1 import AppTest

from lkjip.domain.access import Peran
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.services import buka_tahun, distribusi, format_seksi, importing, perencanaan, seksi
from lkjip.services.actor import OPERATOR
from lkjip.services.opening import Store
from lkjip.store import penjelasan
from lkjip.ui import formats
from tests.pages.conftest import PENGUJI, Login, Visit, open_part, texts

HALAMAN = "format_pengumpulan"
BAGIAN = "bagian_format"
TANPA_KODE = b"""Laporan Realisasi Anggaran 2025,,
Program/Kegiatan,Pagu (Rp),Realisasi (Rp)
Program Penyelenggaraan Pemerintahan,100.000.000,95.000.000
Koordinasi Kegiatan Pemerintahan,100.000.000,95.000.000
"""


def by_label(kind: Any, label: str) -> Any:
    return next(satu for satu in kind if satu.label == label)


def press(app: AppTest, label: str) -> AppTest:
    app = by_label(app.button, label).click().run()
    assert not app.exception
    return app


def links(app: AppTest) -> list[str]:
    return [satu.proto.url for satu in app.get("link_button")]


def test_kantor_baru_melihat_syarat_yang_belum_terpenuhi(visit: Visit, kantor_baru: Store) -> None:
    app = visit(HALAMAN)
    assert "Tahun 2025 belum dapat dibuka: 4 dari 4 syarat belum terpenuhi" in texts(app)
    syarat = app.table[0].value
    assert set(syarat["Keadaan"]) == {"○ Belum"}
    assert "Belum ada Renstra yang memuat tahun 2025" in syarat["Penjelasan"][0]


def test_analis_membuat_buku_kerja_dan_menyampaikannya(visit: Visit, demo: Store) -> None:
    app = press(visit(HALAMAN, bagian_format="Buku kerja"), "Buat format semua seksi")
    assert "4 buku kerja siap" in texts(app)
    assert "/unduh/format-semua/2025" in links(app)
    app = press(open_part(app, "Penyampaian", BAGIAN), "Simpan penyampaian")
    assert "Penyampaian kepada 4 seksi tercatat." in texts(app)
    assert all(satu.disampaikan for satu in distribusi.overview(demo, PENGUJI, 2025))
    app = press(app, "Catat diterima hari ini")
    assert sum(satu.diterima is not None for satu in distribusi.overview(demo, PENGUJI, 2025)) == 1
    app = press(open_part(app, "Surat dan pengingat", BAGIAN), "Catat: sudah diingatkan hari ini")
    assert "Pengingat tercatat." in texts(app)


def test_tanpa_seksi_terpilih_penyampaian_ditolak_dengan_kalimat(visit: Visit, demo: Store) -> None:
    app = press(visit(HALAMAN, bagian_format="Buku kerja"), "Buat format semua seksi")
    app = open_part(app, "Penyampaian", BAGIAN)
    by_label(app.multiselect, "Kepada seksi").set_value([])
    app = press(app, "Simpan penyampaian")
    assert "Belum ada seksi yang dipilih" in texts(app)
    assert not any(satu.disampaikan for satu in distribusi.overview(demo, PENGUJI, 2025))


def test_rencana_yang_berubah_menandai_buku_kerja_lama(visit: Visit, demo: Store) -> None:
    format_seksi.make(demo, PENGUJI, 2025)
    satu = perencanaan.list_indikator(demo, OPERATOR)[0]
    perencanaan.edit_indikator(demo, OPERATOR, satu.id, satu.versi, teks="Indeks baru", satuan=satu.satuan,
                               rumus=satu.rumus, agregasi=satu.agregasi)  # fmt: skip
    app = visit(HALAMAN, bagian_format="Buku kerja")
    tabel = next(satu.value for satu in app.dataframe if "Buku kerja" in satu.value)
    assert sum("perbarui" in isi for isi in tabel["Buku kerja"]) == 1


def test_seksi_yang_tidak_diminta_disebut_dan_tidak_dihitung(visit: Visit, demo: Store) -> None:
    seksi.add_seksi(demo, OPERATOR, "Seksi Kosong")
    app = visit(HALAMAN, bagian_format="Buku kerja")
    assert "belum ada format yang dibuat untuk 4 seksi; tidak diminta: Seksi Kosong." in texts(app)
    app = press(app, "Buat format semua seksi")
    app = press(open_part(app, "Penyampaian", BAGIAN), "Simpan penyampaian")
    assert "format disampaikan kepada 4 dari 4 seksi; tidak diminta: Seksi Kosong." in texts(app)
    tabel = next(satu.value for satu in app.dataframe if "Disampaikan" in satu.value)
    kosong = tabel[tabel["Seksi"] == "Seksi Kosong"].iloc[0]
    assert (kosong["Format dibuat"], kosong["Disampaikan"]) == ("○ tidak ada yang diminta", formats.TANDA_HUBUNG)
    app = open_part(app, "Surat dan pengingat", BAGIAN)
    assert "Seksi Kosong" not in by_label(app.selectbox, "Untuk seksi").options


def test_kode_anggaran_seksi_dipilih_dari_anggaran(visit: Visit, demo: Store) -> None:
    app = visit(HALAMAN, bagian_format="Buku kerja")
    kode = format_seksi.code_choices(demo, PENGUJI, 2025)[1][0]
    by_label(app.multiselect, "Program, kegiatan, atau sub kegiatan").set_value([kode])
    app = press(app, "Simpan kode anggaran")
    assert "tersimpan." in texts(app)
    first = format_seksi.overview(demo, PENGUJI, 2025)[0]
    assert first.kode == (kode,)


def test_sekretaris_mencatat_disposisi_dan_tahun_terbuka(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.SEKRETARIS)
    app = visit(HALAMAN)
    by_label(app.text_input, "Nomor disposisi").set_value("B.12")
    app = press(app, "Buka tahun 2025")
    assert "Disposisi nomor B.12 tersimpan; tahun 2025 terbuka." in texts(app).replace("\\", "")
    keadaan = buka_tahun.state(demo, PENGUJI, 2025)
    assert keadaan.disposisi[0].nomor == "B.12"
    assert f"/unduh/disposisi/2025/{keadaan.disposisi[0].id}" in links(app)
    assert not [satu for satu in app.button if satu.label.startswith("Buat format")]


def test_disposisi_tanpa_nomor_ditolak_dan_isian_tetap(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.SEKRETARIS)
    app = visit(HALAMAN)
    by_label(app.text_area, "Isi disposisi").set_value("Perintah saya")
    app = press(app, "Buka tahun 2025")
    assert "Nomor disposisi belum diisi" in texts(app)
    assert by_label(app.text_area, "Isi disposisi").value == "Perintah saya"
    assert buka_tahun.state(demo, PENGUJI, 2025).disposisi == ()


def test_analis_tidak_melihat_isian_disposisi(visit: Visit, demo: Store) -> None:
    app = visit(HALAMAN)
    assert "Sekretaris mencatatnya di halaman ini" in texts(app)
    assert not [satu for satu in app.button if satu.label.startswith("Buka tahun")]


def test_seksi_hanya_melihat_buku_kerjanya_sendiri(visit: Visit, demo: Store, login: Login) -> None:
    login(Peran.SEKSI)
    assert "belum dibuat" in texts(visit(HALAMAN))
    format_seksi.make(demo, PENGUJI, 2025)
    rows = distribusi.overview(demo, PENGUJI, 2025)
    besok = formats.hari_ini() + timedelta(days=1)
    distribusi.hand_over(demo, PENGUJI, 2025, [satu.seksi.id for satu in rows], cara="Aplikasi",
                         tanggal=besok, tenggat=besok)  # fmt: skip
    app = visit(HALAMAN)
    assert "1 hari lagi" in texts(app)
    assert [url for url in links(app) if "format" in url] == [
        f"/unduh/format/{next(satu.format.id for satu in rows if satu.format and 'Pelayanan' in satu.seksi.nama)}"
    ]
    assert "Kirim buku kerja yang sudah terisi" in [satu.proto.label for satu in app.get("page_link")]
    app = press(app, "Nyatakan sudah diterima")
    assert "penerimaan tercatat" in texts(app)
    assert sum(satu.diterima is not None for satu in distribusi.overview(demo, PENGUJI, 2025)) == 1


def test_janji_tahun_lalu_dibawa_dan_dijawab(visit: Visit, demo: Store) -> None:
    key = perencanaan.list_indikator(demo, OPERATOR)[0].id
    with demo.deed(OPERATOR, "uji") as deed:
        penjelasan.add_penjelasan(deed, [Penjelasan(key, 2024, tindak_lanjut="Tambah loket")])
    app = press(visit(HALAMAN, bagian_format="Dari tahun lalu"), "Bawa 1 tindak lanjut ke 2025")
    assert "1 tindak lanjut dibawa" in texts(app)
    by_label(app.checkbox, "Selesai").check()
    app = press(app, "Simpan")
    assert "Keterangan belum diisi" in texts(app)
    by_label(app.text_input, "Keterangan").set_value("Dua loket dibuka")
    app = press(app, "Simpan")
    (satu,) = buka_tahun.state(demo, PENGUJI, 2025).tindak_lanjut
    assert (satu.selesai, satu.keterangan) == (True, "Dua loket dibuka")


def test_anggaran_tanpa_kode_tidak_disebut_belum_ada(visit: Visit, kantor_baru: Store) -> None:
    """Regression: the 225 lines of Kecamatan Muncar have no codes; the page said there was no budget."""
    reading = importing.read("anggaran.csv", TANPA_KODE)
    importing.save(kantor_baru, OPERATOR, reading, TANPA_KODE, tahun=2025)
    isi = texts(visit(HALAMAN, bagian_format="Buku kerja"))
    assert "Anggaran 2025 ada, tetapi barisnya tidak berkode" in isi
    assert "Belum ada anggaran" not in isi


def test_kantor_tanpa_anggaran_menyebut_belum_ada(visit: Visit, kantor_baru: Store) -> None:
    assert "Belum ada anggaran 2025" in texts(visit(HALAMAN, bagian_format="Buku kerja"))


def test_alasan_seksi_tanpa_buku_kerja_terbaca_utuh_di_bawah_tabel(visit: Visit, kantor_baru: Store) -> None:
    """Regression: in its cell the sentence was cut in the middle of what to do."""
    app = visit(HALAMAN, bagian_format="Buku kerja")
    tabel = next(satu.value for satu in app.dataframe if "Buku kerja" in satu.value)
    assert list(tabel["Buku kerja"]) == ["○ tidak ada yang diminta"]
    assert any("Tetapkan seksinya di halaman Perencanaan" in satu.value for satu in app.caption)


def test_tahun_berikutnya_dipilih_di_menu_dan_dibawa_dari_tahun_lalu(visit: Visit, kantor_baru: Store) -> None:
    app = visit(HALAMAN, tahun="2026", bagian_format="Dari tahun lalu")
    assert "Tahun 2026" in texts(app)
    assert "Dari tahun 2025" in texts(app)
