"""Perencanaan, bagian Renstra dan Impor: periods by form, plans from files with a preview, applied once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from streamlit.testing.v1 import AppTest

from lkjip.domain.dokumen import Tahap
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.kantor import Kantor
from lkjip.domain.renstra import Renstra
from lkjip.services import evaluation, importing, perencanaan, renstra
from lkjip.services.held_bytes import HeldBytes
from lkjip.services.opening import Store
from lkjip.services.rencana_pilihan import JenisRencana, PilihanRencana
from lkjip.ui.berkas import Berkas
from lkjip.ui.guard import Sesi
from lkjip.ui.rencana_impor import Impor
from tests.makers import rencana as maker
from tests.pages.conftest import PENGUJI, Visit, texts
from tests.pages.test_perencanaan import button, widget

JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def drop(app: AppTest, content: bytes, nama: str = "rencana.xlsx") -> AppTest:
    app.file_uploader[0].set_value((nama, content, JENIS))
    return app.run()


def plain(app: AppTest) -> str:
    """What stands on the page, without the marks that keep Markdown from reading it."""
    return texts(app).replace("\\", "")


def kinds(app: AppTest, jenis: JenisRencana) -> AppTest:
    return app.radio(key="jenis_rencana").set_value(jenis).run()


def applied(visit: Visit, content: bytes) -> AppTest:
    """The matrix as a new Renstra of 2025-2029."""
    return button(drop(visit("perencanaan", bagian="Impor"), content), "Terapkan").click().run()


def test_renstra_ditambah_lewat_formulir_dan_tahun_dipilihkan(visit: Visit, kantor_baru: Store) -> None:
    app = visit("perencanaan", bagian="Renstra")
    assert "Tahun 2025 tidak berada dalam Renstra mana pun." in texts(app)
    usul = {"Renstra 2021-2026": (2025, 2029), "Renstra 2025-2029": (2027, 2031)}  # from the report year; the next one
    for nama, mulai, akhir in (("Renstra 2021-2026", 2021, 2026), ("Renstra 2025-2029", 2025, 2029)):
        tahun = [widget(app.number_input, label, -1).value for label in ("Tahun pertama", "Tahun terakhir")]
        assert tuple(tahun) == usul[nama]
        widget(app.text_input, "Nama Renstra", -1).set_value(nama)
        widget(app.number_input, "Tahun pertama", -1).set_value(mulai)
        widget(app.number_input, "Tahun terakhir", -1).set_value(akhir)
        app = button(app, "Tambah Renstra").click().run()
        assert "Renstra ditambahkan." in texts(app)
    assert "Tahun 2025 diukur menurut Renstra 2025-2029" in plain(app)
    pilihan = widget(app.selectbox, "Renstra untuk mengukur tahun 2025")
    assert pilihan.options == ["Yang terbaru (Renstra 2025-2029)", "Renstra 2021-2026", "Renstra 2025-2029"]
    pilihan.select_index(1)
    app = button(app, "Simpan pilihan").click().run()
    assert "Tahun 2025 diukur menurut Renstra 2021-2026 (dipilih)" in plain(app)
    assert renstra.load(kantor_baru, PENGUJI).tahun[0].renstra_id == 1


def test_tahun_renstra_yang_terbalik_ditolak_dengan_kalimat(visit: Visit, kantor_baru: Store) -> None:
    app = visit("perencanaan", bagian="Renstra")
    widget(app.text_input, "Nama Renstra").set_value("Renstra")
    widget(app.number_input, "Tahun terakhir").set_value(2020)
    app = button(app, "Tambah Renstra").click().run()
    assert "Tahun terakhir 2020 harus sesudah tahun pertama 2025" in texts(app)
    assert renstra.load(kantor_baru, PENGUJI).renstra == ()


def test_renstra_diubah_dan_yang_kosong_dihapus(visit: Visit, kantor_baru: Store) -> None:
    renstra.add(kantor_baru, PENGUJI, Renstra(0, "Renstra", 2025, 2029))
    app = visit("perencanaan", bagian="Renstra")
    widget(app.text_input, "Penetapan (nomor dan tanggal keputusan)").set_value("Keputusan 1/2025")
    app = button(app, "Simpan Renstra").click().run()
    assert "Renstra tersimpan." in texts(app)
    assert renstra.load(kantor_baru, PENGUJI).renstra[0].dokumen == "Keputusan 1/2025"
    app = button(app, "Hapus Renstra ini").click().run()
    assert "Renstra dihapus dari daftar." in texts(app)
    assert renstra.load(kantor_baru, PENGUJI).renstra == ()


def test_perubahan_rekan_pada_renstra_ditunjukkan(visit: Visit, kantor_baru: Store) -> None:
    key = renstra.add(kantor_baru, PENGUJI, Renstra(0, "Renstra", 2025, 2029))
    app = visit("perencanaan", bagian="Renstra")
    renstra.change(kantor_baru, PENGUJI, Renstra(key, "Renstra Rekan", 2025, 2029, "", 1))
    widget(app.text_input, "Nama Renstra").set_value("Renstra Saya")
    app = button(app, "Simpan Renstra").click().run()
    assert "sudah diubah oleh" in texts(app)
    assert renstra.load(kantor_baru, PENGUJI).renstra[0].nama == "Renstra Rekan"


def test_matriks_diimpor_di_kantor_yang_masih_kosong(visit: Visit, kantor_baru: Store) -> None:
    app = drop(visit("perencanaan", bagian="Impor"), maker.matrix())
    assert widget(app.text_input, "Nama Renstra", -1).value == "Renstra 2025-2029"
    assert "29 baru, 0 berubah, 0 dihapus, 0 sama." in texts(app)
    app = button(app, "Terapkan").click().run()
    assert "29 baru, 0 berubah" in texts(app)
    assert len(perencanaan.list_indikator(kantor_baru, PENGUJI)) == 3
    app = drop(button(app, "Berkas lain").click().run(), maker.matrix())
    assert "Isi berkas sama dengan yang tersimpan" in texts(app)
    assert button(app, "Terapkan").disabled


def test_pk_meminta_nomor_dan_tanggal_dahulu(visit: Visit, kantor_baru: Store) -> None:
    app = kinds(drop(visit("perencanaan", bagian="Impor"), maker.pk(maker.PK)), JenisRencana.PK)
    assert "Isi nomor dan tanggal PK murni." in texts(app)
    assert button(app, "Terapkan").disabled
    widget(app.text_input, "Nomor PK").set_value("1/PK/2025")
    app = widget(app.date_input, "Tanggal PK").set_value("2025-01-15").run()
    assert button(app, "Terapkan").disabled is False
    app = button(app, "Terapkan").click().run()
    assert "Lihat hasilnya di bagian Ikhtisar dan Rekonsiliasi." in texts(app)
    assert {t.jenis for t in evaluation.load(kantor_baru, PENGUJI).target} == {JenisTarget.PK}


def test_pk_perubahan_meminta_alasan(visit: Visit, kantor_baru: Store) -> None:
    app = kinds(drop(visit("perencanaan", bagian="Impor"), maker.pk(maker.PK)), JenisRencana.PK)
    app = widget(app.selectbox, "Tahap").set_value(Tahap.PERUBAHAN).run()
    assert "Isi nomor, tanggal, dan alasan perubahan PK perubahan." in texts(app)
    assert widget(app.text_input, "Alasan perubahan").value == ""


def test_nama_yang_mirip_dijawab_di_tempat(visit: Visit, kantor_baru: Store) -> None:
    applied(visit, maker.matrix())
    rows = [list(row) for row in maker.BARIS]
    rows[1][3] = "Persentase aduan yang selesai tepat waktu"
    app = drop(visit("perencanaan", bagian="Impor"), maker.matrix(rows))
    assert "mirip dengan 'Persentase aduan yang selesai'" in texts(app)
    (tanya,) = [satu for satu in app.selectbox if satu.label.endswith("sama dengan")]
    app = tanya.select_index(0).run()
    assert "Isi berkas sama dengan yang tersimpan" in texts(app)


def test_yang_tidak_ada_di_berkas_dikeluarkan_hanya_bila_dipilih(visit: Visit, kantor_baru: Store) -> None:
    applied(visit, maker.matrix())
    app = drop(visit("perencanaan", bagian="Impor"), maker.matrix(maker.BARIS[:2]))
    assert "1 yang tersimpan tidak ada di berkas ini." in texts(app)
    assert button(app, "Terapkan").disabled
    app = widget(app.multiselect, "Keluarkan").select("3").run()
    app = button(app, "Terapkan").click().run()
    assert "1 dihapus" in texts(app)
    assert [satu.berlaku for satu in evaluation.load(kantor_baru, PENGUJI).rencana.posisi] == [True, True, False]


def test_pohon_program_diimpor(visit: Visit, kantor_baru: Store) -> None:
    app = kinds(drop(visit("perencanaan", bagian="Impor"), maker.program()), JenisRencana.PROGRAM)
    app = button(app, "Terapkan").click().run()
    assert "5 baru, 0 berubah" in texts(app)
    assert len(evaluation.load(kantor_baru, PENGUJI).pagu) == 5


def test_berkas_yang_bukan_tabel_ditolak_dengan_sebabnya(visit: Visit, kantor_baru: Store) -> None:
    app = drop(visit("perencanaan", bagian="Impor"), b"%PDF-1.4", "rencana.xlsx")
    assert "bukan lembar kerja" in texts(app)


def at_work(store: Store, content: bytes) -> tuple[Impor, Sesi, PilihanRencana]:
    berkas = Berkas("kunci", "rencana.xlsx", HeldBytes(content), tahun=2025)
    berkas.first_reading()
    sesi = Sesi("perencanaan", PENGUJI, store, Kantor("Kecamatan Uji", "Kabupaten Uji"), 2025)
    baru = Renstra(0, "Renstra 2025-2029", 2025, 2029)
    return Impor(berkas), sesi, PilihanRencana(JenisRencana.RENSTRA, 2025, renstra_baru=baru)


def test_lima_klik_bersamaan_menerapkan_sekali(kantor_baru: Store) -> None:
    impor, sesi, pilihan = at_work(kantor_baru, maker.matrix())
    with ThreadPoolExecutor(5) as pool:
        for done in [pool.submit(impor.apply, sesi, pilihan) for _ in range(5)]:
            done.result()
    assert impor.hasil is not None
    assert not impor.hasil.sudah_ada
    assert len(importing.history(kantor_baru, PENGUJI)) == 1


def test_pratinjau_seribu_perubahan_dibuat_sekali_dan_terbuka_tanpa_jeda(visit: Visit, kantor_baru: Store) -> None:
    content = maker.many(125)
    impor, sesi, pilihan = at_work(kantor_baru, content)
    reading = impor.berkas.read()
    assert reading is not None
    shown = impor.preview(sesi, reading, pilihan)
    assert len(shown.usulan.perubahan) == 1003
    assert impor.preview(sesi, reading, pilihan) is shown

    def timed(again: AppTest) -> float:
        start = perf_counter()
        again.run()
        return perf_counter() - start

    small = drop(visit("perencanaan", bagian="Impor"), maker.matrix())
    large = drop(visit("perencanaan", bagian="Impor"), content)
    assert "1003 baru" in texts(large)
    assert len(large.dataframe) == len(small.dataframe)  # one table, not a widget a change
    assert min(timed(large) for _ in range(3)) < 6 * min(timed(small) for _ in range(3))
