"""What a workbook was filled with, kept inside it: so the original still tells once the plan has moved on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from lkjip.domain.indikator import Agregasi, Rincian
from lkjip.domain.isian_format import AnggaranFormat, IndikatorFormat, IsiFormat
from lkjip.domain.numbers import Nilai, StatusNilai

PIECE = 30_000  # characters; a cell holds 32,767


def write_pieces(isi: IsiFormat) -> tuple[str, ...]:
    """The whole as JSON without a blank (programs drop those at the ends of a cell), cut to the size of cells."""
    text = json.dumps(asdict(isi), ensure_ascii=True, sort_keys=True, default=str, separators=(",", ":"))
    text = text.replace(" ", "\\u0020")  # blanks stand only inside texts here
    return tuple(text[start : start + PIECE] for start in range(0, len(text), PIECE))


def read_pieces(pieces: Iterable[str]) -> IsiFormat | None:
    """The content again; None where the pieces are not (or no longer) what `write_pieces` wrote."""
    try:
        data = json.loads("".join(pieces))
        return IsiFormat(
            **{name: data[name] for name in ("kantor_kode", "kantor_nama", "demo", "seksi_id", "seksi", "tahun")},
            tenggat=date.fromisoformat(data["tenggat"]) if data["tenggat"] else None,
            indikator=tuple(_indikator(satu) for satu in data["indikator"]),
            anggaran=tuple(AnggaranFormat(**{**satu, "pagu": _decimal(satu["pagu"])}) for satu in data["anggaran"]),
        )
    except (ValueError, KeyError, TypeError, ArithmeticError):
        return None


def _indikator(data: Mapping[str, Any]) -> IndikatorFormat:
    values = {name: _nilai(data[name]) for name in ("target", "target_lalu", "realisasi_lalu")}
    rest = {**data, **values, "agregasi": Agregasi(data["agregasi"]), "rincian": Rincian(**data["rincian"])}
    return IndikatorFormat(**rest)


def _nilai(data: Mapping[str, Any] | None) -> Nilai | None:
    if data is None:
        return None
    numbers = {name: _decimal(data[name]) for name in ("angka", "sampai")}
    choices = tuple(Decimal(satu) for satu in data["pilihan"])
    return Nilai(**{**data, **numbers, "status": StatusNilai(data["status"]), "pilihan": choices})


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
