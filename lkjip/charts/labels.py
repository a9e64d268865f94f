"""Long Indonesian indicator names on an axis: wrapped at words, cut with an ellipsis, never overlapping."""

from __future__ import annotations

import textwrap


def wrap_label(teks: str, width: int = 38, lines: int = 2) -> tuple[str, ...]:
    """At most `lines` lines of about `width` characters; what does not fit ends in an ellipsis."""
    return tuple(textwrap.wrap(" ".join(teks.split()), width, max_lines=lines, placeholder=" …")) or ("",)
