"""A lazy trace is the tuple of its steps in every respect but the moment it is built."""

from __future__ import annotations

import copy

from lkjip.domain.trace import LazyTrace, Source, Step, place, places


def steps(*isi: str) -> tuple[Step, ...]:
    return tuple(Step("Langkah", satu) for satu in isi)


def test_langkah_baru_ditulis_saat_dilihat() -> None:
    panggilan = []

    def build(isi: str) -> tuple[Step, ...]:
        panggilan.append(isi)
        return steps(isi)

    jejak = LazyTrace(build, "a")
    assert panggilan == []
    assert (len(jejak), jejak[0].isi, jejak[0:1]) == (1, "a", steps("a"))
    assert panggilan == ["a"]


def test_jejak_sama_dengan_tuple_langkahnya() -> None:
    jejak = LazyTrace(steps, "a", "b")
    assert jejak == steps("a", "b")
    assert jejak == LazyTrace(steps, "a", "b")
    assert jejak != steps("a")
    assert jejak != "ab"
    assert hash(jejak) == hash(steps("a", "b"))
    assert repr(jejak) == repr(steps("a", "b"))
    assert tuple(reversed(jejak)) == steps("b", "a")


def test_jejak_dapat_disalin_seperti_nilai_biasa() -> None:
    assert copy.deepcopy(LazyTrace(steps, "a")) == steps("a")


def test_sumber_menyebut_berkas_lembar_dan_sel() -> None:
    assert str(Source("a.xlsx", "IKU", "F12")) == "a.xlsx, lembar 'IKU', sel F12"
    assert str(Source("a.csv", sel="F12")) == "a.csv, sel F12"


def test_sel_disebut_dengan_satu_bentuk_di_mana_pun() -> None:
    assert place("IKU", "F12") == "Lembar 'IKU', sel F12"
    assert place("IKU", "F12", awal=False) == "lembar 'IKU', sel F12"
    assert (place("IKU"), place("", "F12"), place("", "")) == ("Lembar 'IKU'", "Sel F12", "")


def test_beberapa_sel_menyebut_lembarnya_sekali() -> None:
    assert places([("IKU", "F12"), ("PK", "C3"), ("IKU", "F14")]) == "lembar 'IKU', sel F12, F14; lembar 'PK', sel C3"
    assert places([("IKU", ""), ("", "F1")]) == "lembar 'IKU'; sel F1"
    assert places([("", "")]) == places([]) == ""


def test_sumber_isian_formulir() -> None:
    assert str(Source(oleh="Budi", pada="2026-01-12")) == "isian formulir oleh Budi pada 2026-01-12"
    assert str(Source()) == "isian formulir oleh pengguna"
