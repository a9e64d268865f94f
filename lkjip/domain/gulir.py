"""A year rolled forward: what stays from the year before, what changed, and which promises it has to answer for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.evaluate import in_year
from lkjip.domain.indikator import JenisTarget, Target
from lkjip.domain.pengumpulan import Penjelasan
from lkjip.domain.showing import show_nilai
from lkjip.domain.tahun import TindakLanjut


@dataclass(frozen=True, slots=True)
class PerubahanTahun:
    """One indicator that is not as it was: what about it, before and after ("" where there was or is nothing)."""

    indikator: str
    apa: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True, slots=True)
class Gulir:
    """The year beside the one before: indicators that stay as they are, what changed, promises to carry in."""

    tahun: int
    tetap: tuple[str, ...]
    perubahan: tuple[PerubahanTahun, ...]
    janji: tuple[TindakLanjut, ...]


def roll_forward(
    data: DataKinerja,
    tahun: int,
    penjelasan: Iterable[Penjelasan],
    terbuka: Iterable[TindakLanjut],
    dibawa: Iterable[TindakLanjut],
) -> Gulir:
    """Compare `tahun` with the year before. `penjelasan`: of the year before; `terbuka`: its promises still open.

    What is in `dibawa` (already carried into `tahun`) is not carried again.
    """
    before, now = in_year(data, tahun - 1), in_year(data, tahun)
    old, new = ({satu.id: satu for satu in plan.indikator} for plan in (before, now))
    changes = [
        PerubahanTahun(satu.teks, "indikator baru", "", satu.teks) for key, satu in new.items() if key not in old
    ]
    changes += [PerubahanTahun(satu.teks, "tidak diukur lagi", satu.teks, "") for key, satu in old.items()
                if key not in new]  # fmt: skip
    goals = {satu.id: satu.teks for satu in data.sasaran}
    was, becomes = (_targets(data.target, year) for year in (tahun - 1, tahun))
    for key in [key for key in new if key in old]:
        home, there = goals.get(old[key].sasaran_id, ""), goals.get(new[key].sasaran_id, "")
        if home != there:
            changes.append(PerubahanTahun(new[key].teks, "sasaran", home, there))
        if was.get(key) != becomes.get(key):
            changes.append(PerubahanTahun(new[key].teks, "target PK", was.get(key, ""), becomes.get(key, "")))
    touched = {satu.indikator for satu in changes}
    same = tuple(satu.teks for key, satu in new.items() if key in old and satu.teks not in touched)
    return Gulir(tahun, same, tuple(changes), _promises(tahun, penjelasan, terbuka, dibawa))


def _targets(targets: Iterable[Target], tahun: int) -> dict[int, str]:
    return {
        satu.indikator_id: show_nilai(satu.nilai)
        for satu in targets
        if satu.jenis is JenisTarget.PK and satu.tahun == tahun
    }


def _promises(
    tahun: int, penjelasan: Iterable[Penjelasan], terbuka: Iterable[TindakLanjut], dibawa: Iterable[TindakLanjut]
) -> tuple[TindakLanjut, ...]:
    known = {(satu.indikator_id, satu.uraian) for satu in dibawa}
    found: list[TindakLanjut] = []
    said: Sequence[TindakLanjut] = [
        TindakLanjut(0, tahun, tahun - 1, satu.tindak_lanjut.strip(), satu.indikator_id)
        for satu in penjelasan
        if satu.tindak_lanjut.strip()
    ]
    left = [
        TindakLanjut(0, tahun, satu.asal_tahun, satu.uraian, satu.indikator_id) for satu in terbuka if not satu.selesai
    ]
    for satu in (*left, *said):
        if (satu.indikator_id, satu.uraian) not in known:
            known.add((satu.indikator_id, satu.uraian))
            found.append(satu)
    return tuple(found)
