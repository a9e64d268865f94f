"""The tree that amounts themselves prove: a line is the parent of the lines below whose amounts add up to its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.grid import text_of

Amounts = tuple[Decimal, ...]


def rough_amount(cell: Cell | None) -> Decimal:
    """A reading good enough to compare sums (last separator before 1-2 digits is the decimal one); never stored."""
    if cell is None:
        return Decimal(0)
    if isinstance(cell.value, Decimal):
        return cell.value
    text = re.sub(r"[^\d.,]", "", re.sub(r",-+\s*$", "", text_of(cell))).strip(".,")
    found = re.match(r"^(.*?)(?:[.,](\d{1,2}))?$", text)
    whole = re.sub(r"\D", "", found[1]) if found else ""
    return Decimal(f"{whole or 0}.{(found[2] if found else None) or 0}")


def parents_by_sum(amounts: Sequence[Amounts], ranks: Sequence[int | None]) -> list[int | None]:
    """The parent of each line as its sums prove it, None where they prove nothing.

    `ranks` are levels already known (smaller is higher): a line never takes one of its own or a higher rank as child.
    """
    count = len(amounts)
    size = [1] * count
    parents: list[int | None] = [None] * count
    for line in range(count - 1, -1, -1):
        children = _children(line, amounts, ranks, size)
        for child in children:
            parents[child] = line
        if children:
            size[line] = children[-1] + size[children[-1]] - line
    return parents


def _children(line: int, amounts: Sequence[Amounts], ranks: Sequence[int | None], size: list[int]) -> list[int]:
    """The direct children of a line: the shortest run of following subtrees that adds up to it in every column."""
    own = amounts[line]
    filled = sum(1 for amount in own if amount)
    if not filled:
        return []
    total = tuple(Decimal(0) for _ in own)
    children: list[int] = []
    following = line + 1
    while following < len(amounts):
        rank, other = ranks[line], ranks[following]
        if rank is not None and other is not None and other <= rank:
            return []
        total = tuple(a + b for a, b in zip(total, amounts[following], strict=True))
        children.append(following)
        following += size[following]
        if total == own:
            sure = filled > 1 or len(children) > 1 or (rank is not None and other is not None)
            return children if sure else []
        if any(sum_ > amount for sum_, amount in zip(total, own, strict=True)):
            return []
    return []
