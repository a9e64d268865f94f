"""The ledger of targets: each revision with its document and reason, and what it does to the capaian."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip.domain.aturan import Rumus
from lkjip.domain.dokumen import NAMA_DOKUMEN, Dokumen
from lkjip.domain.formulas import Label, compute_capaian
from lkjip.domain.indikator import Indikator, JenisTarget, Target
from lkjip.domain.kantor import Pengaturan
from lkjip.domain.koreksi import same
from lkjip.domain.numbers import Nilai
from lkjip.domain.tanggal import write_date


@dataclass(frozen=True, slots=True)
class RevisiTarget:
    """One entry: the first target of a year (`lama` None) or its revision.

    `capaian_lama` and `capaian_baru` measure the same realisasi against both (None: not measurable, or no realisasi).
    """

    tahun: int
    jenis: JenisTarget
    lama: Nilai | None
    baru: Nilai
    dokumen: str
    alasan: str
    oleh: str
    pada: str
    capaian_lama: Decimal | None = None
    capaian_baru: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What the effect on capaian is computed with."""

    rumus: Mapping[str, Rumus]
    pengaturan: Pengaturan
    label: Label


def ledger(
    indikator: Indikator,
    history: Sequence[Target],
    dokumen: Mapping[int, Dokumen],
    realisasi: Mapping[int, Nilai],
    ukuran: Ukuran,
) -> tuple[RevisiTarget, ...]:
    """The entries of one indicator, newest first. `history`: every target ever stored, newest first.

    A target stored again with the same value is no revision. `realisasi`: by year.
    """
    entries: list[RevisiTarget] = []
    before: dict[tuple[int, JenisTarget, int | None], Nilai] = {}
    for satu in reversed(history):
        key = (satu.tahun, satu.jenis, satu.renstra)
        old = before.get(key)
        if old is not None and same(old, satu.nilai):
            continue
        before[key] = satu.nilai
        reached = realisasi.get(satu.tahun)
        entries.append(
            RevisiTarget(
                satu.tahun,
                satu.jenis,
                old,
                satu.nilai,
                _paper(dokumen.get(satu.dokumen or 0)) or satu.sumber.berkas,
                satu.alasan,
                satu.sumber.oleh,
                satu.sumber.pada,
                _measure(indikator, old, reached, ukuran),
                _measure(indikator, satu.nilai, reached, ukuran),
            )
        )
    return tuple(reversed(entries))


def _paper(dokumen: Dokumen | None) -> str:
    if dokumen is None:
        return ""
    when = f", {write_date(dokumen.tanggal)}" if dokumen.tanggal else ""
    return f"{NAMA_DOKUMEN[dokumen.jenis]} {dokumen.nomor}{when}".strip()


def _measure(indikator: Indikator, target: Nilai | None, realisasi: Nilai | None, ukuran: Ukuran) -> Decimal | None:
    rumus = ukuran.rumus.get(indikator.rumus)
    if target is None or realisasi is None or rumus is None:
        return None
    return compute_capaian(
        rumus.id, target, realisasi, ukuran.pengaturan, ukuran.label, fungsi=rumus.fungsi
    ).nilai  # fmt: skip
