"""The tables of people: sections, accounts, sessions, failed logins, forms used once, texts kept for their writer."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, Text

from lkjip.store.columns import changed, text_column
from lkjip.store.metadata import metadata
from lkjip.store.types import WaktuUtc

seksi = Table(
    "seksi",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("nama", Text, nullable=False),
    Column("aktif", Boolean, nullable=False),
    *changed(),
    text_column("kepala"),  # nama kepala seksi, kepada siapa format disampaikan
    text_column("kontak"),
)

pengguna = Table(
    "pengguna",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("pengguna", Text, nullable=False, unique=True),  # nama untuk masuk, huruf kecil
    Column("nama", Text, nullable=False),
    Column("peran", Text, nullable=False),
    Column("seksi_id", ForeignKey("seksi.id"), index=True),
    Column("sandi", Text, nullable=False),  # argon2id
    Column("harus_ganti", Boolean, nullable=False),  # sandi pertama: wajib diganti
    Column("aktif", Boolean, nullable=False),
    Column("contoh", Boolean, nullable=False),  # akun data contoh: tanpa kata sandi
    *changed(),
)

sesi = Table(
    "sesi",
    metadata,
    Column("sidik", Text, primary_key=True),  # SHA-256 dari token; tokennya hanya di peramban
    Column("pengguna_id", ForeignKey("pengguna.id"), nullable=False, index=True),
    Column("dibuat", WaktuUtc, nullable=False),
    Column("terakhir", WaktuUtc, nullable=False),
    Column("alamat", Text, nullable=False, server_default=""),
    Column("berakhir", WaktuUtc),
    Column("sebab", Text, nullable=False, server_default=""),
)

percobaan = Table(
    "percobaan",
    metadata,
    Column("kunci", Text, primary_key=True),  # SHA-256 dari nama atau alamat
    Column("gagal", Integer, nullable=False),
    Column("terakhir", WaktuUtc, nullable=False),
    Column("terkunci_sampai", WaktuUtc),
)

kartu = Table(
    "kartu",
    metadata,
    Column("kartu", Text, primary_key=True),  # formulir yang sudah dipakai
    Column("pada", WaktuUtc, nullable=False, index=True),
)

isian_tersisa = Table(
    "isian_tersisa",
    metadata,
    Column("pengguna_id", ForeignKey("pengguna.id"), primary_key=True),
    Column("halaman", Text, primary_key=True),
    Column("isi", Text, nullable=False),  # JSON: kunci isian -> nilai
    Column("pada", WaktuUtc, nullable=False),
)
