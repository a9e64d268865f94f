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
    """The direct children of a line: the shortest run of following subtrees that adds up to it.

    With three or more columns most must agree (offices type over single cells); with fewer, all.
    """
    own = amounts[line]
    filled = [column for column, amount in enumerate(own) if amount]
    if not filled:
        return []
    enough = len(filled) if len(filled) < 3 else len(filled) // 2 + 1
    total = [Decimal(0) for _ in own]
    children: list[int] = []
    best: tuple[int, list[int]] = (enough - 1, [])
    following = line + 1
    while following < len(amounts):
        rank, other = ranks[line], ranks[following]
        if rank is not None and other is not None and other <= rank:
            break
        for column, amount in enumerate(amounts[following]):
            total[column] += amount
        children.append(following)
        following += size[following]
        equal = sum(1 for column in filled if total[column] == own[column])
        sure = len(filled) > 1 or len(children) > 1 or (rank is not None and other is not None)
        if equal > best[0] and sure:
            best = (equal, list(children))
        if equal == len(filled) or sum(1 for column in filled if total[column] > own[column]) > len(filled) - enough:
            break
    return best[1]
