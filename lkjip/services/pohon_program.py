"""Lines of the programme tree by form: one added, changed or taken out; each makes the whole tree a new load."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lkjip.domain.access import Actor, Aksi
from lkjip.domain.anggaran import SEBUTAN_TINGKAT
from lkjip.domain.dokumen import NAMA_DOKUMEN, Dokumen, JenisDokumen, Tahap
from lkjip.domain.numbers import Nilai, format_rupiah
from lkjip.domain.pagu import BarisPagu
from lkjip.domain.pohon_pagu import BELUM, parts_of, renumbered, tree_of, twin_by_name, with_line
from lkjip.domain.trace import Source
from lkjip.errors import RefusedError, StaleError
from lkjip.services import rights
from lkjip.services.facts import same_value
from lkjip.services.isian import check_year, read_rupiah, read_text
from lkjip.services.letak_baris import IsianBaris, level_of, place_of
from lkjip.services.rencana_dokumen import known_document, store_document
from lkjip.store import Deed, Store, dokumen
from lkjip.store import pagu as records

JENIS = {Tahap.MURNI: JenisDokumen.DPA, Tahap.PERUBAHAN: JenisDokumen.DPPA}


@dataclass(frozen=True, slots=True)
class DasarPagu:
    """The document that sets a line, where there is one, and why the line changes."""

    nomor: str = ""
    tanggal: date | None = None
    alasan: str = ""


TANPA_DASAR = DasarPagu()


def add(  # noqa: PLR0917  (which tree, what, on which ground)
    store: Store, actor: Actor, tahun: int, tahap: Tahap, isian: IsianBaris, dasar: DasarPagu = TANPA_DASAR,
    *, kartu: str = "",
) -> None:  # fmt: skip
    """A new line where its code belongs (its parent must stand in the tree), or without a code where `induk` says."""
    kode, tingkat = level_of(isian)
    uraian, pagu = read_text(isian.uraian, "Uraian"), read_rupiah(isian.pagu, "Pagu")
    check_year(tahun)
    place = f"{tahap.value} {tahun}: {kode or uraian}"
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, "tambah baris program", place, kartu=kartu) as deed:
        lines = tree_of(records.load_pagu(deed.connection, tahun), tahun, tahap)
        induk, tingkat = place_of(lines, isian, kode, tingkat)
        new = BarisPagu(tahun, tahap, BELUM, kode, uraian, tingkat, pagu, induk.urutan if induk else None)
        _only_one(lines, new)
        deed.sesudah = _written(new, dasar)
        _store(deed, with_line(lines, new), new, dasar)


def change(
    store: Store, actor: Actor, terlihat: BarisPagu, uraian: str, pagu: str, *, dasar: DasarPagu = TANPA_DASAR
) -> bool:
    """New wording and pagu of the line that was seen; False where nothing differs."""
    uraian, nilai = read_text(uraian, "Uraian"), read_rupiah(pagu, "Pagu")

    def changed(deed: Deed, lines: Sequence[BarisPagu], old: BarisPagu) -> bool:
        new = replace(old, uraian=uraian, pagu=nilai, sumber=Source())
        if old.uraian == uraian and same_value(old.pagu, nilai) and _document_stands(deed, old, dasar):
            return False
        _only_one(lines, new)
        deed.sebelum, deed.sesudah = _written(old), _written(new, dasar)
        _store(deed, [new if satu is old else satu for satu in lines], new, dasar)
        return True

    return _on_line(store, actor, "ubah baris program", terlihat, changed)


def remove(store: Store, actor: Actor, terlihat: BarisPagu, dasar: DasarPagu = TANPA_DASAR) -> None:
    """Take the line that was seen out of the tree; one that has parts stays. The last one leaves an empty tree."""

    def removed(deed: Deed, lines: Sequence[BarisPagu], old: BarisPagu) -> bool:
        parts = parts_of(lines, old.urutan)
        if parts:
            raise RefusedError(
                f"Baris ini masih memuat {len(parts)} {SEBUTAN_TINGKAT[parts[0].tingkat]}. Keluarkan bagiannya dahulu."
            )
        rest = [satu for satu in lines if satu is not old]
        deed.sebelum, deed.sesudah = _written(old), _ground(dasar)
        if rest:
            _store(deed, rest, None, dasar)
        elif records.load_origins(deed.connection, old.tahun, old.tahap):
            records.empty_pagu(deed, old.tahun, old.tahap, _store_document(deed, old.tahun, old.tahap, dasar))
        else:
            raise RefusedError(
                "Pagu perubahan belum dimulai; baris ini satu-satunya baris pagu murni. Keluarkan dari pagu murni, "
                "atau tambahkan dahulu baris yang menggantikannya."
            )
        return True

    _on_line(store, actor, "keluarkan baris program", terlihat, removed)


def name_of(satu: BarisPagu) -> str:
    """A line as it is called: code and wording."""
    return f"{satu.kode} {satu.uraian}".strip()


def amount_of(nilai: Nilai) -> str:
    """The pagu in rupiah, or its words."""
    return format_rupiah(nilai.angka) if nilai.angka is not None else (nilai.teks or "kosong")


def _on_line(
    store: Store, actor: Actor, perbuatan: str, terlihat: BarisPagu,
    act: Callable[[Deed, Sequence[BarisPagu], BarisPagu], bool],
) -> bool:  # fmt: skip
    """Do something with the line as it stands now, if it stands as it was seen."""
    place = f"{terlihat.tahap.value} {terlihat.tahun}: {name_of(terlihat)}"
    with rights.deed(store, actor, Aksi.UBAH_RENCANA, perbuatan, place) as deed:
        lines = tree_of(records.load_pagu(deed.connection, terlihat.tahun), terlihat.tahun, terlihat.tahap)
        done = act(deed, lines, _as_seen(lines, terlihat))
        deed.silent = not done
    return done


def _as_seen(lines: Sequence[BarisPagu], terlihat: BarisPagu) -> BarisPagu:
    """The line with the code that was seen; without a code the line of that name."""
    same = [satu for satu in lines if satu.tingkat is terlihat.tingkat and satu.kode == terlihat.kode]
    if not terlihat.kode:
        same = [satu for satu in same if satu.uraian == terlihat.uraian]
        if len(same) > 1:  # below several parents; else not asked: their numbers move when lines come and go
            same = [satu for satu in same if satu.induk == terlihat.induk]
    if not same:
        raise StaleError(f"Baris '{name_of(terlihat)}' sudah tidak ada di pohon program. Muat ulang halaman.")
    now = same[0]
    if now.uraian != terlihat.uraian or not same_value(now.pagu, terlihat.pagu):
        by = f" oleh {now.sumber.oleh} pada {now.sumber.pada}" if now.sumber.oleh else ""
        raise StaleError(
            f"Baris ini sudah diubah{by}: '{name_of(now)}', {amount_of(now.pagu)}. "
            "Isian Anda belum disimpan: bandingkan, lalu simpan lagi."
        )
    return now


def _only_one(lines: Sequence[BarisPagu], new: BarisPagu) -> None:
    if not new.kode and twin_by_name(lines, new) is not None:
        raise RefusedError(f"'{new.uraian}' sudah ada di bawah induk yang sama. Pakai uraian lain.")


def _document(tahun: int, tahap: Tahap, dasar: DasarPagu) -> Dokumen | None:
    nomor = " ".join(dasar.nomor.split())
    if not nomor:
        if dasar.tanggal is not None:
            raise RefusedError(
                f"Nomor {NAMA_DOKUMEN[JENIS[tahap]]} belum diisi. Isi nomornya, atau kosongkan tanggalnya."
            )
        return None
    return Dokumen(0, JENIS[tahap], tahun, nomor, dasar.tanggal, " ".join(dasar.alasan.split()))


def _document_stands(deed: Deed, old: BarisPagu, dasar: DasarPagu) -> bool:
    """No document was named, or the one this line has already."""
    named = _document(old.tahun, old.tahap, dasar)
    return named is None or known_document(dokumen.load_dokumen(deed.connection), named) == (old.dokumen_id or -1)


def _store_document(deed: Deed, tahun: int, tahap: Tahap, dasar: DasarPagu) -> int | None:
    new = _document(tahun, tahap, dasar)
    return store_document(deed, new, known_document(dokumen.load_dokumen(deed.connection), new))


def _store(deed: Deed, lines: Sequence[BarisPagu], fresh: BarisPagu | None, dasar: DasarPagu) -> None:
    """Append the whole tree; every line but the fresh one keeps its origin and its document."""
    some = lines[0]
    stands = any(satu.tahap is some.tahap for satu in records.load_pagu(deed.connection, some.tahun))
    origins = records.load_origins(deed.connection, some.tahun, some.tahap if stands else Tahap.MURNI)
    document = _store_document(deed, some.tahun, some.tahap, dasar)
    asal = {
        place: origins[satu.urutan]
        for place, satu in enumerate(lines, 1)
        if satu is not fresh and satu.urutan in origins
    }
    named = [replace(satu, dokumen_id=document or satu.dokumen_id) if satu is fresh else satu for satu in lines]
    records.add_pagu(deed, renumbered(named), asal=asal)


def _written(satu: BarisPagu, dasar: DasarPagu = TANPA_DASAR) -> dict[str, str]:
    return {"uraian": satu.uraian, "pagu": amount_of(satu.pagu)} | _ground(dasar)


def _ground(dasar: DasarPagu) -> dict[str, str]:
    texts = {"dokumen": " ".join(dasar.nomor.split()), "alasan": " ".join(dasar.alasan.split())}
    return {name: isi for name, isi in texts.items() if isi}
