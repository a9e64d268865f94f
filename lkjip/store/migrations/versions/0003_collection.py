"""Planning and collection: Renstra periods, documents, the year's run, section workbooks, explanations, corrections."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NO_UPDATE = (
    "posisi_renstra", "dokumen", "pagu", "disposisi", "rekonsiliasi", "format_seksi", "distribusi", "kiriman",
    "keadaan_kiriman", "penjelasan", "data_dukung", "serapan_seksi", "koreksi",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables, widen those that are there, forbid changing what is evidence."""
    _plan()
    _year()
    _workbooks()
    _contents()
    _widen()
    _protect()


def _table(name: str, *parts: Any, key: tuple[str, ...] = ("id",), links: dict[str, str] | None = None) -> None:
    """A table with its keys; `links`: column -> table it points to, each with an index (unless it is in the key)."""
    links = links or {}
    keys = [
        sa.ForeignKeyConstraint([column], [f"{other}.{'sha256' if other == 'berkas' else 'id'}"],
                                name=f"fk_{name}_{column}")
        for column, other in links.items()
    ]  # fmt: skip
    op.create_table(name, *parts, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"), *keys)


def _index(table: str, *columns: str, name: str = "") -> None:
    op.create_index(f"ix_{table}_{name or '_'.join(columns)}", table, list(columns))


def _numbers(*names: str, kind: Any = sa.Integer, nullable: bool = False) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=nullable) for name in names]


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, nullable=False)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, server_default="", nullable=False) for name in names]


def _required(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _moment(name: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _changed() -> list[sa.Column[Any]]:
    return [*_numbers("versi"), *_texts("diubah_oleh"), _moment("diubah_pada")]


def _written() -> list[sa.Column[Any]]:
    return [*_texts("oleh"), _moment("pada")]


def _nilai(name: str, kind: Any = sa.Text) -> list[sa.Column[Any]]:
    numbers: list[sa.Column[Any]] = [sa.Column(f"{name}_{part}", kind) for part in ("angka", "sampai")]
    texts = [sa.Column(f"{name}_{part}", sa.Text) for part in ("teks", "satuan", "alasan")]
    return [sa.Column(f"{name}_status", sa.Text), *numbers, *texts]


def _origin() -> list[sa.Column[Any]]:
    return [*_numbers("impor_id", nullable=True), *_texts("lembar", "sel"), *_written()]


def _plan() -> None:
    small = sa.SmallInteger
    _table("renstra", _id(), *_required("nama"), *_numbers("mulai", "akhir", kind=small), *_texts("dokumen"),
           *_numbers("aktif", kind=sa.Boolean), *_changed())  # fmt: skip
    _table("tujuan", _id(), *_numbers("renstra_id", "urutan"), *_required("teks"), *_numbers("aktif", kind=sa.Boolean),
           *_changed(), links={"renstra_id": "renstra"})  # fmt: skip
    _index("tujuan", "renstra_id")
    _table("posisi_renstra", _id(), *_numbers("renstra_id", "indikator_id", "sasaran_id"),
           *_numbers("tujuan_id", nullable=True), *_numbers("berlaku", kind=sa.Boolean),
           *_numbers("tahun_awal", kind=small, nullable=True), *_nilai("awal"), *_nilai("akhir"), *_origin(),
           links={"renstra_id": "renstra", "indikator_id": "indikator", "sasaran_id": "sasaran",
                  "tujuan_id": "tujuan", "impor_id": "impor"})  # fmt: skip
    _index("posisi_renstra", "renstra_id", "indikator_id", "id", name="berlaku")
    for column in ("sasaran_id", "tujuan_id", "impor_id"):
        _index("posisi_renstra", column)
    _table("dokumen", _id(), *_required("jenis"), *_numbers("tahun", kind=small, nullable=True), *_texts("nomor"),
           sa.Column("tanggal", sa.Date), *_texts("perihal"), *_written())  # fmt: skip
    _table("pagu", _id(), *_numbers("tahun", kind=small), *_required("tahap"), *_numbers("muatan", "urutan"),
           *_numbers("induk", nullable=True), *_texts("kode"), *_required("uraian", "tingkat"),
           *_nilai("pagu", sa.BigInteger), *_numbers("dokumen_id", nullable=True), *_origin(),
           links={"dokumen_id": "dokumen", "impor_id": "impor"})  # fmt: skip
    _index("pagu", "tahun", "tahap", "muatan", "urutan", name="berlaku")
    _index("pagu", "dokumen_id")
    _index("pagu", "impor_id")


def _year() -> None:
    small = sa.SmallInteger
    _table("tahun_laporan", *_numbers("id", kind=small), *_numbers("renstra_id", nullable=True),
           _moment("dibuka", nullable=True), *_texts("dibuka_oleh"), *_changed(),
           links={"renstra_id": "renstra"})  # fmt: skip
    _index("tahun_laporan", "renstra_id")
    _table("disposisi", _id(), *_numbers("tahun", kind=small), *_required("nomor"),
           *_numbers("tanggal", kind=sa.Date), *_texts("dari", "kepada"), *_required("isi"),
           *_numbers("tenggat", kind=sa.Date), *_written())  # fmt: skip
    _index("disposisi", "tahun")
    _table("tindak_lanjut", _id(), *_numbers("tahun", "asal_tahun", kind=small),
           *_numbers("indikator_id", nullable=True), *_required("uraian"), *_numbers("selesai", kind=sa.Boolean),
           *_texts("keterangan"), *_changed(), links={"indikator_id": "indikator"})  # fmt: skip
    _index("tindak_lanjut", "tahun")
    _index("tindak_lanjut", "indikator_id")
    _table("rekonsiliasi", _id(), *_numbers("tahun", kind=small), *_required("kunci", "keputusan", "alasan"),
           *_written())  # fmt: skip
    _index("rekonsiliasi", "tahun")
    _index("rekonsiliasi", "kunci")


def _workbooks() -> None:
    small = sa.SmallInteger
    _table("seksi_program", *_numbers("seksi_id"), *_required("kode"), key=("seksi_id", "kode"),
           links={"seksi_id": "seksi"})  # fmt: skip
    _table("format_seksi", _id(), *_numbers("tahun", kind=small), *_numbers("seksi_id"),
           *_required("versi_templat", "sidik", "sha256"), *_written(),
           links={"seksi_id": "seksi", "sha256": "berkas"})  # fmt: skip
    for column in ("seksi_id", "sidik", "sha256"):
        _index("format_seksi", column)
    _index("format_seksi", "tahun", "seksi_id", "id", name="berlaku")
    _table("distribusi", _id(), *_numbers("tahun", kind=small), *_numbers("seksi_id"), *_required("peristiwa"),
           *_numbers("format_id", nullable=True), *_texts("kepada", "cara"), *_numbers("tanggal", kind=sa.Date),
           *_numbers("tenggat", kind=sa.Date, nullable=True), *_texts("catatan"), *_written(),
           links={"seksi_id": "seksi", "format_id": "format_seksi"})  # fmt: skip
    _index("distribusi", "seksi_id")
    _index("distribusi", "format_id")
    _index("distribusi", "tahun", "seksi_id", "id", name="berlaku")
    _table("kiriman", _id(), *_numbers("tahun", kind=small), *_numbers("seksi_id", "versi", "impor_id"),
           *_numbers("format_id", nullable=True), *_required("isi"), *_written(),
           sa.UniqueConstraint("tahun", "seksi_id", "versi", name="uq_kiriman_tahun_seksi_id_versi"),
           links={"seksi_id": "seksi", "impor_id": "impor", "format_id": "format_seksi"})  # fmt: skip
    for column in ("seksi_id", "impor_id", "format_id"):
        _index("kiriman", column)
    _table("keadaan_kiriman", _id(), *_numbers("kiriman_id"), *_required("keadaan"), *_texts("alasan"), *_written(),
           links={"kiriman_id": "kiriman"})  # fmt: skip
    _index("keadaan_kiriman", "kiriman_id")


def _contents() -> None:
    small = sa.SmallInteger
    of_indicator = {"indikator_id": "indikator", "impor_id": "impor"}
    _table("penjelasan", _id(), *_numbers("indikator_id"), *_numbers("tahun", kind=small),
           *_texts("pendorong", "penghambat", "upaya", "tindak_lanjut"), *_origin(), links=of_indicator)  # fmt: skip
    _index("penjelasan", "indikator_id", "tahun", "id", name="berlaku")
    _table("data_dukung", _id(), *_numbers("indikator_id"), *_numbers("tahun", kind=small),
           *_numbers("muatan", "urutan"), *_texts("uraian", "tautan", "nomor", "halaman"),
           sa.Column("tanggal", sa.Date), *_origin(), links=of_indicator)  # fmt: skip
    _index("data_dukung", "indikator_id", "tahun", "muatan", name="berlaku")
    _table("serapan_seksi", _id(), *_numbers("seksi_id"), *_numbers("tahun", kind=small), *_required("kode"),
           sa.Column("triwulan", small, nullable=False, comment="0: setahun"), *_nilai("nilai", sa.BigInteger),
           *_origin(), links={"seksi_id": "seksi", "impor_id": "impor"})  # fmt: skip
    _index("serapan_seksi", "seksi_id")
    _index("serapan_seksi", "seksi_id", "tahun", "kode", "triwulan", "id", name="berlaku")
    for table in ("penjelasan", "data_dukung", "serapan_seksi"):
        _index(table, "impor_id")
    _table("koreksi", _id(), *_required("objek", "kunci"), *_numbers("tahun", kind=small), *_nilai("lama"),
           *_nilai("baru"), *_required("alasan"), *_texts("dokumen"), *_numbers("mencabut", nullable=True),
           *_written(), links={"mencabut": "koreksi"})  # fmt: skip
    for column in ("kunci", "tahun", "mencabut"):
        _index("koreksi", column)


def _widen() -> None:
    """Raw: Alembic would copy the tables and lose their triggers."""
    text = "TEXT NOT NULL DEFAULT ''"
    no = "0" if op.get_bind().dialect.name == "sqlite" else "false"
    columns = {
        "seksi": (f"kepala {text}", f"kontak {text}"),
        "indikator": tuple(f"{name} {text}" for name in ("definisi", "cara_ukur", "sumber_data", "bukti")),
        "pengaturan": ("ambang_lonjakan TEXT NOT NULL DEFAULT '50'", f"hanya_diterima BOOLEAN NOT NULL DEFAULT {no}"),
        "target": (
            "renstra_id INTEGER CONSTRAINT fk_target_renstra_id REFERENCES renstra (id)",
            "dokumen_id INTEGER CONSTRAINT fk_target_dokumen_id REFERENCES dokumen (id)",
            f"alasan {text}",
        ),
    }
    for table, parts in columns.items():
        for part in parts:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {part}")
    _index("target", "renstra_id")
    _index("target", "dokumen_id")


def _protect() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    for table in NO_UPDATE:
        deed = (
            f"BEGIN SELECT RAISE(ABORT, 'tabel {table} hanya boleh ditambah'); END"
            if sqlite
            else "FOR EACH ROW EXECUTE FUNCTION lkjip_hanya_ditambah()"
        )
        op.execute(f"CREATE TRIGGER {table}_tanpa_update BEFORE UPDATE ON {table} {deed}")
