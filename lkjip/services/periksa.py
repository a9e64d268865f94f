"""`python -m lkjip periksa`: is the database sound, the chain of the trail whole, every kept file what it was?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from lkjip.domain.access import Actor, Aksi
from lkjip.services import rights
from lkjip.store import Store, audit, impor


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """What was found. `kepala`: number and seal of the newest row of the trail, to be compared with an earlier one."""

    basis_data: tuple[str, ...]
    jejak: tuple[str, ...]
    berkas: tuple[str, ...]
    baris: int
    kepala: str
    jumlah_berkas: int

    @property
    def sehat(self) -> bool:
        """Nothing wrong anywhere."""
        return not (self.basis_data or self.jejak or self.berkas)


def check(store: Store, actor: Actor, kepala: str = "") -> Pemeriksaan:
    """Look at everything. `kepala`: a seal noted earlier; where it is no longer in the trail, rows were removed."""
    with rights.reading(store, actor, Aksi.PERIKSA) as connection:
        broken = [f"Baris {number}: segel tidak cocok; baris ini atau yang sebelumnya diubah atau dihapus."
                  for number in audit.broken_rows(connection)]  # fmt: skip
        baris, segel = audit.head(connection)
        if kepala and not audit.has_seal(connection, kepala):
            broken.append(f"Segel {kepala} tidak ada lagi di jejak audit: baris terakhir dihapus atau diganti.")
        missing = [f"Impor {row['id']} ('{row['nama_berkas']}'): berkas aslinya hilang."
                   for row in impor.without_file(connection)]  # fmt: skip
        changed, count = list[str](), 0
        for sha256, nama, isi in impor.every_file(connection):
            count += 1
            if hashlib.sha256(isi).hexdigest() != sha256:
                changed.append(f"Berkas '{nama}' ({sha256[:12]}): isinya tidak sama lagi dengan sidiknya.")
    return Pemeriksaan(tuple(store.check()), tuple(broken), (*missing, *changed), baris, segel, count)


def lines(hasil: Pemeriksaan) -> list[str]:
    """For the command line."""
    parts = (
        ("Basis data", hasil.basis_data, "utuh"),
        ("Jejak audit", hasil.jejak, f"{hasil.baris} baris, rantai utuh, segel terakhir {hasil.kepala or '(kosong)'}"),
        ("Arsip berkas", hasil.berkas, f"{hasil.jumlah_berkas} berkas, semua cocok dengan sidiknya"),
    )
    found = []
    for nama, salah, baik in parts:
        found += [f"{nama}: {baik}."] if not salah else [f"{nama}: {len(salah)} kesalahan.", *(f"  {x}" for x in salah)]
    return found
