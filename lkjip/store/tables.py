"""The tables. Facts (targets, realisasi, budget, files, audit trail) are only appended; the latest in force wins."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from lkjip.store import tables_pengumpulan, tables_rencana  # noqa: F401 (foreign keys name their tables)
from lkjip.store.columns import nilai, origin, text_column
from lkjip.store.metadata import metadata
from lkjip.store.tables_akun import seksi
from lkjip.store.types import Desimal, Rupiah, WaktuUtc

kantor = Table(
    "kantor",
    metadata,
    Column("id", Integer, primary_key=True),
    *(text_column(name) for name in ("nama", "kabupaten", "kode", "jabatan_pimpinan", "nama_pimpinan", "nip_pimpinan")),
    *(text_column(name) for name in ("pangkat_pimpinan", "alamat", "ibu_kota")),
    Column("tahun_aktif", SmallInteger, nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("versi", Integer, nullable=False),
    text_column("diubah_oleh"),
    Column("diubah_pada", WaktuUtc, nullable=False),
)

pengaturan = Table(
    "pengaturan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("skala", Text, nullable=False),
    Column("batas", Desimal),
    Column("batas_untuk", Text, nullable=False),
    Column("rasio_nol", Desimal),
    Column("predikat_ordinal", Boolean, nullable=False),
    Column("bulatkan_dulu", Boolean, nullable=False),
    Column("ambang_tinjau", Desimal, nullable=False),
    Column("versi", Integer, nullable=False),
    text_column("diubah_oleh"),
    Column("diubah_pada", WaktuUtc, nullable=False),
    Column("ambang_lonjakan", Desimal, nullable=False, server_default="50"),
    Column("hanya_diterima", Boolean, nullable=False, server_default=false()),
)

berkas = Table(
    "berkas",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("nama", Text, nullable=False),
    Column("ukuran", Integer, nullable=False),
    Column("isi", LargeBinary, nullable=False),
    Column("pada", WaktuUtc, nullable=False),
)

impor = Table(
    "impor",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", ForeignKey("berkas.sha256"), nullable=False, index=True),
    Column("nama_berkas", Text, nullable=False),
    Column("tahun", SmallInteger),
    Column("anggaran_ganti", Boolean, nullable=False),
    Column("ringkasan", Text, nullable=False),
    text_column("oleh"),
    text_column("peran"),
    Column("pada", WaktuUtc, nullable=False),
    Column("seksi_id", ForeignKey(seksi.c.id), index=True),  # pengirim; kosong: analis
)

sasaran = Table(
    "sasaran",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("urutan", Integer, nullable=False),
    Column("teks", Text, nullable=False),
    Column("aktif", Boolean, nullable=False),
    Column("versi", Integer, nullable=False),
    text_column("diubah_oleh"),
    Column("diubah_pada", WaktuUtc, nullable=False),
)

sasaran_program = Table(
    "sasaran_program",
    metadata,
    Column("sasaran_id", ForeignKey("sasaran.id"), primary_key=True),
    Column("urutan", Integer, primary_key=True),
    Column("program", Text, nullable=False),
)

indikator = Table(
    "indikator",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sasaran_id", ForeignKey("sasaran.id"), nullable=False, index=True),
    Column("urutan", Integer, nullable=False),
    Column("teks", Text, nullable=False),
    text_column("satuan"),
    Column("rumus", Text, nullable=False),
    Column("agregasi", Text, nullable=False),
    Column("rumus_ditetapkan", Boolean, nullable=False),
    Column("aktif", Boolean, nullable=False),
    Column("versi", Integer, nullable=False),
    text_column("diubah_oleh"),
    Column("diubah_pada", WaktuUtc, nullable=False),
    Column("seksi_id", ForeignKey(seksi.c.id), index=True),  # penanggung jawab data
    *(text_column(name) for name in ("definisi", "cara_ukur", "sumber_data", "bukti")),
)

target = Table(
    "target",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indikator_id", ForeignKey("indikator.id"), nullable=False),
    Column("tahun", SmallInteger, nullable=False),
    Column("jenis", Text, nullable=False),
    *nilai("nilai"),
    *origin(),
    Column("renstra_id", ForeignKey("renstra.id"), index=True),  # hanya target Renstra; kosong: satu-satunya Renstra
    Column("dokumen_id", ForeignKey("dokumen.id"), index=True),
    text_column("alasan"),
)
Index("ix_target_berlaku", target.c.indikator_id, target.c.tahun, target.c.jenis, target.c.id)

realisasi = Table(
    "realisasi",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indikator_id", ForeignKey("indikator.id"), nullable=False),
    Column("tahun", SmallInteger, nullable=False),
    Column("triwulan", SmallInteger, nullable=False, comment="0: setahun"),
    *nilai("nilai"),
    *nilai("tercetak"),
    *origin(),
)
Index("ix_realisasi_berlaku", realisasi.c.indikator_id, realisasi.c.tahun, realisasi.c.triwulan, realisasi.c.id)

anggaran = Table(
    "anggaran",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tahun", SmallInteger, nullable=False, index=True),
    Column("urutan", Integer, nullable=False),
    Column("induk", Integer),
    text_column("kode"),
    Column("uraian", Text, nullable=False),
    Column("tingkat", Text, nullable=False),
    text_column("kelompok"),
    *nilai("pagu", Rupiah),
    *nilai("realisasi", Rupiah),
    *nilai("persen"),
    *origin(),
    UniqueConstraint("impor_id", "tahun", "urutan", name="uq_anggaran_impor_id_tahun_urutan"),
)

jawaban = Table(
    "jawaban",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kunci", Text, nullable=False, index=True),
    Column("jawaban", Text, nullable=False),
    Column("impor_id", ForeignKey("impor.id"), index=True),
    text_column("oleh"),
    Column("pada", WaktuUtc, nullable=False),
)

jejak_audit = Table(
    "jejak_audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pada", WaktuUtc, nullable=False),
    Column("oleh", Text, nullable=False),
    Column("peran", Text, nullable=False),
    Column("perbuatan", Text, nullable=False),
    Column("objek", Text, nullable=False),
    text_column("sebelum"),
    text_column("sesudah"),
    Column("hasil", Text, nullable=False),
    Column("sidik", Text, nullable=False),
)
