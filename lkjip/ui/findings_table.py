"""The findings of a file or a year: counts in words, then each with place, value and cure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from lkjip.domain.access import Actor
from lkjip.domain.finding import Finding, Tingkat, sorted_findings
from lkjip.domain.trace import place, places
from lkjip.ui import formats, navigation
from lkjip.ui.table import Kolom, show_table

READABLE_AT_ONCE = 25
PLACES = 8  # named beside the first finding of a kind


def sentence(findings: Sequence[Finding]) -> str:
    """ "2 galat, 1 peringatan" — errors first; "" when there is nothing."""
    count = Counter(finding.tingkat for finding in findings)
    return ", ".join(f"{count[level]} {level.value}" for level in Tingkat if count[level])


def show_findings(findings: Sequence[Finding], actor: Actor, key: str, *, dengan_berkas: bool = False) -> None:
    """All findings, errors first; short lists as readable text, long ones as a table that can be sorted."""
    ordered = sorted_findings(tuple(findings))
    if not ordered:
        return
    rows = [_row(finding, actor, dengan_berkas) for finding in ordered]
    if len(rows) <= READABLE_AT_ONCE:
        st.table(
            pd.DataFrame([{judul: formats.plain(isi) for judul, isi in row.items()} for row in rows]),
            hide_index=True,
            border="horizontal",
            alt=f"Daftar temuan: {sentence(ordered)}",
        )
        return
    show_table(rows, [Kolom(judul, judul) for judul in rows[0]], key, alt=f"Daftar temuan: {sentence(ordered)}")


def cure(finding: Finding, actor: Actor) -> str:
    """What can be done; who may not open the page where it is done is told whom to ask."""
    elsewhere = "di halaman Perencanaan" in finding.saran and not navigation.may_open(actor, "perencanaan")
    return f"{finding.saran} Minta analis: halaman itu dikerjakan analis." if elsewhere else finding.saran


def told(finding: Finding) -> str:
    """The message; its place before it where the message does not name the cell (or the sheet of a whole sheet)."""
    where = place(finding.lembar, finding.sel)
    named = rf"(?<!\w){re.escape(finding.sel or finding.lembar)}(?!\w)"
    return finding.pesan if not where or re.search(named, finding.pesan) else f"{where}: {finding.pesan}"


def _row(finding: Finding, actor: Actor, dengan_berkas: bool) -> dict[str, str]:
    file = {"Berkas": finding.berkas} if dengan_berkas else {}
    return {
        "Tingkat": formats.tingkat(finding.tingkat),
        **file,
        "Temuan": told(finding),
        "Yang dapat dilakukan": cure(finding, actor) or formats.TANDA_HUBUNG,
    }


def show_by_kind(findings: Sequence[Finding], actor: Actor, key: str) -> None:
    """One row for each kind, errors first: level, count, the first, the other places, the cure; all of them below."""
    ordered = sorted_findings(tuple(findings))
    kinds: dict[str, list[Finding]] = {}
    for finding in ordered:
        kinds.setdefault(finding.kode, []).append(finding)
    st.markdown(f"**{sentence(ordered)}**, {len(kinds)} jenis")
    st.table(
        pd.DataFrame(
            [{judul: formats.plain(isi) for judul, isi in _kind_row(some, actor).items()} for some in kinds.values()]
        ),
        hide_index=True,
        border="horizontal",
        alt=f"Temuan menurut jenisnya: {sentence(ordered)}",
    )
    if len(ordered) > len(kinds):
        with st.expander(f"Semua {len(ordered)} temuan satu per satu", key=f"semua_{key}"):
            show_findings(ordered, actor, f"tabel_{key}")


def _kind_row(some: Sequence[Finding], actor: Actor) -> dict[str, str]:
    first = _row(some[0], actor, dengan_berkas=False)
    others = [(satu.lembar, satu.sel) for satu in some[1:] if satu.lembar or satu.sel]
    rest = f"; dan {len(others) - PLACES} tempat lain" if len(others) > PLACES else ""
    more = f" Juga di {places(others[:PLACES])}{rest}." if others else ""
    return {
        "Tingkat": f"{first['Tingkat']} ({len(some)})",
        "Temuan": first["Temuan"] + more,
        "Yang dapat dilakukan": first["Yang dapat dilakukan"],
    }
