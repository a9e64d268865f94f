"""Every class of odd sheet and odd cell (04-quality §2), all the way from the bytes to what is or is not stored.

`tests/unit/spreadsheets/outcomes/classes.csv` says what becomes of each (see `tests.makers.odd_classes`).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from sqlalchemy import text

from lkjip.domain.finding import Tingkat
from lkjip.domain.numbers import StatusNilai
from lkjip.errors import RefusedError
from lkjip.services import importing
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from tests.makers.invariants import assert_sentence, assert_store_whole
from tests.makers.odd_classes import LEVELS, TAHUN, Walked, examples, office, outcome, table, walk, walk_all
from tests.makers.odd_files import HEAD, one

Seen = tuple[Store, list[Walked]]
T, K, B, A, X = (
    StatusNilai.TERUKUR, StatusNilai.KOSONG, StatusNilai.TIDAK_BERLAKU, StatusNilai.AMBIGU, StatusNilai.TEKS,
)  # fmt: skip
# Every spelling that ../shared/real-data/README.md lists, as a text in a cell of realisasi, and how it must be read.
SPELLINGS: dict[str, tuple[StatusNilai, str]] = {
    "87,50": (T, "87.5"), "87.50": (T, "87.5"), "87,5 %": (T, "87.5"), "87,5%": (T, "87.5"),
    "(53,88)": (T, "-53.88"), "1:20": (X, ""), "Rp 1.500.000.000,-": (T, "1500000000"),
    "1.234.567": (T, "1234567"), "1,234,567": (T, "1234567"), "1,234,567.00": (T, "1234567"), "0,00": (T, "0"),
    "3,50001E+11": (T, "350001000000"), "21,276,070,424,00": (A, ""), "1,08": (T, "1.08"), "26.620,69": (T, "26620.69"),
    "−70,50": (T, "-70.5"), "N/A": (B, ""), "n/a": (B, ""), "NA": (B, ""), "-": (K, ""), "0": (T, "0"), "0%": (T, "0"),
    "0.00": (T, "0"), "#DIV/0!": (K, ""), "None": (K, ""), "- Belum Diisi": (K, ""), "belum ada realisasi": (K, ""),
    "belum dilakukan penilaian": (K, ""), "Tidak diadakan karena Covid19": (B, ""), "Tinggi": (X, ""), "WTP": (X, ""),
    "Level 3": (X, ""), "Level 3 Plus": (X, ""), "CC ... skor 60,09": (X, ""), "66 (>100%)": (T, "66"),
    "2,55 Perubahan Target": (T, "2.55"), "7 Unit": (T, "7"),
}  # fmt: skip


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    store = office(tmp_path_factory.mktemp("kantor"))
    yield store, walk_all(store)
    store.close()


def test_setiap_golongan_berakhir_seperti_yang_dicatat(seen: Seen) -> None:
    found = {(one.golongan, one.kelas, one.contoh): outcome(one) for one in seen[1]}
    kept = table()
    assert {key: one for key, one in found.items() if one != kept.get(key)} == {}
    assert set(found) == set(kept)


def test_setiap_golongan_punya_contoh() -> None:
    assert {(level, kelas) for level, classes in LEVELS.items() for kelas in classes} == {
        (level, kelas) for level, kelas, _, _ in examples()
    }


def test_yang_dapat_disimpan_ada_isinya_dan_yang_tidak_ada_sebabnya(seen: Seen) -> None:
    """ "0 rows" is never success, and what is refused says where and what to do."""
    for one_file in seen[1]:
        reading, preview = one_file.reading, one_file.preview
        records = sum(len(bacaan.indikator) + len(bacaan.anggaran) for bacaan in reading.bacaan)
        assert preview.boleh_simpan <= (records > 0 and any(satu.baru for satu in preview.hitung)), one_file.contoh
        assert preview.boleh_simpan is not bool(preview.halangan), one_file.contoh


def test_setiap_temuan_menyebut_tempat_dan_jalan_keluarnya(seen: Seen) -> None:
    for one_file in seen[1]:
        for finding in one_file.reading.temuan:
            pesan = finding.pesan.replace(finding.nilai, "NILAI") if finding.nilai else finding.pesan
            place = [finding.lembar] if finding.lembar else [finding.berkas]
            assert_sentence(pesan, *place)
            assert_sentence(finding.saran)
            assert len(finding.pesan) < 1_000
            if finding.tingkat is Tingkat.GALAT and finding.sel:
                assert finding.sel in finding.pesan, finding.pesan


def test_disimpan_tepat_seperti_pratinjau_dan_yang_ditolak_tidak_meninggalkan_apa_pun(seen: Seen) -> None:
    """One after the other into one office: each saves what a fresh preview says, or nothing at all."""
    store, walked = seen
    for one_file in walked:
        now = importing.preview(store, OPERATOR, one_file.reading, TAHUN)
        before = _counts(store)
        if now.boleh_simpan:
            saved = importing.save(store, OPERATOR, one_file.reading, one_file.isi, tahun=TAHUN)
            assert saved.sudah_ada or saved.hitung == now.hitung, one_file.contoh
        else:
            with pytest.raises(RefusedError):
                importing.save(store, OPERATOR, one_file.reading, one_file.isi, tahun=TAHUN)
            assert _counts(store) == before, one_file.contoh
    assert_store_whole(store)


def _counts(store: Store) -> dict[str, int]:
    tables = ("impor", "berkas", "indikator", "sasaran", "target", "realisasi", "anggaran")
    with store.read() as connection:
        return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in tables}


def test_nama_yang_mirip_dengan_rencana_ditawarkan(seen: Seen) -> None:
    makers = LEVELS["sel"]["code not in the plan"]
    misspelt = next(one for one in seen[1] if one.contoh == "nama indikator salah ketik")
    assert [note for note in misspelt.preview.catatan if "yang mirip: 'Jumlah pengaduan ditangani'" in note]
    same = next(one for one in seen[1] if one.contoh == "judul di baris 1")
    assert not [note for note in same.preview.catatan if "yang mirip" in note]
    assert "nama indikator salah ketik" in makers


def test_tanda_yang_tidak_terlihat_tidak_membuat_indikator_baru(seen: Seen) -> None:
    for contoh in ("tanda arah dan tanda hubung lunak di nama", "judul di baris 1"):
        walked = next(one for one in seen[1] if one.contoh == contoh)
        assert [satu.baru for satu in walked.preview.hitung if satu.jenis == "Indikator"] == [0], contoh


def test_setiap_ejaan_angka_dokumen_nyata_terbaca_seperti_yang_dicatat(seen: Seen) -> None:
    rows = [
        HEAD,
        *((n, "Ejaan (CONTOH)", f"Indikator ke {n}", "", 5, spelling) for n, spelling in enumerate(SPELLINGS, 1)),
    ]
    walked = walk(seen[0], "sel", "spellings", "", lambda: one(rows))
    (bacaan,) = walked.reading.bacaan
    read = [(record.realisasi.status, record.realisasi.angka) for record in bacaan.indikator]
    expected = [(status, Decimal(angka) if angka else None) for status, angka in SPELLINGS.values()]
    assert dict(zip(SPELLINGS, read, strict=True)) == dict(zip(SPELLINGS, expected, strict=True))
    assert [satu.sel for satu in walked.reading.pertanyaan] == [(f"F{list(SPELLINGS).index('21,276,070,424,00') + 2}",)]
    assert not walked.preview.boleh_simpan
