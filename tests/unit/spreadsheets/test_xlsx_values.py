"""Numbers as an xlsx stores them: what is taken as written is what the long way over a binary number gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from lkjip.spreadsheets.files.draft import NUMBER, Draft, number_text
from lkjip.spreadsheets.files.limits import Limits
from lkjip.spreadsheets.files.xlsx_styles import Style, Styles
from lkjip.spreadsheets.files.xlsx_values import Values

GENERAL = Style("General", False, (0, 0, 0))
DIGITS = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}")


def _read(text: str) -> tuple[int, object]:
    return Values(Styles(Draft(Limits()), None), [], since_1904=False).of("n", text, GENERAL)


@given(st.from_regex(DIGITS, fullmatch=True))
def test_a_number_with_decimals_is_read_as_excel_shows_it(text: str) -> None:
    assert _read(text) == (NUMBER, number_text(float(text)))


def test_zeros_around_a_number_are_not_kept() -> None:
    assert _read("70.250") == _read("070.25") == (NUMBER, "70.25")
    assert _read("0.00001") == (NUMBER, "1e-05")


def test_the_noise_of_a_binary_number_is_not_kept() -> None:
    assert _read("87.810000000000002") == (NUMBER, "87.81")
    assert _read("87.8100000000001") == (NUMBER, "87.8100000000001")  # 15 digits are all meant
