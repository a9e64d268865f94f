"""The value of a formula over one row, from its shape (see `files.xlsx_formulas`): what a typed-over cell would show.

Only what such formulas are made of: + - * /, brackets, cells of the row, SUM, AVERAGE, ROUND, IFERROR. A shape that
needs more, reads words or divides by zero has no value (None), and nothing is then said of the cell.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal, DecimalException

from lkjip.spreadsheets.cells import Cell, address

LookUp = Callable[[int, int], Cell | None]
_AWAY = re.compile(r"c\((-?\d+),(-?\d+)\)")
_RANGE_AWAY = re.compile(r"r\((-?\d+),(-?\d+),(-?\d+),(-?\d+)\)")
_OPERATIONS: dict[type[ast.AST], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_MOST_CELLS = 200
_MOST_PLACES = 12


def is_of_row(shape: str) -> bool:
    """True where the shape reads cells of its own row and no others: no subtotal of rows below, no running sum."""
    across = [found[2] for found in _AWAY.finditer(shape)]
    down = [row for found in _RANGE_AWAY.finditer(shape) for row in (found[2], found[4])]
    return bool(across or down) and set(across + down) == {"0"}


def written_at(shape: str, row: int, column: int) -> str:
    """The formula as it would stand in a cell: "P51+S51"."""

    def cell(right: str, down: str) -> str:
        return address(row + int(down), column + int(right))

    shape = _RANGE_AWAY.sub(lambda found: f"{cell(found[1], found[2])}:{cell(found[3], found[4])}", shape)
    return _AWAY.sub(lambda found: cell(found[1], found[2]), shape)


def value_at(shape: str, row: int, column: int, look_up: LookUp) -> Decimal | None:
    """What the formula of this shape gives in a cell; None where it cannot be told."""
    try:
        return _Value(row, column, look_up).of(ast.parse(shape, mode="eval").body)
    except (_UnknownError, SyntaxError, ValueError, MemoryError, RecursionError, DecimalException):
        return None


class _UnknownError(Exception):
    """The value cannot be told."""


class _Value:
    """Walks one parsed shape at one cell."""

    def __init__(self, row: int, column: int, look_up: LookUp) -> None:
        self.row, self.column, self.look_up = row, column, look_up

    def of(self, node: ast.AST) -> Decimal:
        match node:
            case ast.Constant(value=bool()):
                raise _UnknownError
            case ast.Constant(value=int() | float()):
                return Decimal(str(node.value))
            case ast.UnaryOp(op=ast.UAdd()):
                return self.of(node.operand)
            case ast.UnaryOp(op=ast.USub()):
                return -self.of(node.operand)
            case ast.BinOp() if type(node.op) in _OPERATIONS:
                return _OPERATIONS[type(node.op)](self.of(node.left), self.of(node.right))
            case ast.Call(func=ast.Name(id=name), args=args, keywords=[]):
                return self._call(name, args)
        raise _UnknownError

    def _call(self, name: str, args: list[ast.expr]) -> Decimal:
        if name == "c":
            return self._number(*self._place(args)) or Decimal(0)
        if name in ("SUM", "AVERAGE"):
            numbers = [number for arg in args for number in self._numbers(arg)]
            return sum(numbers, Decimal(0)) / (len(numbers) if name == "AVERAGE" else 1)
        if name == "ROUND" and len(args) == 2:
            places = int(self.of(args[1]))
            if abs(places) > _MOST_PLACES:
                raise _UnknownError
            return self.of(args[0]).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if name == "IFERROR" and len(args) == 2:
            try:
                return self.of(args[0])
            except DecimalException:
                return self.of(args[1])
        raise _UnknownError

    def _numbers(self, arg: ast.expr) -> list[Decimal]:
        """The numbers of one argument of SUM or AVERAGE: of cells only those that hold one, as Excel counts them."""
        match arg:
            case ast.Call(func=ast.Name(id="r"), args=corners) if len(corners) == 4:
                (top, left), (bottom, right) = self._place(corners[:2]), self._place(corners[2:])
                places = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
            case ast.Call(func=ast.Name(id="c"), args=corner):
                places = [self._place(corner)]
            case _:
                return [self.of(arg)]
        if len(places) > _MOST_CELLS:
            raise _UnknownError
        return [number for place in places if (number := self._number(*place)) is not None]

    def _place(self, args: list[ast.expr]) -> tuple[int, int]:
        right, down = (int(self.of(arg)) for arg in args)
        return self.row + down, self.column + right

    def _number(self, row: int, column: int) -> Decimal | None:
        cell = self.look_up(row, column)
        if cell is None:
            return None
        if isinstance(cell.value, Decimal):
            return cell.value
        raise _UnknownError
