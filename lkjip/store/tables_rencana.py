"""Tables of planning: Renstra periods, tujuan, documents, the plan of the budget, the run of a year."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, SmallInteger, Table, Text

from lkjip.store.columns import changed, nilai, origin, text_column, written
from lkjip.store.metadata import metadata
from lkjip.store.types import Rupiah, WaktuUtc

renstra = Table(
    "renstra",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("nama", Text, nullable=False),
    Column("mulai", SmallInteger, nullable=False),
    Column("akhir", SmallInteger, nullable=False),
    text_column("dokumen"),  # nomor dan tanggal penetapan
    Column("aktif", Boolean, nullable=False),
    *changed(),
)

tujuan = Table(
    "tujuan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("renstra_id", ForeignKey("renstra.id"), nullable=False, index=True),
    Column("urutan", Integer, nullable=False),
    Column("teks", Text, nullable=False),
    Column("aktif", Boolean, nullable=False),
    *changed(),
)

posisi_renstra = Table(  # satu indikator dalam satu Renstra; baris terbaru yang berlaku
    "posisi_renstra",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("renstra_id", ForeignKey("renstra.id"), nullable=False),
    Column("indikator_id", ForeignKey("indikator.id"), nullable=False),
    Column("sasaran_id", ForeignKey("sasaran.id"), nullable=False, index=True),
    Column("tujuan_id", ForeignKey("tujuan.id"), index=True),
    Column("berlaku", Boolean, nullable=False),  # salah: dikeluarkan dari Renstra ini
    Column("tahun_awal", SmallInteger),
    *nilai("awal"),
    *nilai("akhir"),
    *origin(),
)
Index("ix_posisi_renstra_berlaku", posisi_renstra.c.renstra_id, posisi_renstra.c.indikator_id, posisi_renstra.c.id)

dokumen = Table(
    "dokumen",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("jenis", Text, nullable=False),
    Column("tahun", SmallInteger),
    text_column("nomor"),
    Column("tanggal", Date),
    text_column("perihal"),
    *written(),
)

pagu = Table(  # pohon program menurut DPA; muatan terbaru per tahun dan tahap yang berlaku
    "pagu",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tahun", SmallInteger, nullable=False),
    Column("tahap", Text, nullable=False),
    Column("muatan", Integer, nullable=False),
    Column("urutan", Integer, nullable=False),
    Column("induk", Integer),
    text_column("kode"),
    Column("uraian", Text, nullable=False),
    Column("tingkat", Text, nullable=False),
    *nilai("pagu", Rupiah),
    Column("dokumen_id", ForeignKey("dokumen.id"), index=True),
    *origin(),
)
Index("ix_pagu_berlaku", pagu.c.tahun, pagu.c.tahap, pagu.c.muatan, pagu.c.urutan)

tahun_laporan = Table(
    "tahun_laporan",
    metadata,
    Column("id", SmallInteger, primary_key=True, autoincrement=False),  # tahunnya
    Column("renstra_id", ForeignKey("renstra.id"), index=True),  # Renstra yang dipakai mengukur tahun itu
    Column("dibuka", WaktuUtc),
    text_column("dibuka_oleh"),
    *changed(),
)

disposisi = Table(
    "disposisi",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tahun", SmallInteger, nullable=False, index=True),
    Column("nomor", Text, nullable=False),
    Column("tanggal", Date, nullable=False),
    text_column("dari"),
    text_column("kepada"),
    Column("isi", Text, nullable=False),
    Column("tenggat", Date, nullable=False),
    *written(),
)

tindak_lanjut = Table(
    "tindak_lanjut",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tahun", SmallInteger, nullable=False, index=True),  # tahun laporan yang harus menjawabnya
    Column("asal_tahun", SmallInteger, nullable=False),
    Column("indikator_id", ForeignKey("indikator.id"), index=True),
    Column("uraian", Text, nullable=False),
    Column("selesai", Boolean, nullable=False),
    text_column("keterangan"),
    *changed(),
)

rekonsiliasi = Table(  # perbedaan Renstra, PK, anggaran yang sudah diputuskan
    "rekonsiliasi",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("tahun", SmallInteger, nullable=False, index=True),
    Column("kunci", Text, nullable=False, index=True),  # apa yang berbeda, dengan kedua isinya
    Column("keputusan", Text, nullable=False),
    Column("alasan", Text, nullable=False),
    *written(),
)
