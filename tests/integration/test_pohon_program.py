"""Lines of the programme tree by form: where a code belongs, what is refused, and that the earlier tree stays."""

from __future__ import annotations

from dataclasses import replace
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
from lkjip.services import impor_rencana, importing, kantor, letak_baris, pohon_program
from lkjip.services.actor import OPERATOR
from lkjip.services.letak_baris import IsianBaris
from lkjip.services.pohon_program import DasarPagu
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


def emptied(office: Store, tahap: Tahap, dasar: DasarPagu = DasarPagu()) -> None:  # noqa: B008  (frozen)
    for satu in reversed(tree(office, tahap)):
        pohon_program.remove(office, ANALIS, satu, dasar)


def test_baris_terakhir_dikeluarkan_dan_pohonnya_kosong(office: Store) -> None:
    dasar = DasarPagu("900/ 7", date(2025, 3, 1), "Salah impor")
    emptied(office, MURNI, dasar)
    assert tree(office) == ()
    with office.read() as connection:
        (found,) = dokumen.load_dokumen(connection)
        (last,) = connection.execute(text("SELECT oleh, dokumen_id FROM pagu ORDER BY id DESC LIMIT 1")).all()
        isi = connection.scalar(text("SELECT sesudah FROM jejak_audit ORDER BY id DESC LIMIT 1"))
    assert last == (ANALIS.nama, found.id)
    assert (found.nomor, "Salah impor" in str(isi), "900/ 7" in str(isi)) == ("900/ 7", True, True)
    assert loads(office) == 6, "every tree before is kept, and the empty one is on record"
    add(office, "7.01.01")
    assert codes(office) == [("7.01.01", None)]
    assert loads(office) == 7


def test_perubahan_yang_dikosongkan_kembali_seperti_murni(office: Store) -> None:
    murni = tree(office)
    seen = replace(murni[4], tahap=PERUBAHAN, dokumen_id=None)
    pohon_program.change(office, ANALIS, seen, seen.uraian, "450.000")
    emptied(office, PERUBAHAN)
    assert (tree(office, PERUBAHAN), tree(office)) == ((), murni)
    assert pohon_program.change(office, ANALIS, seen, seen.uraian, "460.000"), "begins anew as a copy of the murni"
    again = tree(office, PERUBAHAN)
    assert [satu.kode for satu in again] == [satu.kode for satu in murni]
    assert [satu.sumber for satu in again][:4] == [satu.sumber for satu in murni][:4]


def test_satu_satunya_baris_murni_tidak_keluar_lewat_perubahan_yang_belum_dimulai(store: Store) -> None:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=TAHUN))
    add(store, "7.01.01")
    with pytest.raises(RefusedError, match="Pagu perubahan belum dimulai"):
        pohon_program.remove(store, ANALIS, replace(line(store, "7.01.01"), tahap=PERUBAHAN))
    assert codes(store) == [("7.01.01", None)]


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


@pytest.fixture
def tanpa_kode(store: Store) -> Store:
    """A tree of two programmes without codes, as budgets that were typed have it."""
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=TAHUN))
    lines = [
        BarisPagu(TAHUN, MURNI, 1, "", "Program", T.PROGRAM, terukur(5)),
        BarisPagu(TAHUN, MURNI, 2, "", "Satu", T.KEGIATAN, terukur(2), 1),
        BarisPagu(TAHUN, MURNI, 3, "", "Dua", T.KEGIATAN, terukur(3), 1),
        BarisPagu(TAHUN, MURNI, 4, "", "Program lain", T.PROGRAM, terukur(1)),
    ]
    with store.deed(ANALIS, "uji", "pagu") as deed:
        records.add_pagu(deed, lines)
    return store


def put(store: Store, uraian: str, di_bawah: str = "", kode: str = "") -> None:
    """Add a line below the one with this name; "": a programme."""
    (place,) = [satu.kunci for satu in letak_baris.places(tree(store)) if satu.induk == di_bawah]
    pohon_program.add(store, ANALIS, TAHUN, MURNI, IsianBaris(kode, uraian, "1.000", place))


def named(store: Store) -> list[tuple[str, str, str]]:
    """Level, wording and parent of each line."""
    names = {satu.urutan: satu.uraian for satu in tree(store)}
    return [(satu.tingkat.value, satu.uraian, names.get(satu.induk or 0, "")) for satu in tree(store)]


def test_baris_tanpa_kode_berdiri_di_letak_yang_dipilih(tanpa_kode: Store) -> None:
    put(tanpa_kode, "Tiga", "Program")
    put(tanpa_kode, "Rapat", "Satu")
    put(tanpa_kode, "Program baru")
    assert named(tanpa_kode) == [
        ("program", "Program", ""),
        ("kegiatan", "Satu", "Program"),
        ("sub_kegiatan", "Rapat", "Satu"),
        ("kegiatan", "Dua", "Program"),
        ("kegiatan", "Tiga", "Program"),
        ("program", "Program lain", ""),
        ("program", "Program baru", ""),
    ]
    assert "Rapat" not in {satu.induk for satu in letak_baris.places(tree(tanpa_kode))}, "nothing below a sub kegiatan"


def test_baris_tanpa_kode_yang_sudah_ada_atau_tanpa_letak_ditolak(tanpa_kode: Store) -> None:
    before = tree(tanpa_kode)
    with pytest.raises(RefusedError, match="'satu' sudah ada di bawah induk yang sama"):
        put(tanpa_kode, " satu", "Program")
    with pytest.raises(RefusedError, match="Letak yang dipilih sudah tidak ada"):
        pohon_program.add(tanpa_kode, ANALIS, TAHUN, MURNI, IsianBaris("", "x", "1", "program:/tiada"))
    with pytest.raises(RefusedError, match="Kode belum diisi"):
        pohon_program.add(tanpa_kode, ANALIS, TAHUN, MURNI, IsianBaris("", "x", "1"))
    assert tree(tanpa_kode) == before
    put(tanpa_kode, "Satu", "Program lain")
    assert len(tree(tanpa_kode)) == len(before) + 1, "the same name below another line is another line"


def test_pohon_berkode_tidak_menerima_baris_tanpa_kode(office: Store) -> None:
    assert letak_baris.places(tree(office)) == ()
    with pytest.raises(RefusedError, match="Kode belum diisi"):
        pohon_program.add(office, ANALIS, TAHUN, MURNI, IsianBaris("", "x", "1", letak_baris.PUNCAK))


def test_kode_menentukan_letak_di_pohon_yang_sebagian_berkode(tanpa_kode: Store) -> None:
    put(tanpa_kode, "Program berkode", kode="7.01.02")
    put(tanpa_kode, "Kegiatan berkode", "Program", kode="7.01.02.2.01")
    assert named(tanpa_kode)[-2:] == [
        ("program", "Program berkode", ""), ("kegiatan", "Kegiatan berkode", "Program berkode"),
    ]  # fmt: skip


def test_pohon_pertama_tanpa_kode(store: Store) -> None:
    kantor.start_office(store, OPERATOR, Kantor("Kecamatan Uji", "Kabupaten Uji", tahun_aktif=TAHUN))
    put(store, "Program")
    put(store, "Kegiatan", "Program")
    assert named(store) == [("program", "Program", ""), ("kegiatan", "Kegiatan", "Program")]


def test_baris_tanpa_kode_tetap_dikenali_setelah_pohonnya_bertambah_di_atasnya(tanpa_kode: Store) -> None:
    put(tanpa_kode, "Bagian", "Program lain")
    seen = next(satu for satu in tree(tanpa_kode) if satu.uraian == "Bagian")
    put(tanpa_kode, "Tiga", "Program")
    assert pohon_program.change(tanpa_kode, ANALIS, seen, "Bagian", "2.000"), "its parent only has another number"
    assert named(tanpa_kode)[-1] == ("kegiatan", "Bagian", "Program lain")


def test_baris_tanpa_kode_dikenali_dari_namanya(tanpa_kode: Store) -> None:
    store, lines = tanpa_kode, tree(tanpa_kode)
    with pytest.raises(RefusedError, match="'satu' sudah ada di bawah induk yang sama"):
        pohon_program.change(store, ANALIS, lines[2], "satu", "3")
    assert pohon_program.change(store, ANALIS, lines[2], "Tiga", "3")
    assert [satu.uraian for satu in tree(store)] == ["Program", "Satu", "Tiga", "Program lain"]
    assert tree(store)[0].sumber != Source()
