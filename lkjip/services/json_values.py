"""Values for machines: numbers as strings with a decimal point, null where there is none."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lkjip.domain.finding import Finding
from lkjip.domain.numbers import Nilai
from lkjip.domain.trace import Trace


def number(angka: Decimal | None) -> str | None:
    """102.50 -> "102.5", never an exponent."""
    if angka is None:
        return None
    written = format(angka, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def value(nilai: Nilai | None) -> str | None:
    """The number, or the range "80-90"; null for everything that is no number."""
    if nilai is None or nilai.angka is None:
        return None
    return number(nilai.angka) if nilai.sampai is None else f"{number(nilai.angka)}-{number(nilai.sampai)}"


def state(name: str, nilai: Nilai | None) -> dict[str, Any]:
    """A value with its state and what was written: {name, status_name, teks_name}."""
    return {
        name: value(nilai),
        f"status_{name}": nilai.status.value if nilai else "kosong",
        f"teks_{name}": (nilai.teks or None) if nilai else None,
    }


def finding(satu: Finding) -> dict[str, Any]:
    """A finding with its place and cure."""
    return {
        "kode": satu.kode,
        "tingkat": satu.tingkat.value,
        "berkas": satu.berkas or None,
        "lembar": satu.lembar or None,
        "sel": satu.sel or None,
        "nilai": satu.nilai or None,
        "pesan": satu.pesan,
        "saran": satu.saran or None,
    }


def trace(steps: Trace) -> list[dict[str, Any]]:
    """The steps of a computation."""
    return [
        {"langkah": step.langkah, "isi": step.isi, "sumber": str(step.sumber) if step.sumber else None}
        for step in steps
    ]
