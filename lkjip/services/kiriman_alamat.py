"""Is this the right workbook? Section, year, office and fingerprint, each refused by the name of the right one."""

from __future__ import annotations

from dataclasses import dataclass

from lkjip.domain.finding import Finding, Katalog
from lkjip.domain.isian_format import Identitas, IsiFormat
from lkjip.domain.pengumpulan import FormatSeksi


@dataclass(frozen=True, slots=True)
class Alamat:
    """What a workbook is held against.

    `isi`: what a workbook made now would be filled with. `dibuat`: the record of the workbook with its fingerprint,
    `semula`: what that one was filled with (None: not known here). `terbaru`: the newest made for this section and
    year. `nama`: the name of the section the file is for, as it is called here. `boleh_pilih`: the sender may choose
    another section.
    """

    isi: IsiFormat
    dibuat: FormatSeksi | None
    semula: IsiFormat | None
    terbaru: FormatSeksi | None
    nama: str = ""
    boleh_pilih: bool = True


def address_findings(identitas: Identitas, alamat: Alamat, katalog: Katalog) -> tuple[Finding, ...]:
    """What stands against this workbook, or is to be known about it; () for the newest one of the chosen section."""
    isi, made = alamat.isi, alamat.dibuat
    chosen = {"seksi": isi.seksi, "tahun": str(isi.tahun)}
    named = {"seksi_berkas": alamat.nama or identitas.seksi, "tahun_berkas": str(identitas.tahun)}
    if made is None and _plain(identitas.kantor) != _plain(isi.identitas.kantor):
        return (katalog.temuan("kiriman_kantor_lain", kantor_berkas=identitas.kantor, kantor=isi.identitas.kantor,
                               **chosen),)  # fmt: skip
    if (identitas.seksi_id, identitas.tahun) != (isi.seksi_id, isi.tahun):
        kode = "kiriman_untuk_seksi_lain" if alamat.boleh_pilih else "kiriman_bukan_milik_anda"
        return (katalog.temuan(kode, **chosen, **named),)
    newest = {**chosen, "terbaru": newest_named(alamat)}
    if made is None or (made.seksi_id, made.tahun) != (isi.seksi_id, isi.tahun):
        return (katalog.temuan("kiriman_tidak_dikenal", **newest),)
    if identitas.sidik == isi.sidik:
        return ()
    if alamat.semula is None or not still_fits(alamat.semula, isi):
        return (katalog.temuan("kiriman_versi_lama", dibuat=made.pada, **newest),)
    return (katalog.temuan("kiriman_versi_lama_dibaca", dibuat=made.pada, **newest),)


def newest_named(alamat: Alamat) -> str:
    """The right workbook by its name: section, year, and when it was made."""
    name = f"buku kerja {alamat.isi.seksi} tahun {alamat.isi.tahun}"
    return f"{name} (dibuat {alamat.terbaru.pada})" if alamat.terbaru is not None else name


def still_fits(semula: IsiFormat, isi: IsiFormat) -> bool:
    """The same indicators in the same units by the same formulas, and the same budget codes: targets may have moved."""

    def asked(one: IsiFormat) -> tuple[object, ...]:
        return (
            {(satu.indikator_id, satu.satuan, satu.rumus) for satu in one.indikator},
            {baris.kode for baris in one.anggaran},
        )

    return asked(semula) == asked(isi)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
