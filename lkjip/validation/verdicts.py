"""Verdicts on printed percentages, filled into the records."""

from __future__ import annotations

from dataclasses import replace

from lkjip.domain.printed import check_printed, check_share
from lkjip.domain.reading import Bacaan


def with_verdicts(bacaan: Bacaan) -> Bacaan:
    """The same reading with `cocok` of every record: which formula the printed percentage follows, if any."""
    return replace(
        bacaan,
        indikator=tuple(
            replace(one, cocok=check_printed(one.target, one.realisasi, one.capaian_tercetak))
            for one in bacaan.indikator
        ),
        anggaran=tuple(
            replace(one, cocok=check_share(one.pagu, one.realisasi, one.persen_tercetak)) for one in bacaan.anggaran
        ),
    )
