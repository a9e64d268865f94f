"""The programme tree with one line more, less or different: where it belongs by its code, parents before parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lkjip.domain.anggaran import TingkatAnggaran
from lkjip.domain.dokumen import Tahap
from lkjip.domain.pagu import BarisPagu, identities, identity

TINGKAT_POHON = (TingkatAnggaran.PROGRAM, TingkatAnggaran.KEGIATAN, TingkatAnggaran.SUB_KEGIATAN)
BELUM = 0  # place of a line that does not stand in the tree yet


def tree_of(pagu: Iterable[BarisPagu], tahun: int, tahap: Tahap) -> tuple[BarisPagu, ...]:
    """The lines of a year and stage; a revision nobody has begun starts as the murni stands, without its document."""
    of_year = tuple(satu for satu in pagu if satu.tahun == tahun)
    mine = tuple(satu for satu in of_year if satu.tahap is tahap)
    if mine or tahap is Tahap.MURNI:
        return mine
    return tuple(replace(satu, tahap=tahap, dokumen_id=None) for satu in of_year)


def parent_by_code(lines: Iterable[BarisPagu], kode: str, tingkat: TingkatAnggaran) -> BarisPagu | None:
    """The line of the level above whose code this code goes on from."""
    place = TINGKAT_POHON.index(tingkat)
    if place == 0:
        return None
    above = (satu for satu in lines if satu.tingkat is TINGKAT_POHON[place - 1] and satu.kode)
    fitting = [satu for satu in above if kode.startswith(f"{satu.kode}.")]
    return max(fitting, key=lambda satu: len(satu.kode), default=None)


def uncoded(lines: Iterable[BarisPagu]) -> bool:
    """Some line has no code: such a tree takes lines by the place that is chosen for them."""
    return any(not satu.kode for satu in lines)


def level_below(induk: BarisPagu | None) -> TingkatAnggaran | None:
    """The level of the parts of a line; of the tree itself: program. None where a line can have no parts."""
    place = 0 if induk is None else TINGKAT_POHON.index(induk.tingkat) + 1
    return TINGKAT_POHON[place] if place < len(TINGKAT_POHON) else None


def twin_by_name(lines: Sequence[BarisPagu], new: BarisPagu) -> BarisPagu | None:
    """Another line that the new wording could not be told from: without codes, of one name below one parent."""
    keys = identities(lines)
    mine = identity(new, keys.get(new.induk or 0, ""))
    return next((satu for satu in lines if satu.urutan != new.urutan and keys[satu.urutan] == mine), None)


def parts_of(lines: Iterable[BarisPagu], urutan: int) -> tuple[BarisPagu, ...]:
    """The lines right below this one."""
    return tuple(satu for satu in lines if satu.induk == urutan)


def with_line(lines: Sequence[BarisPagu], new: BarisPagu) -> tuple[BarisPagu, ...]:
    """The tree with a new line before the first of its siblings with a higher code, else behind the last of them."""
    higher = (satu for satu in lines if satu.induk == new.induk and satu.kode > new.kode)
    follower = next(higher, None) if new.kode else None
    if follower is not None:
        place = lines.index(follower)
    elif new.induk is None:
        place = len(lines)
    else:
        inside = _subtree(lines, new.induk)
        place = max(number for number, satu in enumerate(lines) if satu.urutan in inside) + 1
    return (*lines[:place], new, *lines[place:])


def renumbered(lines: Sequence[BarisPagu]) -> tuple[BarisPagu, ...]:
    """The lines numbered from 1 in this order, parents by the new numbers."""
    numbers = {satu.urutan: place for place, satu in enumerate(lines, 1)}
    return tuple(
        replace(satu, urutan=place, induk=None if satu.induk is None else numbers[satu.induk])
        for place, satu in enumerate(lines, 1)
    )


def _subtree(lines: Sequence[BarisPagu], urutan: int) -> set[int]:
    inside = {urutan}
    for satu in lines:
        if satu.induk in inside:
            inside.add(satu.urutan)
    return inside
