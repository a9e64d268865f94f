"""What is written to a section: the letter that goes with its workbook, and reminders, formal and short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lkjip.domain.kantor import Kantor, Seksi
from lkjip.domain.showing import join_words
from lkjip.domain.tanggal import days_left, write_date, write_weekday

LONGEST_SHORT = 160  # letters of what is missing in the short message


@dataclass(frozen=True, slots=True)
class Surat:
    """One text ready to be copied."""

    perihal: str
    isi: str


@dataclass(frozen=True, slots=True)
class Keperluan:
    """Whom it is about: office, section, year, due date; `kurang` names what is still missing (reminders)."""

    kantor: Kantor
    seksi: Seksi
    tahun: int
    tenggat: date | None
    kurang: tuple[str, ...] = ()
    penanda_tangan: str = ""


def covering_letter(perlu: Keperluan) -> Surat:
    """The letter that hands the workbook over (SOP step 3)."""
    return Surat(
        f"Permintaan data dan informasi kinerja tahun {perlu.tahun}",
        "\n\n".join((
            _address(perlu),
            f"Dalam rangka penyusunan Laporan Kinerja Instansi Pemerintah (LKjIP) {perlu.kantor.nama} tahun "
            f"{perlu.tahun}, terlampir format pengumpulan data dan informasi kinerja untuk {perlu.seksi.nama}.",
            f"Isilah hanya sel berwarna kuning, lalu unggah kembali lewat aplikasi{_until(perlu.tenggat)}. Setiap "
            "angka disertai data dukung dengan nomor dokumen dan halamannya; indikator yang belum mencapai target "
            "disertai penjelasannya.",
            _closing(perlu),
        )),
    )  # fmt: skip


def reminder_letter(perlu: Keperluan, today: date) -> Surat:
    """A formal reminder."""
    when = f" (tenggat {write_weekday(perlu.tenggat)}, {days_left(today, perlu.tenggat)})" if perlu.tenggat else ""
    return Surat(
        f"Pengingat penyampaian data kinerja tahun {perlu.tahun}",
        "\n\n".join((
            _address(perlu),
            f"Data dan informasi kinerja {perlu.seksi.nama} untuk LKjIP tahun {perlu.tahun} belum lengkap kami "
            f"terima{when}.",
            _missing(perlu.kurang),
            "Mohon format yang sudah diisi segera diunggah lewat aplikasi, agar penyusunan LKjIP tidak terlambat.",
            _closing(perlu),
        )),
    )  # fmt: skip


def short_reminder(perlu: Keperluan, today: date) -> str:
    """The same in a few lines for WhatsApp."""
    who = f"Yth. {perlu.seksi.kepala}" if perlu.seksi.kepala else f"Yth. Kepala {perlu.seksi.nama}"
    due = f" Tenggat {write_date(perlu.tenggat)} ({days_left(today, perlu.tenggat)})." if perlu.tenggat else ""
    what = f" Yang kurang: {_briefly(perlu.kurang)}." if perlu.kurang else ""
    return (
        f"{who}, data kinerja {perlu.seksi.nama} untuk LKjIP {perlu.tahun} belum lengkap.{due}{what} "
        f"Mohon diunggah lewat aplikasi. Terima kasih. ({perlu.kantor.nama})"
    )


def _briefly(kurang: Sequence[str]) -> str:
    """What is missing; where that fills more than a few lines, only its parts."""
    whole = "; ".join(kurang)
    if len(whole) <= LONGEST_SHORT:
        return whole
    parts = join_words(satu.partition(":")[0].lower() for satu in kurang)
    return f"{parts} (rinciannya di halaman Kelengkapan)"


def _address(perlu: Keperluan) -> str:
    name = f"{perlu.seksi.kepala}, " if perlu.seksi.kepala else ""
    return f"Yth. {name}Kepala {perlu.seksi.nama}\n{perlu.kantor.nama}"


def _until(tenggat: date | None) -> str:
    return f" paling lambat {write_weekday(tenggat)}" if tenggat else ""


def _missing(kurang: Sequence[str]) -> str:
    if not kurang:
        return "Belum ada data yang kami terima."
    return "Yang masih kurang:\n" + "\n".join(f"- {satu}" for satu in kurang)


def _closing(perlu: Keperluan) -> str:
    signer = f"\n\n{perlu.penanda_tangan}" if perlu.penanda_tangan else ""
    return f"Demikian disampaikan, atas perhatian dan kerja sama Saudara diucapkan terima kasih.{signer}"
