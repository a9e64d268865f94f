"""People: sections, accounts, sessions, failed logins, used forms, kept texts; who is responsible for what."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of people, then say which section sent an import and answers for an indicator."""
    _people()
    _sessions()
    for table in ("impor", "indikator"):  # raw: Alembic would copy the table and lose its triggers
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN seksi_id INTEGER CONSTRAINT fk_{table}_seksi_id REFERENCES seksi (id)"
        )
        op.create_index(f"ix_{table}_seksi_id", table, ["seksi_id"])


def _texts(*names: str, **more: Any) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False, **more) for name in names]


def _moment(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _changed() -> list[sa.Column[Any]]:
    versi = sa.Column("versi", sa.Integer, nullable=False)
    return [versi, *_texts("diubah_oleh", server_default=""), _moment("diubah_pada")]


def _flags(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Boolean, nullable=False) for name in names]


def _people() -> None:
    op.create_table(
        "seksi",
        sa.Column("id", sa.Integer, nullable=False),
        *_texts("nama"),
        *_flags("aktif"),
        *_changed(),
        sa.PrimaryKeyConstraint("id", name="pk_seksi"),
    )
    op.create_table(
        "pengguna",
        sa.Column("id", sa.Integer, nullable=False),
        *_texts("pengguna", "nama", "peran"),
        sa.Column("seksi_id", sa.Integer),
        *_texts("sandi"),
        *_flags("harus_ganti", "aktif", "contoh"),
        *_changed(),
        sa.PrimaryKeyConstraint("id", name="pk_pengguna"),
        sa.UniqueConstraint("pengguna", name="uq_pengguna_pengguna"),
        sa.ForeignKeyConstraint(["seksi_id"], ["seksi.id"], name="fk_pengguna_seksi_id"),
    )
    op.create_index("ix_pengguna_seksi_id", "pengguna", ["seksi_id"])
    op.create_table(
        "isian_tersisa",
        sa.Column("pengguna_id", sa.Integer, nullable=False),
        *_texts("halaman", "isi"),
        _moment("pada"),
        sa.PrimaryKeyConstraint("pengguna_id", "halaman", name="pk_isian_tersisa"),
        sa.ForeignKeyConstraint(["pengguna_id"], ["pengguna.id"], name="fk_isian_tersisa_pengguna_id"),
    )


def _sessions() -> None:
    op.create_table(
        "sesi",
        *_texts("sidik"),
        sa.Column("pengguna_id", sa.Integer, nullable=False),
        _moment("dibuat"),
        _moment("terakhir"),
        *_texts("alamat", server_default=""),
        _moment("berakhir", nullable=True),
        *_texts("sebab", server_default=""),
        sa.PrimaryKeyConstraint("sidik", name="pk_sesi"),
        sa.ForeignKeyConstraint(["pengguna_id"], ["pengguna.id"], name="fk_sesi_pengguna_id"),
    )
    op.create_index("ix_sesi_pengguna_id", "sesi", ["pengguna_id"])
    op.create_table(
        "percobaan",
        *_texts("kunci"),
        sa.Column("gagal", sa.Integer, nullable=False),
        _moment("terakhir"),
        _moment("terkunci_sampai", nullable=True),
        sa.PrimaryKeyConstraint("kunci", name="pk_percobaan"),
    )
    op.create_table(
        "kartu",
        *_texts("kartu"),
        _moment("pada"),
        sa.PrimaryKeyConstraint("kartu", name="pk_kartu"),
    )
    op.create_index("ix_kartu_pada", "kartu", ["pada"])
