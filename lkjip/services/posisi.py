"""Kondisi awal and target akhir of an indicator in one Renstra, typed into a form: appended, never over what was."""

from __future__ import annotations

from collections.abc import Mapping, Sized
from dataclasses import dataclass, replace

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.indikator import Indikator
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.domain.renstra import PosisiRenstra, RencanaRenstra, Renstra, places_in, position_of, renstra_of, spelled_out
from lkjip.domain.tanggal import FIRST_YEAR
from lkjip.domain.trace import Source
from lkjip.errors import RefusedError, StaleError
from lkjip.services import rights
from lkjip.services.facts import same_value
from lkjip.services.isian import read_isian
from lkjip.services.tabel_target import written_value
from lkjip.store import Deed, Store, perencanaan
from lkjip.store import renstra as records

NAMA = {"awal": "Kondisi awal", "tahun_awal": "Tahun kondisi awal", "akhir": "Target akhir"}


@dataclass(frozen=True, slots=True)
class IsianPosisi:
    """The fields of the form, as shown or as typed."""

    awal: str = ""
    tahun_awal: int | None = None
    akhir: str = ""

    def written(self) -> dict[str, str]:
        """The fields as the user reads them."""
        tahun = "" if self.tahun_awal is None else str(self.tahun_awal)
        return {NAMA["awal"]: self.awal.strip(), NAMA["tahun_awal"]: tahun, NAMA["akhir"]: self.akhir.strip()}


def shown(rencana: RencanaRenstra, renstra_id: int, indikator_id: int) -> IsianPosisi:
    """What the form of this indicator in this Renstra shows now."""
    place = position_of(rencana, renstra_id, indikator_id)
    if place is None:
        return IsianPosisi()
    return IsianPosisi(written_value(place.awal), place.tahun_awal, written_value(place.akhir))


def renstra_with(rencana: RencanaRenstra, indikator_id: int, tahun: int) -> tuple[Renstra, ...]:
    """The Renstra an indicator has a form in: the one of the report year, then the others it stands in."""
    mine = renstra_of(rencana, tahun)
    inside = {satu.renstra_id for satu in rencana.posisi if satu.indikator_id == indikator_id and satu.berlaku}
    others = (satu for satu in rencana.renstra if satu.id in inside and satu != mine)
    return (*((mine,) if mine else ()), *others)


def belongs(rencana: RencanaRenstra, renstra_id: int, indikator_id: int) -> bool:
    """Is the indicator part of this Renstra? Without positions every indicator is."""
    places = places_in(rencana, renstra_id)
    return not places or any(satu.indikator_id == indikator_id for satu in places)


def save(  # noqa: PLR0917  (what was seen stands beside what was typed)
    store: Store, actor: Actor, renstra_id: int, indikator_id: int, terlihat: IsianPosisi, diketik: IsianPosisi
) -> bool:
    """Append what was changed; False where nothing was. The indicator becomes part of the Renstra where it is not yet.

    Refused: a value that can mean two things, a year after the Renstra has begun, a field somebody else changed.
    """
    changed = _changed(terlihat, diketik)
    if not changed:
        return False
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "isi kondisi awal dan target akhir", str(indikator_id)) as deed:
        rencana, indikator = records.load_rencana(deed.connection), perencanaan.load_indikator(deed.connection)
        renstra, satu = _find(rencana, renstra_id, indikator, indikator_id)
        deed.objek = f"{renstra.nama}: {satu.teks}"
        _refuse_stale(shown(rencana, renstra_id, indikator_id), terlihat, diketik, changed)
        old = position_of(rencana, renstra_id, indikator_id)
        whole = {place.indikator_id: place for place in spelled_out(rencana, indikator, renstra_id)}
        place = old or whole.get(indikator_id) or PosisiRenstra(renstra_id, indikator_id, satu.sasaran_id)
        values = {name: _read(name, diketik, renstra) for name in changed}
        if old is not None and old.berlaku and _same(old, values):
            deed.silent = True
            return False
        deed.objek += noted(whole, renstra)
        deed.sebelum = _texts(old, values)
        new = replace(place, **values, berlaku=True, sumber=Source())  # type: ignore[arg-type]
        deed.sesudah = _texts(new, values)
        records.add_posisi(deed, {**whole, indikator_id: new}.values())
    return True


def noted(whole: Sized, renstra: Renstra) -> str:
    """What the trail says where a Renstra without positions gets them all."""
    return f" ({len(whole)} indikator dicatat sebagai bagian {renstra.nama})" if whole else ""


def place_new(deed: Deed, renstra_id: int, indikator_id: int, sasaran_id: int) -> None:
    """Put an indicator into a Renstra that names its indicators; one that names none has them all."""
    rencana = records.load_rencana(deed.connection)
    if places_in(rencana, renstra_id):
        records.add_posisi(deed, [PosisiRenstra(renstra_id, indikator_id, sasaran_id)])


def move(deed: Deed, renstra_id: int, indikator_id: int, sasaran_id: int) -> None:
    """Under another sasaran of a Renstra the indicator serves the tujuan of that sasaran, where it serves one only."""
    rencana = records.load_rencana(deed.connection)
    old = position_of(rencana, renstra_id, indikator_id)
    if old is None or not old.berlaku or old.sasaran_id == sasaran_id:
        return
    goals = {satu.tujuan_id for satu in places_in(rencana, renstra_id) if satu.sasaran_id == sasaran_id}
    tujuan = goals.pop() if len(goals) == 1 else None
    records.add_posisi(deed, [replace(old, sasaran_id=sasaran_id, tujuan_id=tujuan, sumber=Source())])


def _changed(terlihat: IsianPosisi, diketik: IsianPosisi) -> tuple[str, ...]:
    was, now = terlihat.written(), diketik.written()
    return tuple(name for name, judul in NAMA.items() if was[judul] != now[judul])


def _find(
    rencana: RencanaRenstra, renstra_id: int, indikator: tuple[Indikator, ...], indikator_id: int
) -> tuple[Renstra, Indikator]:
    renstra = next((satu for satu in rencana.renstra if satu.id == renstra_id), None)
    satu = next((satu for satu in indikator if satu.id == indikator_id), None)
    if renstra is None or satu is None:
        what = "Renstra" if renstra is None else "Indikator"
        raise RefusedError(f"{what} ini sudah tidak ada. Muat ulang halaman.")
    return renstra, satu


def _read(name: str, diketik: IsianPosisi, renstra: Renstra) -> Nilai | int | None:
    """A field left empty says nothing: no value at all, not an empty one."""
    if name == "tahun_awal":
        tahun = diketik.tahun_awal
        if tahun is not None and not FIRST_YEAR <= tahun <= renstra.mulai:
            raise RefusedError(
                f"Tahun kondisi awal {tahun} tidak dapat dipakai: isi tahun sebelum {renstra.nama} berjalan, "
                f"antara {FIRST_YEAR} dan {renstra.mulai}."
            )
        return tahun
    judul = f"{NAMA[name]} {renstra.nama}"
    nilai = read_isian(getattr(diketik, name).strip(), judul)
    return None if nilai.status is StatusNilai.KOSONG else nilai


def _same(old: PosisiRenstra, values: Mapping[str, Nilai | int | None]) -> bool:
    return all(
        same_value(getattr(old, name), value) if not isinstance(value, int) else old.tahun_awal == value
        for name, value in values.items()
    )


def _refuse_stale(now: IsianPosisi, terlihat: IsianPosisi, diketik: IsianPosisi, changed: tuple[str, ...]) -> None:
    stored, seen, typed = now.written(), terlihat.written(), diketik.written()
    lain = [
        f"{judul} kini '{stored[judul] or 'kosong'}' (isian Anda: '{typed[judul]}')"
        for judul in (NAMA[name] for name in changed)
        if stored[judul] != seen[judul]
    ]
    if lain:
        raise StaleError(f"Sudah diubah orang lain: {'; '.join(lain)}. Isian Anda belum disimpan.")


def _texts(place: PosisiRenstra | None, values: Mapping[str, object]) -> dict[str, str]:
    if place is None:
        return {}
    isian = IsianPosisi(written_value(place.awal), place.tahun_awal, written_value(place.akhir)).written()
    return {NAMA[name]: isian[NAMA[name]] for name in values}
