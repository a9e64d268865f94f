"""Where a new line of the programme tree belongs: by its code, or where it was put when it has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lkjip.domain.anggaran import SEBUTAN_TINGKAT, TingkatAnggaran
from lkjip.domain.pagu import BarisPagu, identities
from lkjip.domain.pohon_pagu import TINGKAT_POHON, level_below, parent_by_code, uncoded
from lkjip.errors import RefusedError
from lkjip.spreadsheets.tables.codes import level_of_code

CONTOH_KODE = "7.01.02 (program), 7.01.02.2.01 (kegiatan), 7.01.02.2.01.0014 (sub kegiatan)"
PUNCAK = ""  # below no line: a program


@dataclass(frozen=True, slots=True)
class IsianBaris:
    """A line as typed; without a code `induk` says where it stands: the identity of the line above, or PUNCAK."""

    kode: str
    uraian: str
    pagu: str
    induk: str | None = None


@dataclass(frozen=True, slots=True)
class Letak:
    """A place that a line without a code can get: below a line (PUNCAK: below none), as what."""

    kunci: str
    tingkat: TingkatAnggaran
    induk: str  # how the line above is called; "" below none


def places(lines: Sequence[BarisPagu]) -> tuple[Letak, ...]:
    """Every place for a line without a code; none where all lines of the tree have codes."""
    if lines and not uncoded(lines):
        return ()
    keys = identities(lines)
    below = [
        Letak(keys[satu.urutan], tingkat, f"{satu.kode} {satu.uraian}".strip())
        for satu in lines
        if (tingkat := level_below(satu)) is not None
    ]
    return (Letak(PUNCAK, TINGKAT_POHON[0], ""), *below)


def level_of(isian: IsianBaris) -> tuple[str, TingkatAnggaran | None]:
    """The code as it is stored with its level; "" and None where the line is put somewhere without a code."""
    return _code(isian.kode) if isian.kode.strip() or isian.induk is None else ("", None)


def place_of(
    lines: Sequence[BarisPagu], isian: IsianBaris, kode: str, tingkat: TingkatAnggaran | None
) -> tuple[BarisPagu | None, TingkatAnggaran]:
    """The line above the new one, and the level of the new one."""
    return _chosen(lines, isian.induk or PUNCAK) if tingkat is None else (_by_code(lines, kode, tingkat), tingkat)


def _by_code(lines: Sequence[BarisPagu], kode: str, tingkat: TingkatAnggaran) -> BarisPagu | None:
    """The line that a new code stands below; the code itself must not stand in the tree."""
    twin = next((satu for satu in lines if satu.kode.rstrip(".") == kode), None)
    if twin is not None:
        raise RefusedError(f"Kode {kode} sudah ada: '{twin.uraian}'. Ubah baris itu, atau periksa kodenya.")
    induk = parent_by_code(lines, kode, tingkat)
    if induk is None and tingkat is not TINGKAT_POHON[0]:
        above = SEBUTAN_TINGKAT[TINGKAT_POHON[TINGKAT_POHON.index(tingkat) - 1]]
        raise RefusedError(
            f"{above.capitalize()} yang memuat {kode} belum ada. Tambahkan dahulu, atau periksa kodenya."
        )
    return induk


def _chosen(lines: Sequence[BarisPagu], kunci: str) -> tuple[BarisPagu | None, TingkatAnggaran]:
    """The line with this identity and the level of its parts."""
    if lines and not uncoded(lines):
        raise RefusedError(f"Kode belum diisi. Tulis seperti {CONTOH_KODE}.")
    chosen = next((satu for satu in places(lines) if satu.kunci == kunci), None)
    if chosen is None:
        raise RefusedError("Letak yang dipilih sudah tidak ada di pohon program. Muat ulang halaman, lalu pilih lagi.")
    keys = identities(lines)
    return next((satu for satu in lines if keys[satu.urutan] == kunci), None), chosen.tingkat


def _code(teks: str) -> tuple[str, TingkatAnggaran]:
    kode = "".join(teks.split()).rstrip(".")
    tingkat = level_of_code(kode) if kode else None
    if tingkat not in TINGKAT_POHON or tingkat is None:
        what = f"Kode '{kode}' bukan kode program, kegiatan, atau sub kegiatan." if kode else "Kode belum diisi."
        raise RefusedError(f"{what} Tulis seperti {CONTOH_KODE}.")
    return kode, tingkat
