"""What sections send: looked at, stored as a version, accepted or returned; every version and what changed in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.finding import Tingkat
from lkjip.domain.indikator import LONGEST_TEXT
from lkjip.domain.isian_kiriman import KATA, PerubahanIsian, differences
from lkjip.domain.pengumpulan import Keadaan, Kiriman, Penjelasan, PutusanKiriman
from lkjip.domain.trace import Source
from lkjip.errors import RefusedError, StaleError
from lkjip.services import rights
from lkjip.services.kiriman_pratinjau import TANPA_KETIKAN, Ketikan, Pratinjau, SeksiTahun, look
from lkjip.services.reading import Reading
from lkjip.store import Deed, Store, impor, penjelasan, realisasi, seksi
from lkjip.store import kiriman as records

__all__ = ["Ketikan", "Pratinjau", "RiwayatKiriman", "SeksiTahun", "Tersimpan"]


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """What became of an upload: the version in force now, and a sentence."""

    kiriman_id: int
    versi: int
    kalimat: str
    sudah_ada: bool = False


@dataclass(frozen=True, slots=True)
class RiwayatKiriman:
    """One version with its file and the last word about it."""

    kiriman: Kiriman
    berkas: str
    sha256: str
    putusan: PutusanKiriman | None


def preview(
    store: Store, actor: Actor, reading: Reading, untuk: SeksiTahun, ketikan: Ketikan = TANPA_KETIKAN
) -> Pratinjau:
    """What storing this workbook for this section and year would do now, and what stands against it."""
    with rights.reading(store, actor, Aksi.UNGGAH, untuk.seksi_id) as connection:
        return look(connection, rights.as_now(connection, actor), reading, untuk, checked_words(ketikan))


def save(
    store: Store, actor: Actor, reading: Reading, content: bytes, *, untuk: SeksiTahun, ketikan: Ketikan = TANPA_KETIKAN
) -> Tersimpan:
    """Store the workbook as the next version with all its facts in one transaction, or nothing at all."""
    if hashlib.sha256(content).hexdigest() != reading.sha256:
        raise RefusedError(f"Berkas '{reading.berkas}' berubah sejak dibaca. Unggah sekali lagi.")
    ketikan = checked_words(ketikan)
    with rights.deed(store, actor, Aksi.UNGGAH, "simpan kiriman", reading.berkas, seksi=untuk.seksi_id) as deed:
        seen = look(deed.connection, deed.actor, reading, untuk, ketikan)
        if seen.sudah_ada and seen.berlaku is not None:
            deed.silent = True
            return Tersimpan(seen.berlaku.id, seen.berlaku.versi, seen.sudah_ada, sudah_ada=True)
        _refuse_errors(seen)
        return _store(deed, seen, reading, content, ketikan)


def _refuse_errors(seen: Pratinjau) -> None:
    errors = [satu for satu in seen.temuan if satu.tingkat is Tingkat.GALAT]
    if errors:
        raise RefusedError(f"{len(errors)} galat belum diperbaiki. Yang pertama: {errors[0].pesan} {errors[0].saran}")


def _store(deed: Deed, seen: Pratinjau, reading: Reading, content: bytes, ketikan: Ketikan) -> Tersimpan:
    isi, rencana = seen.isi, seen.rencana
    impor.keep_bytes(deed, reading.sha256, reading.berkas, content)
    summary: Mapping[str, object] = {"hitung": [asdict(satu) for satu in seen.hitung], "kiriman": seen.versi}
    impor_id = impor.add_impor(
        deed, reading.sha256, reading.berkas, isi.tahun, summary, anggaran_ganti=False, seksi=isi.seksi_id
    )
    realisasi.add_realisasi(deed, rencana.realisasi, impor_id)
    penjelasan.add_penjelasan(deed, rencana.penjelasan, impor_id)
    for key, evidence in (rencana.data_dukung or {}).items():
        penjelasan.set_data_dukung(deed, key, isi.tahun, evidence, impor_id)
    penjelasan.add_serapan(deed, rencana.serapan, impor_id)
    penjelasan.add_penjelasan(deed, _typed(ketikan, seen))
    key = records.add_kiriman(deed, Kiriman(0, isi.tahun, isi.seksi_id, 0, impor_id, seen.format_id, dict(seen.isian)))
    sentence = f"Tersimpan: {isi.seksi} tahun {isi.tahun}, versi {seen.versi}, {len(seen.isian)} isian."
    deed.sebelum = {"versi": seen.berlaku.versi} if seen.berlaku else ""
    deed.sesudah = {"impor": impor_id, "sha256": reading.sha256, "kiriman": key, "isi": sentence,
                    "berubah": len(seen.perubahan)}  # fmt: skip
    return Tersimpan(key, seen.versi, sentence)


def _typed(ketikan: Ketikan, seen: Pratinjau) -> tuple[Penjelasan, ...]:
    """What was typed beside the workbook, for indicators of this section only."""
    mine = {satu.indikator_id for satu in seen.isi.indikator}
    return tuple(replace(kata, sumber=Source()) for key, kata in ketikan.items() if key in mine)


def checked_words(ketikan: Ketikan) -> Ketikan:
    """Trimmed texts; one that is too long is refused."""
    checked = {}
    for key, kata in ketikan.items():
        texts = {medan: getattr(kata, medan).strip() for medan in KATA}
        for medan, isi in texts.items():
            if len(isi) > LONGEST_TEXT:
                raise RefusedError(
                    f"{medan.replace('_', ' ').capitalize()} terlalu panjang ({len(isi)} huruf, "
                    f"paling banyak {LONGEST_TEXT}). Ringkas dahulu."
                )
        if any(texts.values()):
            checked[key] = Penjelasan(key, kata.tahun, **texts)
    return checked


def history(store: Store, actor: Actor, tahun: int, seksi_id: int) -> tuple[RiwayatKiriman, ...]:
    """All versions of a section, newest first; a section sees its own."""
    with rights.reading(store, actor, Aksi.LIHAT_UNGGAHAN, seksi_id) as connection:
        versi = records.load_kiriman(connection, tahun, seksi_id)
        putusan, files = records.load_putusan(connection, tahun), records.load_berkas(connection, tahun)
    return tuple(
        RiwayatKiriman(satu, files[satu.id].nama, files[satu.id].sha256, putusan.get(satu.id))
        for satu in reversed(versi)
    )


def changes(store: Store, actor: Actor, sebelum: int, sesudah: int) -> tuple[PerubahanIsian, ...]:
    """What two versions of one section say differently (ids)."""
    with store.read() as connection:
        pair = [records.find_kiriman(connection, key) for key in (sebelum, sesudah)]
    owner = pair[1].seksi_id if pair[1] else actor.seksi
    with rights.reading(store, actor, Aksi.LIHAT_UNGGAHAN, owner):
        first, second = pair
        if first is None or second is None:
            raise RefusedError("Versi kiriman ini tidak ada. Muat ulang halaman.")
        if (first.seksi_id, first.tahun) != (second.seksi_id, second.tahun):
            raise RefusedError("Hanya dua versi dari seksi dan tahun yang sama yang dapat dibandingkan.")
    return differences(first.isi, second.isi)


def accept(store: Store, actor: Actor, kiriman_id: int, terlihat: PutusanKiriman | None, catatan: str = "") -> None:
    """Accept the version in force; `terlihat` is the word about it the analyst has seen."""
    _judge(store, actor, PutusanKiriman(kiriman_id, Keadaan.DITERIMA, catatan.strip()), terlihat)


def return_with_reason(
    store: Store, actor: Actor, kiriman_id: int, terlihat: PutusanKiriman | None, alasan: str
) -> None:
    """Return the version in force to its section; the reason tells what to mend."""
    _judge(store, actor, PutusanKiriman(kiriman_id, Keadaan.DIKEMBALIKAN, alasan.strip()), terlihat)


def _judge(store: Store, actor: Actor, putusan: PutusanKiriman, terlihat: PutusanKiriman | None) -> None:
    """Only about the version the analyst has seen, while it is the one in force and nobody else has judged it since."""
    deeds = {Keadaan.DITERIMA: "terima kiriman", Keadaan.DIKEMBALIKAN: "kembalikan kiriman"}
    with rights.deed(store, actor, Aksi.NILAI_KIRIMAN, deeds[putusan.keadaan]) as deed:
        satu = records.find_kiriman(deed.connection, putusan.kiriman_id)
        if satu is None:
            raise RefusedError("Kiriman ini tidak ada. Muat ulang halaman.")
        owner = seksi.find_seksi(deed.connection, satu.seksi_id)
        deed.objek = f"{owner.nama if owner else ''} {satu.tahun}, versi {satu.versi}".strip()
        if putusan.keadaan is Keadaan.DIKEMBALIKAN and not any(huruf.isalnum() for huruf in putusan.alasan):
            raise RefusedError("Catatan untuk seksi belum diisi. Tulis apa yang harus diperbaiki.")
        if len(putusan.alasan) > LONGEST_TEXT:
            raise RefusedError(
                f"Catatan untuk seksi terlalu panjang (paling banyak {LONGEST_TEXT} huruf). Ringkas dahulu."
            )
        newest = records.load_kiriman(deed.connection, satu.tahun, satu.seksi_id)[-1]
        if newest.id != satu.id:
            raise StaleError(
                f"Sudah ada versi {newest.versi}, dikirim {newest.oleh} pada {newest.pada}. "
                f"Periksa versi itu; putusan tentang versi {satu.versi} tidak disimpan."
            )
        before = records.load_putusan(deed.connection, satu.tahun).get(satu.id)
        if before is not None and _said(before) == _said(putusan):
            deed.silent = True
            return
        if before is not None and _said(before) != _said(terlihat):
            raise StaleError(
                f"Versi {satu.versi} sudah {before.keadaan.value} oleh {before.oleh} pada {before.pada}. "
                "Putusan Anda tidak disimpan; lihat dahulu keadaannya sekarang."
            )
        deed.sebelum, deed.sesudah = _said(before), _said(putusan)
        records.add_putusan(deed, putusan)


def _said(putusan: PutusanKiriman | None) -> dict[str, str]:
    return {"keadaan": putusan.keadaan.value, "alasan": putusan.alasan} if putusan else {}
