"""What leaves the application as a file: right asked, row in the trail, then the bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.finding import Finding
from lkjip.errors import RefusedError
from lkjip.rules import load_aturan
from lkjip.services import bertanda, buka_tahun, evaluation, format_seksi, kantor, reporting, rights
from lkjip.services.kiriman_pratinjau import TANPA_KETIKAN, SeksiTahun, look
from lkjip.services.reading import read
from lkjip.spreadsheets.mark import mark_workbook, marked_name
from lkjip.store import Store, impor
from lkjip.store import kiriman as versions
from lkjip.store.deed import TERCATAT

XLSX = reporting.MIME["xlsx"]
MARKED = "unduh buku kerja bertanda"
ORIGINAL = "application/octet-stream"  # never shown by the browser, always saved


@dataclass(frozen=True, slots=True)
class Unduhan:
    """A file for the user: name, media type, content."""

    nama: str
    mime: str
    isi: bytes


def document(store: Store, actor: Actor, tahun: int, bentuk: str) -> Unduhan:
    """The draft LKjIP (pdf) or the evaluation (xlsx) of a year."""
    if bentuk not in reporting.MIME:
        raise RefusedError(f"Bentuk '{bentuk}' tidak dikenal. Pilih: {', '.join(reporting.MIME)}.")
    with rights.reading(store, actor, Aksi.EKSPOR_DRAF):
        pass
    evaluasi = evaluation.evaluate(store, actor, tahun)
    make = {"pdf": reporting.build_pdf, "xlsx": reporting.build_xlsx}[bentuk]
    isi = make(evaluasi)
    nama = reporting.file_name(evaluasi, bentuk)
    with rights.deed(store, actor, Aksi.EKSPOR_DRAF, "unduh dokumen", nama) as deed:
        deed.hasil, deed.sesudah = TERCATAT, {"tahun": tahun, "segel": evaluasi.data.sidik}
    return Unduhan(nama, reporting.MIME[bentuk], isi)


def disposisi(store: Store, actor: Actor, tahun: int, disposisi_id: int) -> Unduhan:
    """The disposisi sheet of a year as PDF."""
    from lkjip.reports.disposisi import LembarDisposisi, write_disposisi

    now = buka_tahun.state(store, actor, tahun)
    satu = next((satu for satu in now.disposisi if satu.id == disposisi_id), None)
    office = kantor.current(store)
    if satu is None or office is None:
        raise RefusedError(f"Disposisi ini tidak ada pada tahun {tahun}.")
    nama = f"Disposisi-LKjIP-{tahun}-{satu.id}.pdf"
    with rights.deed(store, actor, Aksi.LIHAT_CAPAIAN, "unduh disposisi", nama) as deed:
        deed.hasil, deed.sesudah = TERCATAT, {"tahun": tahun, "nomor": satu.nomor}
    syarat = tuple(gate.kalimat for gate in now.gerbang)
    return Unduhan(nama, "application/pdf", write_disposisi(LembarDisposisi(office, satu, syarat, satu.oleh)))


def section_format(store: Store, actor: Actor, format_id: int) -> Unduhan:
    """The workbook of one section, as it was made."""
    nama, isi = format_seksi.workbook(store, actor, format_id)
    return Unduhan(nama, XLSX, isi)


def all_formats(store: Store, actor: Actor, tahun: int) -> Unduhan:
    """The workbooks of all sections in one ZIP."""
    nama, isi = format_seksi.zip_all(store, actor, tahun)
    return Unduhan(nama, "application/zip", isi)


def original(store: Store, actor: Actor, impor_id: int) -> Unduhan:
    """The original file of an import, unchanged; a section gets only what it sent itself."""
    with store.read() as connection:
        row = impor.find(connection, impor_id)
    if row is None:
        with rights.reading(store, actor, Aksi.LIHAT_UNGGAHAN, actor.seksi):
            raise RefusedError("Berkas ini tidak ada di riwayat unggahan.")
    with rights.deed(
        store, actor, Aksi.LIHAT_UNGGAHAN, "unduh berkas asli", row["nama_berkas"], seksi=row["seksi_id"]
    ) as deed:
        deed.hasil, deed.sesudah = TERCATAT, {"impor": impor_id, "sha256": row["sha256"]}
        isi = impor.original_bytes(deed.connection, row["sha256"]) or b""
    return Unduhan(row["nama_berkas"], ORIGINAL, isi)


def marked(store: Store, actor: Actor, key: str) -> Unduhan:
    """A workbook that is being looked at, its findings marked in the cells; only for whoever brought it."""
    found = bertanda.RAK.get(key, actor)
    with rights.reading(store, actor, Aksi.UNGGAH, found.seksi_id if found else actor.seksi):
        if found is None:
            raise RefusedError("Berkas bertanda ini sudah tidak tersedia. Unggah berkasnya sekali lagi.")
    isi = _mark(found.nama, found.isi, found.temuan)
    with rights.deed(store, actor, Aksi.UNGGAH, MARKED, found.nama, seksi=found.seksi_id) as deed:
        deed.hasil, deed.sesudah = TERCATAT, {"temuan": len(found.temuan)}
    return Unduhan(marked_name(found.nama), XLSX, isi)


def marked_version(store: Store, actor: Actor, kiriman_id: int) -> Unduhan:
    """A stored version, checked again as things stand now, its findings marked in the cells."""
    with store.read() as connection:
        satu = versions.find_kiriman(connection, kiriman_id)
        row = impor.find(connection, satu.impor_id) if satu else None
        isi = impor.original_bytes(connection, row["sha256"]) if row else None
    with rights.reading(store, actor, Aksi.LIHAT_UNGGAHAN, satu.seksi_id if satu else actor.seksi):
        if satu is None or row is None or isi is None:
            raise RefusedError("Kiriman ini tidak ada. Muat ulang halaman.")
    nama = row["nama_berkas"]
    reading = read(nama, isi)  # not while a transaction is open: the reading process takes its time
    with rights.reading(store, actor, Aksi.LIHAT_UNGGAHAN, satu.seksi_id) as connection:
        temuan = look(connection, actor, reading, SeksiTahun(satu.seksi_id, satu.tahun), TANPA_KETIKAN).temuan
    marked_bytes = _mark(nama, isi, temuan)
    with rights.deed(store, actor, Aksi.LIHAT_UNGGAHAN, MARKED, nama, seksi=satu.seksi_id) as deed:
        deed.hasil, deed.sesudah = TERCATAT, {"kiriman": kiriman_id, "temuan": len(temuan)}
    return Unduhan(marked_name(nama), XLSX, marked_bytes)


def _mark(nama: str, isi: bytes, temuan: Sequence[Finding]) -> bytes:
    return mark_workbook(nama, isi, temuan, load_aturan().istilah.urutan_label)
