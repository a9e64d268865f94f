"""Persentase capaian: the result type. Formulas: see `formulas.py`; which apply: `lkjip/rules/formulas`."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkjip.domain.fast_init import fast_init
from lkjip.domain.trace import Trace


class StatusCapaian(StrEnum):
    """Whether a percentage could be computed, and if not, why in one word."""

    TERUKUR = "terukur"
    BELUM_ADA_DATA = "belum_ada_data"
    TIDAK_BERLAKU = "tidak_berlaku"
    TIDAK_DAPAT_DIHITUNG = "tidak_dapat_dihitung"


class Ketercapaian(StrEnum):
    """The status shown with word, shape and colour."""

    TERCAPAI = "tercapai"
    HAMPIR = "hampir"
    TIDAK_TERCAPAI = "tidak_tercapai"
    TIDAK_TERUKUR = "tidak_terukur"


@fast_init
@dataclass(frozen=True, slots=True)
class Capaian:
    """Percent achieved.

    `mentah` is the unfloored, uncapped value; `nilai` what is shown; `untuk_rerata` what is averaged.
    All three are None unless `status` is TERUKUR; then `alasan` is "". `catatan` are sentences to print beside it.
    """

    status: StatusCapaian
    rumus: str
    nilai: Decimal | None = None
    mentah: Decimal | None = None
    untuk_rerata: Decimal | None = None
    alasan: str = ""
    catatan: tuple[str, ...] = ()
    trace: Trace = ()
