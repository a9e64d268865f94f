"""From the bytes of a file to stored facts: what is new, what has changed, what must be refused."""

from __future__ import annotations

import threading
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import text

from lkjip.config import Config
from lkjip.domain.indikator import JenisTarget
from lkjip.domain.kantor import Kantor
from lkjip.errors import RefusedError
from lkjip.services import downloads, evaluation, importing, kantor, perencanaan
from lkjip.services.actor import OPERATOR
from lkjip.services.choices import Pilihan, Preview, Saved
from lkjip.services.json_reading import reading_json
from lkjip.store import Store, audit, open_store
from tests.integration.conftest import ANALIS, REKAN
from tests.makers import nursery, victims
from tests.makers.invariants import assert_store_whole

KINERJA = """Sasaran Strategis;Indikator Kinerja;Satuan;Target 2025;Realisasi 2025;Capaian (%)
Meningkatnya pelayanan;Indeks Kepuasan Masyarakat;nilai;85;87,5;102,94
Meningkatnya pelayanan;Jumlah pengaduan;pengaduan;10;8;120,00
Tertib administrasi;Persentase arsip tertata;%;90;81;90,00
"""
ANGGARAN = """Kode;Program / Kegiatan;Pagu Anggaran 2025 (Rp);Realisasi 2025 (Rp);%
7.01.02;Program Pelayanan Publik;150.000.000,00;120.000.000,00;80,00
7.01.02.2.01;Kegiatan Koordinasi;150.000.000,00;120.000.000,00;80,00
7.01.03;Program Pemberdayaan Masyarakat;50.000.000,00;50.000.000,00;100,00
"""


def begun(store: Store) -> None:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kutai Kartanegara"))


FILLINGS = {"office": begun}


@pytest.fixture
def office(store: Store) -> Store:
    return store


def _read(isi: str, nama: str = "kinerja.csv", **more: object) -> tuple[importing.Reading, bytes]:
    content = isi.encode()
    return importing.read(nama, content, tahun=2025, **more), content  # type: ignore[arg-type]


def _save(store: Store, isi: str, pilihan: Pilihan | None = None, nama: str = "kinerja.csv") -> Saved:
    reading, content = _read(isi, nama)
    return importing.save(store, ANALIS, reading, content, tahun=2025, pilihan=pilihan)


def _preview(store: Store, isi: str, pilihan: Pilihan | None = None) -> Preview:
    return importing.preview(store, OPERATOR, _read(isi)[0], 2025, pilihan)


def _counts(preview: Preview | Saved) -> dict[str, tuple[int, int, int]]:
    return {satu.jenis: (satu.baru, satu.berubah, satu.sama) for satu in preview.hitung}


def _rows(store: Store, table: str) -> int:
    with store.read() as connection:
        count: int = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
    return count


def _workbook(*tables: str) -> bytes:
    """Each table on a sheet of its own, all cells as texts."""
    content = BytesIO()
    book = xlsxwriter.Workbook(content)
    for number, table in enumerate(tables, 1):
        page = book.add_worksheet(f"Lembar {number}")
        for row, line in enumerate(table.splitlines()):
            page.write_row(row, 0, line.split(";"))
    book.close()
    return content.getvalue()


def test_tabel_kinerja_tersimpan_dengan_sasaran_indikator_dan_selnya(office: Store) -> None:
    saved = _save(office, KINERJA)
    assert _counts(saved) == {
        "Sasaran": (2, 0, 0), "Indikator": (3, 0, 0), "Target PK": (3, 0, 0), "Realisasi": (3, 0, 0),
    }  # fmt: skip
    assert saved.kalimat == "Tersimpan: Sasaran 2 baru; Indikator 3 baru; Target PK 3 baru; Realisasi 3 baru."
    data = evaluation.load(office, OPERATOR)
    assert [satu.teks for satu in data.sasaran] == ["Meningkatnya pelayanan", "Tertib administrasi"]
    assert [(satu.teks, satu.satuan, satu.rumus_ditetapkan) for satu in data.indikator] == [
        ("Indeks Kepuasan Masyarakat", "nilai", False),
        ("Jumlah pengaduan", "pengaduan", False),
        ("Persentase arsip tertata", "%", False),
    ]
    ikm = data.realisasi[0]
    assert (ikm.nilai.angka, ikm.sumber.berkas, ikm.sumber.sel) == (Decimal("87.5"), "kinerja.csv", "E2")
    assert ikm.capaian_tercetak is not None
    assert ikm.capaian_tercetak.angka == Decimal("102.94")


def test_rumus_diusulkan_dari_persentase_tercetak_tetapi_tidak_ditetapkan_diam_diam(office: Store) -> None:
    usulan = {satu.indikator: satu for satu in _preview(office, KINERJA).usulan}
    assert {nama: satu.rumus for nama, satu in usulan.items()} == {
        "Indeks Kepuasan Masyarakat": "naik", "Jumlah pengaduan": "turun", "Persentase arsip tertata": "naik",
    }  # fmt: skip
    assert usulan["Jumlah pengaduan"].kalimat == "Sesuai dengan 1 dari 1 persentase yang tercetak."
    _save(office, KINERJA)
    assert {satu.rumus for satu in perencanaan.list_indikator(office, OPERATOR)} == {"naik"}
    _save(office, KINERJA, Pilihan(rumus_diterima=frozenset({usulan["Jumlah pengaduan"].kunci})))
    rumus = {satu.teks: (satu.rumus, satu.rumus_ditetapkan) for satu in perencanaan.list_indikator(office, OPERATOR)}
    assert rumus["Jumlah pengaduan"] == ("turun", True)
    assert rumus["Indeks Kepuasan Masyarakat"] == ("naik", False)
    assert [satu.indikator for satu in _preview(office, KINERJA).usulan] == [
        "Indeks Kepuasan Masyarakat", "Persentase arsip tertata",
    ]  # fmt: skip


def test_berkas_yang_sama_dua_kali_tidak_menambah_apa_pun(office: Store) -> None:
    first = _save(office, KINERJA)
    before = (_rows(office, "realisasi"), _rows(office, "impor"), _rows(office, "jejak_audit"))
    again = _save(office, KINERJA)
    assert again.sudah_ada
    assert again.impor_id == first.impor_id
    assert again.kalimat.startswith("Berkas ini sudah disimpan oleh Siti Contoh pada ")
    assert (_rows(office, "realisasi"), _rows(office, "impor"), _rows(office, "jejak_audit")) == before


def test_berkas_baru_hanya_menambah_nilai_yang_berubah(office: Store) -> None:
    _save(office, KINERJA)
    corrected = KINERJA.replace(";8;120,00", ";9;110,00").replace("Jumlah pengaduan", "JUMLAH  Pengaduan.")
    preview = _preview(office, corrected)
    assert _counts(preview) == {"Indikator": (0, 0, 3), "Target PK": (0, 0, 3), "Realisasi": (0, 1, 2)}
    (satu,) = preview.perubahan
    assert (satu.apa, satu.tahun, satu.sebelum, satu.sesudah, satu.sel) == (
        "Realisasi JUMLAH Pengaduan.", 2025, "8", "9", "E3",
    )  # fmt: skip
    _save(office, corrected, nama="perbaikan.csv")
    berlaku = {x.indikator_id: x for x in evaluation.load(office, OPERATOR).realisasi}
    nilai = {satu.teks: berlaku[satu.id].nilai.angka for satu in perencanaan.list_indikator(office, OPERATOR)}
    assert nilai["Jumlah pengaduan"] == 9
    assert _rows(office, "realisasi") == 4, "yang lama tetap ada"


def test_sel_kosong_tidak_menghapus_nilai_yang_sudah_tersimpan(office: Store) -> None:
    _save(office, KINERJA)
    preview = _preview(office, KINERJA.replace(";8;120,00", ";-;"))
    realisasi = next(satu for satu in preview.hitung if satu.jenis == "Realisasi")
    assert (realisasi.berubah, realisasi.dilewati) == (0, 1)


def test_target_dapat_disimpan_sebagai_renstra_atau_keduanya(office: Store) -> None:
    _save(office, KINERJA, Pilihan(target="renstra"))
    assert {satu.jenis for satu in evaluation.load(office, OPERATOR).target} == {JenisTarget.RENSTRA}
    assert _counts(_preview(office, KINERJA, Pilihan(target="keduanya"))) == {
        "Indikator": (0, 0, 3), "Target PK": (3, 0, 0), "Target Renstra": (0, 0, 3), "Realisasi": (0, 0, 3),
    }  # fmt: skip


def test_indikator_tanpa_sasaran_masuk_ke_yang_disebut_pengguna(office: Store) -> None:
    plain = "Indikator Kinerja;Target 2025;Realisasi 2025\nNilai SAKIP;70;72\n"
    _save(office, plain)
    assert [satu.teks for satu in perencanaan.list_sasaran(office, OPERATOR)] == ["Belum dikelompokkan"]
    with_sasaran = "Sasaran Strategis;Indikator Kinerja;Target 2025;Realisasi 2025\nAkuntabel;Nilai SAKIP;70;73\n"
    _save(office, with_sasaran, nama="bersasaran.csv")
    (satu,) = perencanaan.list_indikator(office, OPERATOR)
    home = next(x.teks for x in perencanaan.list_sasaran(office, OPERATOR) if x.id == satu.sasaran_id)
    assert home == "Akuntabel", "indikator yang sama pindah ke sasaran yang kini diketahui"
    _save(office, "Indikator Kinerja;Target 2025;Realisasi 2025\nIKM;80;81\n", Pilihan(sasaran="Pelayanan"), "lain.csv")
    assert "Pelayanan" in [x.teks for x in perencanaan.list_sasaran(office, OPERATOR)]


def test_nama_yang_sama_pada_dua_baris_menjadi_dua_indikator_dan_dikenali_lagi(office: Store) -> None:
    twice = "Indikator Kinerja;Target 2025;Realisasi 2025\nPersentase desa;80;81\nPersentase desa;50;49\n"
    preview = _preview(office, twice)
    assert _counts(preview)["Indikator"] == (2, 0, 0)
    assert any("tertulis pada lebih dari satu baris" in satu for satu in preview.catatan)
    often = twice + "Persentase desa;40;39\nPersentase desa;30;29\n"
    (kalimat,) = [satu for satu in _preview(office, often).catatan if "lebih dari satu baris" in satu]
    assert "3 baris berikutnya masing-masing disimpan tersendiri" in kalimat, "satu kalimat untuk satu nama"
    _save(office, twice)
    assert not _preview(office, twice).ada_perubahan


def test_berkas_dengan_galat_ditolak_utuh_dan_penolakannya_tercatat(office: Store) -> None:
    reading, content = _read("halo dunia\n\n", "catatan.csv")
    preview = importing.preview(office, OPERATOR, reading, 2025)
    assert not preview.boleh_simpan
    with pytest.raises(RefusedError):
        importing.save(office, ANALIS, reading, content, tahun=2025)
    assert _rows(office, "impor") == _rows(office, "berkas") == _rows(office, "sasaran") == 0
    with office.read() as connection:
        last = audit.latest(connection)[0]
    assert (last["perbuatan"], last["objek"]) == ("simpan unggahan", "catatan.csv")
    assert last["hasil"].startswith("ditolak: ")


def test_angka_yang_berarti_dua_ditanyakan_sekali_dan_jawabannya_diingat(office: Store) -> None:
    ambiguous = "Kode;Program;Pagu 2025;Realisasi 2025\n7.01.02;Program Pelayanan;21,276,070,424,00;21,198,274,724,57\n"
    reading, content = _read(ambiguous, "ambigu.csv")
    assert reading.pertanyaan
    with pytest.raises(RefusedError, match="pertanyaan tentang angka belum dijawab"):
        importing.save(office, ANALIS, reading, content, tahun=2025)
    answers = {satu.kunci: satu.pilihan[0][0] for satu in reading.pertanyaan}
    answered = importing.reinterpret(reading, {}, answers, 2025)
    assert answered.pertanyaan == ()
    importing.save(office, ANALIS, answered, content, tahun=2025)
    assert importing.remembered_answers(office, OPERATOR) == answers
    other = ambiguous.replace("21,276,070,424,00", "11,276,070,424,00")
    again, _content = _read(other, "ambigu2.csv", answers=importing.remembered_answers(office, OPERATOR))
    assert again.pertanyaan == ()


def test_dua_nilai_berbeda_untuk_hal_yang_sama_ditolak_dengan_kedua_selnya(office: Store) -> None:
    two_sheets = _workbook(KINERJA, KINERJA.replace("87,5;102,94", "86;101,18"))
    preview = importing.preview(office, OPERATOR, importing.read("dua.xlsx", two_sheets, tahun=2025), 2025)
    contradictions = [satu for satu in preview.halangan if "yang berbeda" in satu]
    assert len(contradictions) == 1
    assert "87,5 (lembar 'Lembar 1', sel E2)" in contradictions[0]
    assert "86 (lembar 'Lembar 2', sel E2)" in contradictions[0]


def test_anggaran_tersimpan_tepat_dengan_induknya(office: Store) -> None:
    saved = _save(office, ANGGARAN, nama="anggaran.csv")
    assert _counts(saved) == {"Baris anggaran 2025": (3, 0, 0)}
    lines = evaluation.load(office, OPERATOR).anggaran
    assert [(x.kode, x.pagu.angka, x.realisasi.angka, x.induk) for x in lines] == [
        ("7.01.02", Decimal(150_000_000), Decimal(120_000_000), None),
        ("7.01.02.2.01", Decimal(150_000_000), Decimal(120_000_000), 1),
        ("7.01.03", Decimal(50_000_000), Decimal(50_000_000), None),
    ]
    budget = evaluation.evaluate(office, OPERATOR, 2025).anggaran
    assert (budget.pagu, budget.realisasi, budget.serapan) == (Decimal(200_000_000), Decimal(170_000_000), Decimal(85))


def test_laporan_realisasi_bulan_berikutnya_hanya_mengubah_realisasi(office: Store, real_data: Path) -> None:
    """The same rekening stands below many sub kegiatan: each is compared with its own, not with a namesake."""
    lra = [
        real_data / "spreadsheets" / f"lampungselatan_kominfo_lra_2026_{bulan}.xlsx"
        for bulan in ("01_januari", "05_mei")
    ]
    readings = [(importing.read(path.name, path.read_bytes(), tahun=2026), path.read_bytes()) for path in lra]
    saved = importing.save(office, ANALIS, *readings[0], tahun=2026)
    assert saved.kalimat == "Tersimpan: Baris anggaran 2026: 962 baru."
    preview = importing.preview(office, OPERATOR, readings[1][0], 2026)
    assert _counts(preview) == {"Baris anggaran 2026": (0, 191, 771)}
    before_after = [(satu.sebelum.split(" / ")[0], satu.sesudah.split(" / ")[0]) for satu in preview.perubahan]
    assert [pagu for pagu, baru in before_after if pagu != baru] == []


def test_tabel_tanpa_tingkat_di_atasnya_tetap_dicocokkan_menurut_barisnya(office: Store) -> None:
    _save(office, ANGGARAN, nama="anggaran.csv")
    lines = ANGGARAN.splitlines()
    only = "\n".join([lines[0], lines[2].replace("120.000.000,00;80,00", "130.000.000,00;86,67")])
    assert _counts(_preview(office, only)) == {"Baris anggaran 2025": (0, 1, 0)}


def test_anggaran_baru_menggantikan_seluruh_tahun_itu(office: Store) -> None:
    _save(office, ANGGARAN, nama="anggaran.csv")
    shorter = "\n".join(ANGGARAN.splitlines()[:3]).replace("120.000.000,00;80,00", "130.000.000,00;86,67")
    preview = _preview(office, shorter)
    assert _counts(preview) == {"Baris anggaran 2025": (0, 2, 0)}
    assert any("1 baris anggaran 2025 yang tersimpan tidak ada di berkas ini" in satu for satu in preview.catatan)
    _save(office, shorter, nama="baru.csv")
    assert [x.kode for x in evaluation.load(office, OPERATOR).anggaran] == ["7.01.02", "7.01.02.2.01"]
    assert _rows(office, "anggaran") == 5


def test_anggaran_dapat_ditambah_tetapi_tidak_dua_kali(office: Store) -> None:
    _save(office, ANGGARAN, nama="anggaran.csv")
    add = Pilihan(anggaran="tambah")
    assert any("sudah tersimpan" in satu for satu in _preview(office, ANGGARAN, add).halangan)
    more = "Kode;Program / Kegiatan;Pagu Anggaran 2025 (Rp);Realisasi 2025 (Rp)\n"
    more += (
        "7.01.04;Program Ketentraman;20.000.000,00;10.000.000,00\n7.01.04.2.01;Kegiatan;20.000.000,00;10.000.000,00\n"
    )
    _save(office, more, add, "tambahan.csv")
    lines = evaluation.load(office, OPERATOR).anggaran
    assert [(x.urutan, x.kode, x.induk) for x in lines] == [
        (1, "7.01.02", None),
        (2, "7.01.02.2.01", 1),
        (3, "7.01.03", None),
        (4, "7.01.04", None),
        (5, "7.01.04.2.01", 4),
    ]


def test_baris_anggaran_yang_sama_dalam_dua_tabel_tidak_dihitung_dua_kali(office: Store) -> None:
    content = _workbook(ANGGARAN, ANGGARAN)
    reading = importing.read("dua.xlsx", content, tahun=2025)
    halangan = importing.preview(office, OPERATOR, reading, 2025).halangan
    assert any("terhitung dua kali" in satu for satu in halangan)
    first = frozenset({(reading.tabel[0].lembar, reading.tabel[0].nomor)})
    importing.save(office, ANALIS, reading, content, tahun=2025, pilihan=Pilihan(tabel=first))
    assert len(evaluation.load(office, OPERATOR).anggaran) == 3


def test_berkas_yang_berubah_sejak_dibaca_ditolak(office: Store) -> None:
    reading, content = _read(KINERJA)
    with pytest.raises(RefusedError, match="berubah sejak dibaca"):
        importing.save(office, ANALIS, reading, content + b" ", tahun=2025)


def test_tanpa_tabel_terpilih_tidak_ada_yang_disimpan(office: Store) -> None:
    assert _preview(office, KINERJA, Pilihan(tabel=frozenset())).halangan == ("Belum ada tabel yang dipilih.",)


def test_berkas_asli_dapat_diambil_kembali_bita_demi_bita(office: Store) -> None:
    _save(office, KINERJA)
    (satu,) = importing.history(office, ANALIS)
    assert (satu.berkas, satu.ukuran, satu.oleh) == ("kinerja.csv", len(KINERJA.encode()), "Siti Contoh")
    assert [x.jenis for x in satu.hitung] == ["Sasaran", "Indikator", "Target PK", "Realisasi"]
    unduhan = downloads.original(office, ANALIS, satu.id)
    assert (unduhan.nama, unduhan.isi) == ("kinerja.csv", KINERJA.encode())


def test_klik_simpan_berkali_kali_bersamaan_menghasilkan_satu_impor(office: Store) -> None:
    reading, content = _read(KINERJA)
    results: list[Saved] = []

    def click() -> None:
        results.append(importing.save(office, REKAN, reading, content, tahun=2025))

    threads = [threading.Thread(target=click) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(satu.sudah_ada for satu in results) == [False, True, True, True, True]
    assert (_rows(office, "impor"), _rows(office, "realisasi"), _rows(office, "indikator")) == (1, 3, 3)


@pytest.mark.skipif(not nursery.POSSIBLE, reason="memerlukan fork (Linux, macOS)")
@pytest.mark.parametrize("milliseconds", [1, 20, 60, 120, 250])
def test_dimatikan_paksa_saat_menyimpan_unggahan_semua_atau_tidak_sama_sekali(
    own_config: Config, tmp_path: Path, milliseconds: int
) -> None:
    store = open_store(own_config)
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kutai Kartanegara"))
    lines = "".join(f"Sasaran {n % 7};Indikator nomor {n};nilai;10;{n % 9};\n" for n in range(600))
    path = tmp_path / "besar.csv"
    path.write_text("Sasaran Strategis;Indikator Kinerja;Satuan;Target 2025;Realisasi 2025;Capaian (%)\n" + lines)
    said = tmp_path / "jawaban.txt"
    said.touch()
    victim = nursery.start(victims.save_file, str(path), out=said, LKJIP_DATABASE_URL=own_config.database_url)
    while "siap" not in said.read_text():
        assert victim.poll() is None
    victim.gone(milliseconds / 1000)
    victim.kill()
    assert victim.gone(10)
    acknowledged = "tersimpan" in said.read_text()
    counts = {name: _rows(store, name) for name in ("impor", "berkas", "indikator", "target", "realisasi")}
    whole = {"impor": 1, "berkas": 1, "indikator": 600, "target": 600, "realisasi": 600}
    nothing = dict.fromkeys(whole, 0)
    assert counts == whole if acknowledged else counts in (whole, nothing)
    assert_store_whole(store)
    store.close()


def test_renstra_ditunjukkan_dalam_pratinjau_tetapi_tidak_disimpan(office: Store) -> None:
    content = (
        b"Program,Anggaran Renstra 2026,Realisasi s/d 2024,Anggaran 2025,Realisasi 2025,Realisasi s/d 2025\n"
        b"Program Pelayanan Publik,5000,2000,1000,900,2900\n"
    )
    reading = importing.read("evaluasi.csv", content, tahun=2025)
    preview = importing.preview(office, OPERATOR, reading, 2025)
    assert preview.kontrol["CSV: Pagu Renstra 2026"] == 5000
    assert any("Renstra" in note and "tidak disimpan" in note for note in preview.catatan)
    (line,) = reading_json(reading)["tabel"][0]["renstra"]
    assert (line["pagu"], line["realisasi_lalu"], line["realisasi"], line["tahun_akhir"]) == (
        "5000",
        "2000",
        "2900",
        2026,
    )
    importing.save(office, ANALIS, reading, content, tahun=2025)
    stored = [row for row in evaluation.load(office, OPERATOR).anggaran if row.uraian == "Program Pelayanan Publik"]
    assert [(row.tahun, row.pagu.angka, row.realisasi.angka) for row in stored] == [(2025, 1000, 900)]
