"""Column types: rupiah as integer, decimals as text, time in UTC. SQLite would make floats of the first two."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, DateTime, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

SEN = Decimal(100)
MAX_RUPIAH = Decimal(2**63 - 1) / SEN


class Rupiah(TypeDecorator[Decimal]):
    """Rupiah as a whole number of sen (1/100 rupiah)."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Refuse what is not a whole number of sen: rounding is the caller's decision."""
        if value is None:
            return None
        sen = value * SEN
        if sen != sen.to_integral_value() or abs(value) > MAX_RUPIAH:
            raise ValueError(f"{value} bukan kelipatan sen atau di luar jangkauan")
        return int(sen)

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Sen back to rupiah, without needless decimals."""
        if value is None:
            return None
        rupiah, sen = divmod(value, 100)
        return Decimal(value) / SEN if sen else Decimal(rupiah)


class Desimal(TypeDecorator[Decimal]):
    """A decimal as the text of its digits, exactly as it was read."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Plain digits, never an exponent."""
        return None if value is None else format(value, "f")

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """The same digits again."""
        return None if value is None else Decimal(value)


class WaktuUtc(TypeDecorator[datetime]):
    """A moment in UTC; naive times are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Convert to UTC; SQLite keeps no zone, so none is written there."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("waktu tanpa zona")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Always aware, always UTC."""
        if value is None:
            return None
        moment: datetime = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
        return moment
