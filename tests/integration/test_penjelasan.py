"""Explanations typed without a workbook: whose, over what was seen, and that the board counts them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from lkjip.domain.kelengkapan import Bagian, IndikatorDiminta
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.errors import ForbiddenError, RefusedError, StaleError
from lkjip.services import papan, penjelasan, perencanaan
from lkjip.services.actor import OPERATOR
from lkjip.store import Store
from lkjip.store import penjelasan as records
from tests.makers.akun import Warga
from tests.makers.kiriman import TAHUN, Kantor, collecting, collection_of, complete, filled, values, words

FILLINGS = {"kantor": collecting}


@pytest.fixture
def kantor(store: Store, warga: Warga) -> Kantor:
    return collection_of(store, warga)


def lacking(kantor: Kantor) -> tuple[str, ...]:
    baris = papan.board(kantor.store, OPERATOR, TAHUN).baris
    return next(satu for satu in baris if satu.seksi.id == kantor.pelayanan).part(Bagian.PENJELASAN).kurang


def listed(kantor: Kantor) -> tuple[penjelasan.PenjelasanIndikator, ...]:
    """The words of Rina's section, as its form shows them."""
    baris = papan.board(kantor.store, OPERATOR, TAHUN).baris
    asked = next(satu for satu in baris if satu.seksi.id == kantor.pelayanan).diminta.indikator
    return penjelasan.of_section(kantor.store, kantor.warga.seksi.actor, TAHUN, kantor.pelayanan, asked)


def test_penjelasan_diketik_tanpa_buku_kerja(kantor: Kantor) -> None:
    rina, kata = kantor.warga.seksi.actor, Penjelasan(kantor.ikm, TAHUN, penghambat=" antrean ", upaya="loket")
    assert penjelasan.explain(kantor.store, rina, kata)
    assert not penjelasan.explain(kantor.store, rina, kata)
    with kantor.store.read() as connection:
        (stored,) = records.load_penjelasan(connection, TAHUN)
        banyak = connection.scalar(text("SELECT count(*) FROM penjelasan"))
    assert (stored.penghambat, stored.sumber.oleh, banyak) == ("antrean", "Rina Contoh", 1)
    with pytest.raises(ForbiddenError, match="seksi Anda sendiri"):
        penjelasan.explain(kantor.store, rina, Penjelasan(kantor.desa, TAHUN, upaya="x"))
    with pytest.raises(RefusedError, match="belum diisi"):
        penjelasan.explain(kantor.store, rina, Penjelasan(kantor.ikm, TAHUN, upaya="  "))
    with pytest.raises(RefusedError, match="terlalu panjang"):
        penjelasan.explain(kantor.store, rina, Penjelasan(kantor.ikm, TAHUN, upaya="x" * 2001))
    with pytest.raises(RefusedError, match="tidak ada"):
        penjelasan.explain(kantor.store, kantor.warga.analis.actor, Penjelasan(987, TAHUN, upaya="x"))


def test_papan_menghitungnya_begitu_tersimpan(kantor: Kantor) -> None:
    rina = kantor.warga.seksi.actor
    kantor.send(rina, filled(complete(arsip=80) | words("arsip rusak", "", 2), kantor.workbook(kantor.pelayanan)),
                kantor.pelayanan)  # fmt: skip
    assert lacking(kantor) == ("'Persentase arsip tertata': upaya atau tindak lanjut",)
    first, second = listed(kantor)
    assert (first.diminta.id, first.kata.penghambat, first.kurang) == (
        kantor.arsip, "arsip rusak", ("upaya atau tindak lanjut",),
    )  # fmt: skip
    assert (second.diminta.id, second.diminta.wajib, second.kurang) == (kantor.ikm, "", ())
    penjelasan.explain(kantor.store, rina, replace(first.kata, upaya="dibersihkan"), first.kata)
    assert lacking(kantor) == ()
    assert listed(kantor)[0].kurang == ()


def test_tulisan_rekan_tidak_ditimpa_tanpa_dilihat(kantor: Kantor) -> None:
    rina, siti = kantor.warga.seksi.actor, kantor.warga.analis.actor
    seen = Penjelasan(kantor.ikm, TAHUN)
    penjelasan.explain(kantor.store, siti, replace(seen, penghambat="listrik"), seen)
    with pytest.raises(StaleError, match="sudah diubah oleh Siti Contoh"):
        penjelasan.explain(kantor.store, rina, replace(seen, penghambat="antrean"), seen)
    assert not penjelasan.explain(kantor.store, rina, replace(seen, penghambat="listrik"), seen), "the same words"
    now = replace(seen, penghambat="listrik")
    assert penjelasan.explain(kantor.store, rina, replace(seen, penghambat="antrean"), now)


def test_kata_yang_tidak_dihitung_lagi_dapat_ditegaskan(kantor: Kantor) -> None:
    """The words came with the workbook of the section before: of the new one they count once it has said them."""
    rina, joko = kantor.warga.seksi.actor, kantor.warga.seksi_lain.actor
    dijelaskan = complete(arsip=80) | words("arsip rusak", "dibersihkan", 2)
    kantor.send(rina, filled(dijelaskan, kantor.workbook(kantor.pelayanan)), kantor.pelayanan)
    satu = next(satu for satu in perencanaan.list_indikator(kantor.store, OPERATOR) if satu.id == kantor.arsip)
    perencanaan.edit_indikator(
        kantor.store, kantor.warga.analis.actor, satu.id, satu.versi, teks=satu.teks, satuan=satu.satuan, rumus="naik",
        agregasi=satu.agregasi, seksi=kantor.pemberdayaan,
    )  # fmt: skip
    buku = kantor.workbook(kantor.pemberdayaan)
    kantor.send(joko, filled(values(setahun={1: 80, 2: 5}), buku), kantor.pemberdayaan)
    asked = (IndikatorDiminta(kantor.arsip, satu.teks, "di bawah target"),)
    (seen,) = penjelasan.of_section(kantor.store, joko, TAHUN, kantor.pemberdayaan, asked)
    assert seen.kata.penghambat == "arsip rusak"
    assert seen.kurang == ("penghambat", "upaya atau tindak lanjut")
    assert penjelasan.explain(kantor.store, joko, seen.kata, seen.kata)
    (now,) = penjelasan.of_section(kantor.store, joko, TAHUN, kantor.pemberdayaan, asked)
    assert now.kurang == ()
