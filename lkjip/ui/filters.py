"""Filters whose choice stands in the address, so that a link or a reload shows the same view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

T = TypeVar("T")
SEMUA = "Semua"


def choose_one(
    label: str,
    pilihan: Sequence[T],
    key: str,
    tulis: Callable[[T], str] = str,
    *,
    awal: int = 0,
) -> T:
    """One of `pilihan`; the key is the name in the address (`?key=...`)."""
    chosen = st.selectbox(
        label,
        pilihan,
        index=awal,
        format_func=tulis,
        key=key,
        bind="query-params",
    )
    return pilihan[awal] if chosen is None else chosen


def choose_one_or_all(label: str, pilihan: Sequence[T], key: str, tulis: Callable[[T], str] = str) -> T | None:
    """One of `pilihan`, or None for "Semua"."""
    by_text = {tulis(satu): satu for satu in pilihan}
    chosen = choose_one(label, [SEMUA, *by_text], key)
    return by_text.get(chosen)


def choose_few(label: str, pilihan: Sequence[T], key: str, tulis: Callable[[T], str] = str) -> tuple[T, ...]:
    """Any of a few choices as buttons; none chosen means all."""
    by_text = {tulis(satu): satu for satu in pilihan}
    chosen = st.pills(label, list(by_text), selection_mode="multi", key=key, bind="query-params")
    return tuple(by_text[text] for text in chosen) or tuple(pilihan)
