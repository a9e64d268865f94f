"""What a section may bring in: realisasi of its own indicators, nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lkjip.domain.access import Peran
from lkjip.domain.indikator import Agregasi, Indikator
from lkjip.errors import ForbiddenError, RefusedError, SessionEndedError
from lkjip.services import downloads, evaluation, importing, perencanaan, users
from lkjip.services.actor import OPERATOR, Actor
from lkjip.services.choices import Pilihan
from lkjip.store import Store
from tests.makers.akun import Warga, found_office, logged_in, open_session

KEPALA = "Sasaran Strategis;Indikator Kinerja;Satuan;Target 2025;Realisasi 2025\n"
IKM = "Meningkatnya pelayanan;Indeks Kepuasan Masyarakat;nilai;85;87,5\n"
ARSIP = "Meningkatnya pelayanan;Persentase arsip tertata;;90;81\n"
DESA = "Berdayanya desa;Jumlah desa mandiri;desa;5;6\n"
ANGGARAN = "Kode;Program / Kegiatan;Pagu Anggaran 2025 (Rp);Realisasi 2025 (Rp)\n7.01.02;Program Pelayanan;100;90\n"


def divided(store: Store) -> None:
    """IKM and arsip belong to the section of Rina, desa to that of Joko."""
    found_office(store)
    with logged_in(store) as warga:
        _send(store, warga.analis.actor, KEPALA + IKM + ARSIP + DESA)
        for satu in perencanaan.list_indikator(store, OPERATOR):
            orang = warga.seksi_lain if "desa" in satu.teks else warga.seksi
            perencanaan.edit_indikator(
                store, warga.analis.actor, satu.id, satu.versi, teks=satu.teks, satuan=satu.satuan, rumus=satu.rumus,
                agregasi=Agregasi.TERAKHIR, seksi=orang.actor.seksi,
            )  # fmt: skip


FILLINGS = {"office": divided}


@pytest.fixture
def office(store: Store) -> Store:
    return store


def _reading(isi: str, nama: str = "seksi.csv") -> tuple[importing.Reading, bytes]:
    content = isi.encode()
    return importing.read(nama, content, tahun=2025), content


def _send(store: Store, actor: Actor, isi: str, pilihan: Pilihan | None = None) -> importing.Saved:
    reading, content = _reading(isi)
    return importing.save(store, actor, reading, content, tahun=2025, pilihan=pilihan)


def _plan(store: Store) -> tuple[object, ...]:
    data = evaluation.load(store, OPERATOR)
    return data.sasaran, data.indikator, data.target, data.anggaran


def _value(store: Store, teks: str) -> str:
    data = evaluation.load(store, OPERATOR)
    satu: Indikator = next(x for x in data.indikator if teks in x.teks)
    return next(x.nilai.teks for x in data.realisasi if x.indikator_id == satu.id)


def test_seksi_memperbarui_realisasi_indikatornya_dan_hanya_itu(office: Store, warga: Warga) -> None:
    before = _plan(office)
    saved = _send(office, warga.seksi.actor, (KEPALA + IKM + ARSIP).replace("87,5", "88").replace("81", "85"))
    assert [(x.jenis, x.berubah) for x in saved.hitung if x.berubah] == [("Realisasi", 2)]
    assert (_value(office, "Kepuasan"), _value(office, "arsip")) == ("88", "85")
    assert _plan(office) == before
    (satu,) = importing.history(office, warga.seksi.actor)
    assert (satu.oleh, satu.id) == ("Rina Contoh", saved.impor_id)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (KEPALA + IKM + DESA.replace(";6", ";7"), "bukan tanggung jawab seksi Anda: 'Jumlah desa mandiri'"),
        (KEPALA + IKM + "Baru;Indikator karangan;%;1;1\n", "belum ada di Perencanaan: 'Indikator karangan'"),
        (KEPALA + IKM.replace(";85;", ";80;"), "mengubah target. Target ditetapkan analis"),
        (KEPALA.replace("Target 2025", "Target 2026") + IKM, "mengubah target"),
        (ANGGARAN, "berisi anggaran. Anggaran dimuat oleh analis"),
    ],
    ids=["seksi lain", "indikator baru", "target berubah", "target tahun lain", "anggaran"],
)
def test_yang_bukan_haknya_ditolak_seluruhnya_dengan_kalimat(office: Store, warga: Warga, isi: str, kata: str) -> None:
    before, sidik = _plan(office), evaluation.load(office, OPERATOR).sidik
    reading, _content = _reading(isi)
    assert any(kata in satu for satu in importing.preview(office, warga.seksi.actor, reading, 2025).halangan)
    with pytest.raises(RefusedError, match=kata):
        _send(office, warga.seksi.actor, isi)
    assert _plan(office) == before
    assert evaluation.load(office, OPERATOR).sidik == sidik
    assert importing.history(office, warga.seksi.actor) == ()
    assert not any(kata in satu for satu in importing.preview(office, warga.analis.actor, reading, 2025).halangan)


def test_satuan_rumus_dan_sasaran_tidak_ikut_berubah(office: Store, warga: Warga) -> None:
    """The file names a unit where none is stored, another sasaran, and proposes a formula: for a section they stay."""
    before = _plan(office)
    isi = KEPALA + ARSIP.replace("tertata;;", "tertata;%;").replace("Meningkatnya pelayanan", "Sasaran karangan")
    isi = isi.replace(";81", ";84")
    reading, content = _reading(isi)
    preview = importing.preview(office, warga.seksi.actor, reading, 2025)
    assert preview.usulan == ()
    semua = importing.preview(office, warga.analis.actor, reading, 2025).usulan
    pilihan = Pilihan(rumus_diterima=frozenset(usul.kunci for usul in semua))
    importing.save(office, warga.seksi.actor, reading, content, tahun=2025, pilihan=pilihan)
    assert _value(office, "arsip") == "84"
    assert _plan(office) == before


def test_seksi_hanya_melihat_dan_mengambil_kirimannya_sendiri(office: Store, warga: Warga) -> None:
    rina = _send(office, warga.seksi.actor, (KEPALA + IKM).replace("87,5", "89")).impor_id
    joko = _send(office, warga.seksi_lain.actor, (KEPALA + DESA).replace(";6", ";8")).impor_id
    assert [satu.id for satu in importing.history(office, warga.seksi.actor)] == [rina]
    assert [satu.id for satu in importing.history(office, warga.seksi_lain.actor)] == [joko]
    assert len(importing.history(office, warga.camat.actor)) == 3
    assert downloads.original(office, warga.seksi.actor, rina).isi == (KEPALA + IKM).replace("87,5", "89").encode()
    with pytest.raises(ForbiddenError, match="seksi Anda sendiri"):
        downloads.original(office, warga.seksi.actor, joko)
    assert downloads.original(office, warga.sekretaris.actor, joko).nama == "seksi.csv"


def test_yang_dipindahkan_ke_seksi_lain_tidak_lagi_mengirim_untuk_seksi_lama(office: Store, warga: Warga) -> None:
    baru = warga.seksi_lain.actor.seksi
    users.change(office, warga.admin.actor, warga.seksi.id, 1, nama="Rina Contoh", peran=Peran.SEKSI, seksi=baru)
    with pytest.raises(SessionEndedError, match="Peran atau seksi"):
        _send(office, warga.seksi.actor, (KEPALA + IKM).replace("87,5", "89"))
    kini = open_session(office, warga.seksi.id).actor
    lama = replace(kini, seksi=warga.seksi.actor.seksi)  # as if the page still held the section of before
    with pytest.raises(ForbiddenError, match="seksi Anda sendiri"):
        _send(office, lama, (KEPALA + IKM).replace("87,5", "89"))
    with pytest.raises(ForbiddenError):
        importing.history(office, lama)


def test_akun_seksi_tanpa_seksi_tidak_mengirim_apa_pun(office: Store) -> None:
    with pytest.raises(ForbiddenError, match="belum dihubungkan dengan seksi"):
        _send(office, Actor("Tanpa Rumah", Peran.SEKSI), KEPALA + IKM)
