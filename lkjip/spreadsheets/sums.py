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


def parents_by_sum(
    amounts: Sequence[Amounts], ranks: Sequence[int | None], floors: Sequence[int] | None = None
) -> list[int | None]:
    """The parent of each line as its sums prove it, None where they prove nothing.

    `ranks` are levels already known (smaller is higher); a line of unknown level takes only lines below its floor.
    Equal amounts can mislead a line of unknown level into taking the next programme as its child; where that puts a
    line under one of its own or a lower level, it is undone.
    """
    leaves: set[int] = set()
    while True:
        parents = _tree(amounts, ranks, floors or [-1] * len(amounts), leaves)
        misled = _misled(parents, ranks)
        if not misled:
            return parents
        leaves |= misled


def _tree(
    amounts: Sequence[Amounts], ranks: Sequence[int | None], floors: Sequence[int], leaves: set[int]
) -> list[int | None]:
    count = len(amounts)
    size = [1] * count
    parents: list[int | None] = [None] * count
    for line in range(count - 1, -1, -1):
        children = [] if line in leaves else _children(line, amounts, ranks, (size, floors[line]))
        for child in children:
            parents[child] = line
        if children:
            size[line] = children[-1] + size[children[-1]] - line
    return parents


def _misled(parents: Sequence[int | None], ranks: Sequence[int | None]) -> set[int]:
    """Lines of unknown level that stand between a line and an ancestor that may not be above it."""
    found = set()
    for line, own in enumerate(ranks):
        unknown: int | None = None
        above = parents[line] if own is not None else None
        while above is not None:
            other = ranks[above]
            if other is None:
                unknown = above if unknown is None else unknown
            elif own is not None and other >= own:
                if unknown is not None:
                    found.add(unknown)
                break
            above = parents[above]
    return found


def _children(
    line: int, amounts: Sequence[Amounts], ranks: Sequence[int | None], shape: tuple[list[int], int]
) -> list[int]:
    """The direct children of a line: the shortest run of following subtrees that adds up to it.

    With three or more columns most must agree (offices type over single cells); with fewer, all.
    """
    size, floor = shape
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
        if other is not None and other <= (floor if rank is None else rank):
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
