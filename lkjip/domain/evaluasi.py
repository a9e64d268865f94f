"""The evaluation of a year: what screen, chart, document, workbook and command line all show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lkjip.domain.anggaran import BarisAnggaran, EvaluasiAnggaran
from lkjip.domain.capaian import Capaian, Ketercapaian
from lkjip.domain.fast_init import fast_init
from lkjip.domain.finding import Finding
from lkjip.domain.indikator import Indikator, JenisTarget, Realisasi, Sasaran, Target
from lkjip.domain.kantor import Kantor, Pengaturan
from lkjip.domain.koreksi import Koreksi
from lkjip.domain.numbers import StatusNilai
from lkjip.domain.pagu import BarisPagu
from lkjip.domain.renstra import RencanaRenstra

_KOSONG = StatusNilai.KOSONG  # asked for every indicator, see numbers.py


@dataclass(frozen=True, slots=True)
class DataKinerja:
    """All stored facts an evaluation needs; `versi`: data version, `sidik`: short hash of the facts (the seal).

    Corrections are already applied; `koreksi_basi` are those whose old value stands no longer. `ditahan`: realisasi
    left out because nobody has accepted what the section sent (`Pengaturan.hanya_diterima`).
    """

    kantor: Kantor
    pengaturan: Pengaturan
    sasaran: tuple[Sasaran, ...]
    indikator: tuple[Indikator, ...]
    target: tuple[Target, ...]
    realisasi: tuple[Realisasi, ...]
    anggaran: tuple[BarisAnggaran, ...]
    versi: int = 0
    sidik: str = ""
    rencana: RencanaRenstra = RencanaRenstra()
    pagu: tuple[BarisPagu, ...] = ()
    koreksi_basi: tuple[Koreksi, ...] = ()
    ditahan: tuple[Realisasi, ...] = ()


def by_renstra(pk: Target | None, renstra: Target | None) -> bool:
    """Without a PK target the Renstra target of the year is what the year is measured against."""
    if pk is None:
        return True
    if pk.nilai.status is not _KOSONG:
        return False
    return renstra is not None and renstra.nilai.status is not _KOSONG


@fast_init
@dataclass(frozen=True, slots=True)
class TahunIndikator:
    """One indicator in one year: both targets (None: never set), realisasi and the achievement against each."""

    tahun: int
    target_pk: Target | None
    target_renstra: Target | None
    realisasi: Realisasi | None
    capaian: Capaian
    capaian_renstra: Capaian
    ketercapaian: Ketercapaian = Ketercapaian.TIDAK_TERUKUR

    @property
    def target(self) -> Target | None:
        """The PK target; where there is none, the Renstra target of the year."""
        return self.target_renstra if by_renstra(self.target_pk, self.target_renstra) else self.target_pk

    @property
    def capaian_tahun(self) -> Capaian:
        """Against the PK target; where there is none, against the Renstra target of the year."""
        return self.capaian_renstra if by_renstra(self.target_pk, self.target_renstra) else self.capaian


@fast_init
@dataclass(frozen=True, slots=True)
class EvaluasiIndikator:
    """One indicator in the report year `ini`, graded.

    `riwayat` are all years with data, ascending, the report year included. `akhir_renstra` is the last Renstra target
    known and `capaian_akhir` this year's realisasi against it. `kurang` says which quarters are missing, "" if none.
    """

    indikator: Indikator
    sasaran: Sasaran
    ini: TahunIndikator
    capaian: Capaian
    predikat: str
    riwayat: tuple[TahunIndikator, ...]
    akhir_renstra: Target | None = None
    capaian_akhir: Capaian | None = None
    kurang: str = ""

    @property
    def tahun(self) -> int:
        """The report year."""
        return self.ini.tahun

    @property
    def target(self) -> Target | None:
        """What `capaian` is measured against: without a PK target the Renstra target of the year."""
        return self.ini.target

    @property
    def dasar(self) -> JenisTarget | None:
        """Which promise `target` belongs to; None where there is no target."""
        return self.ini.target.jenis if self.ini.target else None

    @property
    def realisasi(self) -> Realisasi | None:
        """The realisasi of the report year."""
        return self.ini.realisasi

    @property
    def ketercapaian(self) -> Ketercapaian:
        """Reached, nearly, not, or not measured."""
        return self.ini.ketercapaian

    @property
    def sementara(self) -> bool:
        """True while quarters are missing."""
        return bool(self.kurang)

    @property
    def catatan(self) -> tuple[str, ...]:
        """Sentences to print beside the result: measured against the Renstra, provisional."""
        catatan: tuple[str, ...] = ()
        if self.dasar is JenisTarget.RENSTRA:
            catatan += (f"Target PK {self.tahun} belum ada; capaian diukur terhadap target Renstra.",)
        if self.kurang:
            catatan += (f"Realisasi sementara: {self.kurang}.",)
        return catatan


@dataclass(frozen=True, slots=True)
class Hitungan:
    """How many indicators stand where; `terukur` = tercapai + hampir + tidak_tercapai."""

    jumlah: int
    tercapai: int
    hampir: int
    tidak_tercapai: int
    tidak_terukur: int

    @property
    def terukur(self) -> int:
        """How many indicators have a percentage."""
        return self.jumlah - self.tidak_terukur


@dataclass(frozen=True, slots=True)
class Efisiensi:
    """Spending beside achievement of one sasaran.

    `efisien` only if capaian >= 100 and serapan < 100; otherwise `kalimat` says why not.
    """

    pagu: Decimal
    realisasi: Decimal
    serapan: Decimal | None
    capaian: Decimal | None
    selisih: Decimal | None
    sisa: Decimal
    efisien: bool
    kalimat: str
    program: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvaluasiSasaran:
    """One sasaran: mean over its measurable indicators (None if none), grade, counts, efficiency if known."""

    sasaran: Sasaran
    indikator: tuple[EvaluasiIndikator, ...]
    rerata: Decimal | None
    predikat: str
    hitungan: Hitungan
    efisiensi: Efisiensi | None


@dataclass(frozen=True, slots=True)
class Evaluasi:
    """The whole year. `rerata`: mean over all measurable indicators; `aturan`: sentences naming the rules."""

    data: DataKinerja
    tahun: int
    sasaran: tuple[EvaluasiSasaran, ...]
    rerata: Decimal | None
    predikat: str
    hitungan: Hitungan
    anggaran: EvaluasiAnggaran
    aturan: tuple[str, ...]
    temuan: tuple[Finding, ...] = ()

    @property
    def indikator(self) -> tuple[EvaluasiIndikator, ...]:
        """All indicators of all sasaran, in order."""
        return tuple(satu for sasaran in self.sasaran for satu in sasaran.indikator)
