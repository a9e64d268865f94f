"""The demo office (CONTOH): invented data of `data/contoh`, stored as if its example workbooks had been uploaded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from lkjip.config import SAMPLE_FOLDER
from lkjip.domain.access import Aksi
from lkjip.domain.anggaran import BarisAnggaran, TingkatAnggaran
from lkjip.domain.dokumen import Dokumen, JenisDokumen
from lkjip.domain.indikator import Agregasi, JenisTarget, Realisasi, Target
from lkjip.domain.kantor import Kantor
from lkjip.domain.numbers import terukur
from lkjip.domain.trace import Source
from lkjip.errors import RefusedError
from lkjip.services import rights
from lkjip.services.actor import Actor
from lkjip.services.contoh_akun import add_people, clear_demo
from lkjip.services.contoh_tables import ANGGARAN, Lembar, budget, sample, sheets, written
from lkjip.services.isian import read_isian
from lkjip.spreadsheets.cells import address
from lkjip.store import Deed, Store, anggaran, dokumen, format_seksi, impor, pengguna, perencanaan, realisasi, renstra
from lkjip.store import kantor as offices

PAGU_COLUMN, REALISASI_COLUMN = 3, 4


def load_demo(store: Store, actor: Actor) -> Kantor:
    """Make this database the demo office; a demo that is already there is made new, a real office is never touched."""
    kantor = Kantor(**sample()["kantor"], demo=True)
    with rights.deed(store, actor, Aksi.MULAI, "muat data contoh", kantor.nama) as deed:
        present = offices.load_kantor(deed.connection)
        if present is not None and not present.demo:
            raise RefusedError(
                f"Basis data ini sudah dipakai {present.nama}; data contoh tidak dimuat ke dalamnya. "
                "Pakai basis data lain lewat LKJIP_DATABASE_URL."
            )
        if present is not None:
            clear_demo(deed)
        elif pengguna.any_account(deed.connection):
            raise RefusedError("Aplikasi ini sudah mempunyai akun; data contoh tidak dimuat ke dalamnya.")
        offices.add_kantor(deed, kantor)
        renstra.add_renstra(deed, **sample()["renstra"])
        paper = Dokumen(0, JenisDokumen.PK_MURNI, kantor.tahun_aktif, **sample()["pk"], perihal="Perjanjian Kinerja")
        dokumen.add_dokumen(deed, paper)
        seksi = add_people(deed)
        _load_codes(deed, seksi)
        indikator = _load_plan(deed, seksi)
        files = {lembar.berkas: _keep(deed, lembar.berkas) for lembar in sheets()}
        for lembar in sheets():
            _load_sheet(deed, lembar, indikator, files[lembar.berkas])
        anggaran.add_anggaran(deed, _budget_lines(), _keep(deed, ANGGARAN))
        deed.sesudah = {"indikator": len(indikator), "anggaran": len(budget())}
    return kantor


def example_file(nama: str) -> bytes:
    """One of the example workbooks, to try an upload with."""
    return (SAMPLE_FOLDER / nama).read_bytes()


def _load_codes(deed: Deed, seksi: Mapping[str, int]) -> None:
    """Each section reports the spending of the programmes that serve its sasaran."""
    codes: dict[int, list[str]] = {}
    for sasaran in sample()["sasaran"]:
        codes.setdefault(seksi[sasaran["seksi"]], []).extend(sasaran["program"])
    for key, programmes in codes.items():
        format_seksi.set_seksi_program(deed, key, programmes)


def _load_plan(deed: Deed, seksi: Mapping[str, int]) -> dict[str, int]:
    """Sasaran and indicators, each with the section that answers for it; returns the id of an indicator by its text."""
    ids: dict[str, int] = {}
    for sasaran in sample()["sasaran"]:
        sasaran_id = perencanaan.add_sasaran(deed, sasaran["teks"])
        perencanaan.change_sasaran(deed, sasaran_id, 1, {}, sasaran["program"])
        new = [
            perencanaan.IndikatorBaru(
                sasaran_id,
                satu["teks"],
                satu["satuan"],
                satu["rumus"],
                True,
                Agregasi(satu["agregasi"]),
                seksi[sasaran["seksi"]],
            )
            for satu in sasaran["indikator"]
        ]
        ids |= {satu.teks: key for satu, key in zip(new, perencanaan.add_indikator(deed, new), strict=True)}
    return ids


def _load_sheet(deed: Deed, lembar: Lembar, indikator: dict[str, int], impor_id: int) -> None:
    """The targets and realisasi of one sheet, each with its cell."""
    tahun = sample()["tahun"][-1]
    targets, facts = list[Target](), list[Realisasi]()
    for row, _number, satu, _first in lembar.rows():
        key = indikator[satu["teks"]]
        for column, lajur, place in lembar.columns():
            nilai = read_isian(written(satu, lajur, place), "Nilai contoh")
            sumber = Source(lembar.berkas, lembar.nama, address(row, column))
            when = lajur.tahun[place]
            if lajur.jenis == "triwulan":
                facts.append(Realisasi(key, tahun, nilai, when, None, sumber))
            elif lajur.jenis == "realisasi":
                facts.append(Realisasi(key, when, nilai, None, None, sumber))
            else:
                targets.append(Target(key, when, JenisTarget(lajur.jenis), nilai, sumber))
    perencanaan.add_target(deed, targets, impor_id)
    realisasi.add_realisasi(deed, facts, impor_id)


def _budget_lines() -> Iterator[BarisAnggaran]:
    """Budget lines in file order; the parent is the last line whose code this one begins with."""
    places: dict[tuple[int, str], int] = {}
    for pos in budget():
        urutan = sum(year == pos.tahun for year, _kode in places) + 1
        parents = [
            place for (year, kode), place in places.items() if year == pos.tahun and pos.kode.startswith(f"{kode}.")
        ]
        places[pos.tahun, pos.kode] = urutan
        cells = f"{address(pos.row, PAGU_COLUMN)}, {address(pos.row, REALISASI_COLUMN)}"
        yield BarisAnggaran(
            pos.tahun,
            urutan,
            pos.kode,
            pos.uraian,
            TingkatAnggaran(pos.tingkat),
            terukur(pos.pagu),
            terukur(pos.realisasi),
            max(parents, default=None),
            sumber=Source(ANGGARAN, f"Anggaran {pos.tahun}", cells),
        )


def _keep(deed: Deed, nama: str) -> int:
    """The example workbook itself, kept like any upload; returns the id of its import."""
    content = example_file(nama)
    sha256 = hashlib.sha256(content).hexdigest()
    impor.keep_bytes(deed, sha256, nama, content)
    return impor.add_impor(deed, sha256, nama, None, {"contoh": True}, anggaran_ganti=True)
