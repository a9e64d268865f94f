"""Accounts and sections from the server's own keyboard: the first admin, one-time passwords, locks, the trail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lkjip.domain.access import Peran
from lkjip.domain.kantor import Kantor
from lkjip.domain.masuk import SALAH_PALING_BANYAK
from lkjip.errors import ForbiddenError, RefusedError
from lkjip.services import accounts, audit_log, first_start, kantor, seksi, users
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from tests.makers.command_line import CommandLine, command_line

SANDI = re.compile(r"^Kata sandi pertama: ([a-z2-9]{4}(?:-[a-z2-9]{4}){3})$", re.MULTILINE)
KANTOR = Kantor("Kecamatan Uji (CONTOH)", "Kabupaten Contoh", tahun_aktif=2025)
ADMIN = ("pengguna", "buat", "agus", "--nama", "Agus Contoh", "--peran", "admin")
PELAYANAN = "Seksi Pelayanan Umum"


@pytest.fixture
def new_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    return command_line(tmp_path, monkeypatch, capsys)


@pytest.fixture
def run(new_server: CommandLine) -> CommandLine:
    """A database without data."""
    new_server.lay()
    return new_server


def furnished(store: Store) -> None:
    """An office with its admin (agus), one section and its account (rina), as the commands make them."""
    kantor.start_office(store, OPERATOR, KANTOR)
    users.create(store, OPERATOR, "agus", "Agus Contoh", Peran.ADMIN)
    key = seksi.add_seksi(store, OPERATOR, PELAYANAN)
    users.create(store, OPERATOR, "rina", "Rina Contoh", Peran.SEKSI, seksi=key)


@pytest.fixture
def office(new_server: CommandLine) -> CommandLine:
    new_server.lay(furnished)
    return new_server


def _password(out: str) -> str:
    """The one password in an output."""
    (found,) = SANDI.findall(out)
    return str(found)


def _account(run: CommandLine, pengguna: str) -> dict[str, object]:
    (found,) = [satu for satu in run.json("pengguna", "daftar") if satu["pengguna"] == pengguna]
    return dict(found)


def _log_in(run: CommandLine, pengguna: str, sandi: str) -> accounts.Masuk:
    store = run.store()
    try:
        return accounts.log_in(store, pengguna, sandi, "127.0.0.1")
    finally:
        store.close()


def _who(run: CommandLine, masuk: accounts.Masuk) -> accounts.Hadir:
    store = run.store()
    try:
        return accounts.who(store, masuk.token)
    finally:
        store.close()


def _deeds(run: CommandLine) -> list[audit_log.Jejak]:
    """The trail, oldest first."""
    store = run.store()
    found, _total = audit_log.rows(store, OPERATOR, audit_log.Saringan(), count=None)
    store.close()
    return list(reversed(found))


def test_server_tanpa_layar_dimulai_dengan_akun_admin(new_server: CommandLine) -> None:
    told = new_server.done("pengguna", "daftar")
    assert told.startswith("Belum ada akun. Membuat admin: python -m lkjip pengguna buat ")
    out = new_server.done("pengguna", "buat", " Agus ", "--nama", "Agus  Contoh", "--peran", "admin")
    assert out.startswith("Akun 'agus' dibuat: Agus Contoh, Admin.\n")
    assert "Belum ada kantor: admin mengisi nama kantor dan kabupatennya setelah masuk." in out
    masuk = _log_in(new_server, "agus", _password(out))
    assert (masuk.actor.peran, masuk.harus_ganti) == (Peran.ADMIN, True)


def test_sesudah_ada_admin_halaman_awal_tidak_menerima_siapa_pun_lagi(run: CommandLine) -> None:
    run.done(*ADMIN)
    store = run.store()
    assert first_start.state(store) == first_start.Awal(None, ada_akun=True)
    with pytest.raises(ForbiddenError, match="sudah mempunyai akun"):
        first_start.begin_office(
            store, KANTOR, first_start.AdminPertama("Lain", "lain", "kuda baterai 9", "kuda baterai 9"), "127.0.0.1"
        )
    store.close()
    assert [satu["pengguna"] for satu in run.json("pengguna", "daftar")] == ["agus"]


def test_admin_yang_dibuat_dari_baris_perintah_dapat_memulai_kantornya(run: CommandLine) -> None:
    masuk = _log_in(run, "agus", _password(run.done(*ADMIN)))
    store = run.store()
    kantor.start_office(store, masuk.actor, KANTOR)
    kantor_sekarang = kantor.current(store)
    assert kantor_sekarang is not None
    assert kantor_sekarang.nama == KANTOR.nama
    store.close()


@pytest.mark.parametrize("peran", ["analis", "sekretaris", "camat"])
def test_akun_pertama_harus_admin(run: CommandLine, peran: str) -> None:
    err = run.refused("pengguna", "buat", "budi", "--nama", "Budi Contoh", "--peran", peran)
    assert err.startswith("Belum ada admin. Buat dahulu: python -m lkjip pengguna buat PENGGUNA ")
    assert run.json("pengguna", "daftar") == []


def test_kata_sandi_pertama_hanya_tercetak_tidak_tersimpan(office: CommandLine) -> None:
    first = _password(office.done("pengguna", "buat", "sari", "--nama", "Sari Contoh", "--peran", "analis"))
    second = _password(office.done("pengguna", "sandi", "sari"))
    assert first != second
    on_disk = office.bytes_on_disk()
    assert b"Sari Contoh" in on_disk  # this search would find them
    assert first.encode() not in on_disk
    assert second.encode() not in on_disk
    texts = [
        office.done("pengguna", "daftar"),
        str(office.json("pengguna", "daftar")),
        *(f"{satu.objek}{satu.sebelum}{satu.sesudah}{satu.hasil}" for satu in _deeds(office)),
    ]
    assert [text for text in texts if first in text or second in text] == []
    assert _log_in(office, "sari", second).harus_ganti
    with pytest.raises(RefusedError, match="tidak cocok"):
        _log_in(office, "sari", first)


def test_setiap_perbuatan_ada_di_jejak_atas_nama_komputer_ini(office: CommandLine) -> None:
    before = len(_deeds(office))
    office.done("pengguna", "ubah", "rina", "--peran", "analis")
    office.done("pengguna", "sandi", "rina")
    office.done("pengguna", "kunci", "rina")
    office.done("pengguna", "buka", "rina")
    office.done("pengguna", "akhiri-sesi", "rina")
    office.done("seksi", "tambah", "Kelurahan Contoh")
    office.refused("pengguna", "kunci", "agus")
    found = _deeds(office)[before:]
    assert [satu.perbuatan for satu in found] == [
        "ubah akun", "atur ulang kata sandi", "kunci akun", "buka kunci akun", "akhiri sesi", "tambah seksi",
        "kunci akun",
    ]  # fmt: skip
    assert {(satu.oleh, satu.peran) for satu in found} == {("Pengguna komputer ini", "perintah")}
    assert [satu.hasil for satu in found[:-1]] == ["berhasil"] * 6
    assert found[-1].hasil.startswith("ditolak: Ini admin terakhir.")


def _told(run: CommandLine) -> tuple[object, ...]:
    """Accounts, sections and deeds (without their moments), as the command line tells them."""
    deeds = [(x.oleh, x.peran, x.perbuatan, x.objek, x.sebelum, x.sesudah, x.hasil) for x in _deeds(run)]
    return run.json("pengguna", "daftar"), run.json("seksi", "daftar"), deeds


def test_perintah_meninggalkan_kantor_yang_ditemukan_tes_lain_sudah_siap(run: CommandLine) -> None:
    store = run.store()
    kantor.start_office(store, OPERATOR, KANTOR)
    store.close()
    run.done(*ADMIN)
    run.done("seksi", "tambah", PELAYANAN)
    run.done("pengguna", "buat", "rina", "--nama", "Rina Contoh", "--peran", "seksi", "--seksi", PELAYANAN)
    made = _told(run)
    run.lay(furnished)
    assert _told(run) == made


def test_daftar_untuk_orang_dan_untuk_program(office: CommandLine) -> None:
    heads, *rows = office.done("pengguna", "daftar").splitlines()
    assert heads.split() == ["PENGGUNA", "NAMA", "PERAN", "SEKSI", "KEADAAN", "SESI"]
    assert [row.split()[0] for row in rows] == ["agus", "rina"]
    assert [heads.index("KEADAAN"), heads.index("SEKSI")] == [rows[1].index("aktif"), rows[1].index(PELAYANAN)]
    assert _account(office, "rina") == {
        "pengguna": "rina", "nama": "Rina Contoh", "peran": "seksi", "seksi": PELAYANAN, "aktif": True,
        "terkunci_sampai": None, "harus_ganti": True, "contoh": False, "sesi": 0,
    }  # fmt: skip


def test_tanda_kendali_dalam_nama_tidak_sampai_ke_layar(office: CommandLine) -> None:
    office.done("pengguna", "ubah", "rina", "--nama", "Rina \x1b[31mContoh")
    out = office.done("pengguna", "daftar")
    assert "Rina [31mContoh" in out
    assert "\x1b" not in out


def test_kata_sandi_baru_mengakhiri_sesi_dan_kunci_salah_sandi(office: CommandLine) -> None:
    masuk = _log_in(office, "rina", _password(office.done("pengguna", "sandi", "rina")))
    assert _who(office, masuk).actor is not None
    for _kali in range(SALAH_PALING_BANYAK):
        with pytest.raises(RefusedError, match="tidak cocok"):
            _log_in(office, "rina", "salah semuanya")
    assert "salah kata sandi: terkunci sampai " in office.done("pengguna", "daftar")
    out = office.done("pengguna", "sandi", "rina")
    assert out.startswith("Kata sandi akun 'rina' (Rina Contoh) diatur ulang; sesinya diakhiri.\n")
    assert _who(office, masuk).sebab == "Kata sandi akun ini diatur ulang oleh admin. Masuk dengan kata sandi baru."
    assert _log_in(office, "rina", _password(out)).harus_ganti


def test_akun_yang_dikunci_tidak_dapat_masuk_sampai_dibuka(office: CommandLine) -> None:
    sandi = _password(office.done("pengguna", "sandi", "rina"))
    masuk = _log_in(office, "rina", sandi)
    out = office.done("pengguna", "kunci", "rina")
    assert out == "Akun 'rina' dikunci; sesinya diakhiri. Membuka: python -m lkjip pengguna buka rina\n"
    assert _who(office, masuk).actor is None
    assert (_account(office, "rina")["aktif"], _account(office, "rina")["sesi"]) == (False, 0)
    assert "dikunci admin" in office.done("pengguna", "daftar")
    with pytest.raises(RefusedError, match="dikunci oleh admin"):
        _log_in(office, "rina", sandi)
    assert office.done("pengguna", "buka", "RINA") == "Akun 'rina' dibuka.\n"
    assert _log_in(office, "rina", sandi).actor.pengguna == "rina"


def test_buka_juga_membuka_kunci_karena_salah_kata_sandi(office: CommandLine) -> None:
    sandi = _password(office.done("pengguna", "sandi", "rina"))
    for _kali in range(SALAH_PALING_BANYAK):
        with pytest.raises(RefusedError, match="tidak cocok"):
            _log_in(office, "rina", "salah semuanya")
    assert _account(office, "rina")["terkunci_sampai"] is not None
    office.done("pengguna", "buka", "rina")
    assert _account(office, "rina")["terkunci_sampai"] is None
    assert _log_in(office, "rina", sandi).actor.pengguna == "rina"


def test_akhiri_sesi_menyebut_berapa_yang_terbuka(office: CommandLine) -> None:
    sandi = _password(office.done("pengguna", "sandi", "rina"))
    masuk = [_log_in(office, "rina", sandi) for _peramban in range(2)]
    assert _account(office, "rina")["sesi"] == 2
    assert office.done("pengguna", "akhiri-sesi", "rina") == "2 sesi akun 'rina' diakhiri.\n"
    assert [_who(office, satu).actor for satu in masuk] == [None, None]
    assert office.done("pengguna", "akhiri-sesi", "rina") == "0 sesi akun 'rina' diakhiri.\n"


def test_ubah_hanya_mengubah_yang_disebut(office: CommandLine) -> None:
    office.done("seksi", "tambah", "Kelurahan Contoh")
    office.done("pengguna", "ubah", "rina", "--nama", "Rina Contoh Dua")
    assert (_account(office, "rina")["nama"], _account(office, "rina")["seksi"]) == ("Rina Contoh Dua", PELAYANAN)
    office.done("pengguna", "ubah", "rina", "--seksi", "kelurahan  contoh")
    assert (_account(office, "rina")["nama"], _account(office, "rina")["seksi"]) == (
        "Rina Contoh Dua", "Kelurahan Contoh",
    )  # fmt: skip
    out = office.done("pengguna", "ubah", "rina", "--peran", "sekretaris")
    assert out == "Akun 'rina' diubah: Rina Contoh Dua, Sekretaris. Berlaku seketika.\n"
    assert (_account(office, "rina")["peran"], _account(office, "rina")["seksi"]) == ("sekretaris", None)
    assert "memerlukan seksi yang aktif" in office.refused("pengguna", "ubah", "rina", "--peran", "seksi")


@pytest.mark.parametrize("perintah", [("kunci",), ("ubah", "--peran", "analis")])
def test_admin_terakhir_tetap_admin(office: CommandLine, perintah: tuple[str, ...]) -> None:
    name, *rest = perintah
    err = office.refused("pengguna", name, "agus", *rest)
    assert err.startswith("Ini admin terakhir. Jadikan orang lain admin lebih dahulu")
    assert (_account(office, "agus")["peran"], _account(office, "agus")["aktif"]) == ("admin", True)
    office.done("pengguna", "ubah", "rina", "--peran", "admin")
    office.done("pengguna", name, "agus", *rest)


@pytest.mark.parametrize(
    ("perintah", "kalimat"),
    [
        (("buat", "rina", "--nama", "Orang Lain", "--peran", "analis"), "Nama pengguna 'rina' sudah dipakai Rina"),
        (("buat", "lain", "--nama", "rina contoh", "--peran", "analis"), "Sudah ada akun atas nama 'Rina Contoh'."),
        (("buat", "dua kata", "--nama", "Dua", "--peran", "analis"), "Nama pengguna 3 sampai 32 tanda"),
        (("buat", "lain", "--nama", " ", "--peran", "analis"), "Nama lengkap belum diisi."),
        (("buat", "lain", "--nama", "Lain", "--peran", "seksi", "--seksi", "Tiada"), "Seksi 'Tiada' tidak ada."),
        (("ubah", "rina", "--seksi", "Tiada"), "Seksi 'Tiada' tidak ada. Daftarnya: python -m lkjip seksi daftar"),
        (("ubah", "tiada", "--nama", "X"), "Pengguna 'tiada' tidak ada. Daftarnya: python -m lkjip pengguna daftar"),
        (("sandi", "tiada"), "Pengguna 'tiada' tidak ada."),
        (("kunci", "tiada"), "Pengguna 'tiada' tidak ada."),
        (("buka", "tiada"), "Pengguna 'tiada' tidak ada."),
        (("akhiri-sesi", "tiada"), "Pengguna 'tiada' tidak ada."),
    ],
)
def test_yang_tidak_mungkin_ditolak_dengan_sebabnya(
    office: CommandLine, perintah: tuple[str, ...], kalimat: str
) -> None:
    before = office.json("pengguna", "daftar")
    assert office.refused("pengguna", *perintah).startswith(kalimat)
    assert office.json("pengguna", "daftar") == before


@pytest.mark.parametrize(
    ("perintah", "kalimat"),
    [
        (("buat",), "PENGGUNA belum diisi."),
        (("buat", "budi", "--peran", "camat"), "--nama belum diisi."),
        (("buat", "budi", "--nama", "Budi"), "--peran belum diisi."),
        (("buat", "budi", "--nama", "Budi", "--peran", "bupati"), "--peran tidak dapat dipakai: pilih salah satu:"),
        (("buat", "budi", "--nama", "Budi", "--peran", "perintah"), "--peran tidak dapat dipakai:"),
        (("buat", "budi", "--nama", "Budi", "--peran", "seksi"), "--seksi belum diisi: peran seksi mewakili satu"),
        (("buat", "budi", "--nama", "Budi", "--peran", "camat", "--seksi", PELAYANAN), "--seksi hanya untuk peran"),
        (("buat", "budi", "--sandi", "rahasia"), "Pilihan --sandi tidak dikenal."),
        (("ubah", "rina"), "Tulis yang diubah: --nama, --peran, atau --seksi."),
        (("ubah", "agus", "--seksi", PELAYANAN), "--seksi hanya untuk peran seksi, bukan admin."),
        (("ubah",), "PENGGUNA belum diisi."),
        (("sandi",), "PENGGUNA belum diisi."),
        (("kunci",), "PENGGUNA belum diisi."),
        (("buka",), "PENGGUNA belum diisi."),
        (("akhiri-sesi",), "PENGGUNA belum diisi."),
        (("sandi", "rina", "agus"), "Cara memanggil belum benar. Lihat: python -m lkjip pengguna sandi --help"),
        (("hapus", "rina"), "Perintah itu tidak ada. Pilih: daftar, buat, ubah, sandi, kunci, buka, akhiri-sesi."),
    ],
)  # fmt: skip
def test_cara_memanggil_yang_salah_dijelaskan_dengan_kode_2(
    office: CommandLine, perintah: tuple[str, ...], kalimat: str
) -> None:
    before = len(_deeds(office))
    code, out, err = office("pengguna", *perintah)
    assert (code, out) == (2, "")
    assert err.startswith(kalimat)
    assert len(_deeds(office)) == before


def test_seksi_ditambah_dan_didaftar(run: CommandLine) -> None:
    assert run.done("seksi", "daftar") == "Belum ada seksi. Menambah: python -m lkjip seksi tambah NAMA\n"
    assert run.done("seksi", "tambah", "Seksi  Pelayanan Umum ") == "Seksi 'Seksi Pelayanan Umum' ditambahkan.\n"
    assert run.refused("seksi", "tambah", "seksi pelayanan umum") == "Seksi 'seksi pelayanan umum' sudah ada.\n"
    assert run.refused("seksi", "tambah", "").startswith("Nama seksi belum diisi.")
    assert run("seksi", "tambah")[::2] == (2, "NAMA belum diisi. Lihat: python -m lkjip seksi tambah --help\n")
    assert run.json("seksi", "daftar") == [{"nama": "Seksi Pelayanan Umum", "aktif": True}]
    assert run.done("seksi", "daftar").splitlines()[1].split("  ")[0] == "Seksi Pelayanan Umum"


def test_akun_kantor_contoh_tidak_dapat_diubah_dan_akun_di_dalamnya_ikut_terhapus(run: CommandLine) -> None:
    run.done("contoh")
    for perintah in (("sandi",), ("kunci",), ("ubah", "--nama", "X")):
        name, *rest = perintah
        assert run.refused("pengguna", name, "contoh.admin", *rest).startswith("Akun kantor contoh tidak dapat diubah")
    out = run.done("pengguna", "buat", "budi", "--nama", "Budi Baru", "--peran", "camat")
    assert "Ini basis data contoh (CONTOH): akun ini ikut terhapus bila data contoh diakhiri." in out
    store = run.store()
    first_start.end_demo(store, OPERATOR)
    store.close()
    assert run.json("pengguna", "daftar") == []
