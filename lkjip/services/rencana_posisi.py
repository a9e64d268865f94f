"""The place of each indicator in one Renstra: its tujuan and sasaran there, kondisi awal, target akhir."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lkjip.domain.evaluasi import DataKinerja
from lkjip.domain.numbers import Nilai, StatusNilai
from lkjip.domain.renstra import PosisiRenstra, Renstra
from lkjip.domain.showing import show_nilai
from lkjip.domain.trace import Source
from lkjip.services.facts import same_value
from lkjip.services.matching import text_key
from lkjip.services.rencana_cocok import Butir
from lkjip.services.rencana_pilihan import Golongan, Hilang, PerubahanRencana

NOT_YET = 0  # id of a sasaran or tujuan this import brings


@dataclass(slots=True)
class RencanaPosisi:
    """Positions to append (ids NOT_YET are looked up by their text when stored), and those to take out."""

    tujuan_baru: dict[str, str] = field(default_factory=dict)
    sasaran_baru: dict[str, str] = field(default_factory=dict)
    posisi: list[tuple[Butir, PosisiRenstra]] = field(default_factory=list)
    keluar: list[PosisiRenstra] = field(default_factory=list)
    perubahan: list[PerubahanRencana] = field(default_factory=list)
    hilang: list[Hilang] = field(default_factory=list)
    sama: int = 0


class Penempat:
    """Compares the file's places with those of one Renstra."""

    def __init__(self, data: DataKinerja, renstra: Renstra) -> None:
        self.renstra = renstra
        goals = [satu for satu in data.rencana.tujuan if satu.renstra_id == renstra.id]
        self.tujuan = {text_key(satu.teks): satu.id for satu in goals}
        self.sasaran = {text_key(satu.teks): satu.id for satu in data.sasaran}
        self.nama_tujuan = {satu.id: satu.teks for satu in goals}
        self.nama_sasaran = {satu.id: satu.teks for satu in data.sasaran}
        self.indikator = {satu.id: satu.teks for satu in data.indikator}
        self.lama = {satu.indikator_id: satu for satu in data.rencana.posisi if satu.renstra_id == renstra.id}
        self.hasil = RencanaPosisi()

    def plan(self, butir: Iterable[Butir]) -> RencanaPosisi:
        """Goals and places of all indicators of the file, then those of the Renstra the file does not name."""
        named = set()
        for item in butir:
            named.add(item.nomor)
            self._goal(item, "Tujuan", item.utama.tujuan, self.tujuan, self.hasil.tujuan_baru)
            self._goal(item, "Sasaran", item.sasaran, self.sasaran, self.hasil.sasaran_baru)
            self._place(item)
        self.hasil.hilang = [
            Hilang(str(key), self.indikator[key], f"keluar dari {self.renstra.nama}")
            for key, posisi in self.lama.items()
            if posisi.berlaku and key not in named and key in self.indikator
        ]
        return self.hasil

    def take_out(self, keys: Iterable[str]) -> None:
        """Take these out of the Renstra: nothing is deleted, they are no longer part of it."""
        for key in keys:
            posisi = self.lama[int(key)]
            self.hasil.keluar.append(replace(posisi, berlaku=False))
            self.hasil.perubahan.append(
                PerubahanRencana(Golongan.DIHAPUS, self.indikator[int(key)], f"Bagian dari {self.renstra.nama}",
                                 None, "ya", "tidak")
            )  # fmt: skip

    def _goal(self, item: Butir, name: str, teks: str, known: Mapping[str, int], new: dict[str, str]) -> None:
        key = text_key(teks)
        if not teks or key in known or key in new:
            return
        new[key] = teks
        cell = item.utama.sel.get(name.lower(), "")
        self.hasil.perubahan.append(
            PerubahanRencana(Golongan.BARU, teks, name, None, "", teks, item.utama.lembar, cell)
        )

    def _place(self, item: Butir) -> None:
        line, old = item.utama, self.lama.get(item.nomor)
        place = old or PosisiRenstra(self.renstra.id, item.nomor, NOT_YET)
        now = replace(
            place,
            sasaran_id=self.sasaran.get(text_key(item.sasaran), NOT_YET) if line.sasaran or old is None
            else place.sasaran_id,
            tujuan_id=self.tujuan.get(text_key(line.tujuan), NOT_YET) if line.tujuan else place.tujuan_id,
            awal=item.first("awal").awal or place.awal,
            tahun_awal=item.first("awal").tahun_awal or place.tahun_awal,
            akhir=item.first("akhir").akhir or place.akhir,
            berlaku=True,
            sumber=Source(lembar=line.lembar, sel=line.sel.get("indikator", "")),
        )  # fmt: skip
        changes = list(self._differences(item, old, now))
        self.hasil.perubahan += changes
        if changes or old is None:
            self.hasil.posisi.append((item, now))
        else:
            self.hasil.sama += 1

    def _differences(self, item: Butir, old: PosisiRenstra | None, now: PosisiRenstra) -> Iterator[PerubahanRencana]:
        line = item.utama
        if item.stored is not None and (old is None or not old.berlaku):
            yield self._said(
                item, f"Bagian dari {self.renstra.nama}", "" if old is None else "tidak", "ya", "indikator"
            )
        if old is not None and now.sasaran_id != old.sasaran_id:
            yield self._said(item, "Sasaran", self.nama_sasaran.get(old.sasaran_id, ""), item.sasaran, "sasaran")
        if old is not None and now.tujuan_id != old.tujuan_id:
            yield self._said(item, "Tujuan", self.nama_tujuan.get(old.tujuan_id or 0, ""), line.tujuan, "tujuan")
        was = old or PosisiRenstra(self.renstra.id, item.nomor, NOT_YET)
        if now.awal is not None and not (_same(was.awal, now.awal) and was.tahun_awal == now.tahun_awal):
            yield self._value(item, "Kondisi awal", now.tahun_awal, was.awal, now.awal, "awal")
        if now.akhir is not None and not _same(was.akhir, now.akhir):
            yield self._value(item, "Target akhir", self.renstra.akhir, was.akhir, now.akhir, "akhir")

    def _said(self, item: Butir, apa: str, sebelum: str, sesudah: str, sel: str) -> PerubahanRencana:
        group = Golongan.BERUBAH if sebelum else Golongan.BARU
        name = item.stored.teks if item.stored else item.utama.indikator
        return PerubahanRencana(
            group, name, apa, None, sebelum, sesudah, item.utama.lembar, item.utama.sel.get(sel, "")
        )

    def _value(  # noqa: PLR0917  (the parts of one row of the preview)
        self, item: Butir, apa: str, tahun: int | None, sebelum: Nilai | None, sesudah: Nilai, sel: str
    ) -> PerubahanRencana:
        line = item.first(sel)
        group = Golongan.BARU if sebelum is None else Golongan.BERUBAH
        name = item.stored.teks if item.stored else item.utama.indikator
        before = "" if sebelum is None else show_nilai(sebelum)
        return PerubahanRencana(
            group, name, apa, tahun, before, show_nilai(sesudah), line.lembar, line.sel.get(sel, "")
        )


def _same(satu: Nilai | None, dua: Nilai | None) -> bool:
    """An ambiguous value is asked about before anything is stored."""
    return same_value(satu, dua) and (dua is None or dua.status is not StatusNilai.AMBIGU)
