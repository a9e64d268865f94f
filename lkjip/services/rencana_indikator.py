"""What a plan says of indicators themselves: unit, definition, who answers; new ones, and fields that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace

from lkjip.domain.finding import Finding
from lkjip.domain.indikator import UNGROUPED, Rincian
from lkjip.domain.kantor import Seksi
from lkjip.rules import load_aturan
from lkjip.services.matching import text_key
from lkjip.services.rencana_cocok import Butir
from lkjip.services.rencana_pilihan import Golongan, PerubahanRencana, PilihanRencana
from lkjip.store import Deed, perencanaan

DEFAULT_RUMUS = "naik"
NAMA = {
    "definisi": "Definisi",
    "cara_ukur": "Cara mengukur",
    "sumber_data": "Sumber data",
    "bukti": "Bukti dukung",
    "satuan": "Satuan",
    "seksi_id": "Penanggung jawab",
}


@dataclass(slots=True)
class RencanaIndikator:
    """New indicators (`baru`: in file order) and the fields of stored ones that change."""

    baru: list[Butir] = field(default_factory=list)
    medan: dict[int, tuple[Butir, dict[str, object]]] = field(default_factory=dict)
    perubahan: list[PerubahanRencana] = field(default_factory=list)
    temuan: list[Finding] = field(default_factory=list)
    seksi: Mapping[str, Seksi] = field(default_factory=dict)


def plan_indikator(butir: Sequence[Butir], seksi: Sequence[Seksi], pilihan: PilihanRencana) -> RencanaIndikator:
    """Compare what the file says of each indicator with what is stored; an empty cell changes nothing."""
    plan = RencanaIndikator(seksi={text_key(satu.nama): satu for satu in seksi if satu.aktif})
    names = {satu.id: satu.nama for satu in seksi}
    unknown: dict[str, Butir] = {}
    for item in butir:
        written = item.first("penanggung").penanggung
        if written and text_key(written) not in plan.seksi:
            unknown.setdefault(written, item)
        if item.stored is None:
            plan.baru.append(item)
            plan.perubahan.append(_change(Golongan.BARU, item, "Indikator", "", item.utama.indikator, "indikator"))
            continue
        fields = dict(_differences(plan, item))
        if not _unit_fits(plan, item, fields, pilihan):
            fields.pop("satuan")
        if fields:
            plan.medan[item.stored.id] = (item, fields)
        plan.perubahan += [_field_change(item, name, value, names) for name, value in fields.items()]
    plan.temuan += [
        load_aturan().katalog.temuan(
            "rencana_penanggung_tak_dikenal", lembar=item.utama.lembar,
            sel=item.first("penanggung").sel.get("penanggung_jawab", ""), nilai=written,
        )
        for written, item in unknown.items()
    ]  # fmt: skip
    return plan


def _differences(plan: RencanaIndikator, item: Butir) -> Iterator[tuple[str, object]]:
    stored = item.stored
    assert stored is not None  # noqa: S101  (only called for stored ones)
    before = asdict(stored.rincian)
    for name, value in asdict(_details(item)).items():
        if value and value != before[name]:
            yield name, value
    unit = item.first("satuan").satuan
    if unit and text_key(unit) != text_key(stored.satuan):
        yield "satuan", unit
    seksi = plan.seksi.get(text_key(item.first("penanggung").penanggung))
    if seksi is not None and seksi.id != stored.seksi:
        yield "seksi_id", seksi.id


def _unit_fits(plan: RencanaIndikator, item: Butir, fields: Mapping[str, object], pilihan: PilihanRencana) -> bool:
    """A unit that differs from a stored one is an error, unless the user lets the file decide."""
    if "satuan" not in fields or item.stored is None or not item.stored.satuan or pilihan.ganti_satuan:
        return True
    line = item.first("satuan")
    plan.temuan.append(
        load_aturan().katalog.temuan(
            "rencana_satuan_berbeda", lembar=line.lembar, sel=line.sel.get("satuan", ""), nilai=line.satuan,
            indikator=item.stored.teks, tersimpan=item.stored.satuan,
        )
    )  # fmt: skip
    return False


def _details(item: Butir) -> Rincian:
    """Each detail from the first line that has it."""
    found = Rincian()
    for line in item.baris:
        missing = {name: value for name, value in asdict(line.rincian).items() if value and not getattr(found, name)}
        found = replace(found, **missing)
    return found


def _field_change(item: Butir, name: str, value: object, seksi: Mapping[int, str]) -> PerubahanRencana:
    stored = item.stored
    assert stored is not None  # noqa: S101  (only called for stored ones)
    before: object = {"satuan": stored.satuan, "seksi_id": stored.seksi}.get(name, getattr(stored.rincian, name, ""))
    if name == "seksi_id":
        before, value = seksi.get(stored.seksi or 0, ""), seksi[int(str(value))]
    cell = "penanggung_jawab" if name == "seksi_id" else name
    return _change(Golongan.BERUBAH if before else Golongan.BARU, item, NAMA[name], str(before or ""), str(value), cell)


def moved(item: Butir) -> PerubahanRencana:
    """The row of the preview for an indicator that gets its sasaran."""
    return _change(Golongan.BERUBAH, item, "Sasaran", UNGROUPED, item.sasaran, "sasaran")


def _change(  # noqa: PLR0917  (the parts of one row of the preview)
    golongan: Golongan, item: Butir, apa: str, sebelum: str, sesudah: str, sel: str
) -> PerubahanRencana:
    line = item.first({"penanggung_jawab": "penanggung", "satuan": "satuan"}.get(sel, "indikator"))
    name = item.stored.teks if item.stored else item.utama.indikator
    return PerubahanRencana(golongan, name, apa, None, sebelum, sesudah, line.lembar, line.sel.get(sel, ""))


def store_indikator(
    deed: Deed, plan: RencanaIndikator, sasaran: Mapping[str, int], pindah: Sequence[Butir] = ()
) -> dict[int, int]:
    """Add and change; returns the real id of each new one by its negative number.

    `sasaran`: id by text key; `pindah`: stored indicators that go to the sasaran of their line.
    """
    new = [
        perencanaan.IndikatorBaru(
            sasaran[text_key(item.sasaran)], item.utama.indikator, item.first("satuan").satuan, DEFAULT_RUMUS,
            ditetapkan=False, seksi=_section(plan, item), rincian=_details(item),
        )
        for item in plan.baru
    ]  # fmt: skip
    changes = {key: (item, dict(fields)) for key, (item, fields) in plan.medan.items()}
    for item in pindah:
        changes.setdefault(item.nomor, (item, {}))[1]["sasaran_id"] = sasaran[text_key(item.sasaran)]
    for key, (item, fields) in changes.items():
        perencanaan.change_indikator(deed, key, item.stored.versi if item.stored else 0, fields)
    return dict(zip((item.nomor for item in plan.baru), perencanaan.add_indikator(deed, new), strict=True))


def _section(plan: RencanaIndikator, item: Butir) -> int | None:
    found = plan.seksi.get(text_key(item.first("penanggung").penanggung))
    return found.id if found else None
