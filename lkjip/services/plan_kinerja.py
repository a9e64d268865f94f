"""What storing the indicator tables of a file would do; and doing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.indikator import UNGROUPED, Indikator, JenisTarget, Realisasi, Target
from lkjip.domain.reading import Bacaan
from lkjip.domain.renstra import renstra_id, targets_in_force
from lkjip.services.choices import Hitung, Perubahan, Pilihan
from lkjip.services.facts import NAMA_TARGET, Terkumpul, collect, compare
from lkjip.services.grouping import Kelompok, doubles, gather
from lkjip.services.matching import Known, text_key
from lkjip.services.nearest import misspelt
from lkjip.services.proposals import UsulanRumus, propose
from lkjip.store import Deed, perencanaan, realisasi

DEFAULT_RUMUS = "naik"


@dataclass(frozen=True, slots=True)
class RencanaKinerja:
    """New sasaran and indicators, fields to fill in, facts to append; with what the preview tells about them.

    `hanya_fakta`: the sender may not touch the plan; unit, formula and sasaran stay as they are.
    """

    kelompok: tuple[Kelompok, ...]
    sasaran_baru: tuple[str, ...]
    target: tuple[Target, ...]
    realisasi: tuple[Realisasi, ...]
    usulan: tuple[UsulanRumus, ...]
    hitung: tuple[Hitung, ...]
    perubahan: tuple[Perubahan, ...]
    catatan: tuple[str, ...]
    halangan: tuple[str, ...]
    hanya_fakta: bool = False


def plan_kinerja(bacaan: Sequence[Bacaan], data: DataKinerja, tahun: int, pilihan: Pilihan) -> RencanaKinerja:
    """Compare the records with what is stored."""
    known = Known.of(data.sasaran, data.indikator)
    groups = gather(bacaan, known, " ".join(pilihan.sasaran.split()))
    found = collect(groups, tahun, pilihan.target)
    targets, realised, counts, changes = _compare(found, data, groups)
    wanted = dict.fromkeys(group.sasaran for group in groups if group.stored is None or _moves(group, data))
    fresh = {text_key(teks): teks for teks in wanted if text_key(teks) not in known.sasaran}
    new = sum(group.stored is None for group in groups)
    return RencanaKinerja(
        tuple(groups),
        tuple(fresh.values()),
        targets,
        realised,
        tuple(usul for group in groups if (usul := _proposal(group)) is not None),
        _shown(Hitung("Sasaran", len(fresh)), Hitung("Indikator", new, 0, len(groups) - new), *counts),
        changes,
        (*doubles(groups), *misspelt(groups, data.indikator), *found.catatan),
        tuple(found.halangan),
    )


def _shown(*counts: Hitung) -> tuple[Hitung, ...]:
    """Without the kinds of which the file has none."""
    return tuple(satu for satu in counts if satu.baru or satu.berubah or satu.sama or satu.dilewati)


def _compare(
    found: Terkumpul, data: DataKinerja, groups: Sequence[Kelompok]
) -> tuple[tuple[Target, ...], tuple[Realisasi, ...], list[Hitung], tuple[Perubahan, ...]]:
    texts = {group.nomor: group.teks for group in groups}
    in_force = targets_in_force(data.rencana, data.target)
    old_targets = {(satu.indikator_id, satu.tahun, satu.jenis): satu for satu in in_force}
    old_realised = {(satu.indikator_id, satu.tahun, satu.triwulan): satu for satu in data.realisasi}
    targets, counts, changes = list[Target](), list[Hitung](), list[Perubahan]()
    for kind in JenisTarget:
        of_kind = {key: satu for key, satu in found.target.items() if satu.jenis is kind}
        label = NAMA_TARGET[kind]
        append, count, changed = compare(of_kind, old_targets, label, lambda fact: f"Target {texts[fact.indikator_id]}")
        targets += append
        changes += changed
        counts += [count] if of_kind else []
    realised, count, changed = compare(
        found.realisasi, old_realised, "Realisasi", lambda fact: f"Realisasi {texts[fact.indikator_id]}"
    )
    return tuple(targets), tuple(realised), [*counts, count], (*changes, *changed)


def _proposal(group: Kelompok) -> UsulanRumus | None:
    """A proposal, unless this very formula has already been confirmed, or another was set by hand."""
    stored = group.stored
    if stored is not None and stored.rumus_ditetapkan:
        return None
    return propose(str(group.kunci), group.plain)


def _moves(group: Kelompok, data: DataKinerja) -> bool:
    """A stored indicator that so far belongs to no sasaran, and whose sasaran the file names."""
    if group.stored is None or text_key(group.sasaran) == text_key(UNGROUPED):
        return False
    home = next((satu for satu in data.sasaran if satu.id == group.stored.sasaran_id), None)
    return home is not None and text_key(home.teks) == text_key(UNGROUPED)


def store_kinerja(deed: Deed, plan: RencanaKinerja, data: DataKinerja, pilihan: Pilihan, impor_id: int) -> None:
    """Write the plan: sasaran, indicators, then the facts under their real ids."""
    sasaran = {text_key(satu.teks): satu.id for satu in data.sasaran}
    for teks in plan.sasaran_baru:
        sasaran[text_key(teks)] = perencanaan.add_sasaran(deed, teks)
    accepted = {usul.kunci: usul.rumus for usul in plan.usulan if usul.kunci in pilihan.rumus_diterima}
    ids, new = dict[int, int](), dict[int, perencanaan.IndikatorBaru]()
    for group in plan.kelompok:
        rumus = accepted.get(str(group.kunci), "")
        home = sasaran.get(text_key(group.sasaran), 0)
        if group.stored is None:
            new[group.nomor] = perencanaan.IndikatorBaru(
                home, group.teks, group.satuan, rumus or DEFAULT_RUMUS, ditetapkan=bool(rumus)
            )
        else:
            if not plan.hanya_fakta:
                _fill_in(deed, group, group.stored, rumus, home if _moves(group, data) else 0)
            ids[group.nomor] = group.stored.id
    ids |= zip(new, perencanaan.add_indikator(deed, list(new.values())), strict=True)
    targets = [
        replace(satu, indikator_id=ids[satu.indikator_id], renstra=renstra_id(data.rencana, satu.jenis, satu.tahun))
        for satu in plan.target
    ]
    realised = [replace(satu, indikator_id=ids[satu.indikator_id]) for satu in plan.realisasi]
    perencanaan.add_target(deed, targets, impor_id)
    realisasi.add_realisasi(deed, realised, impor_id)


def _fill_in(deed: Deed, group: Kelompok, stored: Indikator, rumus: str, home: int) -> None:
    values: dict[str, object] = {}
    if rumus:
        values |= {"rumus": rumus, "rumus_ditetapkan": True}
    if group.satuan and not stored.satuan:
        values["satuan"] = group.satuan
    if home:
        values["sasaran_id"] = home
    if values:
        perencanaan.change_indikator(deed, stored.id, stored.versi, values)
