"""The first schema: office, plan, facts, imports, files, audit trail. Frozen: later changes are later steps."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NO_UPDATE = ("jejak_audit", "berkas", "impor", "target", "realisasi", "anggaran")
NO_DELETE = ("jejak_audit", "berkas")


def upgrade() -> None:
    """Make all tables, then forbid changing what is evidence."""
    _office()
    _files()
    _plan()
    _facts()
    _trail()
    protect = _protect_sqlite if op.get_bind().dialect.name == "sqlite" else _protect_postgresql
    protect()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, server_default="", nullable=False) for name in names]


def _required(*names: str, kind: type = sa.Text) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names]


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _changed() -> list[sa.Column[Any]]:
    return [*_required("versi", kind=sa.Integer), *_texts("diubah_oleh"), _moment("diubah_pada")]


def _nilai(name: str, kind: type = sa.Text) -> list[sa.Column[Any]]:
    numbers: list[sa.Column[Any]] = [sa.Column(f"{name}_{part}", kind) for part in ("angka", "sampai")]
    texts = [sa.Column(f"{name}_{part}", sa.Text) for part in ("teks", "satuan", "alasan")]
    return [sa.Column(f"{name}_status", sa.Text), *numbers, *texts]


def _origin(table: str) -> list[object]:
    return [
        sa.Column("impor_id", sa.Integer),
        *_texts("lembar", "sel", "oleh"),
        _moment("pada"),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=f"fk_{table}_impor_id"),
    ]


def _table(name: str, *parts: object, key: tuple[str, ...] = ("id",)) -> None:
    op.create_table(name, *parts, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))  # type: ignore[arg-type]


def _office() -> None:
    _table(
        "kantor",
        _id(),
        *_texts("nama", "kabupaten", "kode", "jabatan_pimpinan", "nama_pimpinan", "nip_pimpinan"),
        *_texts("pangkat_pimpinan", "alamat", "ibu_kota"),
        *_required("tahun_aktif", kind=sa.SmallInteger),
        *_required("demo", kind=sa.Boolean),
        *_changed(),
    )
    _table(
        "pengaturan",
        _id(),
        *_required("skala", "batas_untuk", "ambang_tinjau"),
        sa.Column("batas", sa.Text),
        sa.Column("rasio_nol", sa.Text),
        *_required("predikat_ordinal", "bulatkan_dulu", kind=sa.Boolean),
        *_changed(),
    )


def _files() -> None:
    _table(
        "berkas",
        *_required("sha256", "nama"),
        *_required("ukuran", kind=sa.Integer),
        sa.Column("isi", sa.LargeBinary, nullable=False),
        _moment("pada"),
        key=("sha256",),
    )
    _table(
        "impor",
        _id(),
        *_required("sha256", "nama_berkas", "ringkasan"),
        sa.Column("tahun", sa.SmallInteger),
        *_required("anggaran_ganti", kind=sa.Boolean),
        *_texts("oleh", "peran"),
        _moment("pada"),
        sa.ForeignKeyConstraint(["sha256"], ["berkas.sha256"], name="fk_impor_sha256"),
    )
    op.create_index("ix_impor_sha256", "impor", ["sha256"])
    _table(
        "jawaban",
        _id(),
        *_required("kunci", "jawaban"),
        sa.Column("impor_id", sa.Integer),
        *_texts("oleh"),
        _moment("pada"),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name="fk_jawaban_impor_id"),
    )
    op.create_index("ix_jawaban_kunci", "jawaban", ["kunci"])
    op.create_index("ix_jawaban_impor_id", "jawaban", ["impor_id"])


def _plan() -> None:
    _table(
        "sasaran",
        _id(),
        *_required("urutan", kind=sa.Integer),
        *_required("teks"),
        *_required("aktif", kind=sa.Boolean),
        *_changed(),
    )
    _table(
        "sasaran_program",
        *_required("sasaran_id", "urutan", kind=sa.Integer),
        *_required("program"),
        sa.ForeignKeyConstraint(["sasaran_id"], ["sasaran.id"], name="fk_sasaran_program_sasaran_id"),
        key=("sasaran_id", "urutan"),
    )
    _table(
        "indikator",
        _id(),
        *_required("sasaran_id", "urutan", kind=sa.Integer),
        *_required("teks", "rumus", "agregasi"),
        *_texts("satuan"),
        *_required("rumus_ditetapkan", "aktif", kind=sa.Boolean),
        *_changed(),
        sa.ForeignKeyConstraint(["sasaran_id"], ["sasaran.id"], name="fk_indikator_sasaran_id"),
    )
    op.create_index("ix_indikator_sasaran_id", "indikator", ["sasaran_id"])


def _facts() -> None:
    for name, what, values in (
        ("target", sa.Column("jenis", sa.Text, nullable=False), _nilai("nilai")),
        (
            "realisasi",
            sa.Column("triwulan", sa.SmallInteger, nullable=False, comment="0: setahun"),
            _nilai("nilai") + _nilai("tercetak"),
        ),
    ):
        of_indicator = sa.ForeignKeyConstraint(["indikator_id"], ["indikator.id"], name=f"fk_{name}_indikator_id")
        keys = [*_required("indikator_id", kind=sa.Integer), *_required("tahun", kind=sa.SmallInteger), what]
        _table(name, _id(), *keys, *values, *_origin(name), of_indicator)
        op.create_index(f"ix_{name}_impor_id", name, ["impor_id"])
        op.create_index(f"ix_{name}_berlaku", name, ["indikator_id", "tahun", what.name, "id"])
    _table(
        "anggaran",
        _id(),
        *_required("tahun", kind=sa.SmallInteger),
        *_required("urutan", kind=sa.Integer),
        sa.Column("induk", sa.Integer),
        *_required("uraian", "tingkat"),
        *_texts("kode", "kelompok"),
        *_nilai("pagu", sa.BigInteger),
        *_nilai("realisasi", sa.BigInteger),
        *_nilai("persen"),
        *_origin("anggaran"),
        sa.UniqueConstraint("impor_id", "tahun", "urutan", name="uq_anggaran_impor_id_tahun_urutan"),
    )
    op.create_index("ix_anggaran_tahun", "anggaran", ["tahun"])
    op.create_index("ix_anggaran_impor_id", "anggaran", ["impor_id"])


def _trail() -> None:
    _table(
        "jejak_audit",
        _id(),
        _moment("pada"),
        *_required("oleh", "peran", "perbuatan", "objek", "hasil", "sidik"),
        *_texts("sebelum", "sesudah"),
    )


def _protect_sqlite() -> None:
    for deed, tables in (("UPDATE", NO_UPDATE), ("DELETE", NO_DELETE)):
        for table in tables:
            op.execute(
                f"CREATE TRIGGER {table}_tanpa_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'tabel {table} hanya boleh ditambah'); END"
            )


def _protect_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION lkjip_hanya_ditambah() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'tabel % hanya boleh ditambah', TG_TABLE_NAME; END $$"
    )
    for deed, tables in (("UPDATE", NO_UPDATE), ("DELETE", NO_DELETE)):
        for table in tables:
            op.execute(
                f"CREATE TRIGGER {table}_tanpa_{deed.lower()} BEFORE {deed} ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION lkjip_hanya_ditambah()"
            )
