"""Tables of collection: section workbooks out, what came back, its state, explanations, evidence, corrections."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

from lkjip.store.columns import nilai, origin, text_column, written
from lkjip.store.metadata import metadata
from lkjip.store.types import Rupiah

seksi_program = Table(
    "seksi_program",
    metadata,
    Column("seksi_id", ForeignKey("seksi.id"), primary_key=True),
    Column("kode", Text, primary_key=True),  # program, kegiatan atau sub kegiatan yang dilaporkan seksi itu
)

format_seksi = Table(  # buku kerja yang dibuat untuk satu seksi
    "format_seksi",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tahun", SmallInteger, nullable=False),
    Column("seksi_id", ForeignKey("seksi.id"), nullable=False, index=True),
    Column("versi_templat", Text, nullable=False),
    Column("sidik", Text, nullable=False, index=True),  # sidik isi yang diisikan di muka
    Column("sha256", ForeignKey("berkas.sha256"), nullable=False, index=True),
    *written(),
)
Index("ix_format_seksi_berlaku", format_seksi.c.tahun, format_seksi.c.seksi_id, format_seksi.c.id)

distribusi = Table(
    "distribusi",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tahun", SmallInteger, nullable=False),
    Column("seksi_id", ForeignKey("seksi.id"), nullable=False, index=True),
    Column("peristiwa", Text, nullable=False),
    Column("format_id", ForeignKey("format_seksi.id"), index=True),
    text_column("kepada"),
    text_column("cara"),
    Column("tanggal", Date, nullable=False),
    Column("tenggat", Date),
    text_column("catatan"),
    *written(),
)
Index("ix_distribusi_berlaku", distribusi.c.tahun, distribusi.c.seksi_id, distribusi.c.id)

kiriman = Table(  # satu versi isian satu seksi; versi terbesar yang berlaku
    "kiriman",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tahun", SmallInteger, nullable=False),
    Column("seksi_id", ForeignKey("seksi.id"), nullable=False, index=True),
    Column("versi", Integer, nullable=False),
    Column("impor_id", ForeignKey("impor.id"), nullable=False, index=True),
    Column("format_id", ForeignKey("format_seksi.id"), index=True),
    Column("isi", Text, nullable=False),  # JSON: nilai tiap isian, untuk dibandingkan dengan versi lain
    *written(),
    UniqueConstraint("tahun", "seksi_id", "versi", name="uq_kiriman_tahun_seksi_id_versi"),
)

keadaan_kiriman = Table(
    "keadaan_kiriman",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kiriman_id", ForeignKey("kiriman.id"), nullable=False, index=True),
    Column("keadaan", Text, nullable=False),
    text_column("alasan"),
    *written(),
)

penjelasan = Table(
    "penjelasan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indikator_id", ForeignKey("indikator.id"), nullable=False),
    Column("tahun", SmallInteger, nullable=False),
    *(text_column(name) for name in ("pendorong", "penghambat", "upaya", "tindak_lanjut")),
    *origin(),
)
Index("ix_penjelasan_berlaku", penjelasan.c.indikator_id, penjelasan.c.tahun, penjelasan.c.id)

data_dukung = Table(  # bukti satu indikator dalam satu tahun; muatan terbaru yang berlaku
    "data_dukung",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indikator_id", ForeignKey("indikator.id"), nullable=False),
    Column("tahun", SmallInteger, nullable=False),
    Column("muatan", Integer, nullable=False),
    Column("urutan", Integer, nullable=False),
    *(text_column(name) for name in ("uraian", "tautan", "nomor", "halaman")),
    Column("tanggal", Date),
    *origin(),
)
Index("ix_data_dukung_berlaku", data_dukung.c.indikator_id, data_dukung.c.tahun, data_dukung.c.muatan)

serapan_seksi = Table(
    "serapan_seksi",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seksi_id", ForeignKey("seksi.id"), nullable=False, index=True),
    Column("tahun", SmallInteger, nullable=False),
    Column("kode", Text, nullable=False),
    Column("triwulan", SmallInteger, nullable=False, comment="0: setahun"),
    *nilai("nilai", Rupiah),
    *origin(),
)
Index(
    "ix_serapan_seksi_berlaku",
    serapan_seksi.c.seksi_id, serapan_seksi.c.tahun, serapan_seksi.c.kode, serapan_seksi.c.triwulan,
    serapan_seksi.c.id,
)  # fmt: skip

koreksi = Table(
    "koreksi",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("objek", Text, nullable=False),  # realisasi, target, pagu, realisasi anggaran
    Column("kunci", Text, nullable=False, index=True),  # nilai mana, lihat lkjip/domain/koreksi.py
    Column("tahun", SmallInteger, nullable=False, index=True),
    *nilai("lama"),
    *nilai("baru"),
    Column("alasan", Text, nullable=False),
    text_column("dokumen"),
    Column("mencabut", ForeignKey("koreksi.id"), index=True),  # koreksi yang ditarik kembali oleh baris ini
    *written(),
)
