"""Lines of the programme tree by form: where a code belongs, what is refused, and that the earlier tree stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import JenisDokumen, Tahap
from lkjip.domain.kantor import Kantor
from lkjip.domain.numbers import terukur
from lkjip.domain.pagu import BarisPagu
from lkjip.domain.trace import Source
from lkjip.errors import AlreadyDoneError, RefusedError, StaleError
from lkjip.services import impor_rencana, importing, kantor, pohon_program
from lkjip.services.actor import OPERATOR
from lkjip.services.pohon_program import DasarPagu, IsianBaris
from lkjip.services.rencana_pilihan import JenisRencana, PilihanRencana
from lkjip.store import Store, dokumen
from lkjip.store import pagu as records
from tests.integration.conftest import ANALIS, REKAN
from tests.makers import rencana as maker

T, MURNI, PERUBAHAN = TingkatAnggaran, Tahap.MURNI, Tahap.PERUBAHAN
TAHUN = 2025


def with_a_tree(store: Store) -> None:
    """The murni tree of five lines, imported from a file."""
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=TAHUN))
    content = maker.program()
    reading = importing.read("dpa.xlsx", content, tahun=TAHUN)
    impor_rencana.apply(store, ANALIS, reading, content, PilihanRencana(JenisRencana.PROGRAM, TAHUN))


FILLINGS = {"office": with_a_tree}


@pytest.fixture
def office(store: Store) -> Store:
    return store


def tree(store: Store, tahap: Tahap = MURNI) -> tuple[BarisPagu, ...]:
    with store.read() as connection:
        return tuple(satu for satu in records.load_pagu(connection, TAHUN) if satu.tahap is tahap)


def codes(store: Store, tahap: Tahap = MURNI) -> list[tuple[str, str | None]]:
    """Each line with the code of its parent."""
    lines = tree(store, tahap)
    names = {satu.urutan: satu.kode for satu in lines}
    assert [satu.urutan for satu in lines] == list(range(1, len(lines) + 1))
    return [(satu.kode, names[satu.induk] if satu.induk else None) for satu in lines]


def line(store: Store, kode: str, tahap: Tahap = MURNI) -> BarisPagu:
    return next(satu for satu in tree(store, tahap) if satu.kode == kode)


def loads(store: Store) -> int:
    with store.read() as connection:
        return len(connection.execute(text("SELECT DISTINCT tahun, tahap, muatan FROM pagu")).all())


def add(store: Store, kode: str, pagu: str = "1.000", tahap: Tahap = MURNI, **more: str) -> None:
    pohon_program.add(store, ANALIS, TAHUN, tahap, IsianBaris(kode, f"Baris {kode}", pagu), **more)


def test_baris_baru_berdiri_menurut_kodenya(office: Store) -> None:
    add(office, "7.01.01.2.02.0005")
    add(office, "7.01.01.2.05")
    add(office, "7.01.02")
    add(office, "6.01.01")
    assert codes(office) == [
        ("6.01.01", None),
        ("7.01.01", None),
        ("7.01.01.2.02", "7.01.01"),
        ("7.01.01.2.02.0001", "7.01.01.2.02"),
        ("7.01.01.2.02.0005", "7.01.01.2.02"),
        ("7.01.01.2.05", "7.01.01"),
        ("7.01.01.2.06", "7.01.01"),
        ("7.01.01.2.06.0004", "7.01.01.2.06"),
        ("7.01.02", None),
    ]
    assert line(office, "7.01.01.2.05").tingkat is T.KEGIATAN
    assert line(office, "7.01.02").pagu.angka == Decimal(1000)


@pytest.mark.parametrize(
    ("isian", "sebab"),
    [
        (IsianBaris("", "x", "1"), "Kode belum diisi"),
        (IsianBaris("7.01", "x", "1"), "bukan kode program, kegiatan, atau sub kegiatan"),
        (IsianBaris("5.1.02", "x", "1"), "bukan kode program, kegiatan, atau sub kegiatan"),
        (IsianBaris("tujuh", "x", "1"), "bukan kode program, kegiatan, atau sub kegiatan"),
        (IsianBaris("7.01.01", "x", "1"), "Kode 7.01.01 sudah ada: 'Program Penunjang"),
        (IsianBaris("7.01.01.", "x", "1"), "Kode 7.01.01 sudah ada"),
        (IsianBaris("7.01.05.2.01", "x", "1"), "Program yang memuat 7.01.05.2.01 belum ada"),
        (IsianBaris("7.01.01.2.99.0001", "x", "1"), "Kegiatan yang memuat 7.01.01.2.99.0001 belum ada"),
        (IsianBaris("7.01.02", " ", "1"), "Uraian belum diisi"),
        (IsianBaris("7.01.02", "x", "banyak"), "Pagu 'banyak' bukan jumlah rupiah"),
        (IsianBaris("7.01.02", "x", "-1"), "kurang dari nol"),
        (IsianBaris("7.01.02", "x", "1" + "0" * 16), "terlalu besar"),
    ],
)
def test_baris_yang_tidak_mungkin_ditolak(office: Store, isian: IsianBaris, sebab: str) -> None:
    before = tree(office)
    with pytest.raises(RefusedError, match=sebab):
        pohon_program.add(office, ANALIS, TAHUN, MURNI, isian)
    assert tree(office) == before


def test_satu_baris_diubah_dan_yang_lain_tetap_dengan_asalnya(office: Store) -> None:
    before = {satu.kode: satu for satu in tree(office)}
    old = before["7.01.01.2.06.0004"]
    assert pohon_program.change(office, ANALIS, old, "Bahan  Logistik", "450.000")
    now = line(office, old.kode)
    assert (now.uraian, now.pagu.angka, now.sumber.berkas, now.sumber.oleh) == (
        "Bahan Logistik", Decimal(450_000), "", ANALIS.nama,
    )  # fmt: skip
    for kode in set(before) - {old.kode}:
        assert line(office, kode) == before[kode], "file, cell and moment of the others stand"
    assert loads(office) == 2, "the tree before is kept"


def test_yang_tidak_berubah_tidak_ditulis(office: Store) -> None:
    old = line(office, "7.01.01")
    assert not pohon_program.change(office, ANALIS, old, old.uraian, "1.000.000")
    assert loads(office) == 1


def test_baris_yang_diubah_rekan_tidak_dilewati(office: Store) -> None:
    old = line(office, "7.01.01.2.06.0004")
    pohon_program.change(office, REKAN, old, old.uraian, "450.000")
    with pytest.raises(StaleError, match="sudah diubah oleh Tono Contoh"):
        pohon_program.change(office, ANALIS, old, old.uraian, "500.000")
    with pytest.raises(StaleError, match=r"Rp450\.000"):
        pohon_program.remove(office, ANALIS, old)
    add(office, "7.01.02")
    assert pohon_program.change(office, ANALIS, line(office, "7.01.01"), "Program lain", "1.000.000"), (
        "a line added elsewhere does not make this one old"
    )
    gone = line(office, "7.01.02")
    pohon_program.remove(office, REKAN, gone)
    with pytest.raises(StaleError, match="sudah tidak ada di pohon program"):
        pohon_program.change(office, ANALIS, gone, "Lagi", "1")


def test_baris_dikeluarkan_bila_tanpa_bagian(office: Store) -> None:
    with pytest.raises(RefusedError, match="masih memuat 1 sub kegiatan"):
        pohon_program.remove(office, ANALIS, line(office, "7.01.01.2.06"))
    pohon_program.remove(office, ANALIS, line(office, "7.01.01.2.06.0004"))
    pohon_program.remove(office, ANALIS, line(office, "7.01.01.2.06"))
    assert [kode for kode, _ in codes(office)] == ["7.01.01", "7.01.01.2.02", "7.01.01.2.02.0001"]


def test_pohon_tidak_dapat_dikosongkan(office: Store) -> None:
    for kode in ("7.01.01.2.06.0004", "7.01.01.2.06", "7.01.01.2.02.0001", "7.01.01.2.02"):
        pohon_program.remove(office, ANALIS, line(office, kode))
    with pytest.raises(RefusedError, match="baris terakhir"):
        pohon_program.remove(office, ANALIS, line(office, "7.01.01"))


def test_perubahan_dimulai_sebagai_salinan_murni_dengan_dokumennya(office: Store) -> None:
    murni = tree(office)
    seen = BarisPagu(TAHUN, PERUBAHAN, 5, "7.01.01.2.06.0004", murni[4].uraian, T.SUB_KEGIATAN, murni[4].pagu, 4)
    dasar = DasarPagu("910/ 5", date(2025, 9, 1), "Pergeseran")
    assert pohon_program.change(office, ANALIS, seen, seen.uraian, "450.000", dasar=dasar)
    assert tree(office) == murni
    changed = tree(office, PERUBAHAN)
    assert [satu.kode for satu in changed] == [satu.kode for satu in murni]
    assert [satu.pagu.angka for satu in changed][:4] == [satu.pagu.angka for satu in murni][:4]
    assert [satu.sumber for satu in changed][:4] == [satu.sumber for satu in murni][:4]
    with office.read() as connection:
        (found,) = dokumen.load_dokumen(connection)
    assert (found.jenis, found.nomor, found.tanggal, found.perihal) == (
        JenisDokumen.DPPA, "910/ 5", date(2025, 9, 1), "Pergeseran",
    )  # fmt: skip
    assert [satu.dokumen_id for satu in changed] == [None] * 4 + [found.id]
    again = line(office, seen.kode, PERUBAHAN)
    assert not pohon_program.change(office, ANALIS, again, again.uraian, "450.000", dasar=dasar), "nothing new"
    assert pohon_program.change(office, ANALIS, again, again.uraian, "475.000")
    assert line(office, seen.kode, PERUBAHAN).dokumen_id == found.id, "without a new document the old one stands"


def test_tanggal_tanpa_nomor_dokumen_ditolak(office: Store) -> None:
    old = line(office, "7.01.01")
    with pytest.raises(RefusedError, match="Nomor DPA belum diisi"):
        pohon_program.change(office, ANALIS, old, "Lain", "1", dasar=DasarPagu("", date(2025, 1, 1)))


def test_formulir_baris_baru_hanya_berlaku_sekali(office: Store) -> None:
    add(office, "7.01.02", kartu="kartu-1")
    with pytest.raises(AlreadyDoneError):
        add(office, "7.01.03", kartu="kartu-1")


def test_pohon_pertama_ditulis_tanpa_impor(store: Store) -> None:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=TAHUN))
    add(store, "7.01.01")
    add(store, "7.01.01.2.02", pagu="")
    assert codes(store) == [("7.01.01", None), ("7.01.01.2.02", "7.01.01")]
    assert line(store, "7.01.01.2.02").pagu.angka is None
    with pytest.raises(RefusedError, match="antara 2000 dan 2099"):
        pohon_program.add(store, ANALIS, 1999, MURNI, IsianBaris("7.01.01", "x", "1"))


def test_baris_tanpa_kode_dikenali_dari_namanya(store: Store) -> None:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=TAHUN))
    lines = [
        BarisPagu(TAHUN, MURNI, 1, "", "Program", T.PROGRAM, terukur(5)),
        BarisPagu(TAHUN, MURNI, 2, "", "Satu", T.KEGIATAN, terukur(2), 1),
        BarisPagu(TAHUN, MURNI, 3, "", "Dua", T.KEGIATAN, terukur(3), 1),
    ]
    with store.deed(ANALIS, "uji", "pagu") as deed:
        records.add_pagu(deed, lines)
    with pytest.raises(RefusedError, match="'satu' sudah ada di bawah induk yang sama"):
        pohon_program.change(store, ANALIS, lines[2], "satu", "3")
    assert pohon_program.change(store, ANALIS, lines[2], "Tiga", "3")
    assert [satu.uraian for satu in tree(store)] == ["Program", "Satu", "Tiga"]
    assert tree(store)[0].sumber != Source()
