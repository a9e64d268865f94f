"""What importing the programme tree would do to the pagu of a year and stage: program, kegiatan, sub kegiatan only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from lkjip.domain.anggaran import SEBUTAN_TINGKAT, TingkatAnggaran
from lkjip.domain.dokumen import Dokumen
from lkjip.domain.finding import Finding
from lkjip.domain.numbers import Nilai, StatusNilai, format_rupiah, terukur
from lkjip.domain.pagu import BarisPagu, identities, identity, sums_that_differ
from lkjip.domain.reading import BacaanAnggaran
from lkjip.domain.trace import Source, place
from lkjip.rules import load_aturan
from lkjip.services.facts import same_value
from lkjip.services.isian import MOST_RUPIAH
from lkjip.services.plan_anggaran import in_sen
from lkjip.services.rencana_dokumen import change_of, document_of, known_document, store_document
from lkjip.services.rencana_pilihan import Golongan, Hilang, PerubahanRencana, PilihanRencana, Usulan
from lkjip.store import Deed
from lkjip.store import pagu as records

LEVELS = (TingkatAnggaran.PROGRAM, TingkatAnggaran.KEGIATAN, TingkatAnggaran.SUB_KEGIATAN)
LINES = tuple[str, Sequence[BacaanAnggaran]]  # sheet and what was read from it


@dataclass(frozen=True, slots=True)
class RencanaProgram:
    """The whole tree to store (empty: it stands already), with the lines it only states again.

    `tetap`: place in the new tree -> place in the tree in force.
    """

    baris: tuple[BarisPagu, ...]
    tetap: Mapping[int, int]
    dokumen: Dokumen | None
    dokumen_id: int
    usulan: Usulan


def plan_program(
    tables: Iterable[LINES], pagu: Sequence[BarisPagu], documents: Sequence[Dokumen], pilihan: PilihanRencana
) -> RencanaProgram:
    """Compare the tree of the file with the one in force for this year and stage.

    Lines in force that the file does not name stay, unless they are taken out.
    """
    fresh, findings = _tree(tables, pilihan)
    stored = [satu for satu in pagu if (satu.tahun, satu.tahap) == (pilihan.tahun, pilihan.tahap)]
    before, now = _by_identity(stored), _by_identity(fresh)
    other = _by_identity([satu for satu in pagu if satu.tahun == pilihan.tahun and satu.tahap is not pilihan.tahap])
    changes = [change for key, satu in now.items() for change in _compared(satu, before.get(key), other.get(key))]
    lost = [Hilang(key, _name(satu), _amount(satu.pagu)) for key, satu in before.items() if key not in now]
    gone = [before[satu.kunci] for satu in lost if pilihan.leaves(satu.kunci)]
    kept = [before[satu.kunci] for satu in lost if not pilihan.leaves(satu.kunci)]
    document = document_of(pilihan)
    known = known_document(documents, document)
    listed = (*change_of(document, known), *changes, *(_removal(satu) for satu in gone))
    changed = {(satu.butir, satu.tahun) for satu in changes}
    same = sum((_name(satu), satu.tahun) not in changed for satu in fresh)
    lines = _whole(fresh, kept, before) if changes or gone else ()
    again = {place: satu.urutan for place, satu in enumerate(kept, len(fresh) + 1)} if lines else {}
    usulan = Usulan(listed, same, tuple(lost), (), findings, _totals(fresh))
    return RencanaProgram(tuple(lines), again, document, known, usulan)


def _tree(tables: Iterable[LINES], pilihan: PilihanRencana) -> tuple[list[BarisPagu], tuple[Finding, ...]]:
    """The lines of this year on the three levels, spending groups summed, numbered anew over all tables."""
    katalog = load_aturan().katalog
    lines, seen, findings, years = list[BarisPagu](), dict[str, BarisPagu](), list[Finding](), set[int | None]()
    names: dict[int, str] = {}
    for lembar, records_ in tables:
        years |= {satu.tahun for satu in records_}
        numbers: dict[int, int] = {}
        for satu in _of_year(records_, pilihan.tahun):
            new = _line(satu, len(lines) + 1, numbers.get(satu.induk or 0), lembar, pilihan)
            key = identity(new, names.get(new.induk or 0, ""))
            twin = seen.get(key)
            numbers[satu.urutan] = twin.urutan if twin else new.urutan
            if twin is None:
                seen[key], names[new.urutan] = new, key
                lines.append(new)
            elif not same_value(twin.pagu, new.pagu):
                findings.append(
                    katalog.temuan("rencana_pagu_ganda", lembar=lembar, sel=new.sumber.sel, nilai=_name(new),
                                   lain=place(twin.sumber.lembar, twin.sumber.sel, awal=False))
                )  # fmt: skip
    if not lines and years:
        ada = ", ".join(str(year) for year in sorted(years - {None}, key=str)) or "tidak tertulis"
        findings.append(katalog.temuan("rencana_program_kosong", tahun=pilihan.tahun, ada=ada))
    return lines, (*findings, *_about_amounts(lines))


def _of_year(records_: Sequence[BacaanAnggaran], tahun: int) -> Iterator[BacaanAnggaran]:
    """One record a line: groups summed; lines of quarters, of other years and of other levels left out."""
    groups: dict[int, list[BacaanAnggaran]] = {}
    for satu in records_:
        if satu.tingkat in LEVELS and satu.tahun in (None, tahun) and satu.triwulan is None:
            groups.setdefault(satu.urutan, []).append(satu)
    for group in groups.values():
        amounts = [satu.pagu.angka for satu in group if satu.pagu.angka is not None]
        whole = len(group) > 1 and len(amounts) > 0
        yield replace(group[0], pagu=terukur(sum(amounts, Decimal(0)))) if whole else group[0]


def _line(satu: BacaanAnggaran, urutan: int, induk: int | None, lembar: str, pilihan: PilihanRencana) -> BarisPagu:
    place = Source(lembar=lembar, sel=satu.sel.get("pagu", satu.sel.get("uraian", "")))
    name = " ".join(satu.uraian.split())
    return BarisPagu(
        pilihan.tahun, pilihan.tahap, urutan, satu.kode, name, satu.tingkat, in_sen(satu.pagu), induk, sumber=place
    )


def _about_amounts(lines: Sequence[BarisPagu]) -> Iterator[Finding]:
    katalog = load_aturan().katalog
    for satu, total in sums_that_differ(lines):
        yield katalog.temuan(
            "rencana_pagu_jumlah_beda", lembar=satu.sumber.lembar, sel=satu.sumber.sel, nilai=_name(satu),
            tingkat=SEBUTAN_TINGKAT[satu.tingkat], pagu=_amount(satu.pagu), jumlah=format_rupiah(total),
        )  # fmt: skip
    for satu in lines:
        if satu.pagu.status is StatusNilai.TEKS or (satu.pagu.angka is not None and abs(satu.pagu.angka) > MOST_RUPIAH):
            yield katalog.temuan(
                "rencana_pagu_bukan_angka", lembar=satu.sumber.lembar, sel=satu.sumber.sel, nilai=satu.pagu.teks
            )


def _by_identity(lines: Sequence[BarisPagu]) -> dict[str, BarisPagu]:
    names = identities(lines)
    return {names[satu.urutan]: satu for satu in lines}


def _compared(now: BarisPagu, before: BarisPagu | None, other: BarisPagu | None) -> Iterator[PerubahanRencana]:
    """What differs of one line; a line new to this stage shows the pagu of the other stage beside it."""
    place = (now.sumber.lembar, now.sumber.sel)
    if before is None:
        was = "" if other is None else f"{_amount(other.pagu)} ({other.tahap.value})"
        yield PerubahanRencana(Golongan.BARU, _name(now), "Pagu", now.tahun, was, _amount(now.pagu), *place)
        return
    if not same_value(before.pagu, now.pagu):
        yield PerubahanRencana(
            Golongan.BERUBAH, _name(now), "Pagu", now.tahun, _amount(before.pagu), _amount(now.pagu), *place
        )
    if before.uraian != now.uraian:
        yield PerubahanRencana(Golongan.BERUBAH, _name(now), "Uraian", now.tahun, before.uraian, now.uraian, *place)


def _removal(satu: BarisPagu) -> PerubahanRencana:
    return PerubahanRencana(Golongan.DIHAPUS, _name(satu), "Pagu", satu.tahun, _amount(satu.pagu), "")


def _whole(fresh: list[BarisPagu], kept: list[BarisPagu], before: dict[str, BarisPagu]) -> list[BarisPagu]:
    """The tree of the file, then the lines it does not name, below the same parents as before."""
    names = {satu.urutan: key for key, satu in before.items()}
    numbers = {key: satu.urutan for key, satu in _by_identity(fresh).items()}
    lines = list(fresh)
    for satu in kept:
        numbers[names[satu.urutan]] = len(lines) + 1
        above = numbers.get(names.get(satu.induk or 0, ""))
        lines.append(replace(satu, urutan=len(lines) + 1, induk=above))
    return lines


def _totals(lines: Sequence[BarisPagu]) -> dict[str, Decimal]:
    """Count and sum of each level, to compare with the paper."""
    totals: dict[str, Decimal] = {}
    for level in LEVELS:
        of_level = [satu for satu in lines if satu.tingkat is level]
        if of_level:
            name = SEBUTAN_TINGKAT[level]
            totals[f"Banyak {name}"] = Decimal(len(of_level))
            totals[f"Pagu {name} (Rp)"] = sum((satu.pagu.angka or Decimal(0) for satu in of_level), Decimal(0))
    return totals


def _name(satu: BarisPagu) -> str:
    return f"{satu.kode} {satu.uraian}".strip()


def _amount(nilai: Nilai) -> str:
    return format_rupiah(nilai.angka) if nilai.angka is not None else (nilai.teks or "kosong")


def store_program(deed: Deed, plan: RencanaProgram, pilihan: PilihanRencana, impor_id: int) -> None:
    """Append the whole tree; it is in force from now on. Lines the file does not name keep origin and document."""
    document = store_document(deed, plan.dokumen, plan.dokumen_id)
    origins = records.load_origins(deed.connection, pilihan.tahun, pilihan.tahap)
    asal = {place: origins[old] for place, old in plan.tetap.items()}
    lines = [satu if satu.urutan in asal else replace(satu, dokumen_id=document) for satu in plan.baris]
    records.add_pagu(deed, lines, impor_id, asal)
