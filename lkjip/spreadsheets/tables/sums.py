"""The tree that amounts themselves prove: a line is the parent of the lines below whose amounts add up to its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from lkjip.spreadsheets.cells import Cell
from lkjip.spreadsheets.tables.grid import text_of

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
    Two neighbours of equal amounts may be a line and its only part, or twins: both trees are grown, and the one that
    explains more lines is taken.
    """
    lowest = floors or [-1] * len(amounts)
    chains = Pohon(amounts, ranks, lowest, lone=True).grow()
    twins = Pohon(amounts, ranks, lowest, lone=False).grow()
    return max((chains, twins), key=lambda tree: sum(parent is not None for parent in tree))


class Pohon:
    """One way to grow the tree from the last line up. `lone`: a single line of equal amounts is the only part."""

    def __init__(
        self, amounts: Sequence[Amounts], ranks: Sequence[int | None], floors: Sequence[int], *, lone: bool
    ) -> None:
        self.amounts = amounts
        self.ranks = ranks
        self.floors = floors
        self.lone = lone
        self.leaves: set[int] = set()
        self.size: list[int] = []

    def grow(self) -> list[int | None]:
        """The parents; a line misled by equal amounts into taking its own or a higher level is made a leaf."""
        while True:
            parents = self._once()
            misled = self._misled(parents)
            if not misled:
                return parents
            self.leaves |= misled

    def _once(self) -> list[int | None]:
        count = len(self.amounts)
        self.size = [1] * count
        parents: list[int | None] = [None] * count
        for line in range(count - 1, -1, -1):
            children = [] if line in self.leaves else self._children(line)
            for child in children:
                parents[child] = line
            if children:
                self.size[line] = children[-1] + self.size[children[-1]] - line
        if not self.lone:
            self._take_lone_parts(parents)
        return parents

    def _take_lone_parts(self, parents: list[int | None]) -> None:
        """After all sums of several lines: a line without parts takes the next one if that is still nobody's."""
        for line in range(len(parents) - 2, -1, -1):
            free = self.size[line] == 1 and parents[line + 1] is None and line not in self.leaves
            equal = any(self.amounts[line]) and self.amounts[line] == self.amounts[line + 1]
            if free and equal and not self._stops(line, line + 1):
                parents[line + 1] = line

    def _stops(self, line: int, following: int) -> bool:
        """The following line is of a level that cannot be part of this one."""
        rank, other = self.ranks[line], self.ranks[following]
        return other is not None and other <= (self.floors[line] if rank is None else rank)

    def _children(self, line: int) -> list[int]:
        """The direct parts of a line: the shortest run of following subtrees that adds up to it.

        With three or more columns most must agree (offices type over single cells); with fewer, all.
        """
        own = self.amounts[line]
        filled = [column for column, amount in enumerate(own) if amount]
        enough = len(filled) if len(filled) < 3 else len(filled) // 2 + 1
        total = [Decimal(0) for _ in own]
        children: list[int] = []
        best: tuple[int, list[int]] = (enough - 1, [])
        following = line + 1
        while filled and following < len(self.amounts) and not self._stops(line, following):
            for column, amount in enumerate(self.amounts[following]):
                total[column] += amount
            children.append(following)
            equal = sum(1 for column in filled if total[column] == own[column])
            if equal > best[0] and self._sure(line, following, children, len(filled)):
                best = (equal, list(children))
            over = sum(1 for column in filled if total[column] > own[column])
            if (equal == len(filled) and best[1]) or over > len(filled) - enough:
                break
            following += self.size[following]
        return best[1]

    def _sure(self, line: int, following: int, children: list[int], filled: int) -> bool:
        """Several parts prove a sum; a single one where both levels are known, or several columns agree."""
        if len(children) > 1:
            return True
        known = self.ranks[line] is not None and self.ranks[following] is not None
        return known or (self.lone and filled > 1)

    def _misled(self, parents: Sequence[int | None]) -> set[int]:
        """Lines of unknown level that stand between a line and an ancestor that may not be above it."""
        found = set()
        for line, own in enumerate(self.ranks):
            unknown: int | None = None
            above = parents[line] if own is not None else None
            while above is not None:
                other = self.ranks[above]
                if other is None:
                    unknown = above if unknown is None else unknown
                elif own is not None and other >= own:
                    found |= {unknown} - {None}
                    break
                above = parents[above]
        return {line for line in found if line is not None}
