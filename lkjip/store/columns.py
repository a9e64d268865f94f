"""Columns that several tables share: texts, values with their state, origin of a fact, version of a record."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, Text
from sqlalchemy.types import TypeEngine

from lkjip.store.types import Desimal, WaktuUtc


def text_column(name: str) -> Column[str]:
    """A text that may be empty but is always there."""
    return Column(name, Text, nullable=False, server_default="")


def nilai(name: str, angka: type[TypeEngine[Any]] = Desimal) -> list[Column[Any]]:
    """The columns of one `Nilai`; without status the value was not there at all."""
    return [
        Column(f"{name}_status", Text),
        Column(f"{name}_angka", angka),
        Column(f"{name}_sampai", angka),
        Column(f"{name}_teks", Text),
        Column(f"{name}_satuan", Text),
        Column(f"{name}_alasan", Text),
    ]


def origin() -> list[Column[Any]]:
    """Where a fact comes from: a cell of an import, or a form (then `impor_id` is empty); who and when."""
    return [
        Column("impor_id", ForeignKey("impor.id"), index=True),
        text_column("lembar"),
        text_column("sel"),
        text_column("oleh"),
        Column("pada", WaktuUtc, nullable=False),
    ]


def changed() -> list[Column[Any]]:
    """Version of a record that is changed in place, and who changed it when."""
    return [
        Column("versi", Integer, nullable=False),
        text_column("diubah_oleh"),
        Column("diubah_pada", WaktuUtc, nullable=False),
    ]


def written() -> list[Column[Any]]:
    """Who wrote a record that is only appended, and when."""
    return [text_column("oleh"), Column("pada", WaktuUtc, nullable=False)]
